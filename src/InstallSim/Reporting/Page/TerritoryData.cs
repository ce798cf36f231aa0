using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using InstallSim.Outputs;

namespace InstallSim.Reporting.Page;

/// <summary>
/// Results of territories, small: means in whole thousandths and ends in whole hundredths, one array a scenario and indicator, territory by
/// territory and year by year, each as the step from the year before (from zero for the first). What is missing is null and steps over it.
/// </summary>
internal static class TerritoryData
{
    private const double Means = 1000, Ends = 100;
    private static readonly string[] Kept = ["accessibility", "stock"];

    /// <summary>Names, places and steps of every territory.</summary>
    public static JsonObject Write(ResultIndex results)
    {
        var places = results.Results.Places;
        string[] indicators = [.. Kept.Where(i => results.Results.Territories.Any(t => t.Indicator == i))];
        return new JsonObject
        {
            ["codes"] = Json.Array($"{places.Select(p => p.Code)}"),
            ["names"] = Json.Array($"{places.Select(p => p.Name)}"),
            ["population"] = Json.Array($"{places.Select(p => p.Population)}"),
            ["steps"] = new JsonObject(indicators.Select(i => KeyValuePair.Create(i, (JsonNode?)new JsonObject(
                results.Manifest.Scenarios.Select(s => KeyValuePair.Create(s.Name, (JsonNode?)new JsonObject
                {
                    ["mean"] = Steps(results, s.Name, i, t => t.Mean, Means),
                    ["lower"] = Steps(results, s.Name, i, t => t.Lower, Ends),
                    ["upper"] = Steps(results, s.Name, i, t => t.Upper, Ends),
                })))))),
        };
    }

    /// <summary>Written as text and parsed once: a million numbers as nodes of their own cost a second.</summary>
    private static JsonNode Steps(
        ResultIndex results, string scenario, string indicator, Func<Results.TerritoryResult, double> value, double scale)
    {
        var text = new StringBuilder("[", 4 * results.Results.Places.Count * results.Years.Count);
        long before = 0;
        foreach ((int k, Results.TerritoryResult? result) in results.Territories(scenario, indicator).Index())
        {
            before = k % results.Years.Count == 0 ? 0 : before;
            text.Append(k == 0 ? "" : ",");
            if (result is { } row && value(row) is var found && double.IsFinite(found))
            {
                long now = (long)Math.Floor((scale * found) + 0.5);
                text.Append(CultureInfo.InvariantCulture, $"{now - before}");
                before = now;
            }
            else
            {
                text.Append("null");
            }
        }

        return JsonNode.Parse(text.Append(']').ToString())!;
    }
}
