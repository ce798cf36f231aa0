using InstallSim.Indicators;
using InstallSim.Outputs;
using InstallSim.Reporting;
using InstallSim.Reporting.Page;
using InstallSim.Results;

namespace InstallSim.Cli;

/// <summary>What came out, as a table on the terminal: differences from the baseline at the last year with their 95 % intervals.</summary>
internal static class OutcomeTable
{
    /// <summary>Columns are no narrower, so that a word of a heading stays whole.</summary>
    private const int LeastWidth = 14;

    private const string Gap = "  ";

    /// <summary>Behind an end of an interval that cannot be.</summary>
    private const string Beyond = "*";

    private const string Cost = "policy-cost-cumulative", CostOfGp = "cost-per-additional-gp";

    /// <summary>Above this a number has no decimals: they would be noise, and no room.</summary>
    private const double Large = 1000;

    private static readonly (string Indicator, string English, string French, double Scale, int Decimals)[] Columns =
    [
        ("stock-under-dense", "GPs in under-dense territories", "généralistes en territoire sous-dense", 1, 1),
        ("accessibility-mean", "mean accessibility", "accessibilité moyenne", 1, 3),
        ("share-under-threshold", "population under-dense, points", "population sous-dense, points", 100, 2),
        (Cost, "cost, M€", "coût, M€", 0.001, 1),
        (CostOfGp, "k€ per additional GP", "k€ par généraliste de plus", 1, 0),
    ];

    public static void Write(RunResults results, TextWriter output, ReportText text)
    {
        text = text.Calling(results.Manifest.Specialty);
        int last = results.Manifest.LastYear;
        var context = new FigureContext(new ResultIndex(results with { Territories = [], Moves = [] }), text);
        if (results.Comparisons.Count == 0)
        {
            WriteLevels(results, output, last, text);
        }
        else
        {
            WriteDifferences(context, results, output, text);
        }

        foreach (string line in Notes(context))
        {
            output.WriteLine(line);
        }

        string ties = context.Ties(name => IsColumn(name) || Balance.WithIntervals.Contains(name));
        string doubt = results.Manifest.HoldsDoubt && results.Comparisons.Count > 0
            ? $"{Doubt(results, last, text)} {context.ZeroEnds(IsColumn)}" : "";
        if ((doubt + ties).TrimEnd() is { Length: > 0 } said)
        {
            output.WriteLine(said);
        }
    }

    private static bool IsColumn(string indicator) => Columns.Any(c => c.Indicator == indicator);

    private static void WriteDifferences(FigureContext context, RunResults results, TextWriter output, ReportText text)
    {
        Manifest m = results.Manifest;
        int last = m.LastYear;
        string how = !m.HasIntervals ? context.InBrackets() : text.Colon + text.Say(
            $"mean [95 % interval: {context.IntervalHolds()}], {context.Replications}",
            $"moyenne [intervalle à 95\u00a0%\u00a0: {context.IntervalHolds()}], {context.Replications}");
        output.WriteLine(text.Say($"Difference from {m.Baseline} in {last}{how}",
            $"Écart par rapport à «\u00a0{m.Baseline}\u00a0» en {last}{how}"));
        ScenarioInfo[] scenarios = [.. m.Scenarios.Skip(1)];
        int[] decimals = [.. Columns.Select(c => Decimals(results.Comparisons.Where(r => r.Year == last && r.Indicator == c.Indicator)
            .Select(r => (r.Difference * c.Scale, r.Lower * c.Scale, r.Upper * c.Scale)), c.Decimals))];
        string[][][] cells = [.. scenarios.Select(s => results.Comparisons.Where(c => c.Scenario == s.Name && c.Year == last).ToArray())
            .Select(rows => Columns.Zip(decimals, (c, shown) => Cell(context, rows, c.Indicator, c.Scale, shown)).ToArray())];
        int[] width = [.. Columns.Select((_, c) => Math.Max(LeastWidth, cells.Max(row => row[c].Max(line => line.Length))))];
        string[][] headings = [.. Columns.Select((c, k) => Wrapped(text.Say(c.English, c.French), width[k]))];
        WriteLines(output, headings, width);
        output.WriteLine(new string('─', width.Sum(w => w + Gap.Length)));
        foreach ((ScenarioInfo scenario, string[][] row) in scenarios.Zip(cells))
        {
            output.WriteLine(scenario.ShownTitle(text));
            WriteLines(output, row, width);
        }

        output.WriteLine();
        if (cells.Any(row => row[^1][0] is "–"))
        {
            output.WriteLine(text.Say("– per additional GP: none is gained on average, or nothing is paid",
                "– par généraliste de plus\u00a0: aucun n’est gagné en moyenne, ou rien n’est payé"));
        }

        if (cells.SelectMany(row => row).Any(cell => cell[^1].Contains(Beyond, StringComparison.Ordinal)))
        {
            output.WriteLine(text.Say("* beyond what can be: a share differs by 100 points at most",
                "* au-delà du possible\u00a0: une part diffère de 100 points au plus"));
        }

        string[] unknown = [.. scenarios.Zip(cells).Where(s => s.Second[^1][0] == text.NotDetermined().Split(' ')[0])
            .Select(s => s.First.Name)];
        if (unknown.Length > 0)
        {
            output.WriteLine(text.NotDetermined() + text.Colon + context.WhyNotDetermined(Columns[0].Indicator, unknown));
        }
    }

