using System.CommandLine;
using InstallSim.Inputs;
using InstallSim.Outputs;
using InstallSim.Readouts;

namespace InstallSim.Cli.Verbs;

/// <summary><c>explain</c>: one described physician's utilities and probabilities of places under each scenario.</summary>
internal static class ExplainVerb
{
    public static Command Command()
    {
        var paths = new Argument<string[]>("SCENARIOS")
        {
            Description = "Scenario files, or one folder of them.",
            Arity = ArgumentArity.OneOrMore,
        };
        var physician = new Option<string>("--physician")
        {
            Description = "The physician: name, age, sex, birth-place, training-place, partner and more.",
            HelpName = "FILE",
            Required = true,
        };
        var year = new Option<int?>("--year")
        {
            Description = "Year of the choice (default: the first in which every policy has begun).",
            HelpName = "Y",
        };
        var baseline = new Option<string>("--baseline")
        {
            Description = "Name of the scenario to compare with.",
            HelpName = "NAME",
            DefaultValueFactory = _ => "baseline",
        };
        Option<string[]> set = RunOptions.SetOption("scenario");
        var folder = new Option<string?>("--out") { Description = "Folder of the results (default: out/NAME-explain).", HelpName = "DIR" };
        Option<bool> force = RunOptions.ForceOption(
            "Replaces results that were changed or of another choice, keeping what this program did not write.");
        var quiet = new Option<bool>("--quiet") { Description = "Says nothing but errors." };
        paths.Validators.Add(RunOptions.NoOptionIsAPath);
        year.Validators.Add(r => RunOptions.WholeNumber(r, 1900, 2200));
        var command = new Command("explain", """
            Shows what one physician wants: the utility of the likeliest places term by term, and their probabilities, under each scenario.

            Examples, after 'installsim new demo':
              installsim explain demo --physician demo/physicians/claire.yaml
              installsim explain demo/baseline.yaml demo/msp-opening.yaml --physician demo/physicians/claire.yaml --year 2030
            """) { paths, physician, year, baseline, set, folder, force, quiet };
        command.SetAction((parsed, stop) => Task.Run(() => Run(parsed, () => ExplainSource.Read(
                parsed.GetValue(paths)!, IsOne(parsed.GetValue(paths)!) ? null : parsed.GetValue(baseline), parsed.GetValue(physician)!,
                parsed.GetValue(year), parsed.GetValue(set)!),
            parsed.GetValue(folder), (parsed.GetValue(force), parsed.GetValue(quiet)), stop), CancellationToken.None));
        return command;
    }

    private static bool IsOne(string[] paths) => paths.Length == 1 && !Directory.Exists(paths[0]);

    private static int Run(
        ParseResult parsed, Func<ExplainSource> read, string? folder, (bool Force, bool Quiet) how, CancellationToken stop)
    {
        ReportText text = Language.Of(parsed);
        ExplainSource source = read();
        foreach (InputWarning warning in how.Quiet ? [] : source.Loaded.Warnings)
        {
            parsed.InvocationConfiguration.Error.WriteLine(text.Say(warning.ToString(), warning.French));
        }

        string path = folder ?? Path.Combine("out", Path.GetFileNameWithoutExtension(source.ProfilePath) + "-explain");
        using AtomicFolder target = ExplainFolder.Begin(source, path, how.Force).SayReplaced(parsed);
        ExplainResult result = ExplainResult.Of(source, stop: stop);
        ExplainFolder.Write(result, target, text);
        if (!how.Quiet)
        {
            TextWriter output = parsed.InvocationConfiguration.Output;
            output.Write(ExplainText.Write(result, text));
            output.WriteLine();
            output.WriteLine(text.Say($"Tables and figure: {path}", $"Tableaux et figure\u00a0: {path}"));
        }

        return CommandLineProgram.Done;
    }
}
