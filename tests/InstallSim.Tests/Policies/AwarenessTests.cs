using InstallSim.Policies;
using InstallSim.Simulation.State;
using InstallSim.Tests.Simulation;

namespace InstallSim.Tests.Policies;

/// <summary>Aid that only some physicians know of.</summary>
public sealed class AwarenessTests
{
    private static readonly double Nearly = Math.BitDecrement(1.0);

    [Test]
    public void Aid_that_nobody_knows_of_changes_nothing()
    {
        PolicyRuns.AssertNothingChanges(Grant(0));
        PolicyRuns.AssertNothingChanges(Supplement(0));
    }

    [Test]
    public void Aid_that_nearly_all_know_of_is_aid_that_all_know_of()
    {
        // A share just below 1 goes the way of a column of its own, which nobody can tell from that of income.
        PolicyRuns.AssertSame(TestRegion.Run(TestRegion.Scenario(Grant(Nearly))), TestRegion.Run(TestRegion.Scenario(Grant(1))));
        PolicyRuns.AssertSame(TestRegion.Run(TestRegion.Scenario(Supplement(Nearly))), TestRegion.Run(TestRegion.Scenario(Supplement(1))));
    }

    [Test]
    public void The_more_know_of_it_the_more_come([Values(0, 1, 2)] int replication)
    {
        double[] newcomers = [.. new[] { 0, 0.3, 0.6, 1 }
            .Select(share => PolicyRuns.NewcomersReached(
                PolicyRuns.WithRoomForAll(TestRegion.Scenario(Grant(share) with { AmountKeur = 500 }), replication), 2026))];
        double none = PolicyRuns.NewcomersReached(PolicyRuns.WithRoomForAll(TestRegion.Scenario(Grant(0)), replication), 2026);
        Assert.That(newcomers, Is.Ordered);
        Assert.That(newcomers[0], Is.EqualTo(none));
        Assert.That(newcomers[^1], Is.GreaterThan(newcomers[0]));
    }

    [Test]
    public void Only_who_knows_is_paid_and_knows_for_life()
    {
        uint[] Paid(double share) =>
            [.. PolicyRuns.Reached(TestRegion.Run(TestRegion.Scenario(Grant(share) with { AmountKeur = 0.001 })), ActKind.Offer)
                .Select(a => a.Physician)];
        uint[] half = Paid(0.5), all = Paid(1);
        Assert.That(half, Is.SubsetOf(all), "so small an amount moves nobody");
        Assert.That(half.Length / (double)all.Length, Is.InRange(0.3, 0.7));
    }

    [Test]
    public void Two_aids_of_one_name_are_known_to_the_same_physicians_and_two_of_two_names_are_not()
    {
        Policy second = Grant(0.5) with { AmountKeur = 0.002 };
        (uint, uint)[] Paid(Policy other)
        {
            RunRecord run = TestRegion.Run(TestRegion.Scenario(Grant(0.5) with { AmountKeur = 0.001 }, other));
            ActRecord[] acts = PolicyRuns.Reached(run, ActKind.Offer);
            return [.. acts.GroupBy(a => a.Physician).Select(g => ((uint)g.Count(a => a.Policy == 0), (uint)g.Count(a => a.Policy == 1)))];
        }

        Assert.That(Paid(second), Is.All.EqualTo((1u, 1u)));
        Assert.That(Paid(second with { Name = "other" }).Distinct(), Is.EquivalentTo(new[] { (1u, 1u), (1u, 0u), (0u, 1u) }));
    }

    private static InstallationGrant Grant(double knownTo) => new()
    {
        Type = "installation-grant",
        From = PolicyRuns.FirstYear,
        AmountKeur = 100,
        KnownTo = knownTo,
        Where = PolicyExamples.NotUrban,
    };

    private static IncomeSupplement Supplement(double knownTo) => new()
    {
        Type = "income-supplement",
        From = PolicyRuns.FirstYear,
        KeurPerYear = 30,
        KnownTo = knownTo,
        Where = PolicyExamples.NotUrban,
    };
}