    /// <summary>Cells of some lines side by side, each to the right of its column.</summary>
    private static void WriteLines(TextWriter output, string[][] cells, int[] width)
    {
        for (int line = 0; line < cells.Max(cell => cell.Length); line++)
        {
            output.WriteLine(
                string.Concat(cells.Select((cell, c) => Gap + (cell.ElementAtOrDefault(line) ?? "").PadLeft(width[c]))).TrimEnd(' '));
        }
    }

    /// <summary>A heading on as many lines as its words need.</summary>
    private static string[] Wrapped(string heading, int width)
    {
        var lines = new List<string> { "" };
        foreach (string word in heading.Split(' '))
        {
            string longer = lines[^1].Length == 0 ? word : $"{lines[^1]} {word}";
            if (longer.Length > width && lines[^1].Length > 0)
            {
                lines.Add(word);
            }
            else
            {
                lines[^1] = longer;
            }
        }

        return [.. lines];
    }

    /// <summary>What cannot change, and a line a scenario: where its GPs are and come from, and what became of announced centres.</summary>
    private static IEnumerable<string> Notes(FigureContext context)
    {
        if (Findings.WithoutUnderDense(context) is { Length: > 0 } none)
        {
            yield return none;
        }

        foreach (string caution in Cautions.Of(context))
        {
            yield return caution;
        }

        ReportText text = context.Text;
        foreach (ScenarioInfo scenario in context.Results.Results.Comparisons.Count == 0
            ? [context.Results.Reference]
            : context.Results.Policies)
        {
            string said = string.Join(" ", new[] { Losses.Beside(context, scenario), Gains.Beside(context, scenario) }.OfType<string>()
                .Concat(Balance.Of(context, scenario)));
            if (said.Length > 0)
            {
                yield return $"{scenario.ShownTitle(text)}{text.Say(":", "\u00a0:")} {said}";
            }

            if (PackagesText.Of(context, scenario) is { } together)
            {
                yield return together;
            }

            if (SensitivityText.Of(context with { Scenario = scenario }) is { } hangs)
            {
                yield return hangs;
            }
        }
    }

