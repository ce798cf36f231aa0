using System.Text.Json.Nodes;
using InstallSim.Charts.Files;
using InstallSim.Inputs;
using InstallSim.Outputs;
using InstallSim.Studies.Analyses;
using InstallSim.Studies.Tables;

namespace InstallSim.Studies.Uptakes;

/// <summary>Writes what packages would do: tables for people and programs, figures. The folder appears whole or not at all.</summary>
public static class UptakeFolder
{
    /// <summary>What packages would do, for people who read.</summary>
    public const string PageFile = "uptake.html";

    /// <summary>Writes the folder.</summary>
    /// <param name="result">What was found.</param>
    /// <param name="results">Where to; former results there are replaced.</param>
    /// <param name="language">Language of page, text and figures; English when null.</param>
    /// <returns>The figures that could not be drawn, with a warning each; empty when all were.</returns>
    /// <exception cref="InputException">Something else stands there.</exception>
    public static IReadOnlyList<Words> Write(UptakeResult result, AtomicFolder results, ReportText? language = null)
    {
        ReportText t = language ?? ReportText.English;
        string In(string file) => Path.Combine(results.Path, file);
        ResultTable[] tables =
        [
            UptakeTables.Uptake(result), .. result.Incomes.Count > 0 ? [UptakeTables.Incomes(result)] : Array.Empty<ResultTable>(),
            .. result.Map.Length > 0 ? [UptakeTables.Map(result)] : Array.Empty<ResultTable>(),
        ];
        foreach (ResultTable table in tables)
        {
            table.Write(In(table.Id + ".csv"));
        }

        var context = new UptakeFigureContext(result, t);
        EachFigure drawn = EachFigure.Write(
            UptakeFigureContext.Figures, context, context with { Width = EachFigure.NarrowWidth }, In("figures"));
        Markup pictures = FilePage.Figures(drawn, In("figures"), t);
        File.WriteAllText(In("uptake.json"), Json(result, tables).ToJsonString(Outputs.Json.Indented) + "\n");
        File.WriteAllText(In("uptake.txt"), UptakeTables.Console(result, t));
        File.WriteAllText(In(PageFile), UptakePage.Write(result, t, pictures));
        results.Commit();
        return LostFigures.Of(drawn);
    }

    private static JsonObject Json(UptakeResult result, IEnumerable<ResultTable> tables)
    {
        var json = new JsonObject
        {
            ["study"] = result.Source.Study.Name,
            ["title"] = result.Source.Study.Title,
            ["model"] = result.Model,
            ["estimates_sha256"] = FileHash.Of(result.Estimates),
            ["draws"] = result.Settings.Draws,
            ["interval_draws"] = result.Settings.IntervalDraws,
            ["seed"] = result.Settings.Seed,
            ["answers_simulated"] = result.IsSimulated,
            ["warnings"] = new JsonArray([.. result.Warnings.Select(w => (JsonNode)w.English)]),
        };
        foreach (ResultTable table in tables)
        {
            json[table.Id.Replace('-', '_')] = table.ToJson();
        }

        return json;
    }
}
