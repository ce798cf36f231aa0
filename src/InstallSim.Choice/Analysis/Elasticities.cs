using InstallSim.Choice.Data;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Kernels;

namespace InstallSim.Choice.Analysis;

/// <summary>
/// By how many per cent expected shares change when a variable of one alternative changes by one per cent, for any model.
/// </summary>
public static class Elasticities
{
    private const double Step = 1e-4, SlopeStep = 1e-5;

    /// <summary>
    /// Point elasticities of all alternatives' shares (own for the alternative itself, cross for the others), by central differences.
    /// </summary>
    /// <param name="model">Model.</param>
    /// <param name="theta">θ, shape [K].</param>
    /// <param name="data">Choice sets.</param>
    /// <param name="variable">Variable that changes.</param>
    /// <param name="alternative">Alternative whose variable changes.</param>
    /// <returns>Elasticity by code of the alternative.</returns>
    public static IReadOnlyDictionary<int, double> Point(
        IChoiceModel model, double[] theta, ChoiceData data, string variable, int alternative)
    {
        var up = Shares(model, theta, Changed(data, variable, alternative, 1 + Step));
        var down = Shares(model, theta, Changed(data, variable, alternative, 1 - Step));
        return up.ToDictionary(p => p.Key, p => (p.Value - down[p.Key]) / (Step * (p.Value + down[p.Key])));
    }

    /// <summary>Arc elasticities for a change that is not small: ln(share after/share before) / ln(1 + change).</summary>
    /// <param name="model">Model.</param>
    /// <param name="theta">θ, shape [K].</param>
    /// <param name="data">Choice sets.</param>
    /// <param name="variable">Variable that changes.</param>
    /// <param name="alternative">Alternative whose variable changes.</param>
    /// <param name="change">Relative change, above −1 and not 0: 0.1 is ten per cent more.</param>
    /// <returns>Elasticity by code of the alternative.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The change is 0, or takes away the whole.</exception>
    public static IReadOnlyDictionary<int, double> Arc(
        IChoiceModel model, double[] theta, ChoiceData data, string variable, int alternative, double change)
    {
        if (!(change > -1 && change != 0))
        {
            throw new ArgumentOutOfRangeException(nameof(change), change, "a change must be above -1 and not 0");
        }

        var before = Shares(model, theta, data);
        var after = Shares(model, theta, Changed(data, variable, alternative, 1 + change));
        return before.ToDictionary(p => p.Key, p => Elementary.Log(after[p.Key] / p.Value) / Elementary.Log(1 + change));
    }

    /// <summary>
    /// Elasticities of all expected shares between two states of the same choice sets, ln(share above/share below)/Δ, with intervals by the
    /// delta method: the gradient of ln share is that of the share by the share; of bootstrap estimates the standard deviation and
    /// percentiles over the samples. It holds whatever else follows from the variable's change. Shares are sums over all
    /// situations, to which one that does not offer an alternative adds 0, so that each situation counts by its probability (Ben-Akiva
    /// and Lerman 1985, ch. 5).
    /// </summary>
    /// <param name="result">Estimates, with the covariance to use.</param>
    /// <param name="below">Choice sets with the smaller value.</param>
    /// <param name="above">The same sets with the larger one.</param>
    /// <param name="logChange">Δ = ln(larger value/smaller value).</param>
    /// <param name="only">The alternative whose share is asked for; null: all.</param>
    /// <returns>Elasticity by code of the alternative, 95 % interval.</returns>
    public static IReadOnlyDictionary<int, Interval> Between(
        EstimationResult result, ChoiceData below, ChoiceData above, double logChange, int? only = null)
    {
        if (SampledInterval.Samples(result) is { } samples)
        {
            return Sampled(result, below, above, logChange, samples).Where(e => only is null || e.Key == only).ToDictionary();
        }

        var (low, high) = (SharesWithSlopes(result, below, only), SharesWithSlopes(result, above, only));
        return low.ToDictionary(pair => pair.Key, pair =>
        {
            var ((before, lowSlope), (after, highSlope)) = (pair.Value, high[pair.Key]);
            double[] slope = [.. lowSlope.Zip(highSlope, (a, b) => ((b / after) - (a / before)) / logChange)];
            return Interval.Normal(
                Elementary.Log(after / before) / logChange, Prediction.StandardError(result, slope), degrees: result.Degrees);
        });
    }

