using System.CommandLine;
using System.Diagnostics;
using InstallSim.Inputs;
using InstallSim.Outputs;
using InstallSim.Studies;
using InstallSim.Studies.Data;
using InstallSim.Studies.Results;
using InstallSim.Studies.Settings;
using InstallSim.Studies.Tables;

namespace InstallSim.Cli.Verbs;

/// <summary><c>estimate</c>: fits a choice model to choice data.</summary>
internal static class EstimateVerb
{
    public static Command Command()
    {
        var study = new Argument<string>("STUDY") { Description = "A study file." };
        var folder = new Option<string?>("--out") { Description = "Folder of the results (default: out/NAME).", HelpName = "DIR" };
        var save = new Option<string?>("--save")
        {
            Description = "Writes the estimates as a scenario's preferences too.",
            HelpName = "PREFERENCES.yaml",
        };
        var quiet = new Option<bool>("--quiet") { Description = "Says nothing but errors." };
        Option<string[]> set = RunOptions.SetOption("study");
        Option<bool> force = RunOptions.ForceOption(
            "Replaces results that were changed, keeping what this program did not write, and preferences that hold something else; saves "
                + "estimates that did not converge.");
        study.Validators.Add(RunOptions.NoOptionIsAPath);
        var command = new Command("estimate", """
            Fits a choice model (logit, nested, mixed, latent-class, …) to choice data, as a study file says, and writes tables and figures.

            Examples, after 'installsim new study --from dce':
              installsim estimate study/physician-dce.yaml --save study/preferences.yaml
              installsim estimate study/physician-dce.yaml --set draws.number=2000 --out out/more-draws
            """) { study, folder, save, set, force, quiet };
        command.SetAction((parsed, stop) => Task.FromResult(Run(parsed, parsed.GetValue(study)!, parsed.GetValue(folder),
            parsed.GetValue(save), parsed.GetValue(set)!, (parsed.GetValue(force), parsed.GetValue(quiet)), stop)));
        return command;
    }

    private static int Run(
        ParseResult parsed, string path, string? folder, string? save, string[] overrides, (bool Force, bool Quiet) how,
        CancellationToken stop)
    {
        TextWriter output = parsed.InvocationConfiguration.Output;
        ReportText text = Language.Of(parsed);
        var watch = Stopwatch.StartNew();
        StudySource source = StudyReader.Read(path, overrides, StudyEstimation.TableFaults);
        folder ??= Path.Combine("out", source.Study.Name);
        if (save is not null && !Path.GetRelativePath(folder, save).StartsWith("..", StringComparison.Ordinal))
        {
            throw new InputException(new Place("--save"), new Words(
                $"'{save}' lies in the folder of the results, {folder}, which is written whole; name another place",
                $"«\u00a0{save}\u00a0» se trouve dans le dossier des résultats, {folder}, qui est écrit d’un bloc\u00a0; nommer un autre "
                    + "endroit"));
        }

        if (save is not null)
        {
            SavedPreferences.RefuseOther(source, save, how.Force);
        }

        using AtomicFolder target = AtomicFolder.CreateOf(folder, how.Force, StudyFolder.EstimatesFile, [path]).SayReplaced(parsed);
        StudyResult result = StudyEstimation.Run(source, isSaved: save is not null, stop: stop, read: choices =>
        {
            if (!how.Quiet)
            {
                Describe(parsed, choices, text, save is null ? [] : SavedPreferences.Warnings(source, choices));
            }
        });
        double seconds = watch.Elapsed.TotalSeconds;
        (string? preferences, InputException? refused) = Preferences(result, save, how.Force);
        foreach (Words lost in StudyFolder.Write(result, target, text))
        {
            parsed.InvocationConfiguration.Error.WriteLine(text.Say($"warning: {lost.English}", $"avertissement\u00a0: {lost.French}"));
        }

        if (preferences is not null)
        {
            AtomicFile.WriteIfFree(save!, preferences, how.Force);
        }

        if (!how.Quiet)
        {
            output.Write(ConsoleTable.Write(result, text, hasLabels: true));
            string saved = preferences is null ? "" : text.Say($"; preferences: {save}", $"\u00a0; préférences\u00a0: {save}"),
                time = text.Number(seconds, 2), page = Path.Combine(folder, StudyFolder.PageFile);
            output.WriteLine(text.Say(
                $"Estimated in {time} s. Page, tables, figures and checklist: {page}{saved}",
                $"Estimé en {time}\u00a0s. Page, tableaux, figures et liste de contrôle\u00a0: {page}{saved}"));
        }

        foreach (InputError fault in refused?.Errors ?? [])
        {
            parsed.InvocationConfiguration.Error.WriteLine(text.Say(fault.ToString(), fault.French));
        }

        return result.Estimates.IsSound && refused is null ? CommandLineProgram.Done : CommandLineProgram.Failed;
    }

    /// <summary>The text of the preferences, or what the estimates are refused for as such: a fit is not lost for that.</summary>
    private static (string? Text, InputException? Refused) Preferences(StudyResult result, string? save, bool force)
    {
        if (save is null)
        {
            return (null, null);
        }

        string text;
        try
        {
            text = SavedPreferences.Write(result, save, force);
        }
        catch (InputException refused)
        {
            return (null, refused);
        }

        AtomicFile.RefuseOther(save, text, force);
        return (text, null);
    }

    /// <summary>Says what the data are before the model is fitted, so that wrong data are seen first.</summary>
    private static void Describe(ParseResult parsed, StudyChoices choices, ReportText text, IReadOnlyList<InputWarning> ofSaving)
    {
        foreach (InputWarning told in choices.Told.Concat(ofSaving))
        {
            parsed.InvocationConfiguration.Error.WriteLine(text.Say(told.ToString(), told.French));
        }

        parsed.InvocationConfiguration.Output.WriteLine(DescriptionTable.Write(choices.Description, text));
    }
}
