using System.CommandLine;
using InstallSim.Inputs;
using InstallSim.Outputs;
using InstallSim.Studies;
using InstallSim.Studies.Results;
using InstallSim.Studies.Settings;
using InstallSim.Studies.Tables;

namespace InstallSim.Cli.Verbs;

/// <summary><c>table</c>: several choice models side by side.</summary>
internal static class TableVerb
{
    public static Command Command()
    {
        var studies = new Argument<string[]>("STUDY")
        {
            Description = "Study files, a column each.",
            Arity = ArgumentArity.OneOrMore,
        };
        var folder = new Option<string>("--out")
        {
            Description = "Folder of the tables.",
            HelpName = "DIR",
            DefaultValueFactory = _ => Path.Combine("out", "models"),
        };
        Option<string[]> set = RunOptions.SetOption("study");
        Option<bool> force = RunOptions.ForceOption("Replaces results that were changed, keeping what this program did not write.");
        var quiet = new Option<bool>("--quiet") { Description = "Says nothing but errors." };
        studies.Validators.Add(RunOptions.NoOptionIsAPath);
        var command = new Command("table", """
            Fits the choice models of several studies and puts them side by side in one table: text, LaTeX, HTML and CSV.

            Examples, after 'installsim new study --from dce':
              installsim table study/physician-dce.yaml
              installsim table study/physician-dce.yaml study/physician-dce.yaml --out out/models
            """) { studies, folder, set, force, quiet };
        command.SetAction((parsed, stop) => Task.FromResult(Run(parsed, parsed.GetValue(studies)!, parsed.GetValue(folder)!,
            parsed.GetValue(set)!, (parsed.GetValue(force), parsed.GetValue(quiet)), stop)));
        return command;
    }

    private static int Run(
        ParseResult parsed, string[] paths, string folder, string[] overrides, (bool Force, bool Quiet) how, CancellationToken stop)
    {
        ReportText text = Language.Of(parsed);
        var (sources, told) = Read(paths, overrides);
        InputWarnings.Write(how.Quiet ? [] : told, parsed.InvocationConfiguration.Error, text);
        using AtomicFolder target = AtomicFolder.CreateOf(folder, how.Force, "models.csv", paths).SayReplaced(parsed);
        StudyResult[] results = [.. sources.Select(source => StudyEstimation.Run(source, stop: stop))];
        ModelTableText.WriteFiles(results, target.Path, text);
        target.Commit();
        if (!how.Quiet)
        {
            parsed.InvocationConfiguration.Output.Write(ModelTableText.Write(results, text));
            parsed.InvocationConfiguration.Output.WriteLine(text.Say($"Tables: {folder}", $"Tableaux\u00a0: {folder}"));
        }

        return results.All(result => result.Estimates.IsSound) ? CommandLineProgram.Done : CommandLineProgram.Failed;
    }

    /// <summary>All studies with their data, checked before the first is fitted, so that the faults of all are told at once.</summary>
    private static (List<StudySource> Sources, List<InputWarning> Told) Read(string[] paths, string[] overrides)
    {
        var sources = new List<StudySource>();
        var told = new List<InputWarning>();
        var errors = new List<InputError>();
        foreach (string path in paths)
        {
            try
            {
                StudySource source = StudyReader.Read(path, overrides);
                told.AddRange(StudyEstimation.Check(source));
                sources.Add(source);
            }
            catch (InputException refused)
            {
                errors.AddRange(refused.Errors);
            }
        }

        return errors.Count > 0 ? throw new InputException([.. errors.Distinct()]) : (sources, told);
    }
}
