using System.Text.Json.Nodes;
using InstallSim.Charts.Files;
using InstallSim.Experiments;
using InstallSim.Experiments.Points;
using InstallSim.Inputs;
using InstallSim.Outputs;
using InstallSim.Results;

namespace InstallSim.Influence;

/// <summary>Writes a sensitivity analysis: indices, points, what was run, figures. The folder appears whole or not at all.</summary>
public static class SensitivityFolder
{
    /// <summary>What was run, from what: every folder of this kind has it.</summary>
    public const string DescriptionFile = "sensitivity.json";

    /// <summary>What was found, for people who read.</summary>
    public const string PageFile = "sensitivity.html";

    private const string IndicesFile = "indices.csv", PointsFile = "points.csv", TextFile = "sensitivity.txt", FiguresFolder = "figures";

    /// <summary>Takes the folder of an analysis; a larger one is not replaced.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="folder">The folder to be.</param>
    /// <param name="force">Replaces whatever analysis is there.</param>
    /// <exception cref="InputException">It holds an analysis of more runs or something else, or cannot be written to.</exception>
    public static AtomicFolder Begin(LoadedPlan<SensitivitySettings> plan, string folder, bool force) =>
        AtomicFolder.CreateOver(folder, force, DescriptionFile, [plan.Path], DescriptionFile, was => More(was, plan) is { } more
            ? new Words($"holds a finished analysis of {more.English}; name another --out, or --force replaces it",
                $"contient une analyse terminée de {more.French}\u00a0; nommer un autre --out, ou --force la remplace")
            : null, plan.Loaded.Files.Select(file => file.Path)).For(FilesOf(plan));

    private static IEnumerable<string> FilesOf(LoadedPlan<SensitivitySettings> plan) =>
    [
        IndicesFile, PointsFile, DescriptionFile, TextFile, PageFile,
        .. SensitivityFigureContext.FiguresOf(plan).SelectMany(figure => EachFigure.FilesOf(figure.Id))
            .Select(file => $"{FiguresFolder}/{file}"),
    ];

    /// <summary>What an analysis has more of than the plan, the first of all; null where nothing.</summary>
    private static Words? More(JsonObject was, LoadedPlan<SensitivitySettings> plan)
    {
        (Words Of, double There, double Here)[] counts =
        [
            (new("runs", "calculs"), (double?)was["runs"] ?? 0,
                plan.RunsOf((double)plan.Settings.Count * plan.Settings.Width(plan.Numbers.Count))),
            (new("outcomes", "résultats"), (was["outcomes"] as JsonArray)?.Count ?? 0, plan.Outcomes.Count),
            (new("years", "années"), (double?)was["years"] ?? 0, YearsOf(plan)),
        ];
        return RunSize.More([.. counts.Where(c => c.There > c.Here).Take(1)]);
    }

    private static int YearsOf(LoadedPlan<SensitivitySettings> plan) =>
        plan.Loaded.Experiment.Scenarios.Max(prepared => prepared.Scenario.Years.Count);

    /// <summary>Writes the folder.</summary>
    /// <param name="result">What was found.</param>
    /// <param name="folder">Where to; former results there are replaced.</param>
    /// <param name="text">Language of figures and text.</param>
    /// <exception cref="InputException">Something else stands there.</exception>
    public static void Write(SensitivityResult result, AtomicFolder folder, ReportText text)
    {
        string In(string file) => Path.Combine(folder.Path, file);
        WriteIndices(result, In(IndicesFile));
        WritePoints(result, In(PointsFile));
        File.WriteAllText(In(DescriptionFile), Describe(result).ToJsonString(Json.Indented) + "\n");
        File.WriteAllText(In(TextFile), SensitivityTable.Write(result, text));
        var context = new SensitivityFigureContext(result, text);
        EachFigure drawn = EachFigure.Write(
            SensitivityFigureContext.FiguresOf(result.Plan), context, context with { Width = EachFigure.NarrowWidth }, In(FiguresFolder));
        File.WriteAllText(In(PageFile), SensitivityPage.Write(context, FilePage.Figures(drawn, In(FiguresFolder), text)));
        folder.Commit();
    }

