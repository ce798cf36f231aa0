using InstallSim.Choice.Data;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Formulas;
using InstallSim.Choice.Models;

namespace InstallSim.Choice.Analysis;

/// <summary>
/// Formulas that jump (<c>if</c>, comparisons), made straight in the columns about the data: V(x) + Σ ∂V/∂x·Δx. Differences over a small
/// step then are the exact slopes on the side on which each row is, and no row passes a jump.
/// </summary>
public static class FormulaBranches
{
    /// <summary>The same estimates of the formula made straight; null where no formula jumps, so that nothing is to be done.</summary>
    /// <param name="result">Estimates of any model.</param>
    public static EstimationResult? Straight(EstimationResult result) => result.Model switch
    {
        FormulaLogit logit when Jumps(logit) => result.Of(Straight(logit)),
        FormulaMixedLogit mixed when Jumps(mixed.Formulas) =>
            result.Of(new FormulaMixedLogit(Straight(mixed.Formulas), mixed.Random, mixed.Draws) { Panel = mixed.Panel }),
        _ => null,
    };

    /// <summary>The choice sets with the changes of columns that the straight formula takes.</summary>
    /// <param name="result">Estimates of a formula.</param>
    /// <param name="data">Choice sets as they are.</param>
    /// <param name="moved">The same sets with other values.</param>
    public static ChoiceData Moves(EstimationResult result, ChoiceData data, ChoiceData moved)
    {
        FormulaLogit model = result.Model as FormulaLogit ?? ((FormulaMixedLogit)result.Model).Formulas;
        return data.With([.. model.Formulas.SelectMany(f => f.Columns).Distinct().Where(name => !IsMove(name)).Select(name =>
        {
            double[] change = moved.Column(name).ToArray();
            ReadOnlySpan<double> from = data.Column(name);
            for (int row = 0; row < change.Length; row++)
            {
                change[row] -= from[row];
            }

            return (Move(name), change);
        })]);
    }

    private static bool Jumps(FormulaLogit model) => Array.Exists(model.Formulas, f =>
        f.All().Any(part => part.Kind == FormulaKind.If || part.IsComparison));

    /// <summary>A slope counts where the column moves alone: where it does not, it may be no number.</summary>
    private static Formula Straight(Formula v) => v.Columns.Aggregate(v, (sum, name) =>
        v.Derivative(Formula.Column(name)) is { IsZero: false } slope && Formula.Column(Move(name)) is var move
            ? sum + Formula.If(move, slope * move, 0)
            : sum);

    private static FormulaLogit Straight(FormulaLogit model) => model.Codes is { } codes
        ? new FormulaLogit(codes.Zip(model.Formulas).ToDictionary(f => f.First, f => Straight(f.Second)))
        : new FormulaLogit(Straight(model.Formulas[0]));

    private static bool IsMove(string name) => name[0] == '\u0002';

    /// <summary>The change of a column; no column of data is called so.</summary>
    private static string Move(string name) => "\u0002" + name;
}
