using InstallSim.Inputs;
using InstallSim.Scenarios;
using InstallSim.Simulation;
using InstallSim.Simulation.State;

namespace InstallSim.Tests.Simulation;

/// <summary>How many install in the first year does not depend on what physicians want: the settings say how many.</summary>
public sealed class AnchoringTests
{
    private const int Replications = 64;
    private const double Allowed = 0.02;

    private static readonly Lazy<double[]> Default = new(() => Installations(Baseline.Scenario));

    // What says how many leave the locum stage and where they go is what installations must depend on, and η says how much they follow
    // places.
    private static readonly string[] OfTheSharesThemselves =
    [
        "physicians.leaving-locum-share", "physicians.salaried-share", "physicians.elsewhere-share-born-here",
        "physicians.elsewhere-share-born-outside",
        "physicians.participation-elasticity",
    ];

    // A twelfth of them, and all when INSTALLSIM_ANCHORS is set: two minutes of a processor.
    private static readonly bool All = Environment.GetEnvironmentVariable("INSTALLSIM_ANCHORS") is { Length: > 0 };

    private static IEnumerable<string> Shown => Paths.Where((_, k) => All || k % 12 == 0);

    private static IEnumerable<string> Paths =>
        Doubt.Ranges(Baseline.Scenario).Select(n => n.Path).Where(path => !OfTheSharesThemselves.Contains(path)).Distinct();

    private static PreparedScenario Baseline
    {
        get
        {
            PreparedScenario shipped = ShippedRegion.CentreValDeLoire;
            int start = shipped.Scenario.Years.From;
            return shipped.With(shipped.Scenario with
            {
                Policies = [],
                Physicians = shipped.Scenario.Physicians with
                {
                    // In 2026 nobody graduates: then those who still look find places poor, and how poor moves with what they want.
                    Graduates = [.. shipped.Scenario.Physicians.Graduates.Where(g => g.Count > 0)],
                },
                Uncertainty = Uncertainty.None,
                Years = new YearRange(start, start + 1),
            });
        }
    }

    [TestCaseSource(nameof(Shown))]
    public void First_installations_hold_within_two_per_cent_at_either_end_of_every_range(string path)
    {
        foreach (bool high in (bool[])[false, true])
        {
            (double miss, double error) = Miss(Doubt.AtEnd(Baseline.Scenario, path, high));
            Assert.That(error, Is.LessThan(0.01), "or chance hides a miss");
            Assert.That(Math.Abs(miss), Is.LessThan(Allowed + (2 * error)),
                $"{(high ? "high" : "low")}: {100 * miss:+0.00;-0.00} ± {100 * error:0.00} %");
        }
    }

    [Test]
    public void There_are_ranges_of_all_kinds_among_them()
    {
        string[] kinds = ["preferences.utils-per-keur", "preferences.consideration", "preferences.form-scale",
            "preferences.coefficients.vacancies",
            "physicians.moving-cost", "physicians.spell-hazard", "practices.unmet-need-weight", "income.hours-elasticity"];
        Assert.That(Paths, Is.SupersetOf(kinds));
    }

    [Test]
    public void First_installations_follow_the_shares_themselves()
    {
        (double miss, double error) = Miss(Doubt.AtEnd(Baseline.Scenario, "physicians.salaried-share", high: true));
        Assert.That(1 + miss, Is.EqualTo((1 - 0.5) / (1 - Baseline.Scenario.Physicians.SalariedShare)).Within(Allowed + (2 * error)),
            "of those who neither stay locums nor leave the region");
    }

    /// <summary>
    /// Relative difference of first-year installations from the default, the draws being the same, and its standard error.
    /// </summary>
    private static (double Miss, double Error) Miss(Scenario scenario)
    {
        double[] expected = Default.Value, found = Installations(scenario);
        double[] difference = [.. found.Zip(expected, (f, e) => f - e)];
        double mean = difference.Average(), variance = difference.Sum(d => (d - mean) * (d - mean)) / (Replications - 1);
        return (mean / expected.Average(), Math.Sqrt(variance / Replications) / expected.Average());
    }

    private static double[] Installations(Scenario scenario)
    {
        PreparedScenario prepared = Baseline.With(scenario);
        return [.. Enumerable.Range(0, Replications)
            .Select(replication => TestRegion.Value(new Simulator(prepared, replication).Run(), 1, "installations"))];
    }
}
