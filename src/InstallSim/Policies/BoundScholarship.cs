using InstallSim.Inputs;
using InstallSim.World;

namespace InstallSim.Policies;

/// <summary>
/// A scholarship signed during studies that binds its holder to the territories concerned (<c>contrat d'engagement de service
/// public</c>, CESP).
/// </summary>
[Called("Bound scholarships (CESP)", "Contrats d’engagement de service public (CESP)")]
internal sealed record BoundScholarship : Policy
{
    [Key("holders-per-year", "Graduates of a year who signed it.", Required = true, Unit = "GPs/year", Min = 0, Max = 100000)]
    [French("Diplômés d’une année qui ont signé le contrat.")]
    public int HoldersPerYear { get; init; }

    [Key("delay-years", "Years from the start of the policy to the first graduates who hold it.", Unit = "years", Min = 0, Max = 12,
        Source = "ASSUMPTION: signed two to eight years before the diploma")]
    [French("Années entre le début de la mesure et les premiers diplômés qui en bénéficient.")]
    public int DelayYears { get; init; } = 4;

    [Key("years", "Years that a holder must practise in the territories concerned, from installation.", Unit = "years", Min = 1, Max = 40,
        Source = "as long as it was paid, at least 2 (evidence H0); 4 is an ASSUMPTION")]
    [French("Années d’exercice dues dans les territoires concernés, à compter de l’installation.")]
    public int Years { get; init; } = 4;

    [Key("breach-share", "Share of holders who pay the scholarship back at graduation and are free.", Min = 0, Max = 1,
        Source = "4 % of 2,800 contracts by 2019, most of whom had not served yet (evidence H1); 0.12 in Japan (R4)")]
    [French("Part des boursiers qui remboursent à l’obtention du diplôme et sont libres.")]
    public Quantity BreachShare { get; init; } =
        new() { Value = 0.08, Low = 0.04, High = 0.3, Source = "ASSUMPTION between evidence H1 and I3 (R4)" };

    [Key("cost-per-holder-keur", "Public cost of a scholarship, counted when its holder graduates.", Unit = "k€", Min = 0, Max = 1000,
        Source = "1.2 k€ gross a month (evidence H0), for 4 years")]
    [French("Coût public d’une bourse, compté quand le boursier obtient son diplôme.")]
    public Quantity CostPerHolderKeur { get; init; } = 57.6;

    public override int BindsForYears => HoldersPerYear > 0 ? Years : 0;

    public override bool ActsIn(int year) => IsActive(year - DelayYears);

    public override void Act(in YearView year, bool[] where, List<Act> acts) =>
        acts.Add(new Bind(where, HoldersPerYear, Years, BreachShare, CostPerHolderKeur));
}
