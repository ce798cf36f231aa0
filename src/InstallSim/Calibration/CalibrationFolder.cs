using System.Text.Json.Nodes;
using InstallSim.Charts.Files;
using InstallSim.Experiments;
using InstallSim.Inputs;
using InstallSim.Outputs;

namespace InstallSim.Calibration;

/// <summary>Writes what a calibration found: tables, the calibrated scenario, figures. The folder appears whole or not at all.</summary>
public static class CalibrationFolder
{
    /// <summary>What the terminal says, as a file: every folder of a calibration has it.</summary>
    public const string TextFile = "calibration.txt";

    /// <summary>The same for people who read.</summary>
    public const string PageFile = "calibration.html";

    /// <summary>The scenario with the numbers found.</summary>
    public const string ScenarioFile = "calibrated.yaml";

    /// <summary>How many runs were asked for, and of what.</summary>
    public const string DescriptionFile = "calibration.json";

    /// <summary>Takes the folder of a calibration; a larger one is not replaced, and that of another is told.</summary>
    /// <param name="loaded">The calibration.</param>
    /// <param name="folder">The folder to be.</param>
    /// <param name="leftovers">Whether it goes on, with the same or kept points alone, or replaces whatever calibration is there.</param>
    /// <param name="tell">Told what is replaced.</param>
    /// <exception cref="InputException">It holds one that asked for more runs or something else, or cannot be written to.</exception>
    public static AtomicFolder Begin(LoadedCalibration loaded, string folder, Leftovers leftovers, Action<Words> tell) =>
        AtomicFolder.CreateOver(folder, leftovers.Force, TextFile, [loaded.Path], DescriptionFile, was =>
        {
            if (RunSize.More([(new Words("runs", "calculs au plus"), (double?)was["most_runs"] ?? 0, loaded.Settings.Evaluations)])
                is { } more)
            {
                return new Words($"holds a finished calibration of up to {more.English}; name another --out, or --force replaces it",
                    $"contient un calage terminé de {more.French}\u00a0; nommer un autre --out, ou --force le remplace");
            }

            if (RunIdentity.Parse((string?)was["identity"] ?? "")?.DifferenceFrom(RunIdentity.Parse(loaded.Identity)!) is not { } other)
            {
                return null;
            }

            if (leftovers.Resume && !ExperimentRunner.HasKept(folder))
            {
                return new Words(
                    $"holds a finished calibration made otherwise: {other.English}; --resume goes on with the same alone: name another "
                        + "--out, or --force replaces it",
                    $"contient un calage terminé fait autrement\u00a0: {other.French}\u00a0; --resume ne poursuit que le même\u00a0: "
                        + "nommer un autre --out, ou --force le remplace");
            }

            tell(FolderWords.Replaced(folder, new Words(
                $"a calibration made otherwise: {other.English}", $"un calage fait autrement\u00a0: {other.French}")));
            return null;
        }, loaded.Experiment.Files.Select(file => file.Path));

    /// <summary>Writes the folder.</summary>
    /// <param name="result">What was found.</param>
    /// <param name="results">Where to; former results there are replaced.</param>
    /// <param name="folder">The folder as it will be called.</param>
    /// <param name="text">Language of text and figures.</param>
    /// <exception cref="InputException">Something else stands there.</exception>
    public static void Write(CalibrationResult result, AtomicFolder results, string folder, ReportText text)
    {
        string In(string file) => Path.Combine(results.Path, file);
        WriteFit(result, In("fit.csv"));
        WriteNumbers(result, In("parameters.csv"));
        WriteCovariance(result, In("covariance.csv"));
        WritePlausible(result, In("plausible.csv"));
        WriteWaves(result, In("waves.csv"));
        File.WriteAllText(In(ScenarioFile), CalibratedScenario.Write(result, folder));
        File.WriteAllText(In(TextFile), CalibrationText.Write(result, text));
        File.WriteAllText(In("calibration.yaml"), YamlText.Resolved(result.Loaded.Document.Root));
        File.WriteAllText(In(DescriptionFile),
            new JsonObject
            {
                ["most_runs"] = result.Loaded.Settings.Evaluations,
                ["identity"] = result.Loaded.Identity,
            }.ToJsonString(Json.Indented) + "\n");
        var context = new CalibrationFigureContext(result, text);
        EachFigure drawn = EachFigure.Write(
            CalibrationFigureContext.Figures, context, context with { Width = EachFigure.NarrowWidth }, In("figures"));
        File.WriteAllText(In(PageFile), CalibrationPage.Write(result, text, FilePage.Figures(drawn, In("figures"), text)));
        results.Commit();
    }

