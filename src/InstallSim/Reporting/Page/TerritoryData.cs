using System.Text.Json.Nodes;

namespace InstallSim.Reporting.Page;

/// <summary>
/// Results of territories, small: whole hundredths, one array a scenario and indicator, territory by territory and year by year, each as
/// the step from the year before (from zero for the first). What is missing is null and steps over it.
/// </summary>
internal static class TerritoryData
{
    private const double Hundredths = 100;
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
            ["area"] = Json.Array($"{places.Select(p => (double)(int)p.Area)}"),
            ["longitude"] = Json.Array($"{places.Select(p => p.Longitude)}"),
            ["latitude"] = Json.Array($"{places.Select(p => p.Latitude)}"),
            ["steps"] = new JsonObject(indicators.Select(i => KeyValuePair.Create(i, (JsonNode?)new JsonObject(
                results.Manifest.Scenarios.Select(s => KeyValuePair.Create(s.Name, (JsonNode?)new JsonObject
                {
                    ["mean"] = Steps(results, s.Name, i, t => t.Mean),
                    ["lower"] = Steps(results, s.Name, i, t => t.Lower),
                    ["upper"] = Steps(results, s.Name, i, t => t.Upper),
                })))))),
        };
    }

    private static JsonArray Steps(ResultIndex results, string scenario, string indicator, Func<Results.TerritoryResult, double> value)
    {
        var steps = new JsonArray();
        foreach (var place in results.Results.Places)
        {
            long before = 0;
            foreach (int year in results.Years)
            {
                double found = results.Territory(scenario, indicator, year, place.Code) is { } t ? value(t) : double.NaN;
                if (!double.IsFinite(found))
                {
                    steps.Add((JsonNode?)null);
                    continue;
                }

                long now = (long)Math.Round(Hundredths * found);
                steps.Add((JsonNode)(now - before));
                before = now;
            }
        }

        return steps;
    }
}
