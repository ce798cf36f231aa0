namespace InstallSim.Results;

/// <summary>An indicator of one territory: a name in <c>territories.csv</c>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Unit">Its unit; <c>accessibility</c> is that of the run's metric.</param>
/// <param name="English">Its label in English.</param>
/// <param name="French">Its label in French.</param>
/// <param name="Definition">What is counted.</param>
public sealed record TerritoryIndicator(string Name, string Unit, string English, string French, string Definition);

/// <summary>What results hold of every territory and year.</summary>
public static class TerritoryIndicators
{
    /// <summary>All of them, in the order written.</summary>
    public static IReadOnlyList<TerritoryIndicator> All { get; } =
    [
        new("stock", "GPs", "GPs in practice", "Médecins généralistes installés", "physicians installed there at the end of the year"),
        new("accessibility", "accessibility", "Accessibility to GPs", "Accessibilité aux généralistes",
            "the run's metric, from the supply of the year"),
        new("installations", "GPs/year", "New installations", "Installations", "physicians without a place who took one there in the year"),
        new("entries", "GPs/year", "Arrivals", "Arrivées", "installations there and moves into it in the year"),
        new("under-40", "GPs", "GPs under 40", "Généralistes de moins de 40 ans", "physicians installed there under 40"),
    ];
}