    private static void WriteFit(CalibrationResult result, string path)
    {
        using var csv = new CsvWriter(path, "target", "before", "after", "published", "limit", "se", "discrepancy", "chance_se", "weight",
            "miss_before", "miss_after", "moved");
        foreach (FitRow row in result.Fit)
        {
            csv.Write(row.Target.Name);
            csv.Write(row.Before);
            csv.Write(row.After);
            csv.Write(row.Target.Value);
            csv.Write(InputType.Kebab(row.Target.Limit.ToString()));
            csv.Write(row.Target.StandardError);
            csv.Write(row.Target.Discrepancy);
            csv.Write(row.Chance);
            csv.Write(row.Target.Weight);
            csv.Write(row.MissBefore);
            csv.Write(row.MissAfter);
            csv.Write(row.IsMoved ? "yes" : "no");
            csv.EndRow();
        }
    }

    private static void WriteNumbers(CalibrationResult result, string path)
    {
        using var csv = new CsvWriter(
            path, "number", "before", "estimate", "se", "plausible_low", "plausible_high", "range_low", "range_high", "scale", "held");
        foreach (NumberRow row in result.Numbers)
        {
            csv.Write(row.Number.Path);
            csv.Write(row.Number.Before);
            csv.Write(row.Estimate);
            csv.Write(row.StandardError);
            csv.Write(row.PlausibleLow);
            csv.Write(row.PlausibleHigh);
            csv.Write(row.Number.Low);
            csv.Write(row.Number.High);
            csv.Write(row.Number.IsLogarithmic ? "log" : "linear");
            csv.Write(row.Held == Holding.None ? "" : InputType.Kebab(row.Held.ToString()));
            csv.EndRow();
        }
    }

    private static void WriteCovariance(CalibrationResult result, string path)
    {
        using var csv = new CsvWriter(path, ["number", .. result.Numbers.Select(n => n.Number.Path)]);
        for (int a = 0; a < result.Numbers.Count; a++)
        {
            csv.Write(result.Numbers[a].Number.Path);
            for (int b = 0; b < result.Numbers.Count; b++)
            {
                csv.Write(result.Covariance[a, b]);
            }

            csv.EndRow();
        }
    }

    private static void WritePlausible(CalibrationResult result, string path)
    {
        using var csv = new CsvWriter(path, [.. result.Numbers.Select(n => n.Number.Path), "implausibility"]);
        for (int i = 0; i < result.Plausible.Length; i++)
        {
            foreach (double value in result.Plausible[i])
            {
                csv.Write(value);
            }

            csv.Write(result.Implausibility[i]);
            csv.EndRow();
        }
    }

    private static void WriteWaves(CalibrationResult result, string path)
    {
        using var csv = new CsvWriter(
            path, "wave", "simulated", "fitted_to", "share_left", "found", "candidates", "target", "surface_error", "spread");
        foreach (WaveResult wave in result.Waves)
        {
            for (int t = 0; t < result.Fit.Count; t++)
            {
                csv.Write(wave.Number);
                csv.Write(wave.Simulated);
                csv.Write(wave.Points);
                csv.Write(wave.Share);
                csv.Write(wave.Found);
                csv.Write(wave.Candidates);
                csv.Write(result.Fit[t].Target.Name);
                csv.Write(wave.Errors[t]);
                csv.Write(wave.Spreads[t]);
                csv.EndRow();
            }
        }
    }
}
