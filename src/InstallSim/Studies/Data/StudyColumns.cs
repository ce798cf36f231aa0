using InstallSim.Choice.Kernels;
using InstallSim.Inputs;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Data;

/// <summary>A column of numbers, of the file or derived.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Index">Position in the file, from 0; −1 for a derived one.</param>
/// <param name="Values">A number a row of the file; not finite where there is none.</param>
/// <param name="Parts">The columns that it is made of.</param>
internal sealed record StudyColumn(string Name, int Index, double[] Values, IReadOnlyList<StudyColumn> Parts);

/// <summary>A column whose values are multiplied, and added to, in some rows before anything is made of it.</summary>
/// <param name="Name">Name of the column, of the file or derived.</param>
/// <param name="Factor">What to multiply by.</param>
/// <param name="Rows">Whether each row of the file is concerned.</param>
/// <param name="Added">What to add then.</param>
internal sealed record ColumnChange(string Name, double Factor, bool[] Rows, double Added = 0);

/// <summary>The columns of a study's table, read when asked for, and the derived ones.</summary>
internal sealed partial class StudyColumns
{
    private readonly CsvTable _table;
    private readonly InputErrors _errors;
    private readonly Dictionary<string, StudyColumn?> _known = new(StringComparer.Ordinal);
    private readonly List<string> _derived = [];
    private readonly HashSet<string> _written;
    private readonly Dictionary<string, string[]> _products = new(StringComparer.Ordinal);
    private readonly Dictionary<Place, Missing> _missing = [];
    private readonly HashSet<double> _marks;
    private readonly IReadOnlyList<ColumnChange> _changes;
    private readonly StudyColumns? _unchanged;

    public StudyColumns(CsvTable table, StudySource source, InputErrors errors)
        : this(table, source, errors, [], null)
    {
    }

    private StudyColumns(
        CsvTable table, StudySource source, InputErrors errors, IReadOnlyList<ColumnChange> changes, StudyColumns? unchanged)
    {
        (_table, _errors, _changes, _unchanged) = (table, errors, changes, unchanged);
        _marks = [.. source.Study.Data.Marks
            .Select(mark => InputScalars.TryNumber(mark.Trim(), out double number, out _) ? number : double.NaN).Where(double.IsFinite)];
        _written = [.. source.Study.Derived.SelectMany(derived => Stars(derived, source)
            .Select(star => derived.Name.Replace("*", star, StringComparison.Ordinal)))];
        foreach (DerivedColumn derived in source.Study.Derived)
        {
            foreach (string star in Stars(derived, source))
            {
                Add(derived, star, source.Binder);
            }
        }
    }

    /// <summary>What stands for the star of a derived column's name.</summary>
    private static string[] Stars(DerivedColumn derived, StudySource source) =>
        derived.Name.Contains('*') ? [.. source.Study.Data.Alternatives.Select(a => a.Name)] : [""];

    public CsvTable Table => _table;

    /// <summary>
    /// The same table with columns changed before anything is made of them; a column that no change reaches is the same object.
    /// </summary>
    public StudyColumns With(IReadOnlyList<ColumnChange> changes, StudySource source, InputErrors errors) =>
        new(_table, source, errors, changes, this);

    /// <summary>Names that can be said.</summary>
    public IEnumerable<string> Names => _table.Columns.Concat(_derived);

    /// <summary>A column of numbers; null, with an error, when there is none of that name.</summary>
    public StudyColumn? Numbers(string name, Place saidAt)
    {
        if (_known.TryGetValue(name, out var known))
        {
            return known;
        }

        return _known[name] = Changed(_unchanged is not null ? _unchanged.Numbers(name, saidAt)
            : Index(name, saidAt) is int index and >= 0 ? new StudyColumn(name, index, Parse(index), []) : null);
    }

