using InstallSim.Choice.Draws;

namespace InstallSim.Influence.Methods;

/// <summary>
/// Saltelli's design for Sobol' indices: for each of N base points a (of k numbers) and b, a itself, a with each number in turn from b, b
/// with each in turn from a (second order only), and b. Saltelli (2002), "Making best use of model evaluations to compute sensitivity
/// indices", Computer Physics Communications 145.
/// </summary>
public static class SaltelliDesign
{
    /// <summary>Most numbers: the sequence needs two dimensions for each.</summary>
    public static int MostNumbers => new SobolDraws(1, 0).MostDimensions / 2;

    /// <summary>Points of one base point.</summary>
    /// <param name="numbers">k.</param>
    /// <param name="isSecond">Whether indices of second order are wanted.</param>
    public static int Width(int numbers, bool isSecond) => isSecond ? (2 * numbers) + 2 : numbers + 2;

    /// <summary>The design over a Sobol' sequence with Owen's scrambling.</summary>
    /// <param name="numbers">k, up to <see cref="MostNumbers"/>.</param>
    /// <param name="count">N, base points; a power of two is best.</param>
    /// <param name="isSecond">Whether indices of second order are wanted.</param>
    /// <param name="seed">Seed of the scrambling; more base points begin with the same ones.</param>
    /// <returns>Shape [N·<see cref="Width"/>][k], in (0, 1).</returns>
    public static double[][] Design(int numbers, int count, bool isSecond, uint seed)
    {
        var sequence = new SobolDraws(count, seed);
        double[][] columns = [.. Enumerable.Range(0, 2 * numbers).Select(j =>
        {
            var column = new double[count];
            sequence.Fill(0, j, column);
            return column;
        })];
        return Over(columns, isSecond);
    }

    /// <summary>The design over any base points.</summary>
    /// <param name="columns">Coordinates of the base points, shape [2k][N]: those of a, then those of b.</param>
    /// <param name="isSecond">Whether indices of second order are wanted.</param>
    public static double[][] Over(double[][] columns, bool isSecond)
    {
        int numbers = columns.Length / 2, width = Width(numbers, isSecond), count = columns[0].Length;
        var points = new double[count * width][];
        for (int i = 0; i < count; i++)
        {
            double[] a = [.. columns.Take(numbers).Select(c => c[i])], b = [.. columns.Skip(numbers).Select(c => c[i])];
            int first = i * width;
            (points[first], points[first + width - 1]) = (a, b);
            for (int j = 0; j < numbers; j++)
            {
                points[first + 1 + j] = [.. a];
                points[first + 1 + j][j] = b[j];
                if (isSecond)
                {
                    points[first + 1 + numbers + j] = [.. b];
                    points[first + 1 + numbers + j][j] = a[j];
                }
            }
        }

        return points;
    }
}
