using InstallSim.Inputs;
using InstallSim.Policies;
using InstallSim.Preferences;
using InstallSim.Scenarios;
using InstallSim.Simulation;
using InstallSim.Simulation.State;
using InstallSim.Tests.Simulation;

namespace InstallSim.Tests.Scenarios;

public sealed class DoubtTests
{
    private static Quantity Range(double low, double value, double high) =>
        new() { Value = value, Low = low, High = high, Source = "ASSUMPTION" };

    private static RangedPolicy Ranged(string? name = null) => new() { Type = "ranged", Name = name, From = 2026 };

    private static Scenario Doubtful(params Policy[] policies)
    {
        Scenario scenario = Certain(policies);
        var coefficients = new Dictionary<string, Coefficient>(scenario.Preferences.Coefficients)
        {
            ["group-practice"] = new() { Value = 20, Low = 10, High = 46, Source = "test" },
        };
        return scenario with
        {
            Preferences = scenario.Preferences with
            {
                Coefficients = coefficients,
                Consideration = Range(0.3, 0.6, 0.8),
                OutsideDistanceKm = Range(100, 200, 400),
            },
            Physicians = scenario.Physicians with { MovingCost = Range(1, 3, 5) },
        };
    }

    /// <summary>The small study, without the ranges that defaults have.</summary>
    private static Scenario Certain(params Policy[] policies)
    {
        Scenario scenario =
            DoubtfulNumbers.Map(TestRegion.Scenario(), n => n.Number.IsDoubtful ? n.Number.CertainAt(n.Number.Value) : n.Number);
        return scenario with { Policies = policies, Uncertainty = Uncertainty.All };
    }

    private static RunRecord Run(Scenario scenario, ushort replication = 0)
    {
        Scenario undrawn = scenario with { Preferences = scenario.Preferences with { OutsideDistanceKm = 200 } };
        return new Simulator(TestRegion.Prepare(undrawn).With(Doubt.Draw(scenario, scenario.Seed, replication)), replication, 1).Run();
    }

    [Test]
    public void A_scenario_without_ranges_is_drawn_as_itself()
    {
        Scenario scenario = Certain();
        Assert.That(Doubt.Drawn(scenario), Is.Empty);
        Assert.That(Doubt.Draw(scenario, 7, 3), Is.SameAs(scenario));
    }

    [Test]
    public void Ranges_of_no_width_give_the_run_without_doubt_bit_by_bit()
    {
        Scenario scenario = Certain(), point = scenario with
        {
            Preferences = scenario.Preferences with
            {
                UtilsPerKeur = new Coefficient { Value = 0.015, Low = 0.015, High = 0.015 },
                Consideration = Range(0.6, 0.6, 0.6),
            },
            Physicians = scenario.Physicians with { MovingCost = Range(3, 3, 3) },
        };
        Assert.That(Doubt.Drawn(point), Is.Empty);
        Assert.That(Run(point).Values, Is.EqualTo(TestRegion.Run(scenario).Values));
    }

    [Test]
    public void No_doubt_leaves_every_number_at_its_value()
    {
        Scenario scenario = Doubtful() with { Uncertainty = Uncertainty.None };
        Assert.That(Doubt.Draw(scenario, 7, 0), Is.SameAs(scenario));
        Assert.That(Doubt.Drawn(scenario), Is.Empty);
    }

    [Test]
    public void Doubt_reaches_the_run()
    {
        Assert.That(Run(Doubtful()).Values, Is.Not.EqualTo(TestRegion.Run(TestRegion.Scenario()).Values));
    }

    [Test]
    public void A_policy_that_does_nothing_moves_nobody_under_doubt()
    {
        RunRecord baseline = Run(Doubtful(), 4),
            same = Run(Doubtful(new IncomeSupplement { Type = "income-supplement", From = 2026, KeurPerYear = 0 }), 4);
        Assert.That(same.History, Is.EqualTo(baseline.History));
    }

