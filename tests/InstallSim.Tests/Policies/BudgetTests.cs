using InstallSim.Policies;
using InstallSim.Scenarios;
using InstallSim.Simulation.State;
using InstallSim.Tests.Simulation;
using InstallSim.World;

namespace InstallSim.Tests.Policies;

public sealed class BudgetTests
{
    private static readonly Policy[] All =
        [.. PolicyExamples.All.Values.Where(p => !p.IsPaid || PolicyExamples.Budgeted.Contains(p.Type))];

    [Test]
    public void A_budget_is_exceeded_in_no_year(
        [Values] BudgetRule rule, [Values(200, 1500)] double cap, [Values(0, 1)] int replication)
    {
        RunRecord run = TestRegion.Run(PolicyExamples.Sharing(cap, rule, All), replication),
            free = TestRegion.Run(TestRegion.Scenario(All), replication);
        for (int year = 2026; year <= 2032; year++)
        {
            Assert.That(PolicyRuns.Cost(run, year), Is.LessThanOrEqualTo(cap + 1e-6), $"{year}");
            Assert.That(PolicyRuns.Cost(free, year), Is.GreaterThan(cap), "without it they cost more, or this test says nothing");
        }

        Assert.That(PolicyRuns.Cost(run, 2026), Is.GreaterThan(cap / 2), "and much of it is spent");
    }

    [TestCase("msp-opening", 1, 600, 2)]
    [TestCase("salaried-centre", 2, 210, 1)]
    [TestCase("international-recruitment", 10, 100, 7)]
    [TestCase("further-graduates", 10, 450, 7)]
    public void A_refusal_is_a_payment_that_the_policy_would_have_made(string type, int number, double cap, int refused)
    {
        Policy policy = PolicyExamples.All[type] switch
        {
            MspOpening p => p with { PerYear = number + 1 },
            SalariedCentre p => p with { Centres = number },
            InternationalRecruitment p => p with { PerYear = number },
            FurtherGraduates p => p with { PerYear = number },
            Policy other => other,
        };
        RunRecord run = TestRegion.Run(PolicyExamples.Sharing(cap, BudgetRule.FirstCome, policy with { Where = new TerritoryFilter() }));
        Assert.That(TestRegion.Value(run, 1, "budget-refusals"), Is.EqualTo(refused));
    }

    [Test]
    public void The_order_of_policies_does_not_matter([Values] BudgetRule rule, [Values(0, 1)] int replication)
    {
        Scenario scenario = PolicyExamples.Sharing(1500, rule, All);
        RunRecord run = TestRegion.Run(scenario, replication);
        foreach (Policy[] turned in new[] { All.Reverse().ToArray(), [.. All[4..], .. All[..4]] })
        {
            Scenario other = PolicyExamples.Sharing(1500, rule, turned);
            RunRecord same = TestRegion.Run(other, replication);
            Assert.That(same.History, Is.EqualTo(run.History));
            Assert.That(CostsByLabel(same, other), Is.EqualTo(CostsByLabel(run, scenario)));
        }
    }

    [Test]
    public void The_order_of_two_policies_of_one_label_does_not_matter([Values] BudgetRule rule)
    {
        var rural = new MspOpening
        {
            Type = "msp-opening",
            From = 2026,
            PerYear = 1,
            Where = new TerritoryFilter { AreaTypes = [AreaType.Rural] },
        };
        MspOpening periurban = rural with { Where = new TerritoryFilter { AreaTypes = [AreaType.Periurban] } };
        Policy grant = PolicyExamples.All["installation-grant"];
        RunRecord one = TestRegion.Run(PolicyExamples.Sharing(1400, rule, rural, periurban, grant));
        RunRecord other = TestRegion.Run(PolicyExamples.Sharing(1400, rule, periurban, grant, rural));
        Assert.That(one.Costs, Is.Not.Empty);
        Assert.That(other.History, Is.EqualTo(one.History));
        Assert.That(other.Stock, Is.EqualTo(one.Stock));
    }

