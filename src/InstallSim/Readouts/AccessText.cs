using System.Text;
using InstallSim.Inputs;
using InstallSim.Outputs;
using InstallSim.World;

namespace InstallSim.Readouts;

/// <summary>What was measured, as people read it on a terminal.</summary>
public static class AccessText
{
    private const int Worst = 5;

    /// <summary>The summary, and the territories of lowest accessibility.</summary>
    public static string Write(AccessResult result, ReportText text)
    {
        TerritoryTable table = result.Table;
        var said = new StringBuilder();
        string people = text.Number(table.Population.Sum(), 0), physicians = text.Number(table.Physicians.Sum(), 0);
        said.AppendLine(text.Say(
            $"{Metric(result, text)} ({Unit(result, text)}): {table.Count} territories, {people} inhabitants, {physicians} GPs",
            $"{Metric(result, text)} ({Unit(result, text)})\u00a0: {table.Count} territoires, {people} habitants, "
                + $"{physicians} généralistes"));
        int width = result.Summary.Max(row => text.Say(row.Indicator.English, row.Indicator.French).Length);
        foreach (AccessIndicator row in result.Summary)
        {
            string label = text.Say(row.Indicator.English, row.Indicator.French).PadRight(width);
            string value = double.IsNaN(row.Value) ? $"– ({text.Say(row.Missing.English, row.Missing.French)})" : Number(row, text);
            said.AppendLine($"  {label}  {value}");
        }

        said.AppendLine(text.Say("Lowest:", "Les plus bas\u00a0:"));
        foreach (int i in Lowest(result).Take(Worst))
        {
            said.AppendLine($"  {table.Name[i].PadRight(width)}  {text.Number(result.Accessibility[i], 2)}");
        }

        return said.ToString();
    }

    /// <summary>Name of the metric.</summary>
    internal static string Metric(AccessResult result, ReportText text)
    {
        Words name = Words.Of(result.Source.Metric.GetType(), result.Source.Metric.Type);
        return text.Say(name.English, name.French);
    }

    /// <summary>Unit of the metric.</summary>
    internal static string Unit(AccessResult result, ReportText text) =>
        text.Say(result.Source.Metric.Unit, Units.French(result.Source.Metric.Unit));

    /// <summary>Inhabited territories from the lowest accessibility on.</summary>
    internal static IEnumerable<int> Lowest(AccessResult result) => Enumerable.Range(0, result.Table.Count)
        .Where(i => result.Table.Population[i] > 0).OrderBy(i => result.Accessibility[i]);

    private static string Number(AccessIndicator row, ReportText text) => row.Indicator.Unit switch
    {
        "share" => text.Percent(row.Value),
        "inhabitants" => text.Number(row.Value, 0),
        "index" => text.Number(row.Value, 4),
        _ => text.Number(row.Value, 2),
    };
}
