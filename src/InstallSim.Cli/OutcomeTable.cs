using System.Globalization;
using InstallSim.Outputs;
using InstallSim.Reporting;
using InstallSim.Reporting.Page;
using InstallSim.Results;
using Spectre.Console;

namespace InstallSim.Cli;

/// <summary>What came out, as a table on the terminal: differences from the baseline at the last year with their 95 % intervals.</summary>
internal static class OutcomeTable
{
    private const string Cost = "policy-cost-cumulative";

    private static readonly (string Indicator, string Heading, double Scale, string Format)[] Columns =
    [
        ("stock-under-dense", "GPs in under-dense territories", 1, "0.0"),
        ("accessibility-mean", "mean accessibility", 1, "0.000"),
        ("share-under-threshold", "population under-dense, points", 100, "0.00"),
        (Cost, "cost, M€", 0.001, "0.0"),
        ("cost-per-additional-gp", "k€ per additional GP", 1, "0"),
    ];

    public static void Write(RunResults results, TextWriter output)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output), ColorSystem = ColorSystemSupport.NoColors });
        console.Profile.Width = Console.IsOutputRedirected ? 200 : Math.Max(100, console.Profile.Width);
        int last = results.Manifest.LastYear;
        var table = new Table().Border(TableBorder.Simple).AddColumn($"In {last}");
        if (results.Comparisons.Count == 0)
        {
            WriteLevels(results, table.AddColumn("mean over replications"), last);
        }
        else
        {
            table.Title($"Difference from {Markup.Escape(results.Manifest.Baseline!)} in {last}: mean [[95 % interval: {(results.Manifest.HoldsDoubt ? "doubt and chance" : "chance alone")}]], {results.Manifest.Replications} replications");
            Array.ForEach(Columns, c => table.AddColumn(new TableColumn(c.Heading).RightAligned()));
            foreach (ScenarioInfo scenario in results.Manifest.Scenarios.Skip(1))
            {
                Comparison[] rows = [.. results.Comparisons.Where(c => c.Scenario == scenario.Name && c.Year == last)];
                table.AddRow([Markup.Escape(scenario.Title), .. Columns.Select(c => Markup.Escape(Cell(rows, c.Indicator, c.Scale, c.Format)))]);
            }
        }

        console.Write(table);
        foreach (string line in Notes(results))
        {
            output.WriteLine(line);
        }

        if (results.Manifest.HoldsDoubt && results.Comparisons.Count > 0)
        {
            output.WriteLine(Doubt(results, last));
        }
    }

    /// <summary>A line a scenario: where its GPs are and come from, and what became of announced centres.</summary>
    private static IEnumerable<string> Notes(RunResults results)
    {
        var context = new FigureContext(new ResultIndex(results with { Territories = [], Moves = [] }), ReportText.English);
        foreach (ScenarioInfo scenario in results.Comparisons.Count == 0 ? [context.Results.Reference] : context.Results.Policies)
        {
            string said = string.Join(" ", Balance.Of(context, scenario));
            if (said.Length > 0)
            {
                yield return $"{scenario.Title}: {said}";
            }
        }
    }

    private static string Doubt(RunResults results, int last)
    {
        double[] shares = [.. results.Comparisons.Where(c => c.Year == last && c.Indicator == Columns[0].Indicator && double.IsFinite(c.ChanceShare)).Select(c => c.ChanceShare).Order()];
        string chance = shares.Length == 0 ? ""
            : string.Create(CultureInfo.InvariantCulture, $"; chance has {Range(100 * shares[0], 100 * shares[^1])} % of the variance of {Columns[0].Heading}");
        string rough = results.Manifest.Replications < DoubtIntervals.Enough
            ? $" With fewer than {DoubtIntervals.Enough} replications intervals are rough and may hold values that cannot be." : "";
        return $"Drawn once for two replications: {results.Manifest.Drawn.Count} uncertain inputs{chance}. 'uncertainty: none' leaves chance alone.{rough}";
    }

    private static string Range(double least, double most) =>
        string.Create(CultureInfo.InvariantCulture, $"{least:0}") is var low && string.Create(CultureInfo.InvariantCulture, $"{most:0}") is var high && low == high
            ? low : $"{low} to {high}";

    private static void WriteLevels(RunResults results, Table table, int last)
    {
        foreach ((string indicator, string heading, double scale, string format) in Columns.SkipLast(1))
        {
            double mean = results.Observations.Where(o => o.Year == last && o.Indicator == indicator).Average(o => o.Value) * scale;
            table.AddRow(heading, indicator == Cost && mean == 0 ? "–" : mean.ToString(format, CultureInfo.InvariantCulture));
        }
    }

    private static string Cell(Comparison[] rows, string indicator, double scale, string format)
    {
        Comparison row = rows.FirstOrDefault(r => r.Indicator == indicator);
        bool isNoCost = row is { Indicator: Cost, Difference: 0, Lower: 0 or double.NaN, Upper: 0 or double.NaN };
        if (row.Indicator is null || double.IsNaN(row.Difference) || isNoCost)
        {
            return "–";
        }

        string Number(double value) => (value * scale).ToString($"+{format};−{format};{format}", CultureInfo.InvariantCulture);
        return double.IsNaN(row.Lower) ? "not determined" : $"{Number(row.Difference)} [{Number(row.Lower)}, {Number(row.Upper)}]";
    }
}
