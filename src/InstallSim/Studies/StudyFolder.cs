using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using InstallSim.Choice.Estimation;
using InstallSim.Inputs;
using InstallSim.Reporting;
using InstallSim.Results;
using InstallSim.Studies.Figures;

namespace InstallSim.Studies;

/// <summary>Writes what a study found: tables for people and programs, figures, and a manifest. The folder appears whole or not at all.</summary>
public static class StudyFolder
{
    /// <summary>Writes the folder.</summary>
    /// <param name="study">What was found.</param>
    /// <param name="folder">Where to; former results there are replaced.</param>
    /// <param name="seconds">Time that the estimation took, for the manifest.</param>
    /// <exception cref="InputException">Something else stands there.</exception>
    public static void Write(StudyResult study, string folder, double seconds)
    {
        using AtomicFolder results = AtomicFolder.Create(folder);
        string In(string file) => Path.Combine(results.Path, file);
        WriteEstimates(study, In("estimates.csv"));
        if (study.WillingnessToPay.Count > 0)
            WriteWillingnessToPay(study, In("willingness-to-pay.csv"));
        IReadOnlyList<PredictedChoice> predicted = Predictions.Of(study);
        if (predicted.Count > 0)
            WritePredictions(predicted, In("predictions.csv"));
        WriteText(In("estimates.json"), Estimates(study).ToJsonString(Json.Indented) + "\n");
        WriteText(In("estimates.tex"), LatexTable.Write(study));
        WriteText(In("estimates.txt"), ConsoleTable.Write(study));
        WriteFigures(study, In("figures"));
        WriteText(In("estimates.html"), HtmlTable.Write(study, In("figures")));
        WriteText(In(AtomicFolder.Mark), Manifest(study, ResultsFolder.HashOf(In("estimates.csv")), seconds).ToJsonString(Json.Indented) + "\n");
        results.Commit();
    }

    /// <summary>Writes the specifications, and draws them where Node.js is.</summary>
    private static void WriteFigures(StudyResult study, string folder)
    {
        Directory.CreateDirectory(folder);
        var figures = StudyFigureCatalog.All.Where(f => f.Applies(study)).Select(f => (f.Id, Specification: StudyFigureCatalog.Whole(f, study))).ToList();
        foreach (var (id, specification) in figures)
            WriteText(Path.Combine(folder, id + ".vl.json"), specification.ToJsonString(Json.Indented) + "\n");
        try
        {
            FigureRenderer.Draw(figures, folder, "svg");
        }
        catch (InvalidOperationException)
        {
            // Without Node.js the specifications are all there is; the page says so.
        }
    }

    private static void WritePredictions(IReadOnlyList<PredictedChoice> predicted, string path)
    {
        using var csv = new CsvWriter(path, "situation", "alternative", "probability", "std_error", "lower_95", "upper_95");
        foreach (PredictedChoice choice in predicted)
        {
            csv.Write(choice.Situation);
            csv.Write(choice.Alternative);
            foreach (double value in (double[])[choice.Probability.Estimate, choice.Probability.StandardError, choice.Probability.Lower, choice.Probability.Upper])
                csv.Write(value);
            csv.EndRow();
        }
    }

    private static void WriteText(string path, string text) => File.WriteAllText(path, text);

    private static void WriteEstimates(StudyResult study, string path)
    {
        using var csv = new CsvWriter(path, "parameter", "estimate", "std_error", "z", "p", "lower_95", "upper_95", "fixed");
        foreach (ParameterRow row in ParameterRow.Of(study.Estimates))
        {
            csv.Write(row.Name);
            foreach (double value in (double[])[row.Estimate, row.StandardError, row.Z, row.P, row.Lower, row.Upper])
                csv.Write(value);
            csv.Write(row.IsFixed ? 1 : 0);
            csv.EndRow();
        }
    }