    private static void WriteIndices(SensitivityResult result, string path)
    {
        using var csv = new CsvWriter(path, "scenario", "indicator", "year", "of", "number", "with", "index", "value", "low", "high");
        for (int y = 0; y < result.Plan.Outcomes.Count; y++)
        {
            IEnumerable<IndexRow> rows = result.Indices.Where(i => i.Outcome == y);
            foreach (IndexRow row in rows.Append(IndexRow.Bare(y, "", "chance-share", result.ChanceShares[y])))
            {
                PlanOutcome outcome = result.Plan.Outcomes[y];
                csv.Write(outcome.Scenario);
                csv.Write(outcome.Indicator.Name);
                csv.Write(outcome.Year);
                csv.Write(InputType.Kebab(outcome.Of.ToString()));
                csv.Write(row.Number);
                csv.Write(row.With);
                csv.Write(row.Index);
                csv.Write(row.Value);
                csv.Write(row.Low);
                csv.Write(row.High);
                csv.EndRow();
            }
        }
    }

    private static void WritePoints(SensitivityResult result, string path)
    {
        using var csv = new CsvWriter(path,
            ["point", "replication", .. result.Plan.Numbers.Select(n => n.Name), .. result.Plan.Outcomes.Select(o => o.Name)]);
        for (int p = 0; p < result.Outcomes.Length; p++)
        {
            for (int r = 0; r < result.Outcomes[p].Length; r++)
            {
                csv.Write(p);
                csv.Write(r);
                foreach (double value in result.Design.Values[p].Concat(result.Outcomes[p][r]))
                {
                    csv.Write(value);
                }

                csv.EndRow();
            }
        }
    }

    /// <summary>What was run of what, so that it can be run again.</summary>
    private static JsonObject Describe(SensitivityResult result)
    {
        LoadedPlan<SensitivitySettings> plan = result.Plan;
        SensitivitySettings settings = plan.Settings;
        return new JsonObject
        {
            ["program"] = ProgramInfo.Current.ToString(),
            ["method"] = settings.MethodName,
            ["samples"] = settings.Count,
            ["second_order"] = settings.SecondOrder,
            ["levels"] = settings.Levels,
            ["slices"] = settings.Slices,
            ["distribution"] = InputType.Kebab(settings.Distribution.ToString()),
            ["resamples"] = settings.Resamples,
            ["points"] = result.Outcomes.Length,
            ["replications"] = plan.Loaded.Experiment.Replications,
            ["runs"] = plan.RunsOf(result.Outcomes.Length),
            ["years"] = YearsOf(plan),
            ["seed"] = SampleDesign.SeedOf(plan),
            ["overrides"] = new JsonArray([.. plan.Loaded.Plan.Overrides.Select(o => (JsonNode)o)]),
            ["numbers"] = new JsonArray([.. plan.Numbers.Select(n => (JsonNode)new JsonObject
            {
                ["name"] = n.Name,
                ["value"] = n.Value,
                ["low"] = n.Low,
                ["high"] = n.High,
            })]),
            ["outcomes"] = new JsonArray([.. plan.Outcomes.Select((o, y) => (JsonNode)OutcomeOf(result, o, y))]),
            ["inputs"] = new JsonArray([.. plan.Loaded.Files.Select(file => (JsonNode)new JsonObject
            {
                ["file"] = Path.GetFileName(file.Path),
                ["sha256"] = file.Sha256,
            })]),
        };
    }

    private static JsonObject OutcomeOf(SensitivityResult result, PlanOutcome outcome, int y)
    {
        double[] means = result.Means(y);
        double mean = means.Average(), deviation = Math.Sqrt(means.Sum(m => (m - mean) * (m - mean)) / (means.Length - 1));
        double chance = result.ChanceShares[y];
        return new JsonObject
        {
            ["name"] = outcome.Name,
            ["unit"] = outcome.Indicator.Unit,
            ["label"] = outcome.Indicator.English,
            ["label_fr"] = outcome.Indicator.French,
            ["mean"] = double.IsFinite(mean) ? mean : null,
            ["standard_deviation"] = double.IsFinite(deviation) ? deviation : null,
            ["chance_share"] = double.IsFinite(chance) ? chance : null,
        };
    }
}
