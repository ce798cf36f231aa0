using System.Globalization;
using InstallSim.Accessibility;
using InstallSim.Inputs;
using InstallSim.Results;
using InstallSim.Scenarios;
using InstallSim.Simulation;
using InstallSim.Simulation.State;

namespace InstallSim.Experiments;

/// <summary>
/// Says when a future without new policies is hardly plausible: then an input is of another area or in another unit, and no comparison
/// with that baseline means anything. The limits are assumptions (docs/territories.md).
/// </summary>
public static class BaselineCheck
{
    /// <summary>ASSUMPTION: the physicians of all territories together end between this share of their number at the start …</summary>
    public const double LeastStock = 0.6;

    /// <summary>ASSUMPTION: … and this multiple of it, over 15 to 25 years.</summary>
    public const double MostStock = 1.6;

    /// <summary>ASSUMPTION: mean accessibility at most doubles and at most halves.</summary>
    public const double MostAccessibility = 2;

    /// <summary>ASSUMPTION: one territory at most doubles, and keeps a third of its physicians at least.</summary>
    public const double MostOfOne = 2, LeastOfOne = 1 / 3.0;

    /// <summary>Physicians at the start from which one territory is looked at: smaller ones change by chance.</summary>
    public const double LeastLookedAt = 30;

    /// <summary>Most territories times years of which a run is made to look at them: a second or two.</summary>
    internal const int MostCells = 40_000;

    /// <summary>Looks at the baseline of results, means over their replications.</summary>
    public static IReadOnlyList<InputMessage> Of(RunResults results)
    {
        Manifest m = results.Manifest;
        string baseline = m.Baseline ?? m.Scenarios[0].Name;
        if (m.Baseline is null && m.Scenarios[0].Policies.Count > 0)
        {
            return [];
        }

        Dictionary<(string Territory, int Year, string Indicator), double> values = results.Territories
            .Where(r => r.Scenario == baseline && (r.Year == m.FirstYear || r.Year == m.LastYear))
            .Where(r => r.Indicator is "stock" or "accessibility")
            .ToDictionary(r => (r.Territory, r.Year, r.Indicator), r => r.Mean);
        double[] Column(int year, string indicator) =>
            [.. results.Places.Select(p => values.GetValueOrDefault((p.Code, year, indicator)))];
        return Of(new Course(
            [.. results.Places.Select(p => p.Name)], [.. results.Places.Select(p => p.Population)], m.LastYear - m.FirstYear,
            Column(m.FirstYear, "stock"), Column(m.LastYear, "stock"),
            Column(m.FirstYear, "accessibility"), Column(m.LastYear, "accessibility")));
    }

    /// <summary>Looks at one run of a scenario without its policies and without doubt; not where that would take long.</summary>
    internal static IReadOnlyList<InputMessage> Of(PreparedScenario prepared)
    {
        Scenario scenario = prepared.Scenario;
        int count = prepared.Territories.Count, last = scenario.Years.Count - 1;
        if (count * scenario.Years.Count > MostCells)
        {
            return [];
        }

        PreparedScenario baseline = prepared.With(scenario with
        {
            Policies = [],
            Budgets = new Dictionary<string, Policies.Budget>(),
            Uncertainty = Uncertainty.None,
        });
        RunRecord run = new Simulator(baseline, 0, Environment.ProcessorCount).Run();
        double[] Column(float[] values, int year) => [.. values.AsSpan(year * count, count).ToArray().Select(v => (double)v)];
        return Of(new Course(prepared.Territories.Name, prepared.Territories.Population, last,
            Column(run.Stock, 0), Column(run.Stock, last), Column(run.Accessibility, 0), Column(run.Accessibility, last)));
    }

    internal static IReadOnlyList<InputMessage> Of(Course c)
    {
        List<InputMessage> doubts = [];
        (double before, double after) = (c.StockBefore.Sum(), c.StockAfter.Sum());
        if (before > 0 && (after > MostStock * before || after < LeastStock * before))
        {
            doubts.Add($"implausible baseline: {before:0} physicians become {after:0} in {c.Years} years without any new policy (× "
                + $"{after / before:0.0}); do graduates-share and the other settings of the area fit these territories?");
        }

        double accessBefore = Inequality.Mean(c.AccessBefore, c.Population), accessAfter = Inequality.Mean(c.AccessAfter, c.Population);
        if (accessBefore > 0 && (accessAfter > MostAccessibility * accessBefore || accessAfter < accessBefore / MostAccessibility))
        {
            doubts.Add($"implausible baseline: mean accessibility goes from {accessBefore:0.00} to {accessAfter:0.00} in {c.Years} years "
                + $"without any new policy");
        }

        var far = Enumerable.Range(0, c.Name.Count).Where(i => c.StockBefore[i] >= LeastLookedAt)
            .Select(i => (Name: c.Name[i], Before: c.StockBefore[i], After: c.StockAfter[i]))
            .Where(t => t.After > MostOfOne * t.Before || t.After < LeastOfOne * t.Before)
            .OrderByDescending(t => Math.Abs(t.After - t.Before)).ToArray();
        if (far.Length > 0)
        {
            string worst = string.Join(", ", far.Take(3).Select(t => string.Create(CultureInfo.InvariantCulture,
                $"{t.Name} {t.Before:0} → {t.After:0}")));
            doubts.Add($"implausible baseline: {far.Length} of {c.StockBefore.Count(s => s >= LeastLookedAt)} territories with "
                + $"{LeastLookedAt} physicians or more end with more than {MostOfOne} times as many, or less than a third: {worst}");
        }

        return doubts;
    }

    /// <summary>Start and end of a future, by territory.</summary>
    internal sealed record Course(
        IReadOnlyList<string> Name, double[] Population, int Years, double[] StockBefore, double[] StockAfter,
        double[] AccessBefore, double[] AccessAfter);
}
