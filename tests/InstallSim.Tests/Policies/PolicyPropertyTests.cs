using InstallSim.Policies;
using InstallSim.Simulation.State;
using InstallSim.Tests.Simulation;

namespace InstallSim.Tests.Policies;

/// <summary>What must hold of every policy, those to come included: types come from the catalog, examples from a table.</summary>
public sealed class PolicyPropertyTests
{
    private static IEnumerable<string> Types => PolicyCatalog.All.Keys;

    private static IEnumerable<TestCaseData> Nothing =>
        PolicyExamples.Nothing.Select((p, k) => new TestCaseData(p).SetArgDisplayNames($"{p.Type} {k}"));

    [Test]
    public void Every_type_has_an_example() => Assert.That(PolicyExamples.All.Keys, Is.EquivalentTo(PolicyCatalog.All.Keys));

    [TestCaseSource(nameof(Types))]
    public void An_example_is_no_nothing(string type) =>
        Assert.That(TestRegion.Run(TestRegion.Scenario(PolicyExamples.All[type])).Values,
            Is.Not.EqualTo(TestRegion.Run(TestRegion.Scenario()).Values));

    [TestCaseSource(nameof(Nothing))]
    public void A_lever_at_nothing_changes_nothing(Policy policy) => PolicyRuns.AssertNothingChanges(policy);

    [TestCaseSource(nameof(Types))]
    public void Where_that_matches_nothing_changes_nothing(string type)
    {
        RunRecord run = TestRegion.Run(TestRegion.Scenario(PolicyExamples.Nowhere(type))), baseline = TestRegion.Run(TestRegion.Scenario());
        AssertSameButAnnounced(run, baseline);
        Assert.That(run.Reached, Is.Empty);
        Assert.That(run.Costs, Is.Empty);
    }

    [Test]
    public void A_budget_without_money_changes_nothing(
        [ValueSource(typeof(PolicyExamples), nameof(PolicyExamples.Budgeted))] string type, [Values] BudgetRule rule)
    {
        RunRecord run = TestRegion.Run(PolicyExamples.Sharing(0, rule, PolicyExamples.All[type])),
            baseline = TestRegion.Run(TestRegion.Scenario());
        AssertSameButAnnounced(run, baseline);
        Assert.That(run.Reached, Is.Empty);
        Assert.That(run.Costs, Is.Empty);
    }

    [Test]
    public void In_its_first_year_nobody_is_elsewhere_without_a_reason(
        [ValueSource(nameof(Types))] string type, [Values(0, 1, 2)] int replication, [Values] bool hasRoom)
    {
        RunRecord Run(params Policy[] policies) => hasRoom
            ? PolicyRuns.WithRoomForAll(TestRegion.Scenario(policies), replication)
            : TestRegion.Run(PolicyRuns.Restless(TestRegion.Scenario(policies)), replication);
        AssertExplained(Run(), Run(PolicyExamples.All[type]));
    }

    [Test]
    public void Under_a_budget_nobody_is_elsewhere_without_a_reason([Values] BudgetRule rule, [Values(0, 1, 2)] int replication)
    {
        RunRecord run = TestRegion.Run(PolicyExamples.Sharing(1500, rule, [.. PolicyExamples.All.Values]), replication);
        AssertExplained(TestRegion.Run(TestRegion.Scenario(), replication), run);
    }

    [Test]
    public void More_never_repels([ValueSource(nameof(Types))] string type)
    {
        // Who is admitted or trained elsewhere looks for a place nearby: another person, who may turn up anywhere.
        bool makesOthers = type is "rural-admissions" or "training-places" or "trainer-recruitment" or "placements-across-subdivisions";
        bool drawsNobody = PolicyExamples.DrawingNobodyAtFirst.Append("team-payment").Contains(type);
        double drawn = 0;
        for (int replication = 0; replication < 3; replication++)
        {
            double[] entries = [.. new[] { 0, 0.5, 1, 2, 3 }.Select(level => Concerned(
                PolicyRuns.WithRoomForAll(TestRegion.Scenario(PolicyExamples.All[type].With(level)), replication),
                PolicyExamples.All[type]))];
            Assert.That(entries, makesOthers ? Is.Not.Empty : Is.Ordered, $"replication {replication}");
            drawn += entries[^1] - entries[0];
        }

        Assert.That(drawn, drawsNobody ? Is.Zero : Is.Positive, "what adds to supply draws nobody, nor teams where there is no centre");
    }

    [TestCaseSource(nameof(Types))]
    public void Each_policy_books_its_own_kind_of_act_and_the_year_costs_their_sum(string type)
    {
        RunRecord run = TestRegion.Run(TestRegion.Scenario(PolicyExamples.All[type]));
        ActKind[] kinds = [.. run.Costs.Select(e => e.Kind).Distinct()];
        Assert.That(kinds, Is.EqualTo(PolicyExamples.Costly.Contains(type) ? [KindOf(type)] : Array.Empty<ActKind>()));
        ActKind[] reaching = KindOf(type) switch
        {
            ActKind.Capacity => [],
            ActKind.Amenity when type == "locum-relief" => [ActKind.Amenity, ActKind.Retention],
            ActKind.Consideration when type == "case-manager" => [ActKind.Consideration, ActKind.Retention],
            ActKind kind => [kind],
        };
        Assert.That(run.Reached.Select(a => a.Kind).Distinct(), Is.EquivalentTo(reaching));
        AssertCostsAddUp(run);
    }

