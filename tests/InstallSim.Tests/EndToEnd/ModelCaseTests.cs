using InstallSim.Inputs;
using InstallSim.Policies;
using InstallSim.Scenarios;
using InstallSim.Simulation;
using InstallSim.Simulation.State;
using InstallSim.Tests.Policies;
using InstallSim.Tests.Simulation;
using InstallSim.World;

namespace InstallSim.Tests.EndToEnd;

/// <summary>Situations of the shipped region in which a model's books once did not add up.</summary>
public sealed class ModelCaseTests
{
    private static readonly TerritoryFilter Poor = new() { AccessibilityBelow = 2.5, AreaTypes = [AreaType.Rural, AreaType.Periurban] };

    [Test]
    public void A_grant_of_nothing_moves_nobody() =>
        PolicyRuns.AssertSame(Run(new InstallationGrant { Type = "installation-grant", From = 2027, AmountKeur = 0 }), Run());

    [Test]
    public void Their_own_place_is_considered_by_all_however_few_others_are()
    {
        var everywhere = new MspOpening { Type = "msp-opening", From = 2026, Until = 2026, PerYear = 79, Places = 100, Founders = 0 };
        double few = FormChanges(everywhere, 0.01), all = FormChanges(everywhere, 1);
        Assert.That(few, Is.GreaterThan(50));
        Assert.That(few / all, Is.InRange(0.5, 2), $"{few} and {all} changes of form");
    }

    [Test]
    public void Nobody_changes_form_at_home_for_money_that_only_pays_those_who_come()
    {
        PreparedScenario prepared = ShippedRegion.CentreValDeLoire;
        var supplement = new IncomeSupplement
        {
            Type = "income-supplement",
            From = 2027,
            KeurPerYear = 60,
            Years = 10,
            Where = new TerritoryFilter { Codes = ["244500468"] },
        };
        int place = Array.IndexOf(prepared.Territories.Code, "244500468");
        RunRecord baseline = Run(years: 2029), run = Run(2029, supplement);
        Assert.That(PolicyRuns.Reached(run, ActKind.Offer), Has.Length.GreaterThan(20), "it draws others");
        var atHome = PolicyRuns.Differences(baseline, run, 2027)
            .Where(d => PolicyRuns.TerritoryOf(d.From) == place && PolicyRuns.TerritoryOf(d.To) == place);
        Dictionary<uint, int> before = PolicyRuns.PlacesAtEndOf(run, 2026);
        ActRecord[] paidAtHome = [.. PolicyRuns.Reached(run, ActKind.Offer)
            .Where(a => a.Year == 2027 && PolicyRuns.TerritoryOf(before.GetValueOrDefault(a.Physician, NoPlace.Absent)) == place)];
        Assert.That(paidAtHome, Is.Empty);
        uint[] unpaid = [.. run.History.Where(e => e.Kind == EventKind.Unpaid).Select(e => e.Physician)];
        Assert.That(unpaid, Is.Empty, "nobody was promised what was then refused");

        // Who parts from the baseline within the place did so for a place that another took or left, not for money.
        HashSet<uint> crowded = [.. run.History.Concat(baseline.History)
            .Where(e => e.Year == 2027 && e.Kind is EventKind.NoRoom or EventKind.Regrouped)
            .Select(e => e.Physician)];
        Assert.That(atHome.Select(d => d.Physician).Where(n => !crowded.Contains(n)), Is.Empty);
    }

    [Test]
    public void Centres_are_no_worse_than_nothing_however_many_found_them([Values(0, 2, 5)] int founders)
    {
        var centres = new MspOpening
        {
            Type = "msp-opening",
            From = 2027,
            Until = 2034,
            PerYear = 6,
            Places = 5,
            Founders = founders,
            OpeningCostKeur = 1500,
            Where = Poor,
        };
        var gained = new List<double>();
        for (int replication = 0; replication < 10; replication++)
        {
            RunRecord baseline = Run(2036, replication), run = Run(2036, replication, centres);
            gained.Add(TestRegion.Value(run, 11, "stock-under-dense") - TestRegion.Value(baseline, 11, "stock-under-dense"));
            double announced = TestRegion.Value(run, 11, "msp-announced"), opened = TestRegion.Value(run, 11, "msp-opened");
            Assert.That(announced, Is.EqualTo(48));
            Assert.That(opened + TestRegion.Value(run, 11, "msp-waiting"), Is.EqualTo(announced));
            Assert.That(opened, Is.GreaterThan(24), "and most have opened");
        }

        double mean = gained.Average(), error = Math.Sqrt(gained.Sum(g => (g - mean) * (g - mean)) / 9 / 10);
        Assert.That(mean, Is.GreaterThan(-2 * error), "a mean of 10 replications");
    }

