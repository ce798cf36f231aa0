using System.CommandLine;
using System.Globalization;
using InstallSim.Inputs;
using InstallSim.Outputs;
using InstallSim.Studies.Designs;
using InstallSim.Studies.Settings;
using InstallSim.Studies.Tables;

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
        var power = new Option<string?>("--power")
        {
            Description = "Writes no answers but simulates many samples: how often coefficients are significant, as table and figure.",
            HelpName = "FOLDER",
        };
        var samples = new Option<int>("--samples")
        {
            Description = "With --power: samples of each size.",
            HelpName = "N",
            DefaultValueFactory = _ => 200,
        };
        samples.Validators.Add(r => RunOptions.WholeNumber(r, 2, ushort.MaxValue));
        study.Validators.Add(RunOptions.NoOptionIsAPath);
        var quiet = new Option<bool>("--quiet") { Description = "Says nothing but errors." };
        Option<string[]> set = RunOptions.SetOption("study");
        var command = new Command("respond", """
            Simulates people who answer a choice design with known coefficients, for teaching and to see what a sample can tell.
            A table that is there already is not replaced unless it holds these very answers, or by --force.

            Example, after 'installsim new study --from dce':
              installsim respond study/physician-dce.yaml --set respondents.number=1000 --out out/answers.csv
              installsim estimate study/physician-dce.yaml --set data.file=out/answers.csv
              installsim respond study/physician-dce.yaml --power out/power
            """) { study, target, power, samples, set, force, quiet };
        command.SetAction(parsed => parsed.GetValue(power) is { } folder
            ? Simulate(parsed, StudyReader.Read(parsed.GetValue(study)!, parsed.GetValue(set)!), folder, parsed.GetValue(samples),
                parsed.GetValue(force), parsed.GetValue(quiet))
            : Run(parsed, parsed.GetValue(study)!, parsed.GetValue(target), parsed.GetValue(set)!,
            parsed.GetValue(force), parsed.GetValue(quiet)));
        return command;
    }

    private static int Simulate(ParseResult parsed, StudySource source, string folder, int samples, bool force, bool quiet)
    {
        using AtomicFolder results = AtomicFolder.CreateOf(folder, force, "power.csv", [source.Path]).SayReplaced(parsed);
        SimulatedPower power = PowerSimulation.Run(source, samples);
        string figure = Path.Combine(folder, Path.GetFileName(PowerTable.WriteFiles(power, results.Path, Language.Of(parsed))));
        results.Commit();
        if (!quiet)
        {
            Tell(parsed, power.Told);
            parsed.InvocationConfiguration.Output.Write(PowerTable.Write(power, Language.Of(parsed)));
            parsed.InvocationConfiguration.Output.WriteLine(Language.Of(parsed).Say($"Figure: {figure}", $"Figure\u00a0: {figure}"));
        }

        return CommandLineProgram.Done;
    }

    private static void Tell(ParseResult parsed, IReadOnlyList<InputWarning> told) =>
        InputWarnings.Write(told, parsed.InvocationConfiguration.Error, Language.Of(parsed));

    private static int Run(ParseResult parsed, string path, string? target, string[] overrides, bool force, bool quiet)
    {
        StudySource source = StudyReader.Read(path, overrides);
        target ??= source.Study.Data.FileSaid ?? throw new InputException(source.Binder.PlaceOf(source.Study.Data),
            "key 'file' is missing: the table that simulated answers are written to");
        var told = new InputErrors();
        int rows = Respondents.Write(source, target, force, told);
        if (!quiet)
        {
            Tell(parsed, told.Warnings);
            string people = source.Study.Respondents!.Number.ToString(CultureInfo.InvariantCulture),
                written = rows.ToString(CultureInfo.InvariantCulture);
            parsed.InvocationConfiguration.Output.WriteLine(Language.Of(parsed).Say(
                $"{people} respondents, {written} rows: {target}", $"{people} répondants, {written} lignes\u00a0: {target}"));
        }

        return CommandLineProgram.Done;
    }
}
