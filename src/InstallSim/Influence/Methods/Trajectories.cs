using InstallSim.Choice.Draws;
using InstallSim.World;

namespace InstallSim.Influence.Methods;

/// <summary>
/// Morris's design: trajectories through a grid in which one number after another moves once, by the same step. Morris (1991), "Factorial
/// sampling plans for preliminary computational experiments", Technometrics 33.
/// </summary>
public static class Trajectories
{
    /// <summary>The step of a number on a grid of p levels, p / (2·(p − 1)): half of them.</summary>
    /// <param name="levels">p, even.</param>
    public static double Step(int levels) => levels / (2.0 * (levels - 1));

    /// <summary>Points of all trajectories, one trajectory after another.</summary>
    /// <param name="numbers">k, numbers that move.</param>
    /// <param name="count">r, trajectories.</param>
    /// <param name="levels">p, levels of each number's grid, even and ≥ 2.</param>
    /// <param name="seed">Seed; more trajectories begin with the same ones.</param>
    /// <returns>Shape [r·(k + 1)][k], in [0, 1].</returns>
    public static double[][] Design(int numbers, int count, int levels, uint seed)
    {
        var points = new double[count * (numbers + 1)][];
        for (int t = 0; t < count; t++)
        {
            var key = new DrawKey(seed, 0, (ushort)DrawPurpose.Sample, 0, (uint)t);
            double[] at = new double[numbers], to = new double[numbers], turn = new double[numbers];
            for (int j = 0; j < numbers; j++)
            {
                double low = (int)(key.Uniform(3 * j) * (levels / 2)) / (levels - 1.0), high = Math.Min(1, low + Step(levels));
                (at[j], to[j]) = key.Uniform((3 * j) + 1) < 0.5 ? (low, high) : (high, low);
                turn[j] = key.Uniform((3 * j) + 2);
            }

            int[] order = [.. Enumerable.Range(0, numbers).OrderBy(j => turn[j])];
            int first = t * (numbers + 1);
            points[first] = at;
            for (int step = 0; step < numbers; step++)
            {
                points[first + step + 1] = [.. points[first + step]];
                points[first + step + 1][order[step]] = to[order[step]];
            }
        }

        return points;
    }
}