    private static void WriteWillingnessToPay(StudyResult study, string path)
    {
        using var csv = new CsvWriter(path, "variable", "estimate", "std_error", "lower_95", "upper_95", "denominator", "unit", "method");
        WillingnessToPaySettings settings = study.Study.WillingnessToPay!;
        foreach (WillingnessToPayRow row in study.WillingnessToPay)
        {
            csv.Write(row.Name);
            foreach (double value in (double[])[row.Estimate, row.StandardError, row.Lower, row.Upper])
                csv.Write(value);
            csv.Write(settings.Denominator);
            csv.Write(settings.Unit);
            csv.Write(InputType.Kebab(settings.Method.ToString()));
            csv.EndRow();
        }
    }

    private static JsonObject Estimates(StudyResult study)
    {
        EstimationResult r = study.Estimates;
        var kinds = new JsonObject();
        foreach (CovarianceKind kind in r.Kinds.Order())
            kinds[InputType.Kebab(kind.ToString())] = Numbers(r.StandardErrors(kind));
        var json = new JsonObject
        {
            ["study"] = study.Study.Name,
            ["title"] = study.Study.Title,
            ["model"] = study.Model,
            ["draws"] = study.Draws.Length == 0 ? null : study.Draws,
            ["situations"] = r.Situations,
            ["persons"] = r.Persons,
            ["situations_dropped"] = study.Choices.Dropped,
            ["log_likelihood_null"] = r.NullLogLikelihood,
            ["log_likelihood_initial"] = Number(r.InitialLogLikelihood),
            ["log_likelihood"] = r.LogLikelihood,
            ["rho_squared"] = r.RhoSquared,
            ["rho_squared_adjusted"] = r.AdjustedRhoSquared,
            ["aic"] = r.Aic,
            ["bic"] = r.Bic,
            ["converged"] = r.Converged,
            ["ending"] = r.Ending,
            ["iterations"] = r.Iterations,
            ["gradient_norm"] = Number(r.GradientNorm),
            ["condition_number"] = Number(r.ConditionNumber),
            ["warnings"] = new JsonArray([.. study.Warnings.Select(w => (JsonNode)w)]),
            ["parameters"] = new JsonArray([.. r.Parameters.Select(p => (JsonNode)p)]),
            ["estimates"] = Numbers(r.Estimates),
            ["fixed"] = new JsonArray([.. r.IsFixed.Select(f => (JsonNode)f)]),
            ["standard_error_kind"] = InputType.Kebab(r.DefaultCovariance.ToString()),
            ["standard_errors"] = kinds,
            ["covariance"] = new JsonArray([.. Enumerable.Range(0, r.Parameters.Count).Select(i => (JsonNode)Numbers(Enumerable.Range(0, r.Parameters.Count).Select(j => r.Covariance()[i, j])))]),
        };
        if (study.WillingnessToPay.Count > 0)
        {
            json["willingness_to_pay"] = new JsonArray([.. study.WillingnessToPay.Select(w => (JsonNode)new JsonObject
            {
                ["variable"] = w.Name,
                ["estimate"] = Number(w.Estimate),
                ["standard_error"] = Number(w.StandardError),
                ["lower"] = Number(w.Lower),
                ["upper"] = Number(w.Upper),
            })]);
        }

        return json;
    }

    private static JsonObject Manifest(StudyResult study, string hash, double seconds)
    {
        StudySource source = study.Source;
        string[] files = [.. source.Document.Files, study.Study.Data.File];
        return new JsonObject
        {
            ["version"] = typeof(StudyFolder).Assembly.GetName().Version!.ToString(3),
            ["kind"] = "study",
            ["name"] = study.Study.Name,
            ["study"] = YamlText.Canonical(source.Document.Root, source.Binder),
            ["files"] = new JsonArray([.. files.Select(file => (JsonNode)new JsonObject
            {
                ["path"] = Path.GetRelativePath(Environment.CurrentDirectory, file).Replace('\\', '/'),
                ["sha256"] = ResultsFolder.HashOf(file),
            })]),
            ["result_hash"] = hash,
            ["seconds"] = double.Parse(seconds.ToString("0.###", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture),
            ["machine"] = $"{RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}, {Environment.ProcessorCount} processors",
        };
    }

    private static JsonValue? Number(double value) => double.IsFinite(value) ? JsonValue.Create(value) : null;

    private static JsonArray Numbers(IEnumerable<double> values) => new([.. values.Select(Number)]);
}
