using InstallSim.Accessibility;
using InstallSim.World;

namespace InstallSim.Indicators;

/// <summary>Measures one indicator from the end of a year; NaN where it has no meaning, such as a median of nobody.</summary>
public delegate double Measure(in YearView year, YearEvents events);

/// <summary>What a recorded number means: enough to measure, label, format and judge it.</summary>
/// <param name="Name">Kebab-case, unique; the <c>indicator</c> column of the results.</param>
/// <param name="Unit">Unit of the recorded value; <c>share</c> is 0–1 and shown in per cent; <c>k€</c> is thousands of euros.</param>
/// <param name="English">Label in English, sentence case.</param>
/// <param name="French">Label in French, in the terms of the field.</param>
/// <param name="Better">Which way is good for people.</param>
/// <param name="Measure">How it is measured; null for what a comparison derives.</param>
public sealed record Indicator(string Name, string Unit, string English, string French, Better Better, Measure? Measure = null)
{
    /// <summary>Whether what a comparison derives is itself a difference from the baseline, written with its sign, and no ratio.</summary>
    public bool IsDifference { get; init; }

    /// <summary>Whether it is a cost for each of what was gained.</summary>
    public bool IsPrice => Name.StartsWith("cost-per-", StringComparison.Ordinal);
}

/// <summary>Every indicator that a run records or a comparison derives, in the order shown. A new one is a line here.</summary>
public static class IndicatorCatalog
{
    /// <summary>Unit of values between 0 and 1.</summary>
    public const string Share = "share";

    private const string Gps = "GPs";
    private const string GpsAYear = "GPs/year";
    private const string Accessibility = "accessibility";
    private const string Kilometres = "km";
    private const string ThousandEuros = "k€";

    private const int OldestAge = 120;

