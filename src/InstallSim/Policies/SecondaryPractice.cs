using InstallSim.Inputs;
using InstallSim.World;

namespace InstallSim.Policies;

/// <summary>
/// Pays installed physicians who also practise in a territory concerned for a part of the week (<c>exercice secondaire</c>).
/// </summary>
[Called("Second place of practice", "Exercice secondaire")]
internal sealed record SecondaryPractice : Policy
{
    [Key("amount-keur", "Amount paid once to who opens a second place.", Unit = "k€", Min = 0, Max = 1000,
        Source = "3 k€ in priority zones from 2026 (evidence B4, H1)")]
    [French("Montant versé en une fois à qui ouvre un second lieu d’exercice.")]
    public Quantity AmountKeur { get; init; } = 3;

    [Key("time-share", "Share of the working time spent there: a day a week.", Min = 0.01, Max = 0.9, Source = "ASSUMPTION")]
    [French("Part du temps de travail passée sur place\u00a0: un jour par semaine.")]
    public Quantity TimeShare { get; init; } = 0.2;

    [Key("max-minutes", "Longest way from the first place.", Unit = "minutes", Min = 1, Max = 180, Source = "ASSUMPTION")]
    [French("Trajet le plus long depuis le premier lieu d’exercice.")]
    public Quantity MaxMinutes { get; init; } = 45;

    [Key("hour-on-the-road-keur", "What an hour on the road a week is worth to a physician.", Unit = "k€/year", Min = 0, Max = 100,
        Source = "as an hour of work: Pedersen and Gyrd-Hansen 2014")]
    [French("Ce que vaut pour un médecin une heure de route par semaine.")]
    public Quantity HourOnTheRoadKeur { get; init; } = new() { Value = 5.4, Low = 2, High = 6, Source = "Pedersen and Gyrd-Hansen 2014" };

    [Key("constant", "Utility of a second place before money and travel; none is 0.", Unit = "utils", Min = -30, Max = 10,
        Source = "ASSUMPTION: about one in 300 opens one in a year")]
    [French("Utilité d’un second lieu avant argent et trajet\u00a0; n’en avoir aucun vaut 0.")]
    public Quantity Constant { get; init; } = new() { Value = -6, Low = -7, High = -5, Source = "ASSUMPTION" };

    public override double ReachMinutes => MaxMinutes;

    public override void Act(in YearView year, bool[] where, List<Act> acts) =>
        acts.Add(new OpenSecondPlace(where, TimeShare, AmountKeur, MaxMinutes, HourOnTheRoadKeur, Constant));
}
