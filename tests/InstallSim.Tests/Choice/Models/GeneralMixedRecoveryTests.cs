using InstallSim.Choice.Draws;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Kernels;
using InstallSim.Choice.Models;

namespace InstallSim.Tests.Choice.Models;

/// <summary>Known scales, nests and spreads found again in simulated choices.</summary>
public sealed class GeneralMixedRecoveryTests
{
    private static readonly string[] Variables = ["x1", "x2", "x3"];

    [TestCase(0)]
    [TestCase(1)]
    public void A_known_scale_of_people_is_recovered_within_four_standard_errors(double gamma)
    {
        double Scale(DrawKey key) => Math.Exp((-0.7 * 0.7 / 2) + (0.7 * Simulated.Normal(key, 3)));
        var data = Simulated.Panel(200, 8, 4, 3, key =>
        [
            -1 * Scale(key), (0.8 * Scale(key)) + ((gamma + ((1 - gamma) * Scale(key))) * 0.6 * Simulated.Normal(key, 1)), 0.6 * Scale(key),
        ], weighted: false);
        var result = MaximumLikelihood.Estimate(new GeneralMixedLogit(
            new MixedLogit(Variables, [new("x2")], new HaltonDraws(32)), [], new RandomScale { Gamma = gamma }), data);
        Recovered(result, new() { ["x1"] = -1, ["x2"] = 0.8, ["x3"] = 0.6, ["sd.x2"] = 0.6, ["tau"] = 0.7 });
    }

    /// <summary>Alternatives 0 and 1 share λ·ln S, S positive stable, so that their errors are those of a nest.</summary>
    [Test]
    public void A_known_nest_under_random_coefficients_is_recovered_within_four_standard_errors()
    {
        const double Lambda = 0.5;
        var data = Simulated.Panel(200, 6, 4, 3, key => [-1, 0.8 + (0.6 * Simulated.Normal(key, 1)), 0.6], weighted: false, equalSets: true,
            errors: (key, t, gumbel) => [.. gumbel.Select((g, j) => j > 1 ? g
                : (Lambda * g) + PositiveStable.ScaledLog(Lambda, key.Uniform(4_000_000 + (2 * t)), key.Uniform(4_000_001 + (2 * t))))]);
        var result = MaximumLikelihood.Estimate(new GeneralMixedLogit(
            new MixedLogit(Variables, [new("x2")], new HaltonDraws(32)), [], null, [new Nest("near", [0, 1])]), data);
        Recovered(result, new() { ["x1"] = -1, ["x2"] = 0.8, ["x3"] = 0.6, ["sd.x2"] = 0.6, ["near"] = Lambda });
    }

    [Test]
    public void A_known_scale_and_known_spreads_by_person_are_recovered_within_four_standard_errors()
    {
        var data = GeneralMixedLogitTests.Data(200, 8);
        var random = new RandomCoefficient("x2") { SpreadBy = ["z2"] };
        var result = MaximumLikelihood.Estimate(
            new GeneralMixedLogit(new MixedLogit(Variables, [random], new HaltonDraws(40)), ["group"]), data);
        Recovered(result, new() { ["x1"] = -0.8, ["x2"] = 0.6, ["sd.x2"] = 0.5, ["sd-by.x2.z2"] = 0.8, ["scale.group"] = 0.7 });
    }

    internal static void Recovered(EstimationResult result, Dictionary<string, double> truth)
    {
        Assert.That(result.IsSound, result.Ending);
        double[] se = result.StandardErrors();
        Assert.Multiple(() =>
        {
            foreach ((string name, double value) in truth)
            {
                double found = name is "tau" || name.StartsWith("sd.", StringComparison.Ordinal) ? Math.Abs(result[name]) : result[name];
                Assert.That((found - value) / se[result.IndexOf(name)], Is.InRange(-4, 4), name);
            }
        });
    }
}
