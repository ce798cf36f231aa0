using InstallSim.Inputs;
using InstallSim.World;

namespace InstallSim.Policies;

/// <summary>
/// Trains a larger share of interns in rural practices (<c>stages en zone rurale</c>); the effect comes when they graduate.
/// </summary>
[Called("Training in rural practices", "Stages en zone rurale")]
internal sealed record RuralTraining : Policy
{
    [Key("share", "Share of interns trained in rural practices; no effect when below what it would be without.", Required = true,
        Min = 0, Max = 1)]
    [French(
        "Part des internes formés dans des cabinets ruraux\u00a0; sans effet si elle est inférieure à ce qu’elle " +
        "serait sans la mesure.")]
    public Quantity Share { get; init; } = 0;

    [Key("delay-years", "Years from the start of the policy to the first graduates whom it trained.", Unit = "years", Min = 0, Max = 12,
        Source = "ASSUMPTION")]
    [French("Années entre le début de la mesure et les premiers diplômés qu’elle a formés.")]
    public int DelayYears { get; init; } = 2;

    [Key("cost-per-intern-keur",
        "Public cost of each further intern so trained (lodging, travel, supervision), counted when they graduate.", Unit = "k€",
        Min = 0, Max = 1000, Source = "host's fee 3.6 k€ a semester, 7.2 k€ a year (evidence H0); 8 with lodging is an ASSUMPTION")]
    [French(
        "Coût public de chaque interne de plus ainsi formé (logement, trajets, encadrement), compté à l’obtention du " +
        "diplôme.")]
    public Quantity CostPerInternKeur { get; init; } =
        new() { Value = 8, Low = 3.6, High = 15, Source = "a semester's fee (evidence H0) to an ASSUMPTION" };

    public override IEnumerable<(string Key, InputMessage Message)> Check() => Where.IsEverywhere
        ? base.Check()
        : [.. base.Check(), (
            "where", "interns are trained for the whole study, wherever it is rural: 'where' cannot be honoured here; remove it")];

    public override bool ActsIn(int year) => IsActive(year - DelayYears);

    public override void Act(in YearView year, bool[] where, List<Act> acts) => acts.Add(new Train(where, Share, CostPerInternKeur));
}
