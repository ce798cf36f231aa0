using InstallSim.Inputs;
using InstallSim.World;

namespace InstallSim.Policies;

/// <summary>Trains more physicians (<c>numerus apertus</c>); they come when they graduate.</summary>
[Called("More graduates", "Davantage de diplômés")]
internal sealed record FurtherGraduates : Policy
{
    [Key("per-year", "Further graduates a year of the study.", Required = true, Unit = "GPs/year", Min = 0, Max = 10000)]
    [French("Diplômés supplémentaires par an du territoire étudié.")]
    public int PerYear { get; init; }

    [Key("delay-years", "Years from the start of the policy to the first of them.", Unit = "years", Min = 0, Max = 15,
        Source = "ASSUMPTION: six years before the internship, four in it from 2023 on (evidence H0)")]
    [French("Années entre le début de la mesure et les premiers diplômés.")]
    public int DelayYears { get; init; } = 10;

    [Key("cost-keur-each", "Public cost of training each, counted when they graduate.", Unit = "k€", Min = 0, Max = 2000,
        Source = "ASSUMPTION")]
    [French("Coût public de la formation de chacun, compté à l’obtention du diplôme.")]
    public Quantity CostKeurEach { get; init; } = new() { Value = 150, Low = 80, High = 250, Source = "ASSUMPTION" };

    public override IEnumerable<(string Key, InputMessage Message)> Check() => Where.IsEverywhere
        ? base.Check()
        : [.. base.Check(), ("where", "who enters is free to choose among all territories: 'where' cannot be honoured here; remove it")];

    public override bool ActsIn(int year) => IsActive(year - DelayYears);

    public override void Act(in YearView year, bool[] where, List<Act> acts) => acts.Add(new Enter(where, PerYear, CostKeurEach));
}
