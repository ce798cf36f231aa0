using System.CommandLine;
using InstallSim.Inputs;
using InstallSim.Studies.Designs;
using InstallSim.Studies.Settings;
using InstallSim.Studies.Tables;

namespace InstallSim.Cli.Verbs;

/// <summary><c>design</c>: makes a choice design.</summary>
internal static class DesignVerb
{
    public static Command Command()
    {
        var study = new Argument<string>("STUDY") { Description = "A study file with 'design:', attributes with levels." };
        var target = new Option<string?>("--out")
        {
            Description = "Table to write (default: the design of the study's respondents).",
            HelpName = "FILE",
        };
        Option<bool> force = RunOptions.ForceOption("Replaces the table though it holds something else.");
        var quiet = new Option<bool>("--quiet") { Description = "Says nothing but errors." };
        Option<string[]> set = RunOptions.SetOption("study");
        var command = new Command("design", """
            Makes a D-efficient choice design without tasks whose answer is plain, shares it out to blocks, and says what a sample could tell.

            Examples, after 'installsim new study --from dce':
              installsim design study/physician-dce.yaml --out out/design.csv
              installsim design study/physician-dce.yaml --set design.tasks=24 --set design.blocks=3 --out out/small.csv
            """) { study, target, set, force, quiet };
        command.SetAction(parsed =>
            Run(parsed, parsed.GetValue(study)!, parsed.GetValue(target), parsed.GetValue(set)!, parsed.GetValue(force),
                parsed.GetValue(quiet)));
        return command;
    }

    private static int Run(ParseResult parsed, string path, string? target, string[] overrides, bool force, bool quiet)
    {
        StudySource source = StudyReader.Read(path, overrides);
        target ??= source.Study.Respondents?.Design
            ?? throw new InputException(source.Binder.PlaceOf(source.Study),
                "no file to write the design to: name one by --out, or by 'respondents: { design: FILE }'");
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(target))!);
        MadeDesign design = DesignMaker.Write(source, target, force);
        if (!quiet)
        {
            parsed.InvocationConfiguration.Output.Write(DesignTable.Write(design, Language.Of(parsed)));
            parsed.InvocationConfiguration.Output.WriteLine(Language.Of(parsed).Say($"Design: {target}", $"Plan\u00a0: {target}"));
        }

        return CommandLineProgram.Done;
    }
}
