using InstallSim.World;

namespace InstallSim.Territories;

/// <summary>A number that each territory has, and what stands in where a table lacks it.</summary>
/// <param name="Key">Its key under <c>columns:</c>.</param>
/// <param name="Unit">Unit.</param>
/// <param name="Doc">What it is, one sentence.</param>
/// <param name="French">What it is, one sentence in French.</param>
/// <param name="Min">Smallest allowed, inclusive.</param>
/// <param name="Max">Largest allowed, inclusive.</param>
public sealed record TerritoryVariable(string Key, string Unit, string Doc, string French, double Min, double Max)
{
    /// <summary>The value that all territories get when the table lacks it; NaN when a rule or nothing stands in.</summary>
    public double Default { get; init; } = double.NaN;

    /// <summary>Where the default comes from, or the rule that stands in.</summary>
    public string DefaultSource { get; init; } = "";

    /// <summary>How the default or the rule is known.</summary>
    public Knowledge DefaultKnowledge { get; init; } = Knowledge.Assumption;

    /// <summary>Whether a table without it is refused.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether a rule of <see cref="TerritoryProxies"/> stands in.</summary>
    public bool HasRule => DefaultKnowledge == Knowledge.Proxy;
}

/// <summary>The variables of a territory table: all that can stand under <c>columns:</c>.</summary>
public static class TerritoryVariables
{
    /// <summary>Key of the code.</summary>
    public const string Code = "code";

    /// <summary>Key of the name.</summary>
    public const string Name = "name";

    /// <summary>Key of the département.</summary>
    public const string Departement = "departement";

    /// <summary>Key of the region.</summary>
    public const string Region = "region";

    /// <summary>Key of the kind of territory.</summary>
    public const string AreaType = "area-type";

    internal const string Latitude = "latitude";
    internal const string Longitude = "longitude";
    internal const string Population = "population";
    internal const string Physicians = "physicians";
    internal const string ShareUnder25 = "share-under-25";
    internal const string Share65Plus = "share-65-plus";
    internal const string SharePhysicians60Plus = "share-physicians-60-plus";
    internal const string MspPlaces = "msp-places";
    internal const string HealthCentrePosts = "health-centre-posts";
    internal const string MainTownPopulation = "main-town-population";
    internal const string PoorlyEquipped = "poorly-equipped";
    internal const string Schools = "schools";
    internal const string PartnerJobsLimited = "partner-jobs-limited";
    internal const string Deprivation = "deprivation";
    internal const string IncomeIndex = "income-index";
    internal const string ObservedAccessibility = "observed-accessibility";
    internal const string HouseholdIncome = "household-income";

