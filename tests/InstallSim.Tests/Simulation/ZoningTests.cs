using InstallSim.Policies;
using InstallSim.Scenarios;
using InstallSim.Simulation;
using InstallSim.Simulation.State;
using InstallSim.Tests.Policies;
using InstallSim.World;

namespace InstallSim.Tests.Simulation;

/// <summary>Zonings by rule.</summary>
public sealed class ZoningTests
{
    [Test]
    public void A_cap_keeps_the_least_accessible_of_each_group_within_its_share()
    {
        var rule = new ZoningRule
        {
            By = ZoningGroup.Departement,
            PopulationShare = 0.2,
            Shares = new Dictionary<string, double> { ["B"] = 0.5 },
        };
        HandRun run = Run(rule);
        TerritoryTable t = run.Prepared.Territories;
        bool[] zone = run.State.Zones["zone"];
        foreach ((string code, double share) in new[] { ("A", 0.2), ("B", 0.5) })
        {
            int[] there = [.. Enumerable.Range(0, 36).Where(i => t.Departement[i] == code)];
            double all = there.Sum(i => t.Population[i]), held = there.Where(i => zone[i]).Sum(i => t.Population[i]);
            Assert.That(held / all, Is.InRange(share / 2, share), code);
            Assert.That(there.Where(i => zone[i]).Max(i => run.State.Accessibility[i]),
                Is.LessThanOrEqualTo(there.Where(i => !zone[i]).Min(i => run.State.Accessibility[i])));
        }
    }

    [Test]
    public void All_criteria_must_hold_and_an_unknown_number_is_in_no_zone()
    {
        var rule = new ZoningRule
        {
            AreaTypes = [AreaType.Rural, AreaType.Periurban],
            GpsPer10000Below = 6,
            Columns = new Dictionary<string, ColumnEnds> { ["schools"] = new() { AtLeast = 0.2, Below = 0.9 } },
        };
        HandRun run = Run(rule);
        TerritoryTable t = run.Prepared.Territories;
        bool[] expected = [.. Enumerable.Range(0, 36).Select(i => t.Area[i] != AreaType.Urban && t.Schools[i] >= 0.2 && t.Schools[i] < 0.9
            && Practices.Physicians(run.State, i) < 6 * t.Population[i] / 10_000)];
        Assert.That(run.State.Zones["zone"], Is.EqualTo(expected));
        Assert.That(expected.Distinct().Count(), Is.EqualTo(2), "or this test says nothing");
        var published = new Dictionary<string, ColumnEnds> { ["observed-accessibility"] = new() { AtLeast = 0 } };
        HandRun unknown = Run(new() { Columns = published });
        Assert.That(unknown.State.Zones["zone"], Is.All.False);
    }

    [TestCase(0, 0)]
    [TestCase(1, 36)]
    public void A_cap_of_nothing_holds_nobody_and_a_cap_of_all_holds_everybody(double share, int territories) =>
        Assert.That(Run(new() { PopulationShare = share }).State.Zones["zone"].Count(z => z), Is.EqualTo(territories));

    [Test]
    public void The_zip_as_a_rule_is_the_zip()
    {
        HandRun run = Run(new() { PopulationShare = new ZoningSettings().ZipPopulationShare });
        Assert.That(run.State.Zones["zone"], Is.EqualTo(run.State.Zoning.Select(z => z == Zone.Zip)));
    }

    [Test]
    public void A_zip_of_all_people_holds_all_territories_however_their_shares_add_up([Values(0, 1)] double zip)
    {
        for (int seed = 0; seed < 20; seed++)
        {
            var random = new Random(seed);
            TerritoryTable table = TestRegion.Territories() with
            {
                Population = [.. Enumerable.Range(0, 36).Select(_ => (double)random.Next(2_000, 60_000))],
            };
            Scenario scenario = TestRegion.Scenario() with
            {
                Zoning = new ZoningSettings { ZipPopulationShare = zip, ZipZacPopulationShare = 1 },
            };
            RunState state = Simulator.StartOf(TestRegion.Prepare(scenario, table));
            Assert.That(state.Zoning, Is.All.EqualTo(zip == 1 ? Zone.Zip : Zone.Zac), $"seed {seed}");
        }
    }

    [Test]
    public void A_zoning_is_revised_when_it_is_due()
    {
        HandRun run = Run(new() { AccessibilityBelow = 2.5, EveryYears = 2 });
        bool[] first = run.State.Zones["zone"];
        run.Step();
        bool[] second = run.State.Zones["zone"];
        run.Step();
        Assert.That(run.State.Zones["zone"], Is.SameAs(second), "the second year keeps that of the first");
        run.Step();
        Assert.That(run.State.Zones["zone"], Is.Not.SameAs(second));
        Assert.That(second, Is.Not.SameAs(first));
    }

    [Test]
    public void A_policy_concerns_what_is_in_any_of_its_zones()
    {
        HandRun run = Run(new() { AreaTypes = [AreaType.Rural] }, new ZoningRule { AreaTypes = [AreaType.Urban] });
        var where = new bool[36];
        new TerritoryFilter { Zones = ["zone", "other"] }.Mark(run.State.View(), where);
        Assert.That(where, Is.EqualTo(run.Prepared.Territories.Area.Select(a => a != AreaType.Periurban)));
        new TerritoryFilter { Zones = ["zone"], Departements = ["A"] }.Mark(run.State.View(), where);
        Assert.That(where, Is.EqualTo(Enumerable.Range(0, 36).Select(i => i < 18 && run.Prepared.Territories.Area[i] == AreaType.Rural)));
        Assert.That(new TerritoryFilter { Zones = ["zone"] }.IsEverywhere, Is.False);
    }

    private static HandRun Run(ZoningRule rule, ZoningRule? other = null)
    {
        var rules = new Dictionary<string, ZoningRule> { ["zone"] = rule };
        if (other is not null)
        {
            rules.Add("other", other);
        }

        return new HandRun(TestRegion.Scenario() with { Zoning = new ZoningSettings { Rules = rules } });
    }
}
