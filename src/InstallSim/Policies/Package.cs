using InstallSim.Inputs;

namespace InstallSim.Policies;

/// <summary>
/// Policies that are one plan of several parts: years and a budget that they share where they say none of their own, and the work of
/// coordinating them where several are at work in one place.
/// </summary>
public sealed record Package
{
    [Key("from", "First year of its policies, unless they say a later one.", Required = true, Min = 1900, Max = 2200)]
    [French("Première année de ses mesures, sauf si elles en disent une plus tardive.")]
    public int From { get; init; }

    [Key("until", "Last year of its policies, unless they say an earlier one; without end when not given.", Min = 1900, Max = 2200)]
    [French("Dernière année de ses mesures, sauf si elles en disent une plus proche\u00a0; sans fin si rien n’est dit.")]
    public int? Until { get; init; }

    [Key("budget", "Name of the scenario's budget that pays for all its policies and their coordination; one that says 'budget: null' is " +
        "outside it.")]
    [French(
        "Nom du budget du scénario qui paie toutes ses mesures et leur coordination\u00a0; celle qui dit «\u00a0budget: null\u00a0» " +
        "n’y est pas.")]
    public string? Budget { get; init; }

    [Key("coordination-keur",
        "Public cost of coordinating the policies of the package, for each policy at work in a territory beyond the first.",
        Unit = "k€/year", Min = 0, Max = 10000, Source = "ASSUMPTION: a tenth of a post of 50 k€; no cost was found")]
    [French("Coût public de la coordination de ses mesures, pour chaque mesure à l’œuvre dans un territoire au-delà de la première.")]
    public Quantity CoordinationKeur { get; init; } = new() { Value = 5, Low = 0, High = 15, Source = "ASSUMPTION" };
}
