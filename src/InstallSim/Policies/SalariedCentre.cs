using InstallSim.Inputs;
using InstallSim.World;

namespace InstallSim.Policies;

/// <summary>Opens salaried posts in health centres (<c>centres de santé</c>), until its last year; then they close.</summary>
[Called("Salaried health centres", "Centres de santé salariés")]
internal sealed record SalariedCentre : Policy
{
    [Key("centres", "Centres at most, one a territory, where accessibility is lowest.", Required = true, Min = 0, Max = 10000)]
    [French("Centres au plus, un par territoire, là où l’accessibilité est la plus faible.")]
    public int Centres { get; init; }

    [Key("posts", "Posts for GPs in each.", Unit = "GPs", Min = 1, Max = 100,
        Source = "69 doctors in 20 centres in Centre-Val de Loire (evidence H4); that who loses a post at the close is a locum again is " +
            "an ASSUMPTION")]
    [French("Postes de généraliste dans chacun.")]
    public int PostsEach { get; init; } = 3;

    [Key("opening-cost-keur", "Public cost of opening one.", Unit = "k€", Min = 0, Max = 100000,
        Source = "about 100 k€ in Occitanie (evidence H4)")]
    [French("Coût public de l’ouverture d’un centre.")]
    public Quantity OpeningCostKeur { get; init; } = 100;

    [Key("keur-per-post", "Public cost of a post that is held, what its acts do not earn.", Unit = "k€/year", Min = 0, Max = 1000,
        Source = "about 35 k€ net a GP in Occitanie in 2025, the reading uncertain (evidence H4)")]
    [French("Coût public d’un poste occupé, ce que ses actes ne rapportent pas.")]
    public Quantity KeurPerPost { get; init; } = new() { Value = 35, Low = 10, High = 60, Source = "evidence H4; ends ASSUMPTION" };

    [Key("premises-keur", "Public cost of the rooms of one centre, such as a rent.", Unit = "k€/year", Min = 0, Max = 10000,
        Source = "0: in the cost of a post; a commune pays the rent in Châteauroux (evidence B4), no amount was found")]
    [Plausible(0.3, 3_000, "in thousands of euros; rooms of 300 m2 cost some 30 k€ a year",
        "en milliers d’euros\u00a0; 300 m2 coûtent quelque 30 k€ par an")]
    [French("Coût public des locaux d’un centre, comme un loyer.")]
    public Quantity PremisesKeur { get; init; } = 0;

    [Key("premises-payer", "Who pays for the rooms, such as commune; the policy's payers when not given.")]
    [French("Qui paie les locaux, comme commune\u00a0; les payeurs de la mesure si rien n’est dit.")]
    public string? PremisesPayer { get; init; }

    public override int? ClosesIn => Until + 1;

    public override IReadOnlyDictionary<string, double> PayersOf(ActKind kind) => kind == ActKind.Premises && PremisesPayer is { } payer
        ? new Dictionary<string, double> { [payer] = 1 }
        : base.PayersOf(kind);

    public override IEnumerable<(string Key, InputMessage Message)> Check() => PremisesPayer is not null && PremisesKeur.Value == 0
        ? [.. base.Check(), ("premises-payer", $"'premises-payer' pays nothing where 'premises-keur' is 0")]
        : base.Check();

    public override void Act(in YearView year, bool[] where, List<Act> acts) =>
        acts.Add(new OpenPosts(where, Centres, PostsEach, OpeningCostKeur, KeurPerPost) { PremisesKeur = PremisesKeur });
}