    [Test]
    public void Of_acts_that_cannot_be_cut_each_policy_has_its_part()
    {
        var desk = (Accompaniment)PolicyExamples.All["accompaniment"];
        RunRecord run = TestRegion.Run(PolicyExamples.Sharing(300, BudgetRule.Proportional, desk,
            desk with { Name = "twice", CostKeurPerYear = 40 }));
        for (int year = 2026; year <= 2032; year++)
        {
            // 30 territories ask for 600 and 1,200 k€ of 300: parts of 100 and 200, five territories each.
            Assert.That(run.Costs.Where(e => e.Year == year).Select(e => (e.Policy, e.Keur)), Is.EqualTo(new[] { (0, 100.0), (1, 200.0) }));
        }
    }

    [Test]
    public void What_was_promised_to_who_came_is_what_they_are_paid(
        [Values] BudgetRule rule, [Values(100, 800, 1e9)] double cap, [Values(0, 1)] int replication)
    {
        Scenario scenario = PolicyRuns.Restless(PolicyExamples.Sharing(
            cap, rule,
            new InstallationGrant
            {
                Type = "installation-grant",
                From = 2026,
                AmountKeur = 80,
                KnownTo = 0.6,
                Where = PolicyExamples.NotUrban,
            },
            new IncomeSupplement { Type = "income-supplement", From = 2026, KeurPerYear = 15, Years = 3, Where = PolicyExamples.NotUrban },
            new IncomeSupplement { Type = "income-supplement", Name = "rural", From = 2026, KeurPerYear = 9, Years = 20, KnownTo = 0.5 }));
        var run = new HandRun(scenario, replication);
        for (int year = 2026; year <= 2028; year++)
        {
            run.BeginYear();
            var promised = new Dictionary<int, double>();
            int paid = 0;
            run.ChooseInRounds(
                (n, j) => promised[n] = run.State.Physicians.Territory[n] == AlternativeTable.Territory(j) ? 0 : run.Promised(n, j),
                (n, _) =>
                {
                    Assert.That(run.Signed(n), Is.EqualTo(promised[n]).Within(1e-9), $"physician {n} in {year}");
                    paid += promised[n] > 0 ? 1 : 0;
                });
            Assert.That(paid, year == 2026 ? Is.Positive : Is.GreaterThanOrEqualTo(0));
            Assert.That(run.State.Ledger.Left(0, year, year),
                Is.EqualTo(cap - run.State.Contracts.Where(c => c.Until >= year).Sum(c => c.KeurPerYear)).Within(1e-6),
                "who found no room gave the money back");
        }
    }

    [Test]
    public void First_come_serves_in_the_order_of_the_year_s_lottery([Values(0, 1)] int replication)
    {
        HandRun run = Grants(600, BudgetRule.FirstCome, replication);
        double[] paid = [.. run.State.Contracts.Select(c => run.State.Lottery(c.Physician))],
            unpaid = [.. Of(run, EventKind.Unpaid).Select(run.State.Lottery)];
        Assert.That(paid, Has.Length.EqualTo(6), "600 k€ at 100 k€ each");
        Assert.That(paid.Max(), Is.LessThan(unpaid.Min()));
    }

    [Test]
    public void By_need_serves_the_territories_of_lowest_accessibility_first([Values(0, 1)] int replication)
    {
        HandRun run = Grants(600, BudgetRule.ByNeed, replication);
        double Accessibility(int place) => run.State.Accessibility[AlternativeTable.Territory(place)];
        double[] paid = [.. run.State.Reached.Where(a => a.IsGranted).Select(a => Accessibility(a.Place))];
        double[] unpaid = [.. run.State.History.Where(e => e.Kind == EventKind.Unpaid).Select(e => Accessibility(e.Place))];
        Assert.That(paid, Has.Length.EqualTo(6));
        Assert.That(paid.Max(), Is.LessThanOrEqualTo(unpaid.Min()));
    }

    [Test]
    public void In_proportion_all_who_come_are_paid_alike_and_less([Values(0, 1)] int replication)
    {
        HandRun run = Grants(600, BudgetRule.Proportional, replication);
        double[] paid = [.. run.State.Contracts.Select(c => c.KeurPerYear)];
        Assert.That(paid, Has.Length.GreaterThan(6));
        Assert.That(paid, Is.All.EqualTo(paid[0]).Within(1e-9));
        Assert.That(paid.Sum(), Is.LessThanOrEqualTo(600 + 1e-6));
        Assert.That(paid[0], Is.InRange(1, 99));
    }

