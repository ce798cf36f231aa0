using InstallSim.Policies;
using InstallSim.Scenarios;
using InstallSim.Simulation.Acts;
using InstallSim.Tests.EndToEnd;
using InstallSim.Tests.Simulation;

namespace InstallSim.Tests.Policies;

/// <summary>Policies together, and acts of one policy together.</summary>
public sealed class PackageTests
{
    [Test]
    public void All_policies_at_once_give_the_same_run_on_any_number_of_threads()
    {
        Scenario scenario = PolicyExamples.Sharing(3000, BudgetRule.ByNeed, [.. PolicyExamples.All.Values]);
        PolicyRuns.AssertSame(TestRegion.Run(scenario, threads: 4), TestRegion.Run(scenario, threads: 1));
    }

    [Test]
    public void An_act_beside_another_has_effect_only_where_that_was_paid()
    {
        // Ten k€ for each physician there: the budget holds the GPs of few territories.
        var relief = new LocumRelief { Type = "locum-relief", From = 2026, LeavingTimes = 0.5, CostKeurPerPhysician = 10 };
        var run = new HandRun(PolicyExamples.Sharing(300, BudgetRule.ByNeed, relief));
        run.BeginYear();
        bool[] relieved = [.. run.State.Improvements["working-hours"].Select(h => h < 0)];
        Assert.That(relieved.Count(r => r), Is.InRange(1, 10));
        Assert.That(run.State.Retained.Single().Act.Where, Is.EqualTo(relieved));
        InstallSim.World.PhysicianTable p = run.State.Physicians;
        foreach (int n in Enumerable.Range(0, p.Count).Where(n => p.Stage[n] == InstallSim.World.Stage.Installed))
        {
            Assert.That(Retentions.FactorsOf(run.State, n).Leaving, Is.EqualTo(relieved[p.Territory[n]] ? 0.5 : 1));
        }
    }

    [Test]
    public void Where_nobody_practises_there_is_nobody_to_relieve()
    {
        InstallSim.World.TerritoryTable territories = TestRegion.Territories();
        territories.Physicians[1] = 0;
        var relief = new OnCallRelief { Type = "on-call-relief", From = 2026 };
        var run = new HandRun(TestRegion.Scenario(relief), territories: territories);
        run.BeginYear();
        Assert.That((run.State.Improvements["working-hours"][1], run.State.Improvements["working-hours"][2]), Is.EqualTo((0.0, -2.0)));
    }

    [Test]
    public void A_policy_that_changes_what_no_preference_weighs_is_warned_about()
    {
        using var region = new MadeUpRegion();
        region.Replace("grant.yaml", "type: installation-grant", "type: childcare");
        region.Replace("grant.yaml", "    amount-keur: 100\n", "");
        CommandLine.Outcome outcome = CommandLine.Run("validate", Path.Combine(region.Folder, "grant.yaml"));
        Assert.That(outcome.Error, Does.Contain("no coefficient 'schools': what childcare changes plays no part in any choice"));
    }

    [Test]
    public void The_dictionary_of_costs_names_every_kind_of_act()
    {
        string means = InstallSim.Results.ResultTables.Costs.Columns.Single(c => c.Name == "act").Means;
        Assert.That(means["kind of act: ".Length..].Split(", ").SelectMany(part => part.Split(" or ")),
            Is.EqualTo(InstallSim.Inputs.InputCatalogs.WordsOf(typeof(ActKind))));
    }
}
