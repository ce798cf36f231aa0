using InstallSim.Indicators;
using InstallSim.Tests.Accessibility;
using InstallSim.Tests.Territories;
using InstallSim.World;

namespace InstallSim.Tests.Indicators;

public sealed class InequalityIndicatorsTests
{
    /// <summary>Ten people, threshold 4: two with 1, three with 2, five with 8.</summary>
    private static readonly double[] People = [5, 2, 3], Access = [8, 1, 2];

    [TestCase("accessibility-palma", 8.0 / ((2 * 1) + (2 * 2)))]
    [TestCase("accessibility-gap", ((2 * 0.75) + (3 * 0.5)) / 10)]
    [TestCase("accessibility-gap-severity", ((2 * 0.5625) + (3 * 0.25)) / 10)]
    [TestCase("share-under-threshold", 0.5)]
    [TestCase("inhabitants-served", 5 + (2 * 0.25) + (3 * 0.5))]
    [TestCase("inhabitants-served-under-dense", 3 * 0.5)]
    public void Ten_people_by_hand(string indicator, double expected) =>
        Assert.That(Measure(indicator), Is.EqualTo(expected).Within(1e-15));

    [Test]
    public void Theil_between_and_within_add_up_by_kind_and_by_departement() => Assert.Multiple(() =>
    {
        double all = Measure("accessibility-theil");
        foreach (string groups in (string[])["area-types", "departements"])
        {
            double between = Measure($"theil-between-{groups}", "A", "A", "B"), within = Measure($"theil-within-{groups}", "A", "A", "B");
            Assert.That(between + within, Is.EqualTo(all).Within(1e-15), groups);
        }
    });

    [Test]
    public void Without_departements_nothing_is_split_by_them()
    {
        Assert.That(Measure("theil-between-departements", "", "", ""), Is.NaN);
        Assert.That(Measure("theil-within-departements", "A", "A", "A"), Is.NaN);
    }

    [Test]
    public void Concentration_needs_what_inhabitants_live_on()
    {
        Assert.That(Measure("accessibility-concentration"), Is.NaN);
        double[] rising = [30, 10, 20], falling = [10, 30, 20];
        Assert.That(Concentrated(rising), Is.Positive, "the best served are the richest");
        Assert.That(Concentrated(falling), Is.EqualTo(-Concentrated(rising)).Within(1e-15));
    }

    [TestCase(0, 0, double.NaN), TestCase(0, 3, 0), TestCase(1, 3, 0.25), TestCase(2, 0, 1)]
    public void Refused_entries_are_a_share_of_those_tried(int refused, int entered, double expected)
    {
        var events = new YearEvents(3) { UnderDenseBelow = 4, Refused = refused };
        events.Entries[1] = entered;
        Assert.That(IndicatorCatalog.Find("refused-share")!.Measure!(View(new SmallWorld(People).Territories), events),
            Is.EqualTo(expected));
    }

    private static double Concentrated(double[] income) =>
        Of("accessibility-concentration", Tables.Of(People, householdIncome: income));

    private static double Measure(string indicator, params string[] departements)
    {
        TerritoryTable table = new SmallWorld(People).Territories;
        for (int i = 0; i < departements.Length; i++)
        {
            table.Departement[i] = departements[i];
        }

        (table.Area[0], table.Area[1], table.Area[2]) = (AreaType.Urban, AreaType.Rural, AreaType.Rural);
        return Of(indicator, table);
    }

    private static double Of(string indicator, TerritoryTable table)
    {
        var events = new YearEvents(3) { UnderDenseBelow = 4 };
        events.UnderDenseAtStart[2] = true;
        return IndicatorCatalog.Find(indicator)!.Measure!(View(table), events);
    }

    private static YearView View(TerritoryTable table) => new()
    {
        Year = 2025,
        Territories = table,
        Physicians = new PhysicianTable(),
        TravelTimes = new SmallWorld(People).Times,
        Stock = [],
        Places = [],
        Supply = [],
        Vacancies = [],
        Accessibility = Access,
        Zoning = [],
        Income = [],
        ExtraHours = [],
        ExtraIncome = [],
    };
}
