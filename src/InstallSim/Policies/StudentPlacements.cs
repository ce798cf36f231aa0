using InstallSim.Inputs;
using InstallSim.World;

namespace InstallSim.Policies;

/// <summary>
/// Longer placements of medical students with rural GPs, years before the internship (<c>stages d’externat</c>). They count for less than
/// training as an intern, and act when the students graduate.
/// </summary>
[Called("Longer placements of students", "Stages d’externat prolongés")]
internal sealed record StudentPlacements : Policy
{
    [Key("share", "Share of students placed.", Required = true, Min = 0, Max = 1)]
    [French("Part des étudiants accueillis.")]
    public Quantity Share { get; init; } = 0;

    [Key("counts-as", "Share of those placed whom it makes as willing as training in a rural practice makes an intern.", Min = 0, Max = 1,
        Source = "ln of the odds ratios of rural undergraduate and postgraduate training, 1.61 and 3.14 (evidence O3): 0.48 of 1.14")]
    [French("Part des étudiants accueillis que le stage rend aussi disposés qu’un interne formé dans un cabinet rural.")]
    public Quantity CountsAs { get; init; } = new() { Value = 0.42, Low = 0.1, High = 0.6, Source = "evidence O3; ends ASSUMPTION" };

    [Key("delay-years", "Years from the start of the policy to the first graduates whom it placed.", Unit = "years", Min = 0, Max = 15,
        Source = "ASSUMPTION: two years before an internship of four")]
    [French("Années entre le début de la mesure et les premiers diplômés accueillis.")]
    public int DelayYears { get; init; } = 6;

    [Key("cost-keur-each", "Public cost of each placement, counted when the student graduates.", Unit = "k€",
        Min = 0, Max = 1000, Source = "ASSUMPTION: half of a semester's host fee of 3.6 k€ (evidence H0), and lodging")]
    [French("Coût public de chaque stage, compté à l’obtention du diplôme.")]
    public Quantity CostKeurEach { get; init; } = new() { Value = 3, Low = 1.8, High = 6, Source = "ASSUMPTION" };

    public override IEnumerable<(string Key, InputMessage Message)> Check() => Where.IsEverywhere
        ? base.Check()
        : [.. base.Check(), (
            "where", "interns are trained for the whole study, wherever it is rural: 'where' cannot be honoured here; remove it")];

    public override bool ActsIn(int year) => IsActive(year - DelayYears);

    public override void Act(in YearView year, bool[] where, List<Act> acts) =>
        acts.Add(new Train(where, Share, CostKeurEach) { Willing = CountsAs });
}
