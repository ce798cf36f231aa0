using InstallSim.Policies;
using InstallSim.Simulation.Acts;
using InstallSim.Simulation.State;
using InstallSim.Tests.Simulation;
using InstallSim.World;

namespace InstallSim.Tests.Policies;

/// <summary>Centres that a project must carry, and centres opened from above.</summary>
public sealed class MspProjectTests
{
    private static readonly MspProject Sure = new() { Constant = 20, StrengthConstant = 20, YoungGp = 0, Group = 0, Leader = 0 };

    private static readonly MspProject Never = Sure with { Constant = -20 };

    [Test]
    public void Opened_and_waiting_are_what_was_announced([Values] bool fromAbove, [Values(0, 1, 3, 12)] int perYear)
    {
        RunRecord run = TestRegion.Run(TestRegion.Scenario(Msp(perYear, new MspProject { FromAbove = fromAbove })));
        for (int year = 0; year < 8; year++)
        {
            Assert.That(TestRegion.Value(run, year, "msp-opened") + TestRegion.Value(run, year, "msp-waiting"),
                Is.EqualTo(TestRegion.Value(run, year, "msp-announced")));
        }

        Assert.That(TestRegion.Value(run, 7, "msp-announced"), Is.EqualTo(7 * perYear));
    }

    [Test]
    public void More_announced_never_open_fewer([Values(0, 1, 2)] int replication)
    {
        double[] opened = [.. new[] { 0, 1, 2, 4, 8, 40 }.Select(perYear => TestRegion.Value(
            TestRegion.Run(PolicyRuns.Still(TestRegion.Scenario(Msp(perYear, new MspProject()))), replication), 7, "msp-opened"))];
        Assert.That(opened, Is.Ordered);
        Assert.That(opened[^1], Is.GreaterThan(opened[1]));
    }

    [Test]
    public void A_project_that_always_ripens_and_is_strong_opens_what_need_opens()
    {
        RunRecord by = TestRegion.Run(TestRegion.Scenario(Msp(3, Sure))), need = TestRegion.Run(TestRegion.Scenario(Msp(3, null)));
        Assert.That(by.Stock, Is.EqualTo(need.Stock));
        Assert.That(TestRegion.Value(by, 7, "msp-opened"), Is.EqualTo(TestRegion.Value(need, 7, "msp-opened")));
    }

    [Test]
    public void Where_no_project_ripens_none_opens_unless_from_above()
    {
        Assert.That(Opened(Never), Is.Zero);
        Assert.That(Opened(Never with { FromAbove = true }), Is.EqualTo(3));
    }

    [Test]
    public void Young_physicians_a_group_and_a_leader_each_make_a_project_likelier_and_stronger()
    {
        var project = new MspProject();
        Assert.Multiple(() =>
        {
            Assert.That(project.Carried(0, false, false), Is.Zero);
            Assert.That(project.Carried(3, false, false), Is.GreaterThan(project.Carried(2, false, false)));
            Assert.That(project.Carried(50, false, false), Is.EqualTo(project.Carried(10, false, false)), "ten are enough");
            Assert.That(project.Carried(2, true, false), Is.GreaterThan(project.Carried(2, false, false)));
            Assert.That(project.Carried(2, false, true), Is.GreaterThan(project.Carried(2, false, false)));
        });
    }

    [Test]
    public void Projects_ripen_as_often_as_their_odds_say()
    {
        // b and d are 0: 36 territories and 40 years at logit⁻¹(−1) = 0.269; the band is four standard deviations.
        RunState state = HandState(Msp(0, null));
        Opening act = Act(0, Sure with { Constant = -1 });
        int ripe = 0;
        for (int year = 2026; year < 2066; year++)
        {
            state.Year = year;
            ripe += Openings.Candidates(state, 0, act).Count;
        }

        Assert.That(ripe / 1440.0, Is.EqualTo(0.2689).Within(4 * Math.Sqrt(0.2689 * 0.7311 / 1440)));
    }

    [Test]
    public void Support_takes_leaders_to_the_share_that_its_odds_say_and_keeps_those_there_were()
    {
        Assert.That(new MspProject { LeaderShare = 0.3, SupportOddsTimes = 3 }.LedShare, Is.EqualTo(0.9 / 1.6).Within(1e-12));
        RunState state = HandState(Msp(0, null));
        HashSet<int> Led(double times) => [.. Openings.Candidates(
            state, 0, Act(0, Never with { Leader = 20, Constant = -10, SupportOddsTimes = times }))];
        Assert.That(Led(1), Is.SubsetOf(Led(3)));
        Assert.That(Led(3), Has.Count.GreaterThan(Led(1).Count));
    }

