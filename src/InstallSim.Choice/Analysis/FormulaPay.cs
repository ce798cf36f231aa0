using InstallSim.Choice.Data;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Formulas;
using InstallSim.Choice.Models;

namespace InstallSim.Choice.Analysis;

/// <summary>
/// Willingness to pay where the utility is a formula: −(∂V/∂x)/(∂V/∂price) of each row, which may differ between rows, and its mean over
/// the rows by weight. Derivatives are exact, by columns as by parameters.
/// </summary>
public sealed class FormulaPay
{
    private readonly IReadOnlyList<string> _parameters;
    private readonly List<Part> _parts = [];

    /// <summary>Prepares the derivatives.</summary>
    /// <param name="model">The logit of formulas.</param>
    /// <param name="data">Choices.</param>
    /// <param name="variable">x, a column of a formula.</param>
    /// <param name="price">The price, a column of a formula.</param>
    public FormulaPay(FormulaLogit model, ChoiceData data, string variable, string price)
        : this(model, data, variable, price, null)
    {
    }

    private FormulaPay(FormulaLogit model, ChoiceData data, string variable, string price, bool[]? counted)
    {
        _parameters = model.Parameters;
        double[] weight = new double[data.Rows];
        for (int n = 0; n < data.Situations; n++)
        {
            weight.AsSpan(data.Start(n), data.Alternatives(n)).Fill(data.Weight(n));
        }

        foreach (var same in Enumerable.Range(0, data.Rows).Where(row => counted?[row] ?? true)
            .GroupBy(row => model.UtilityOf(data.Alternative(row))))
        {
            Formula up = same.Key.Derivative(Formula.Column(variable)), down = same.Key.Derivative(Formula.Column(price));
            int[] rows = [.. same];
            if (up.IsZero || down.IsZero)
            {
                continue;
            }

            Formula[] slopes = [.. _parameters.SelectMany(name => new[]
            {
                up.Derivative(Formula.Parameter(name)), down.Derivative(Formula.Parameter(name)),
            })];
            double[] Of(string name)
            {
                double[] column = data.Column(name).ToArray();
                return [.. rows.Select(row => column[row])];
            }

            var ratio = new FormulaProgram([up, down], _parameters);
            var slope = new FormulaProgram(slopes, _parameters);
            _parts.Add(new Part(ratio, ratio.Known(Of, rows.Length), slope, slope.Known(Of, rows.Length),
                [.. rows.Select(row => weight[row])]));
        }

        Rows = _parts.Sum(part => part.Weight.Length);
    }

    /// <summary>Rows of which V depends on both; 0: there is no willingness to pay.</summary>
    public int Rows { get; }

