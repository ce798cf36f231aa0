using InstallSim.Choice.Data;
using InstallSim.Choice.Estimation;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra;

namespace InstallSim.Choice.Analysis;

/// <summary>A test that follows χ² when the hypothesis holds.</summary>
/// <param name="Statistic">The statistic.</param>
/// <param name="Degrees">Degrees of freedom.</param>
public sealed record ChiSquaredTest(double Statistic, int Degrees)
{
    /// <summary>Probability of a statistic as large or larger under the hypothesis; NaN for a statistic below 0.</summary>
    public double PValue => Statistic >= 0 && Degrees > 0 ? 1 - ChiSquared.CDF(Degrees, Statistic) : double.NaN;
}

/// <summary>Tests of one specification against another.</summary>
public static class SpecificationTests
{
    /// <summary>Likelihood ratio, 2·(LL(full) − LL(restricted)): is the restriction right?</summary>
    /// <param name="restricted">Fit with fewer parameters, a special case of the full one on the same choices.</param>
    /// <param name="full">Fit with more.</param>
    /// <exception cref="ArgumentException">The full fit has not more parameters, or the choices are not as many.</exception>
    public static ChiSquaredTest LikelihoodRatio(EstimationResult restricted, EstimationResult full)
    {
        if (full.Estimated <= restricted.Estimated || full.Situations != restricted.Situations)
        {
            throw new ArgumentException($"{restricted.Estimated} and {full.Estimated} parameters on {restricted.Situations} and "
                + $"{full.Situations} choices: not nested", nameof(full));
        }

        return new ChiSquaredTest(2 * (full.LogLikelihood - restricted.LogLikelihood), full.Estimated - restricted.Estimated);
    }

    /// <summary>
    /// Hausman and McFadden (1984): do the estimates stay when alternatives are taken away, as independence from irrelevant alternatives
    /// wants? Where the difference of the covariances is not positive definite its generalised inverse is used, and a negative statistic
    /// (p NaN) is no evidence against independence.
    /// </summary>
    /// <param name="model">Model; parameters that the smaller sets cannot tell are left out.</param>
    /// <param name="data">Choices.</param>
    /// <param name="dropped">Codes of the alternatives taken away.</param>
    public static ChiSquaredTest HausmanMcFadden(IChoiceModel model, ChoiceData data, IReadOnlyCollection<int> dropped)
    {
        var all = MaximumLikelihood.Estimate(model, data);
        var some = MaximumLikelihood.Estimate(model, data.Without(dropped));
        var (va, vs) = (all.Covariance(CovarianceKind.Hessian), some.Covariance(CovarianceKind.Hessian));
        int[] kept = [.. Enumerable.Range(0, all.Parameters.Count).Where(k => vs[k, k] > 0 && va[k, k] > 0)];
        var difference = Vector<double>.Build.Dense(kept.Length, i => some.Estimates[kept[i]] - all.Estimates[kept[i]]);
        var covariance = Matrix<double>.Build.Dense(kept.Length, kept.Length, (i, j) => vs[kept[i], kept[j]] - va[kept[i], kept[j]]);
        return new ChiSquaredTest(difference * covariance.PseudoInverse() * difference, kept.Length);
    }
}