    [Test]
    public void With_all_policies_at_once_physicians_and_money_are_conserved([Values(0, 1)] int replication)
    {
        RunRecord run = TestRegion.Run(PolicyRuns.Restless(TestRegion.Scenario([.. PolicyExamples.All.Values])), replication);
        AssertCostsAddUp(run);
        Assert.That(run.Costs.Select(e => e.Policy).Distinct().Count(), Is.EqualTo(PolicyExamples.Costly.Count()));
        for (int year = 1; year < 8; year++)
        {
            Dictionary<uint, int> places = PolicyRuns.PlacesAtEndOf(run, 2025 + year);
            double before = TestRegion.Value(run, year - 1, "stock"), after = TestRegion.Value(run, year, "stock");
            Assert.That(after,
                Is.EqualTo(before + TestRegion.Value(run, year, "installations") - TestRegion.Value(run, year, "departures")));
            Assert.That(places.Values.Count(p => p >= 0), Is.EqualTo(after));
            Assert.That(places.Values.Count(p => p == NoPlace.Locum), Is.EqualTo(TestRegion.Value(run, year, "locums")));
        }
    }

    private static ActKind KindOf(string type) => type switch
    {
        "accompaniment" or "awareness-campaign" or "case-manager" => ActKind.Consideration,
        "bound-scholarship" or "compulsory-service" => ActKind.Bond,
        "msp-opening" or "salaried-centre" => ActKind.Opening,
        "childcare" or "cpts-coverage" or "local-coordination" or "locum-relief" or "on-call-relief" or "partner-employment" =>
            ActKind.Amenity,
        "peer-network" or "retirement-deferral" => ActKind.Retention,
        "fee-uplift" => ActKind.Fee,
        "further-graduates" or "international-recruitment" or "placements-across-subdivisions" or "re-entry" or "rural-admissions"
            or "trainer-recruitment" or "training-places" => ActKind.Cohort,
        "advanced-practice-nurses" or "medical-assistants" or "mobile-unit" or "solidarity-days" or "telemedicine-booth"
            or "advanced-consultations" or "tele-expertise" => ActKind.Capacity,
        "regional-quota" or "selective-contracting" => ActKind.Limit,
        "rural-training" or "student-placements" => ActKind.Training,
        "secondary-practice" => ActKind.SecondPlace,
        _ => ActKind.Offer,
    };

    /// <summary>Entries of the first year where the policy applies: in the countryside for interns trained there.</summary>
    private static double Concerned(RunRecord run, Policy policy)
    {
        TerritoryFilter filter = policy is RuralTraining or StudentPlacements
            ? new TerritoryFilter { AreaTypes = [InstallSim.World.AreaType.Rural] }
            : policy.Where;
        var where = new bool[36];
        filter.Mark(new HandYear().View, where);
        return Enumerable.Range(0, 36).Where(i => where[i]).Sum(i => run.Entries[36 + i]);
    }

    private static void AssertExplained(RunRecord baseline, RunRecord run)
    {
        HashSet<uint> reached = [.. run.Reached.Where(a => a.Year == 2026).Select(a => a.Physician)];
        HashSet<uint> refused = [.. baseline.History.Concat(run.History).Where(e => e.Year == 2026 && !e.IsChange)
            .Select(e => e.Physician)];
        HashSet<uint> regrouped = [.. baseline.History.Concat(run.History)
            .Where(e => e.Year == 2026 && e.Kind == EventKind.Regrouped).Select(e => e.Physician)];
        Assert.That(PolicyRuns.Elsewhere(baseline, run, 2026)
            .Where(d => !reached.Contains(d.Physician) && !refused.Contains(d.Physician)), Is.Empty);
        Assert.That(PolicyRuns.Differences(baseline, run, 2026)
            .Where(d => !reached.Contains(d.Physician) && !refused.Contains(d.Physician) && !regrouped.Contains(d.Physician)), Is.Empty);
    }

    private static void AssertCostsAddUp(RunRecord run)
    {
        for (int year = 2025; year <= 2032; year++)
        {
            double sum = run.Costs.Where(e => e.Year == year).Sum(e => e.Keur);
            Assert.That(PolicyRuns.Cost(run, year), Is.EqualTo(sum).Within(1e-9 * Math.Max(1, Math.Abs(sum))));
        }
    }

    /// <summary>The same but for centres that wait and money refused, which are no change.</summary>
    private static void AssertSameButAnnounced(RunRecord run, RunRecord baseline)
    {
        int indicators = InstallSim.Indicators.IndicatorCatalog.Recorded.Count;
        Assert.That(run.History, Is.EqualTo(baseline.History));
        Assert.That(run.Stock, Is.EqualTo(baseline.Stock));
        Assert.That(run.Accessibility, Is.EqualTo(baseline.Accessibility));
        for (int k = 0; k < run.Values.Length; k++)
        {
            string name = InstallSim.Indicators.IndicatorCatalog.Recorded[k % indicators].Name;
            Assert.That(run.Values[k],
                name is "msp-announced" or "msp-waiting" or "budget-refusals" ? Is.Not.NaN : Is.EqualTo(baseline.Values[k]), name);
        }
    }
}
