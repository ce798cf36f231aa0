using InstallSim.Inputs;
using InstallSim.World;

namespace InstallSim.Policies;

/// <summary>Recruits physicians who were trained elsewhere; they are tied to no place of the study.</summary>
[Called("International recruitment", "Recrutement à l’étranger")]
internal sealed record InternationalRecruitment : Policy
{
    [Key("per-year", "Physicians recruited a year.", Required = true, Unit = "GPs/year", Min = 0, Max = 10000)]
    [French("Médecins recrutés par an.")]
    public int PerYear { get; init; }

    [Key("cost-keur-each", "Public cost of recruiting each.", Unit = "k€", Min = 0, Max = 2000,
        Source = "ASSUMPTION")]
    [French("Coût public du recrutement de chacun.")]
    public Quantity CostKeurEach { get; init; } = new() { Value = 30, Low = 10, High = 60, Source = "ASSUMPTION" };

    public override IEnumerable<(string Key, InputMessage Message)> Check() => Where.IsEverywhere
        ? base.Check()
        : [.. base.Check(), ("where", "who enters is free to choose among all territories: 'where' cannot be honoured here; remove it")];

    public override void Act(in YearView year, bool[] where, List<Act> acts) =>
        acts.Add(new Enter(where, PerYear, CostKeurEach) { FromOutside = true });
}
