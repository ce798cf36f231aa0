using System.Globalization;
using InstallSim.Charts;
using InstallSim.Charts.Pictures;

namespace InstallSim.Benchmarks;

/// <summary>
/// Draws how time grows with sizes, from files of rows factor, times, seconds of each part. Usage: <c>-- pictures</c>, from the project's
/// folder.
/// </summary>
/// <param name="Title">What is to be seen.</param>
/// <param name="Base">What is measured at the base, for the subtitle.</param>
/// <param name="Numbers">Where the numbers stand.</param>
/// <param name="Parts">The parts measured, in the order of the columns.</param>
/// <param name="Factors">What each factor is called; of others nothing is drawn.</param>
internal sealed record GrowthPicture(
    string Title, string Base, string Numbers, string[] Parts, IReadOnlyDictionary<string, string> Factors)
{
    private static readonly GrowthPicture MixedLogit = new(
        "A mixed logit’s time grows about in proportion to people, alternatives and draws, its Hessian’s faster with coefficients",
        "200 people × 10 situations, 4 alternatives, 4 normals, 500 draws, one thread", "docs/estimation.md",
        ["gradient", "Hessian", "whole fit"], new Dictionary<string, string>
        {
            ["N"] = "People (N)",
            ["J"] = "Alternatives (J)",
            ["K"] = "Random coefficients (K)",
            ["R"] = "Draws a person (R)",
        });

    private static readonly GrowthPicture Choosing = new(
        "Choosing takes less than in proportion to territories and variables, least where people share coefficients",
        "2,200 choosers, 1,247 territories in 4 forms, 12 variables of territories and 4 of forms, one thread",
        "benchmarks/results/choosing-growth.csv", ["own coefficients", "31 kinds of coefficients"], new Dictionary<string, string>
        {
            ["N"] = "Choosers (N)",
            ["J"] = "Territories (J)",
            ["K"] = "Variables of territories (K)",
        });

    private static readonly GrowthPicture Runs = new(
        "A run takes less than in proportion to replications; each shard costs its own start",
        "run scenarios/centre-val-de-loire/baseline.yaml, 20 replications, two threads, whole command, report included",
        "benchmarks/results/run-growth.csv", ["wall time", "processor time"], new Dictionary<string, string>
        {
            ["replications"] = "Replications",
            ["shards"] = "Shards, one after another, and their merge",
        });

    /// <summary>Draws all pictures.</summary>
    public static void DrawAll()
    {
        MixedLogit.Draw("benchmarks/results/growth.csv", "docs/images/growth.png");
        Choosing.Draw("benchmarks/results/choosing-growth.csv", "docs/images/choosing-growth.png");
        Runs.Draw("benchmarks/results/run-growth.csv", "docs/images/run-growth.png");
    }

    private void Draw(string file, string picture)
    {
        var rows = File.ReadLines(file).Skip(1).Select(line => line.Split(','))
            .Select(cells => (Factor: cells[0], Times: Number(cells[1]), Seconds: cells.Skip(2).Select(Number).ToArray())).ToList();
        Picture.Write(Draw(rows), picture);
        Console.WriteLine(picture);
    }

    private Chart Draw(List<(string Factor, double Times, double[] Seconds)> rows)
    {
        var panels = rows.GroupBy(r => r.Factor).Where(g => Factors.ContainsKey(g.Key)).Select(g => Panel(Factors[g.Key], [.. g])).ToList();
        return new Chart(
            Title,
            $"Seconds as a multiple of the base ({Base}), by the size as a multiple of its own; both axes logarithmic; "
                + "dashed: in proportion",
            $"Panels of lines, one for each size that grows; the numbers are in {Numbers}.", 760, panels)
        {
            Columns = panels.Count,
            Key = Keys.Of(752,
                [
                    .. Parts.Select((part, k) => new KeyItem(part, Palette.Scenarios[k], Sign.Line)),
                    new KeyItem("in proportion", Palette.Baseline, Sign.Dashed),
                ]),
        };
    }

    private Panel Panel(string heading, List<(string Factor, double Times, double[] Seconds)> rows)
    {
        double[] times = [.. rows.SelectMany(r => Parts.Select((_, k) => Times(r, k)))];
        double most = rows.Max(r => r.Times), highest = Math.Max(most, times.Max()), lowest = Math.Min(1, times.Min());
        double Times((string Factor, double Times, double[] Seconds) row, int part) => row.Seconds[part] / rows[0].Seconds[part];
        string Written(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
        Axis Multiples(double from, double to, IEnumerable<double> ticks) =>
            new(from, to) { IsLogarithmic = true, Ticks = [.. ticks.Select(t => new Tick(t, "×" + Written(t)))], HasGrid = true };
        return new Panel(Multiples(1, most, rows.Select(r => r.Times)),
            Multiples(lowest, highest, new[] { 0.5, 1, 2, 5, 10, 20, 50 }.Where(t => t >= lowest && t <= highest)), 200,
        [
            Mark.One(new Line([new(1, 1), new(most, most)], Palette.Baseline) { IsDashed = true, Thickness = 1.5 }),
            Mark.Of(Parts.Select((part, k) =>
                new Line([.. rows.Select(r => new Point(r.Times, Times(r, k)))], Palette.Scenarios[k]))),
            Mark.Of(Parts.SelectMany((part, k) => rows.Select(r => new Dot(r.Times, Times(r, k), Palette.Scenarios[k]) { Diameter = 6 }))),
        ])
        {
            Heading = new Heading(heading),
        };
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
