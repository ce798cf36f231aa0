using InstallSim.Policies;
using InstallSim.Simulation.State;
using InstallSim.Tests.Simulation;

namespace InstallSim.Tests.Policies;

public sealed class FurtherGraduatesTests
{
    [Test]
    public void The_graduates_are_the_same_persons_as_without_and_the_others_come_beside_them()
    {
        uint[] Cohort(params Policy[] policies) => [.. TestRegion.Run(TestRegion.Scenario(policies)).History
            .Where(e => e.Year == 2029 && e.Kind == EventKind.Entered).Select(e => e.Physician)];
        uint[] before = Cohort(), after = Cohort(More(10));
        Assert.That(before, Is.SubsetOf(after));
        Assert.That(after, Has.Length.EqualTo(before.Length + 10));
        Assert.That(after.Except(before), Is.All.GreaterThan(before.Max()));
    }

    [Test]
    public void Who_they_are_depends_on_no_other_policy()
    {
        var recruitment = new InternationalRecruitment { Type = "international-recruitment", From = PolicyRuns.FirstYear, PerYear = 7 };
        uint[] Own(params Policy[] policies) =>
            [.. PolicyRuns.Reached(TestRegion.Run(TestRegion.Scenario(policies)), ActKind.Cohort)
                .Where(a => a.Policy == 0).Select(a => a.Physician)];
        Assert.That(Own(More(10), recruitment), Is.EqualTo(Own(More(10))));
        Assert.That(Own(recruitment, More(10)), Is.EqualTo(Own(recruitment)));
        Assert.That(Own(More(4)), Is.SubsetOf(Own(More(10))));
    }

    [Test]
    public void They_come_after_their_studies_and_cost_their_training_then()
    {
        RunRecord run = TestRegion.Run(TestRegion.Scenario(More(10) with { Until = 2027 }));
        Assert.That(Enumerable.Range(2026, 7).Select(year => PolicyRuns.Cost(run, year)),
            Is.EqualTo(new double[] { 0, 0, 0, 1500, 1500, 0, 0 }));
    }

    [Test]
    public void Who_enters_is_free_to_choose_so_where_is_refused() => Assert.That(
        (More(1) with { Where = PolicyExamples.NotUrban }).Check().Select(f => f.Key), Is.EqualTo(new[] { "where" }));

    private static FurtherGraduates More(int count) =>
        new() { Type = "further-graduates", From = PolicyRuns.FirstYear, PerYear = count, DelayYears = 3, CostKeurEach = 150 };
}
