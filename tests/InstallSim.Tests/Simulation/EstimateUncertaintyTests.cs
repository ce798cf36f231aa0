using InstallSim.Policies;
using InstallSim.Preferences;
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
            Preferences = scenario.Preferences with
            {
                Uncertainty = CoefficientUncertainty.Estimates,
                Covariance = new Dictionary<string, IReadOnlyDictionary<string, double>> { ["group-practice"] = new Dictionary<string, double> { ["group-practice"] = variance } },
            },
        };
    }

    [Test]
    public void A_covariance_that_is_not_asked_for_changes_no_bit()
    {
        Scenario silent = Uncertain(400);
        silent = silent with { Preferences = silent.Preferences with { Uncertainty = CoefficientUncertainty.None } };
        Assert.That(TestStudy.Run(silent).Values, Is.EqualTo(TestStudy.Run(TestStudy.Scenario()).Values));
    }

    [Test]
    public void No_doubt_is_as_if_none_were_asked_for() =>
        Assert.That(TestStudy.Run(Uncertain(0)).Values, Is.EqualTo(TestStudy.Run(TestStudy.Scenario()).Values));

    [Test]
    public void Doubt_moves_outcomes_and_each_replication_by_its_own_draw()
    {
        Study study = TestStudy.Study(Uncertain(400));
        Assert.That(TestStudy.Run(Uncertain(400)).Values, Is.Not.EqualTo(TestStudy.Run(TestStudy.Scenario()).Values));
        Assert.That(study.UtilityOf(0), Is.Not.SameAs(study.Utility));
    }

    [Test]
    public void A_policy_that_changes_nothing_moves_nobody_under_doubt_either()
    {
        RunRecord baseline = TestStudy.Run(Uncertain(400), replication: 1);
        RunRecord same = TestStudy.Run(Uncertain(400, new IncomeSupplement { Type = "income-supplement", From = 2026, KeurPerYear = 0 }), replication: 1);
        Assert.That(same.History, Is.EqualTo(baseline.History));
    }
}
