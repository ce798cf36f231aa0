using InstallSim.Experiments;
using InstallSim.Policies;
using InstallSim.Tests.Policies;
using InstallSim.Tests.Simulation;

namespace InstallSim.Tests.Experiments;

/// <summary>Which policies are a scenario's own, beside those that its baseline has too.</summary>
public sealed class AddedPoliciesTests
{
    [Test]
    public void A_policy_that_the_baseline_has_once_and_the_scenario_twice_is_added_as_if_it_had_another_name()
    {
        Policy grant = PolicyExamples.All["installation-grant"];
        var experiment = new Experiment("of three",
            [.. new Policy[][] { [grant], [grant, grant], [grant, grant with { Name = "more" }] }
                .Select(policies => TestRegion.Prepare(TestRegion.Scenario(policies)))], true, 1, 1);
        ScenarioResult[] results = experiment.Replicate(0, 1, CancellationToken.None).Scenarios;
        Assert.That(results[1].Covered, Does.Contain(true));
        Assert.That(results[1].Covered, Is.EqualTo(results[2].Covered));
        Assert.That(results[1].Aid, Is.EqualTo(results[2].Aid));
        Assert.That(results[1].Aid.Aided, Is.Positive);
        Assert.That(results[1].Moves.All().Select(m => m.Policy), Does.Contain((short)1));
    }

    [Test]
    public void A_policy_that_both_have_is_none_of_the_scenario_s_own()
    {
        Policy grant = PolicyExamples.All["installation-grant"];
        var experiment = new Experiment("of two",
            [TestRegion.Prepare(TestRegion.Scenario(grant)), TestRegion.Prepare(TestRegion.Scenario(grant))], true, 1, 1);
        ScenarioResult same = experiment.Replicate(0, 1, CancellationToken.None).Scenarios[1];
        Assert.That(same.Covered, Is.All.False);
        Assert.That(same.Aid.Aided, Is.Zero);
        Assert.That(same.Moves.Count, Is.Zero);
    }
}
