using System.Text.Json.Nodes;
using InstallSim.Charts;
using InstallSim.Charts.Files;
using InstallSim.Inputs;
using InstallSim.Outputs;
using InstallSim.Results;
using InstallSim.World;

namespace InstallSim.Readouts;

/// <summary>Writes what a physician wants: tables and a figure. The folder appears whole or not at all.</summary>
public static class ExplainFolder
{
    private static readonly IFigure<ExplainContext>[] Figures = [new UtilityTerms()];

    /// <summary>What was explained: every folder of this kind has it.</summary>
    private const string DescriptionFile = "explain.json";

    /// <summary>What of a description says whose choice it is, and which.</summary>
    private static readonly string[] Asked = ["physician", "year", "seed", "scenarios"];

    /// <summary>Takes the folder of what is to be explained; another physician, year, seed or other scenarios are not replaced.</summary>
    /// <param name="source">What is to be explained.</param>
    /// <param name="folder">The folder to be.</param>
    /// <param name="force">Replaces whatever was explained there.</param>
    /// <exception cref="InputException">It holds another choice or something else, or cannot be written to.</exception>
    public static AtomicFolder Begin(ExplainSource source, string folder, bool force)
    {
        return AtomicFolder.CreateOver(folder, force, DescriptionFile, [source.ProfilePath], DescriptionFile, was =>
        {
            JsonObject now = Describe(source);
            string what = string.Join(", ", Asked.Where(key => !JsonNode.DeepEquals(was[key], now[key]))
                .Select(key => $"{key} ({Text(was[key])}; {Text(now[key])})"));
            return what.Length == 0 ? null : new Words(
                $"holds another choice, {what}; name another --out, or --force replaces it",
                $"contient un autre choix, {what}\u00a0; nommer un autre --out, ou --force le remplace");
        });

        static string Text(JsonNode? value) => value switch
        {
            null => "–",
            JsonArray list => string.Join(", ", list),
            _ => value.ToString(),
        };
    }

    /// <summary>Writes the folder.</summary>
    /// <param name="result">What was found.</param>
    /// <param name="folder">Where to; former results there are replaced.</param>
    /// <param name="text">Language of figures and text.</param>
    /// <exception cref="InputException">Something else stands there.</exception>
    public static void Write(ExplainResult result, AtomicFolder folder, ReportText text)
    {
        string In(string file) => Path.Combine(folder.Path, file);
        WriteProbabilities(result, In("probabilities.csv"));
        WriteTerms(result, In("terms.csv"));
        File.WriteAllText(In("explain.txt"), ExplainText.Write(result, text));
        File.WriteAllText(In(DescriptionFile), Describe(result.Source).ToJsonString(Json.Indented) + "\n");
        foreach (string format in (string[])["svg", "png", "vega"])
        {
            FigureFiles.Write(Figures, new ExplainContext(result, text), In("figures"), format);
        }

        folder.Commit();
    }

    /// <summary>Every alternative with a probability, and the opt-outs; the rows of a scenario add up to 1.</summary>
    private static void WriteProbabilities(ExplainResult result, string path)
    {
        using var csv = new CsvWriter(path, "scenario", "year", "territory", "name", "form", "probability", "considered");
        for (int s = 0; s < result.Choices.Count; s++)
        {
            string scenario = result.Prepared(s).Scenario.Name;
            for (int j = 0; j < result.Choices[s].Probability.Count; j++)
            {
                int i = AlternativeTable.Territory(j);
                if (result.Choices[s].Probability[j] > 0)
                {
                    Row(scenario, result.Table.Code[i], result.Table.Name[i], FormOf(j), result.Choices[s].Probability[j],
                        result.Choices[s].Considered(i));
                }
            }

            foreach (OptOut optOut in Enum.GetValues<OptOut>())
            {
                Row(scenario, "", "", InputType.Kebab(optOut.ToString()), result.Choices[s].OptOuts[(int)optOut], double.NaN);
            }
        }

        void Row(string scenario, string code, string name, string form, double probability, double considered)
        {
            csv.Write(scenario);
            csv.Write(result.Source.Year);
            csv.Write(code);
            csv.Write(name);
            csv.Write(form);
            csv.Write(probability);
            csv.Write(considered);
            csv.EndRow();
        }
    }

    /// <summary>The terms of the places shown; those of a scenario and place add up to <c>utility</c>.</summary>
    private static void WriteTerms(ExplainResult result, string path)
    {
        using var csv = new CsvWriter(path, "scenario", "year", "territory", "name", "form", "term", "utils", "utility");
        for (int s = 0; s < result.Choices.Count; s++)
        {
            for (int p = 0; p < result.Places.Count; p++)
            {
                int i = AlternativeTable.Territory(result.Places[p]);
                for (int k = 0; k < result.Terms(s).Count; k++)
                {
                    csv.Write(result.Prepared(s).Scenario.Name);
                    csv.Write(result.Source.Year);
                    csv.Write(result.Table.Code[i]);
                    csv.Write(result.Table.Name[i]);
                    csv.Write(FormOf(result.Places[p]));
                    csv.Write(result.Terms(s)[k]);
                    csv.Write(result.Utilities[s][p][k]);
                    csv.Write(result.Utility(s, p));
                    csv.EndRow();
                }
            }
        }
    }

    private static string FormOf(int alternative) => PracticeForms.All[(int)AlternativeTable.Form(alternative)].Name;

    private static JsonObject Describe(ExplainSource source) =>
        new()
        {
            ["program"] = ProgramInfo.Current.ToString(),
            ["physician"] = source.Profile.Name,
            ["physician_sha256"] = FileHash.Of(source.ProfilePath),
            ["year"] = source.Year,
            ["twins"] = ExplainResult.Twins,
            ["seed"] = source.Loaded.Experiment.Scenarios[0].Scenario.Seed,
            ["scenarios"] = new JsonArray([.. source.Loaded.Experiment.Scenarios.Select(s => (JsonNode)s.Scenario.Name)]),
            ["inputs"] = new JsonArray([.. source.Loaded.Files.Select(file => (JsonNode)new JsonObject
            {
                ["file"] = Path.GetFileName(file.Path),
                ["sha256"] = file.Sha256,
            })]),
        };
}