    [Test]
    public void Every_number_with_a_range_is_drawn_and_named_by_its_key()
    {
        Scenario scenario = Doubtful(Ranged(), Ranged("Paid in town"));
        Assert.That(Doubt.Drawn(scenario), Is.EqualTo(new[]
        {
            "preferences.coefficients.group-practice", "preferences.outside-distance-km",
            "preferences.consideration", "physicians.moving-cost",
            "policies.ranged.amount-keur", "policies.Paid in town.amount-keur",
        }));
        Scenario drawn = Doubt.Draw(scenario, 7, 0);
        Assert.That(Doubt.Ranges(drawn), Is.Empty);
        Assert.That(drawn.Preferences.Coefficients["msp-practice"], Is.SameAs(scenario.Preferences.Coefficients["msp-practice"]));
        Assert.That(((RangedPolicy)drawn.Policies[0]).AmountKeur.Value,
            Is.Not.EqualTo(50).And.Not.EqualTo(((RangedPolicy)drawn.Policies[1]).AmountKeur.Value));
    }

    [Test]
    public void The_same_policy_draws_the_same_number_in_two_scenarios_wherever_it_stands()
    {
        Scenario alone = Doubtful(Ranged()),
            package = Doubtful(new InstallationGrant { Type = "installation-grant", From = 2026, AmountKeur = 5 }, Ranged());
        for (ushort replication = 0; replication < 20; replication++)
        {
            Scenario one = Doubt.Draw(alone, 7, replication), other = Doubt.Draw(package, 7, replication);
            Assert.That(((RangedPolicy)other.Policies[1]).AmountKeur, Is.EqualTo(((RangedPolicy)one.Policies[0]).AmountKeur));
            Assert.That(other.Preferences.Consideration, Is.EqualTo(one.Preferences.Consideration));
        }
    }

    [Test]
    public void Two_policies_of_one_label_share_their_draw()
    {
        Scenario drawn = Doubt.Draw(Doubtful(Ranged("Grant"), Ranged("Grant") with { AmountKeur = Range(0, 10, 30) }), 7, 2);
        double[] amounts = [.. drawn.Policies.Cast<RangedPolicy>().Select(p => p.AmountKeur.Value)];
        double Level(double low, double peak, double high, double value) =>
            value < peak ? (value - low) * (value - low) / ((high - low) * (peak - low)) : 1
                - ((high - value) * (high - value) / ((high - low) * (high - peak)));
        Assert.That(Level(20, 50, 90, amounts[0]), Is.EqualTo(Level(0, 10, 30, amounts[1])).Within(1e-9));
    }

    [Test]
    public void Replications_share_a_draw_by_twos_and_seeds_do_not()
    {
        Scenario scenario = Doubtful();
        double Drawn(uint seed, ushort replication) => Doubt.Draw(scenario, seed, replication).Preferences.Consideration;
        Assert.That(Drawn(7, 1), Is.EqualTo(Drawn(7, 0)));
        Assert.That(Enumerable.Range(0, 50).Select(r => Drawn(7, (ushort)r)).Distinct().Count(), Is.EqualTo(25));
        Assert.That(Drawn(8, 0), Is.Not.EqualTo(Drawn(7, 0)));
    }

    [Test]
    public void Draws_lie_in_the_range_and_their_mean_is_that_of_a_triangle()
    {
        Scenario scenario = Doubtful();
        double[] drawn = [.. Enumerable.Range(0, 10_000).Select(d => Doubt.Draw(scenario, 7, (ushort)(2 * d)).Physicians.MovingCost.Value)];
        Assert.That(drawn, Is.All.InRange(1, 5));
        // Variance of the triangle 1, 3, 5: (1 + 9 + 25 − 3 − 5 − 15) / 18 = 2/3.
        Assert.That(drawn.Average(), Is.EqualTo(3).Within(4 * Math.Sqrt(2 / 3.0 / drawn.Length)));
    }

    [TestCase(0, 0, 1), TestCase(0, 1, 1), TestCase(-3, 1, 2)]
    public void Quantiles_are_those_of_the_triangular_distribution(double low, double peak, double high)
    {
        double Below(double x) =>
            x < peak ? (x - low) * (x - low) / ((high - low) * (peak - low)) : 1
                - ((high - x) * (high - x) / ((high - low) * Math.Max(high - peak, 1e-300)));
        foreach (double u in (double[])[0.001, 0.1, 0.25, 0.5, 0.7, 0.999])
        {
            Assert.That(Below(Doubt.Triangular(low, peak, high, u)), Is.EqualTo(u).Within(1e-12));
        }

        Assert.That((Doubt.Triangular(low, peak, high, 0), Doubt.Triangular(low, peak, high, 1)), Is.EqualTo((low, high)));
    }

