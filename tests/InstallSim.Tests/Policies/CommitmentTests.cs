using InstallSim.Policies;
using InstallSim.Scenarios;
using InstallSim.Simulation.State;
using InstallSim.Tests.Simulation;

namespace InstallSim.Tests.Policies;

/// <summary>Grants that bind: who leaves before pays back the part not served.</summary>
public sealed class CommitmentTests
{
    [Test]
    public void Leaving_before_the_end_pays_back_the_part_not_served_and_retiring_nothing([Values(0, 1)] int replication)
    {
        RunRecord run = TestRegion.Run(Unsettled(Grant(5)), replication);
        ActRecord[] signed = PolicyRuns.Reached(run, ActKind.Offer);
        double back = 0;
        for (int year = 2026; year <= 2032; year++)
        {
            double paid = 50 * signed.Count(s => s.Year == year), returned = signed.Sum(s => PaidBack(run, s, year));
            Assert.That(PolicyRuns.Cost(run, year), Is.EqualTo(paid - returned).Within(1e-9), $"{year}");
            back += returned;
        }

        Assert.That(back, Is.Positive);
    }

    [Test]
    public void Nobody_pays_back_more_than_was_paid([Values(1, 3, 10)] int commitment, [Values(1, 3, 12)] int years)
    {
        var contract = new Contract(0, 0, 0, 2030, 2030 + years - 1, 20, 2030 + commitment - 1);
        double before = double.PositiveInfinity;
        for (int leaving = 2031; leaving <= 2045; leaving++)
        {
            double paid = 20 * Math.Min(years, leaving - 2030), owed = contract.Owed(leaving);
            Assert.That(owed, Is.InRange(0, paid));
            Assert.That(owed, leaving - 2030 >= commitment ? Is.Zero : Is.Positive);
            Assert.That(years > 1 || owed <= before, Is.True, "of a payment once, less is owed each year");
            before = owed;
        }
    }

    [Test]
    public void Without_a_commitment_nothing_comes_back() =>
        Assert.That(TestRegion.Run(Unsettled(Grant(0))).Costs.Select(e => e.Keur), Is.All.Positive);

    [Test]
    public void A_commitment_keeps_who_signed_from_moving()
    {
        double Stayers(int commitment)
        {
            RunRecord run = TestRegion.Run(Unsettled(Grant(commitment) with { AmountKeur = 1000 }));
            ActRecord[] signed = [.. PolicyRuns.Reached(run, ActKind.Offer).Where(s => s.Year <= 2029)];
            return signed.Count(s => PolicyRuns.StayedUntil(run, s, s.Year + 3)) / (double)signed.Length;
        }

        Assert.That(Stayers(5), Is.GreaterThan(Stayers(0)));
    }

    [Test]
    public void Who_does_not_leave_chooses_as_without_a_commitment_at_first()
    {
        // It costs nothing until one thinks of leaving: the first year is the same.
        RunRecord bound = TestRegion.Run(Unsettled(Grant(5))), free = TestRegion.Run(Unsettled(Grant(0)));
        Assert.That(PolicyRuns.Differences(free, bound, 2026), Is.Empty);
        Assert.That(PolicyRuns.Cost(bound, 2026), Is.EqualTo(PolicyRuns.Cost(free, 2026)));
    }

    /// <summary>
    /// What who signed pays back in a year: left the territory in it, not for retirement, before the commitment of five years ended.
    /// </summary>
    private static double PaidBack(RunRecord run, ActRecord signed, int year)
    {
        bool leaves = year > signed.Year && PolicyRuns.StayedUntil(run, signed, year - 1) && !PolicyRuns.StayedUntil(run, signed, year);
        bool retires = leaves && PolicyRuns.PlacesAtEndOf(run, year)[signed.Physician] == NoPlace.Retired;
        return leaves && !retires && year < signed.Year + 5 ? 50 * (5 - (year - signed.Year)) / 5.0 : 0;
    }

    private static Scenario Unsettled(InstallationGrant grant)
    {
        Scenario scenario = PolicyRuns.Restless(TestRegion.Scenario(grant));
        return scenario with
        {
            Physicians = scenario.Physicians with
            {
                LeavingProbability = 0.1,
                Retirement = [new AgeHazard { FromAge = 28, Probability = 0.05 }],
            },
        };
    }

    private static InstallationGrant Grant(int commitment) => new()
    {
        Type = "installation-grant",
        From = PolicyRuns.FirstYear,
        AmountKeur = 50,
        CommitmentYears = commitment,
        Where = PolicyExamples.NotUrban,
    };
}
