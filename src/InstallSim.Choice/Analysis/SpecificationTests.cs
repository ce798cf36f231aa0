using InstallSim.Choice.Data;
using InstallSim.Choice.Estimation;
using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace InstallSim.Choice.Analysis;

/// <summary>A test that follows χ² when the hypothesis holds.</summary>
/// <param name="Statistic">The statistic.</param>
/// <param name="Degrees">Degrees of freedom.</param>
public sealed record ChiSquaredTest(double Statistic, int Degrees)
{
    /// <summary>
    /// Probability of a statistic as large or larger under the hypothesis, Q(df/2, χ²/2) with Q the upper regularised gamma function, exact
    /// far in the tail too; NaN for a statistic below 0 or none.
    /// </summary>
    public double PValue => Statistic >= 0 && Degrees > 0
        ? SpecialFunctions.GammaUpperRegularized(Degrees / 2.0, Statistic / 2)
        : double.NaN;
}

/// <summary>Tests of one specification against another.</summary>
public static class SpecificationTests
{
    private const double Noise = 1e-8;

    /// <summary>Likelihood ratio, 2·(LL(full) − LL(restricted)): is the restriction right?</summary>
    /// <param name="restricted">Fit with fewer parameters, a special case of the full one on the same choices.</param>
    /// <param name="full">Fit with more.</param>
    /// <exception cref="ArgumentException">The full fit has not more parameters, or the choices are not the same.</exception>
    public static ChiSquaredTest LikelihoodRatio(EstimationResult restricted, EstimationResult full)
    {
        if (full.Sought <= restricted.Sought || full.Situations != restricted.Situations || full.Persons != restricted.Persons)
        {
            throw new ArgumentException($"{restricted.Sought} and {full.Sought} parameters on {restricted.Situations} and "
                + $"{full.Situations} choices: not nested", nameof(full));
        }

        if (!IsNear(full.SumOfWeights, restricted.SumOfWeights) || !IsNear(full.NullLogLikelihood, restricted.NullLogLikelihood))
        {
            throw new ArgumentException("the choices are not the same: their weights or sets differ", nameof(full));
        }

        return new ChiSquaredTest(2 * (full.LogLikelihood - restricted.LogLikelihood), full.Sought - restricted.Sought);
    }

    /// <summary>
    /// Hausman and McFadden (1984): do the estimates stay when alternatives are taken away, as independence from irrelevant alternatives
    /// wants? d′·D⁺·d with d the differences, D the difference of the covariances, D⁺ its generalised inverse; the degrees of freedom are
    /// the rank of D. It holds when choices are independent.
    /// </summary>
    /// <param name="model">Model; parameters that the smaller sets cannot tell are left out.</param>
    /// <param name="data">Choices.</param>
    /// <param name="dropped">Codes of the alternatives taken away.</param>
    /// <param name="options">Options of both estimations.</param>
    /// <returns>The test; without a statistic (NaN) where D is not positive semi-definite, so that there is none.</returns>
    public static ChiSquaredTest HausmanMcFadden(
        IChoiceModel model, ChoiceData data, IReadOnlyCollection<int> dropped, EstimationOptions? options = null)
    {
        var two = new HausmanFits(model, data, dropped, options);
        var (va, vs) = (two.All.Covariance(CovarianceKind.Hessian), two.Some.Covariance(CovarianceKind.Hessian));
        return Quadratic(two, (i, j) => vs[i, j] - va[i, j]);
    }

    /// <summary>
    /// The same with the covariance of the differences themselves, G/(G − 1)·Σ (ψ(some) − ψ(all))·(ψ(some) − ψ(all))′ over the G
    /// persons, ψ = H⁻¹·score: positive semi-definite always, and right where a person's answers are related.
    /// </summary>
    /// <param name="model">Model; parameters that the smaller sets cannot tell are left out.</param>
    /// <param name="data">Choices.</param>
    /// <param name="dropped">Codes of the alternatives taken away.</param>
    /// <param name="options">Options of both estimations.</param>
    public static ChiSquaredTest ClusteredHausmanMcFadden(
        IChoiceModel model, ChoiceData data, IReadOnlyCollection<int> dropped, EstimationOptions? options = null)
    {
        var two = new HausmanFits(model, data, dropped, options);
        double[,] covariance = two.CovarianceOfDifference();
        return Quadratic(two, (i, j) => covariance[i, j]);
    }

    private static bool IsNear(double one, double other) => Math.Abs(one - other) <= 1e-9 * Math.Max(Math.Abs(one), Math.Abs(other));

    /// <summary>d′·D⁺·d over the parameters that both fits tell, each measured in standard errors of the smaller sets.</summary>
    private static ChiSquaredTest Quadratic(HausmanFits two, Func<int, int, double> covariance)
    {
        int[] kept = two.Kept;
        if (kept.Length == 0)
        {
            return new ChiSquaredTest(double.NaN, 0);
        }

        var difference = Vector<double>.Build.Dense(kept.Length, i => two.Difference(kept[i]) / two.Scale(kept[i]));
        var scaled = Matrix<double>.Build.Dense(kept.Length, kept.Length,
            (i, j) => covariance(kept[i], kept[j]) / (two.Scale(kept[i]) * two.Scale(kept[j])));
        var evd = scaled.Evd(Symmetricity.Symmetric);
        double statistic = 0;
        int rank = 0;
        for (int e = 0; e < kept.Length; e++)
        {
            double value = evd.EigenValues[e].Real, along = evd.EigenVectors.Column(e) * difference;
            rank += value > Noise ? 1 : 0;
            statistic += value > Noise ? along * along / value : value < -Noise ? double.NaN : 0;
        }

        return new ChiSquaredTest(rank == 0 ? double.NaN : statistic, rank);
    }
}
