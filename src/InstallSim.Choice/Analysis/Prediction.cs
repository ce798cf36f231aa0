using InstallSim.Choice.Data;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Kernels;
using InstallSim.Choice.Models;

namespace InstallSim.Choice.Analysis;

/// <summary>
/// Choice probabilities of any model for given choice sets, with standard errors by the delta method. The likelihood itself is asked
/// "as if j were chosen" for each j, every situation on its own, so no model needs a second formula. Draws are those of the estimation:
/// in a panel those of the person of a situation, else those of the situation.
/// </summary>
public sealed class Prediction
{
    private const double Negligible = 1e-3; // of a standard error

    private readonly ChoiceData _data;
    private readonly double[] _gradient; // of each row's probability, shape [rows, K]
    private readonly EstimationResult _result;

    /// <summary>Predicts the choices of given sets.</summary>
    /// <param name="result">Estimates.</param>
    /// <param name="data">Choice sets; what was chosen is not used.</param>
    /// <param name="threads">Most threads; 0: one a processor.</param>
    public Prediction(EstimationResult result, ChoiceData data, int threads = 0)
    {
        (_result, _data) = (result, data);
        double[] theta = [.. result.Estimates];
        Probability = Probabilities(Asked(result.Model, data), data, theta, threads, out _gradient);
    }

    /// <summary>Probability of each row, shape [rows].</summary>
    public double[] Probability { get; }

    /// <summary>Probabilities of each row of any model at θ.</summary>
    /// <param name="model">Model.</param>
    /// <param name="data">Choice sets; what was chosen is not used.</param>
    /// <param name="theta">θ, shape [K].</param>
    /// <param name="threads">Most threads; 0: one a processor.</param>
    public static double[] Probabilities(IChoiceModel model, ChoiceData data, double[] theta, int threads = 0) =>
        Probabilities(Asked(model, data), data, theta, threads, out _);

    /// <summary>Probability of a row, with its interval: symmetric on the logit scale.</summary>
    /// <param name="row">Row of the data.</param>
    /// <param name="level">Coverage, in (0, 1).</param>
    public Interval OfRow(int row, double level = 0.95)
    {
        int k = _result.Parameters.Count;
        return Interval.Probability(Probability[row], StandardError(_gradient.AsSpan(row * k, k)), level, _result.Degrees);
    }

    /// <summary>Expected share of the choices that an alternative has, over all situations by weight, with its interval on the
    /// logit scale.</summary>
    /// <param name="alternative">Code of the alternative.</param>
    /// <param name="level">Coverage, in (0, 1).</param>
    public Interval Share(int alternative, double level = 0.95)
    {
        var (share, slope) = ShareOf(alternative);
        return Interval.Probability(share, StandardError(slope), level, _result.Degrees);
    }

    /// <summary>Expected share of an alternative and its gradient in θ, shape [K].</summary>
    internal (double Share, double[] Slope) ShareOf(int alternative)
    {
        var (sum, slope) = SumOf(alternative, null, out _);
        double total = Enumerable.Range(0, _data.Situations).Sum(_data.Weight);
        return (sum / total, [.. slope.Select(s => s / total)]);
    }

    /// <summary>Mean probability of an alternative over the situations that count and offer it, by weight, and its gradient in θ, shape
    /// [K]; NaN where none does.</summary>
    internal (double Mean, double[] Slope) MeanOf(int alternative, bool[] counts)
    {
        var (sum, slope) = SumOf(alternative, counts, out double offered);
        return (sum / offered, [.. slope.Select(s => s / offered)]);
    }

    /// <summary>The mean alone, of probabilities of the rows.</summary>
    internal static double Mean(ChoiceData data, double[] probability, int alternative, bool[] counts)
    {
        double sum = 0, offered = 0;
        for (int n = 0; n < data.Situations; n++)
        {
            for (int row = data.Start(n); row < data.Start(n + 1) && counts[n]; row++)
            {
                double weight = data.Alternative(row) == alternative ? data.Weight(n) : 0;
                sum += weight * probability[row];
                offered += weight;
            }
        }

        return sum / offered;
    }