    [Test]
    public void Support_is_paid_with_each_opening()
    {
        MspOpening opening = Msp(2, Sure with { SupportKeur = 40 }) with
        {
            OpeningCostKeur = 600,
            RunningCostKeurPerYear = 80,
            Until = 2026,
        };
        Assert.That(PolicyRuns.Cost(TestRegion.Run(PolicyRuns.Still(TestRegion.Scenario(opening))), 2026), Is.EqualTo(2 * 720));
    }

    [Test]
    public void A_weak_project_draws_fewer_newcomers_and_fewer_founders()
    {
        RunRecord weak = TestRegion.Run(TestRegion.Scenario(Msp(4, Sure with { StrengthConstant = -20 }))),
            strong = TestRegion.Run(TestRegion.Scenario(Msp(4, Sure)));
        Assert.That(TestRegion.Value(weak, 7, "stock-msp"), Is.LessThan(TestRegion.Value(strong, 7, "stock-msp")));
        RunState state = HandState(Msp(1, null));
        Openings.Apply(state, 0, Act(1, Sure with { StrengthConstant = -20 }));
        Assert.That(state.Stock[AlternativeTable.Of(state.Centres[^1].Territory, PracticeForm.Msp)], Is.Zero);
    }

    [Test]
    public void Empty_weak_centres_take_nothing_from_who_works_in_a_strong_one()
    {
        RunState state = HandState(Msp(0, null));
        Openings.Apply(state, 0, Act(1, Sure) with { Founders = 0 });
        int i = state.Centres[^1].Territory, msp = AlternativeTable.Of(i, PracticeForm.Msp);
        state.Stock[msp] = 3;
        OpenWeak(state, i);
        Assert.That(state.Msp.Strength[i], Is.EqualTo(1).Within(1e-8), "a place in the strong one is free");

        // All five places of the strong one are taken: the next comes into the weak one.
        state.Stock[msp] = 5;
        state.Msp.Refresh(state);
        double weak = state.Centres[^1].Strength;
        Assert.That(weak, Is.EqualTo(0.5).Within(1e-9));
        Assert.That(state.Msp.Strength[i], Is.EqualTo((5 + 0.5) / 6).Within(1e-8));
        state.Stock[msp] = 10;
        state.Msp.Refresh(state, i);
        Assert.That(state.Msp.Strength[i], Is.EqualTo(0.75).Within(1e-8), "all places are taken");
    }

    [Test]
    public void Founders_leave_a_group_a_group_whatever_their_number([Values(0, 1, 2, 5)] int founders)
    {
        RunState state = ShippedRegion.AtStart(TestRegion.Prepare(TestRegion.Scenario(Msp(0, null))));
        Array.Fill(state.Accessibility, 3);
        bool[] had = [.. state.HasGroup];
        for (state.Year = 2026; state.Year < 2030; state.Year++)
        {
            Openings.Apply(state, 0, Act(36, Sure) with { Founders = founders });
        }

        Assert.That(state.Events.CentresOpened, Is.GreaterThan(20));
        int[] inGroups = [.. Enumerable.Range(0, 36).Where(i => had[i])
            .Select(i => state.Stock[AlternativeTable.Of(i, PracticeForm.Group)])];
        Assert.That(inGroups, Is.Not.Empty.And.All.GreaterThanOrEqualTo(2));
        Assert.That(state.Stock, Is.All.GreaterThanOrEqualTo(0));
    }

    private static double Opened(MspProject project) => TestRegion.Value(
        TestRegion.Run(PolicyRuns.Still(TestRegion.Scenario(Msp(3, project) with { Until = 2026 }))), 1, "msp-opened");

    private static void OpenWeak(RunState state, int territory)
    {
        bool[] where = new bool[36];
        where[territory] = true;
        state.Year++;
        Openings.Apply(state, 0, Act(1, Sure with { StrengthConstant = 0 }) with
        {
            Where = where,
            Founders = 0,
            ResidentsPerCentre = 1,
        });
    }

    private static RunState HandState(MspOpening opening)
    {
        var state = new RunState(TestRegion.Prepare(TestRegion.Scenario(opening)), 0) { Year = PolicyRuns.FirstYear };
        Array.Fill(state.Accessibility, 3);
        for (int i = 0; i < 36; i++)
        {
            state.Stock[AlternativeTable.Of(i, PracticeForm.Solo)] = 10;
        }

        return state;
    }

    private static Opening Act(int announced, MspProject project) => new([.. Enumerable.Repeat(true, 36)], announced, 5, 2)
    {
        LocalGps = 2,
        ResidentsPerCentre = 10_000,
        Project = project,
        OpeningKeur = 600,
        RunningKeurPerYear = 80,
    };

    private static MspOpening Msp(int perYear, MspProject? project) => new()
    {
        Type = "msp-opening",
        From = PolicyRuns.FirstYear,
        PerYear = perYear,
        Places = 5,
        Project = project,
        Where = PolicyExamples.NotUrban,
    };
}
