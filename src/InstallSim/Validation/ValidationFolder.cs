using System.Text.Json.Nodes;
using InstallSim.Charts;
using InstallSim.Charts.Files;
using InstallSim.Inputs;
using InstallSim.Outputs;
using InstallSim.Results;

namespace InstallSim.Validation;

/// <summary>Writes what was found: tables, figures and the page. The folder appears whole or not at all.</summary>
public static class ValidationFolder
{
    /// <summary>What was run, from what: every folder of this kind has it.</summary>
    public const string DescriptionFile = "validation.json";

    /// <summary>The page.</summary>
    public const string PageFile = "validation.md";

    private static readonly IFigure<BacktestContext>[] Pictures = [new ChangeScatter(), new CoverageLines()];

    /// <summary>Writes the folder.</summary>
    /// <param name="result">What was found.</param>
    /// <param name="folder">Where to; former results there are replaced.</param>
    /// <param name="text">Language of figures and page.</param>
    /// <exception cref="InputException">Something else stands there.</exception>
    public static void Write(ValidationResult result, AtomicFolder folder, ReportText text)
    {
        string In(string file) => Path.Combine(folder.Path, file);
        string[] figures = [];
        if (result.Backtest is { } backtest)
        {
            WriteScores(backtest, In("scores.csv"));
            WriteAreas(backtest, In("by-area.csv"));
            WriteTerritories(backtest, In("territories.csv"));
            figures = [.. FigureFiles.Write(Pictures, new BacktestContext(backtest, text), In("figures"), "svg")
                .Select(path => Path.GetRelativePath(folder.Path, path).Replace('\\', '/'))];
        }

        File.WriteAllText(In(PageFile), ValidationPage.Write(result, text, figures));
        File.WriteAllText(In(DescriptionFile), Describe(result.Source).ToJsonString(Json.Indented) + "\n");
        folder.Commit();
    }

    /// <summary>What is told on a terminal.</summary>
    public static string Terminal(ValidationResult result, ReportText text)
    {
        string said = "";
        if (result.Backtest is { } backtest)
        {
            var words = new BacktestText(backtest, text);
            string worse = string.Concat(words.Worse().Select(line => $"  {line}\n"));
            string none = text.Say("  nowhere by these scores\n", "  nulle part selon ces scores\n");
            said += words.Areas().Terminal() + "\n" + words.ScoresIn(Scale.Count).Terminal() + "\n" + words.SkillsIn(Scale.Count).Terminal()
                + text.Say("\nWhere the model is worse than a rule that knows nothing of physicians:\n",
                    "\nOù le modèle est moins bon qu’une règle qui ne sait rien des médecins\u00a0:\n") + (worse.Length > 0 ? worse : none);
        }

        if (result.Published is { } published)
        {
            said += "\n" + ValidationPage.Figures(result.Source.File.Published!, published, text).Terminal();
        }

        return said + string.Concat(result.Source.File.Variants.Zip(result.Variants,
            (table, columns) => $"\n{table.Title}\n{ValidationPage.Variants(table, columns, text).Terminal()}"));
    }

    private static void WriteScores(BacktestResult result, string path)
    {
        using var csv = new CsvWriter(path, "scale", "area_type", "forecast", "territories", "mae", "rmse", "bias", "change_correlation",
            "crps", "coverage_80", "coverage_90", "skill_mae", "skill_mae_lower", "skill_mae_upper", "skill_rmse", "skill_rmse_lower",
            "skill_rmse_upper", "skill_crps", "skill_crps_lower", "skill_crps_upper");
        foreach (ScoreRow row in result.Scores)
        {
            csv.Write(row.Scale == Scale.Count ? "physicians" : "physicians/100,000 inhabitants");
            csv.Write(row.Area);
            csv.Write(row.Forecast);
            csv.Write(row.Territories);
            var skills = row.Skills ?? [.. Enumerable.Repeat(new Skill("", double.NaN, double.NaN, double.NaN), 3)];
            Numbers(csv,
            [
                row.MeanAbsolute, row.RootMeanSquare, row.Bias, row.Correlation, row.RankedProbability, row.Coverage80, row.Coverage90,
                .. skills.SelectMany(s => (double[])[s.Value, s.Lower, s.Upper]),
            ]);
            csv.EndRow();
        }
    }

    private static void WriteAreas(BacktestResult result, string path)
    {
        using var csv = new CsvWriter(path, ["area_type", "territories", "start", "observed", "forecast", "lower_80", "upper_80",
            "lower_90", "upper_90", .. result.Rules.Select(Column), "observed_60_plus_share", "forecast_60_plus_share",
            "forecast_60_plus_lower_90", "forecast_60_plus_upper_90"]);
        foreach (AreaSums area in result.Areas)
        {
            csv.Write(area.Area);
            csv.Write(area.Territories);
            Numbers(csv,
            [
                area.Start, area.Observed, area.Forecast, area.Within80.Lower, area.Within80.Upper, area.Within90.Lower,
                area.Within90.Upper, .. area.Rules, area.Observed60Plus, area.Forecast60Plus, area.Within60Plus.Lower,
                area.Within60Plus.Upper,
            ]);
            csv.EndRow();
        }
    }

    private static void WriteTerritories(BacktestResult result, string path)
    {
        using var csv = new CsvWriter(path, ["territory", "name", "area_type", "population", "start", "observed", "forecast", "lower_80",
            "upper_80", "lower_90", "upper_90", .. result.Rules.Select(Column), "observed_60_plus", "forecast_60_plus"]);
        foreach ((int k, BacktestTerritory t) in result.Territories.Index().OrderBy(t => t.Item.Code, StringComparer.Ordinal))
        {
            csv.Write(t.Code);
            csv.Write(t.Name);
            csv.Write(BacktestResult.NameOf(t.Area));
            Numbers(csv,
            [
                t.Population, t.Start, t.Observed, t.Forecast, t.Within80.Lower, t.Within80.Upper, t.Within90.Lower, t.Within90.Upper,
                .. result.Rules.Select(rule => rule.Forecast[k]), t.Observed60Plus, t.Forecast60Plus,
            ]);
            csv.EndRow();
        }
    }

    private static string Column(NaiveForecast rule) => rule.Name.Replace('-', '_');

    private static void Numbers(CsvWriter csv, double[] values) => Array.ForEach(values, value => csv.Write(value));

    /// <summary>By which program and from which files, so that it can be made again.</summary>
    private static JsonObject Describe(ValidationSource source) => new()
    {
        ["program"] = ProgramInfo.Current.ToString(),
        ["file"] = Path.GetFileName(source.Path),
        ["inputs"] = new JsonArray([.. source.Files.Select(file => (JsonNode)new JsonObject
        {
            ["file"] = Path.GetFileName(file.Path),
            ["sha256"] = file.Sha256,
        })]),
    };
}
