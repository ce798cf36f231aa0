using InstallSim.Inputs;
using InstallSim.World;

namespace InstallSim.Policies;

/// <summary>Opens multi-professional health centres (MSP) where people reach physicians worst.</summary>
[Called("New health centres (MSP)", "Ouvertures de maisons de santé (MSP)")]
internal sealed record MspOpening : Policy
{
    [Key("per-year",
        "Centres announced each year. Each opens in the territory concerned of the lowest accessibility that has room and local GPs to " +
        "carry it; what finds none waits for the years after.", Required = true, Unit = "MSP/year", Min = 0, Max = 10000)]
    [French(
        "Maisons de santé annoncées chaque année. Chacune ouvre dans le territoire concerné de plus faible " +
        "accessibilité qui a de la place et des généralistes pour la porter\u00a0; sinon elle attend les années " +
        "suivantes.")]
    public int PerYear { get; init; }

    [Key("places", "Places for general practitioners in each centre.", Unit = "GPs", Min = 1, Max = 100,
        Source = "9,082 GPs in 1,953 centres, 4.65 each (2023, evidence H0)")]
    [French("Places de généraliste dans chaque maison de santé.")]
    public int Places { get; init; } = 5;

    [Key("founders",
        "Local physicians at most who move into the centre when it opens; the group practice of the place keeps two, or as many solo GPs " +
        "as found one.", Unit = "GPs", Min = 0, Max = 100, Source = "ASSUMPTION")]
    [French(
        "Médecins du lieu qui y entrent à l’ouverture, au plus\u00a0; le cabinet de groupe du lieu en garde deux, ou " +
        "autant de généralistes seuls qu’il en faut pour en fonder un.")]
    public int Founders { get; init; } = 2;

    [Key("local-gps", "GPs who must practise in the territory for a centre to open there: somebody has to carry the project.", Unit = "GPs",
        Min = 0, Max = 100, Source = "ASSUMPTION; a centre opened without any stayed empty (Hucqueliers 2019, evidence H4)")]
    [French(
        "Généralistes qui doivent exercer dans le territoire pour qu’une maison de santé y ouvre\u00a0: il faut " +
        "quelqu’un pour porter le projet.")]
    public int LocalGps { get; init; } = 2;

    [Key("residents-per-centre",
        "Inhabitants of a territory for each centre in it, those of the start included; a smaller territory has room for one.",
        Unit = "inhabitants", Min = 500, Max = 1000000,
        Source = "ASSUMPTION; the plan of 4,000 centres means 17,000 inhabitants each (evidence B4)")]
    [French(
        "Habitants d’un territoire pour chaque maison de santé, celles du départ comprises\u00a0; un territoire plus " +
        "petit a de la place pour une.")]
    public Quantity ResidentsPerCentre { get; init; } =
        new() { Value = 10_000, Low = 7_000, High = 17_000, Source = "ASSUMPTION up to the national plan" };

    [Key("project",
        "What carries a centre there: GPs under 55, a group, a leader decide whether it opens and how it draws. Without it every centre " +
        "opens by need and draws in full.", Source = "ASSUMPTION: without it")]
    [French(
        "Ce qui porte une maison de santé\u00a0: généralistes de moins de 55 ans, groupe et porteur décident si elle ouvre et " +
        "combien elle attire. Sans cette clé, toute maison ouvre selon le besoin et attire pleinement.")]
    public MspProject? Project { get; init; }

    [Key("opening-cost-keur", "Public cost of opening one centre.", Unit = "k€", Min = 0, Max = 100000,
        Source = "about 30 % of buildings of 2,000 k€ are public money: computed from five cases (evidence H4)")]
    [French("Coût public de l’ouverture d’une maison de santé.")]
    public Quantity OpeningCostKeur { get; init; } =
        new() { Value = 600, Low = 300, High = 1100, Source = "ASSUMPTION from five cases (evidence H4)" };

    [Key("running-cost-keur-per-year", "Public cost of a centre each year (ACI payments).", Unit = "k€/year", Min = 0, Max = 10000,
        Source = "153.5 M€ for 1,918 centres in 2023, 66 k€ in 2017 (evidence H4)")]
    [French("Coût public annuel d’une maison de santé (rémunérations ACI).")]
    public Quantity RunningCostKeurPerYear { get; init; } =
        new() { Value = 80, Low = 64, High = 90, Source = "ACI 2017 to 2023 (evidence H4); upper end ASSUMPTION" };

    public override IEnumerable<(string Key, InputMessage Message)> Check() =>
        Founders > Places ? [.. base.Check(), ("founders", $"{Founders} founders do not fit in {Places} places")] : base.Check();

    /// <summary>Centres that wait go on waiting after the last announcement.</summary>
    public override bool ActsIn(int year) => year >= From;

    /// <summary>None waits that was announced before the start.</summary>
    public override bool ActsIn(YearRange years) => Enumerable.Range(years.From + 1, years.Count - 1).Any(IsActive);

    public override void Act(in YearView year, bool[] where, List<Act> acts) => acts.Add(
        new Opening(where, IsActive(year.Year) ? PerYear : 0, Places, Founders)
        {
            LocalGps = LocalGps,
            ResidentsPerCentre = ResidentsPerCentre,
            Project = Project,
            OpeningKeur = OpeningCostKeur + (Project?.SupportKeur ?? 0),
            RunningKeurPerYear = RunningCostKeurPerYear,
        });
}
