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
public static class Losses
{
    /// <summary>Where GPs may be lost beside the headline outcomes: where the policy works, where it does not, elsewhere.</summary>
    private static readonly string[] Places = ["gps-in-covered", "gps-elsewhere", "rest-of-country"];

    /// <summary>All of them: losses of GPs by their size, then others in the order of the headline outcomes.</summary>
    internal static IReadOnlyList<Loss> Of(FigureContext context, ScenarioInfo scenario)
    {
        var results = context.Results;
        var all = Indicators(context, scenario).Where(i => i.Name != "share-under-threshold")
            .Select(i => new Loss(i, results.Difference(scenario.Name, i.Name, context.LastYear)!.Value)).ToList();
        return [.. all.Where(l => l.IsInGps).OrderBy(l => l.Comparison.Difference), .. all.Where(l => !l.IsInGps)];
    }

    /// <summary>That of all GPs together, the worst other one in GPs, and the first of the rest, the worst first.</summary>
    internal static IEnumerable<Loss> WorstOf(FigureContext context, ScenarioInfo scenario) =>
        Of(context, scenario).DistinctBy(l => (l.IsInGps, l.Indicator.Name == "stock"));

    /// <summary>Whether the first lines of a card say an outcome that is clearly worse, with its size: the headline need not.</summary>
    internal static Func<Indicator, bool> HaveLines(FigureContext context, ScenarioInfo scenario)
    {
        HashSet<string> said = [.. WorstOf(context, scenario).Select(l => l.Indicator.Name), "share-under-threshold"];
        return i => said.Contains(i.Name);
    }

    /// <summary>What is clearly worse beside the main outcome, in a sentence; null where nothing is.</summary>
    public static string? Beside(FigureContext context, ScenarioInfo scenario)
    {
        IReadOnlyList<Indicator> all = [.. Indicators(context, scenario)];
        string said = context.Changes(all, isBetter: false);
        return all.Count == 0 ? null
            : context.Results.Losses(scenario.Name).Contains(context.Results.Main)
            ? context.Say($"Other clear losses: it {said}.", $"Autres pertes établies\u00a0: la mesure {said}.")
            : context.Say($"Clear losses: it {said}.", $"Pertes établies\u00a0: la mesure {said}.");
    }

    /// <summary>Headline outcomes that are clearly worse at the last year, but for the main one, and places that lose GPs.</summary>
    private static IEnumerable<Indicator> Indicators(FigureContext context, ScenarioInfo scenario)
    {
        var results = context.Results;
        return results.Losses(scenario.Name).Where(i => i != results.Main).Concat(Places.Select(IndicatorCatalog.Find).OfType<Indicator>()
            .Where(i => Verdicts.Of(results.Difference(scenario.Name, i.Name, context.LastYear)) == Verdict.Down
                && (i.Name != "rest-of-country" || Balance.IsRegion(results))));
    }
}
