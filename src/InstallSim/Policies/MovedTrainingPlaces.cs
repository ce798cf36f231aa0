using InstallSim.Inputs;
using InstallSim.World;

namespace InstallSim.Policies;

/// <summary>
/// Moves places of interns to the territories concerned (<c>terrains de stage</c>): who trains there looks for a place nearby.
/// </summary>
[Called("Training places moved", "Terrains de stage déplacés")]
internal sealed record MovedTrainingPlaces : Policy
{
    [Key("share", "Share of interns trained there by it.", Required = true, Min = 0, Max = 1)]
    [French("Part des internes qui y sont formés grâce à elle.")]
    public Quantity Share { get; init; } = 0;

    [Key("delay-years", "Years from the start of the policy to the first graduates trained there.", Unit = "years", Min = 0, Max = 12,
        Source = "an internship of three years, four from 2023 on (evidence H0)")]
    [French("Années entre le début de la mesure et les premiers diplômés formés sur place.")]
    public int DelayYears { get; init; } = 3;

    [Key("cost-keur-each", "Public cost of each, counted when they graduate.", Unit = "k€", Min = 0, Max = 1000,
        Source = "the host’s fee, 7.2 k€ a year; 33.6 for a junior doctor in a priority zone (evidence H0)")]
    [French("Coût public de chacun, compté à l’obtention du diplôme.")]
    public Quantity CostKeurEach { get; init; } = new() { Value = 7.2, Low = 3.6, High = 33.6, Source = "evidence H0" };

    public override bool ActsIn(int year) => IsActive(year - DelayYears);

    public override void Act(in YearView year, bool[] where, List<Act> acts) => acts.Add(new TrainAt(where, Share, CostKeurEach));
}
