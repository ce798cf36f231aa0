using InstallSim.Inputs;
using InstallSim.World;

namespace InstallSim.Policies;

/// <summary>Takes nights and week-ends on call from the physicians of a place (<c>permanence des soins</c>).</summary>
[Called("Relief from on-call duty", "Allègement de la permanence des soins")]
internal sealed record OnCallRelief : Policy
{
    [Key("hours-less", "Weekly hours that each physician works less.", Unit = "hours/week", Min = 0, Max = 40,
        Source = "ASSUMPTION; a week has 54 hours in all (evidence B2)")]
    [French("Heures hebdomadaires que chaque médecin travaille en moins.")]
    public Quantity HoursLess { get; init; } = new() { Value = 2, Low = 1, High = 4, Source = "ASSUMPTION" };

    [Key("cost-keur-per-physician", "Public cost for each physician who practises there.", Unit = "k€/year", Min = 0, Max = 1000,
        Source = "ASSUMPTION")]
    [French("Coût public pour chaque médecin en exercice sur place.")]
    public Quantity CostKeurPerPhysician { get; init; } = new() { Value = 5, Low = 2, High = 10, Source = "ASSUMPTION" };

    public override void Act(in YearView year, bool[] where, List<Act> acts) =>
        acts.Add(new Improve(where, "working-hours", -HoursLess, 0) { KeurPerPhysician = CostKeurPerPhysician });
}
