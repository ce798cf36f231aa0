using InstallSim.Policies;
using InstallSim.Preferences;
using InstallSim.Scenarios;
using InstallSim.Simulation.State;
using InstallSim.Tests.Simulation;
using InstallSim.World;

namespace InstallSim.Tests.Policies;

public sealed class TeamPaymentTests
{
    [Test]
    public void Who_practises_in_a_centre_when_the_year_ends_is_paid_or_came_as_a_founder_and_nobody_else_is()
    {
        RunRecord run = TestRegion.Run(PolicyRuns.Restless(TestRegion.Scenario(Payment(20))));
        ActRecord[] paid = PolicyRuns.Reached(run, ActKind.Offer);
        Assert.That(paid, Is.Not.Empty);
        Assert.That(paid.Select(a => AlternativeTable.Form(a.Place)), Is.All.EqualTo(PracticeForm.Msp));
        for (int year = 2026; year <= 2032; year++)
        {
            int there = PolicyRuns.PlacesAtEndOf(run, year).Values.Count(p => p >= 0 && AlternativeTable.Form(p) == PracticeForm.Msp);
            Assert.That(PolicyRuns.Cost(run, year), Is.LessThanOrEqualTo((20.0 * there) + 1e-9));
            Assert.That(PolicyRuns.Cost(run, year), Is.GreaterThan(0.5 * 20 * there));
        }
    }

    [Test]
    public void Who_leaves_the_centre_for_another_form_at_home_is_paid_no_more([Values(0, 1, 2)] int replication)
    {
        // So little that it keeps nobody there who would rather work in another form.
        var run = new HandRun(Disliked(Payment(1)), replication);
        double changed = 0;
        for (int year = 2026; year <= 2032; year++)
        {
            run.BeginYear();
            StayPromise[] promised = [.. run.State.StayPromises];
            run.EndYear();
            PhysicianTable p = run.State.Physicians;
            changed += promised.Count(s => p.Territory[s.Physician] == s.Territory && p.Form[s.Physician] != PracticeForm.Msp);
            int there = Enumerable.Range(0, p.Count).Count(n => p.Stage[n] == Stage.Installed && p.Form[n] == PracticeForm.Msp);
            Assert.That(run.State.Events.PolicyCost, Is.LessThanOrEqualTo(there + 1e-9));
        }

        ActRecord[] paid = [.. run.State.Reached.Where(a => a.Kind == ActKind.Offer && a.IsGranted)];
        Assert.That(changed, Is.Positive);
        Assert.That(paid.Select(a => AlternativeTable.Form(a.Place)), Is.All.EqualTo(PracticeForm.Msp));
    }

    [Test]
    public void It_holds_in_the_centre_and_not_in_the_other_forms_of_the_place([Values(0, 1)] int replication)
    {
        int ChangedForm(double keur)
        {
            RunRecord run = TestRegion.Run(Disliked(Payment(keur)), replication);
            Dictionary<uint, int> before = PolicyRuns.PlacesAtEndOf(run, 2025);
            return run.History.Count(e => e.Kind == EventKind.ChangedForm && e.Year == 2026
                && AlternativeTable.Form(before[e.Physician]) == PracticeForm.Msp);
        }

        Assert.That(ChangedForm(200), Is.LessThan(ChangedForm(0)));
    }

    /// <summary>Incumbents look every year, would rather not work in a centre, and change forms at no cost.</summary>
    private static Scenario Disliked(TeamPayment payment)
    {
        Scenario scenario = PolicyRuns.Restless(TestRegion.Scenario(payment));
        return scenario with
        {
            Preferences = scenario.Preferences with
            {
                Coefficients = new Dictionary<string, Coefficient>(scenario.Preferences.Coefficients)
                {
                    ["msp-practice"] = new() { Value = 0, Source = "test" },
                },
            },
            Physicians = scenario.Physicians with { FormChangeCost = 0 },
        };
    }

    [Test]
    public void It_fills_centres()
    {
        double InCentres(double keur) => PolicyRuns.PlacesAtEndOf(TestRegion.Run(TestRegion.Scenario(Payment(keur))), 2032).Values
            .Count(p => p >= 0 && AlternativeTable.Form(p) == PracticeForm.Msp);
        Assert.That(InCentres(100), Is.GreaterThan(InCentres(0)));
    }

    private static TeamPayment Payment(double keur) => new() { Type = "team-payment", From = PolicyRuns.FirstYear, KeurPerYear = keur };
}
