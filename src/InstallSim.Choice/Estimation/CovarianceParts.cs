namespace InstallSim.Choice.Estimation;

/// <summary>Minus the Hessian and the outer products of scores over units and over persons, of the parameters estimated.</summary>
internal sealed class CovarianceParts
{
    private readonly int _whole;
    private readonly FreeParameters _free;
    private readonly double[] _outer, _clustered;

    /// <param name="likelihood">The likelihood.</param>
    /// <param name="free">The parameters estimated.</param>
    /// <param name="at">Outer product and Hessian at the maximum.</param>
    /// <param name="scores">Scores of the units, shape [units, K]; empty where a unit is a person.</param>
    public CovarianceParts(Likelihood likelihood, FreeParameters free, Evaluation at, double[] scores)
    {
        (_whole, _free) = (likelihood.Parameters.Count, free);
        Curvature = free.Sum(at.Hessian, -1);
        _outer = free.Sum(at.OuterProduct, 1);
        _clustered = scores.Length == 0 ? _outer : free.Sum(ByPerson(likelihood, scores), 1);
    }

    /// <summary>G, the people that count; the clustered covariance has the factor G/(G − 1) of few clusters.</summary>
    public required int Clusters { get; init; }

    /// <summary>Minus the Hessian, flat.</summary>
    public double[] Curvature { get; }

    /// <summary>
    /// The covariances; parameters in flat directions have NaN, those at a bound 0, the others theirs with those held at their values.
    /// </summary>
    public Dictionary<CovarianceKind, double[,]> All(bool[] isFlat, bool[] isAtBound)
    {
        int[] kept = [.. Enumerable.Range(0, _free.Count).Where(i => !isFlat[i] && !isAtBound[i])];
        double few = Clusters > 1 ? Clusters / (Clusters - 1.0) : double.NaN;
        double[] Pick(double[] matrix, double times = 1) =>
            [.. kept.SelectMany(_ => kept, (i, j) => times * matrix[(i * _free.Count) + j])];
        double[] bread = Inverse(Pick(Curvature), kept.Length), outer = Pick(_outer), clustered = Pick(_clustered, few);
        return new Dictionary<CovarianceKind, double[,]>
        {
            [CovarianceKind.Hessian] = Spread(bread, kept, isFlat, isAtBound),
            [CovarianceKind.OuterProduct] = Spread(Inverse(outer, kept.Length), kept, isFlat, isAtBound),
            [CovarianceKind.Robust] = Spread(SymmetricMatrix.Sandwich(bread, outer, kept.Length), kept, isFlat, isAtBound),
            [CovarianceKind.Clustered] = Spread(SymmetricMatrix.Sandwich(bread, clustered, kept.Length), kept, isFlat, isAtBound),
        };
    }

    private static double[] Inverse(double[] matrix, int k)
    {
        var lower = new double[k * k];
        if (SymmetricMatrix.TryCholesky(matrix, k, lower))
        {
            return SymmetricMatrix.Inverse(lower, k);
        }

        Array.Fill(lower, double.NaN);
        return lower;
    }

    private static double[] ByPerson(Likelihood likelihood, double[] scores)
    {
        int k = likelihood.Parameters.Count;
        var outer = new double[k * k];
        var sum = new double[k];
        for (int unit = 0; unit < likelihood.Units; unit++)
        {
            for (int i = 0; i < k; i++)
            {
                sum[i] += scores[unit * k + i];
            }

            if (unit + 1 < likelihood.Units && likelihood.PersonOf(unit + 1) == likelihood.PersonOf(unit))
            {
                continue;
            }

            for (int i = 0; i < k * k; i++)
            {
                outer[i] += sum[i / k] * sum[i % k];
            }

            Array.Clear(sum);
        }

        return outer;
    }

    private double[,] Spread(double[] matrix, int[] kept, bool[] isFlat, bool[] isAtBound)
    {
        var all = new double[_whole, _whole];
        for (int a = 0; a < _whole; a++)
        {
            for (int b = 0; b < _whole; b++)
            {
                (int i, int j) = (_free.GroupOf(a), _free.GroupOf(b));
                all[a, b] = i < 0 || j < 0 ? 0
                    : isFlat[i] || isFlat[j] ? double.NaN
                    : isAtBound[i] || isAtBound[j] ? 0
                    : matrix[(Array.IndexOf(kept, i) * kept.Length) + Array.IndexOf(kept, j)];
            }
        }

        return all;
    }
}
