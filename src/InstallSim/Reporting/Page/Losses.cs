using InstallSim.Indicators;
using InstallSim.Results;

namespace InstallSim.Reporting.Page;

/// <summary>An outcome that a policy clearly worsens by the last year.</summary>
internal sealed record Loss(Indicator Indicator, Comparison Comparison)
{
    /// <summary>Whether it is counted in GPs, so that it compares with others of its kind.</summary>
    public bool IsInGps => Indicator.Unit == "GPs";
}

/// <summary>What a policy clearly worsens, the worst first; without what a card says anyway of the main outcome and of people.</summary>
internal static class Losses
{
    /// <summary>Where GPs may be lost beside the headline outcomes: where the policy works, where it does not, elsewhere.</summary>
    private static readonly string[] Places = ["gps-in-covered", "gps-elsewhere", "rest-of-country"];

    /// <summary>All of them: losses of GPs by their size, then others in the order of the headline outcomes.</summary>
    public static IReadOnlyList<Loss> Of(FigureContext context, ScenarioInfo scenario)
    {
        var results = context.Results;
        var all = results.Losses(scenario.Name).Where(i => i != results.Main && i.Name != "share-under-threshold")
            .Concat(Places.Select(IndicatorCatalog.Find).OfType<Indicator>()
                .Where(i => Verdicts.Of(Last(i)) == Verdict.Down && (i.Name != "rest-of-country" || Balance.IsRegion(results))))
            .Select(i => new Loss(i, Last(i)!.Value)).ToList();
        return [.. all.Where(l => l.IsInGps).OrderBy(l => l.Comparison.Difference), .. all.Where(l => !l.IsInGps)];

        Comparison? Last(Indicator indicator) => results.Difference(scenario.Name, indicator.Name, results.Manifest.LastYear);
    }

    /// <summary>That of all GPs together, the worst other one in GPs, and the first of the rest, the worst first.</summary>
    public static IEnumerable<Loss> WorstOf(FigureContext context, ScenarioInfo scenario) =>
        Of(context, scenario).DistinctBy(l => (l.IsInGps, l.Indicator.Name == "stock"));
}
