namespace InstallSim.Validation;

/// <summary>How far forecasts are from what was observed. All spans are of one length, an item a territory.</summary>
internal static class Scores
{
    /// <summary>Mean absolute error, Σ|f − o| / n.</summary>
    public static double MeanAbsolute(ReadOnlySpan<double> forecast, ReadOnlySpan<double> observed)
    {
        double sum = 0;
        for (int i = 0; i < forecast.Length; i++)
        {
            sum += Math.Abs(forecast[i] - observed[i]);
        }

        return sum / forecast.Length;
    }

    /// <summary>Root of the mean squared error.</summary>
    public static double RootMeanSquare(ReadOnlySpan<double> forecast, ReadOnlySpan<double> observed)
    {
        double sum = 0;
        for (int i = 0; i < forecast.Length; i++)
        {
            sum += (forecast[i] - observed[i]) * (forecast[i] - observed[i]);
        }

        return Math.Sqrt(sum / forecast.Length);
    }

    /// <summary>Mean error, Σ(f − o) / n: above 0 where too much is forecast.</summary>
    public static double Bias(ReadOnlySpan<double> forecast, ReadOnlySpan<double> observed)
    {
        double sum = 0;
        for (int i = 0; i < forecast.Length; i++)
        {
            sum += forecast[i] - observed[i];
        }

        return sum / forecast.Length;
    }

    /// <summary>Pearson's correlation of forecast and observed changes from the start; NaN where one of them is constant.</summary>
    public static double ChangeCorrelation(ReadOnlySpan<double> forecast, ReadOnlySpan<double> observed, ReadOnlySpan<double> start)
    {
        int n = forecast.Length;
        double meanF = Bias(forecast, start), meanO = Bias(observed, start), ff = 0, oo = 0, fo = 0;
        for (int i = 0; i < n; i++)
        {
            double f = forecast[i] - start[i] - meanF, o = observed[i] - start[i] - meanO;
            (ff, oo, fo) = (ff + (f * f), oo + (o * o), fo + (f * o));
        }

        const double nothing = 1e-18; // of changes in physicians: what rounding leaves of a constant
        return ff > n * nothing && oo > n * nothing ? fo / Math.Sqrt(ff * oo) : double.NaN;
    }

    /// <summary>
    /// Continuous ranked probability score of an ensemble, Σ|x − o| / n − Σ Σ|x − x′| / (2·n·(n − 1)): fair, so that it does not
    /// depend on how many members there are (Ferro 2014). That of one number is its absolute error.
    /// </summary>
    /// <param name="ensemble">Members, in any order.</param>
    /// <param name="observed">What was observed.</param>
    public static double RankedProbability(ReadOnlySpan<double> ensemble, double observed)
    {
        int n = ensemble.Length;
        double[] sorted = ensemble.ToArray();
        Array.Sort(sorted);
        double error = 0, spread = 0;
        for (int k = 0; k < n; k++)
        {
            error += Math.Abs(sorted[k] - observed);
            spread += ((2 * k) + 1 - n) * sorted[k]; // Σ over pairs k > l of x_k − x_l
        }

        return (error / n) - (n > 1 ? spread / n / (n - 1) : 0);
    }

    /// <summary>
    /// The central interval of a level, its ends at ranks p·(n + 1): the next value lies inside with that probability whatever the
    /// distribution. Members share draws of what is doubted in twos, so that n count as n/2 where doubt prevails: NaN where the ends would
    /// lie beyond so few, 80 % takes 18 members, 90 % takes 38.
    /// </summary>
    /// <param name="ensemble">Members, in any order.</param>
    /// <param name="level">Such as 0.9.</param>
    public static (double Lower, double Upper) Interval(ReadOnlySpan<double> ensemble, double level)
    {
        double[] sorted = ensemble.ToArray();
        Array.Sort(sorted);
        double tail = (1 - level) / 2, rank = tail * (sorted.Length + 1);
        if (tail * ((sorted.Length / 2) + 1) < 1 - 1e-9)
        {
            return (double.NaN, double.NaN);
        }

        int k = (int)(rank + 1e-9);
        double part = Math.Max(0, rank - k);
        return (Between(sorted[k - 1], sorted[k]), Between(sorted[^k], sorted[^(k + 1)]));

        double Between(double from, double to) => from + (part * (to - from));
    }

    /// <summary>Share of what was observed that lies inside intervals, ends included; NaN where there is no interval.</summary>
    public static double Coverage(IReadOnlyList<(double Lower, double Upper)> intervals, ReadOnlySpan<double> observed)
    {
        int inside = 0;
        for (int i = 0; i < observed.Length; i++)
        {
            if (double.IsNaN(intervals[i].Lower))
            {
                return double.NaN;
            }

            inside += observed[i] >= intervals[i].Lower && observed[i] <= intervals[i].Upper ? 1 : 0;
        }

        return inside / (double)observed.Length;
    }

    /// <summary>1 − score / score of a rule: 1 where all is right, 0 where it is as good as the rule, below 0 where it is worse.</summary>
    public static double Skill(double score, double ofRule) => ofRule > 0 ? 1 - (score / ofRule) : double.NaN;
}