    /// <summary>Recorded for each scenario, replication and year. The unit <c>accessibility</c> is that of the run's metric.</summary>
    public static IReadOnlyList<Indicator> Recorded { get; } =
    [
        new("stock", Gps, "GPs in practice", "Médecins généralistes installés", Better.Higher,
            (in YearView y, YearEvents _) => Count(y, _ => true)),
        new("fte", "FTE", "GPs in practice, full-time equivalents",
            "Médecins généralistes installés, équivalents temps plein", Better.Higher,
            (in YearView y, YearEvents _) => Fte(y)),
        new("capacity", "FTE", "Capacity with assistants and mobile units, full-time equivalents",
            "Capacité, assistants et unités mobiles compris, équivalents temps plein", Better.Higher,
            (in YearView y, YearEvents _) => Sum(y.Supply, _ => true)),
        new("stock-under-dense", Gps, "GPs in territories under-dense at the start",
            "Généralistes installés dans les territoires sous-denses au départ", Better.Higher,
            (in YearView y, YearEvents e) => Count(y, j => e.UnderDenseAtStart[Of(j)])),
        new("fte-under-dense", "FTE", "Full-time equivalents in territories under-dense at the start",
            "Équivalents temps plein dans les territoires sous-denses au départ", Better.Higher,
            (in YearView y, YearEvents e) => Fte(y, i => e.UnderDenseAtStart[i])),
        new("capacity-under-dense", "FTE", "Capacity in territories under-dense at the start",
            "Capacité dans les territoires sous-denses au départ", Better.Higher,
            (in YearView y, YearEvents e) => Sum(y.Supply, i => e.UnderDenseAtStart[i])),
        new("accessibility-mean", Accessibility, "Mean accessibility to GPs", "Accessibilité moyenne aux généralistes", Better.Higher,
            (in YearView y, YearEvents _) => Inequality.Mean(y.Accessibility, y.Territories.Population)),
        new("share-under-threshold", Share, "Population in under-dense territories", "Population en territoire sous-dense", Better.Lower,
            (in YearView y, YearEvents e) => Inequality.ShareBelow(y.Accessibility, y.Territories.Population, e.UnderDenseBelow)),
        new("share-under-1-5", Share, "Population with accessibility under 1.5", "Population sous 1,5 d’accessibilité", Better.Lower,
            (in YearView y, YearEvents _) => Inequality.ShareBelow(y.Accessibility, y.Territories.Population, 1.5)),
        new("accessibility-gini", "index", "Inequality of accessibility (Gini)", "Inégalité d’accessibilité (Gini)", Better.Lower,
            (in YearView y, YearEvents _) => Inequality.Gini(y.Accessibility, y.Territories.Population)),
        new("accessibility-drees-ratio", "ratio", "Best-served 10 % over worst-served 10 %",
            "Rapport entre les 10\u00a0% les mieux et les 10\u00a0% les moins bien dotés", Better.Lower,
            (in YearView y, YearEvents _) => TopToBottom(y)),
        .. InequalityIndicators.All,
        new("installations", GpsAYear, "New installations", "Installations", Better.Higher,
            (in YearView y, YearEvents e) => e.Installations.Count(i => i.IsFirst)),
        new("installations-rural", GpsAYear, "New installations, rural", "Installations en territoire rural", Better.Higher,
            (in YearView y, YearEvents e) => InArea(y, e, AreaType.Rural)),
        new("installations-periurban", GpsAYear, "New installations, periurban", "Installations en territoire périurbain", Better.Neutral,
            (in YearView y, YearEvents e) => InArea(y, e, AreaType.Periurban)),
        new("installations-urban", GpsAYear, "New installations, urban", "Installations en territoire urbain", Better.Neutral,
            (in YearView y, YearEvents e) => InArea(y, e, AreaType.Urban)),
        .. PracticeForms.All.Select(FirstInstallationsIn),
        new("moves", GpsAYear, "Moves between territories", "Changements de territoire", Better.Neutral,
            (in YearView _, YearEvents e) => e.Installations.Count(IsMove)),
        new("refused-entries", GpsAYear, "Entries refused by a limit", "Arrivées refusées par un plafond", Better.Neutral,
            (in YearView _, YearEvents e) => e.Refused),
        new("refused-share", Share, "Entries refused by a limit, of all that were tried",
            "Arrivées refusées par un plafond, parmi celles tentées", Better.Neutral,
            (in YearView _, YearEvents e) => e.Refused / ((double)e.Refused + e.Entries.Sum())),
        new("retirements", GpsAYear, "Retirements", "Départs à la retraite", Better.Neutral,
            (in YearView _, YearEvents e) => e.Retirements),
        new("departures", GpsAYear, "Departures (retired or left)", "Départs (retraite ou cessation)", Better.Lower,
            (in YearView _, YearEvents e) => e.Retirements + e.Leavers + e.PostsEnded),
        new("locums", Gps, "Locums", "Remplaçants", Better.Neutral,
            (in YearView _, YearEvents e) => e.Locums),
        new("newcomers-salaried", GpsAYear, "Newcomers who take a salaried job",
            "Nouveaux médecins partis vers un emploi salarié", Better.Lower,
            (in YearView _, YearEvents e) => e.Salaried),
        new("newcomers-elsewhere", GpsAYear, "Newcomers who settle in another region",
            "Nouveaux médecins partis dans une autre région", Better.Lower,
            (in YearView _, YearEvents e) => e.Elsewhere),
        new("rest-of-country", Gps, "GPs gained by the rest of the country since the start",
            "Généralistes gagnés par le reste du pays depuis le départ", Better.Neutral,
            (in YearView _, YearEvents e) => e.RestOfCountry),
        new("stock-rural", Gps, "GPs in rural territories", "Généralistes en territoire rural", Better.Higher,
            (in YearView y, YearEvents _) => StockIn(y, AreaType.Rural)),
        new("stock-periurban", Gps, "GPs in periurban territories", "Généralistes en territoire périurbain", Better.Neutral,
            (in YearView y, YearEvents _) => StockIn(y, AreaType.Periurban)),
        new("stock-urban", Gps, "GPs in urban territories", "Généralistes en territoire urbain", Better.Neutral,
            (in YearView y, YearEvents _) => StockIn(y, AreaType.Urban)),
        .. PracticeForms.All.Select(StockIn),
        .. PracticeForms.All.Select(ShareIn),
        new("under-40-share", Share, "GPs under 40", "Généralistes de moins de 40 ans", Better.Neutral,
            (in YearView _, YearEvents e) => Aged(e, 0, 39) / Aged(e, 0, OldestAge)),
        new("women-share", Share, "Women among GPs", "Femmes parmi les généralistes", Better.Neutral,
            (in YearView _, YearEvents e) => e.InstalledWomen / Aged(e, 0, OldestAge)),
        new("birth-region-share", Share, "GPs born in the study's territories",
            "Généralistes nés dans les territoires étudiés", Better.Neutral,
            (in YearView _, YearEvents e) => e.InstalledBornHere / Aged(e, 0, OldestAge)),
        new("age-under-35", Gps, "GPs under 35", "Généralistes de moins de 35 ans", Better.Neutral,
            (in YearView _, YearEvents e) => Aged(e, 0, 34)),
        new("age-35-44", Gps, "GPs aged 35–44", "Généralistes de 35 à 44 ans", Better.Neutral,
            (in YearView _, YearEvents e) => Aged(e, 35, 44)),
        new("age-45-54", Gps, "GPs aged 45–54", "Généralistes de 45 à 54 ans", Better.Neutral,
            (in YearView _, YearEvents e) => Aged(e, 45, 54)),
        new("age-55-64", Gps, "GPs aged 55–64", "Généralistes de 55 à 64 ans", Better.Neutral,
            (in YearView _, YearEvents e) => Aged(e, 55, 64)),
        new("age-65-plus", Gps, "GPs aged 65 or over", "Généralistes de 65 ans ou plus", Better.Neutral,
            (in YearView _, YearEvents e) => Aged(e, 65, OldestAge)),
        new("distance-birth-median", Kilometres, "Median distance from birthplace to practice",
            "Distance médiane du lieu de naissance au cabinet", Better.Neutral,
            (in YearView y, YearEvents e) => MedianDistance(y, e, y.Physicians.BirthTerritory)),
        new("distance-training-median", Kilometres, "Median distance from training place to practice",
            "Distance médiane du lieu d’internat au cabinet", Better.Neutral,
            (in YearView y, YearEvents e) => MedianDistance(y, e, y.Physicians.TrainingTerritory)),
        new("msp-places", "places", "Places for GPs in MSP", "Places de généraliste en MSP", Better.Neutral,
            (in YearView y, YearEvents _) => MspPlaces(y)),
        new("msp-fill-rate", Share, "Places filled in MSP", "Taux de remplissage des MSP", Better.Higher,
            (in YearView y, YearEvents _) => Count(y, j => AlternativeTable.Form(j) == PracticeForm.Msp) / MspPlaces(y)),
        new("msp-empty", "MSP", "MSP without a GP", "MSP sans généraliste", Better.Lower,
            (in YearView _, YearEvents e) => e.EmptyCentres),
        new("msp-announced", "MSP", "MSP announced since the start", "MSP annoncées depuis le départ", Better.Neutral,
            (in YearView _, YearEvents e) => e.CentresAnnounced),
        new("msp-opened", "MSP", "MSP opened since the start", "MSP ouvertes depuis le départ", Better.Higher,
            (in YearView _, YearEvents e) => e.CentresOpened),
        new("msp-waiting", "MSP", "MSP announced that wait", "MSP annoncées en attente", Better.Lower,
            (in YearView _, YearEvents e) => e.CentresAnnounced - e.CentresOpened),
        new("budget-refusals", "payments/year", "Payments that a budget refused", "Paiements refusés faute de budget", Better.Neutral,
            (in YearView _, YearEvents e) => e.BudgetRefusals),
        new("policy-cost", ThousandEuros + "/year", "Cost of the policies in the year", "Coût annuel des mesures", Better.Lower,
            (in YearView _, YearEvents e) => e.PolicyCost),
        new("policy-cost-cumulative", ThousandEuros, "Cost of the policies since the start", "Coût cumulé des mesures", Better.Lower,
            (in YearView _, YearEvents e) => e.CumulativeCost),
    ];

