using InstallSim.Accessibility;
using InstallSim.World;

namespace InstallSim.Indicators;

/// <summary>Measures one indicator from the end of a year.</summary>
public delegate double Measure(in YearView year, YearEvents events);

/// <summary>How each recorded indicator is measured. NaN where it has no meaning, such as a median of nobody.</summary>
public static class IndicatorMeasures
{
    private const int OldestAge = 120;

    private static readonly Dictionary<string, Measure> ByName = new(StringComparer.Ordinal)
    {
        ["stock"] = (in YearView y, YearEvents _) => Count(y, (_, _) => true),
        ["fte"] = (in YearView y, YearEvents _) => Sum(y.Supply),
        ["stock-under-dense"] = (in YearView y, YearEvents e) => Count(y, (t, j) => e.UnderDenseAtStart[AlternativeTable.Territory(j)]),
        ["accessibility-mean"] = (in YearView y, YearEvents _) => Inequality.Mean(y.Accessibility, y.Territories.Population),
        ["share-under-threshold"] = (in YearView y, YearEvents e) => Inequality.ShareBelow(y.Accessibility, y.Territories.Population, e.UnderDenseBelow),
        ["share-under-1-5"] = (in YearView y, YearEvents _) => Inequality.ShareBelow(y.Accessibility, y.Territories.Population, 1.5),
        ["accessibility-gini"] = (in YearView y, YearEvents _) => Inequality.Gini(y.Accessibility, y.Territories.Population),
        ["accessibility-drees-ratio"] = (in YearView y, YearEvents _) => TopToBottom(y),
        ["installations"] = (in YearView y, YearEvents e) => e.Installations.Count(i => i.IsFirst),
        ["installations-rural"] = (in YearView y, YearEvents e) => InArea(y, e, AreaType.Rural),
        ["installations-periurban"] = (in YearView y, YearEvents e) => InArea(y, e, AreaType.Periurban),
        ["installations-urban"] = (in YearView y, YearEvents e) => InArea(y, e, AreaType.Urban),
        ["installations-msp"] = (in YearView _, YearEvents e) => InForm(e, PracticeForm.Msp),
        ["installations-group"] = (in YearView _, YearEvents e) => InForm(e, PracticeForm.Group),
        ["installations-solo"] = (in YearView _, YearEvents e) => InForm(e, PracticeForm.Solo),
        ["installations-health-centre"] = (in YearView _, YearEvents e) => InForm(e, PracticeForm.HealthCentre),
        ["moves"] = (in YearView _, YearEvents e) => e.Installations.Count(IsMove),
        ["retirements"] = (in YearView _, YearEvents e) => e.Retirements,
        ["departures"] = (in YearView _, YearEvents e) => e.Retirements + e.Leavers,
        ["locums"] = (in YearView _, YearEvents e) => e.Locums,
        ["newcomers-salaried"] = (in YearView _, YearEvents e) => e.Salaried,
        ["newcomers-elsewhere"] = (in YearView _, YearEvents e) => e.Elsewhere,
        ["stock-rural"] = (in YearView y, YearEvents _) => Count(y, (t, j) => t.Area[AlternativeTable.Territory(j)] == AreaType.Rural),
        ["stock-periurban"] = (in YearView y, YearEvents _) => Count(y, (t, j) => t.Area[AlternativeTable.Territory(j)] == AreaType.Periurban),
        ["stock-urban"] = (in YearView y, YearEvents _) => Count(y, (t, j) => t.Area[AlternativeTable.Territory(j)] == AreaType.Urban),
        ["stock-msp"] = (in YearView y, YearEvents _) => Count(y, (_, j) => AlternativeTable.Form(j) == PracticeForm.Msp),
        ["stock-group"] = (in YearView y, YearEvents _) => Count(y, (_, j) => AlternativeTable.Form(j) == PracticeForm.Group),
        ["stock-solo"] = (in YearView y, YearEvents _) => Count(y, (_, j) => AlternativeTable.Form(j) == PracticeForm.Solo),
        ["stock-health-centre"] = (in YearView y, YearEvents _) => Count(y, (_, j) => AlternativeTable.Form(j) == PracticeForm.HealthCentre),
        ["under-40-share"] = (in YearView _, YearEvents e) => Aged(e, 0, 39) / Aged(e, 0, OldestAge),
        ["women-share"] = (in YearView _, YearEvents e) => e.InstalledWomen / Aged(e, 0, OldestAge),
        ["age-under-35"] = (in YearView _, YearEvents e) => Aged(e, 0, 34),
        ["age-35-44"] = (in YearView _, YearEvents e) => Aged(e, 35, 44),
        ["age-45-54"] = (in YearView _, YearEvents e) => Aged(e, 45, 54),
        ["age-55-64"] = (in YearView _, YearEvents e) => Aged(e, 55, 64),
        ["age-65-plus"] = (in YearView _, YearEvents e) => Aged(e, 65, OldestAge),
        ["distance-birth-median"] = (in YearView y, YearEvents e) => MedianDistance(y, e, y.Physicians.BirthTerritory),
        ["distance-training-median"] = (in YearView y, YearEvents e) => MedianDistance(y, e, y.Physicians.TrainingTerritory),
        ["msp-places"] = (in YearView y, YearEvents _) => MspPlaces(y),
        ["msp-fill-rate"] = (in YearView y, YearEvents _) => Count(y, (_, j) => AlternativeTable.Form(j) == PracticeForm.Msp) / MspPlaces(y),
        ["msp-empty"] = (in YearView _, YearEvents e) => e.EmptyCentres,
        ["policy-cost"] = (in YearView _, YearEvents e) => e.PolicyCost,
        ["policy-cost-cumulative"] = (in YearView _, YearEvents e) => e.CumulativeCost,
    };

    /// <summary>The measures in the order of <see cref="IndicatorCatalog.Recorded"/>.</summary>
    public static IReadOnlyList<Measure> InOrder { get; } = [.. IndicatorCatalog.Recorded.Select(i => ByName[i.Name])];

    /// <summary>NaN where the worst-served tenth has no access at all: no number says how much better the others are.</summary>
    private static double TopToBottom(in YearView year)
    {
        double ratio = Inequality.TopToBottom(year.Accessibility, year.Territories.Population);
        return double.IsFinite(ratio) ? ratio : double.NaN;
    }

    private static double Count(in YearView year, Func<TerritoryTable, int, bool> counts)
    {
        double sum = 0;
        for (int j = 0; j < year.Stock.Length; j++)
        {
            sum += counts(year.Territories, j) ? year.Stock[j] : 0;
        }

        return sum;
    }

    private static double Sum(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double value in values)
        {
            sum += value;
        }

        return sum;
    }

    private static double InArea(in YearView year, YearEvents events, AreaType area)
    {
        AreaType[] areas = year.Territories.Area;
        return events.Installations.Count(i => i.IsFirst && areas[AlternativeTable.Territory(i.Alternative)] == area);
    }

    private static double InForm(YearEvents events, PracticeForm form) =>
        events.Installations.Count(i => i.IsFirst && AlternativeTable.Form(i.Alternative) == form);

    private static bool IsMove(Installation i) =>
        !i.IsFirst && AlternativeTable.Territory(i.From) != AlternativeTable.Territory(i.Alternative);

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
                distances.Add(Geography.Kilometres(year.Territories, anchor[i.Physician], AlternativeTable.Territory(i.Alternative)));
            }
        }

        distances.Sort();
        int middle = distances.Count / 2;
        return distances.Count == 0 ? double.NaN
            : distances.Count % 2 == 1 ? distances[middle] : (distances[middle - 1] + distances[middle]) / 2;
    }
}