    /// <summary>The numbers, in the order of the table's columns.</summary>
    public static IReadOnlyList<TerritoryVariable> Numbers { get; } =
    [
        new(Latitude, "degrees north", "Latitude of the centroid.",
            "Latitude du centre.", -90, 90) { IsRequired = true },
        new(Longitude, "degrees east", "Longitude of the centroid.",
            "Longitude du centre.", -180, 180) { IsRequired = true },
        new(Population, "inhabitants", "Inhabitants.",
            "Habitants.", 0, 1e9) { IsRequired = true },
        new(Physicians, "GPs", "General practitioners installed at the start, headcount.",
            "Médecins généralistes installés au départ, en nombre.", 0, 1e6) { IsRequired = true },
        new(ShareUnder25, "share", "Share of inhabitants under 25.",
            "Part des habitants de moins de 25 ans.", 0, 1) { Default = 0.29, DefaultSource = "ASSUMPTION: 29 % everywhere" },
        new(Share65Plus, "share", "Share of inhabitants aged 65 or over.",
            "Part des habitants de 65 ans ou plus.", 0, 1) { Default = 0.21, DefaultSource = "ASSUMPTION: 21 % everywhere" },
        new(SharePhysicians60Plus, "share", "Share of the general practitioners aged 60 or over.",
            "Part des généralistes de 60 ans ou plus.", 0, 1)
        {
            Default = 0.31, DefaultKnowledge = Knowledge.Estimated,
            DefaultSource = "31 % of liberal GPs of metropolitan France in 2024 (Carsat and CNAM, Observatoire des "
                + "fragilités), the same everywhere",
        },
        new(MspPlaces, "places", "Places for GPs in multi-professional health centres at the start.",
            "Places de généraliste en maison de santé au départ.", 0, 1e5)
        {
            Default = 0, DefaultSource = "ASSUMPTION: none",
        },
        new(HealthCentrePosts, "posts", "Salaried posts in health centres at the start.",
            "Postes salariés en centre de santé au départ.", 0, 1e5)
        {
            Default = 0, DefaultSource = "ASSUMPTION: none",
        },
        new(MainTownPopulation, "inhabitants", "Inhabitants of the largest commune.",
            "Habitants de la commune la plus peuplée.", 0, 1e9)
        {
            DefaultKnowledge = Knowledge.Proxy, DefaultSource = "the territory's population",
        },
        new(PoorlyEquipped, "0–1", "How poorly the locality is equipped with shops, services and culture, 1 worst.",
            "Combien le lieu manque de commerces, de services et de culture, 1 au pire.", 0, 1)
        {
            DefaultKnowledge = Knowledge.Proxy, DefaultSource = TerritoryProxies.PoorlyEquippedRule,
        },
        new(Schools, "0–1", "How good schools and child care are, 1 best.",
            "Qualité des écoles et de la garde d’enfants, 1 au mieux.", 0, 1)
        {
            DefaultKnowledge = Knowledge.Proxy, DefaultSource = TerritoryProxies.SchoolsRule,
        },
        new(PartnerJobsLimited, "0–1", "How limited the job market is for a partner with a career, 0 a metropolis.",
            "Étroitesse du marché de l’emploi pour un conjoint qui a une carrière, 0 dans une métropole.", 0, 1)
        {
            DefaultKnowledge = Knowledge.Proxy, DefaultSource = TerritoryProxies.PartnerJobsRule,
        },
        new(Deprivation, "0–1", "How deprived the population is.",
            "Combien la population est défavorisée.", 0, 1)
        {
            Default = 0, DefaultSource = "ASSUMPTION: nowhere, so the variable has no effect",
        },
        new(IncomeIndex, "1 = mean", "A physician's income relative to the national mean at equal density.",
            "Revenu d’un médecin rapporté à la moyenne nationale, à densité égale.", 0.1, 10)
        {
            Default = 1, DefaultSource = "ASSUMPTION: the same everywhere",
        },
        new(ObservedAccessibility, "unit of the metric", "Accessibility as published, to compare with the model's own.",
            "Accessibilité publiée, à comparer à celle du modèle.", 0, 1e6)
        {
            DefaultSource = "not given: nothing to compare with",
        },
        new(HouseholdIncome, "k€/year", "Median standard of living of the inhabitants, to rank territories by.",
            "Niveau de vie médian des habitants, pour classer les territoires.", 0, 1e6)
        {
            DefaultSource = "not given: no concentration of accessibility by income",
        },
    ];

    /// <summary>All keys that can stand under <c>columns:</c>.</summary>
    public static IReadOnlyList<string> Keys { get; } =
    [
        Code, Name, .. Numbers.Where(v => v.IsRequired).Select(v => v.Key), Departement, Region, AreaType,
        .. Numbers.Where(v => !v.IsRequired).Select(v => v.Key),
    ];

    /// <summary>The keys of what is counted and may be none, of which an empty cell is hardly the mean of the others.</summary>
    internal static IReadOnlyList<string> Counts { get; } = [MspPlaces, HealthCentrePosts];

    /// <summary>The keys without which a table is refused.</summary>
    public static IReadOnlyList<string> RequiredKeys { get; } = [Code, Name, .. Numbers.Where(v => v.IsRequired).Select(v => v.Key)];
}
