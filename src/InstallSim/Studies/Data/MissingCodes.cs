using InstallSim.Inputs;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Data;

/// <summary>
/// Warns of numbers that most probably mark missing values and were read as values: 7, 8 or 9 repeated (-99, -999, 999, …), farther from
/// all other values of the column than these are from one another; -7, -8 and -9 only where they are rare, and none that comes as often
/// as the other of few values, for these are levels.
/// </summary>
internal static class MissingCodes
{
    private const double Rare = 0.1;
    private const int FewLevels = 8;

    private static readonly double[] Codes = [.. ((double[])[-1, -11, -111, -1111, -11111, 111, 1111, 11111])
        .SelectMany(ones => (double[])[7 * ones, 8 * ones, 9 * ones])];

    /// <summary>One a column and number, of what utility and classes are made of, in rows that could be chosen.</summary>
    public static IEnumerable<InputWarning> Of(StudySource source, ChoiceSample sample)
    {
        Study study = source.Study;
        foreach ((StudyColumn column, HashSet<int> rows) in Leaves(study, sample).Values)
        {
            double[] seen = [.. rows.Select(row => column.Values[row]).Where(double.IsFinite)];
            foreach (double code in Codes.Where(seen.Contains))
            {
                double[] others = [.. seen.Where(x => !Codes.Contains(x) || Math.Abs(x) < Math.Abs(code))];
                string text = InputScalars.Plain(code);
                int count = rows.Count(row => column.Values[row] == code);
                if (!IsFar(code, others) || IsLevel(seen, count, rows.Count) || (code is > -10 and < 0 && count > Rare * rows.Count)
                    || study.Formulas.Values.Append(study.Formula ?? "").Any(f => f.Contains(text, StringComparison.Ordinal)))
                {
                    continue;
                }

                int first = rows.Where(row => column.Values[row] == code).Min();
                (string from, string to) = (InputScalars.Plain(others.Min()), InputScalars.Plain(others.Max()));
                yield return new InputWarning(sample.Columns.Table.PlaceOf(first, column.Index), new Words(
                    $"column '{column.Name}' is {text} in {count} rows, far from all its other values ({from} to {to}), and is read as a "
                        + $"number: if it marks a missing value, say 'missing: [{text}]' under data",
                    $"la colonne «\u00a0{column.Name}\u00a0» vaut {text} dans {count} lignes, loin de toutes ses autres valeurs ({from} à "
                        + $"{to}), et se lit comme un nombre\u00a0: si c’est la marque d’une valeur manquante, dire «\u00a0missing: "
                        + $"[{text}]\u00a0» sous data"));
            }
        }
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
                .Concat(study.Model.Membership).Concat(study.Model.Random.Values.SelectMany(r => r.MeanBy));
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
