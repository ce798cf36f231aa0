using InstallSim.Policies;
using InstallSim.Scenarios;
using InstallSim.Simulation;

namespace InstallSim.Tests.Simulation;

public sealed class EstimateUncertaintyTests
{
    private static Scenario Uncertain(double variance, params Policy[] policies)
    {
        Scenario scenario = TestStudy.Scenario(policies);
        return scenario with
        {
            Uncertainty = Uncertainty.Estimates,
            Preferences = scenario.Preferences with
            {
                Covariance = new Dictionary<string, IReadOnlyDictionary<string, double>> { ["group-practice"] = new Dictionary<string, double> { ["group-practice"] = variance } },
            },
        };
    }

    private static RunRecord Run(Scenario scenario, ushort replication = 0) =>
        TestStudy.Run(Doubt.Draw(scenario, scenario.Seed, replication), replication);

    [Test]
    public void A_covariance_that_is_not_asked_for_changes_no_bit()
    {
        Scenario silent = Uncertain(400) with { Uncertainty = Uncertainty.None };
        Assert.That(Run(silent).Values, Is.EqualTo(TestStudy.Run(TestStudy.Scenario()).Values));
    }

    [Test]
    public void No_doubt_is_as_if_none_were_asked_for() =>
        Assert.That(Run(Uncertain(0)).Values, Is.EqualTo(TestStudy.Run(TestStudy.Scenario()).Values));

    [Test]
    public void Doubt_moves_outcomes_and_each_pair_of_replications_by_its_own_draw()
    {
        Scenario scenario = Uncertain(400);
        double Drawn(ushort replication) => Doubt.Draw(scenario, 7, replication).Preferences.Coefficients["group-practice"].Value;
        Assert.That(Run(scenario).Values, Is.Not.EqualTo(TestStudy.Run(TestStudy.Scenario()).Values));
        Assert.That(Drawn(1), Is.EqualTo(Drawn(0)));
        Assert.That(Drawn(2), Is.Not.EqualTo(Drawn(0)));
    }

    [Test]
    public void A_policy_that_changes_nothing_moves_nobody_under_doubt_either()
    {
        RunRecord baseline = Run(Uncertain(400), replication: 1);
        RunRecord same = Run(Uncertain(400, new IncomeSupplement { Type = "income-supplement", From = 2026, KeurPerYear = 0 }), replication: 1);
        Assert.That(same.History, Is.EqualTo(baseline.History));
    }
}
