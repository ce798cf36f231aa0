namespace InstallSim.Choice.Estimation;

/// <summary>Minus the Hessian and the outer products of scores over units and over persons, of the parameters estimated.</summary>
internal sealed class CovarianceParts
{
    private readonly int _whole;
    private readonly int[] _free;
    private readonly double[] _outer, _clustered;

    /// <param name="likelihood">The likelihood.</param>
    /// <param name="free">Places of the parameters estimated.</param>
    /// <param name="at">Outer product and Hessian at the maximum.</param>
    /// <param name="scores">Scores of the units, shape [units, K]; empty where a unit is a person.</param>
    public CovarianceParts(Likelihood likelihood, int[] free, Evaluation at, double[] scores)
    {
        (_whole, _free) = (likelihood.Parameters.Count, free);
        Curvature = Pick(at.Hessian, free, _whole);
        for (int i = 0; i < Curvature.Length; i++)
        {
            Curvature[i] = -Curvature[i];
        }

        _outer = Pick(at.OuterProduct, free, _whole);
        _clustered = scores.Length == 0 ? _outer : Pick(ByPerson(likelihood, scores), free, _whole);
    }

    /// <summary>G, the people that count; the clustered covariance has the factor G/(G − 1) of few clusters.</summary>
    public required int Clusters { get; init; }

    /// <summary>Minus the Hessian, flat.</summary>
    public double[] Curvature { get; }

    /// <summary>Rows and columns <paramref name="free"/> of a flat square matrix.</summary>
    public static double[] Pick(double[] matrix, int[] free, int whole) =>
        [.. free.SelectMany(_ => free, (i, j) => matrix[i * whole + j])];

    /// <summary>The covariances; parameters in flat directions have NaN, the others theirs with those held at their values.</summary>
    public Dictionary<CovarianceKind, double[,]> All(bool[] isFlat)
    {
        int[] kept = [.. Enumerable.Range(0, _free.Length).Where(i => !isFlat[i])];
        double[] curvature = Pick(Curvature, kept, _free.Length);
        double[] bread = Inverse(curvature, kept.Length);
        double[] outer = Pick(_outer, kept, _free.Length), clustered = Pick(_clustered, kept, _free.Length);
        double few = Clusters > 1 ? Clusters / (Clusters - 1.0) : double.NaN;
        clustered = [.. clustered.Select(c => few * c)];
        return new Dictionary<CovarianceKind, double[,]>
        {
            [CovarianceKind.Hessian] = Spread(bread, kept, isFlat),
            [CovarianceKind.OuterProduct] = Spread(Inverse(outer, kept.Length), kept, isFlat),
            [CovarianceKind.Robust] = Spread(SymmetricMatrix.Sandwich(bread, outer, kept.Length), kept, isFlat),
            [CovarianceKind.Clustered] = Spread(SymmetricMatrix.Sandwich(bread, clustered, kept.Length), kept, isFlat),
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

    private double[,] Spread(double[] matrix, int[] kept, bool[] isFlat)
    {
        var all = new double[_whole, _whole];
        for (int i = 0; i < _free.Length; i++)
        {
            for (int j = 0; j < _free.Length; j++)
            {
                all[_free[i], _free[j]] = isFlat[i] || isFlat[j] ? double.NaN : 0;
            }
        }

        for (int i = 0; i < kept.Length; i++)
        {
            for (int j = 0; j < kept.Length; j++)
            {
                all[_free[kept[i]], _free[kept[j]]] = matrix[i * kept.Length + j];
            }
        }

        return all;
    }
}
