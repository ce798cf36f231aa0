using InstallSim.Inputs;

namespace InstallSim.Policies;

/// <summary>Who is served first by a budget that is too small.</summary>
public enum BudgetRule : byte
{
    /// <summary>By the year's lottery, as if they had come in its order.</summary>
    FirstCome,
    /// <summary>The territories of lowest accessibility first.</summary>
    ByNeed,
    /// <summary>All who ask, each a like part: money is cut, and of acts that cannot be cut each policy has its part.</summary>
    Proportional,
}

/// <summary>Money that some policies share; what they cost together never exceeds it in any year.</summary>
public sealed record Budget
{
    [Key("keur-per-year", "Most that the policies which name the budget may cost together in a year.", Required = true, Unit = "k€/year",
        Min = 0, Max = 100_000_000)]
    [Plausible(10, 1_000_000, "a part of a post, up to a billion euros a year", "une part de poste, jusqu’à un milliard d’euros par an")]
    [French("Montant que les mesures qui nomment ce budget peuvent coûter ensemble, au plus, par an.")]
    public double KeurPerYear { get; init; }

    [Key("rule",
        "Who is served first: first-come by the year's lottery; by-need, the lowest accessibility; proportional, all a like part.")]
    [French(
        "Qui est servi d’abord\u00a0: first-come, selon la loterie de l’année\u00a0; by-need, l’accessibilité la plus " +
        "faible\u00a0; proportional, tous à parts égales.")]
    public BudgetRule Rule { get; init; }
}
