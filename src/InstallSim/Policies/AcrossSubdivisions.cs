using InstallSim.Inputs;
using InstallSim.World;

namespace InstallSim.Policies;

/// <summary>
/// Opens the practices of the territories concerned to interns of other university hospitals (<c>stages hors subdivision</c>): they train
/// there and not near their own.
/// </summary>
[Called("Placements across subdivisions", "Stages hors subdivision")]
internal sealed record AcrossSubdivisions : Policy
{
    [Key("share", "Share of the interns of other hospitals who train there.", Required = true, Min = 0, Max = 1)]
    [French("Part des internes d’autres CHU qui s’y forment.")]
    public Quantity Share { get; init; } = 0;

    [Key("delay-years", "Years from the start of the policy to the first graduates trained there.", Unit = "years", Min = 0, Max = 12,
        Source = "ASSUMPTION: in the second half of an internship of four years")]
    [French("Années entre le début de la mesure et les premiers diplômés formés sur place.")]
    public int DelayYears { get; init; } = 2;

    [Key("cost-keur-each", "Public cost of each (host's fee, travel), counted when they graduate.", Unit = "k€", Min = 0, Max = 1000,
        Source = "the host’s fee, 7.2 k€ a year (evidence H0); 9 with travel is an ASSUMPTION")]
    [French("Coût public de chacun (indemnité, trajets), compté à l’obtention du diplôme.")]
    public Quantity CostKeurEach { get; init; } = new() { Value = 9, Low = 3.6, High = 15, Source = "evidence H0; ends ASSUMPTION" };

    public override bool ActsIn(int year) => IsActive(year - DelayYears);

    public override void Act(in YearView year, bool[] where, List<Act> acts) =>
        acts.Add(new TrainAt(where, Share, CostKeurEach) { OfOtherHospitals = true });
}
