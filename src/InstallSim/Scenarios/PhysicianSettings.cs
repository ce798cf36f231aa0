using InstallSim.Inputs;

namespace InstallSim.Scenarios;

/// <summary>Who the physicians are: newcomers, the initial stock, and how they leave.</summary>
public sealed record PhysicianSettings
{
    private const string Assumption = "ASSUMPTION";

    [Key("graduates", "General-practice graduates a year in the whole country; each count holds until the next year named.",
        Required = true)]
    public IReadOnlyList<YearCount> Graduates { get; init; } = [];

    [Key("country-population",
        "Inhabitants of the country whose graduates are counted; without graduates-share, the share follows from it and the table.",
        Unit = "inhabitants", Min = 1, Max = 1e10, Source = "INSEE, populations de référence, where it is France")]
    [French("Habitants du pays dont les diplômés sont comptés\u00a0; sans graduates-share, la part suit d’eux et du tableau.")]
    public double? CountryPopulation { get; init; }

    [Key("graduates-share",
        "Share of the country's graduates who are candidates for the study's territories; when not said, the inhabitants of the table " +
        "over country-population and over born-here-share, or 1 where country-population is not said either.", Min = 0, Max = 10,
        Source = "ASSUMPTION: as many candidates for each inhabitant as in the whole country")]
    [French(
        "Part des diplômés du pays qui sont candidats pour les territoires étudiés\u00a0; si elle n’est pas dite, les habitants du " +
        "tableau rapportés à country-population et à born-here-share, ou 1 si country-population n’est pas dite non plus.")]
    public double? GraduatesShare { get; init; }

    [Key("training-places", "CSV table of university hospitals: territory, name, weight (share of graduates trained there).",
        Required = true, IsPath = true)]
    public string TrainingPlaces { get; init; } = "";

    [Key("training-distance-decay", "θ: the chance of training at a hospital is its weight × (1 + d / 20 km)^−θ, d from the birthplace.",
        Min = 0, Max = 10, Source = "ASSUMPTION, for about 100 km between birthplace and hospital at the median (evidence F)")]
    [French(
        "θ\u00a0: la chance d’être formé dans un CHU est son poids × (1 + d / 20 km)^−θ, d depuis le lieu de " +
        "naissance.")]
    public double TrainingDistanceDecay { get; init; } = 2;

    [Key("born-here-share", "Share of graduates born in the study's territories, where births follow population.", Min = 0, Max = 1,
        Source = "58 % practise in their region of birth (Insee 2024, evidence A2)")]
    [French("Part des diplômés nés dans les territoires étudiés, où les naissances suivent la population.")]
    public double BornHereShare { get; init; } = 1;

    [Key("trained-here-share-born-here",
        "Share trained at one of the training places, among candidates born in the study's territories; the others were trained outside, " +
        "which is as far as outside-distance-km says.", Min = 0, Max = 1,
        Source = "1 for a whole country; for a region ASSUMPTION: it trains its share of the population, all of them candidates")]
    [French(
        "Part formée dans un des lieux de formation, parmi les candidats nés dans les territoires étudiés\u00a0; les " +
        "autres ont été formés ailleurs, aussi loin que le dit outside-distance-km.")]
    public double TrainedHereShareBornHere { get; init; } = 1;

    [Key("trained-here-share-born-outside",
        "Share trained at one of the training places, among candidates born outside the study's territories.", Min = 0, Max = 1,
        Source = "1 for a whole country; for a region ASSUMPTION: it trains its share of the population, all of them candidates")]
    [French("Part formée dans un des lieux de formation, parmi les candidats nés hors des territoires étudiés.")]
    public double TrainedHereShareBornOutside { get; init; } = 1;

    [Key("rural-training-share", "Share of graduates trained in rural practices without any policy.", Min = 0, Max = 1,
        Source = "ASSUMPTION")]
    [French("Part des diplômés formés dans des cabinets ruraux sans aucune mesure.")]
    public double RuralTrainingShare { get; init; } = 0.1;

