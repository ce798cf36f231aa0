using InstallSim.Experiments.Points;
using InstallSim.Indicators;
using InstallSim.Outputs;

namespace InstallSim.Experiments.Discovery;

/// <summary>The tables of what was read out of a sweep.</summary>
internal static class DiscoveryTables
{
    /// <summary>Ranges of the boxes taken, a row a restricted number.</summary>
    public const string BoxesFile = "boxes.csv";

    /// <summary>All boxes on the way to those taken.</summary>
    public const string PeelingFile = "peeling.csv";

    /// <summary>Cost and effect of every point, and where it stands.</summary>
    public const string ParetoFile = "pareto.csv";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> Files { get; } = [BoxesFile, PeelingFile, ParetoFile];

    /// <summary>Writes the tables that there is something for.</summary>
    /// <returns>Their names, in their order.</returns>
    public static IReadOnlyList<string> Write(Findings findings, string folder)
    {
        var written = new List<string>();
        if (findings.Boxes.Count > 0)
        {
            WriteBoxes(findings, Path.Combine(folder, BoxesFile));
            WritePeeling(findings, Path.Combine(folder, PeelingFile));
            written.AddRange([BoxesFile, PeelingFile]);
        }

        if (findings.Fronts.Count > 0)
        {
            WritePareto(findings, Path.Combine(folder, ParetoFile));
            written.Add(ParetoFile);
        }

        return written;
    }

    private static void WriteBoxes(Findings findings, string path)
    {
        using var csv = new CsvWriter(path, "scenario", "outcome", "outcome_unit", "above", "below", "number", "number_unit", "low",
            "high", "quasi_p", "coverage", "density", "mass", "points", "cases", "all_points", "all_cases");
        foreach (BoxFinding finding in findings.Boxes)
        {
            // A box without any restriction has one row, of no number: the whole space.
            int[] restricted = [.. Enumerable.Range(0, findings.Table.Numbers.Count).Where(finding.Box.Restricts)];
            foreach (int k in restricted.Length > 0 ? restricted : [-1])
            {
                WhatOf(csv, finding);
                csv.Write(k < 0 ? "" : findings.Table.Numbers[k].Name);
                csv.Write(k < 0 ? "" : findings.Table.Captions.Unit(findings.Table.Numbers[k].Name, ReportText.English));
                csv.Write(k < 0 ? double.NaN : Finite(finding.Box.Low[k]));
                csv.Write(k < 0 ? double.NaN : Finite(finding.Box.High[k]));
                csv.Write(k < 0 ? double.NaN : finding.QuasiP[k]);
                Measures(csv, finding.Box);
            }
        }
    }

    private static void WritePeeling(Findings findings, string path)
    {
        string[] numbers = [.. findings.Table.Numbers.Select(n => n.Name)];
        using var csv = new CsvWriter(path, [
            "scenario", "outcome", "outcome_unit", "above", "below", "step", "coverage", "density", "mass", "points", "cases", "all_points",
            "all_cases", .. numbers.SelectMany(n => new[] { $"{n} low", $"{n} high" })]);
        foreach (BoxFinding finding in findings.Boxes)
        {
            for (int step = 0; step < finding.Path.Count; step++)
            {
                WhatOf(csv, finding);
                csv.Write(step);
                Measures(csv, finding.Path[step], ends: false);
                for (int k = 0; k < numbers.Length; k++)
                {
                    csv.Write(Finite(finding.Path[step].Low[k]));
                    csv.Write(Finite(finding.Path[step].High[k]));
                }

                csv.EndRow();
            }
        }
    }

    private static void WritePareto(Findings findings, string path)
    {
        using var csv = new CsvWriter(path, [
            "cost_outcome", "cost_unit", "effect_outcome", "effect_unit", "scenario", "point",
            .. findings.Table.Numbers.Select(n => n.Name), "cost", "cost_lower", "cost_upper", "effect", "effect_lower",
            "effect_upper", "standing"]);
        foreach (FrontFinding front in findings.Fronts)
        {
            if (front.Baseline is { } baseline)
            {
                WhatOf(csv, front);
                csv.Write(baseline.Name);
                csv.Write("");
                Array.ForEach([.. findings.Table.Numbers.Select(_ => double.NaN), 0.0, double.NaN, double.NaN, 0, double.NaN, double.NaN],
                    csv.Write);
                csv.Write(Said(baseline.Standing));
                csv.EndRow();
            }

            foreach (FrontPoint point in front.Points)
            {
                WhatOf(csv, front);
                csv.Write(point.Row.Scenario);
                csv.Write(point.Row.Point);
                Array.ForEach(point.Row.Numbers, csv.Write);
                Array.ForEach([point.Cost.Mean, point.Cost.Lower, point.Cost.Upper], csv.Write);
                Array.ForEach([point.Effect.Mean, point.Effect.Lower, point.Effect.Upper], csv.Write);
                csv.Write(Said(point.Standing));
                csv.EndRow();
            }
        }
    }

    private static void WhatOf(CsvWriter csv, BoxFinding finding)
    {
        csv.Write(finding.Scenario);
        csv.Write(finding.Outcome.Name);
        csv.Write(UnitOf(finding.Outcome));
        csv.Write(finding.Settings.Above ?? double.NaN);
        csv.Write(finding.Settings.Below ?? double.NaN);
    }

    private static void WhatOf(CsvWriter csv, FrontFinding front)
    {
        csv.Write(front.Cost.Name);
        csv.Write(UnitOf(front.Cost));
        csv.Write(front.Effect.Name);
        csv.Write(UnitOf(front.Effect));
    }

    private static string Said(Standing standing) => standing switch
    {
        Standing.Front => "front",
        Standing.Dominated => "dominated",
        _ => "not-told",
    };

    private static string UnitOf(OutcomeColumn outcome) => IndicatorCatalog.Find(outcome.Indicator)!.Unit;

    private static void Measures(CsvWriter csv, PrimBox box, bool ends = true)
    {
        Array.ForEach([box.Coverage, box.Density, box.Mass], csv.Write);
        Array.ForEach([(long)box.Points, box.Cases, box.AllPoints, box.AllCases], csv.Write);
        if (ends)
        {
            csv.EndRow();
        }
    }

    private static double Finite(double end) => double.IsInfinity(end) ? double.NaN : end;
}
