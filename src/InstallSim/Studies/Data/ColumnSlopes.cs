using InstallSim.Inputs;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Data;

/// <summary>
/// Slopes of columns in a column that they are made of, row by row of the file: exact, by the recipes. A level (<c>dummy</c>,
/// <c>effects</c>) has none.
/// </summary>
/// <param name="source">The study.</param>
/// <param name="columns">Its columns.</param>
/// <param name="of">The column that changes.</param>
internal sealed class ColumnSlopes(StudySource source, StudyColumns columns, string of)
{
    private readonly Dictionary<string, double[]?> _known = new(StringComparer.Ordinal);

    /// <summary>The slope of a column, shape [rows of the file]; null: it is not made of the column that changes.</summary>
    /// <param name="name">Name of the column, of the file or derived.</param>
    public double[]? Of(string name)
    {
        if (!_known.TryGetValue(name, out double[]? slope))
        {
            _known[name] = slope = name == of ? [.. Enumerable.Repeat(1.0, columns.Table.Rows)]
                : Recipes(source.Study, columns.Table).TryGetValue(name, out var made) ? Of(made.Derived, made.Parts) : null;
        }

        return slope;
    }

    /// <summary>
    /// The one column that a column is smoothly made of and that is no person's, as far as there is one: what changes with it.
    /// </summary>
    /// <param name="study">The study.</param>
    /// <param name="columns">Its columns.</param>
    /// <param name="name">The column.</param>
    /// <param name="varies">Whether a column differs between the alternatives of a choice.</param>
    public static string Source(Study study, StudyColumns columns, string name, Func<string, bool> varies)
    {
        while (Recipes(study, columns.Table).TryGetValue(name, out var made) && made.Derived.Recipe is not (Recipe.Dummy or Recipe.Effects)
            && made.Parts.Where(varies).Distinct().ToArray() is [var one])
        {
            name = one;
        }

        return name;
    }

    private static Dictionary<string, (DerivedColumn Derived, string[] Parts)> Recipes(Study study, CsvTable table)
    {
        var recipes = new Dictionary<string, (DerivedColumn, string[])>(StringComparer.Ordinal);
        foreach (DerivedColumn derived in study.Derived)
        {
            foreach (string star in derived.Name.Contains('*') ? study.Data.Alternatives.Select(a => a.Name) : [""])
            {
                string Starred(string name) => name.Replace("*", star, StringComparison.Ordinal);
                if (!table.Has(Starred(derived.Name)))
                {
                    recipes[Starred(derived.Name)] = (derived, [.. derived.Of.Select(Starred)]);
                }
            }
        }

        return recipes;
    }

    private double[]? Of(DerivedColumn derived, string[] parts)
    {
        if (derived.Recipe is Recipe.Dummy or Recipe.Effects || parts.Select(Of).ToArray() is not { } slopes || slopes.All(s => s is null))
        {
            return null;
        }

        double[][] values = [.. parts.Select(part => columns.Numbers(part, default)!.Values)];
        return [.. Enumerable.Range(0, columns.Table.Rows).Select(row =>
            Of(derived, [.. values.Select(v => v[row])], [.. slopes.Select(s => s?[row] ?? 0)]))];
    }

    private static double Of(DerivedColumn derived, double[] x, double[] slope)
    {
        double first = x[0], below = x.Skip(1).Aggregate(1.0, (a, b) => a * b);
        return derived.Recipe switch
        {
            Recipe.Product => slope.Index().Sum(s => s.Item == 0 ? 0
                : s.Item * x.Index().Where(v => v.Index != s.Index).Aggregate(1.0, (a, v) => a * v.Item)),
            Recipe.Sum => slope.Sum(),
            Recipe.Difference => slope[0] - slope.Skip(1).Sum(),
            Recipe.Ratio => (slope[0] / below) - (first / below * x.Zip(slope).Skip(1).Sum(part => part.Second / part.First)),
            Recipe.Log => slope[0] / first,
            _ => slope[0] / derived.DivideBy,
        };
    }
}
