using InstallSim.Inputs;

namespace InstallSim.Scenarios;

/// <summary>Couples of two physicians who graduate in the same year and decide together where both install.</summary>
public sealed record CoupleSettings
{
    [Key("share",
        "Share of the graduates of each simulated year who decide together with another of them, a woman and a man; 0: nobody does.",
        Min = 0, Max = 1,
        Source = "ASSUMPTION: 0; an upper end is 0.22: physicians whose partner is a physician of any kind (DREES ER 430, evidence B2)")]
    [French(
        "Part des diplômés de chaque année simulée qui décident avec un autre d’entre eux, une femme et un homme\u00a0; 0\u00a0: " +
        "personne.")]
    public Quantity Share { get; init; } = 0;

    [Key("minutes", "Longest way by car between the territories of the two when both practise.", Unit = "minutes", Min = 0, Max = 240,
        Source = "ASSUMPTION")]
    [French("Trajet le plus long en voiture entre les territoires des deux, quand tous deux exercent.")]
    public double Minutes { get; init; } = 30;
}
