using System.Diagnostics;
using System.Globalization;
using InstallSim.Choice.Designs;

namespace InstallSim.Tests.Published;

/// <summary>Designs that other programs made, beside ours of the same attributes, levels, priors and number of sets.</summary>
public sealed class DesignPublishedTests
{
    private static string[][] Read(string file) =>
        [.. File.ReadAllLines(Repository.SharedData("choice", file)).Select(l => l.Replace("\"", "", StringComparison.Ordinal).Split(','))];

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static double Error(DesignProblem problem, int[][] sets) => new DesignState(problem, sets, 1).Value;

    /// <summary>The 100 sets of evdce's wind farms: two farms of five attributes and the status quo.</summary>
    private static (DesignProblem Problem, int[][] Sets) WindFarms()
    {
        string[][] lines = Read("windmills_design.csv");
        int At(int alternative, string name) => Array.IndexOf(lines[0], $"alt{alternative + 2}_{name}");
        string[] numbers = ["redkite", "distance", "cost"];
        double[][] levels = [.. numbers.Select(name => lines.Skip(1)
            .SelectMany(l => (double[])[Number(l[At(0, name)]), Number(l[At(1, name)])]).Distinct().Order().ToArray())];
        var slots = new List<DesignSlot>();
        var variables = new List<DesignVariable>();
        for (int j = 0; j < 2; j++)
        {
            for (int a = 0; a < 5; a++)
            {
                slots.Add(new DesignSlot(j, a, a < 2 ? 3 : levels[a - 2].Length));
                int s = slots.Count - 1;
                variables.AddRange(a < 2
                    ? (DesignVariable[])[new(j, 1 + (2 * a), [s], [0, 1, 0]), new(j, 2 + (2 * a), [s], [0, 0, 1])]
                    : [new(j, 3 + a, [s], levels[a - 2])]);
            }
        }

        int[] Set(string[] line) => [.. Enumerable.Range(0, 2).SelectMany(j => (int[])
        [
            (int)(Number(line[At(j, "farm2")]) + (2 * Number(line[At(j, "farm3")]))),
            (int)(Number(line[At(j, "height2")]) + (2 * Number(line[At(j, "height3")]))),
            .. numbers.Select((name, i) => Array.IndexOf(levels[i], Number(line[At(j, name)]))),
        ])];
        return (new DesignProblem
        {
            Sets = 100,
            Alternatives = 2,
            Slots = slots,
            Variables = variables,
            Fixed = [[1, 0, 0, 0, 0, 0, 0, 0]],
            Priors = [[0, 0.25, 0.5, 0.25, 0.5, -0.05, 0.5, -0.05]],
            Repeats = 10,
        }, [.. lines.Skip(1).Select(Set)]);
    }

    [Test]
    public void The_wind_farms_of_evdce_are_bettered_without_plain_tasks_and_in_seconds()
    {
        var (problem, theirs) = WindFarms();
        Assert.That(Error(problem, theirs), Is.EqualTo(0.03885682).Within(1e-7), "as stored with it");
        var before = new List<int[][]>();
        foreach ((DesignBalance balance, double most) in ((DesignBalance, double)[])
            [(DesignBalance.Full, 0.0389), (DesignBalance.Near, 0.0370), (DesignBalance.None, 0.0360)])
        {
            var clock = Stopwatch.StartNew();
            int[][] ours = DesignSearch.Run(problem with { Balance = balance }, 2, 1, before)!;
            before.Add(ours);
            TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"wind farms, balance {balance}: {Error(problem, ours):0.000000} against {Error(problem, theirs):0.000000}, "
                    + $"{clock.Elapsed.TotalSeconds:0.0} s; plain tasks {DesignAudit.Of(problem, ours).IsPlain.Count(p => p)} against "
                    + $"{DesignAudit.Of(problem, theirs).IsPlain.Count(p => p)}"));
            Assert.That(Error(problem, ours), Is.LessThan(most));
            Assert.That(DesignAudit.Of(problem, ours).IsPlain, Is.All.False);
        }

        int[][] better = DesignSearch.Improve(problem, [.. theirs.Select(s => (int[])s.Clone())], 1)!;
        Assert.That(Error(problem, better), Is.LessThan(0.036));
    }

    /// <summary>The eight sets of idefix's aggregate design: three attributes of three levels, dummies; all its people had them.</summary>
    private static (DesignProblem Problem, int[][] Sets) Aggregate()
    {
        string[][] rows = [.. Read("idefix_aggregate_design.csv").Skip(1).Where(l => l[1] == "1")];
        int[] Levels(string[] row) => [.. Enumerable.Range(0, 3)
            .Select(a => (int)(Number(row[3 + (2 * a)]) + (2 * Number(row[4 + (2 * a)]))))];
        return (new DesignProblem
        {
            Sets = rows.Length / 2,
            Alternatives = 2,
            Slots = [.. Enumerable.Range(0, 6).Select(s => new DesignSlot(s / 3, s % 3, 3))],
            Variables = [.. Enumerable.Range(0, 6).SelectMany(s => (DesignVariable[])
                [new(s / 3, 2 * (s % 3), [s], [0, 1, 0]), new(s / 3, (2 * (s % 3)) + 1, [s], [0, 0, 1])])],
            Priors = [new double[6]],
        }, [.. rows.Chunk(2).Select(pair => (int[])[.. Levels(pair[0]), .. Levels(pair[1])])]);
    }

    [TestCase(DesignBalance.None)]
    [TestCase(DesignBalance.Near)]
    public void The_aggregate_design_of_idefix_is_bettered(DesignBalance balance)
    {
        var (problem, theirs) = Aggregate();
        int[][] ours = DesignSearch.Run(problem with { Balance = balance }, 20, 1)!;
        TestContext.Out.WriteLine(FormattableString.Invariant(
            $"idefix, balance {balance}: {Error(problem, ours):0.0000} against {Error(problem, theirs):0.0000}"));
        Assert.That(Error(problem, ours), Is.LessThan(Error(problem, theirs)));
    }
}