    private (double Sum, double[] Slope) SumOf(int alternative, bool[]? counts, out double offered)
    {
        int k = _result.Parameters.Count;
        double sum = 0;
        var slope = new double[k];
        offered = 0;
        for (int n = 0; n < _data.Situations; n++)
        {
            for (int row = _data.Start(n); row < _data.Start(n + 1) && (counts is null || counts[n]); row++)
            {
                if (_data.Alternative(row) != alternative)
                {
                    continue;
                }

                sum += _data.Weight(n) * Probability[row];
                offered += _data.Weight(n);
                for (int i = 0; i < k; i++)
                {
                    slope[i] += _data.Weight(n) * _gradient[row * k + i];
                }
            }
        }

        return (sum, slope);
    }

    /// <summary>√(s′·V·s), V the covariance of the estimates; parameters without one play no part where s is 0.</summary>
    internal double StandardError(ReadOnlySpan<double> slope) => StandardError(_result, slope);

    /// <summary>
    /// √(g′·V·g) over the parameters that the data tell; NaN where the number hangs on another: by more than a thousandth of that error
    /// as it moves by itself or by 1, whichever is more. A coefficient that ran off where it settles every choice moves nothing there.
    /// </summary>
    internal static double StandardError(EstimationResult result, ReadOnlySpan<double> slope)
    {
        var v = result.Covariance();
        bool[] counts = new bool[slope.Length];
        for (int i = 0; i < counts.Length; i++)
        {
            counts[i] = slope[i] != 0 && !double.IsNaN(v[i, i]);
        }

        double variance = 0;
        for (int i = 0; i < slope.Length; i++)
        {
            for (int j = 0; counts[i] && j < slope.Length; j++)
            {
                variance += counts[j] ? slope[i] * slope[j] * v[i, j] : 0;
            }
        }

        double error = Math.Sqrt(variance);
        for (int i = 0; i < slope.Length; i++)
        {
            if (slope[i] != 0 && !counts[i]
                && !(Math.Abs(slope[i]) * Math.Max(1, Math.Abs(result.Estimates[i])) <= Negligible * error))
            {
                return double.NaN;
            }
        }

        return error;
    }

    /// <summary>Probabilities of each row for any θ: by formula where the model has one of P alone, else as if each were chosen.</summary>
    internal static Func<double[], double[]> At(IChoiceModel model, ChoiceData data)
    {
        Likelihood likelihood = model.Bind(data.AsIfChosen(new int[data.Situations], IsByPerson(model)));
        if (likelihood.Probabilities(new double[model.Parameters.Count]) is not null)
        {
            return theta => likelihood.Probabilities(theta)!;
        }

        Likelihood[] asked = Asked(model, data);
        return theta => Probabilities(asked, data, theta, 0, out _);
    }

    /// <summary>The model bound to the sets as if alternative j of each were chosen, for every place j of the largest set.</summary>
    internal static Likelihood[] Asked(IChoiceModel model, ChoiceData data)
    {
        int most = Enumerable.Range(0, data.Situations).Max(data.Alternatives);
        return [.. Enumerable.Range(0, most).Select(place =>
            model.Bind(data.AsIfChosen(
                [.. Enumerable.Range(0, data.Situations).Select(n => Math.Min(place, data.Alternatives(n) - 1))], IsByPerson(model))))];
    }

    /// <summary>Whether people are the units of a model that has draws, so that all choices of one have the same.</summary>
    /// <param name="model">Any model.</param>
    public static bool IsByPerson(IChoiceModel model) => model switch
    {
        MixedLogit mixed => mixed.Panel,
        GeneralMixedLogit general => general.Tastes.Panel,
        FormulaMixedLogit mixed => mixed.Panel,
        LatentClass => true,
        _ => false,
    };

    /// <summary>Probabilities of each row at θ and their gradients, shapes [rows] and [rows, K].</summary>
    internal static double[] Probabilities(Likelihood[] asked, ChoiceData data, double[] theta, int threads, out double[] gradient)
    {
        int k = theta.Length;
        var probability = new double[data.Rows];
        gradient = new double[data.Rows * k];
        for (int j = 0; j < asked.Length; j++)
        {
            var at = asked[j].Evaluate(theta, Derivatives.Scores, threads);
            for (int n = 0; n < data.Situations; n++)
            {
                if (j >= data.Alternatives(n))
                {
                    continue;
                }

                int row = data.Start(n) + j;
                probability[row] = Elementary.Exp(at.UnitLogLikelihood[n]);
                for (int i = 0; i < k; i++)
                {
                    gradient[row * k + i] = probability[row] * at.Scores[n * k + i];
                }
            }
        }

        return probability;
    }
}
