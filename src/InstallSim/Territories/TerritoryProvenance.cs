using InstallSim.Inputs;
using InstallSim.World;

namespace InstallSim.Territories;

/// <summary>
/// Says of each variable how it is known and from where: by the file's mapping, else by the default or rule that stands in.
/// </summary>
internal static class TerritoryProvenance
{
    /// <summary>A row for each variable, one for travel times and, where there are contours, one for them.</summary>
    /// <param name="file">What the YAML says.</param>
    /// <param name="isGiven">Whether a column gives a variable that is a number.</param>
    /// <param name="filled">How many empty cells were filled, and a note of it, by variable.</param>
    public static IReadOnlyList<Provenance> Of(
        TerritoriesFile file, Func<string, bool> isGiven, IReadOnlyDictionary<string, (int Cells, string Note)> filled)
    {
        List<Provenance> rows = [];
        foreach (string key in TerritoryVariables.Keys)
        {
            TerritoryVariable? number = TerritoryVariables.Numbers.FirstOrDefault(variable => variable.Key == key);
            string unit = number?.Unit ?? "";
            if (file.Columns.GetValueOrDefault(key) is { } mapping && (number is null || isGiven(key)))
            {
                (int cells, string? note) = filled.GetValueOrDefault(key);
                rows.Add(Mapped(key, mapping, unit, file, note) with { Filled = cells });
            }
            else if (number is not null)
            {
                rows.Add(new Provenance(key, number.DefaultKnowledge, number.DefaultSource, "", "", unit));
            }
            else if (key == TerritoryVariables.AreaType)
            {
                rows.Add(new Provenance(key, Knowledge.Proxy, TerritoryProxies.AreaRule, "", "", ""));
            }
            else
            {
                rows.Add(new Provenance(key, Knowledge.Assumption, "not given: nothing can be selected by it", "", "", ""));
            }
        }

        rows.AddRange(file.MoreColumns.Select(more => Mapped(more.Key, more.Value, "", file, null)));
        rows.Add(OfTravelTimes(file.TravelTimes));
        if (file.Shapes is { } shapes)
        {
            string source = shapes.Source.Length > 0 ? shapes.Source : Path.GetFileName(shapes.File);
            rows.Add(new Provenance("shapes", shapes.Knowledge, source, shapes.Vintage, shapes.Licence, "")
            {
                Attribution = shapes.Attribution.Length > 0 ? shapes.Attribution : null,
            });
        }

        return rows;
    }

    private static Provenance Mapped(string key, ColumnMapping mapping, string unit, TerritoriesFile file, string? note)
    {
        string source = mapping.Source.Length > 0 ? mapping.Source : Path.GetFileName(file.Table);
        string made = mapping.Column;
        if (mapping.DivideBy is { } divisor)
        {
            made += $" / {divisor}";
        }

        if (mapping is { From: { } from, To: { } to })
        {
            made += $", {(mapping.Log ? "log scale" : "scale")} {InputScalars.Plain(from)} → 0, {InputScalars.Plain(to)} → 1";
        }

        if (mapping.Missing is { } missing)
        {
            made += $", empty → {InputScalars.Plain(missing)}";
        }

        note = note is null ? "" : $"; {note}";
        unit = mapping.Unit.Length > 0 ? mapping.Unit : unit;
        return new Provenance(key, mapping.Knowledge, $"{source} (column {made}{note})", mapping.Vintage, mapping.Licence, unit);
    }

    private static Provenance OfTravelTimes(TravelTimeSettings settings)
    {
        if (settings.File is { } path)
        {
            return new Provenance("travel-times", Knowledge.Unsaid, Path.GetFileName(path), "", "", "minutes");
        }

        string speeds = string.Join(" / ",
            new[] { settings.Speed.Urban, settings.Speed.Periurban, settings.Speed.Rural }.Select(InputScalars.Plain));
        string rule = $"great-circle distance × {InputScalars.Plain(settings.Detour)} at {speeds} km/h (urban / periurban / rural), "
            + $"{InputScalars.Plain(settings.OwnMinutes)} minutes within a territory";
        return new Provenance("travel-times", Knowledge.Proxy, rule, "", "", "minutes");
    }
}