    [Key("graduation-age-min", "Youngest age at graduation.", Unit = "years", Min = 22, Max = 60,
        Source = "ASSUMPTION, for a mean age of locums of 33.9 (evidence B1)")]
    [French("Âge minimal au diplôme.")]
    public int GraduationAgeMin { get; init; } = 28;

    [Key("graduation-age-max", "Oldest age at graduation.", Unit = "years", Min = 22, Max = 60,
        Source = "ASSUMPTION, for a mean age of locums of 33.9 (evidence B1)")]
    [French("Âge maximal au diplôme.")]
    public int GraduationAgeMax { get; init; } = 32;

    [Key("women-share", "Share of women among graduates.", Min = 0, Max = 1,
        Source = "64 % of GPs from 2040 in the DREES projection (evidence B1)")]
    [French("Part des femmes parmi les diplômés.")]
    public double WomenShare { get; init; } = 0.64;

    [Key("career-partner-share", "Share of physicians whose partner has a career that needs a job market.", Min = 0, Max = 1,
        Source = "46 % of partners are senior executives (DREES ER 430, evidence B2)")]
    [French("Part des médecins dont le conjoint a une carrière qui demande un marché de l’emploi.")]
    public double CareerPartnerShare { get; init; } = 0.46;

    [Key("no-partner-share", "Share of physicians without partner.", Min = 0, Max = 1, Source = "ASSUMPTION")]
    [French("Part des médecins sans conjoint.")]
    public double NoPartnerShare { get; init; } = 0.15;

    [Key("children-share", "Share of physicians with children at home when they choose.", Min = 0, Max = 1, Source = "ASSUMPTION")]
    [French("Part des médecins qui ont des enfants au foyer quand ils choisissent.")]
    public double ChildrenShare { get; init; } = 0.5;

    [Key("warm-up-years",
        "Cohorts before the start that choose in the market of the start; those still locums are the locums of the start.", Unit = "years",
        Min = 0, Max = 30, Source = "ASSUMPTION")]
    [French(
        "Promotions d’avant le départ qui choisissent dans le marché du départ\u00a0; ceux qui remplacent encore sont " +
        "les remplaçants du départ.")]
    public int WarmUpYears { get; init; } = 8;

    [Key("stock-under-40-share", "Share of the initial stock under 40.", Min = 0, Max = 1,
        Source = "30,075 of 124,264 contributors (CARMF 2024, all specialties, evidence B1)")]
    [French("Part des moins de 40 ans parmi les installés du départ.")]
    public double StockUnder40Share { get; init; } = 0.24;

    [Key("stock-women-under-40-share", "Share of women in the initial stock under 40; falls with age to 30 % (assumption).",
        Min = 0, Max = 1, Source = "58 % of contributors under 40 (CARMF 2024, evidence B1)")]
    [French(
        "Part des femmes parmi les installés de moins de 40 ans au départ\u00a0; elle baisse avec l’âge jusqu’à " +
        "30\u00a0% (hypothèse).")]
    public double StockWomenUnder40 { get; init; } = 0.58;

    [Key("stock-born-here-share",
        "Share of the initial stock born in the study's territories; where, follows gravity from the place of practice.", Min = 0, Max = 1,
        Source = "1 for a whole country; 58 % practise in their region of birth (Insee 2024, evidence A2)")]
    [French(
        "Part des installés du départ nés dans les territoires étudiés\u00a0; où, cela suit la gravité depuis le lieu " +
        "d’exercice.")]
    public double StockBornHereShare { get; init; } = 1;

    [Key("retirement", "Yearly probability of retirement from an age on; each holds until the next age named.", Required = true)]
    public IReadOnlyList<AgeHazard> Retirement { get; init; } = [];

    [Key("last-age", "Age at which everybody has retired.", Unit = "years", Min = 60, Max = 100, Source = "ASSUMPTION")]
    [French("Âge auquel tous ont pris leur retraite.")]
    public int LastAge { get; init; } = 80;

    [Key("leaving-probability", "Yearly probability that an installed physician leaves ambulatory practice before retirement.",
        Min = 0, Max = 1,
        Source = "724 early exits a year among about 125,000 liberal doctors of all ages, 2013 (evidence H3); 1.3 % in the first years " +
        "(Dumontet 2016, evidence A2) is not used for all")]
    [French("Probabilité annuelle qu’un médecin installé quitte l’exercice ambulatoire avant la retraite.")]
    public double LeavingProbability { get; init; } = 0.006;

