using InstallSim.Choice.Kernels;

namespace InstallSim.Choice.Designs;

/// <summary>What a criterion makes of a covariance at one draw of the priors; smaller is better.</summary>
internal sealed class DesignError
{
    private readonly DesignCriterion _criterion;
    private readonly int _k, _price;
    private readonly double[] _scale;
    private readonly double _logScale;

    public DesignError(DesignProblem problem, double[] scale)
    {
        (_criterion, _k, _price, _scale) = (problem.Criterion, problem.Coefficients, problem.Price, scale);
        _logScale = scale.Sum(Elementary.Log);
    }

    /// <summary>Whether the determinant alone settles it.</summary>
    public bool IsDeterminant => _criterion == DesignCriterion.D;

    /// <summary>Whether the covariances with the price are needed.</summary>
    public bool NeedsPrice => _criterion == DesignCriterion.C;

    /// <summary>Place of the price's coefficient.</summary>
    public int Price => _price;

    /// <summary>det(V)^(1/K) of the information's log determinant, in the variables' own units.</summary>
    public T OfDeterminant<T, TL>(T logDeterminant)
        where T : struct
        where TL : struct, ILanes<T> =>
        Elementary.Exp<T, TL>(TL.Divide(TL.Add(logDeterminant, TL.Broadcast(2 * _logScale)), TL.Broadcast(-_k)));

    /// <summary>The other criteria.</summary>
    /// <param name="variances">Diagonal of V, of variables divided by their scale.</param>
    /// <param name="withPrice">Covariances with the price; only for C.</param>
    /// <param name="priors">Priors of the variables divided.</param>
    public double Of(double[] variances, double[] withPrice, double[] priors)
    {
        double sum = 0;
        switch (_criterion)
        {
            case DesignCriterion.A:
                for (int k = 0; k < _k; k++)
                {
                    sum += variances[k] / (_scale[k] * _scale[k]);
                }

                return sum / _k;
            case DesignCriterion.S:
                for (int k = 0; k < _k; k++)
                {
                    sum = priors[k] == 0 ? sum : Math.Max(sum, variances[k] / (priors[k] * priors[k]));
                }

                return Elementary.Log(1.96 * 1.96 * sum);
            default:
                for (int k = 0; k < _k; k++)
                {
                    sum += k == _price ? 0 : OfRatio(k, variances, withPrice, priors);
                }

                return Elementary.Log(sum / (_k - 1));
        }
    }

    /// <summary>Variance of β(k)/β(price) by the delta method, in the variables' own units.</summary>
    private double OfRatio(int k, double[] variances, double[] withPrice, double[] priors)
    {
        double ratio = priors[k] / priors[_price];
        double variance = (variances[k] - (2 * ratio * withPrice[k]) + (ratio * ratio * withPrice[_price]))
            / (priors[_price] * priors[_price]);
        double unit = _scale[_price] / _scale[k];
        return variance * unit * unit;
    }
}