    /// <summary>Derived by a comparison with the baseline, at the last year only.</summary>
    public static IReadOnlyList<Indicator> Compared { get; } =
    [
        new("deadweight-share", Share, "Deadweight: aided who would have come anyway",
            "Effet d’aubaine\u00a0: aidés qui seraient venus de toute façon", Better.Lower),
        new("displacement-share", Share, "Displacement: gained from another under-dense territory",
            "Déplacement\u00a0: pris à un autre territoire sous-dense", Better.Lower),
        new("gps-in-covered", Gps, "GPs in the territories that the policies ever covered",
            "Généralistes dans les territoires que les mesures ont couverts", Better.Higher) { IsDifference = true },
        new("gps-elsewhere", Gps, "GPs in all other territories", "Généralistes dans tous les autres territoires",
            Better.Neutral) { IsDifference = true },
        new("gp-years-under-dense", "GP-years", "GP-years in under-dense territories, discounted by 4 % a year",
            "Années-médecin en territoire sous-dense, actualisées à 4\u00a0% par an", Better.Higher) { IsDifference = true },
        new("cost-per-additional-gp", ThousandEuros, "Cost per additional GP in under-dense territories",
            "Coût par généraliste supplémentaire en territoire sous-dense", Better.Lower),
        new("cost-per-gp-year", ThousandEuros, "Cost per GP-year in under-dense territories, both discounted by 4 % a year",
            "Coût par année-médecin en territoire sous-dense, actualisés à 4\u00a0% par an", Better.Lower),
        new("cost-per-resident-lifted", ThousandEuros, "Cost per resident lifted above the threshold",
            "Coût par habitant sorti de la sous-densité", Better.Lower),
    ];

