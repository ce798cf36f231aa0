using System.CommandLine;
using System.Globalization;
using InstallSim.Inputs;
using InstallSim.Studies.Designs;
using InstallSim.Studies.Settings;

namespace InstallSim.Cli.Verbs;

/// <summary><c>respond</c>: simulates respondents of a design.</summary>
internal static class RespondVerb
{
    public static Command Command()
    {
        var study = new Argument<string>("STUDY") { Description = "A study file with 'respondents:', a design and known coefficients." };
        var target = new Option<string?>("--out")
        {
            Description = "Table to write (default: the data file of the study).",
            HelpName = "FILE",
        };
        var force = new Option<bool>("--force") { Description = "Replaces the table though it holds other answers." };
        var quiet = new Option<bool>("--quiet") { Description = "Says nothing but errors." };
        Option<string[]> set = RunOptions.SetOption("study");
        var command = new Command("respond", """
            Simulates people who answer a choice design with known coefficients, for teaching and to see what a sample can tell.
            A table that is there already is not replaced unless it holds these very answers, or by --force.

            Example, after 'installsim new study --from dce':
              installsim respond study/physician-dce.yaml --set respondents.number=1000 --out out/answers.csv
              installsim estimate study/physician-dce.yaml --set data.file=out/answers.csv
            """) { study, target, set, force, quiet };
        command.SetAction(parsed => Run(parsed, parsed.GetValue(study)!, parsed.GetValue(target), parsed.GetValue(set)!,
            parsed.GetValue(force), parsed.GetValue(quiet)));
        return command;
    }

    private static int Run(ParseResult parsed, string path, string? target, string[] overrides, bool force, bool quiet)
    {
        StudySource source = StudyReader.Read(path, overrides);
        target ??= source.Study.Data.FileSaid ?? throw new InputException(source.Binder.PlaceOf(source.Study.Data),
            "key 'file' is missing: the table that simulated answers are written to");
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(target))!);
        int rows = Respondents.Write(source, target, force);
        if (!quiet)
        {
            string people = source.Study.Respondents!.Number.ToString(CultureInfo.InvariantCulture),
                written = rows.ToString(CultureInfo.InvariantCulture);
            parsed.InvocationConfiguration.Output.WriteLine(Language.Of(parsed).Say(
                $"{people} respondents, {written} rows: {target}", $"{people} répondants, {written} lignes\u00a0: {target}"));
        }

        return CommandLineProgram.Done;
    }
}
