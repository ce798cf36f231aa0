using InstallSim.Inputs;
using InstallSim.World;

namespace InstallSim.Policies;

/// <summary>A network of peers and mentors for those who practise in a place (<c>compagnonnage</c>), so that fewer give up.</summary>
[Called("Network of peers", "Réseau de pairs")]
internal sealed record PeerNetwork : Policy
{
    [Key("leaving-times", "Factor on the yearly probability to leave practice before retirement.", Min = 0, Max = 1,
        Source = "ASSUMPTION on the size; sign of evidence I8, K4")]
    [French("Facteur qui multiplie la probabilité annuelle de cesser avant la retraite.")]
    public Quantity LeavingTimes { get; init; } =
        new() { Value = 0.9, Low = 0.7, High = 1, Source = "ASSUMPTION; sign of evidence I8, K4" };

    [Key("cost-keur-per-physician", "Public cost for each physician who practises there.", Unit = "k€/year", Min = 0, Max = 1000,
        Source = "ASSUMPTION")]
    [French("Coût public pour chaque médecin en exercice sur place.")]
    public Quantity CostKeurPerPhysician { get; init; } = new() { Value = 1, Low = 0.5, High = 3, Source = "ASSUMPTION" };

    public override void Act(in YearView year, bool[] where, List<Act> acts) =>
        acts.Add(new Retain(where, 1, LeavingTimes, CostKeurPerPhysician));
}
