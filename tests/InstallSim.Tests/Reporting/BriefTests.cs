using System.Text;
using System.Text.RegularExpressions;
using InstallSim.Charts.Pictures;
using InstallSim.Outputs;
using InstallSim.Reporting;
using InstallSim.Reporting.Page;
using InstallSim.Results;
using InstallSim.Tests.EndToEnd;

namespace InstallSim.Tests.Reporting;

/// <summary>Two or three printed pages that say what the page says.</summary>
public sealed class BriefTests
{
    private static readonly IEnumerable<string> Cases = SampleCases.All.Keys;

    [TestCaseSource(nameof(Cases))]
    public void It_has_two_or_three_pages_of_A4_whatever_is_in_it(string name)
    {
        foreach (string language in (string[])["en", "fr"])
        {
            using var pdf = new MemoryStream();
            var words = Brief.Write(SampleCases.All[name](), pdf, language);

            string bytes = Encoding.Latin1.GetString(pdf.ToArray());
            Assert.That(words, Has.Count.EqualTo(name is "thirty scenarios" ? 3 : 2));
            Assert.That(Regex.Count(bytes, @"/Type /Page\b"), Is.EqualTo(words.Count));
            Assert.That(Regex.Count(bytes, @"/MediaBox \[0 0 595 842\]"), Is.EqualTo(words.Count));
            Assert.That(words, Has.All.Not.Empty);
        }
    }

    [Test]
    public void Its_numbers_are_those_of_the_page([Values("en", "fr")] string language)
    {
        var results = SampleResults.Make(replications: 6);
        var context = new FigureContext(new ResultIndex(results), ReportText.For(language));
        string[] pages = [.. Brief.Write(results, Stream.Null, language).Select(page => Words(string.Join(' ', page)))];

        Assert.That(pages[0], Does.Contain(Words(Findings.Overall(context))).And.Contain(Words(Findings.Course(context))));
        foreach (var policy in context.Results.Policies)
        {
            Assert.That(pages[0], Does.Contain(Words(Findings.Headline(context, policy))));
            Assert.That(Findings.FirstLines(context, policy).Select(Words), Has.All.Matches<string>(line => pages[0].Contains(line!)));
            var (total, interval, last) =
                CostsSection.Amounts(context, policy, "policy-cost-cumulative", [.. context.Results.Costs(policy.Name)]);
            Assert.That(pages[1], Does.Contain(Words($"{policy.ShownTitle(context.Text)} {total} {interval} {last}")));
        }

        Assert.That(pages[1], Does.Contain(results.Manifest.ResultHash).And.Contain(Words(FindingsSection.Sure(context))));
    }

    [Test]
    public void It_says_who_made_the_contours_and_cuts_no_sentence()
    {
        var settings = Enumerable.Range(0, 15)
            .Select(i => new SettingInfo($"policies.a.b-{i}", "3", "k€", 1, 5, "ASSUMPTION") { Label = $"A setting, the {i}th of many" });
        var results = SampleResults.Make(replications: 6);
        results = results with
        {
            Manifest = results.Manifest with
            {
                Scenarios = [.. results.Manifest.Scenarios.Select(s => s.Name == "baseline" ? s : s with { Parameters = [.. settings] })],
            },
        };
        string[] pages = [.. Brief.Write(results, Stream.Null, "en").Select(page => Words(string.Join(' ', page)))];
        Assert.That(pages[1], Does.Contain("Contours: Made-up points (CC BY 4.0)").And.Contain("A setting, the 14th of many"));
        Assert.That(pages, Has.None.Contains("…"));
    }

    [Test]
    public void Equal_results_give_equal_bytes()
    {
        byte[] Pdf()
        {
            using var pdf = new MemoryStream();
            Brief.Write(SampleResults.Make(places: 9, years: 3, replications: 4), pdf, "fr");
            return pdf.ToArray();
        }

        byte[] once = Pdf(), again = Pdf();
        Assert.That(again, Is.EqualTo(once));
    }

    [Test]
    public void Policies_for_which_there_is_no_room_are_named_and_cards_say_less_before()
    {
        string[] pages = [.. Brief.Write(SampleCases.All["thirty scenarios"](), Stream.Null, "en").Select(page => string.Join(' ', page))];
        Assert.That(pages[1], Does.Contain("Left out here, on the page (report.html): Policy number "));
        Assert.That(pages, Has.None.Contains("Rests on"));
    }

