using InstallSim.Choice.Analysis;

namespace InstallSim.Studies.Uptakes;

/// <summary>Intervals of what was drawn many times.</summary>
internal static class Percentiles
{
    /// <summary>The 95 % interval between percentiles of the draws, read off straight between them, and their standard deviation.</summary>
    /// <param name="estimate">The estimate.</param>
    /// <param name="draws">Its draws, at least two.</param>
    public static Interval Of(double estimate, double[] draws)
    {
        double[] sorted = [.. draws.Order()];
        double mean = sorted.Average(), squares = sorted.Sum(x => (x - mean) * (x - mean));
        return new Interval(estimate, Math.Sqrt(squares / (sorted.Length - 1)), At(0.025), At(0.975));

        double At(double p)
        {
            double place = p * (sorted.Length - 1);
            int below = (int)place;
            return sorted[below] + ((place - below) * (sorted[Math.Min(below + 1, sorted.Length - 1)] - sorted[below]));
        }
    }
}
