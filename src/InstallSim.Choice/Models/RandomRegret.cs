using InstallSim.Choice.Data;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Kernels;

namespace InstallSim.Choice.Models;

/// <summary>
/// Random regret (Chorus 2010): people choose what they would regret least, each alternative being compared with every other of its set:
/// R[j] = Σ over i ≠ j Σₖ ln(1 + exp(βₖ·(xₖ[i] − xₖ[j]))), P[j] = exp(V[j])/Σ exp(V[i]), V = Σ over plain variables of β·x − R.
/// With two alternatives it is the multinomial logit. Parameters: the variables' names.
/// </summary>
public sealed class RandomRegret : IChoiceModel
{
    /// <summary>Describes the model.</summary>
    /// <param name="variables">All variables.</param>
    /// <param name="regret">Those that are compared; the others, such as constants, enter as in a logit.</param>
    /// <exception cref="ArgumentException">No variable is compared, one is none of the variables, or one is named twice.</exception>
    public RandomRegret(IReadOnlyList<string> variables, IReadOnlyList<string> regret)
    {
        (Variables, Regret) = ([.. variables], [.. regret]);
        if (regret.Count == 0 || regret.FirstOrDefault(name => !variables.Contains(name)) is not null)
        {
            throw new ArgumentException(
                $"variables compared: {string.Join(", ", regret)}; one or more are needed, each of: {string.Join(", ", variables)}",
                nameof(regret));
        }

        if (variables.Distinct().Count() < variables.Count || regret.Distinct().Count() < regret.Count)
        {
            throw new ArgumentException("a variable is named more than once", nameof(variables));
        }
    }

    /// <summary>All variables.</summary>
    public IReadOnlyList<string> Variables { get; }

    /// <summary>Variables that are compared.</summary>
    public IReadOnlyList<string> Regret { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Parameters => Variables;

    /// <inheritdoc/>
    public Likelihood Bind(ChoiceData data) => new RegretLikelihood(this, data, new Lazy<double[]>(() =>
    {
        double[] logit = [.. MaximumLikelihood.Estimate(new MultinomialLogit(Variables), data).Estimates];
        double alternatives = data.Rows / (double)data.Situations;
        return [.. logit.Select((b, k) => Regret.Contains(Variables[k]) ? 2 * b / alternatives : b)];
    }));
}

/// <summary>Score: ∂V[j]/∂β = −Σ over i ≠ j of d/(1 + exp(−β·d)), d = x[i] − x[j]; the set's mean under P is taken off.</summary>
internal sealed class RegretLikelihood : Likelihood
{
    private readonly ChoiceData _data;
    private readonly Lazy<double[]> _start;
    private readonly int[] _column;
    private readonly bool[] _isCompared;

    public RegretLikelihood(RandomRegret model, ChoiceData data, Lazy<double[]> start)
        : base(model.Parameters, data.Situations)
    {
        (_data, _start) = (data, start);
        _column = [.. model.Variables.Select(data.IndexOf)];
        _isCompared = [.. model.Variables.Select(model.Regret.Contains)];
    }

    public override bool HasHessian => false;

    public override double[] Start => _start.Value;

    public override int PersonOf(int unit) => _data.Person(unit);

    protected override void AddUnits(double[] theta, int first, int count, UnitSum sum)
    {
        int k = theta.Length, most = Enumerable.Range(first, count).Max(_data.Alternatives);
        double[] value = new double[most], slope = new double[most * k], score = new double[k];
        for (int n = first; n < first + count; n++)
        {
            int size = _data.Alternatives(n), chosen = _data.Chosen(n);
            var v = value.AsSpan(0, size);
            v.Clear();
            Array.Clear(slope);
            for (int m = 0; m < k; m++)
            {
                AddVariable(m, theta[m], _data.Column(_column[m]).Slice(_data.Start(n), size), v, slope, k);
            }

            Array.Clear(score);
            if (!double.IsFinite(ColumnKernel.Dot(v, v)))
            {
                sum.Add(n, double.NaN, score);
                continue;
            }

            double own = v[chosen], weight = _data.Weight(n) * sum.Factor(n), logP = own - SoftmaxKernel.Probabilities(v, v);
            for (int j = 0; j < size; j++)
            {
                ColumnKernel.AddScaled(weight * ((j == chosen ? 1 : 0) - v[j]), slope.AsSpan(j * k, k), score);
            }

            sum.Add(n, weight * logP, score);
        }
    }

    /// <summary>Adds the part of one variable to the values of a set, and its slopes.</summary>
    private void AddVariable(int m, double beta, ReadOnlySpan<double> x, Span<double> value, double[] slope, int stride)
    {
        for (int j = 0; j < x.Length; j++)
        {
            if (!_isCompared[m])
            {
                value[j] += beta * x[j];
                slope[(j * stride) + m] = x[j];
                continue;
            }

            for (int i = 0; i < x.Length; i++)
            {
                double d = x[i] - x[j], t = beta * d, small = Elementary.Exp(-Math.Abs(t));
                if (i != j)
                {
                    value[j] -= Math.Max(t, 0) + Elementary.Log(1 + small);
                    slope[(j * stride) + m] -= d * (t > 0 ? 1 : small) / (1 + small);
                }
            }
        }
    }
}
