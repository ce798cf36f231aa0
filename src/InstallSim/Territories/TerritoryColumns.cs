using InstallSim.Inputs;
using InstallSim.World;

namespace InstallSim.Territories;

/// <summary>Turns the columns of a user's table into variables, in the order of the file, and says what is wrong with them.</summary>
/// <param name="file">What the YAML says.</param>
/// <param name="csv">The table.</param>
/// <param name="binder">The binder that read the YAML.</param>
/// <param name="errors">Receives what is wrong.</param>
internal sealed class TerritoryColumns(TerritoriesFile file, CsvTable csv, Binder binder, InputErrors errors)
{
    private readonly Dictionary<string, CsvColumn> _columns = file.Columns.ToDictionary(
        entry => entry.Key, entry => csv.Column(
            entry.Value.Column, binder.PlaceOf(entry.Value, "column"), !TerritoryVariables.RequiredKeys.Contains(entry.Key)));

    /// <summary>Codes, each once.</summary>
    public string[] Codes() => _columns.GetValueOrDefault(TerritoryVariables.Code)?.UniqueTexts() ?? Blank;

    /// <summary>Texts of a variable; empty where it is not mapped.</summary>
    public string[] Texts(string key, bool allowMissing) => _columns.GetValueOrDefault(key)?.Texts(allowMissing) ?? Blank;

    /// <summary>Kinds of territory; null when the file does not map them.</summary>
    public AreaType[]? Areas()
    {
        if (_columns.GetValueOrDefault(TerritoryVariables.AreaType) is not { } column)
        {
            return null;
        }

        IReadOnlyDictionary<string, AreaType> words = file.Columns[TerritoryVariables.AreaType].Values is { Count: > 0 } said
            ? said
            : Enum.GetValues<AreaType>().ToDictionary(area => InputType.Kebab(area.ToString()));
        return RefuseWords(column, words) ? null : column.Choices(words);
    }

    /// <summary>One line for all words that say no kind of territory, with what to write so that they do.</summary>
    private bool RefuseWords(CsvColumn column, IReadOnlyDictionary<string, AreaType> words)
    {
        var unknown = Enumerable.Range(0, column.Exists ? csv.Rows : 0)
            .Select(row => (Row: row, Word: csv.Cell(row, column.Index).Trim().ToString()))
            .Where(cell => cell.Word.Length > 0 && !words.ContainsKey(cell.Word)).GroupBy(cell => cell.Word).ToArray();
        if (unknown.Length == 0)
        {
            return false;
        }

        string found = string.Join(", ", unknown.Take(10).Select(word => $"'{word.Key}' ({word.Count()}×)"))
            + (unknown.Length > 10 ? ", …" : "");
        string name = file.Columns[TerritoryVariables.AreaType].Column;
        string[] areas = [.. Enum.GetNames<AreaType>().Select(InputType.Kebab)];
        string values = string.Join(", ", unknown.Take(10).Select(word => $"{word.Key}: {Guess(word.Key, areas)}"));
        errors.Add(column.PlaceOf(unknown[0].First().Row),
            $"column '{name}': area-type must be one of {string.Join(", ", words.Keys)}, found "
                + $"{found}; under area-type, 'values: {{ {values} }}' says what each word means",
            unknown.Sum(word => word.Count()));
        return true;
    }

    private static string Guess(string word, string[] areas) =>
        areas.FirstOrDefault(area => word.Length > 0 && area[0] == char.ToLowerInvariant(word[0])) ?? string.Join(" or ", areas);

    /// <summary>
    /// A number for each territory after the mapping's rules; NaN where the cell is empty or refused. Null when not mapped.
    /// </summary>
    public double[]? Numbers(TerritoryVariable variable)
    {
        if (_columns.GetValueOrDefault(variable.Key) is not { } column)
        {
            return null;
        }

        ColumnMapping mapping = file.Columns[variable.Key];
        CheckScale(variable, mapping);
        if (!column.Exists)
        {
            return null;
        }

        double[] x = column.Numbers(allowMissing: !variable.IsRequired || mapping.Missing is not null);
        if (!Divide(x, mapping))
        {
            return null;
        }

        for (int row = 0; row < x.Length; row++)
        {
            if (double.IsNaN(x[row]))
            {
                x[row] = mapping.Missing ?? double.NaN;
            }
            else if (mapping is { From: { } from, To: { } to })
            {
                x[row] = mapping.Log ? TerritoryProxies.LogScale(x[row], from, to) : Math.Clamp((x[row] - from) / (to - from), 0, 1);
            }
        }

        CheckRange(variable, mapping, column, x);
        return x;
    }