    /// <summary>Columns of the formulas, but for the price, that differ between alternatives of a set and that V depends on.</summary>
    /// <param name="model">The logit of formulas.</param>
    /// <param name="data">Choices.</param>
    /// <param name="price">The price.</param>
    public static IReadOnlyList<string> Variables(FormulaLogit model, ChoiceData data, string price)
    {
        Formula[] formulas = [.. Enumerable.Range(0, data.Rows).Select(data.Alternative).Distinct().Order().Select(model.UtilityOf)
            .Distinct()];
        return [.. formulas.SelectMany(f => f.Columns).Distinct()
            .Where(name => name != price && Varies(name) && formulas.Any(f => !f.Derivative(Formula.Column(name)).IsZero))];

        bool Varies(string name)
        {
            ReadOnlySpan<double> x = data.Column(name);
            for (int n = 0; n < data.Situations; n++)
            {
                if (x.Slice(data.Start(n), data.Alternatives(n)).ContainsAnyExcept(x[data.Start(n)]))
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>
    /// The same on each side of the points where the slope in x or in the price changes, as about a reference: gains and losses. Rows at
    /// such a point are on neither side. Empty where there is none, or more than two.
    /// </summary>
    /// <param name="model">The logit of formulas.</param>
    /// <param name="data">Choices.</param>
    /// <param name="variable">x, a column of a formula.</param>
    /// <param name="price">The price, a column of a formula.</param>
    /// <param name="theta">θ, shape [K]: a reference may be a parameter.</param>
    public static IReadOnlyList<(string Where, FormulaPay Pay)> Sides(
        FormulaLogit model, ChoiceData data, string variable, string price, IReadOnlyList<double> theta) =>
        [.. FormulaSides.Of(model, data, [price, variable], theta)
            .Select(side => (side.Where, new FormulaPay(model, data, variable, price, side.Rows))).Where(side => side.Item2.Rows > 0)];

    /// <summary>The mean over rows at θ; not finite where V does not depend on the price in some row.</summary>
    /// <param name="theta">θ, shape [K].</param>
    public double Mean(IReadOnlyList<double> theta)
    {
        double sum = 0, total = 0;
        foreach ((double ratio, _, double weight) in Ratios(theta))
        {
            (sum, total) = (sum + (weight * ratio), total + weight);
        }

        return sum / total;
    }

    /// <summary>The least and the most of all rows at θ, and the share of rows, by weight, in which V rises with the price.</summary>
    /// <param name="theta">θ, shape [K].</param>
    public (double Least, double Most, double RisingShare) Range(IReadOnlyList<double> theta)
    {
        double least = double.PositiveInfinity, most = double.NegativeInfinity, rising = 0, total = 0;
        foreach ((double ratio, double down, double weight) in Ratios(theta))
        {
            (least, most) = (Math.Min(least, ratio), Math.Max(most, ratio));
            (rising, total) = (rising + (down > 0 ? weight : 0), total + weight);
        }

        return (least, most, rising / total);
    }

    /// <summary>
    /// Share of rows, by weight, in which the slope of V in the price is not clear of 0, |∂V/∂price| below the 1.96 standard
    /// errors of a normal, more of few clusters: a ratio to it may be anything.
    /// </summary>
    /// <param name="result">Estimates, with the covariance to use.</param>
    public double WeakShare(EstimationResult result)
    {
        double[] theta = [.. result.Estimates], slope = new double[theta.Length];
        double weak = 0, total = 0, clear = StudentT.Quantile(0.95, result.Degrees);
        var (room, ofSlopes) = (new FormulaRoom(), new FormulaRoom());
        foreach (Part part in _parts)
        {
            int count = part.Weight.Length;
            part.Ratio.Run(theta, part.Known, count, room);
            part.Slopes.Run(theta, part.KnownOfSlopes, count, ofSlopes);
            ReadOnlySpan<double> down = part.Ratio.Output(1, room, count);
            for (int i = 0; i < count; i++)
            {
                for (int k = 0; k < slope.Length; k++)
                {
                    slope[k] = part.Slopes.Output((2 * k) + 1, ofSlopes, count)[i];
                }

                bool isWeak = Math.Abs(down[i]) < clear * Prediction.StandardError(result, slope);
                (weak, total) = (weak + (isWeak ? part.Weight[i] : 0), total + part.Weight[i]);
            }
        }

        return weak / total;
    }

    /// <summary>The mean over rows with its interval of 95 % by the delta method.</summary>
    /// <param name="result">Estimates, with the covariance to use.</param>
    public Interval Delta(EstimationResult result)
    {
        double[] theta = [.. result.Estimates], slope = new double[theta.Length];
        double total = 0;
        var room = new FormulaRoom();
        var ofSlopes = new FormulaRoom();
        foreach (Part part in _parts)
        {
            int count = part.Weight.Length;
            part.Ratio.Run(theta, part.Known, count, room);
            part.Slopes.Run(theta, part.KnownOfSlopes, count, ofSlopes);
            ReadOnlySpan<double> up = part.Ratio.Output(0, room, count), down = part.Ratio.Output(1, room, count);
            for (int k = 0; k < slope.Length; k++)
            {
                ReadOnlySpan<double> ofUp = part.Slopes.Output(2 * k, ofSlopes, count);
                ReadOnlySpan<double> ofDown = part.Slopes.Output((2 * k) + 1, ofSlopes, count);
                for (int i = 0; i < count; i++)
                {
                    slope[k] -= part.Weight[i] * (ofUp[i] - (up[i] / down[i] * ofDown[i])) / down[i];
                }
            }

            total += part.Weight.Sum();
        }

        return Interval.Normal(
            Mean(theta), Prediction.StandardError(result, [.. slope.Select(s => s / total)]), degrees: result.Degrees);
    }

    private IEnumerable<(double Ratio, double Down, double Weight)> Ratios(IReadOnlyList<double> theta)
    {
        double[] values = [.. theta];
        foreach (Part part in _parts)
        {
            int count = part.Weight.Length;
            var room = new FormulaRoom();
            part.Ratio.Run(values, part.Known, count, room);
            double[] up = part.Ratio.Output(0, room, count).ToArray(), down = part.Ratio.Output(1, room, count).ToArray();
            for (int i = 0; i < count; i++)
            {
                yield return (-up[i] / down[i], down[i], part.Weight[i]);
            }
        }
    }

    /// <summary>Rows with one formula: both derivatives, and theirs by the parameters in turn.</summary>
    private sealed record Part(FormulaProgram Ratio, double[]?[] Known, FormulaProgram Slopes, double[]?[] KnownOfSlopes, double[] Weight);
}
