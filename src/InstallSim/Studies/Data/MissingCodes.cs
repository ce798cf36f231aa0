using System.Globalization;
using InstallSim.Inputs;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Data;

/// <summary>
/// Warns of numbers that most probably mark missing values and were read as values: 7, 8 or 9 repeated and the last of as many digits (-99,
/// 77, 96 to 99, 996 to 999, …), farther from all other values of the column than these are from one another; -7, -8 and -9 only where they
/// are rare, none that comes as often as the other of few values, for these are levels, and none that the study names as one.
/// </summary>
internal static class MissingCodes
{
    private const double Rare = 0.1;
    private const int FewLevels = 8;

    private static readonly double[] Codes = [.. ((double[])[11, 111, 1111, 11111])
        .SelectMany(ones => (double[])[7 * ones, 8 * ones, (9 * ones) - 3, (9 * ones) - 2, (9 * ones) - 1, 9 * ones])
        .SelectMany(code => (double[])[code, -code]).Concat([-7, -8, -9]).OrderBy(Math.Abs)];

    /// <summary>One a column, of what utility, scale, spreads and classes are made of, in rows that could be chosen.</summary>
    public static IEnumerable<InputWarning> Of(StudySource source, ChoiceSample sample)
    {
        foreach ((StudyColumn column, HashSet<int> rows) in Leaves(source.Study, sample).Values)
        {
            double[] marks = Marks(source.Study, column, rows, out double[] others);
            if (marks.Length == 0)
            {
                continue;
            }

            int[] marked = [.. rows.Where(row => marks.Contains(column.Values[row]))];
            string text = string.Join(", ", marks.Select(InputScalars.Plain));
            (string from, string to) = (InputScalars.Plain(others.Min()), InputScalars.Plain(others.Max()));
            yield return new InputWarning(sample.Columns.Table.PlaceOf(marked.Min(), column.Index), new Words(
                $"column '{column.Name}' is {text} in {marked.Length} rows, far from all its other values ({from} to {to}), and is read as "
                    + $"a number: if it marks a missing value, say 'missing: [{text}]' under data",
                $"la colonne «\u00a0{column.Name}\u00a0» vaut {text} dans {marked.Length} lignes, loin de toutes ses autres valeurs "
                    + $"({from} à {to}), et se lit comme un nombre\u00a0: si c’est la marque d’une valeur manquante, dire «\u00a0missing: "
                    + $"[{text}]\u00a0» sous data"));
        }
    }

    /// <summary>The marks of a column, those nearer to 0 first, and its other values.</summary>
    private static double[] Marks(Study study, StudyColumn column, HashSet<int> rows, out double[] others)
    {
        double[] seen = [.. rows.Select(row => column.Values[row]).Where(double.IsFinite)];
        var marks = new List<double>();
        foreach (double code in Codes.Where(seen.Contains))
        {
            double[] nearer = [.. seen.Where(x => !marks.Contains(x) && (!Codes.Contains(x) || Math.Abs(x) < Math.Abs(code)))];
            int count = seen.Count(x => x == code);
            if (IsFar(code, nearer) && !IsLevel(seen, count, rows.Count) && !(code is > -10 and < 0 && count > Rare * rows.Count)
                && !IsSaid(study, column.Name, code))
            {
                marks.Add(code);
            }
        }

        others = [.. seen.Where(x => !marks.Contains(x))];
        return [.. marks];
    }

    /// <summary>Whether the study writes a number down as a value: a level of the column, a value of a derived one, in a formula.</summary>
    private static bool IsSaid(Study study, string column, double code)
    {
        string text = InputScalars.Plain(code);
        IEnumerable<string> said = (study.Design?.Attributes ?? []).Where(attribute => attribute.Name == column)
            .SelectMany(attribute => attribute.Levels)
            .Concat(study.Design?.StatusQuo?.Levels.Where(level => level.Key == column).Select(level => level.Value) ?? [])
            .Concat(study.Utility.Where(term => (term.Column ?? term.Name) == column).SelectMany(term => term.Levels))
            .Concat(study.Derived.Where(derived => derived.Of.Contains(column)).SelectMany(derived => derived.Values));
        return said.Any(level => double.TryParse(level, CultureInfo.InvariantCulture, out double value) && value == code)
            || study.Formulas.Values.Append(study.Formula ?? "").Any(f => f.Contains(text, StringComparison.Ordinal));
    }

    /// <summary>Whether a number comes at least half as often as the values of a column of few do on average.</summary>
    private static bool IsLevel(double[] seen, int count, int rows) =>
        seen.Distinct().Count() is <= FewLevels and var levels && 2 * count * levels >= rows;

    private static bool IsFar(double code, double[] others)
    {
        double least = others.DefaultIfEmpty(code).Min(), most = others.DefaultIfEmpty(code).Max();
        return code > most + (most - least) || code < least - (most - least);
    }

    /// <summary>Columns of the file that numbers are made of, by name, with the rows of the file that count.</summary>
    private static Dictionary<string, (StudyColumn Column, HashSet<int> Rows)> Leaves(Study study, ChoiceSample sample)
    {
        var leaves = new Dictionary<string, (StudyColumn Column, HashSet<int> Rows)>(StringComparer.Ordinal);
        ILookup<int, int> rows = sample.Used.Select(r => sample.Rows.Rows[r]).Where(row => row.Available)
            .ToLookup(row => row.Alternative, row => row.Source);
        foreach ((int code, string alternative) in sample.Rows.Alternatives.Index())
        {
            IEnumerable<string?> names = StudyFormulas.AllTerms(study)
                .Where(term => !term.Constant && VariableReader.Concerns(term, null, alternative))
                .SelectMany(term => (string?[])[term.Columns.Count > 0 ? term.Columns.GetValueOrDefault(alternative)
                    : (term.Column ?? term.Name).Replace("*", alternative, StringComparison.Ordinal), term.Times])
                .Concat(study.Model.Membership).Concat(study.Model.Scale)
                .Concat(study.Model.Random.Values.SelectMany(r => r.MeanBy.Concat(r.SpreadBy)));
            foreach (string name in names.OfType<string>().Distinct().Where(sample.Columns.Has))
            {
                Add(sample.Columns.Numbers(name, default), rows[code]);
            }
        }

        return leaves;

        void Add(StudyColumn? column, IEnumerable<int> of)
        {
            foreach (StudyColumn part in column?.Parts ?? [])
            {
                Add(part, of);
            }

            if (column is { Parts.Count: 0, Index: >= 0 })
            {
                leaves.TryAdd(column.Name, (column, []));
                leaves[column.Name].Rows.UnionWith(of);
            }
        }
    }
}
