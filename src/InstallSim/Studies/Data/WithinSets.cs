using InstallSim.Choice.Data;
using MathNet.Numerics.LinearAlgebra;

namespace InstallSim.Studies.Data;

/// <summary>Variables as choices see them: what differs within choice sets.</summary>
internal static class WithinSets
{
    /// <summary>
    /// The share of the last column's variation within choice sets that the others do not make up, in [0, 1]; 0 where it does not vary.
    /// </summary>
    /// <param name="data">Choice sets.</param>
    /// <param name="columns">Columns, shape [K + 1][rows].</param>
    public static double Residual(ChoiceData data, double[][] columns)
    {
        int last = columns.Length - 1;
        Matrix<double> products = Products(data, columns);
        if (products[last, last] <= 0)
        {
            return 0;
        }

        int[] varies = [.. Enumerable.Range(0, last).Where(k => products[k, k] > 0)];
        if (varies.Length == 0)
        {
            return 1;
        }

        var scaled = Matrix<double>.Build.Dense(varies.Length, varies.Length,
            (i, j) => products[varies[i], varies[j]] / Math.Sqrt(products[varies[i], varies[i]] * products[varies[j], varies[j]]));
        var along = Vector<double>.Build.Dense(varies.Length,
            i => products[varies[i], last] / Math.Sqrt(products[varies[i], varies[i]] * products[last, last]));
        return Math.Clamp(1 - (along * scaled.PseudoInverse() * along), 0, 1);
    }

    /// <summary>Sums of products of the columns less their means in each set.</summary>
    private static Matrix<double> Products(ChoiceData data, double[][] columns)
    {
        var products = Matrix<double>.Build.Dense(columns.Length, columns.Length);
        var centred = new double[columns.Length][];
        for (int n = 0; n < data.Situations; n++)
        {
            int start = data.Start(n), count = data.Alternatives(n);
            for (int k = 0; k < columns.Length; k++)
            {
                double mean = columns[k].AsSpan(start, count).ToArray().Average();
                centred[k] = [.. columns[k].AsSpan(start, count).ToArray().Select(x => x - mean)];
            }

            for (int i = 0; i < columns.Length; i++)
            {
                for (int j = 0; j <= i; j++)
                {
                    double sum = 0;
                    for (int r = 0; r < count; r++)
                    {
                        sum += centred[i][r] * centred[j][r];
                    }

                    products[i, j] += sum;
                    products[j, i] = products[i, j];
                }
            }
        }

        return products;
    }
}
