using InstallSim.Policies;
using InstallSim.Scenarios;
using InstallSim.Simulation.State;

namespace InstallSim.Tests.Simulation;

public sealed class EstimateUncertaintyTests
{
    [Test]
    public void A_covariance_that_is_not_asked_for_changes_no_bit() =>
        Assert.That(Drawn(Uncertain(400) with { Uncertainty = Uncertainty.None }).Values,
            Is.EqualTo(TestRegion.Run(TestRegion.Scenario()).Values));

    [Test]
    public void No_doubt_is_as_if_none_were_asked_for() =>
        Assert.That(Drawn(Uncertain(0)).Values, Is.EqualTo(TestRegion.Run(TestRegion.Scenario()).Values));

    [Test]
    public void Doubt_moves_outcomes_and_is_shared_by_two_replications()
    {
        Assert.That(Drawn(Uncertain(400)).Values, Is.Not.EqualTo(TestRegion.Run(TestRegion.Scenario()).Values));
        double[] values = [.. Enumerable.Range(0, 4)
            .Select(r => Doubt.Draw(Uncertain(400), 7, (ushort)r).Preferences.Coefficients["group-practice"].Value)];
        Assert.That(values[0], Is.Not.EqualTo(20));
        Assert.That((values[1], values[3]), Is.EqualTo((values[0], values[2])));
        Assert.That(values[2], Is.Not.EqualTo(values[0]));
    }

    [Test]
    public void A_policy_that_changes_nothing_moves_nobody_under_doubt_either()
    {
        RunRecord baseline = Drawn(Uncertain(400), 1);
        RunRecord same = Drawn(Uncertain(400, new IncomeSupplement { Type = "income-supplement", From = 2026, KeurPerYear = 0 }), 1);
        Assert.That(same.History, Is.EqualTo(baseline.History));
    }

    private static RunRecord Drawn(Scenario scenario, int replication = 0) =>
        TestRegion.Run(Doubt.Draw(scenario, scenario.Seed, (ushort)replication), replication);

    private static Scenario Uncertain(double variance, params Policy[] policies)
    {
        Scenario scenario = TestRegion.Scenario(policies);
        return scenario with
        {
            Uncertainty = Uncertainty.Estimates,
            Preferences = scenario.Preferences with
            {
                Covariance = new Dictionary<string, IReadOnlyDictionary<string, double>>
                {
                    ["group-practice"] = new Dictionary<string, double> { ["group-practice"] = variance },
                },
            },
        };
    }
}
