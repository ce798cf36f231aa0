using InstallSim.Inputs;
using InstallSim.World;

namespace InstallSim.Policies;

/// <summary>
/// People who look for newcomers, show them the place and help with housing, school and partner's job (<c>guichet unique</c>). It
/// makes a territory known: it enters the consideration set, not the utility.
/// </summary>
[Called("Single desk for newcomers", "Guichet unique d’accompagnement")]
internal sealed record Accompaniment : Policy
{
    [Key("consideration-times", "Factor on the odds that a territory is considered: 1.5 makes 0.6 of 0.5.", Min = 1, Max = 7,
        Source = "ASSUMPTION: a shared desk; between nothing (evidence I8, D3) and the reduced service of a trial with families, 15 to " +
        "27 % (K1: odds 2.1; its full service 6.4)")]
    [French("Facteur qui multiplie la cote d’un territoire d’être envisagé\u00a0: 1,5 fait 0,6 de 0,5.")]
    public Quantity ConsiderationTimes { get; init; } =
        new() { Value = 1.5, Low = 1, High = 2.1, Source = "ASSUMPTION; evidence I8: D3 to K1" };

    [Key("cost-keur-per-year", "Public cost for each territory concerned.", Unit = "k€/year", Min = 0, Max = 10000,
        Source = "ASSUMPTION: a third of a post")]
    [French("Coût public pour chaque territoire concerné.")]
    public Quantity CostKeurPerYear { get; init; } =
        new() { Value = 20, Low = 10, High = 60, Source = "ASSUMPTION: a sixth of a post to a whole one" };

    public override void Act(in YearView year, bool[] where, List<Act> acts) =>
        acts.Add(new Consider(where, ConsiderationTimes, CostKeurPerYear));
}
