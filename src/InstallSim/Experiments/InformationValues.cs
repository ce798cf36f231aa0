using InstallSim.Indicators;
using InstallSim.Results;

namespace InstallSim.Experiments;

/// <summary>
/// What knowing one doubtful number would gain who chooses among the policies compared: the expected value of partial perfect information,
/// E_θ max_s E(g_s | θ) − max_s E(g_s), g_s the gain of policy s by an indicator. E(g_s | θ) is a parabola in θ fitted over draws to the
/// means of their pairs, so that no run is nested in another (Strong, Oakley and Brennan 2014). A fit also follows what is no effect of θ:
/// the same computed with θ given to other draws, shifted by each offset, tells how much, and is taken off.
/// </summary>
/// <param name="experiment">The experiment.</param>
/// <param name="replications">Its replications.</param>
/// <param name="drawn">The numbers that they drew.</param>
internal sealed class InformationValues(
    Experiment experiment, IReadOnlyList<ReplicationResult> replications, DrawnNumbers drawn)
{
    private const double Beyond = 0.95;

    private static readonly int Indicators = IndicatorCatalog.Recorded.Count;

    /// <summary>Rows of indicators of which more or less is better, most worth first: numbers that tell more than chance.</summary>
    public List<InformationValue> Rows()
    {
        var rows = new List<InformationValue>();
        if (experiment.Scenarios.Count < 3 || !DoubtAnalysis.Applies(experiment, replications.Count))
        {
            return rows;
        }

        int draws = drawn.Draws;
        (string Path, double[][] Basis)[] numbers = [.. drawn.All
            .OrderBy(n => n.Key, StringComparer.Ordinal).Select(n => (n.Key, Parabola(n.Value))).Where(n => n.Item2.Length > 0)];
        for (int k = 0; k < Indicators; k++)
        {
            Indicator indicator = IndicatorCatalog.Recorded[k];
            double sign = indicator.Better == Better.Higher ? 1 : indicator.Better == Better.Lower ? -1 : 0;
            double[][] gains = sign == 0 ? []
                : [.. Enumerable.Range(1, experiment.Scenarios.Count - 1).Select(s => Gains(s, k, sign, draws))];
            if (sign != 0 && gains.All(g => g.All(double.IsFinite)))
            {
                rows.AddRange(numbers.Select(n => (n.Path, Of: Value(gains, n.Basis)))
                    .Where(n => n.Of.Value > 0)
                    .OrderByDescending(n => n.Of.Value)
                    .Select(n => new InformationValue(indicator.Name, n.Path, n.Of.Value, n.Of.ByChance)));
            }
        }

        return rows;
    }

    /// <summary>The value of one number.</summary>
    /// <param name="gains">Gain of each policy in each draw, shape [S][D].</param>
    /// <param name="number">The number in each draw, shape [D].</param>
    /// <returns>
    /// The value less what is found on average with the number given to other draws, 0 where 1 in 20 of these find as much; and what 1 in
    /// 20 of them exceed, the same taken off.
    /// </returns>
    public static (double Value, double ByChance) Of(double[][] gains, double[] number) => Value(gains, Parabola(number));

    private static (double Value, double ByChance) Value(double[][] gains, double[][] basis)
    {
        int draws = gains[0].Length;
        double[] others = [.. Enumerable.Range(1, draws - 1).Select(shift => Raw(gains, basis, shift)).Order()];
        double raw = basis.Length == 0 ? 0 : Raw(gains, basis, 0), chance = others[(int)Math.Ceiling(Beyond * others.Length) - 1];
        double rounding = 1e-12 * gains.Max(g => g.Max(Math.Abs));
        double mean = others.Average();
        return (raw > chance + rounding ? raw - mean : 0, chance - mean);
    }

    /// <summary>The gain with draw d + shift of the number in the place of draw d.</summary>
    private static double Raw(double[][] gains, double[][] basis, int shift)
    {
        int draws = gains[0].Length;
        double[] means = [.. gains.Select(g => g.Average())];
        double[][] slopes = [.. gains.Select(g => basis.Select(b => Along(g, b, shift)).ToArray())];
        double sum = 0;
        for (int d = 0; d < draws; d++)
        {
            double best = double.NegativeInfinity;
            for (int s = 0; s < means.Length; s++)
            {
                double fitted = means[s];
                for (int b = 0; b < basis.Length; b++)
                {
                    fitted += slopes[s][b] * basis[b][d];
                }

                best = Math.Max(best, fitted);
            }

            sum += best;
        }

        return (sum / draws) - means.Max();
    }

    /// <summary>Σ_d g_d·b_(d + shift), draws taken round.</summary>
    private static double Along(double[] gain, double[] column, int shift)
    {
        double sum = 0;
        for (int d = 0, other = shift; d < gain.Length; d++, other++)
        {
            other = other < column.Length ? other : other - column.Length;
            sum += gain[d] * column[other];
        }

        return sum;
    }

    /// <summary>Orthonormal columns that span θ and θ² beside a constant; none where θ does not vary, one of two values.</summary>
    private static double[][] Parabola(double[] number)
    {
        var columns = new List<double[]>();
        double scale = number.Max(x => Math.Abs(x - number[0]));
        foreach (int power in (int[])[1, 2])
        {
            double[] column = [.. number.Select(x => scale > 0 ? Math.Pow((x - number[0]) / scale, power) : 0)];
            double mean = column.Average();
            column = [.. column.Select(x => x - mean)];
            double before = column.Sum(x => x * x);
            foreach (double[] known in columns)
            {
                double along = column.Zip(known, (x, y) => x * y).Sum();
                column = [.. column.Zip(known, (x, y) => x - (along * y))];
            }

            double norm = column.Sum(x => x * x);
            if (norm > 1e-9 * before)
            {
                columns.Add([.. column.Select(x => x / Math.Sqrt(norm))]);
            }
        }

        return [.. columns];
    }

    private double[] Gains(int scenario, int indicator, double sign, int draws)
    {
        int at = ((experiment.Scenarios[0].Scenario.Years.Count - 1) * Indicators) + indicator;
        double Effect(int r) => replications[r].Scenarios[scenario].Values[at] - replications[r].Scenarios[0].Values[at];
        return [.. Enumerable.Range(0, draws).Select(d => sign * (Effect(2 * d) + Effect((2 * d) + 1)) / 2)];
    }
}
