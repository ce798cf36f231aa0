using System.Globalization;
using InstallSim.Choice.Data;
using InstallSim.Choice.Formulas;
using InstallSim.Choice.Models;

namespace InstallSim.Choice.Analysis;

/// <summary>
/// The rows of data on each side of the points where slopes of formulas in given columns change: where max, min, abs and conditions
/// change what they take.
/// </summary>
internal static class FormulaSides
{
    private const int MostPoints = 2;

    /// <summary>Sides with a row, in words, <c>cost &lt; 4</c>; none where there are no such points, or too many.</summary>
    /// <param name="model">The logit of formulas.</param>
    /// <param name="data">Choices.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="theta">θ, shape [K].</param>
    public static IReadOnlyList<(string Where, bool[] Rows)> Of(
        FormulaLogit model, ChoiceData data, IReadOnlyCollection<string> columns, IReadOnlyList<double> theta)
    {
        var place = model.Parameters.Index().ToDictionary(p => p.Item, p => p.Index);
        int[] Signs(Formula difference) => [.. Enumerable.Range(0, data.Rows).Select(row =>
            difference.Value(name => theta[place[name]], name => data.Column(name)[row]) is var d && d > 0 ? 1 : d < 0 ? -1 : 0)];
        bool IsSame(int[] a, int[] b) => a.SequenceEqual(b) || a.SequenceEqual(b.Select(s => -s));
        int[][] bends = [.. Differences([.. model.Formulas.SelectMany(f => columns.Select(c => f.Derivative(Formula.Column(c))))])
            .Select(Signs)];
        var points = new List<(Formula Of, int[] Signs)>();
        foreach (Formula difference in Differences(model.Formulas).Where(d => d.Columns.Any(columns.Contains)))
        {
            int[] signs = Signs(difference);
            if (points.TrueForAll(p => !IsSame(p.Signs, signs)) && Array.Exists(bends, bend => IsSame(bend, signs))
                && signs.Contains(1) && signs.Contains(-1))
            {
                points.Add((difference, signs));
            }
        }

        IEnumerable<int[]> sides = points.Count is 0 or > MostPoints ? []
            : points.Aggregate((IEnumerable<int[]>)[[]], (all, _) =>
                all.SelectMany(side => new[] { 1, -1 }, (side, s) => (int[])[.. side, s]));
        return [.. sides.Select(side => (
            string.Join(", ", points.Zip(side, (point, sign) => Words(point.Of, sign))),
            Enumerable.Range(0, data.Rows).Select(row => points.Zip(side).All(p => p.First.Signs[row] == p.Second)).ToArray()))];
    }

    private static IEnumerable<Formula> Differences(IEnumerable<Formula> formulas) =>
        formulas.SelectMany(f => f.All()).Select(Difference).OfType<Formula>().DistinctBy(d => $"{d}");

    /// <summary>What changes its sign where a part changes what it takes; null: it does not.</summary>
    private static Formula? Difference(Formula part) => part.Kind switch
    {
        FormulaKind.Abs or FormulaKind.Side => part.Parts[0],
        FormulaKind.Min or FormulaKind.Max or FormulaKind.Less or FormulaKind.LessOrEqual => part.Parts[0] - part.Parts[1],
        _ => null,
    };

    /// <summary>A side in words: where the difference is straight in one column alone, that column against a number.</summary>
    private static string Words(Formula difference, int sign)
    {
        if (difference.Parameters.Count > 0 || difference.Columns is not [var name])
        {
            return $"{difference} {(sign > 0 ? '>' : '<')} 0";
        }

        double At(double x) => difference.Value(_ => 0, _ => x);
        double slope = At(1) - At(0), point = -At(0) / slope;
        return slope != 0 && double.IsFinite(point) && Math.Abs(At(2) - At(1) - slope) <= 1e-12 * Math.Abs(slope)
            ? string.Create(CultureInfo.InvariantCulture, $"{name} {(sign * slope > 0 ? '>' : '<')} {Math.Round(point, 9)}")
            : $"{difference} {(sign > 0 ? '>' : '<')} 0";
    }
}
