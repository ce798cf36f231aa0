using System.Text.Json;
using System.Text.Json.Nodes;
using InstallSim.Charts;
using InstallSim.Charts.Files;
using InstallSim.Inputs;
using InstallSim.Outputs;
using InstallSim.Results;
using InstallSim.World;

namespace InstallSim.Readouts;

/// <summary>Writes what was measured: a table of territories, a summary, a map. The folder appears whole or not at all.</summary>
public static class AccessFolder
{
    private static readonly IFigure<AccessContext>[] Figures = [new AccessMap()];

    /// <summary>What of a description says how it was measured.</summary>
    private static readonly (string Key, string Option)[] Settings =
        [("metric", "--metric"), ("fte_per_physician", "--fte"), ("under_dense_below", "--below")];

    /// <summary>What was measured of what: every folder of this kind has it.</summary>
    private const string DescriptionFile = "access.json";

    /// <summary>Takes the folder of what is to be measured; what was measured otherwise is not replaced.</summary>
    /// <param name="source">What is to be measured.</param>
    /// <param name="folder">The folder to be.</param>
    /// <param name="force">Replaces whatever was measured there.</param>
    /// <exception cref="InputException">It holds another metric or something else, or cannot be written to.</exception>
    public static AtomicFolder Begin(AccessSource source, string folder, bool force) =>
        AtomicFolder.CreateOver(folder, force, DescriptionFile, [source.Path], DescriptionFile, was =>
        {
            string what = string.Join(", ", Differences(was, Describe(source)));
            return what.Length == 0 ? null : new Words(
                $"holds what was measured otherwise, {what}; name another --out, or --force replaces it",
                $"contient ce qui fut mesuré autrement, {what}\u00a0; nommer un autre --out, ou --force le remplace");
        });

    /// <summary>What was measured otherwise, there and here: <c>--metric (apl, raam)</c>.</summary>
    private static IEnumerable<string> Differences(JsonObject there, JsonObject here)
    {
        foreach ((string key, string option) in Settings.Where(s => !JsonNode.DeepEquals(there[s.Key], here[s.Key])))
        {
            (JsonNode? was, JsonNode? now) = (there[key], here[key]);
            if (was is JsonObject old && now is JsonObject asked)
            {
                string[] keys = [.. asked.Select(p => p.Key).Where(k => !JsonNode.DeepEquals(old[k], asked[k]))];
                (was, now) = keys[0] == Binder.TypeKey ? (old[keys[0]], asked[keys[0]]) : (Of(old), Of(asked));
                JsonObject Of(JsonObject all) => new(keys.Select(k => KeyValuePair.Create(k, all[k]?.DeepClone())));
            }

            yield return $"{option} ({Text(was)}, {Text(now)})";
        }

        static string Text(JsonNode? value) => value is null ? "–" : value.ToJsonString().Replace("\"", "", StringComparison.Ordinal);
    }

    /// <summary>Writes the folder.</summary>
    /// <param name="result">What was measured.</param>
    /// <param name="folder">Where to; former results there are replaced.</param>
    /// <param name="text">Language of figures and text.</param>
    /// <exception cref="InputException">Something else stands there.</exception>
    public static void Write(AccessResult result, AtomicFolder folder, ReportText text)
    {
        string In(string file) => Path.Combine(folder.Path, file);
        WriteTerritories(result, In("accessibility.csv"));
        WriteSummary(result, In("summary.csv"));
        File.WriteAllText(In(DescriptionFile), Describe(result.Source).ToJsonString(Json.Indented) + "\n");
        var context = new AccessContext(result, text);
        foreach (string format in (string[])["svg", "vega"])
        {
            FigureFiles.Write(Figures, context, In("figures"), format);
        }

        folder.Commit();
    }

    private static void WriteTerritories(AccessResult result, string path)
    {
        TerritoryTable table = result.Table;
        using var csv = new CsvWriter(path, "territory", "name", "departement", "area_type", "population", "physicians", "accessibility",
            "under_dense");
        for (int i = 0; i < table.Count; i++)
        {
            csv.Write(table.Code[i]);
            csv.Write(table.Name[i]);
            csv.Write(table.Departement[i]);
            csv.Write(InputType.Kebab(table.Area[i].ToString()));
            csv.Write(table.Population[i]);
            csv.Write(table.Physicians[i]);
            csv.Write(result.Accessibility[i]);
            csv.Write(result.Source.Line is { } line ? result.Accessibility[i] < line ? "true" : "false" : "");
            csv.EndRow();
        }
    }

    private static void WriteSummary(AccessResult result, string path)
    {
        using var csv = new CsvWriter(path, "indicator", "value", "unit", "label", "label_fr", "empty_because");
        foreach (AccessIndicator row in result.Summary)
        {
            csv.Write(row.Indicator.Name);
            csv.Write(row.Value);
            csv.Write(row.Indicator.Unit == "accessibility" ? result.Source.Metric.Unit : row.Indicator.Unit);
            csv.Write(row.Indicator.English);
            csv.Write(row.Indicator.French);
            csv.Write(row.Missing.English);
            csv.EndRow();
        }
    }

    /// <summary>What was measured of what, so that it can be measured again.</summary>
    private static JsonObject Describe(AccessSource source)
    {
        var metric = new JsonObject { [Binder.TypeKey] = source.Metric.Type };
        foreach (InputKey key in InputKey.Of(source.Metric.GetType()).Where(key => key.Name != Binder.TypeKey))
        {
            metric[key.Name] = JsonSerializer.SerializeToNode(key.Property.GetValue(source.Metric));
        }

        return new JsonObject
        {
            ["program"] = ProgramInfo.Current.ToString(),
            ["metric"] = metric,
            ["unit"] = source.Metric.Unit,
            ["fte_per_physician"] = source.FtePerPhysician,
            ["under_dense_below"] = source.Line,
            ["inputs"] = new JsonArray([.. source.Territories.Files.Select(file => (JsonNode)new JsonObject
            {
                ["file"] = Path.GetFileName(file.Path),
                ["sha256"] = file.Sha256,
            })]),
        };
    }
}
