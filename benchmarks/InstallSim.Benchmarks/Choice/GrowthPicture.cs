using System.Globalization;
using InstallSim.Charts;
using InstallSim.Charts.Pictures;

namespace InstallSim.Benchmarks.Choice;

/// <summary>
/// Draws how the time of a mixed logit grows, from what <c>-- growth FILE.csv</c> wrote. Usage: <c>--
/// pictures</c>, from the project's folder.
/// </summary>
internal static class GrowthPicture
{
    /// <summary>Columns of the file.</summary>
    public const string Columns = "factor,times,gradient_s,hessian_s,fit_s";

    private static readonly (string Name, string Colour)[] Parts =
        [("gradient", Palette.Scenarios[0]), ("Hessian", Palette.Scenarios[1]), ("whole fit", Palette.Scenarios[2])];

    private static readonly Dictionary<string, string> Factors = new()
    {
        ["N"] = "People (N)",
        ["J"] = "Alternatives (J)",
        ["K"] = "Random coefficients (K)",
        ["R"] = "Draws a person (R)",
    };

    public static void Run(string file, string picture)
    {
        var rows = File.ReadLines(file).Skip(1).Select(line => line.Split(','))
            .Select(cells => (Factor: cells[0], Times: Number(cells[1]), Seconds: cells.Skip(2).Select(Number).ToArray())).ToList();
        Picture.Write(Draw(rows), picture);
        Console.WriteLine(picture);
    }

    private static Chart Draw(List<(string Factor, double Times, double[] Seconds)> rows)
    {
        var panels = rows.GroupBy(r => r.Factor).Select(g => Panel(Factors[g.Key], [.. g])).ToList();
        return new Chart(
            "A mixed logit’s time grows about in proportion to people, alternatives and draws, its Hessian’s faster with coefficients",
            "Seconds as a multiple of the base (200 people × 10 situations, 4 alternatives, 4 normals, 500 draws, one "
                + "thread), by the size as a "
            + "multiple of its own; both axes logarithmic; dashed: in proportion",
            "Four panels of lines, one for each size that grows; the numbers are in docs/estimation.md.", 760, panels)
        {
            Columns = 4,
            Key = Keys.Of(752,
                [
                    .. Parts.Select(p => new KeyItem(p.Name, p.Colour, Sign.Line)),
                    new KeyItem("in proportion", Palette.Baseline, Sign.Dashed),
                ]),
        };
    }

    private static Panel Panel(string heading, List<(string Factor, double Times, double[] Seconds)> rows)
    {
        double most = rows.Max(r => r.Times), highest = 80;
        string Written(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
        Axis Multiples(double to, IEnumerable<double> ticks) =>
            new(1, to) { IsLogarithmic = true, Ticks = [.. ticks.Select(t => new Tick(t, "×" + Written(t)))], HasGrid = true };
        return new Panel(Multiples(most, rows.Select(r => r.Times)), Multiples(highest, [1, 2, 5, 10, 20, 50]), 200,
        [
            Mark.One(new Line([new(1, 1), new(most, most)], Palette.Baseline) { IsDashed = true, Thickness = 1.5 }),
            Mark.Of(Parts.Select((part, k) =>
                new Line([.. rows.Select(r => new Point(r.Times, r.Seconds[k] / rows[0].Seconds[k]))], part.Colour))),
            Mark.Of(Parts.SelectMany((part, k) => rows.Select(r =>
                new Dot(r.Times, r.Seconds[k] / rows[0].Seconds[k], part.Colour) { Diameter = 6 }))),
        ])
        {
            Heading = new Heading(heading),
        };
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
