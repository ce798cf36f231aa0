using System.Globalization;
using InstallSim.Choice.Draws;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Models;
using InstallSim.Tests.Choice.Models;

namespace InstallSim.Tests.Choice.Estimation;

/// <summary>
/// Do 95 % intervals of a panel mixed logit hold the truth 95 times in 100? 300 people × 10 situations × 3 alternatives, two normal
/// coefficients, 200 Halton draws. The full form runs with <c>dotnet test -c Release --filter TestCategory=Slow</c>; its last result is in
/// docs/estimation.md.
/// </summary>
public sealed class CoverageTests
{
    private static readonly double[] Truth = [-1, 0.8, 0.6, 0.8, 1];

    [Test]
    public void Intervals_cover_the_truth_in_a_small_experiment()
    {
        const int Samples = 40;
        int[] covered = Run(Samples, 120)[CovarianceKind.Robust];
        double share = covered.Sum() / (5.0 * Samples);
        Assert.That(share, Is.EqualTo(0.95).Within(4 * Math.Sqrt(0.95 * 0.05 / (5 * Samples))));
    }

    [Test, Category("Slow"), Explicit("takes minutes")]
    public void Intervals_cover_the_truth_in_500_samples()
    {
        const int Samples = 500;
        var covered = Run(Samples, 300);
        foreach (var (kind, counts) in covered)
        {
            string[] share = [.. counts.Select(c => (100.0 * c / Samples).ToString("F1", CultureInfo.InvariantCulture))];
            TestContext.Out.WriteLine($"{kind}: covered {string.Join(" ", share)} % (mean x1, mean x2, x3, sd x1, sd x2)");
        }

        Assert.That(covered[CovarianceKind.Robust], Has.All.InRange(0.92 * Samples, 0.98 * Samples));
        Assert.That(covered[CovarianceKind.Hessian], Has.All.InRange(0.92 * Samples, 0.98 * Samples));
    }

    /// <summary>A small logit: 60 people × 6 situations × 3 alternatives, three coefficients; and as few as 12 people.</summary>
    [TestCase(60), TestCase(12), Category("Slow"), Explicit("a measurement")]
    public void Intervals_of_a_small_logit_in_500_samples(int persons)
    {
        const int Samples = 500;
        double[] truth = [-1, 0.8, 0.6];
        CovarianceKind[] kinds = [CovarianceKind.Hessian, CovarianceKind.Robust, CovarianceKind.Clustered];
        double t = MathNet.Numerics.Distributions.StudentT.InvCDF(0, 1, persons - 1, 0.975);
        foreach ((string name, double quantile) in ((string, double)[])[("normal", 1.959964), ("t(G − 1)", t)])
        {
            var covered = kinds.ToDictionary(k => k, _ => new int[truth.Length]);
            for (int sample = 0; sample < Samples; sample++)
            {
                var data = Simulated.Panel(persons, 6, 3, 3, _ => truth, (uint)(5000 + sample), equalSets: true, weighted: false);
                var fit = MaximumLikelihood.Estimate(new MultinomialLogit(["x1", "x2", "x3"]), data);
                foreach (CovarianceKind kind in kinds)
                {
                    double[] se = fit.StandardErrors(kind);
                    for (int k = 0; k < truth.Length; k++)
                    {
                        covered[kind][k] += Math.Abs(fit.Estimates[k] - truth[k]) < quantile * se[k] ? 1 : 0;
                    }
                }
            }

            TestContext.Out.WriteLine(string.Join("\n", covered.Select(c => string.Create(CultureInfo.InvariantCulture,
                $"{persons} people, {name}, {c.Key}: {string.Join(" ", c.Value.Select(n => 100.0 * n / Samples))} %"))));
            Assert.That(covered[CovarianceKind.Hessian], Has.All.InRange(0.91 * Samples, 0.99 * Samples));
        }
    }

    private static Dictionary<CovarianceKind, int[]> Run(int samples, int persons)
    {
        CovarianceKind[] kinds = [CovarianceKind.Hessian, CovarianceKind.OuterProduct, CovarianceKind.Robust];
        var covered = kinds.ToDictionary(k => k, _ => new int[Truth.Length]);
        for (int sample = 0; sample < samples; sample++)
        {
            var data = Simulated.Panel(
                persons, 10, 3, 3,
                key => [Truth[0] + Truth[3] * Simulated.Normal(key, 0), Truth[1] + Truth[4] * Simulated.Normal(key, 1), Truth[2]],
                (uint)(1000 + sample), equalSets: true, weighted: false);
            var fit = MaximumLikelihood.Estimate(new MixedLogit(["x1", "x2", "x3"], [new("x1"), new("x2")], new HaltonDraws(200)), data);
            foreach (var kind in kinds)
            {
                double[] se = fit.StandardErrors(kind);
                for (int k = 0; k < Truth.Length; k++)
                {
                    covered[kind][k] += Math.Abs((k < 3 ? fit.Estimates[k] : Math.Abs(fit.Estimates[k])) - Truth[k]) < 1.959964 * se[k]
                        ? 1
                        : 0;
                }
            }
        }

        return covered;
    }
}