    /// <summary>The same with intervals by simulating the estimates (Krinsky and Robb 1986): 95 % of the simulated elasticities.</summary>
    /// <param name="result">Estimates, with the covariance to use.</param>
    /// <param name="below">Choice sets with the smaller value.</param>
    /// <param name="above">The same sets with the larger one.</param>
    /// <param name="logChange">Δ = ln(larger value/smaller value).</param>
    /// <param name="draws">Simulated vectors of estimates, ≥ 100.</param>
    /// <param name="seed">Seed.</param>
    /// <returns>Elasticity by code of the alternative; its standard error is the standard deviation of the simulated ones.</returns>
    public static IReadOnlyDictionary<int, Interval> Simulated(
        EstimationResult result, ChoiceData below, ChoiceData above, double logChange, int draws = 200, uint seed = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 100);
        return Sampled(result, below, above, logChange, SimulatedEstimates.Of(result, draws, seed));
    }

    private static Dictionary<int, Interval> Sampled(
        EstimationResult result, ChoiceData below, ChoiceData above, double logChange, IReadOnlyList<double[]> samples)
    {
        Func<double[], double[]> low = Prediction.At(result.Model, below), high = Prediction.At(result.Model, above);
        double[] point = At([.. result.Estimates]);
        double[][] sampled = [.. samples.Select(At)];
        return Codes(above).ToDictionary(code => code, code => SampledInterval.Of(point[code], sampled.Select(s => s[code])));

        double[] At(double[] theta) => [.. Sums(low(theta), below).Zip(Sums(high(theta), above),
            (before, after) => Elementary.Log(after / before) / logChange)];
    }

    /// <summary>Shares and their gradients in θ: by formula, by differences where there is one of P alone, else from scores.</summary>
    private static Dictionary<int, (double Share, double[] Slope)> SharesWithSlopes(EstimationResult result, ChoiceData data, int? only)
    {
        int[] codes = [.. Codes(data).Where(code => only is null || code == only)];
        double[] theta = [.. result.Estimates];
        Likelihood likelihood = result.Model.Bind(
            data.AsIfChosen(new int[data.Situations], Prediction.IsByPerson(result.Model)));
        if (likelihood.Shares(theta, data.Weight) is var (sharesOf, slopes))
        {
            int width = sharesOf.Length;
            return codes.ToDictionary(code => code, code => (sharesOf[code],
                (double[])[.. theta.Select((_, k) => result.IsFixed[k] ? 0 : slopes[(k * width) + code])]));
        }

        if (likelihood.Probabilities(theta) is not { } probability)
        {
            var prediction = new Prediction(result, data);
            return codes.ToDictionary(code => code, prediction.ShareOf);
        }

        var shares = Sums(probability, data);
        var steps = new (double[] Up, double[] Down, double Step)[theta.Length];
        Parallel.For(0, theta.Length, k =>
        {
            double step = result.IsFixed[k] ? 0 : SlopeStep * Math.Max(1, Math.Abs(theta[k]));
            double[] At(double move) =>
                Sums(likelihood.Probabilities([.. theta.Select((value, i) => i == k ? value + move : value)])!, data);
            steps[k] = step == 0 ? (shares, shares, 1) : (At(step), At(-step), step);
        });
        return codes.ToDictionary(code => code, code =>
            (shares[code], (double[])[.. steps.Select(at => (at.Up[code] - at.Down[code]) / (2 * at.Step))]));
    }

    private static IEnumerable<int> Codes(ChoiceData data) => Enumerable.Range(0, data.Rows).Select(data.Alternative).Distinct().Order();

    private static ChoiceData Changed(ChoiceData data, string variable, int alternative, double factor)
    {
        double[] column = data.Column(variable).ToArray();
        for (int row = 0; row < column.Length; row++)
        {
            column[row] *= data.Alternative(row) == alternative ? factor : 1;
        }

        return data.With((variable, column));
    }

    private static Dictionary<int, double> Shares(IChoiceModel model, double[] theta, ChoiceData data) =>
        Shares(Prediction.Probabilities(model, data, theta), data);

    private static Dictionary<int, double> Shares(double[] probability, ChoiceData data)
    {
        double[] sums = Sums(probability, data);
        return Codes(data).ToDictionary(code => code, code => sums[code]);
    }

    /// <summary>Sum of the probabilities of each alternative by weight, by its code.</summary>
    private static double[] Sums(double[] probability, ChoiceData data)
    {
        var sums = new double[data.Codes];
        for (int n = 0; n < data.Situations; n++)
        {
            double weight = data.Weight(n);
            for (int row = data.Start(n); row < data.Start(n + 1); row++)
            {
                sums[data.Alternative(row)] += weight * probability[row];
            }
        }

        return sums;
    }
}
