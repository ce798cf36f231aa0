using System.Globalization;
using System.Text;
using InstallSim.Choice.Analysis;
using InstallSim.Studies.Results;

namespace InstallSim.Tests.Published;

/// <summary>
/// Best–worst case 1 data of R's support.BWS. Block designs: its man pages fruit.Rd (a balanced block design: rows are questions,
/// values items) and mfa.Rd (a two-level array: a 2 says that the item is in the question). Answers are places in the question.
/// That of ricebws1 comes from a seeded search of another package and is printed nowhere at hand, so that it is not used. No
/// published estimates were found: what is checked is that answers and design fit, and that at the maximum the model gives every
/// item the best-minus-worst count that it has.
/// </summary>
public sealed class BestWorstPublishedTests
{
    private static readonly int[][] Fruit =
    [
        [1, 4, 6, 7], [2, 3, 4, 6], [2, 4, 5, 7], [1, 2, 5, 6], [1, 3, 4, 5], [3, 5, 6, 7], [1, 2, 3, 7],
    ];

    private static readonly int[][] Agriculture =
    [
        [2, 5, 7, 8, 9], [1, 3, 4, 5, 9], [2, 4, 5, 6], [1, 4, 6, 7, 8], [1, 2, 3, 7], [4, 7, 9], [1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 2, 6, 9],
        [3, 5, 6, 7], [3, 6, 8, 9], [2, 3, 4, 8],
        [1, 5, 8],
    ];

    [TestCase("sequential")]
    [TestCase("max-diff")]
    [TestCase("marginal")]
    public void Fruit_counts_are_reproduced(string reading) => Check("bws1_fruit.csv", Fruit, 7, reading);

    [Test]
    public void Agriculture_counts_are_reproduced() => Check("bws1_mfa.csv", Agriculture, 9, "max-diff");

    [Test]
    public void Fruit_estimates_rank_as_their_counts()
    {
        var (csv, net) = Long("bws1_fruit.csv", Fruit, 7);
        var result = Study(csv, "max-diff", 7).Estimates;
        double[] value = [0, .. Enumerable.Range(2, 6).Select(i => result[$"constant.i{i}"])];
        Assert.That(Order(value), Is.EqualTo(Order([.. net.Select(n => (double)n)])));
    }

    private static int[] Order(double[] of) => [.. Enumerable.Range(0, of.Length).OrderBy(i => of[i])];

    private static void Check(string file, int[][] design, int items, string reading)
    {
        var (csv, net) = Long(file, design, items);
        var study = Study(csv, reading, items);
        Assert.That(study.Estimates.Converged, Is.True, study.Estimates.Ending);
        var data = study.Choices.Data;
        double[] p = new Prediction(study.Estimates, data).Probability;
        for (int i = 2; i <= items; i++)
        {
            var column = data.Column($"constant.i{i}"); // 1 in a best choice, −1 in a worst one
            double expected = 0;
            for (int r = 0; r < data.Rows; r++)
            {
                expected += column[r] * p[r];
            }

            Assert.That(expected, Is.EqualTo(net[i - 1]).Within(1e-3), $"item {i}");
        }
    }

    private static StudyResult Study(string csv, string reading, int items) => StudyText.RunOnText(csv, $$"""
        name: best-worst
        title: Items
        data: { file: FILE, layout: long, person: person, situation: question, alternative: item, alternatives: [{{string.Join(", ", Enumerable.Range(1, items).Select(i => $"i{i}"))}}], best: best, worst: worst, best-worst: {{reading}} }
        constants-against: i1
        """);

    /// <summary>The answers in the long layout, and each item's times as best less its times as worst.</summary>
    private static (string Csv, int[] Net) Long(string file, int[][] design, int items)
    {
        var answers = CsvText.Read(Repository.SharedData("choice", file));
        var text = new StringBuilder("person,question,item,best,worst\n");
        int[] net = new int[items];
        for (int n = 0; n < answers.Rows.Length; n++)
        {
            for (int q = 0; q < design.Length; q++)
            {
                int best = (int)answers.Number(n, $"B{q + 1}"), worst = (int)answers.Number(n, $"W{q + 1}");
                Assert.That(Math.Max(best, worst), Is.LessThanOrEqualTo(design[q].Length), $"answer {n + 1}, question {q + 1}");
                net[design[q][best - 1] - 1]++;
                net[design[q][worst - 1] - 1]--;
                for (int place = 1; place <= design[q].Length; place++)
                {
                    text.Append(CultureInfo.InvariantCulture,
                        $"{n},{n * design.Length + q},i{design[q][place - 1]},{(place == best ? 1 : 0)},{(place == worst ? 1 : 0)}\n");
                }
            }
        }

        return (text.ToString(), net);
    }
}
