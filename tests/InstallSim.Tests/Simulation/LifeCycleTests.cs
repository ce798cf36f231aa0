using InstallSim.Choice.Draws;
using InstallSim.Preferences;
using InstallSim.Scenarios;
using InstallSim.Simulation.State;
using InstallSim.Tests.Policies;
using InstallSim.World;

namespace InstallSim.Tests.Simulation;

/// <summary>What installed physicians want who look again may change with age.</summary>
public sealed class LifeCycleTests
{
    [Test]
    public void Factors_of_one_change_nothing() => PolicyRuns.AssertSame(
        TestRegion.Run(PolicyRuns.Restless(With(Times(30, ("schools", 1)), Times(50)))),
        TestRegion.Run(PolicyRuns.Restless(TestRegion.Scenario())));

    [Test]
    public void Factors_of_an_age_that_nobody_has_change_nothing() => PolicyRuns.AssertSame(
        TestRegion.Run(PolicyRuns.Restless(With(Times(110, ("schools", 0))))), TestRegion.Run(PolicyRuns.Restless(TestRegion.Scenario())));

    [Test]
    public void Who_never_looks_again_is_not_concerned()
    {
        Scenario Settled(Scenario s) => s with { Physicians = s.Physicians with { SpellHazard = 0 } };
        PolicyRuns.AssertSame(
            TestRegion.Run(Settled(With(Times(20, ("schools", 0), ("utils-per-keur", 3))))),
            TestRegion.Run(Settled(TestRegion.Scenario())));
    }

    [TestCase(0, 1, 1)]
    [TestCase(49, 1, 1)]
    [TestCase(50, 0.5, 2)]
    [TestCase(59, 0.5, 2)]
    [TestCase(60, 0, 1)]
    [TestCase(90, 0, 1)]
    public void The_factors_of_the_last_age_reached_hold(int age, double schools, double birth)
    {
        Scenario scenario = With(Times(50, ("schools", 0.5), ("birth-distance", 2)), Times(60, ("schools", 0)));
        RunState state = ShippedRegion.AtStart(TestRegion.Prepare(scenario));
        int parent = Enumerable.Range(0, state.Physicians.Count).First(n => state.Physicians.Children[n]);
        (double[] then, double nowBirth) = Coefficients(scenario, state.Physicians, parent, age);
        (double[] first, double firstBirth) = Coefficients(TestRegion.Scenario(), state.Physicians, parent, 0);
        Assert.That(then.Zip(first).Count(c => c.First != c.Second), Is.EqualTo(schools == 1 ? 0 : 1), "schools alone");
        Assert.That(then.Sum() - first.Sum(), Is.EqualTo((schools - 1) * 20 * scenario.Preferences.UtilsPerKeur.Value
            * (state.Physicians.PreferenceClass[parent] == 1 ? 1.8 : 1)).Within(1e-12));
        Assert.That(nowBirth, Is.EqualTo(birth * firstBirth).Within(1e-12));
    }

    [Test]
    public void The_less_schools_count_from_40_on_the_worse_are_those_where_the_older_practise()
    {
        double Schools(double times) => Enumerable.Range(0, 2).Sum(replication =>
        {
            Scenario scenario = PolicyRuns.Restless(With(Times(40, ("schools", times))));
            scenario = scenario with { Physicians = scenario.Physicians with { ChildrenShare = 1 }, Years = new(2025, 2028) };
            RunRecord run = TestRegion.Run(scenario, replication);
            TerritoryTable table = TestRegion.Territories();
            return Enumerable.Range(0, 36).Sum(i => table.Schools[i] * run.Stock[(3 * 36) + i]) / run.Stock[(3 * 36)..(4 * 36)].Sum();
        });
        Assert.That(new[] { 8, 1, 0 }.Select(times => Schools(times)), Is.Ordered.Descending.And.Unique);
    }

    private static AgeTimes Times(int from, params (string Name, double Factor)[] times) =>
        new() { FromAge = from, Times = times.ToDictionary(t => t.Name, t => t.Factor), Source = "test" };

    private static Scenario With(params AgeTimes[] ages)
    {
        Scenario scenario = TestRegion.Scenario();
        return scenario with { Preferences = scenario.Preferences with { ByAge = ages } };
    }

    private static (double[] Territory, double Birth) Coefficients(Scenario scenario, PhysicianTable physicians, int n, int age)
    {
        var utility = new SystematicUtility(scenario.Preferences, TestRegion.Territories());
        double[] territory = new double[utility.TerritoryColumns], form = new double[utility.FormColumns];
        var anchors = new (double Coefficient, int Anchor)[VariableCatalog.Distance.Count];
        utility.Coefficients(physicians, n, new DrawKey(1, 0, 0, 0, 0), territory, form, anchors, age);
        int birth = VariableCatalog.Distance.Select(v => v.Name).ToList().IndexOf("birth-distance");
        return (territory, anchors[birth].Coefficient);
    }
}