    /// <summary>A reader of the brief decides as a reader of the page: with the same gains, losses and costs, in either language.</summary>
    [Test]
    public void Cards_go_on_behind_the_first_page_before_one_is_left_out([Values("en", "fr")] string language)
    {
        SamplePolicy[] policies = [.. Enumerable.Range(1, 8)
            .Select(i => new SamplePolicy($"policy-{i}", $"Policy number {i} of eight, with a title of some length", i, 400 * i, 0.1))];
        RunResults results = SampleResults.Make(policies, places: 9, years: 3, replications: 4);
        var context = new FigureContext(new ResultIndex(results), ReportText.For(language));
        string[] pages = [.. Brief.Write(results, Stream.Null, language).Select(page => Words(string.Join(' ', page)))];
        foreach (ScenarioInfo policy in context.Results.Policies)
        {
            Assert.That(Findings.FirstLines(context, policy, isShort: true).Prepend(Findings.Headline(context, policy)).Select(Words),
                Is.Not.Empty.And.All.Matches<string>(line => pages.Any(page => page.Contains(line!, StringComparison.Ordinal))),
                policy.Name);
            Assert.That(Findings.FirstLines(context, policy, isShort: true), Does.Contain(Gains.Beside(context, policy)));
        }

        Assert.That(pages, Has.Length.EqualTo(3).And.None.Contains("Left out here").And.None.Contains("Non repris ici"));
    }

    [Test]
    public void French_takes_no_page_more_than_English([Values(7, 8)] int count)
    {
        SamplePolicy[] policies = [.. Enumerable.Range(1, count)
            .Select(i => new SamplePolicy($"policy-{i}", $"Policy number {i} of eight, with a title", 0, 400 * i, 0.1))];
        RunResults results = SampleResults.Make(policies, places: 9, years: 3, replications: 4);
        Assert.That(Brief.Write(results, Stream.Null, "en"), Has.Count.EqualTo(2));
        Assert.That(Brief.Write(results, Stream.Null, "fr"), Has.Count.EqualTo(2));
    }

    /// <summary>Cards have room for as much in French: what says that nothing is clear takes no line more than in English.</summary>
    [Test]
    public void A_card_of_no_clear_difference_has_as_many_lines_in_either_language()
    {
        SamplePolicy[] policies = [.. Enumerable.Range(1, 7).Select(i => new SamplePolicy($"policy-{i}", $"Policy {i}", 0, 400 * i, 0.1))];
        var index = new ResultIndex(SampleResults.Make(policies, places: 9, years: 3, replications: 4));
        ScenarioInfo policy = index.Policies.First(p => Findings.FirstLines(new FigureContext(index, ReportText.English), p)[0]
            .StartsWith("No clear difference in the share of people", StringComparison.Ordinal));
        double[] heights = [.. ReportText.All.Select(text =>
            new Paragraph(Findings.FirstLines(new FigureContext(index, text), policy)[0], 10).Height((PrintedPage.Width - 18) / 2))];
        Assert.That(heights[1], Is.EqualTo(heights[0]));
    }

    [Test]
    public void What_a_policy_rests_on_parts_labels_from_values([Values("en", "fr")] string language)
    {
        RunResults results = SampleResults.Make([SampleResults.Policies[0]], places: 4, replications: 4);
        var value = new SettingInfo("policies.a.share", "0.5", "", null, null, "") { Label = "Share trained", LabelFrench = "Part formée" };
        results = results with
        {
            Manifest = results.Manifest with
            {
                Scenarios = [.. results.Manifest.Scenarios.Select(s => s.Name == "baseline" ? s : s with { Parameters = [value] })],
            },
        };
        Assert.That(Words(string.Join(' ', Brief.Write(results, Stream.Null, language)[1])),
            Does.Contain(language == "fr" ? " Part formée : 0,5." : " Share trained: 0.5."));
    }

    [Test]
    public void The_command_writes_it()
    {
        string folder = Repository.PathOf("artifacts", "figures", "brief");
        using var region = new MadeUpRegion();
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        CommandLine.Done("compare", region.Folder, "--out", folder, "--quiet");

        CommandLine.Done("report", folder, "--brief", "--lang", "fr");

        Assert.That(Encoding.Latin1.GetString(File.ReadAllBytes(Path.Combine(folder, "brief.pdf"))), Does.StartWith("%PDF"));
    }

    private static string Words(string text) => Regex.Replace(text, @"\s+", " ").Trim();
}
