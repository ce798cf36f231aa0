using InstallSim.Choice.Data;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Models;

namespace InstallSim.Choice.Analysis;

/// <summary>Willingness to pay over people.</summary>
/// <param name="Mean">Mean with its interval by the delta method; NaN where none exists.</param>
/// <param name="Deviation">Standard deviation; NaN where none exists.</param>
/// <param name="Median">Median with its interval by the delta method.</param>
/// <param name="Low">Value below which 5 % of the people lie.</param>
/// <param name="High">Value below which 95 % lie.</param>
/// <param name="PositiveShare">Share of people above 0.</param>
public sealed record PeoplesPay(Interval Mean, double Deviation, Interval Median, double Low, double High, double PositiveShare)
{
    /// <summary>The distribution of what has the other sign.</summary>
    public PeoplesPay Turned() => new(Mean.Turned(), Deviation, Median.Turned(), -High, -Low, 1 - PositiveShare);
}

/// <summary>
/// The distribution over people of ω = −β(x)/β(price) in a mixed logit: moments by formula where there is one (see
/// <see cref="MeanFormula"/>), else over draws; quantiles over about ten thousand draws. Where a mean depends on the person, all people
/// have their part by weight, the heaviest with 20 draws or more.
/// </summary>
public sealed class PayDistribution
{
    private const int Sample = 10_000, FewestDraws = 20;
    private readonly EstimationResult _result;
    private readonly MixedLogit _model;
    private readonly ChoiceData _few;
    private readonly string _price;
    private readonly Dictionary<(int Parameter, int Steps), double[][]> _pools = [];
    private readonly double[,] _covariance;

    /// <summary>Prepares the draws.</summary>
    /// <param name="result">Estimates of a mixed logit in utility space.</param>
    /// <param name="data">Its choices.</param>
    /// <param name="price">Variable of the price.</param>
    /// <exception cref="ArgumentException">The model is another, or has no such variable.</exception>
    public PayDistribution(EstimationResult result, ChoiceData data, string price)
    {
        if (result.Model is not MixedLogit { Numeraire: null } model || !model.Variables.Contains(price))
        {
            throw new ArgumentException($"a mixed logit of utilities with a variable '{price}' is needed", nameof(result));
        }

        (_result, _model, _price, _covariance) = (result, model, price, result.Covariance());
        int most = Math.Clamp(Sample / Math.Max(1, model.Draws.Count), 1, data.Persons);
        if (model.Terms.Covariates.Count > 0)
        {
            most = data.Persons;
            _model = model.WithDraws(Math.Min(model.Draws.Count, Math.Max(Sample / most, FewestDraws)));
        }

        _few = data.Subset([.. Enumerable.Range(0, data.Persons).Select(person => person < most)]);
        var formula = new PayFormula(model, [price], price);
        bool isByPerson = formula.OfPrice is { HasCovariates: true, Random.Distribution: not Distribution.Lognormal };
        Moments = isByPerson || formula.OfPrice.Random is { IsErrorComponent: true }
            ? new InverseMoments(false, false)
            : InverseMoments.Of(formula.OfPrice.Random, PayFormula.Location(formula.OfPrice, Theta), formula.Spread(Theta));
    }

    /// <summary>Which moments the ratios have.</summary>
    public InverseMoments Moments { get; }

    private double[] Theta => [.. _result.Estimates];

    /// <summary>The distribution of the willingness to pay for a variable.</summary>
    /// <param name="variable">Variable.</param>
    public PeoplesPay Of(string variable) => OfSum([variable]);

    /// <summary>
    /// The distribution of the sum of the willingness to pay for several variables; minus that (<see cref="PeoplesPay.Turned"/>) is that
    /// for the base level of effects coding.
    /// </summary>
    /// <param name="variables">Variables.</param>
    public PeoplesPay OfSum(IReadOnlyList<string> variables)
    {
        var formula = new PayFormula(_model, variables, _price);
        PayFormula[] parts = variables.Count == 1 ? [] : [.. variables.Select(one => new PayFormula(_model, [one], _price))];
        double[] ratios = [.. Ratios(variables, -1, 0).Order()];
        double Quantile(double[] sorted, double share) => sorted[(int)(share * (sorted.Length - 1))];
        double mean = double.NaN, deviation = double.NaN;
        if (Moments.Mean)
        {
            (mean, deviation) = formula.Moments(Theta) ?? Simulated(ratios);
            mean = MeanOf(formula, parts, Theta) ?? mean;
        }

        double[] slope = Slope(formula, k => Difference(k, 1e-4, (at, parameter, steps) =>
            MeanOf(formula, parts, at) ?? Simulated([.. Ratios(variables, parameter, steps)]).Mean));
        double[] ofMedian = Slope(formula, k => Difference(k, 0.5, (_, parameter, steps) =>
            Quantile([.. Ratios(variables, parameter, steps).Order()], 0.5)));
        return new PeoplesPay(
            Interval.Normal(mean, Moments.Mean ? Error(slope) : double.NaN, degrees: _result.Degrees),
            Moments.Variance ? deviation : double.NaN,
            Interval.Normal(Quantile(ratios, 0.5), Error(ofMedian), degrees: _result.Degrees),
            Quantile(ratios, 0.05), Quantile(ratios, 0.95),
            ratios.Count(r => r > 0) / (double)ratios.Length);
    }

