using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using InstallSim.Charts.Files;
using InstallSim.Inputs;
using InstallSim.Outputs;
using InstallSim.Studies.Analyses;
using InstallSim.Studies.Checklists;
using InstallSim.Studies.Figures;
using InstallSim.Studies.Results;
using InstallSim.Studies.Settings;
using InstallSim.Studies.Tables;

namespace InstallSim.Studies;

/// <summary>
/// Writes what a study found: tables for people and programs, figures, and a manifest. The folder appears whole or not at all.
/// </summary>
public static class StudyFolder
{
    /// <summary>The estimates, which every folder of a study has.</summary>
    public const string EstimatesFile = EstimatedFrom.FileName;

    /// <summary>What was found, for people who read.</summary>
    public const string PageFile = "estimates.html";

    /// <summary>Writes the folder.</summary>
    /// <param name="study">What was found.</param>
    /// <param name="results">Where to; former results there are replaced.</param>
    /// <param name="language">Language of the figures, the page and the LaTeX table; English when null.</param>
    /// <returns>The figures that could not be drawn, with a warning each; empty when all were.</returns>
    /// <exception cref="InputException">Something else stands there.</exception>
    public static IReadOnlyList<Words> Write(StudyResult study, AtomicFolder results, ReportText? language = null)
    {
        var figures = new StudyFigureContext(study, language ?? ReportText.English);
        string In(string file) => Path.Combine(results.Path, file);
        StudyTables.WriteEstimates(study, In("estimates.csv"));
        if (study.WillingnessToPay.Count > 0)
        {
            StudyTables.WriteWillingnessToPay(study, In("willingness-to-pay.csv"));
        }

        foreach (ResultTable table in study.Analyses.Tables)
        {
            StudyTables.Write(study, table, In(table.Id + ".csv"));
        }

        IReadOnlyList<PredictedChoice> predicted = Predictions.Of(study);
        if (predicted.Count > 0)
        {
            StudyTables.WritePredictions(study, predicted, In("predictions.csv"));
        }

        JsonObject json = EstimatesJson.Of(study);
        json["data"] = DescriptionTable.ToJson(study.Choices.Description);
        WriteText(In(EstimatesFile), json.ToJsonString(Json.Indented) + "\n");
        WriteText(In("data.txt"), DescriptionTable.Write(study.Choices.Description, figures.Text));
        WriteText(In("estimates.tex"), LatexTable.Write(study, figures.Text));
        WriteText(In("estimates.txt"), ConsoleTable.Write(study, figures.Text));
        EachFigure drawn = EachFigure.Write(
            StudyFigureCatalog.All, figures, figures with { Width = EachFigure.NarrowWidth }, In("figures"));
        Markup pictures = FilePage.Figures(drawn, In("figures"), figures.Text)
            + DescriptionTable.ToHtml(study.Choices.Description, figures.Text);
        WriteText(In(PageFile), HtmlTable.Write(study, figures.Text, pictures));
        ChecklistFiles.Write(study, figures.Text, results.Path);
        WriteText(In("manifest.json"), Manifest(study, FileHash.Of(In("estimates.csv"))).ToJsonString(Json.Indented) + "\n");
        results.Commit();
        return LostFigures.Of(drawn);
    }

    /// <summary>Refuses the results of a study where those of a simulation are expected.</summary>
    /// <exception cref="InputException">The folder, or that of the manifest named, holds a study's results.</exception>
    public static void RefuseAsResults(string path)
    {
        string folder = File.Exists(path) ? Path.GetDirectoryName(Path.GetFullPath(path))! : path;
        if (File.Exists(Path.Combine(folder, EstimatesFile)))
        {
            throw new InputException(new Place(path),
                $"holds the results of a study, not of a simulation: its page is {Path.Combine(folder, PageFile)}, "
                    + $"its figures are in {Path.Combine(folder, "figures")} (SVG and Vega-Lite); 'installsim estimate STUDY' makes them "
                    + $"again, --lang fr in French");
        }
    }

    private static void WriteText(string path, string text) => File.WriteAllText(path, text);

    private static JsonObject Manifest(StudyResult study, string hash)
    {
        StudySource source = study.Source;
        StudyData data = study.Study.Data;
        string? design = data.Responses is null ? null : data.Design ?? study.Study.Respondents?.Design;
        string[] files = [.. source.Document.Files, data.File, .. design is null ? Array.Empty<string>() : [design]];
        return new JsonObject
        {
            ["version"] = typeof(StudyFolder).Assembly.GetName().Version!.ToString(3),
            ["kind"] = "study",
            ["name"] = study.Study.Name,
            ["study"] = YamlText.Canonical(source.Document.Root, source.Binder),
            ["files"] = new JsonArray([.. files.Select(file => (JsonNode)new JsonObject
            {
                ["path"] = Path.GetRelativePath(Environment.CurrentDirectory, file).Replace('\\', '/'),
                ["sha256"] = FileHash.Of(file),
            })]),
            ["result_hash"] = hash,
            ["answers_simulated"] = study.IsSimulated,
            ["weighted"] = study.Weighted?.English,
            ["warnings"] = new JsonArray([.. study.Warnings.Select(w => (JsonNode)w.English)]),
            ["machine"] = $"{RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}, "
                + $"{Environment.ProcessorCount} processors",
        };
    }
}
