using InstallSim.Choice.Data;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Kernels;

namespace InstallSim.Choice.Models;

/// <summary>
/// A logit whose error variance differs by group and whose variables may be bent: V = exp(Σ γₘ·zₘ)·Σ βₖ·f(xₖ), f(x) = (xᵏ − 1)/κ with
/// the exponent κ estimated for the variables named (Box and Cox 1964), f(x) = x for the others. Parameters: β; <c>scale.z</c>;
/// <c>boxcox.x</c>.
/// </summary>
public sealed class ScaledLogit : IChoiceModel
{
    /// <summary>Describes the model.</summary>
    /// <param name="variables">Variables of the utility.</param>
    /// <param name="scale">Variables of the scale, the same for all alternatives of a situation; the scale is 1 where all are 0.</param>
    /// <param name="boxCox">Variables of the utility to bend; their values must be positive.</param>
    /// <exception cref="ArgumentException">A bent variable is not of the utility.</exception>
    public ScaledLogit(IReadOnlyList<string> variables, IReadOnlyList<string> scale, IReadOnlyList<string>? boxCox = null)
    {
        (Variables, Scale, BoxCox) = ([.. variables], [.. scale], [.. boxCox ?? []]);
        if (BoxCox.FirstOrDefault(b => !variables.Contains(b)) is { } unknown)
        {
            throw new ArgumentException(
                $"'{unknown}' is to be bent but is not among the variables: {string.Join(", ", variables)}", nameof(boxCox));
        }

        Parameters = [.. variables, .. scale.Select(s => "scale." + s), .. BoxCox.Select(b => "boxcox." + b)];
    }

    /// <summary>Variables of the utility.</summary>
    public IReadOnlyList<string> Variables { get; }

    /// <summary>Variables of the scale.</summary>
    public IReadOnlyList<string> Scale { get; }

    /// <summary>Variables that are bent.</summary>
    public IReadOnlyList<string> BoxCox { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Parameters { get; }

    /// <inheritdoc/>
    public Likelihood Bind(ChoiceData data)
    {
        foreach (string name in BoxCox)
        {
            int row = data.Column(name).IndexOfAnyInRange(double.NegativeInfinity, 0);
            if (row >= 0)
            {
                throw new ArgumentException($"'{name}' is {data.Column(name)[row]} in row {data.SourceRow(row) + 1}; a Box–Cox "
                    + $"variable must be positive", nameof(data));
            }
        }

        return new ScaledLikelihood(this, data, new Lazy<double[]>(() =>
        [
            .. MaximumLikelihood.Estimate(new MultinomialLogit(Variables), data).Estimates, .. new double[Scale.Count],
            .. Enumerable.Repeat(1.0, BoxCox.Count),
        ]));
    }
}

/// <summary>Score: ∂V/∂β = s·f, ∂V/∂γ = z·V, ∂V/∂κ = s·β·∂f/∂κ; the set's mean under P is taken off.</summary>
internal sealed class ScaledLikelihood : Likelihood
{
    private readonly ScaledLogit _model;
    private readonly ChoiceData _data;
    private readonly Lazy<double[]> _start;
    private readonly int[] _column, _scale, _bent;

    public ScaledLikelihood(ScaledLogit model, ChoiceData data, Lazy<double[]> start)
        : base(model.Parameters, data.Situations)
    {
        (_model, _data, _start) = (model, data, start);
        _column = [.. model.Variables.Select(data.IndexOf)];
        _scale = [.. model.Scale.Select(data.IndexOf)];
        _bent = [.. model.Variables.Select(v => model.BoxCox.ToList().IndexOf(v))];
    }

    public override bool HasHessian => false;

    public override double[] Start => _start.Value;

    public override IReadOnlyList<Undetermined> Undetermined => ScaleIdentification.Of(_data, _model.Scale);

    public override int PersonOf(int unit) => _data.Person(unit);

    protected override void AddUnits(double[] theta, int first, int count, UnitSum sum)
    {
        int k = theta.Length, most = Enumerable.Range(first, count).Max(_data.Alternatives);
        double[] value = new double[most], slope = new double[most * k], score = new double[k];
        for (int n = first; n < first + count; n++)
        {
            int size = _data.Alternatives(n), chosen = _data.Chosen(n);
            for (int j = 0; j < size; j++)
            {
                value[j] = Utility(theta, _data.Start(n) + j, slope.AsSpan(j * k, k));
            }

            var p = value.AsSpan(0, size);
            if (!double.IsFinite(ColumnKernel.Dot(p, p)))
            {
                sum.Add(n, double.NaN, score);
                continue;
            }

            double own = value[chosen], weight = _data.Weight(n) * sum.Factor(n), logP = own - SoftmaxKernel.Probabilities(p, p);
            Array.Clear(score);
            for (int j = 0; j < size; j++)
            {
                ColumnKernel.AddScaled(weight * ((j == chosen ? 1 : 0) - p[j]), slope.AsSpan(j * k, k), score);
            }

            sum.Add(n, weight * logP, score);
        }
    }

    private double Utility(double[] theta, int row, Span<double> slope)
    {
        double exponent = 0, v = 0;
        for (int m = 0; m < _scale.Length; m++)
        {
            exponent += theta[_column.Length + m] * _data.Column(_scale[m])[row];
        }

        double scale = Elementary.Exp(exponent);
        for (int i = 0; i < _column.Length; i++)
        {
            double x = _data.Column(_column[i])[row];
            if (_bent[i] >= 0)
            {
                int at = _column.Length + _scale.Length + _bent[i];
                (x, double bend) = Bend(x, theta[at]);
                slope[at] = scale * theta[i] * bend;
            }

            v += theta[i] * x;
            slope[i] = scale * x;
        }

        for (int m = 0; m < _scale.Length; m++)
        {
            slope[_column.Length + m] = _data.Column(_scale[m])[row] * scale * v;
        }

        return scale * v;
    }

    /// <summary>(xᵏ − 1)/κ and its derivative in κ; for small t = κ·ln x by the series Σ tⁿ/(n + 1)!, where the formula cancels.</summary>
    private static (double Value, double Slope) Bend(double x, double kappa)
    {
        double log = Elementary.Log(x), t = kappa * log;
        if (Math.Abs(t) > 0.1)
        {
            double power = Elementary.Exp(t);
            return ((power - 1) / kappa, (power * (t - 1) + 1) / (kappa * kappa));
        }

        double value = 0, slope = 0, term = 1; // term = tⁿ/(n + 1)!
        for (int n = 0; n < 11; n++)
        {
            value += term;
            slope += term * (n + 1) / (n + 2);
            term *= t / (n + 2);
        }

        return (log * value, log * log * slope);
    }
}
