using System.Globalization;
using System.Text;
using InstallSim.Choice.Designs;
using InstallSim.Inputs;
using InstallSim.Studies.Data;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Designs;

/// <summary>
/// The variables of a study's utility as tables of the levels that each depends on, made by the study's own recipes: only combinations of
/// attributes that share a variable are written out, so that any number of attributes can be had.
/// </summary>
/// <param name="Names">Variables of the utility.</param>
/// <param name="Variables">Their tables.</param>
/// <param name="Fixed">Their values in the alternatives that are the same in every task.</param>
/// <param name="IsLabelled">Whether alternatives are more than places: they differ in attributes or coefficients, constants aside.</param>
internal sealed record DesignVariables(
    IReadOnlyList<string> Names, IReadOnlyList<DesignVariable> Variables, IReadOnlyList<double[]> Fixed, bool IsLabelled)
{
    /// <summary>Alternatives that each of the fixed ones can be compared with.</summary>
    public required IReadOnlyList<int[]> Compared { get; init; }

    /// <summary>Most combinations of levels that a variable may depend on.</summary>
    private const int Most = 100_000;

    /// <summary>Makes the tables; null when they are wrong, which goes to the errors.</summary>
    public static DesignVariables? Make(StudySource source, DesignLayout layout, InputErrors errors)
    {
        if (StudyFormulas.AreIn(source.Study))
        {
            errors.Add(StudyFormulas.PlaceOf(source, null),
                "'design' makes designs for utilities that are sums of coefficients times variables, and this one has a formula");
            return null;
        }

        DirectoryInfo folder = Directory.CreateTempSubdirectory("installsim-design-");
        try
        {
            string path = Path.Combine(folder.FullName, "profiles.csv");
            var own = new InputErrors();
            DesignVariables? made = Read(source, layout, path, own);
            foreach (InputError error in own.All.DistinctBy(e => e.Message))
            {
                // The table is made here and no user knows it, so that its errors are told of the attributes.
                Place place = error.Place.File == path ? source.Binder.PlaceOf(layout.Settings, "attributes") : error.Place;
                errors.Add(place, error.Said.With(path, "the design's attributes"));
            }

            return own.All.Count > 0 ? null : made;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static DesignVariables? Read(StudySource source, DesignLayout layout, string path, InputErrors errors)
    {
        string[] names = [.. layout.Settings.Alternatives, .. layout.Fixed];
        IReadOnlyList<AlternativeSettings> listed = source.Study.Data.Alternatives;
        string NameOf(string code) => listed.FirstOrDefault(a => a.CodeOrName == code)?.Name ?? code;
        var terms = StudyReader.Parameters(source.Study, listed.Count > 0 ? [.. listed.Select(a => a.Name)] : names).ToArray();
        var supports = new Dictionary<(int, string), (int[] Slots, int First)>();
        var rows = new List<(string Alternative, string[] Texts)>();
        int[][][] slots = [.. Enumerable.Range(0, layout.Settings.Alternatives.Count).Select(j => terms
            .Select(t => Concerns(t.Term, t.Alternative, NameOf(names[j])) ? Support(source.Study, layout, t.Term, j) : [-1]).ToArray())];
        for (int j = 0; j < slots.Length; j++)
        {
            int[][] alone =
                [.. Enumerable.Range(0, layout.Slots.Count).Where(s => layout.Slots[s].Alternative == j).Select(s => (int[])[s])];
            foreach (int[] support in slots[j].Where(s => s is not [-1]).Concat(alone))
            {
                if (support.Aggregate(1.0, (product, s) => product * layout.Slots[s].Levels) is var many and > Most)
                {
                    errors.Add(source.Binder.PlaceOf(layout.Settings, "attributes"),
                        $"a variable of the utility depends on {many:0} combinations of levels; at most {Most} can be weighed: fewer "
                            + $"levels or attributes in one variable");
                    return null;
                }

                if (supports.TryAdd((j, string.Join(' ', support)), (support, rows.Count)))
                {
                    rows.AddRange(Combinations(layout, support).Select(set => (names[j], layout.Texts(set, j).ToArray())));
                }
            }
        }

        int ofFixed = rows.Count;
        rows.AddRange(layout.Fixed.Select(name => (name, layout.FixedTexts(name).ToArray())));
        Write(source.Study, layout, rows, path);
        if (Values(source, layout, path, rows.Count, names, errors) is not { } values)
        {
            return null;
        }

        var variables = new List<DesignVariable>();
        for (int j = 0; j < slots.Length; j++)
        {
            for (int k = 0; k < terms.Length; k++)
            {
                if (slots[j][k] is not [-1])
                {
                    var (support, first) = supports[(j, string.Join(' ', slots[j][k]))];
                    int size = support.Aggregate(1, (product, s) => product * layout.Slots[s].Levels);
                    variables.Add(new DesignVariable(j, k, support, values[k][first..(first + size)]));
                }
            }
        }

        return new DesignVariables([.. terms.Select(t => t.Name)], variables,
            [.. layout.Fixed.Select((_, f) => values.Select(v => v[ofFixed + f]).ToArray())], Labelled(layout, variables, slots.Length))
        {
            Compared = [.. layout.Fixed.Select(name => Enumerable.Range(0, slots.Length).Where(j => HasAttributes(layout, name, j)
                && terms.Zip(slots[j]).All(t => t.Second is [] or [-1] || Concerns(t.First.Term, t.First.Alternative, NameOf(name))))
                .ToArray())],
        };
    }

    /// <summary>Whether a fixed alternative has levels of the attributes of another, and of no others.</summary>
    private static bool HasAttributes(DesignLayout layout, string name, int alternative) =>
        layout.Settings.StatusQuo is { } quo && quo.Name == name
        && layout.Columns.All(column => quo.Levels.ContainsKey(column) == layout.SlotOf(alternative, column) >= 0);

    private static bool Concerns(UtilityTerm term, string? only, string alternative) =>
        only is not null ? alternative == only : term.Alternatives.Count == 0 || term.Alternatives.Contains(alternative);

    private static bool Labelled(DesignLayout layout, List<DesignVariable> variables, int alternatives)
    {
        string Of(int j) => string.Join('|', variables.Where(v => v.Alternative == j && v.Slots.Count > 0)
            .Select(v => $"{v.Coefficient}:{string.Join(',', v.Slots.Select(s => layout.Slots[s].Attribute))}:"
                + string.Join(',', v.Values)))
            + string.Join('|', layout.Slots.Where(s => s.Alternative == j).Select(s => (s.Attribute, s.Levels)));
        return Enumerable.Range(1, alternatives - 1).Any(j => Of(j) != Of(0));
    }

    /// <summary>Slots of an alternative that a term of the utility depends on.</summary>
    private static int[] Support(Study study, DesignLayout layout, UtilityTerm term, int alternative)
    {
        var found = new SortedSet<int>();
        var seen = new HashSet<string>();
        if (!term.Constant)
        {
            Add((term.Column ?? term.Name).Replace("*", layout.Settings.Alternatives[alternative], StringComparison.Ordinal));
        }

        Add(term.Times);
        return [.. found];

        void Add(string? column)
        {
            if (column is null || !seen.Add(column))
            {
                return;
            }

            if (layout.Columns.Contains(column))
            {
                found.UnionWith(layout.SlotOf(alternative, column) is var slot and >= 0 ? [slot] : []);
                return;
            }

            foreach (string part in study.Derived.Where(d => d.Name == column).SelectMany(d => d.Of))
            {
                Add(part);
            }
        }
    }

    /// <summary>Sets with every combination of the levels of some slots, the last running fastest, and the first level elsewhere.</summary>
    private static IEnumerable<int[]> Combinations(DesignLayout layout, int[] slots)
    {
        int size = slots.Aggregate(1, (product, s) => product * layout.Slots[s].Levels);
        for (int i = 0; i < size; i++)
        {
            var set = new int[layout.Slots.Count];
            int rest = i;
            foreach (int slot in slots.Reverse())
            {
                set[slot] = rest % layout.Slots[slot].Levels;
                rest /= layout.Slots[slot].Levels;
            }

            yield return set;
        }
    }

    private static void Write(Study study, DesignLayout layout, List<(string Alternative, string[] Texts)> rows, string path)
    {
        char separator = study.Data.SeparatorCharacter ?? ',';
        var text = new StringBuilder();
        text.AppendJoin(separator, [study.Data.Situation!, study.Data.Alternative!, .. layout.Columns]).Append('\n');
        for (int r = 0; r < rows.Count; r++)
        {
            text.AppendJoin(separator, [r.ToString(CultureInfo.InvariantCulture), rows[r].Alternative, .. rows[r].Texts]).Append('\n');
        }

        File.WriteAllText(path, text.ToString());
    }

    private static double[][]? Values(
        StudySource source, DesignLayout layout, string path, int rowsWritten, string[] names, InputErrors errors)
    {
        if (ChoiceReader.Open(source, path, source.Binder.PlaceOf(layout.Settings), errors) is not { } columns
            || new ChoiceRowReader(source, columns, errors)
                .Read([.. Enumerable.Range(0, columns.Table.Rows)], answers: false, names) is not { } rows)
        {
            return null;
        }

        VariableTable variables = new VariableReader(source, columns, rows, errors).Read();
        if (errors.All.Count > 0)
        {
            return null;
        }

        var values = new double[variables.Utility][];
        for (int k = 0; k < values.Length; k++)
        {
            values[k] = new double[rowsWritten];
            for (int r = 0; r < rowsWritten; r++)
            {
                values[k][rows.Rows[r].Source] = variables.Values[k][r];
            }
        }

        return values;
    }
}
