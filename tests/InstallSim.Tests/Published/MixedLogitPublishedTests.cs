using InstallSim.Choice.Data;
using InstallSim.Choice.Draws;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Models;

namespace InstallSim.Tests.Published;

/// <summary>
/// mlogit and xlogit with the same Halton draws: log-likelihoods and estimates are targets, their panel standard errors are not (they
/// sum outer products over situations, not people).
/// </summary>
public sealed class MixedLogitPublishedTests
{
    [Test]
    public void Electricity_with_six_normals_agrees_with_mlogit() =>
        Check("Electricity mxl 6 normals R=100 halton panel", Datasets.Electricity(), 100, "pf", "cl", "loc", "wk", "tod", "seas");

    [Test]
    public void Electricity_with_a_fixed_price_agrees_with_mlogit() =>
        Check("Electricity mxl price fixed R=100", Datasets.Electricity(), 100, "cl", "loc", "wk", "tod", "seas");

    [Test]
    public void Train_agrees_with_mlogit() =>
        Check("Train mxl panel R=100 halton correlation FALSE", Datasets.Train(), 100, "time", "change", "comfort");

    [Test]
    public void Electricity_with_600_draws_reaches_the_maximum_of_xlogit_and_mlogit()
    {
        var data = Datasets.Electricity();
        var result = MaximumLikelihood.Estimate(
            new MixedLogit(data.Names, [.. data.Names.Select(n => new RandomCoefficient(n))], new HaltonDraws(600)), data);
        Assert.That(result.LogLikelihood, Is.InRange(-3888.46506999616, -3888.46506));
    }

    private static void Check(string model, ChoiceData data, int draws, params string[] random)
    {
        var reference = Reference.Mlogit(model);
        var fit = MaximumLikelihood.Estimate(
            new MixedLogit(data.Names, [.. random.Select(n => new RandomCoefficient(n))], new HaltonDraws(draws)), data);
        Assert.That(fit.Converged, Is.True, fit.Ending);
        // ours goes on a little further
        Assert.That(fit.LogLikelihood, Is.InRange(reference.LogLikelihood - 1e-7, reference.LogLikelihood + 1e-5));
        // A reference that stopped short of the maximum by d in log-likelihood may be √(2·d) standard errors from it.
        double shortfall = Math.Sqrt(2 * Math.Max(0, fit.LogLikelihood - reference.LogLikelihood));
        foreach (var (name, estimate, _, _) in reference.Parameters)
        {
            double tolerance = 1e-4 * Math.Abs(estimate) + shortfall * fit.StandardErrors(CovarianceKind.Hessian)[fit.IndexOf(name)];
            Assert.That(Math.Abs(fit[name]), Is.EqualTo(Math.Abs(estimate)).Within(tolerance), name);
        }
    }
}
