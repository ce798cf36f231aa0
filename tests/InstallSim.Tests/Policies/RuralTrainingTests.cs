using InstallSim.Policies;
using InstallSim.Simulation.State;
using InstallSim.Tests.Simulation;
using InstallSim.World;

namespace InstallSim.Tests.Policies;

public sealed class RuralTrainingTests
{
    [Test]
    public void A_share_below_what_it_would_be_anyway_changes_nothing([Values(0, 0.1)] double share) =>
        PolicyRuns.AssertNothingChanges(Training(share));

    [Test]
    public void In_its_first_year_only_those_whom_it_trained_choose_otherwise([Values(0, 1, 2, 3)] int replication)
    {
        RunRecord baseline = PolicyRuns.WithRoomForAll(TestRegion.Scenario(), replication);
        RunRecord run = PolicyRuns.WithRoomForAll(TestRegion.Scenario(Training(1)), replication);
        int first = PolicyRuns.FirstYear + 2;
        Assert.That(PolicyRuns.Differences(baseline, run, first - 1), Is.Empty, "the first interns it trained graduate two years later");
        uint[] otherwise = [.. PolicyRuns.Elsewhere(baseline, run, first).Select(d => d.Physician)];
        Assert.That(otherwise, Is.Not.Empty);
        Assert.That(otherwise, Is.SubsetOf(Trained(run)));
    }

    [Test]
    public void A_higher_share_never_means_fewer_newcomers_in_the_countryside([Values(0, 1, 2)] int replication)
    {
        double[] rural = [.. new[] { 0.1, 0.3, 0.6, 1 }.Select(share => TestRegion.Value(
            PolicyRuns.WithRoomForAll(TestRegion.Scenario(Training(share) with { DelayYears = 0 }), replication), 1,
            "installations-rural"))];
        Assert.That(rural, Is.Ordered);
    }

    [Test]
    public void Whom_a_small_share_trains_a_larger_share_trains_too()
    {
        uint[] few = Trained(TestRegion.Run(TestRegion.Scenario(Training(0.3)))),
            many = Trained(TestRegion.Run(TestRegion.Scenario(Training(0.7))));
        Assert.That(few, Is.SubsetOf(many));
        Assert.That(many, Has.Length.GreaterThan(few.Length));
    }

    [Test]
    public void It_costs_what_each_further_intern_costs_when_they_graduate()
    {
        RunRecord run = TestRegion.Run(TestRegion.Scenario(Training(0.5)));
        for (int year = PolicyRuns.FirstYear; year <= 2032; year++)
        {
            int trained = Trained(run).Count(name => (name >> 20) == year - 2025);
            Assert.That(PolicyRuns.Cost(run, year), Is.EqualTo(8 * trained).Within(1e-9));
            Assert.That(trained, year < 2028 ? Is.Zero : Is.GreaterThan(0));
        }
    }

    [Test]
    public void It_acts_from_its_delay_to_its_delayed_end()
    {
        RuralTraining training = Training(0.5) with { Until = 2027 };
        Assert.That(Enumerable.Range(2026, 6).Where(training.ActsIn), Is.EqualTo(new[] { 2028, 2029 }));
    }

    [Test]
    public void Twice_the_same_policy_trains_and_pays_once([Values("twin", null)] string? name)
    {
        RunRecord one = TestRegion.Run(TestRegion.Scenario(Training(0.5)));
        RunRecord two = TestRegion.Run(TestRegion.Scenario(Training(0.5), Training(0.5) with { Name = name }));
        Assert.That(two.History, Is.EqualTo(one.History));
        Assert.That(two.Values, Is.EqualTo(one.Values));
        Assert.That(Trained(two), Is.Unique);
    }

    [Test]
    public void A_larger_share_pays_for_those_alone_whom_a_smaller_share_does_not_train()
    {
        RunRecord half = TestRegion.Run(TestRegion.Scenario(Training(0.5)));
        RunRecord both = TestRegion.Run(TestRegion.Scenario(Training(0.9) with { Name = "more" }, Training(0.5)));
        RunRecord most = TestRegion.Run(TestRegion.Scenario(Training(0.9)));
        Assert.That(both.History, Is.EqualTo(most.History));
        Assert.That(both.Costs.Where(e => e.Policy == 1).Select(e => (e.Year, e.Keur)),
            Is.EqualTo(half.Costs.Select(e => (e.Year, e.Keur))));
        Assert.That(both.Costs.Sum(e => e.Keur), Is.EqualTo(most.Costs.Sum(e => e.Keur)));
    }

    [Test]
    public void Territories_are_refused_because_an_intern_is_not_trained_for_one() =>
        Assert.That((Training(0.5) with { Where = new TerritoryFilter { AreaTypes = [AreaType.Rural] } }).Check().Select(c => c.Key),
            Is.EqualTo(new[] { "where" }));

    private static uint[] Trained(RunRecord run) => [.. PolicyRuns.Reached(run, ActKind.Training).Select(a => a.Physician)];

    private static RuralTraining Training(double share) =>
        new() { Type = "rural-training", From = PolicyRuns.FirstYear, Share = share, DelayYears = 2 };
}