    /// <summary>Position of a column of the file; −1, with an error, when there is none of that name.</summary>
    public int Index(string name, Place saidAt)
    {
        int index = _table.IndexOf(name);
        if (index >= 0)
        {
            return index;
        }

        if (_written.Contains(name) && !_derived.Contains(name))
        {
            _errors.Add(saidAt, new Words(
                $"'{name}' is derived, but not above: derived columns are made in the order in which they stand; move it up",
                $"«\u00a0{name}\u00a0» est dérivée, mais pas plus haut\u00a0: les colonnes dérivées se font dans l’ordre où elles sont "
                    + "écrites\u00a0; la remonter"));
            return index;
        }

        string known = string.Join(", ", Names.Take(40)) + (Names.Count() > 40 ? ", …" : "");
        if (_missing.TryGetValue(saidAt, out var others) && _errors.All.Any(error => ReferenceEquals(error, others.Told)))
        {
            if (!others.Names.Contains(name))
            {
                // A name with a star stands for one column an alternative: one line for all of them.
                others.Names.Add(name);
                string names = string.Join(", ", others.Names.Select(n => $"'{n}'"));
                var all = new InputError(saidAt, $"there are no columns {names} in {_table.Path}{others.Hint}; columns: {known}");
                _errors.Replace([others.Told], all);
                _missing[saidAt] = others with { Told = all };
            }

            return index;
        }

        InputMessage hint = DidYouMean.Hint(name, Names);
        _errors.Add(saidAt, $"there is no column '{name}' in {_table.Path}{hint}; columns: {known}");
        if (saidAt.Line > 0)
        {
            _missing[saidAt] = new Missing([name], _errors.All[^1], hint);
        }

        return index;
    }

    /// <summary>Columns that are not there though one place names them all, and what is told of them.</summary>
    private sealed record Missing(List<string> Names, InputError Told, InputMessage Hint);

    /// <summary>Whether a name can be said.</summary>
    public bool Has(string name) => _table.Has(name) || _derived.Contains(name);

    /// <summary>Why a column has no number in a row.</summary>
    public (Place Place, InputMessage Message, bool IsMissing) Explain(StudyColumn column, int row)
    {
        if (column.Parts.FirstOrDefault(part => !double.IsFinite(part.Values[row])) is { } part)
        {
            return Explain(part, row);
        }

        if (column.Index < 0)
        {
            string of = string.Join(", ", column.Parts.Select(p => $"{p.Name} = {InputScalars.Plain(p.Values[row])}"));
            return (_table.PlaceOf(row, Math.Max(column.Parts[0].Index, -1)), $"'{column.Name}' cannot be computed from {of}", false);
        }

        ReadOnlySpan<char> text = _table.Cell(row, column.Index);
        Place place = _table.PlaceOf(row, column.Index);
        if (IsMissing(text))
        {
            return (place, $"column '{column.Name}': the value is missing; 'missing: drop' under data leaves such choice situations out",
                true);
        }

        _table.TryNumber(text, out _, out InputMessage hint);
        return (place, $"column '{column.Name}': expected a number, found '{(text.Length > 60 ? text[..60] : text)}'{hint}", false);
    }

    /// <summary>Refuses values of dummies that no row has, misspelt ones above all, which would silently count as 0.</summary>
    public void CheckDummies(StudySource source)
    {
        foreach (DerivedColumn derived in source.Study.Derived.Where(d => d.Recipe is Recipe.Dummy or Recipe.Effects && d.Of.Count == 1))
        {
            string[] stars = Stars(derived, source);
            string[] of = [.. stars.Select(star => derived.Of[0].Replace("*", star, StringComparison.Ordinal)).Distinct()];
            if (!of.All(name => _table.Has(name) || _known.GetValueOrDefault(name) is not null))
            {
                continue;
            }

            string[] found = [.. of.SelectMany(name => Enumerable.Range(0, _table.Rows).Select(row => Text(row, name))).Distinct()
                .Where(text => !IsMissing(text))];
            for (int i = 0; i < derived.Values.Count; i++)
            {
                string wanted = derived.Values[i];
                if (found.Any(text => Same(text, wanted)))
                {
                    continue;
                }

                string known = string.Join(", ", found.Order(StringComparer.Ordinal).Take(20)) + (found.Length > 20 ? ", …" : "");
                _errors.Add(source.Binder.PlaceOf(derived, "values", i),
                    $"no row of {_table.Path} has '{wanted}' in column "
                        + $"'{derived.Of[0]}'{DidYouMean.Hint(wanted, found)}; its values: {known}");
            }
        }
    }

