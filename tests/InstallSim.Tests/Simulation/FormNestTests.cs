using InstallSim.Policies;
using InstallSim.Preferences;
using InstallSim.Scenarios;
using InstallSim.Simulation;
using InstallSim.Simulation.State;
using InstallSim.Tests.Policies;
using InstallSim.World;

namespace InstallSim.Tests.Simulation;

/// <summary>Forms of practice within a territory are alike to a physician: end to end, in runs of the made-up region.</summary>
public sealed class FormNestTests
{
    private const int Replications = 6, Opened = 3, Stays = NoPlace.Absent;

    [Test]
    public void A_form_that_opens_beside_a_lone_one_as_good_draws_less_than_15_per_cent_at_the_scale_shipped()
    {
        double scale = new PreferenceSettings().FormScale;
        Assert.That(scale, Is.EqualTo(0.167));
        Assert.That(Math.Pow(2, scale), Is.LessThan(1.15), "odds of the territory");
        (double found, double expected, double error) = EntriesTimes(scale);
        Assert.That(found, Is.EqualTo(expected).Within(3 * error));
        Assert.That(found, Is.LessThan(1.15 + (3 * error)));
        Assert.That(found, Is.GreaterThan(1));
    }

    [TestCase(0.02)]
    [TestCase(0.5)]
    [TestCase(1)]
    public void A_duplicate_raises_the_odds_of_its_territory_by_two_to_the_power_of_the_scale(double scale)
    {
        (double found, double expected, double error) = EntriesTimes(scale);
        Assert.That(found, Is.EqualTo(expected).Within(3 * error));
    }

    [Test]
    public void Who_chooses_otherwise_because_a_form_was_paid_for_chooses_that_form_there(
        [Values(0.1, 0.35, 1)] double scale, [Values(PracticeForm.Solo, PracticeForm.Group)] PracticeForm form)
    {
        var paid = new FormOffer
        {
            Type = "form-offer",
            From = PolicyRuns.FirstYear,
            Form = form,
            Where = new TerritoryFilter { AreaTypes = [AreaType.Rural] },
        };
        Scenario scenario = PolicyRuns.Restless(TestRegion.Scenario());
        scenario = scenario with { Preferences = scenario.Preferences with { FormScale = scale } };
        RunRecord baseline = PolicyRuns.WithRoomForAll(scenario), run = PolicyRuns.WithRoomForAll(scenario with { Policies = [paid] });
        Dictionary<uint, int> before = Choices(baseline), after = Choices(run);
        uint[] otherwise = [.. before.Keys.Union(after.Keys)
            .Where(n => before.GetValueOrDefault(n, Stays) != after.GetValueOrDefault(n, Stays))];
        Assert.That(otherwise, Has.Length.GreaterThan(20));
        AreaType[] area = TestRegion.Territories().Area;
        int[] chosen = [.. otherwise.Select(n => after.GetValueOrDefault(n, Stays))];
        Assert.That(chosen.Where(j => j < 0 || AlternativeTable.Form(j) != form || area[AlternativeTable.Territory(j)] != AreaType.Rural),
            Is.Empty);
        uint[] reached = [.. PolicyRuns.Reached(run, ActKind.Offer).Where(a => a.Year == PolicyRuns.FirstYear).Select(a => a.Physician)];
        Assert.That(reached, Is.SupersetOf(otherwise), "and the act that did it is on record");
    }

    /// <summary>
    /// What everybody who did not stay took in the first year, places and opt-outs alike; groups that form at its end are no choice.
    /// </summary>
    private static Dictionary<uint, int> Choices(RunRecord run)
    {
        EventKind[] choices = [EventKind.Installed, EventKind.Moved, EventKind.ChangedForm, EventKind.OptedOut];
        return run.History.Where(e => e.Year == PolicyRuns.FirstYear && choices.Contains(e.Kind))
            .ToDictionary(e => e.Physician, e => e.Place);
    }

    /// <summary>
    /// Newcomers of the first year to a territory with a centre as good as working alone, of those without it; what is expected from odds
    /// times 2^τ among those who install; and the standard error of the first, the draws of both runs being the same.
    /// </summary>
    private static (double Found, double Expected, double Error) EntriesTimes(double scale)
    {
        double alone = 0, both = 0, all = 0;
        for (int replication = 0; replication < Replications; replication++)
        {
            float[] before = Newcomers(scale, isOpen: false, replication), after = Newcomers(scale, isOpen: true, replication);
            alone += before[Opened];
            both += after[Opened];
            all += before.Sum();
        }

        // Persons differ, and the odds of each rise alike: the mean over them is close to that of one person at the mean probability.
        double times = Math.Pow(2, scale), share = alone / all;
        return (both / alone, times / (1 - share + (times * share)), Math.Sqrt(Math.Max(both - alone, 1)) / alone);
    }

    private static float[] Newcomers(double scale, bool isOpen, int replication)
    {
        Scenario scenario = TestRegion.Scenario();
        var coefficients = new Dictionary<string, Coefficient>(scenario.Preferences.Coefficients)
        {
            ["msp-practice"] = new() { Value = 0 },
        };
        TerritoryTable table = TestRegion.Territories();
        Array.Clear(table.MspPlaces);
        Array.Clear(table.HealthCentrePosts);
        table.MspPlaces[Opened] = isOpen ? 100_000 : 0;
        PreparedScenario prepared = TestRegion.Prepare(
            scenario with
            {
                Years = new(2025, 2026),
                Preferences = scenario.Preferences with { FormScale = scale, Coefficients = coefficients, Consideration = 1 },
                Physicians = scenario.Physicians with
                {
                    ParticipationElasticity = 0,
                    WarmUpYears = 0,
                    Graduates = [new YearCount { From = 2000, Count = 20_000 }],
                },
                Practices = scenario.Practices with
                {
                    InitialForms = [TestRegion.AllAlone],
                    GroupProbability = 0,
                    JoiningProbability = 0,
                    InitialMspFill = 0,
                },
            },
            table);
        return new Simulator(prepared, replication).Run().Installations[^36..];
    }
}

/// <summary>Pays whoever comes into one form of practice.</summary>
internal sealed record FormOffer : Policy
{
    /// <summary>The form paid.</summary>
    public PracticeForm Form { get; init; }

    public override void Act(in YearView year, bool[] where, List<Act> acts) =>
        acts.Add(new Offer(where, Recipients.FirstInstallations | Recipients.Movers, 60, 10) { Form = Form });
}