    /// <summary>The mean at other estimates, by formula; null where there is none, or no formula.</summary>
    /// <param name="variable">Variable.</param>
    public Func<double[], double>? MeanFormula(string variable) => MeanFormulaOfSum([variable]);

    /// <summary>The mean of a sum at other estimates, by formula; null where there is none, or no formula.</summary>
    /// <param name="variables">Variables.</param>
    public Func<double[], double>? MeanFormulaOfSum(IReadOnlyList<string> variables)
    {
        PayFormula[] parts = [.. variables.Select(one => new PayFormula(_model, [one], _price))];
        return Moments.Mean && MeanOf(null, parts, Theta) is not null ? theta => MeanOf(null, parts, theta)!.Value : null;
    }

    /// <summary>The mean of a sum: by its formula, or the sum of those of its parts; null without these.</summary>
    private static double? MeanOf(PayFormula? whole, PayFormula[] parts, double[] theta)
    {
        if (whole?.Moments(theta) is { } moments)
        {
            return moments.Mean;
        }

        (double Mean, double Deviation)?[] each = [.. parts.Select(part => part.Moments(theta))];
        return each.Length == 0 || Array.Exists(each, one => one is null) ? null : each.Sum(one => one!.Value.Mean);
    }

    private static (double Mean, double Deviation) Simulated(double[] ratios)
    {
        double mean = ratios.Average();
        return (mean, Math.Sqrt(ratios.Average(r => (r - mean) * (r - mean))));
    }

    private double[] Slope(PayFormula formula, Func<int, double> difference)
    {
        var slope = new double[_result.Parameters.Count];
        foreach (int k in formula.Parameters)
        {
            slope[k] = double.IsNaN(_covariance[k, k]) ? double.NaN : _covariance[k, k] > 0 ? difference(k) : 0;
        }

        return slope;
    }

    /// <summary>A central difference with a step of so many standard errors.</summary>
    private double Difference(int k, double share, Func<double[], int, int, double> of)
    {
        double step = share * Math.Sqrt(_covariance[k, k]);
        double[] up = Theta, down = Theta;
        (up[k], down[k]) = (up[k] + step, down[k] - step);
        int steps = share < 0.1 ? 1 : 2;
        return (of(up, k, steps) - of(down, k, -steps)) / (2 * step);
    }

    private double Error(double[] slope)
    {
        double variance = 0;
        for (int i = 0; i < slope.Length; i++)
        {
            for (int j = 0; j < slope.Length; j++)
            {
                variance += slope[i] == 0 || slope[j] == 0 ? 0 : slope[i] * slope[j] * _covariance[i, j];
            }
        }

        return Math.Sqrt(variance);
    }

    /// <summary>Ratios over the draws, one parameter moved by steps: ±1 of a ten-thousandth, ±2 of half a standard error.</summary>
    private IEnumerable<double> Ratios(IReadOnlyList<string> variables, int parameter, int steps)
    {
        if (!_pools.TryGetValue((parameter, steps), out double[][]? pool))
        {
            double[] theta = Theta;
            if (parameter >= 0)
            {
                double step = (Math.Abs(steps) == 1 ? 1e-4 : 0.5) * Math.Sqrt(_covariance[parameter, parameter]);
                theta[parameter] += Math.Sign(steps) * step;
            }

            _pools[(parameter, steps)] = pool = Pool(theta);
        }

        var names = _model.Terms.Variables.ToList();
        double[][] of = [.. variables.Select(variable => pool[names.IndexOf(variable)])];
        return pool[names.IndexOf(_price)].Select((b, r) => -of.Sum(x => x[r]) / b);
    }

    /// <summary>Coefficients by variable and draw; where a mean depends on the person, as many draws of each as the weight says.</summary>
    private double[][] Pool(double[] theta)
    {
        double WeightOf(int unit) => _few.Weight(_model.Panel ? _few.FirstSituation(unit) : unit);
        double most = _model.Terms.Covariates.Count == 0 ? 0 : Enumerable.Range(0, _few.Situations).Max(_few.Weight);
        double Share(int unit) => most == 0 ? 1 : WeightOf(unit) / most;
        double before = 0; // draws so far, so that roundings even out
        var posterior = new MixedPosterior(_model, _few, theta);
        var found = _model.Terms.Variables.Select(_ => new List<double>()).ToArray();
        for (int unit = 0; unit < posterior.Units && (found[0].Count < Sample || _model.Terms.Covariates.Count > 0); unit++)
        {
            var (beta, _) = posterior.Of(unit);
            double after = before + (_model.Draws.Count * Share(unit));
            int draws = (int)(Math.Floor(after + 1e-9) - Math.Floor(before + 1e-9));
            before = after;
            for (int k = 0; k < found.Length; k++)
            {
                found[k].AddRange(k < beta.Length
                    ? beta[k].Take(draws)
                    : Enumerable.Repeat(theta[_model.Terms.Coefficients[k].Terms[0].Parameter], draws));
            }
        }

        return [.. found.Select(list => list.ToArray())];
    }
}
