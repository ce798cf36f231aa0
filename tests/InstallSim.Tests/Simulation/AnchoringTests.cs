using System.Collections.Concurrent;
using InstallSim.Inputs;
using InstallSim.Scenarios;
using InstallSim.Simulation;

namespace InstallSim.Tests.Simulation;

/// <summary>How many install in the first year does not depend on what physicians want: the settings say how many.</summary>
public sealed class AnchoringTests
{
    private static readonly int Replications = int.Parse(Environment.GetEnvironmentVariable("REPS") ?? "40");

    private static readonly ConcurrentDictionary<string, double> Found = new();

    // What says how many leave the locum stage and where they go is what installations must depend on.
    private static readonly string[] OfTheSharesThemselves =
        ["physicians.leaving-locum-share", "physicians.salaried-share", "physicians.elsewhere-share-born-here", "physicians.elsewhere-share-born-outside"];

    private static IEnumerable<string> Paths =>
        Doubt.Ranges(Baseline.Scenario).Select(n => n.Path).Where(path => !OfTheSharesThemselves.Contains(path)).Distinct();

    private static Study Baseline
    {
        get
        {
            Study shipped = ShippedStudy.CentreValDeLoire;
            int start = shipped.Scenario.Years.From;
            return shipped.With(shipped.Scenario with { Uncertainty = Uncertainty.None, Years = new YearRange(start, start + 1), Physicians = Environment.GetEnvironmentVariable("STEADY") is null ? shipped.Scenario.Physicians : shipped.Scenario.Physicians with { Graduates = [new YearCount { From = 2000, Count = 3500 }] } });
        }
    }

    [TestCaseSource(nameof(Paths))]
    public void First_installations_hold_within_two_per_cent_at_either_end_of_every_range(string path)
    {
        double expected = Found.GetOrAdd("default", _ => Installations(Baseline.Scenario));
        double low = Installations(Doubt.AtEnd(Baseline.Scenario, path, high: false)) / expected;
        double high = Installations(Doubt.AtEnd(Baseline.Scenario, path, high: true)) / expected;
        TestContext.Out.WriteLine($"{path}: {100 * (low - 1):+0.00;-0.00} % at low, {100 * (high - 1):+0.00;-0.00} % at high, of {expected:0.0}");
        Assert.Multiple(() =>
        {
            Assert.That(low, Is.EqualTo(1).Within(0.02), "low");
            Assert.That(high, Is.EqualTo(1).Within(0.02), "high");
        });
    }

    [Test]
    public void There_are_ranges_of_all_kinds_among_them()
    {
        string[] kinds = ["preferences.utils-per-keur", "preferences.consideration", "preferences.form-scale", "preferences.coefficients.vacancies",
            "physicians.moving-cost", "physicians.participation-elasticity", "practices.unmet-need-weight", "income.hours-elasticity"];
        Assert.That(Paths, Is.SupersetOf(kinds));
    }

    [Test]
    public void First_installations_follow_the_shares_themselves()
    {
        double expected = Found.GetOrAdd("default", _ => Installations(Baseline.Scenario));
        double salaried = Installations(Doubt.AtEnd(Baseline.Scenario, "physicians.salaried-share", high: true)) / expected;
        Assert.That(salaried, Is.EqualTo((1 - 0.5) / (1 - 0.33)).Within(0.05), "of those who neither stay locums nor leave the region");
    }

    private static double Installations(Scenario scenario)
    {
        Study study = Baseline.With(scenario);
        double sum = 0;
        Participation? solved = null;
        for (int replication = 0; replication < Replications; replication++)
        {
            var simulator = new Simulator(study, replication, 1, solved);
            RunRecord run = simulator.Run();
            solved ??= simulator.Participation;
            sum += TestStudy.Value(run, 1, "installations");
        }

        return sum / Replications;
    }
}
