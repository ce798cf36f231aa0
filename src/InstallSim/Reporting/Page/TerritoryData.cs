using System.Text.Json;
using InstallSim.Outputs;
using InstallSim.Results;

namespace InstallSim.Reporting.Page;

/// <summary>
/// Results of territories, small: means in whole thousandths and ends in whole hundredths, one array a scenario and indicator, territory by
/// territory and year by year, each as the step from the year before (from zero for the first). What is missing is null and steps over it.
/// </summary>
internal static class TerritoryData
{
    private const double Means = 1000, Ends = 100;
    private static readonly string[] Kept = ["accessibility", "stock"];

    /// <summary>Writes names, places and steps of every territory.</summary>
    public static void Write(ResultIndex results, Utf8JsonWriter writer)
    {
        var places = results.Results.Places;
        writer.WriteStartObject();
        WriteAll("codes", p => writer.WriteStringValue(p.Code));
        WriteAll("names", p => writer.WriteStringValue(p.Name));
        WriteAll("population", p => writer.WriteRawValue(Json.Text(p.Population)));
        writer.WriteStartObject("steps");
        foreach (string indicator in Kept.Where(i => results.Results.Territories.Any(t => t.Indicator == i)))
        {
            writer.WriteStartObject(indicator);
            foreach (ScenarioInfo scenario in results.Manifest.Scenarios)
            {
                var rows = results.Territories(scenario.Name, indicator);
                writer.WriteStartObject(scenario.Name);
                WriteSteps(writer, "mean", rows.Select(t => t?.Mean), Means, results.Years.Count);
                WriteSteps(writer, "lower", rows.Select(t => t?.Lower), Ends, results.Years.Count);
                WriteSteps(writer, "upper", rows.Select(t => t?.Upper), Ends, results.Years.Count);
                writer.WriteEndObject();
            }

            writer.WriteEndObject();
        }

        writer.WriteEndObject();
        writer.WriteEndObject();

        void WriteAll(string name, Action<PlaceRow> write)
        {
            writer.WriteStartArray(name);
            foreach (PlaceRow place in places)
            {
                write(place);
            }

            writer.WriteEndArray();
        }
    }

    private static void WriteSteps(Utf8JsonWriter writer, string name, IEnumerable<double?> values, double scale, int years)
    {
        (long before, int year) = (0, 0);
        writer.WriteStartArray(name);
        foreach (double? value in values)
        {
            before = year == 0 ? 0 : before;
            year = year + 1 < years ? year + 1 : 0;
            if (value is { } found && double.IsFinite(found))
            {
                long now = (long)Math.Floor((scale * found) + 0.5);
                writer.WriteNumberValue(now - before);
                before = now;
            }
            else
            {
                writer.WriteNullValue();
            }
        }

        writer.WriteEndArray();
    }
}
