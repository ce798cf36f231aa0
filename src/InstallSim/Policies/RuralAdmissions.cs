using InstallSim.Inputs;
using InstallSim.World;

namespace InstallSim.Policies;

/// <summary>Admits a share of students from the territories concerned; the effect comes when they graduate.</summary>
[Called("Admissions from the countryside", "Admissions d’étudiants du territoire")]
internal sealed record RuralAdmissions : Policy
{
    [Key("share", "Share of graduates who come from the territories concerned by it, beside those who do anyway.",
        Required = true, Min = 0, Max = 1)]
    [French("Part des diplômés qui viennent des territoires concernés grâce à elle, outre ceux qui en viennent déjà.")]
    public Quantity Share { get; init; } = 0;

    [Key("delay-years", "Years from the start of the policy to the first of them.", Unit = "years", Min = 0, Max = 15,
        Source = "ASSUMPTION: six years before the internship, four in it from 2023 on (evidence H0)")]
    [French("Années entre le début de la mesure et les premiers diplômés.")]
    public int DelayYears { get; init; } = 10;

    [Key("cost-keur-each", "Public cost of each, counted when they graduate.", Unit = "k€", Min = 0, Max = 1000,
        Source = "ASSUMPTION: preparation and support")]
    [French("Coût public de chacun, compté à l’obtention du diplôme.")]
    public Quantity CostKeurEach { get; init; } = new() { Value = 5, Low = 0, High = 15, Source = "ASSUMPTION" };

    public override bool ActsIn(int year) => IsActive(year - DelayYears);

    public override void Act(in YearView year, bool[] where, List<Act> acts) => acts.Add(new AdmitFrom(where, Share, CostKeurEach));
}
