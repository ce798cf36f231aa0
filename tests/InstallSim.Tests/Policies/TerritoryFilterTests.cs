using InstallSim.Policies;
using InstallSim.World;

namespace InstallSim.Tests.Policies;

public sealed class TerritoryFilterTests
{
    [Test]
    public void Without_conditions_all_territories_are_concerned() => Assert.That(Marked(new TerritoryFilter()), Has.Length.EqualTo(36));

    [Test]
    public void The_kind_of_territory() =>
        Assert.That(Marked(new TerritoryFilter { AreaTypes = [AreaType.Urban] }), Is.EqualTo(new[] { 0, 7, 14, 21, 28, 35 }));

    [Test]
    public void Several_values_of_one_condition_are_alternatives() =>
        Assert.That(Marked(new TerritoryFilter { AreaTypes = [AreaType.Urban, AreaType.Rural, AreaType.Periurban] }),
            Has.Length.EqualTo(36));

    [Test]
    public void Codes() => Assert.That(Marked(new TerritoryFilter { Codes = ["T003", "T020"] }), Is.EqualTo(new[] { 3, 20 }));

    [Test]
    public void Departements() => Assert.That(Marked(new TerritoryFilter { Departements = ["B"] }), Is.EqualTo(Enumerable.Range(18, 18)));

    [Test]
    public void Zoning() => Assert.That(Marked(new TerritoryFilter { Zoning = [Zone.Zip, Zone.Zac] }), Is.EqualTo(new[] { 5, 6 }));

    [Test]
    public void Accessibility_below_leaves_the_bound_out() =>
        Assert.That(Marked(new TerritoryFilter { AccessibilityBelow = 2.5 }), Is.EqualTo(new[] { 10 }));

    [Test]
    public void Accessibility_at_least_takes_the_bound_in() =>
        Assert.That(Marked(new TerritoryFilter { AccessibilityAtLeast = 2.5 }), Is.EqualTo(Enumerable.Range(0, 36).Where(i => i != 10)));

    [Test]
    public void All_conditions_must_hold() => Assert.That(
        Marked(new TerritoryFilter
        {
            AccessibilityBelow = 2.6,
            Departements = ["A"],
            AreaTypes = [AreaType.Periurban],
            Codes = ["T010", "T011", "T020"],
        }),
        Is.EqualTo(new[] { 10, 11 }));

    [Test]
    public void The_least_accessible_are_counted_among_those_that_other_conditions_leave()
    {
        Assert.That(Marked(new TerritoryFilter { LeastAccessible = 2 }), Is.EqualTo(new[] { 10, 11 }));
        Assert.That(Marked(new TerritoryFilter { LeastAccessible = 0 }), Is.Empty);
        Assert.That(Marked(new TerritoryFilter { LeastAccessible = 1, Departements = ["B"] }), Has.Length.EqualTo(1).And.All.AtLeast(18));
        Assert.That(Marked(new TerritoryFilter { LeastAccessible = 99 }), Has.Length.EqualTo(36));
    }

    [Test]
    public void More_of_the_least_accessible_hold_all_that_fewer_hold()
    {
        int[][] byCount = [.. Enumerable.Range(0, 37).Select(n => Marked(new TerritoryFilter { LeastAccessible = n }))];
        int[][] byShare = [.. Enumerable.Range(0, 21).Select(n => Marked(new TerritoryFilter { LeastAccessibleShare = n / 20.0 }))];
        Assert.That(byCount.Select(marked => marked.Length), Is.EqualTo(Enumerable.Range(0, 37)));
        Assert.That(byShare[^1], Has.Length.EqualTo(36));
        foreach (int[][] series in (int[][][])[byCount, byShare])
        {
            Assert.That(series.Zip(series.Skip(1)).All(pair => pair.First.All(pair.Second.Contains)), Is.True);
        }
    }

    [Test]
    public void A_share_of_the_inhabitants_is_never_exceeded()
    {
        double[] people = new HandYear().View.Territories.Population;
        for (double share = 0; share <= 1; share += 0.05)
        {
            int[] marked = Marked(new TerritoryFilter { LeastAccessibleShare = share });
            Assert.That(marked.Sum(i => people[i]), Is.LessThanOrEqualTo(share * people.Sum()));
        }
    }

    /// <summary>In floating-point numbers 0.29 × 100 is a little less than 29.</summary>
    [TestCase(0.29, 29), TestCase(0.57, 57), TestCase(0.58, 58), TestCase(0.28, 0), TestCase(1, 29)]
    public void Who_holds_exactly_the_share_is_among_them(double share, int expected)
    {
        var year = new HandYear();
        double[] people = year.View.Territories.Population;
        Array.Clear(people);
        (people[10], people[20]) = (expected == 0 ? 29 : expected, expected == 0 ? 71 : 100 - expected);
        year.Accessibility[10] = 0.5;
        var concerned = new bool[36];
        new TerritoryFilter { LeastAccessibleShare = share }.Mark(year.View, concerned);
        Assert.That(concerned[10], Is.EqualTo(expected > 0));
    }

    [Test]
    public void Nobody_is_badly_served_where_nobody_lives()
    {
        var year = new HandYear();
        (year.Accessibility[3], year.Accessibility[10]) = (0, 1);
        year.View.Territories.Population[3] = 0;
        foreach (var filter in (TerritoryFilter[])
            [new() { LeastAccessible = 1 }, new() { LeastAccessible = 36 }, new() { AccessibilityBelow = 1.1 }])
        {
            var concerned = new bool[36];
            filter.Mark(year.View, concerned);
            Assert.That((concerned[3], concerned[10]), Is.EqualTo((false, true)));
        }
    }

    private static int[] Marked(TerritoryFilter filter)
    {
        var year = new HandYear();
        (year.Zoning[5], year.Zoning[6]) = (Zone.Zip, Zone.Zac);
        (year.Accessibility[10], year.Accessibility[11]) = (2.4999, 2.5);
        var concerned = new bool[36];
        filter.Mark(year.View, concerned);
        return [.. Enumerable.Range(0, 36).Where(i => concerned[i])];
    }
}