    private static readonly Dictionary<string, Indicator> ByName = Recorded.Concat(Compared)
        .ToDictionary(i => i.Name, StringComparer.Ordinal);

    /// <summary>The indicator of that name; null when there is none.</summary>
    public static Indicator? Find(string name) => ByName.GetValueOrDefault(name);

    private static Indicator FirstInstallationsIn(PracticeFormInfo form) => new(
        $"installations-{form.Name}", GpsAYear, $"New installations {form.Where}", $"Installations {form.WhereFrench}", Better.Neutral,
        (in YearView _, YearEvents e) => InForm(e, form.Form));

    private static Indicator StockIn(PracticeFormInfo form) => new(
        $"stock-{form.Name}", Gps, $"GPs {form.Where}", $"Généralistes {form.WhereFrench}", Better.Neutral,
        (in YearView y, YearEvents _) => Count(y, j => AlternativeTable.Form(j) == form.Form));

    private static Indicator ShareIn(PracticeFormInfo form) => new(
        $"share-{form.Name}", Share, $"Share of GPs {form.Where}", $"Part des généralistes {form.WhereFrench}", Better.Neutral,
        (in YearView y, YearEvents _) => Count(y, j => AlternativeTable.Form(j) == form.Form) / Count(y, _ => true));

    /// <summary>NaN where the worst-served tenth has no access at all: no number says how much better the others are.</summary>
    private static double TopToBottom(in YearView year)
    {
        double ratio = Inequality.TopToBottom(year.Accessibility, year.Territories.Population);
        return double.IsFinite(ratio) ? ratio : double.NaN;
    }

    private static double Count(in YearView year, Predicate<int> counts)
    {
        double sum = 0;
        for (int j = 0; j < year.Stock.Length; j++)
        {
            sum += counts(j) ? year.Stock[j] : 0;
        }

        return sum;
    }

    private static double Sum(ReadOnlySpan<double> values, Predicate<int> counts)
    {
        double sum = 0;
        for (int i = 0; i < values.Length; i++)
        {
            sum += counts(i) ? values[i] : 0;
        }

        return sum;
    }

    /// <summary>Working time of the installed, at their first place, without what adds to it.</summary>
    private static double Fte(in YearView year, Predicate<int>? counts = null)
    {
        PhysicianTable p = year.Physicians;
        ReadOnlySpan<Stage> stages = p.Stage.AsSpan(0, p.Count);
        (int[] territories, double[] fte, double sum) = (p.Territory, p.Fte, 0);
        for (int n = 0; n < stages.Length; n++)
        {
            if (stages[n] == Stage.Installed && (counts is null || counts(territories[n])))
            {
                sum += fte[n];
            }
        }

        return sum;
    }

    private static int Of(int alternative) => AlternativeTable.Territory(alternative);

    private static double StockIn(in YearView year, AreaType area)
    {
        AreaType[] areas = year.Territories.Area;
        return Count(year, j => areas[Of(j)] == area);
    }

    private static double InArea(in YearView year, YearEvents events, AreaType area)
    {
        AreaType[] areas = year.Territories.Area;
        return events.Installations.Count(i => i.IsFirst && areas[Of(i.Alternative)] == area);
    }

    private static double InForm(YearEvents events, PracticeForm form) =>
        events.Installations.Count(i => i.IsFirst && AlternativeTable.Form(i.Alternative) == form);

    private static bool IsMove(Installation i) =>
        !i.IsFirst && Of(i.From) != Of(i.Alternative);

    private static double Aged(YearEvents events, int from, int to)
    {
        double count = 0;
        for (int age = from; age <= to; age++)
        {
            count += events.InstalledByAge[age];
        }

        return count;
    }

    private static double MspPlaces(in YearView year)
    {
        double places = 0;
        for (int j = (int)PracticeForm.Msp; j < year.Places.Length; j += AlternativeTable.Forms)
        {
            places += year.Places[j];
        }

        return places;
    }

    private static double MedianDistance(in YearView year, YearEvents events, int[] anchor)
    {
        var distances = new List<double>();
        foreach (Installation i in events.Installations)
        {
            if (i.IsFirst && anchor[i.Physician] >= 0)
            {
                distances.Add(Geography.Kilometres(year.Territories, anchor[i.Physician], Of(i.Alternative)));
            }
        }

        distances.Sort();
        int middle = distances.Count / 2;
        return distances.Count == 0 ? double.NaN
            : distances.Count % 2 == 1 ? distances[middle] : (distances[middle - 1] + distances[middle]) / 2;
    }
}