    [Test]
    public void A_capped_programme_of_centres_keeps_within_its_cap_with_all_running_costs()
    {
        var msp = new MspOpening { Type = "msp-opening", From = 2026, PerYear = 5, OpeningCostKeur = 600, RunningCostKeurPerYear = 80 };
        Scenario scenario = PolicyRuns.Still(PolicyExamples.Sharing(900, BudgetRule.ByNeed, msp));
        RunRecord run = TestRegion.Run(scenario);
        Assert.That(Enumerable.Range(2026, 6).Select(y => PolicyRuns.Cost(run, y)),
            Is.EqualTo(new double[] { 680, 760, 840, 240, 240, 240 }),
            "a fourth would cost 600 beside four times 80, and so 920");
        Assert.That(TestRegion.Value(run, 7, "msp-opened"), Is.EqualTo(3));
        Assert.That(TestRegion.Value(run, 7, "msp-waiting"), Is.EqualTo(32));
    }

    [Test]
    public void A_centre_that_closes_makes_room_in_the_budget()
    {
        var msp = new MspOpening
        {
            Type = "msp-opening",
            From = 2026,
            PerYear = 1,
            Founders = 0,
            OpeningCostKeur = 0,
            RunningCostKeurPerYear = 80,
            Where = new TerritoryFilter { AreaTypes = [AreaType.Urban] },
        };
        Scenario scenario = PolicyRuns.Still(PolicyExamples.Sharing(80, BudgetRule.ByNeed, msp));
        Assert.That(Enumerable.Range(1, 7).Select(y => TestRegion.Value(TestRegion.Run(scenario), y, "msp-opened")),
            Is.EqualTo(new double[] { 1, 1, 1, 2, 2, 2, 3 }), "each stays empty and closes after three years");
    }

    [Test]
    public void Policies_without_the_budget_are_not_bound_by_it()
    {
        Policy grant = PolicyExamples.All["installation-grant"];
        Scenario scenario = PolicyExamples.Sharing(0, BudgetRule.FirstCome, PolicyExamples.All["msp-opening"]);
        scenario = scenario with { Policies = [.. scenario.Policies, grant] };
        Assert.That(TestRegion.Run(scenario).History, Is.EqualTo(TestRegion.Run(TestRegion.Scenario(grant)).History));
    }

    /// <summary>The first choices where there is room for all, so that money alone is scarce.</summary>
    private static HandRun Grants(double cap, BudgetRule rule, int replication)
    {
        var grant = new InstallationGrant { Type = "installation-grant", From = 2026, AmountKeur = 100, Where = PolicyExamples.NotUrban };
        Scenario scenario = PolicyExamples.Sharing(cap, rule, grant);
        TerritoryTable territories = TestRegion.Territories();
        Array.Clear(territories.MspPlaces);
        Array.Clear(territories.HealthCentrePosts);
        var run = new HandRun(
            scenario with { Physicians = scenario.Physicians with { Graduates = [new YearCount { From = 2000, Count = 200 }] } },
            replication, territories);
        run.BeginYear();
        run.ChooseInRounds((_, _) => { }, (_, _) => { });
        return run;
    }

    /// <summary>
    /// Rows of physicians whom an event of 2026 befell, in territories where the grant is paid: who got it, or was refused it.
    /// </summary>
    private static int[] Of(HandRun run, EventKind kind)
    {
        HashSet<uint> paid = [.. run.State.Reached.Where(a => a.IsGranted).Select(a => a.Physician)];
        HashSet<uint> names = [.. run.State.History
            .Where(e => e.Year == 2026 && e.Kind == kind && (kind == EventKind.Unpaid || paid.Contains(e.Physician)))
            .Select(e => e.Physician)];
        return [.. Enumerable.Range(0, run.State.Physicians.Count).Where(n => names.Contains(run.State.Physicians.Name[n]))];
    }

    private static (string Label, ActKind Kind, int Year, double Keur)[] CostsByLabel(RunRecord run, Scenario scenario) =>
        [.. run.Costs.Select(e => (scenario.Policies[e.Policy].Label, e.Kind, (int)e.Year, e.Keur)).Order()];
}
