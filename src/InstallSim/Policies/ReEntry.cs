using InstallSim.Inputs;
using InstallSim.World;

namespace InstallSim.Policies;

/// <summary>
/// Helps physicians who left practice before retirement to come back (<c>retour à l’exercice</c>): refresher training, a way out of
/// salaried work.
/// </summary>
[Called("Return to practice", "Retour à l’exercice")]
internal sealed record ReEntry : Policy
{
    [Key("share", "Share of those who left who come back in a year because of it.", Min = 0, Max = 1,
        Source = "ASSUMPTION; of 724 who leave a year 58 % have a regular job, 24 % are locums, 17.5 % do not work (2013, evidence H3)")]
    [French("Part de ceux qui ont cessé que la mesure fait revenir chaque année.")]
    public Quantity Share { get; init; } = new() { Value = 0.05, Low = 0, High = 0.15, Source = "ASSUMPTION" };

    [Key("within-years", "Years after leaving in which somebody can still come back.", Unit = "years", Min = 1, Max = 40,
        Source = "ASSUMPTION")]
    [French("Années après la cessation pendant lesquelles on peut encore revenir.")]
    public int WithinYears { get; init; } = 5;

    [Key("below-age", "Age from which nobody comes back.", Unit = "years", Min = 30, Max = 100,
        Source = "ASSUMPTION; who leaves is 46 on average (2013, evidence H3)")]
    [French("Âge à partir duquel personne ne revient.")]
    public int BelowAge { get; init; } = 60;

    [Key("cost-keur-each", "Public cost of each return.", Unit = "k€", Min = 0, Max = 2000, Source = "ASSUMPTION")]
    [French("Coût public de chaque retour.")]
    public Quantity CostKeurEach { get; init; } = new() { Value = 15, Low = 5, High = 40, Source = "ASSUMPTION" };

    public override IEnumerable<(string Key, InputMessage Message)> Check() => Where.IsEverywhere
        ? base.Check()
        : [.. base.Check(), ("where", "who enters is free to choose among all territories: 'where' cannot be honoured here; remove it")];

    public override void Act(in YearView year, bool[] where, List<Act> acts) =>
        acts.Add(new Return(where, Share, WithinYears, BelowAge, CostKeurEach));
}
