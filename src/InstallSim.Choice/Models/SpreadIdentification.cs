using InstallSim.Choice.Data;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Kernels;
using MathNet.Numerics.LinearAlgebra;

namespace InstallSim.Choice.Models;

/// <summary>
/// Which spreads of normal coefficients that do not correlate the choices can tell (the rank condition of Walker, Ben-Akiva and Bolduc
/// 2007): utilities of a unit deviate from their mean with the covariance Σₖ σₖ²·Dₖ + π²/6·G, D = a·a′ of the variable less its mean in the
/// set, G of the error terms. Where the D and G of all units are linearly dependent, only combinations of the σ can be told.
/// </summary>
internal static class SpreadIdentification
{
    private const double Flat = 1e-9, Part = 1e-3;

    /// <summary>The spreads to hold at 0, the last of each dependent group.</summary>
    public static IReadOnlyList<Undetermined> Of(MixedLogit model, ChoiceData data)
    {
        if (model.Numeraire is not null)
        {
            return [];
        }

        string[] variables = [.. model.Random.Where(r => r.Distribution == Distribution.Normal).Select(r => r.Variable)
            .Where(variable => !model.Correlated.Any(group => group.Contains(variable)))];
        double[,] gram = Gram(model, data, variables);
        var kept = Enumerable.Range(0, variables.Length + 1).ToList();
        var found = new List<Undetermined>();
        while (kept.Count > 1 && Dependent(gram, kept) is { Length: > 0 } parts)
        {
            int last = parts.Where(k => k < variables.Length).Max();
            kept.Remove(last);
            found.Add(new Undetermined("sd." + variables[last], 0, parts.Count(k => k < variables.Length) == 1
                ? "its spread cannot be told from the error terms of these choices"
                : "its spread cannot be told beside the others and the error terms; the one to hold at 0 is the smallest: try each"));
        }

        return found;
    }

    /// <summary>Inner products of the D and, last, G, summed over units, shape [K + 1, K + 1].</summary>
    private static double[,] Gram(MixedLogit model, ChoiceData data, string[] variables)
    {
        int k = variables.Length, most = Enumerable.Range(0, data.Situations).Max(data.Alternatives);
        double[][] x = [.. variables.Select(v => data.Column(v).ToArray())];
        var gram = new double[k + 1, k + 1];
        double[,] products = new double[k, k];
        double[][] around = [.. variables.Select(_ => new double[most])];
        for (int unit = 0; unit < (model.Panel ? data.Persons : data.Situations); unit++)
        {
            (int first, int end) = model.Panel ? (data.FirstSituation(unit), data.FirstSituation(unit + 1)) : (unit, unit + 1);
            Array.Clear(products);
            for (int n = first; n < end; n++)
            {
                int size = data.Alternatives(n);
                gram[k, k] += size - 1;
                for (int a = 0; a < k; a++)
                {
                    var set = new ArraySegment<double>(x[a], data.Start(n), size);
                    double mean = set.Average();
                    for (int j = 0; j < size; j++)
                    {
                        around[a][j] = set[j] - mean;
                    }

                    for (int b = 0; b <= a; b++)
                    {
                        products[a, b] += ColumnKernel.Dot(around[a].AsSpan(0, size), around[b].AsSpan(0, size));
                    }
                }
            }

            for (int a = 0; a < k; a++)
            {
                gram[a, k] = gram[k, a] += products[a, a];
                for (int b = 0; b <= a; b++)
                {
                    gram[a, b] += products[a, b] * products[a, b];
                    gram[b, a] = gram[a, b];
                }
            }
        }

        return gram;
    }

    /// <summary>Members of a flat direction of the Gram matrix of those kept; empty: none is flat.</summary>
    private static int[] Dependent(double[,] gram, List<int> kept)
    {
        double Root(int i) => Math.Sqrt(Math.Max(gram[i, i], 1e-300));
        var scaled = Matrix<double>.Build.Dense(kept.Count, kept.Count,
            (i, j) => gram[kept[i], kept[j]] / (Root(kept[i]) * Root(kept[j])));
        var evd = scaled.Evd(Symmetricity.Symmetric);
        double[] values = [.. evd.EigenValues.Select(v => v.Real)];
        int least = Array.IndexOf(values, values.Min());
        return values[least] > Flat * values.Max()
            ? []
            : [.. Enumerable.Range(0, kept.Count).Where(i => Math.Abs(evd.EigenVectors[i, least]) > Part).Select(i => kept[i])];
    }
}