    /// <remarks>In the years between, only policies and neighbours can move anybody. 1/h is the mean length of a spell, in years.</remarks>
    [Key("spell-hazard", "h: yearly probability that a physician's tastes for places are drawn anew and the place is looked at again.",
        Min = 0, Max = 1,
        Source = "calibrated to moves of 4 % a year (docs/calibration.md), two standard errors: 96 % in the same commune a year later " +
        "(Insee 2024, evidence A2), US 4.3 % (Ricketts 2013, evidence I3)")]
    [French(
        "h\u00a0: probabilité annuelle que les goûts d’un médecin pour les lieux soient tirés à nouveau et son lieu " +
        "réexaminé.")]
    public Quantity SpellHazard { get; init; } =
        new() { Value = 0.105, Low = 0.064, High = 0.147, Source = "calibrated; range ASSUMPTION" };

    [Key("moving-cost", "What a move costs an incumbent who looks again.", Unit = "utils", Min = 0, Max = 50,
        Source = "ASSUMPTION; no moving cost in money was found (evidence I3)")]
    [French("Ce que coûte un changement de lieu à un installé qui le réexamine.")]
    public Quantity MovingCost { get; init; } = new() { Value = 3, Low = 1.5, High = 5, Source = Assumption };

    [Key("form-change-cost",
        "What it costs an incumbent who looks again to take another form of practice in the same territory; at most the moving cost " +
        "counts.", Unit = "utils", Min = 0, Max = 50, Source = "ASSUMPTION; 22 % of solo GPs joined a group in three years (evidence H4)")]
    [French(
        "Ce que coûte à un installé un changement de forme d’exercice dans le même territoire\u00a0; au plus le coût " +
        "d’un changement de lieu.")]
    public Quantity FormChangeCost { get; init; } = new() { Value = 1, Low = 0, High = 2, Source = Assumption };

    [Key("settled-age", "Age from which incumbents no longer reconsider.", Unit = "years", Min = 30, Max = 100, Source = "ASSUMPTION")]
    [French("Âge à partir duquel les installés ne réexaminent plus leur lieu.")]
    public int SettledAge { get; init; } = 58;

    /// <remarks>
    /// A mean over the pool of locums, in the market of the start and without any policy: P(no locum any more) = 1 − P(locum). It anchors
    /// the utility of another year as a locum.
    /// </remarks>
    [Key("leaving-locum-share",
        "Share of locums who leave that stage in a year of the start's market: for a place, a salaried job or another region.",
        Min = 0.001, Max = 0.999,
        Source = "between 0.26, one in 3.8 years (evidence B1, H3), and 0.45, which 7,981 locums and 3,600 graduates a year imply " +
        "(evidence B1, H0)")]
    [French(
        "Part des remplaçants qui cessent de l’être en une année du marché du départ\u00a0: pour un lieu, un emploi " +
        "salarié ou une autre région.")]
    public Quantity LeavingLocumShare { get; init; } =
        new() { Value = 0.345, Low = 0.26, High = 0.45, Source = "3.8 years; 7,981 locums for 3,600 graduates (evidence B1, H0)" };

    [Key("salaried-share",
        "Share who take a salaried job outside ambulatory practice, among those who leave the locum stage and do not go elsewhere.",
        Min = 0.001, Max = 0.999,
        Source = "34 % of GPs are salaried (2020, evidence H3); 44–46 % are liberal 5 to 8 years after registration (evidence B1, H3)")]
    [French(
        "Part de ceux qui prennent un emploi salarié hors de l’ambulatoire, parmi ceux qui cessent de remplacer et ne " +
        "vont pas ailleurs.")]
    public Quantity SalariedShare { get; init; } =
        new() { Value = 0.44, Low = 0.29, High = 0.5, Source = "34 % of GPs are salaried, 2020 (evidence H3); ends ASSUMPTION" };

