using InstallSim.Inputs;
using InstallSim.World;

namespace InstallSim.Territories;

/// <summary>
/// Reads a <c>territories.yaml</c> and what it names. Only code, name, latitude, longitude, population and physicians must be there;
/// for all else a default or a rule stands in, and the provenance says which. All that is wrong is reported at once.
/// </summary>
public static class TerritoryReader
{
    /// <summary>
    /// Most territories that are read. ASSUMPTION: more than twice the local administrative units of the European Union.
    /// </summary>
    public const int MostTerritories = 200_000;

    private static readonly InputCatalogs Catalogs = new InputCatalogs().Allow<TerritoriesFile>("columns", TerritoryVariables.Keys);

    /// <summary>A JSON schema of <c>territories.yaml</c>, for editors.</summary>
    public static string Schema() => JsonSchema.Write<TerritoriesFile>("InstallSim territories", Catalogs);

    /// <summary>Reads the territories; null when they are refused.</summary>
    /// <param name="yamlPath">The <c>territories.yaml</c>.</param>
    /// <param name="errors">Receives what is wrong.</param>
    /// <param name="saidAt">Where a user's file names it; null when the command line does.</param>
    public static TerritorySource? Read(string yamlPath, InputErrors errors, Place? saidAt = null)
    {
        return !FileKind.Territories.Refuses(yamlPath, typeof(TerritoriesFile), errors, saidAt)
            && YamlFile.Read(yamlPath, errors, saidAt) is { } root
                ? Read(root, yamlPath, errors)
                : null;
    }

    /// <summary>Reads a table whose columns have the names of the variables, with <c>-</c> or <c>_</c>; null when it is refused.</summary>
    /// <param name="tablePath">The table, CSV or a workbook.</param>
    /// <param name="errors">Receives what is wrong.</param>
    public static TerritorySource? ReadTable(string tablePath, InputErrors errors)
    {
        if (CsvTable.Read(tablePath, new FoundFormat(), errors) is not { } table)
        {
            return null;
        }

        var place = new Place(tablePath, 1);
        string folder = Path.GetDirectoryName(Path.GetFullPath(tablePath)) ?? "";
        YamlEntry Entry(string key, YamlNode value) => new(key, place, value);
        YamlScalar Text(string text) => new(text, place, isQuoted: true, folder);
        IEnumerable<YamlEntry> columns = TerritoryVariables.Keys
            .Select(key => (Key: key, Column: table.Columns.FirstOrDefault(c => c.Trim().Replace('_', '-') == key)))
            .Where(pair => pair.Column is not null || TerritoryVariables.RequiredKeys.Contains(pair.Key))
            .Select(pair => Entry(pair.Key, Text(pair.Column ?? pair.Key)));
        NoteUnread(table, [.. columns.Select(entry => entry.Key)], place, errors);
        YamlEntry[] root = [Entry("table", Text(Path.GetFileName(tablePath))), Entry("columns", new YamlMapping([.. columns], place))];
        return Read(new YamlMapping(root, place), null, errors);
    }

    /// <summary>Warns of columns that are not read and nearly have the name of a variable that the table lacks.</summary>
    private static void NoteUnread(CsvTable table, string[] read, Place place, InputErrors errors)
    {
        string[] lacking = [.. TerritoryVariables.Keys.Except(read)];
        foreach (string column in table.Columns)
        {
            string name = column.Trim().Replace('_', '-');
            if (!read.Contains(name)
                && lacking.FirstOrDefault(key => DidYouMean.Distance(name.ToLowerInvariant(), key) <= 2) is { } meant)
            {
                errors.Warn(new InputWarning(place, $"column '{column}' is not read; did you mean '{meant}'?"));
            }
        }
    }

    private static TerritorySource? Read(YamlMapping root, string? yamlPath, InputErrors errors)
    {
        int before = errors.All.Count;
        var binder = new Binder(errors, Catalogs);
        if (binder.Bind<TerritoriesFile>(root) is not { } file || file.Table.Length == 0)
        {
            return null;
        }

        CheckRequired(file, binder, errors);
        CheckTravelTimes(file.TravelTimes, binder, errors);
        CsvTable? table = CsvTable.Read(file.Table, file, errors, binder.PlaceOf(file, "table"));
        if (table?.Rows > MostTerritories)
        {
            (string rows, string most) = (Count(table.Rows), Count(MostTerritories));
            errors.Add(new Place(file.Table), new Words(
                $"has {rows} rows; at most {most} territories are read: take larger ones, or a part of the country",
                $"a {rows} lignes\u00a0; au plus {most} territoires sont lus\u00a0: en prendre de plus grands, ou une partie du pays"));
            return null;
        }

        TerritoryTable? territories = table is null ? null : new TerritoryTableMaker(file, table, binder, errors).Make();
        string? shapes = ShapesReader.Read(file.Shapes, territories?.Code ?? [], binder, errors);
        if (errors.All.Count > before)
        {
            return null;
        }

        if (yamlPath is not null)
        {
            NoteUnsaid(territories!.Provenance, binder.PlaceOf(file, "columns"), errors);
        }

        IEnumerable<string?> paths = [yamlPath, file.Table, file.Shapes?.File, file.TravelTimes.File];
        return new TerritorySource(territories!, file.TravelTimes, shapes, file.Shapes?.Key,
            [.. paths.OfType<string>().Select(SourceFile.Of)]);
    }

    /// <summary>Notes of which variables nobody says how they are known, as page and brief do.</summary>
    private static void NoteUnsaid(IReadOnlyList<Provenance> all, Place place, InputErrors errors)
    {
        string[] unsaid = [.. all.Where(p => p.IsUnsaid).Select(p => p.Variable)];
        if (unsaid.Length > 0)
        {
            errors.Warn(new InputWarning(place, $"variables of which nobody says how they are known, as 'knowledge: real' of a column does "
                + $"({unsaid.Length} of {all.Count}): {string.Join(", ", unsaid)}", IsNote: true));
        }
    }

    private static string Count(int count) => count.ToString("#,0", System.Globalization.CultureInfo.InvariantCulture);

    private static void CheckRequired(TerritoriesFile file, Binder binder, InputErrors errors)
    {
        string[] missing = [.. TerritoryVariables.RequiredKeys.Where(key => !file.Columns.ContainsKey(key))];
        if (missing.Length > 0 && binder.IsWritten(file, "columns"))
        {
            errors.Add(binder.PlaceOf(file, "columns"),
                $"'columns' lacks {string.Join(", ", missing)}; each is required, as variable: column of the table");
        }
    }

    private static void CheckTravelTimes(TravelTimeSettings settings, Binder binder, InputErrors errors)
    {
        string[] ofMatrix = ["from", "to", "minutes", "separator", "decimal", "encoding", "sheet", "missing"];
        string[] ofDistance = ["detour", "speed-kmh"];
        if (settings.File is { } path && !InputText.Exists(path, errors, binder.PlaceOf(settings, "file")))
        {
            return;
        }

        foreach (string key in settings.File is null ? ofMatrix : ofDistance)
        {
            if (!binder.IsWritten(settings, key))
            {
                continue;
            }

            errors.Add(binder.PlaceOf(settings, key),
                settings.File is null ? (InputMessage)$"'{key}' needs 'file'"
                    : $"'{key}' has no effect where 'file' gives the minutes");
        }
    }
}
