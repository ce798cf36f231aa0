using System.Data;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using InstallSim.Tests.Inputs;

namespace InstallSim.Tests.EndToEnd;

/// <summary>The lessons of docs/course do what they say: their commands, in order, print what the pages show.</summary>
[NonParallelizable]
public sealed class CourseTests
{
    private static readonly bool Update = Environment.GetEnvironmentVariable("INSTALLSIM_UPDATE_GOLDEN") == "1";
    private static readonly string[] Paths =
        [.. Directory.EnumerateFiles(Repository.PathOf("docs", "course"), "?-*.md").Order(StringComparer.Ordinal)];

    private readonly List<(string Path, CoursePage Page, string Made)> _lessons = [];
    private TemporaryFolder _folder = null!; // set before any test

    [OneTimeSetUp]
    public void Take_the_course_in_an_empty_folder()
    {
        _folder = new TemporaryFolder();
        string here = Environment.CurrentDirectory;
        var watch = Stopwatch.StartNew();
        try
        {
            Environment.CurrentDirectory = _folder.Path;
            foreach (string path in Paths)
            {
                var page = new CoursePage(path);
                string made = page.Run();
                if (Update)
                {
                    File.WriteAllText(path, made);
                }

                _lessons.Add((path, page, made));
            }
        }
        finally
        {
            Environment.CurrentDirectory = here;
        }

        TestContext.Out.WriteLine($"The course took {watch.Elapsed.TotalSeconds:0.0} s");
    }

    [OneTimeTearDown]
    public void Leave() => _folder.Dispose();

    [TestCaseSource(nameof(Paths))]
    public void A_lesson_shows_what_its_commands_print(string path)
    {
        (_, CoursePage page, string made) = _lessons.Single(lesson => lesson.Path == path);
        Assert.That(Update ? made : page.Text, Is.EqualTo(made),
            "set INSTALLSIM_UPDATE_GOLDEN=1 and look at the difference when this is meant");
    }

    [TestCaseSource(nameof(Paths))]
    public void Every_lesson_has_commands_exercises_and_folded_answers(string path)
    {
        string text = File.ReadAllText(path);
        int exercises = Regex.Count(text, @"(?m)^\*\*Exercise \d\.\d\.\*\*"), answers = Regex.Count(text, "(?m)^<details>");
        Assert.Multiple(() =>
        {
            Assert.That(Regex.Count(text, @"(?m)^\$ installsim "), Is.GreaterThanOrEqualTo(3));
            Assert.That(exercises, Is.GreaterThanOrEqualTo(3));
            Assert.That(answers, Is.EqualTo(exercises));
            Assert.That(Regex.Count(text, "(?m)^</details>"), Is.EqualTo(answers));
        });
    }

    /// <summary>
    /// Printed in this lesson or one before it, perhaps to more decimals; or in a block that the lesson tells to write; or the right result
    /// of a sum of such numbers, which stands between backticks.
    /// </summary>
    [TestCaseSource(nameof(Paths))]
    public void Every_decimal_number_of_an_answer_was_printed_by_a_command(string path)
    {
        int last = _lessons.FindIndex(lesson => lesson.Path == path);
        string printed = string.Concat(_lessons.Take(last + 1).Select(lesson => lesson.Page.Printed));
        decimal[] numbers = [.. Numbers(printed).Select(Value)];
        string[] answers = [.. Regex.Matches(File.ReadAllText(path), "(?s)<details>.*?</details>").Select(m => m.Value)];
        string[] prose = [.. answers.Select(answer => Regex.Replace(answer, "(?s)```.*?```", ""))];
        string[] sums = [.. prose.SelectMany(text => Regex.Matches(text,
            "`([^`]+) = ([0-9.]+)`").Where(IsRight).Select(m => m.Groups[2].Value))];
        Assert.That(answers, Is.Not.Empty);
        Assert.That(prose.SelectMany(Numbers).Except(sums).Where(number => !numbers.Any(n => Rounds(n, number))), Is.Empty);
    }

    private static IEnumerable<string> Numbers(string text) => Regex.Matches(text, @"\d+\.\d+").Select(m => m.Value);

    private static decimal Value(string number) => decimal.Parse(number[..Math.Min(number.Length, 25)], CultureInfo.InvariantCulture);

    private static bool Rounds(decimal printed, string number) =>
        Math.Round(printed, number.Length - number.IndexOf('.') - 1, MidpointRounding.AwayFromZero) == Value(number);

    private static bool IsRight(Match sum)
    {
        using var table = new DataTable { Locale = CultureInfo.InvariantCulture };
        object result = table.Compute(sum.Groups[1].Value.Replace('×', '*').Replace('−', '-'), null);
        return Rounds(Convert.ToDecimal(result, CultureInfo.InvariantCulture), sum.Groups[2].Value);
    }

    [Test]
    public void The_index_links_every_lesson()
    {
        string index = File.ReadAllText(Repository.PathOf("docs", "course", "README.md"));
        Assert.That(Paths, Has.Length.EqualTo(5));
        Assert.That(Paths.Select(path => $"({Path.GetFileName(path)})").Where(link => !index.Contains(link, StringComparison.Ordinal)),
            Is.Empty);
    }
}