    private StudyColumn? Changed(StudyColumn? column)
    {
        if (column is not null && _changes.FirstOrDefault(change => change.Name == column.Name) is { } change)
        {
            return column with
            {
                Values = [.. column.Values.Zip(change.Rows,
                    (value, isConcerned) => isConcerned ? (value * change.Factor) + change.Added : value)],
            };
        }

        return column;
    }

    private double[] Parse(int index)
    {
        var values = new double[_table.Rows];
        for (int row = 0; row < values.Length; row++)
        {
            ReadOnlySpan<char> text = _table.Cell(row, index);
            values[row] = !IsMissing(text) && _table.TryNumber(text, out double value, out _) ? value : double.NaN;
        }

        return values;
    }

    private void Add(DerivedColumn derived, string star, Binder binder)
    {
        string name = derived.Name.Replace("*", star, StringComparison.Ordinal);
        Place place = binder.PlaceOf(derived, "of");
        if (_table.Has(name) || _derived.Contains(name))
        {
            _errors.Add(binder.PlaceOf(derived, "name"), $"there is a column '{name}' already; give the derived one another name");
            return;
        }

        string[] of = [.. derived.Of.Select(part => part.Replace("*", star, StringComparison.Ordinal))];
        bool isOfTexts = derived.Recipe is Recipe.Dummy or Recipe.Effects && _table.Has(of[0]);
        StudyColumn?[] parts = isOfTexts ? [] : [.. of.Select(part => Numbers(part, place))];
        _known[name] = Changed(
            _unchanged?._known[name] is { } before && (isOfTexts || parts.SequenceEqual(before.Parts)) ? before
            : isOfTexts ? Mark(name, of[0], derived)
            : Combine(name, derived, parts));
        _derived.Add(name);
        if (derived.Recipe == Recipe.Product)
        {
            _products[name] = of;
        }
    }

    private StudyColumn Mark(string name, string of, DerivedColumn derived)
    {
        int index = _table.IndexOf(of);
        var values = new double[_table.Rows];
        var known = new Dictionary<string, double>(StringComparer.Ordinal);
        for (int row = 0; row < values.Length; row++)
        {
            string text = _table.Cell(row, index).Trim().ToString();
            if (!known.TryGetValue(text, out values[row]))
            {
                known[text] = values[row] = IsMissing(text) ? double.NaN : MarkOf(derived, value => Same(text, value));
            }
        }

        return new StudyColumn(name, -1, values, [new StudyColumn(of, index, [.. values], [])]);
    }

    /// <summary>1 for a value of a dummy; 1 or −1 for the first or last value of effects; else 0.</summary>
    private static double MarkOf(DerivedColumn derived, Func<string, bool> isIt) =>
        derived.Recipe == Recipe.Dummy ? derived.Values.Any(isIt) ? 1 : 0 : isIt(derived.Values[0]) ? 1 : isIt(derived.Values[^1]) ? -1 : 0;

    private static StudyColumn? Combine(string name, DerivedColumn derived, StudyColumn?[] parts)
    {
        if (parts.Any(part => part is null))
        {
            return null;
        }

        StudyColumn first = parts[0]!;
        var values = (double[])first.Values.Clone();
        for (int row = 0; row < values.Length; row++)
        {
            IEnumerable<double> rest = parts.Skip(1).Select(part => part!.Values[row]);
            values[row] = derived.Recipe switch
            {
                Recipe.Product => rest.Aggregate(values[row], (a, b) => a * b),
                Recipe.Sum => rest.Aggregate(values[row], (a, b) => a + b),
                Recipe.Difference => rest.Aggregate(values[row], (a, b) => a - b),
                Recipe.Ratio => rest.Aggregate(values[row], (a, b) => b == 0 ? double.NaN : a / b),
                Recipe.Log => values[row] > 0 ? Elementary.Log(values[row]) : double.NaN,
                Recipe.Dummy or Recipe.Effects => double.IsNaN(values[row]) ? double.NaN : MarkOf(derived, v => Same(values[row], v)),
                _ => values[row] / derived.DivideBy,
            };
        }

        return new StudyColumn(name, -1, values, parts!);
    }
}
