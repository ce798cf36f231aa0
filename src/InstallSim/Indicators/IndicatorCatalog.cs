namespace InstallSim.Indicators;

/// <summary>What a recorded number means: enough to label, format and judge it. How it is measured stands with the simulator.</summary>
/// <param name="Name">Kebab-case, unique; the <c>indicator</c> column of the results.</param>
/// <param name="Unit">Unit of the recorded value; <c>share</c> is 0–1 and shown in per cent; <c>k€</c> is thousands of euros.</param>
/// <param name="English">Label in English, sentence case.</param>
/// <param name="French">Label in French, in the terms of the field.</param>
/// <param name="Better">Which way is good for people.</param>
public sealed record Indicator(string Name, string Unit, string English, string French, Better Better);

/// <summary>Every indicator that a run records or a comparison derives, in the order shown.</summary>
public static class IndicatorCatalog
{
    /// <summary>Unit of values between 0 and 1.</summary>
    public const string Share = "share";

    private const string Gps = "GPs";
    private const string GpsAYear = "GPs/year";
    private const string Accessibility = "accessibility";
    private const string Kilometres = "km";
    private const string ThousandEuros = "k€";

    /// <summary>Recorded for each scenario, replication and year. The unit <c>accessibility</c> is that of the run's metric.</summary>
    public static IReadOnlyList<Indicator> Recorded { get; } =
    [
        new("stock", Gps, "GPs in practice", "Médecins généralistes installés", Better.Higher),
        new("fte", "FTE", "GPs in practice, full-time equivalents", "Médecins généralistes installés, équivalents temps plein", Better.Higher),
        new("stock-under-dense", Gps, "GPs in territories under-dense at the start", "Généralistes installés dans les territoires sous-denses au départ", Better.Higher),
        new("accessibility-mean", Accessibility, "Mean accessibility to GPs", "Accessibilité moyenne aux généralistes", Better.Higher),
        new("share-under-threshold", Share, "Population in under-dense territories", "Population en territoire sous-dense", Better.Lower),
        new("share-under-1-5", Share, "Population with accessibility under 1.5", "Population sous 1,5 d’accessibilité", Better.Lower),
        new("accessibility-gini", "index", "Inequality of accessibility (Gini)", "Inégalité d’accessibilité (Gini)", Better.Lower),
        new("accessibility-drees-ratio", "ratio", "Best-served 10 % over worst-served 10 %", "Rapport entre les 10 % les mieux et les 10 % les moins bien dotés", Better.Lower),
        new("installations", GpsAYear, "New installations", "Installations", Better.Higher),
        new("installations-rural", GpsAYear, "New installations, rural", "Installations en territoire rural", Better.Higher),
        new("installations-periurban", GpsAYear, "New installations, periurban", "Installations en territoire périurbain", Better.Neutral),
        new("installations-urban", GpsAYear, "New installations, urban", "Installations en territoire urbain", Better.Neutral),
        new("installations-msp", GpsAYear, "New installations in multi-professional health centres (MSP)", "Installations en maison de santé pluriprofessionnelle (MSP)", Better.Neutral),
        new("installations-group", GpsAYear, "New installations in group practices", "Installations en cabinet de groupe", Better.Neutral),
        new("installations-solo", GpsAYear, "New installations in solo practices", "Installations en cabinet individuel", Better.Neutral),
        new("installations-health-centre", GpsAYear, "New installations in salaried health centres", "Installations en centre de santé", Better.Neutral),
        new("moves", GpsAYear, "Moves between territories", "Changements de territoire", Better.Neutral),
        new("retirements", GpsAYear, "Retirements", "Départs à la retraite", Better.Neutral),
        new("departures", GpsAYear, "Departures (retired or left)", "Départs (retraite ou cessation)", Better.Lower),
        new("locums", Gps, "Locums", "Remplaçants", Better.Neutral),
        new("newcomers-salaried", GpsAYear, "Newcomers who take a salaried job", "Nouveaux médecins partis vers un emploi salarié", Better.Lower),
        new("newcomers-elsewhere", GpsAYear, "Newcomers who settle in another region", "Nouveaux médecins partis dans une autre région", Better.Lower),
        new("stock-rural", Gps, "GPs in rural territories", "Généralistes en territoire rural", Better.Higher),
        new("stock-periurban", Gps, "GPs in periurban territories", "Généralistes en territoire périurbain", Better.Neutral),
        new("stock-urban", Gps, "GPs in urban territories", "Généralistes en territoire urbain", Better.Neutral),
        new("stock-msp", Gps, "GPs in multi-professional health centres (MSP)", "Généralistes en maison de santé pluriprofessionnelle (MSP)", Better.Neutral),
        new("stock-group", Gps, "GPs in group practices", "Généralistes en cabinet de groupe", Better.Neutral),
        new("stock-solo", Gps, "GPs in solo practices", "Généralistes en cabinet individuel", Better.Neutral),
        new("stock-health-centre", Gps, "GPs in salaried health centres", "Généralistes en centre de santé", Better.Neutral),
        new("under-40-share", Share, "GPs under 40", "Généralistes de moins de 40 ans", Better.Neutral),
        new("women-share", Share, "Women among GPs", "Femmes parmi les généralistes", Better.Neutral),
        new("age-under-35", Gps, "GPs under 35", "Généralistes de moins de 35 ans", Better.Neutral),
        new("age-35-44", Gps, "GPs aged 35–44", "Généralistes de 35 à 44 ans", Better.Neutral),
        new("age-45-54", Gps, "GPs aged 45–54", "Généralistes de 45 à 54 ans", Better.Neutral),
        new("age-55-64", Gps, "GPs aged 55–64", "Généralistes de 55 à 64 ans", Better.Neutral),
        new("age-65-plus", Gps, "GPs aged 65 or over", "Généralistes de 65 ans ou plus", Better.Neutral),
        new("distance-birth-median", Kilometres, "Median distance from birthplace to practice", "Distance médiane du lieu de naissance au cabinet", Better.Neutral),
        new("distance-training-median", Kilometres, "Median distance from training place to practice", "Distance médiane du lieu d’internat au cabinet", Better.Neutral),
        new("msp-places", "places", "Places for GPs in MSP", "Places de généraliste en MSP", Better.Neutral),
        new("msp-fill-rate", Share, "Places filled in MSP", "Taux de remplissage des MSP", Better.Higher),
        new("msp-empty", "MSP", "MSP without a GP", "MSP sans généraliste", Better.Lower),
        new("policy-cost", ThousandEuros + "/year", "Cost of the policies in the year", "Coût annuel des mesures", Better.Lower),
        new("policy-cost-cumulative", ThousandEuros, "Cost of the policies since the start", "Coût cumulé des mesures", Better.Lower),
    ];

    /// <summary>Derived by a comparison with the baseline, at the last year only.</summary>
    public static IReadOnlyList<Indicator> Compared { get; } =
    [
        new("deadweight-share", Share, "Deadweight: aided who would have come anyway", "Effet d’aubaine : aidés qui seraient venus de toute façon", Better.Lower),
        new("displacement-share", Share, "Displacement: gained from another under-dense territory", "Déplacement : pris à un autre territoire sous-dense", Better.Lower),
        new("cost-per-additional-gp", ThousandEuros, "Cost per additional GP in under-dense territories", "Coût par généraliste supplémentaire en territoire sous-dense", Better.Lower),
        new("cost-per-resident-lifted", ThousandEuros, "Cost per resident lifted above the threshold", "Coût par habitant sorti de la sous-densité", Better.Lower),
    ];

    private static readonly Dictionary<string, Indicator> ByName = Recorded.Concat(Compared).ToDictionary(i => i.Name, StringComparer.Ordinal);

    /// <summary>The indicator of that name; null when there is none.</summary>
    public static Indicator? Find(string name) => ByName.GetValueOrDefault(name);
}
