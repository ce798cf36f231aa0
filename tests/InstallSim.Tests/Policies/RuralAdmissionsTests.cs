using InstallSim.Policies;
using InstallSim.Tests.Simulation;
using InstallSim.World;

namespace InstallSim.Tests.Policies;

public sealed class RuralAdmissionsTests
{
    [Test]
    public void A_share_of_the_graduates_is_born_there_beside_those_who_are_anyway_and_all_others_are_who_they_were()
    {
        (HandRun with, HandRun without) = (Started(Admissions(0.5)), Started());
        PhysicianTable p = with.State.Physicians, q = without.State.Physicians;
        AreaType[] area = with.Prepared.Territories.Area;
        int first = with.State.Events.FirstGraduate, changed = 0;
        for (int n = first; n < p.Count; n++)
        {
            Assert.That((p.Name[n], p.IsWoman[n], p.BirthYear[n]), Is.EqualTo((q.Name[n], q.IsWoman[n], q.BirthYear[n])));
            if (p.BirthTerritory[n] != q.BirthTerritory[n])
            {
                Assert.That((area[p.BirthTerritory[n]], area[q.BirthTerritory[n]]), Is.EqualTo((AreaType.Rural, AreaType.Rural)).Or
                    .Matches<(AreaType To, AreaType From)>(c => c.To == AreaType.Rural && c.From != AreaType.Rural));
                changed++;
            }
        }

        Assert.That(changed, Is.InRange(8, 32), "half of forty, less who is from there");
        Assert.That(with.State.Reached.Count, Is.EqualTo(changed));
    }

    [Test]
    public void Whom_a_small_share_admits_a_larger_share_admits_too()
    {
        uint[] Admitted(double share) => [.. Started(Admissions(share)).State.Reached.Select(a => a.Physician)];
        Assert.That(Admitted(0.2), Is.SubsetOf(Admitted(0.6)));
        Assert.That(Admitted(0.6), Has.Length.GreaterThan(Admitted(0.2).Length));
    }

    [Test]
    public void The_first_graduate_ten_years_later() => Assert.That(
        Enumerable.Range(2026, 15).Where((Admissions(0.5) with { DelayYears = 10, Until = 2028 }).ActsIn),
        Is.EqualTo(new[] { 2036, 2037, 2038 }));

    private static HandRun Started(params Policy[] policies)
    {
        var run = new HandRun(TestRegion.Scenario(policies));
        run.BeginYear();
        return run;
    }

    private static RuralAdmissions Admissions(double share) => new()
    {
        Type = "rural-admissions",
        From = PolicyRuns.FirstYear,
        Share = share,
        DelayYears = 0,
        Where = new TerritoryFilter { AreaTypes = [AreaType.Rural] },
    };
}
