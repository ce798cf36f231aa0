using InstallSim.Choice.Kernels;

namespace InstallSim.Studies.Uptakes;

/// <summary>Finds the income at which a probability is that of the base, on the scale of log odds, where a logit is straight.</summary>
internal static class IncomeSolver
{
    private const int MostSteps = 60;

    /// <summary>x with p(x) = target; NaN where none is found on the way that the slope at 0 shows.</summary>
    /// <param name="p">Probability by change of income.</param>
    /// <param name="target">Probability sought.</param>
    public static double Solve(Func<double, double> p, double target)
    {
        double Gap(double x) => LogOdds(p(x)) - LogOdds(target);
        double low = 0, atLow = Gap(0);
        if (Math.Abs(atLow) < 1e-13)
        {
            return 0;
        }

        double slope = Gap(1) - atLow, high = -atLow / slope;
        if (slope == 0 || !double.IsFinite(high))
        {
            return double.NaN;
        }

        double atHigh = Gap(high), step = high;
        for (int i = 0; i < MostSteps && atHigh * atLow > 0 && Math.Abs(atHigh) > 1e-13; i++)
        {
            (low, atLow, step) = (high, atHigh, 2 * step);
            atHigh = Gap(high += step);
            if (!double.IsFinite(atHigh))
            {
                return double.NaN;
            }
        }

        return Math.Abs(atHigh) <= 1e-13 ? high : atHigh * atLow < 0 ? Between(Gap, (low, atLow), (high, atHigh)) : double.NaN;
    }

    /// <summary>The Illinois form of false position: an end that stays counts half.</summary>
    private static double Between(Func<double, double> gap, (double X, double Y) low, (double X, double Y) high)
    {
        for (int i = 0; i < MostSteps; i++)
        {
            double x = ((low.X * high.Y) - (high.X * low.Y)) / (high.Y - low.Y), y = gap(x);
            if (Math.Abs(y) < 1e-12 || Math.Abs(high.X - low.X) < 1e-12 * (1 + Math.Abs(x)))
            {
                return x;
            }

            if (y * high.Y < 0)
            {
                low = high;
            }
            else
            {
                low = (low.X, low.Y / 2);
            }

            high = (x, y);
        }

        return high.X;
    }

    private static double LogOdds(double p) => Elementary.Log(p / (1 - p));
}
