using InstallSim.Choice.Kernels;

namespace InstallSim.Choice.Estimation;

/// <summary>Running sums over some units of a <see cref="Likelihood"/>; of symmetric matrices the lower triangle alone is kept.</summary>
public sealed class UnitSum
{
    private readonly Evaluation _total;
    private readonly double[]? _factors;

    internal UnitSum(int parameters, Derivatives wanted, Evaluation total, double[]? factors, object? shared)
    {
        (_total, _factors, Shared) = (total, factors, shared);
        WantsGradient = wanted.HasFlag(Derivatives.Gradient);
        Gradient = new double[parameters];
        OuterProduct = wanted.HasFlag(Derivatives.OuterProduct) ? new double[parameters * parameters] : [];
        Hessian = wanted.HasFlag(Derivatives.Hessian) ? new double[parameters * parameters] : [];
    }

    /// <summary>What <see cref="Likelihood.Prepare"/> made.</summary>
    internal object? Shared { get; }

    /// <summary>By what the weight of a unit is to be multiplied.</summary>
    public double Factor(int unit) => _factors is null ? 1 : _factors[unit];

    /// <summary>Whether scores are wanted.</summary>
    public bool WantsGradient { get; }

    /// <summary>Whether second derivatives are wanted.</summary>
    public bool WantsHessian => Hessian.Length > 0;

    /// <summary>Σ ln L of the units so far.</summary>
    public double LogLikelihood { get; private set; }

    internal double[] Gradient { get; }

    internal double[] OuterProduct { get; }

    /// <summary>Second derivatives, flat [K, K], to which the model adds the lower triangle of each unit.</summary>
    public double[] Hessian { get; }

    /// <summary>Adds a unit, its log-likelihood and its score, both already times its weight.</summary>
    /// <param name="unit">Number of the unit.</param>
    /// <param name="logLikelihood">w·ln L.</param>
    /// <param name="score">∂(w·ln L)/∂θ, shape [K]; not read unless <see cref="WantsGradient"/>.</param>
    public void Add(int unit, double logLikelihood, ReadOnlySpan<double> score)
    {
        LogLikelihood += logLikelihood;
        if (_total.UnitLogLikelihood.Length > 0)
        {
            _total.UnitLogLikelihood[unit] = logLikelihood;
        }

        if (!WantsGradient)
        {
            return;
        }

        int k = Gradient.Length;
        ColumnKernel.AddScaled(1, score, Gradient);
        if (_total.Scores.Length > 0)
        {
            score.CopyTo(_total.Scores.AsSpan(unit * k, k));
        }

        for (int i = 0; i < k && OuterProduct.Length > 0; i++)
        {
            ColumnKernel.AddScaled(score[i], score[..(i + 1)], OuterProduct.AsSpan(i * k, i + 1));
        }
    }

    /// <summary>Adds consecutive units, their log-likelihoods and scores given by parameter, all already times their weights.</summary>
    /// <param name="first">Number of the first unit.</param>
    /// <param name="logLikelihood">w·ln L, shape [units].</param>
    /// <param name="scores">∂(w·ln L)/∂θ, shape [K][at least units]; not read unless <see cref="WantsGradient"/>.</param>
    internal void AddColumns(int first, ReadOnlySpan<double> logLikelihood, double[][] scores)
    {
        int k = WantsGradient ? Gradient.Length : 0, count = logLikelihood.Length;
        foreach (double value in logLikelihood)
        {
            LogLikelihood += value;
        }

        if (_total.UnitLogLikelihood.Length > 0)
        {
            logLikelihood.CopyTo(_total.UnitLogLikelihood.AsSpan(first));
        }

        for (int i = 0; i < k; i++)
        {
            var own = scores[i].AsSpan(0, count);
            for (int u = 0; u < count; u++)
            {
                Gradient[i] += own[u];
            }

            for (int u = 0; u < count && _total.Scores.Length > 0; u++)
            {
                _total.Scores[(first + u) * k + i] = own[u];
            }

            for (int j = 0; j <= i && OuterProduct.Length > 0; j++)
            {
                OuterProduct[i * k + j] += ColumnKernel.Dot(own, scores[j].AsSpan(0, count));
            }
        }
    }
}
