using InstallSim.Choice.Data;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Formulas;

namespace InstallSim.Choice.Models;

/// <summary>
/// A logit whose utility is any formula of columns and parameters, one for all alternatives or one for each:
/// V = b·cost·(income/50)ᵉ, say. Derivatives of first and second order are exact; where V is straight in all parameters it is the
/// multinomial logit. Others may have several maxima: start from several points.
/// </summary>
public sealed class FormulaLogit : IChoiceModel
{
    /// <summary>One formula for all alternatives.</summary>
    /// <param name="utility">V.</param>
    /// <param name="start">Values to start from, by parameter; 0 for others.</param>
    /// <exception cref="ArgumentException">The formula has no parameter; a start is of none of its parameters.</exception>
    public FormulaLogit(Formula utility, IReadOnlyDictionary<string, double>? start = null)
        : this([utility], null, start)
    {
    }

    /// <summary>A formula for each alternative; parameters of one name are the same.</summary>
    /// <param name="utilities">V by code of the alternative.</param>
    /// <param name="start">Values to start from, by parameter; 0 for others.</param>
    /// <exception cref="ArgumentException">No formula has a parameter; a start is of none of their parameters.</exception>
    public FormulaLogit(IReadOnlyDictionary<int, Formula> utilities, IReadOnlyDictionary<string, double>? start = null)
        : this([.. utilities.OrderBy(u => u.Key).Select(u => u.Value)], [.. utilities.Keys.Order()], start)
    {
    }

    private FormulaLogit(Formula[] formulas, int[]? codes, IReadOnlyDictionary<string, double>? start)
    {
        (Formulas, Codes) = (formulas, codes);
        Parameters = [.. formulas.SelectMany(f => f.Parameters).Distinct()];
        if (Parameters.Count == 0)
        {
            throw new ArgumentException("no formula has a parameter to estimate", nameof(formulas));
        }

        if (start?.Keys.FirstOrDefault(name => !Parameters.Contains(name)) is { } unknown)
        {
            throw new ArgumentException($"no parameter '{unknown}' among: {string.Join(", ", Parameters)}", nameof(start));
        }

        Start = [.. Parameters.Select(name => start?.GetValueOrDefault(name) ?? 0)];
        Terms = new Lazy<FormulaTerms>(() => new FormulaTerms(formulas, Parameters));
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Parameters { get; }

    /// <summary>Values to start from, shape [K].</summary>
    public IReadOnlyList<double> Start { get; }

    /// <summary>Parameters that bend V: with them held, it is straight in all others.</summary>
    public IReadOnlyList<string> Bending => [.. Terms.Value.Bending.Select(k => Parameters[k])];

    /// <summary>The formulas, in the order of <see cref="Codes"/>.</summary>
    internal Formula[] Formulas { get; }

    /// <summary>Codes of the alternatives with a formula of their own; null: one formula for all.</summary>
    internal int[]? Codes { get; }

    internal Lazy<FormulaTerms> Terms { get; }

    /// <summary>The formula of an alternative.</summary>
    /// <param name="alternative">Its code.</param>
    /// <exception cref="ArgumentException">It has none.</exception>
    public Formula UtilityOf(int alternative) => Formulas[PlaceOf(alternative)];

    /// <inheritdoc/>
    public Likelihood Bind(ChoiceData data)
    {
        int[] formulaOf = [.. Enumerable.Range(0, data.Rows).Select(row => PlaceOf(data.Alternative(row)))];
        return new FormulaLikelihood(this, data, new FormulaPart(Terms.Value, data, formulaOf));
    }

    /// <summary>The rows whose utility is no number at θ, each with the part of the formula that is to blame, in order.</summary>
    /// <param name="data">Choices.</param>
    /// <param name="theta">θ, shape [K].</param>
    public IEnumerable<FaultyRow> Faults(ChoiceData data, IReadOnlyList<double> theta)
    {
        var place = Parameters.Index().ToDictionary(p => p.Item, p => p.Index);
        for (int row = 0; row < data.Rows; row++)
        {
            int at = row;
            if (UtilityOf(data.Alternative(row)).Blame(name => theta[place[name]], name => data.Column(name)[at]) is { } blame)
            {
                yield return new FaultyRow(row, blame.Part, blame.Value, blame.Because);
            }
        }
    }

    private int PlaceOf(int alternative)
    {
        int place = Codes is null ? 0 : Array.BinarySearch(Codes, alternative);
        return place >= 0 ? place : throw new ArgumentException($"alternative {alternative} has no formula", nameof(alternative));
    }
}

/// <summary>A row whose utility by a formula is no number.</summary>
/// <param name="Row">Row of the data.</param>
/// <param name="Part">The part of the formula that is no number, though all that it is made of are: <c>log(income - 3)</c>.</param>
/// <param name="Value">What it is: NaN, or ±∞.</param>
/// <param name="Because">What it is made of: <c>income - 3</c> and its value.</param>
public sealed record FaultyRow(int Row, Formula Part, double Value, IReadOnlyList<(Formula Part, double Value)> Because);