    private static string Doubt(RunResults results, int last, ReportText text)
    {
        double[] shares =
        [
            .. results.Comparisons.Where(c => c.Year == last && c.Indicator == Columns[0].Indicator && double.IsFinite(c.ChanceShare))
                .Select(c => c.ChanceShare).Order(),
        ];
        string range = shares.Length == 0 ? "" : Range(100 * shares[0], 100 * shares[^1], text);
        string chance = shares.Length == 0 ? "" : text.Say(
            $"; chance has {range} % of the variance of {Columns[0].English}",
            $"\u00a0; le hasard fait {range}\u00a0% de la variance des {Columns[0].French}");
        string rough = !results.Manifest.HasIntervals || results.Manifest.Replications >= DoubtIntervals.Enough ? "" : text.Say(
            $" With fewer than {DoubtIntervals.Enough} replications intervals are rough and may hold values that cannot be.",
            $" Avec moins de {DoubtIntervals.Enough} réplications, les intervalles sont grossiers et peuvent "
                + $"contenir des valeurs impossibles.");
        int drawn = results.Manifest.Drawn.Count;
        string inputs = drawn == 1 ? text.Say("uncertain input", "donnée incertaine") : text.Say("uncertain inputs", "données incertaines");
        return text.Say(
            $"Drawn once for two replications: {drawn} {inputs}{chance}. 'uncertainty: none' leaves chance alone.{rough}",
            $"Tirées une fois pour deux réplications\u00a0: {drawn} {inputs}{chance}. «\u00a0uncertainty: none\u00a0» ne "
                + $"laisse que le hasard.{rough}");
    }

    private static string Range(double least, double most, ReportText text) =>
        (text.Number(least, 0), text.Number(most, 0)) is var (low, high) && low == high ? low : $"{low} {text.Say("to", "à")} {high}";

    private static void WriteLevels(RunResults results, TextWriter output, int last, ReportText text)
    {
        output.WriteLine(results.Manifest.IsOneReplication ? text.Say($"In {last}: one replication", $"En {last}\u00a0: une réplication")
            : text.Say($"In {last}: mean over replications", $"En {last}\u00a0: moyenne des réplications"));
        foreach ((string indicator, string english, string french, double scale, int decimals) in Columns.SkipLast(1))
        {
            double mean = results.Observations.Where(o => o.Year == last && o.Indicator == indicator).Average(o => o.Value) * scale;
            string label = text.Say(english, french).Replace(", points", ", %", StringComparison.Ordinal);
            output.WriteLine($"  {label,-40}{(indicator == Cost && mean == 0 ? "–" : text.Number(mean, decimals)),10}");
        }

        output.WriteLine();
    }

    /// <summary>Decimals of a column: none where an interval is so large, unless another row would read as 0 for it.</summary>
    private static int Decimals(IEnumerable<(double Mean, double Lower, double Upper)> column, int usual)
    {
        (double Mean, double Lower, double Upper)[] rows = [.. column];
        return rows.Any(r => Math.Max(Math.Abs(r.Lower), Math.Abs(r.Upper)) >= Large)
            && !rows.Any(r => r.Mean != 0 && Math.Abs(r.Mean) < 0.5) ? 0 : usual;
    }

    /// <summary>The mean and, below it, its interval.</summary>
    private static string[] Cell(FigureContext context, Comparison[] rows, string indicator, double scale, int shown)
    {
        ReportText text = context.Text;
        Comparison row = rows.FirstOrDefault(r => r.Indicator == indicator);
        bool isNoCost = row is { Indicator: Cost, Difference: 0, Lower: 0 or double.NaN, Upper: 0 or double.NaN };
        if (row.Indicator is null || double.IsNaN(row.Difference) || isNoCost)
        {
            return ["–"];
        }

        bool isKnown = double.IsFinite(row.Lower);
        if (!isKnown && indicator == CostOfGp)
        {
            return text.NotDetermined().Split(' ');
        }

        double most = IndicatorCatalog.Find(indicator)!.MostDifference();
        string Number(double end) =>
            text.WithSign(end * scale, ReportText.DecimalsOfEnd(end * scale, shown)) + (Math.Abs(end) > most ? Beyond : "");
        string interval = row.IsTied ? text.Say("[same in all]", "[partout égal]")
            : !isKnown ? text.Say("[no interval]", "[sans intervalle]")
            : indicator == CostOfGp && context.IsSetToZero(row.Lower, row.Upper)
            ? $"[{text.Say("up to", "jusqu’à")} {Number(row.Lower == 0 ? row.Upper : row.Lower)}]"
            : $"[{Number(row.Lower)}{text.Say(",", "\u00a0;")} {Number(row.Upper)}]";
        return [row.IsTied ? Number(row.Difference) : text.WithSign(row.Difference * scale, shown), interval];
    }
}
