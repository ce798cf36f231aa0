using MathNet.Numerics.LinearAlgebra;

namespace InstallSim.Studies.Models;

/// <summary>Columns that are made up of others.</summary>
internal static class CollinearColumns
{
    private const double Flat = 1e-9, Part = 1e-3;

    /// <summary>A column less its mean, of length 1; all 0 where it does not vary.</summary>
    public static double[] Around(double[] values)
    {
        double mean = values.Average(), size = Length([.. values.Select(v => v - mean)]);
        return [.. values.Select(v => size <= 1e-12 * Math.Sqrt(values.Length) * Math.Abs(mean) ? 0 : (v - mean) / size)];
    }

    /// <summary>A column of length 1; all 0 where it is 0 everywhere.</summary>
    public static double[] Scaled(double[] values)
    {
        double size = Length(values);
        return [.. values.Select(v => size == 0 ? 0 : v / size)];
    }

    /// <summary>Groups of columns of which one is made up of the others; the last of a group found is searched no more.</summary>
    /// <param name="columns">Columns of length 1 with their names.</param>
    public static IEnumerable<string[]> In(IEnumerable<(string Name, double[] Values)> columns)
    {
        var left = columns.ToList();
        while (left.Count > 1)
        {
            var gram = Matrix<double>.Build.Dense(left.Count, left.Count,
                (i, j) => left[i].Values.Zip(left[j].Values, (a, b) => a * b).Sum());
            var evd = gram.Evd(Symmetricity.Symmetric);
            double[] values = [.. evd.EigenValues.Select(v => v.Real)];
            int least = Array.IndexOf(values, values.Min());
            if (values[least] > Flat * values.Max())
            {
                yield break;
            }

            int[] parts = [.. Enumerable.Range(0, left.Count).Where(i => Math.Abs(evd.EigenVectors[i, least]) > Part)];
            yield return [.. parts.Select(i => left[i].Name)];
            left.RemoveAt(parts[^1]);
        }
    }

    private static double Length(double[] values) => Math.Sqrt(values.Sum(v => v * v));
}