    [Key("elsewhere-share-born-here",
        "Share who settle in another region, among those born in the study's territories who leave the locum stage; 0 for a whole country.",
        Min = 0, Max = 0.999, Source = "0 for a whole country; 58 % practise in their region of birth (Insee 2024, evidence A2)")]
    [French(
        "Part de ceux qui s’installent dans une autre région, parmi ceux nés dans les territoires étudiés qui cessent " +
        "de remplacer\u00a0; 0 pour un pays entier.")]
    public Quantity ElsewhereShareBornHere { get; init; } = 0;

    [Key("elsewhere-share-born-outside",
        "Share who settle in another region, among those born outside the study's territories who leave the locum stage; 0 for a whole " +
        "country.", Min = 0, Max = 0.999, Source = "0 for a whole country; else ASSUMPTION")]
    [French(
        "Part de ceux qui s’installent dans une autre région, parmi ceux nés hors des territoires étudiés qui cessent " +
        "de remplacer\u00a0; 0 pour un pays entier.")]
    public Quantity ElsewhereShareBornOutside { get; init; } = 0;

    /// <remarks>
    /// The odds of taking any place change by exp(η·ΔI), I = ln Σ exp(V) over places. At 0 nobody installs or stays away because of them.
    /// </remarks>
    [Key("participation-elasticity",
        "η: how strongly installing at all answers to how good places are: 0 not at all, places compete only with each other; 1 as " +
        "strongly as the choice among places.", Min = 0, Max = 1,
        Source = "ASSUMPTION: no elasticity of the locum or salaried share was found (evidence I7)")]
    [French(
        "η\u00a0: combien le fait même de s’installer dépend de la qualité des lieux\u00a0: 0, pas du tout, les lieux " +
        "ne rivalisent qu’entre eux\u00a0; 1, autant que le choix entre lieux.")]
    public Quantity ParticipationElasticity { get; init; } = new() { Value = 0.25, Low = 0, High = 1, Source = Assumption };

    [Key("working-time", "Working time, by sex, year of birth and pension.")]
    [French("Temps de travail, selon le sexe, l’année de naissance et la pension.")]
    public WorkingTimeSettings WorkingTime { get; init; } = new();

    [Key("couples", "Couples of two physicians, who decide together.")]
    [French("Couples de deux médecins, qui décident ensemble.")]
    public CoupleSettings Couples { get; init; } = new();

    /// <summary>Graduates of a year in the whole study.</summary>
    public int GraduatesOf(int year)
    {
        double count = 0;
        foreach (YearCount step in Graduates)
        {
            count = step.From <= year ? step.Count : count;
        }

        return (int)Math.Round(count * (GraduatesShare ?? 1), MidpointRounding.AwayFromZero);
    }

    /// <summary>Yearly probability of retirement at an age.</summary>
    public double RetirementAt(int age)
    {
        double probability = 0;
        foreach (AgeHazard step in Retirement)
        {
            probability = step.FromAge <= age ? step.Probability : probability;
        }

        return age >= LastAge ? 1 : probability;
    }

    /// <summary>
    /// Probability that an installed physician who turns <paramref name="age"/> in a year is still installed at its end:
    /// (1 − retirement)·(1 − leaving).
    /// </summary>
    public double StayingAt(int age) => (1 - RetirementAt(age)) * (1 - LeavingProbability);
}

/// <summary>A count that holds from a year on.</summary>
public sealed record YearCount
{
    [Key("from", "First year.", Required = true, Min = 1900, Max = 2200)]
    public int From { get; init; }

    [Key("count", "Count a year.", Required = true, Min = 0, Max = 1000000)]
    public int Count { get; init; }

    [Key("source", "Author and year, or the word ASSUMPTION and why.", Required = true)]
    public string Source { get; init; } = "";
}

/// <summary>A yearly probability that holds from an age on.</summary>
public sealed record AgeHazard
{
    [Key("from-age", "First age.", Required = true, Unit = "years", Min = 18, Max = 120)]
    public int FromAge { get; init; }

    [Key("probability", "Probability a year.", Required = true, Min = 0, Max = 1)]
    [French("Probabilité annuelle.")]
    public double Probability { get; init; }
}