    [Test]
    public void Drawn_shares_of_classes_add_up_to_one()
    {
        Scenario scenario = Certain();
        scenario = scenario with
        {
            Preferences = scenario.Preferences with
            {
                Classes = [scenario.Preferences.Classes[0] with { Share = Range(0.2, 0.6, 0.9) }, scenario.Preferences.Classes[1]],
            },
        };
        double[] first = [.. Enumerable.Range(0, 40).Select(r => Doubt.Draw(scenario, 7, (ushort)r).Preferences.Classes)
            .Select(c => c.Sum(x => x.Share) is var sum && Math.Abs(sum - 1) < 1e-12 ? c[0].Share.Value : double.NaN)];
        Assert.That(first, Is.All.InRange(0.3, 0.75));
        Assert.That(first.Distinct().Count(), Is.EqualTo(20));
        Scenario end = Doubt.AtEnd(scenario, "preferences.classes.one.share", high: true);
        Assert.That(end.Preferences.Classes.Select(c => c.Share.Value), Is.EqualTo(new[] { 0.9, 0.1 }).Within(1e-12));
    }

    [Test]
    public void What_a_share_at_0_leaves_goes_equally_to_classes_whose_shares_are_all_0()
    {
        Scenario scenario = Certain();
        PreferenceClass one = scenario.Preferences.Classes[0], none = scenario.Preferences.Classes[1] with { Share = Range(0, 0, 1) };
        scenario = scenario with
        {
            Preferences = scenario.Preferences with { Classes = [one with { Share = Range(0, 1, 1) }, none, none with { Name = "more" }] },
        };
        Scenario end = Doubt.AtEnd(scenario, "preferences.classes.one.share", high: false);
        Assert.That(end.Preferences.Classes.Select(c => c.Share.Value), Is.EqualTo(new[] { 0, 0.5, 0.5 }));
    }

    [Test]
    public void A_coefficient_with_a_covariance_is_drawn_from_that_and_not_from_its_range()
    {
        Scenario scenario = Doubtful();
        scenario = scenario with
        {
            Preferences = scenario.Preferences with
            {
                Covariance = new Dictionary<string, IReadOnlyDictionary<string, double>>
                {
                    ["group-practice"] = new Dictionary<string, double> { ["group-practice"] = 0 },
                },
            },
        };
        Scenario drawn = Doubt.Draw(scenario, 7, 0), estimates = Doubt.Draw(scenario with { Uncertainty = Uncertainty.Estimates }, 7, 0);
        Assert.That(drawn.Preferences.Coefficients["group-practice"].Value, Is.EqualTo(20), "a variance of 0");
        Assert.That(drawn.Preferences.Consideration.Value, Is.Not.EqualTo(0.6));
        Assert.That(estimates.Preferences.Consideration.Value, Is.EqualTo(0.6), "estimates alone");
        Assert.That(Doubt.Drawn(scenario), Has.Exactly(1).EqualTo("preferences.coefficients.group-practice"));
    }

    [Test]
    public void An_end_of_one_range_leaves_all_other_numbers_at_their_values()
    {
        Scenario scenario = Doubtful(Ranged()), low = Doubt.AtEnd(scenario, "policies.ranged.amount-keur", high: false);
        Assert.That(((RangedPolicy)low.Policies[0]).AmountKeur.Value, Is.EqualTo(20));
        Assert.That(Doubt.Draw(low, 7, 0), Is.SameAs(low));
        Assert.That(low.Preferences, Is.SameAs(scenario.Preferences));
        Assert.That(Doubt.AtEnd(scenario, "policies.nothing.amount-keur", high: true).Policies, Is.SameAs(scenario.Policies));
    }

    [Test]
    public void A_drawn_distance_outside_the_study_is_the_one_that_runs()
    {
        Scenario near = Certain() with { Physicians = Certain().Physicians with { BornHereShare = 0.5 } };
        Scenario far = near with { Preferences = near.Preferences with { OutsideDistanceKm = 900 } };
        Assert.That(new Simulator(TestRegion.Prepare(near).With(far), 0, 1).Run().Values, Is.EqualTo(TestRegion.Run(far).Values));
    }
}