    [Test]
    public void Two_policies_of_training_pay_each_for_what_it_causes()
    {
        RuralTraining early = new() { Type = "rural-training", Name = "early", From = 2027, Until = 2030, Share = 0.3 };
        RuralTraining late = new() { Type = "rural-training", Name = "late", From = 2031, Share = 0.5 };
        RunRecord run = Run(2036, early, late);
        ActRecord[] trained = PolicyRuns.Reached(run, ActKind.Training);
        Assert.That(trained.Select(a => a.Physician), Is.Unique);
        Assert.That(trained.Where(a => a.Policy == 0).Select(a => (int)a.Year), Is.All.InRange(2029, 2032));
        Assert.That(trained.Where(a => a.Policy == 1).Select(a => (int)a.Year), Is.All.InRange(2033, 2036));
        foreach (int policy in (int[])[0, 1])
        {
            Assert.That(run.Costs.Where(c => c.Policy == policy).Sum(c => c.Keur),
                Is.EqualTo(8 * trained.Count(a => a.Policy == policy)).Within(1e-9));
        }

        Assert.That(trained.Count(a => a.Policy == 1), Is.GreaterThan(trained.Count(a => a.Policy == 0)));
    }

    [Test]
    public void The_same_training_twice_costs_as_once_and_does_as_much()
    {
        RuralTraining training = new() { Type = "rural-training", From = 2027, Share = 0.5 };
        RunRecord once = Run(2036, training), twice = Run(2036, training with { Name = "one" }, training with { Name = "other" });
        Assert.That(twice.History, Is.EqualTo(once.History));
        Assert.That(twice.Costs.Sum(c => c.Keur), Is.EqualTo(once.Costs.Sum(c => c.Keur)).Within(1e-9).And.Positive);
    }

    [Test]
    public void Training_that_names_territories_is_refused_with_its_line()
    {
        using var region = new MadeUpRegion();
        region.Write("rural.yaml", """
            extends: baseline.yaml
            name: rural
            policies:
              - { type: rural-training, from: 2027, share: 0.5, where: { code: ["T01"] } }
            """);
        CommandLine.Outcome outcome = CommandLine.Run("compare", region.Folder, "--out", region.Out);
        Assert.That(outcome.Code, Is.EqualTo(2));
        Assert.That(outcome.Error, Does.Contain("rural.yaml(4,").And.Contain("'where' cannot be honoured"));
        Assert.That(Directory.Exists(region.Out), Is.False);
    }

    [Test]
    public void A_closed_city_holds_its_stock_less_what_waits([Values(0, 1)] int replication)
    {
        var closed = new SelectiveContracting
        {
            Type = "selective-contracting",
            From = 2027,
            Where = new TerritoryFilter { AreaTypes = [AreaType.Urban] },
        };
        RunRecord run = Run(2036, replication, closed);
        AreaType[] area = ShippedRegion.CentreValDeLoire.Territories.Area;
        for (int i = 0; i < area.Length; i++)
        {
            float start = run.Stock[area.Length + i];
            for (int year = 2; area[i] == AreaType.Urban && year < 12; year++)
            {
                Assert.That(run.Stock[(year * area.Length) + i], Is.LessThanOrEqualTo(start), $"territory {i}, year {year}");
            }
        }
    }

    private static double FormChanges(Policy policy, double consideration)
    {
        Scenario scenario = ShippedRegion.CentreValDeLoire.Scenario;
        scenario = scenario with
        {
            Preferences = scenario.Preferences with { Consideration = consideration },
            Physicians = scenario.Physicians with { SpellHazard = 1, FormChangeCost = 0 },
        };
        return Enumerable.Range(0, 2)
            .Sum(replication => Run(scenario, 2027, replication, policy).History.Count(e => e.Kind == EventKind.ChangedForm));
    }

    private static RunRecord Run(params Policy[] policies) => Run(2030, 0, policies);

    private static RunRecord Run(int years, params Policy[] policies) => Run(years, 0, policies);

    private static RunRecord Run(int years, int replication, params Policy[] policies) =>
        Run(ShippedRegion.CentreValDeLoire.Scenario, years, replication, policies);

    private static RunRecord Run(Scenario scenario, int until, int replication, params Policy[] policies) => new Simulator(
        ShippedRegion.CentreValDeLoire.With(scenario with
        {
            Uncertainty = Uncertainty.None,
            Years = new YearRange(2025, until),
            Policies = policies,
        }),
        replication).Run();
}
