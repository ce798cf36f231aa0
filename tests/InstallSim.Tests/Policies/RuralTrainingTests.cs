using InstallSim.Policies;
using InstallSim.Simulation;
using InstallSim.Tests.Simulation;

namespace InstallSim.Tests.Policies;

public sealed class RuralTrainingTests
{
    [Test]
    public void A_share_below_what_it_would_be_anyway_changes_nothing([Values(0, 0.1)] double share)
    {
        RunRecord baseline = TestStudy.Run(TestStudy.Scenario()), run = TestStudy.Run(TestStudy.Scenario(Training(share)));
        Assert.That(run.History, Is.EqualTo(baseline.History));
        Assert.That(run.Values, Is.EqualTo(baseline.Values));
    }

    [Test]
    public void In_its_first_year_only_those_whom_it_trained_choose_otherwise([Values(0, 1, 2, 3)] int replication)
    {
        RunRecord baseline = PolicyRuns.WithRoomForAll(TestStudy.Scenario(), replication);
        RunRecord run = PolicyRuns.WithRoomForAll(TestStudy.Scenario(Training(1)), replication);
        int first = PolicyRuns.FirstYear + 2;
        Assert.That(PolicyRuns.Differences(baseline, run, first - 1), Is.Empty, "the first interns it trained graduate two years later");
        uint[] otherwise = [.. PolicyRuns.Differences(baseline, run, first).Select(d => d.Physician)];
        Assert.That(otherwise, Is.Not.Empty);
        Assert.That(otherwise, Is.SubsetOf(run.TrainedByPolicy));
    }

    [Test]
    public void A_higher_share_never_means_fewer_newcomers_in_the_countryside([Values(0, 1, 2)] int replication)
    {
        double[] rural = [.. new[] { 0.1, 0.3, 0.6, 1 }.Select(share => TestStudy.Value(
            PolicyRuns.WithRoomForAll(TestStudy.Scenario(Training(share) with { DelayYears = 0 }), replication), 1, "installations-rural"))];
        Assert.That(rural, Is.Ordered);
    }

    [Test]
    public void Whom_a_small_share_trains_a_larger_share_trains_too()
    {
        uint[] few = TestStudy.Run(TestStudy.Scenario(Training(0.3))).TrainedByPolicy, many = TestStudy.Run(TestStudy.Scenario(Training(0.7))).TrainedByPolicy;
        Assert.That(few, Is.SubsetOf(many));
        Assert.That(many, Has.Length.GreaterThan(few.Length));
    }

    [Test]
    public void It_costs_what_each_further_intern_costs_when_they_graduate()
    {
        RunRecord run = TestStudy.Run(TestStudy.Scenario(Training(0.5)));
        for (int year = PolicyRuns.FirstYear; year <= 2032; year++)
        {
            int trained = run.TrainedByPolicy.Count(name => (name >> 20) == year - 2025);
            Assert.That(PolicyRuns.Cost(run, year), Is.EqualTo(8 * trained).Within(1e-9));
            Assert.That(trained, year < 2028 ? Is.Zero : Is.GreaterThan(0));
        }
    }

    [Test]
    public void It_acts_from_its_delay_to_its_delayed_end()
    {
        RuralTraining training = Training(0.5) with { Until = 2027 };
        Assert.That(Enumerable.Range(2026, 6).Select(y => training.RuralTrainingShare(y, 0.1)), Is.EqualTo(new[] { 0.1, 0.1, 0.5, 0.5, 0.1, 0.1 }));
        Assert.That(training.RuralTrainingShare(2028, 0.8), Is.EqualTo(0.8), "a policy before it trains more already");
    }

    private static RuralTraining Training(double share) => new() { Type = "rural-training", From = PolicyRuns.FirstYear, Share = share, DelayYears = 2 };
}
