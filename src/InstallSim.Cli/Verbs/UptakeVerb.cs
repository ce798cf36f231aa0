using System.CommandLine;
using InstallSim.Inputs;
using InstallSim.Outputs;
using InstallSim.Studies;
using InstallSim.Studies.Settings;
using InstallSim.Studies.Uptakes;

namespace InstallSim.Cli.Verbs;

/// <summary><c>uptake</c>: says who would take packages, by the saved estimates of a study.</summary>
internal static class UptakeVerb
{
    public static Command Command()
    {
        var study = new Argument<string>("STUDY") { Description = "A study file with 'uptake:', a base and packages." };
        var estimates = new Option<string?>("--estimates")
        {
            Description = "Estimates of the study (default: out/NAME/estimates.json).",
            HelpName = "FILE",
        };
        var folder = new Option<string?>("--out") { Description = "Folder of the results (default: out/NAME-uptake).", HelpName = "DIR" };
        Option<bool> force = RunOptions.ForceOption(
            "Replaces results that were changed; takes estimates that did not converge or were changed.");
        var quiet = new Option<bool>("--quiet") { Description = "Says nothing but errors." };
        Option<string[]> set = RunOptions.SetOption("study");
        study.Validators.Add(RunOptions.NoOptionIsAPath);
        var command = new Command("uptake", """
            Says who would take packages of changes, and what income makes up for them, by the estimates of a study; nothing is refitted.

            Example, after 'installsim new study --from dce':
              installsim estimate study/physician-dce.yaml
              installsim uptake study/physician-dce.yaml
            """) { study, estimates, folder, set, force, quiet };
        command.SetAction((parsed, stop) => Task.FromResult(Run(parsed, parsed.GetValue(study)!,
            (parsed.GetValue(estimates), parsed.GetValue(folder)), parsed.GetValue(set)!, (parsed.GetValue(force), parsed.GetValue(quiet)),
            stop)));
        return command;
    }

    private static int Run(
        ParseResult parsed, string path, (string? Estimates, string? Folder) files, string[] overrides, (bool Force, bool Quiet) how,
        CancellationToken stop)
    {
        ReportText text = Language.Of(parsed);
        StudySource source = StudyReader.Read(path, overrides);
        string estimates = files.Estimates ?? Path.Combine("out", source.Study.Name, StudyFolder.EstimatesFile),
            folder = files.Folder ?? Path.Combine("out", source.Study.Name + "-uptake");
        using AtomicFolder target = AtomicFolder.CreateOf(folder, how.Force, "uptake.json", [path], estimates).SayReplaced(parsed);
        UptakeResult result = StudyUptake.Run(source, estimates, how.Force, stop);
        foreach (Words lost in UptakeFolder.Write(result, target, text))
        {
            parsed.InvocationConfiguration.Error.WriteLine(text.Say($"warning: {lost.English}", $"avertissement\u00a0: {lost.French}"));
        }

        if (!how.Quiet)
        {
            TextWriter output = parsed.InvocationConfiguration.Output;
            output.Write(UptakeTables.Console(result, text));
            string page = Path.Combine(folder, UptakeFolder.PageFile);
            output.WriteLine(text.Say($"Page, tables and figures: {page}", $"Page, tableaux et figures\u00a0: {page}"));
        }

        return CommandLineProgram.Done;
    }
}