    /// <summary>Whether a variable is mapped to a column that is there.</summary>
    public bool Has(string key) => _columns.GetValueOrDefault(key) is { Exists: true };

    /// <summary>Where a cell of a variable stands.</summary>
    public Place PlaceOf(string key, int row) => _columns[key].PlaceOf(row);

    /// <summary>How a message about a cell of a variable begins.</summary>
    public InputMessage Subject(string key) => $"column '{file.Columns[key].Column}': {key} ";

    private string[] Blank => [.. Enumerable.Repeat("", csv.Rows)];

    /// <summary>Divides as the mapping says; false where the column to divide by is not there, which is said.</summary>
    private bool Divide(double[] x, ColumnMapping mapping)
    {
        if (mapping.DivideBy is not { } text)
        {
            return true;
        }

        double[]? divisors = null;
        Place place = binder.PlaceOf(mapping, "divide-by");
        if (!InputScalars.TryNumber(text, out double divisor, out _))
        {
            CsvColumn named = csv.Column(text, place);
            if (!named.Exists)
            {
                return false;
            }

            divisors = named.Numbers(min: 0, allowMissing: true);
        }
        else if (divisor == 0)
        {
            errors.Add(place, "'divide-by': nothing can be divided by 0");
            return true;
        }

        for (int row = 0; row < x.Length; row++)
        {
            double by = divisors?[row] ?? divisor;
            x[row] = by == 0 ? double.NaN : x[row] / by;
        }

        return true;
    }

    private void CheckScale(TerritoryVariable variable, ColumnMapping mapping)
    {
        if (mapping.Values is not null)
        {
            errors.Add(binder.PlaceOf(mapping, "values"), $"'values' is for {TerritoryVariables.AreaType}; {variable.Key} is a number");
        }

        if (mapping.From is null != mapping.To is null)
        {
            errors.Add(binder.PlaceOf(mapping), "'from' and 'to' go together: the values that become 0 and 1");
        }
        else if (mapping.From is null)
        {
            if (mapping.Log)
            {
                errors.Add(binder.PlaceOf(mapping, "log"), "'log' needs 'from' and 'to'");
            }

            return;
        }
        else if (mapping.From == mapping.To)
        {
            errors.Add(binder.PlaceOf(mapping, "to"), "'from' and 'to' must differ");
        }
        else if (mapping.Log && !(mapping.From > 0 && mapping.To > 0))
        {
            errors.Add(binder.PlaceOf(mapping, "log"), "'log' needs 'from' and 'to' above 0");
        }

        if (variable is not { Min: 0, Max: 1 })
        {
            errors.Add(binder.PlaceOf(mapping, "from"), $"'from' and 'to' make a number from 0 to 1; {variable.Key} is in {variable.Unit}");
        }
    }

    /// <summary>Reports numbers out of range and takes them for missing in what follows.</summary>
    private void CheckRange(TerritoryVariable variable, ColumnMapping mapping, CsvColumn column, double[] x)
    {
        var repeats = new RepeatedErrors(errors);
        for (int row = 0; row < x.Length; row++)
        {
            bool isEmpty = double.IsNaN(x[row]) && !(variable.IsRequired && mapping.DivideBy is not null);
            if (isEmpty || (x[row] >= variable.Min && x[row] <= variable.Max))
            {
                continue;
            }

            InputMessage made = mapping.DivideBy is null ? InputMessage.None : $", which gives {InputScalars.Said(x[row])}";
            InputMessage hint = variable is { Min: 0, Max: 1 } && x[row] is > 1 and <= 100 && mapping.DivideBy is null
                ? (InputMessage)"; a percentage takes 'divide-by: 100', another scale 'from' and 'to'"
                : variable.Unit.StartsWith("degrees", StringComparison.Ordinal) && Math.Abs(x[row]) > 1000
                    ? "; metres of Lambert 93 or the like must be turned into degrees (WGS84)"
                    : "";
            InputMessage expected = $"must be a number{InputScalars.Range(variable.Min, variable.Max)}";
            repeats.Add($"range{hint}", column.PlaceOf(row),
                $"{Subject(variable.Key)}{expected}, found {csv.Cell(row, column.Index)}{made}{hint}",
                csv.Cell(row, column.Index).ToString());
            x[row] = double.NaN;
        }

        repeats.Summarise();
    }
}
