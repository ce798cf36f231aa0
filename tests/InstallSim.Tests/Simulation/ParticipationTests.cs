using InstallSim.Choice.Draws;
using InstallSim.Choice.Kernels;
using InstallSim.Scenarios;
using InstallSim.Simulation.State;
using InstallSim.World;

namespace InstallSim.Tests.Simulation;

public sealed class ParticipationTests
{
    private const int People = 40_000;

    private static readonly double[] Places = [0.4, 1.5, -0.3, 2.0];

    private static readonly Participation Market = new(0.25, 1.3, 0.3, -0.4, -0.2, 0.6);

    // Quantiles 0.999 of χ² by degrees of freedom.
    private static readonly Dictionary<int, double> Critical = new() { [4] = 18.47, [5] = 20.52, [6] = 22.46 };

    [Test]
    public void Places_and_opt_outs_are_taken_as_the_nested_logit_says(
        [Values(0, 0.25, 0.6, 1)] double eta, [Values] bool isBornHere, [Values] bool canLeave)
    {
        Participation market = Market with { Elasticity = eta };
        double inclusive = Math.Log(Places.Sum(Math.Exp)), taken = Math.Exp(eta * (inclusive - market.MeanInclusive));
        double[] weight =
        [
            .. Places.Select(v => taken * Math.Exp(v - inclusive)),
            Math.Exp(market.Locum),
            canLeave ? Math.Exp(market.Salaried) : 0,
            canLeave ? Math.Exp(isBornHere ? market.ElsewhereBornHere : market.ElsewhereBornOutside) : 0,
        ];
        var found = new int[weight.Length];
        for (uint n = 0; n < People; n++)
        {
            found[Choice(market, n, 0, isBornHere, canLeave)]++;
        }

        double[] expected = [.. weight.Select(w => People * w / weight.Sum())];
        double chi = Enumerable.Range(0, expected.Length).Where(k => expected[k] > 0)
            .Sum(k => Math.Pow(found[k] - expected[k], 2) / expected[k]);
        Assert.That(chi, Is.LessThan(Critical[expected.Count(e => e > 0) - 1]), string.Join(' ', found));
        Assert.That(found.Where((_, k) => expected[k] == 0), Is.All.Zero);
    }

    [Test]
    public void Better_places_raise_the_odds_of_taking_one_by_their_gain_times_the_elasticity(
        [Values(0.25, 0.6, 1)] double eta, [Values(-1, 0.5, 2)] double gain)
    {
        Participation market = Market with { Elasticity = eta };
        double before = Taking(market, 0), after = Taking(market, gain);
        double found = Math.Log(after / (People - after)) - Math.Log(before / (People - before));
        double error = Math.Sqrt((1 / before) + (1 / (People - before)) + (1 / after) + (1 / (People - after)));
        Assert.That(found, Is.EqualTo(eta * gain).Within(3 * error));
        Assert.That(Math.Abs(eta * gain), Is.GreaterThan(6 * error), "or nothing is seen");
    }

    [Test]
    public void Who_takes_a_place_takes_one_when_places_get_better_too()
    {
        Participation market = Market with { Elasticity = 0.5 };
        int[] taking = [.. Enumerable.Range(0, 3000).Where(n => Choice(market, (uint)n, 0, true, true) < Places.Length)];
        Assert.That(taking, Is.Not.Empty);
        Assert.That(taking.Where(n => Choice(market, (uint)n, 0.7, true, true) >= Places.Length), Is.Empty);
    }

    [Test]
    public void Without_elasticity_the_same_people_install_in_the_same_years_whatever_places_are_like()
    {
        Scenario scenario = With(TestRegion.Scenario(), s => s with { ParticipationElasticity = 0 });
        (uint Physician, short Year)[] expected = FirstInstallations(TestRegion.Run(scenario));
        Assert.That(expected, Has.Length.GreaterThan(50));
        foreach ((string what, Scenario other) in Otherwise(scenario))
        {
            Assert.That(FirstInstallations(TestRegion.Run(other)), Is.EqualTo(expected), what);
        }
    }

