namespace InstallSim.Validation;

/// <summary>A forecast that anybody could make, and what it knows.</summary>
/// <param name="Name">Kebab-case.</param>
/// <param name="English">What people call it.</param>
/// <param name="French">The same in French.</param>
/// <param name="Forecast">Physicians at the end, shape [n].</param>
public sealed record NaiveForecast(string Name, string English, string French, double[] Forecast);

/// <summary>Three forecasts that a model must beat to be worth its trouble.</summary>
internal static class NaiveRules
{
    /// <summary>Names of the rules.</summary>
    public const string NoChange = "no-change", NationalShare = "national-share", MeanReversion = "mean-reversion";

    /// <summary>All three.</summary>
    /// <param name="start">Physicians at the start, shape [n].</param>
    /// <param name="population">Inhabitants, shape [n].</param>
    /// <param name="endTotal">Physicians of all these territories at the end, of which the second rule is told.</param>
    /// <param name="years">Years between the two.</param>
    /// <param name="halfLife">Years in which mean reversion halves a difference of density.</param>
    public static IReadOnlyList<NaiveForecast> All(double[] start, double[] population, double endTotal, int years, double halfLife) =>
    [
        new(NoChange, "no change", "aucun changement", [.. start]),
        new(NationalShare, "share of the national change", "part de l’évolution nationale", Shared(start, endTotal)),
        new(MeanReversion, "mean reversion", "retour à la moyenne", Reverting(start, population, years, halfLife)),
    ];

    /// <summary>
    /// Every territory changes in the proportion in which all together did: f = s·E / Σs. It is told the total E of the later year,
    /// so that it is right about that: a hard bar.
    /// </summary>
    private static double[] Shared(double[] start, double endTotal)
    {
        double times = endTotal / start.Sum();
        return [.. start.Select(count => count * times)];
    }

    /// <summary>
    /// Densities come closer to the mean d̄ = Σs / Σp: f = p·(d̄ + (s / p − d̄)·2^(−years / half-life)). The total stays.
    /// </summary>
    private static double[] Reverting(double[] start, double[] population, int years, double halfLife)
    {
        double mean = start.Sum() / population.Sum(), left = Math.Pow(2, -years / halfLife);
        return [.. start.Zip(population, (count, people) => (people * mean) + ((count - (people * mean)) * left))];
    }
}
