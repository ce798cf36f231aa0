using InstallSim.Inputs;
using InstallSim.World;

namespace InstallSim.Policies;

/// <summary>Child care and schools that physicians with children look for (<c>garde d’enfants</c>).</summary>
[Called("Child care", "Garde d’enfants")]
internal sealed record Childcare : Policy
{
    [Key("added", "What is added to schools and child care of a territory, on the scale from 0 to 1.", Min = 0, Max = 1,
        Source = "ASSUMPTION; only signs are known (evidence I6, P2)")]
    [French("Ce qui s’ajoute aux écoles et à la garde d’enfants d’un territoire, de 0 à 1.")]
    public Quantity Added { get; init; } = new() { Value = 0.3, Low = 0.1, High = 0.5, Source = "ASSUMPTION" };

    [Key("cost-keur-per-year", "Public cost for each territory concerned.", Unit = "k€/year", Min = 0, Max = 10000,
        Source = "ASSUMPTION: a nursery of ten places")]
    [French("Coût public pour chaque territoire concerné.")]
    public Quantity CostKeurPerYear { get; init; } = new() { Value = 100, Low = 50, High = 200, Source = "ASSUMPTION" };

    public override void Act(in YearView year, bool[] where, List<Act> acts) =>
        acts.Add(new Improve(where, "schools", Added, CostKeurPerYear));
}
