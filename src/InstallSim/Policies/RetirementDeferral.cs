using InstallSim.Inputs;
using InstallSim.World;

namespace InstallSim.Policies;

/// <summary>Makes it worth while to practise beside a pension (<c>cumul emploi-retraite</c>), so that fewer retire in a year.</summary>
[Called("Deferral of retirement", "Report de la retraite")]
internal sealed record RetirementDeferral : Policy
{
    [Key("retirement-times", "Factor on the yearly probability to retire.", Min = 0, Max = 1,
        Source = "ASSUMPTION; 8.3 % of GPs work beside a pension (evidence B1)")]
    [French("Facteur qui multiplie la probabilité annuelle de prendre sa retraite.")]
    public Quantity RetirementTimes { get; init; } = new() { Value = 0.85, Low = 0.7, High = 1, Source = "ASSUMPTION" };

    [Key("cost-keur-per-physician", "Public cost, spread over all who practise there.", Unit = "k€/year", Min = 0, Max = 1000,
        Source = "ASSUMPTION: 8 k€ of contributions for the 11 % who work beside a pension (5,843 of 52,291, evidence H3)")]
    [French("Coût public, réparti sur tous les médecins en exercice sur place.")]
    public Quantity CostKeurPerPhysician { get; init; } = new() { Value = 0.9, Low = 0.4, High = 2, Source = "ASSUMPTION" };

    public override void Act(in YearView year, bool[] where, List<Act> acts) =>
        acts.Add(new Retain(where, RetirementTimes, 1, CostKeurPerPhysician));
}
