using InstallSim.Inputs;
using InstallSim.World;

namespace InstallSim.Policies;

/// <summary>Locums who stand in for the physicians of a place (<c>remplacement</c>): shorter weeks, and fewer who give up.</summary>
[Called("Relief by locums", "Remplaçants en soutien")]
internal sealed record LocumRelief : Policy
{
    [Key("hours-less", "Weekly hours that each physician works less.", Unit = "hours/week", Min = 0, Max = 40,
        Source = "ASSUMPTION: about a week of leave more")]
    [French("Heures hebdomadaires que chaque médecin travaille en moins.")]
    public Quantity HoursLess { get; init; } = new() { Value = 1.5, Low = 0.5, High = 3, Source = "ASSUMPTION" };

    [Key("leaving-times", "Factor on the yearly probability to leave practice before retirement.", Min = 0, Max = 1,
        Source = "ASSUMPTION on the size; sign of evidence I8, K4")]
    [French("Facteur qui multiplie la probabilité annuelle de cesser avant la retraite.")]
    public Quantity LeavingTimes { get; init; } =
        new() { Value = 0.9, Low = 0.7, High = 1, Source = "ASSUMPTION; sign of evidence I8, K4" };

    [Key("cost-keur-per-physician", "Public cost for each physician who practises there.", Unit = "k€/year", Min = 0, Max = 1000,
        Source = "ASSUMPTION")]
    [French("Coût public pour chaque médecin en exercice sur place.")]
    public Quantity CostKeurPerPhysician { get; init; } = new() { Value = 8, Low = 4, High = 16, Source = "ASSUMPTION" };

    public override void Act(in YearView year, bool[] where, List<Act> acts)
    {
        var relief = new Improve(where, "working-hours", -HoursLess, 0) { KeurPerPhysician = CostKeurPerPhysician };
        acts.Add(relief);
        acts.Add(new Retain(where, 1, LeavingTimes, 0) { Beside = relief });
    }
}