    [Test]
    public void With_elasticity_other_people_install_when_places_are_otherwise()
    {
        Scenario scenario = With(TestRegion.Scenario(), s => s with { ParticipationElasticity = 1 });
        (uint Physician, short Year)[] before = FirstInstallations(TestRegion.Run(scenario));
        foreach ((string what, Scenario other) in Otherwise(scenario))
        {
            Assert.That(FirstInstallations(TestRegion.Run(other)), Is.Not.EqualTo(before), what);
        }
    }

    private static IEnumerable<(string What, Scenario Scenario)> Otherwise(Scenario scenario)
    {
        yield return ("income counts for more",
            scenario with { Preferences = scenario.Preferences with { UtilsPerKeur = new() { Value = 0.06 } } });
        yield return ("few places are considered", scenario with { Preferences = scenario.Preferences with { Consideration = 0.2 } });
        yield return ("forms differ more", scenario with { Preferences = scenario.Preferences with { FormScale = 0.9 } });
        var grant = new InstallSim.Policies.InstallationGrant { Type = "installation-grant", From = 2026, AmountKeur = 500 };
        yield return ("a grant is paid", scenario with { Policies = [grant] });
    }

    private static (uint Physician, short Year)[] FirstInstallations(RunRecord run) =>
        [.. run.History.Where(e => e.Kind == EventKind.Installed).Select(e => (e.Physician, e.Year))];

    private static Scenario With(Scenario scenario, Func<PhysicianSettings, PhysicianSettings> change) =>
        scenario with { Physicians = change(scenario.Physicians) };

    [Test]
    public void Errors_of_many_locums_are_those_of_each_by_the_formula([Values(0, 0.4, 1)] double elasticity, [Values(1, 17, 64)] int count)
    {
        DrawKey key = new(3, 1, (ushort)DrawPurpose.Participation, 2030, 0);
        uint[] names = [.. Enumerable.Range(0, count).Select(n => (uint)((n * 977) + 5))];
        var errors = new OptOutErrors[count];
        OptOutErrors.Fill(elasticity, key, names, errors);
        Assert.That(errors, Is.EqualTo(names.Select(name => OptOutErrors.Of(elasticity, key with { Agent = name }))), "bit for bit");
        foreach ((uint name, OptOutErrors of) in names.Zip(errors))
        {
            DrawKey own = key with { Agent = name };
            Assert.That(of.Locum, Is.EqualTo(Elementary.Gumbel(own.Uniform(0))));
            Assert.That(of.Salaried, Is.EqualTo(Elementary.Gumbel(own.Uniform(1))));
            Assert.That(of.Elsewhere, Is.EqualTo(Elementary.Gumbel(own.Uniform(2))));
            Assert.That(of.Place, Is.EqualTo(PositiveStable.ScaledLog(elasticity, own.Uniform(4), own.Uniform(5))));
        }
    }

    private static double Taking(Participation market, double gain)
    {
        int taking = 0;
        for (uint n = 0; n < People; n++)
        {
            taking += Choice(market, n, gain, true, true) < Places.Length ? 1 : 0;
        }

        return taking;
    }

    /// <summary>Index of the place taken, or the number of places + the opt-out; each place has a Gumbel error of its own.</summary>
    private static int Choice(Participation market, uint person, double gain, bool isBornHere, bool canLeave)
    {
        DrawKey errors = new(3, 0, 1, 0, person);
        (double best, int chosen) = (double.NegativeInfinity, -1);
        for (int j = 0; j < Places.Length; j++)
        {
            double u = Places[j] + gain - Math.Log(-Math.Log(errors.Uniform(j)));
            (best, chosen) = u > best ? (u, j) : (best, chosen);
        }

        (OptOut optOut, double floor) = market.Draw(
            OptOutErrors.Of(market.Elasticity, errors with { Purpose = (ushort)DrawPurpose.Participation }), isBornHere, canLeave);
        return best > floor ? chosen : Places.Length + (int)optOut;
    }
}
