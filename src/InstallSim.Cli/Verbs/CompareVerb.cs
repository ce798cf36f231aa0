using System.CommandLine;
using InstallSim.Experiments.Differences;
using InstallSim.Experiments.Sweeps;
using InstallSim.Inputs;
using InstallSim.Outputs;

namespace InstallSim.Cli.Verbs;

/// <summary><c>compare</c>: scenarios against a baseline.</summary>
internal static class CompareVerb
{
    public static Command Command()
    {
        var paths = new Argument<string[]>("SCENARIOS")
        {
            Description = "Scenario files, or one folder of them; or two results folders, to say how they differ.",
            Arity = ArgumentArity.OneOrMore,
        };
        var baseline = new Option<string>("--baseline")
        {
            Description = "Name of the scenario to compare with.",
            HelpName = "NAME",
            DefaultValueFactory = _ => "baseline",
        };
        var sensitivity = new Option<string?>("--sensitivity")
        {
            Description = "Also compares with each of these numbers (coefficients, settings, class shares, policies.LABEL.KEY) at the low "
                + "and high end of its range, one at a time: dotted keys separated by commas, or all. Each takes two more runs.",
            HelpName = "KEYS|all",
        };
        paths.Validators.Add(RunOptions.NoOptionIsAPath);
        var options = new RunOptions();
        var command = new Command("compare", """
            Compares scenarios with a baseline: what each changes, for whom, at what cost, and how sure that is.
            Scenarios share their random numbers, so that a physician chooses otherwise only where a policy made a difference.
            Two finished results folders, as 'installsim compare demo' leaves one, are compared as they are: nothing is simulated.

            Examples, after 'installsim new demo':
              installsim compare demo
              installsim compare demo --replications 20 --years 2025..2035
              installsim compare demo --set preferences.utils-per-keur.value=0.006 --out out/low-income-effect
              installsim compare demo --sensitivity preferences.utils-per-keur,preferences.coefficients.schools
              installsim compare demo --until half-width=5% --replications 1000
              installsim compare out/demo out/low-income-effect
            """) { paths, baseline, sensitivity };
        options.AddTo(command);
        command.SetAction((parsed, stop) =>
        {
            Array.ForEach(parsed.GetValue(paths)!, FolderKind.RefuseAsResults);
            return parsed.GetValue(paths)!.Any(ResultsPair.IsResults)
                ? Task.FromResult(CompareResults(parsed, options, [baseline, sensitivity], parsed.GetValue(paths)!))
                : ExperimentVerb.Start(parsed, options, parsed.GetValue(paths)!, parsed.GetValue(baseline)!,
                    Keys(parsed.GetValue(sensitivity)), stop);
        });
        return command;
    }

    private static int CompareResults(ParseResult parsed, RunOptions options, Option[] others, string[] paths)
    {
        string[] said = [.. options.SaidOfRuns(parsed),
            .. others.Where(option => parsed.GetResult(option) is { Implicit: false }).Select(option => option.Name)];
        FolderComparison.RefuseOthers(paths, said);
        ResultsPair pair = ResultsPair.Read(paths[0], paths[1]);
        ReportText text = Language.Of(parsed);
        string folder = options.Out(parsed, FolderComparison.NameOf(paths[0], paths[1]));
        using AtomicFolder target =
            AtomicFolder.CreateOf(folder, options.Force(parsed), FolderComparison.DescriptionFile, paths).SayReplaced(parsed);
        IReadOnlyList<FolderDifference> rows = FolderDifferences.Of(pair);
        FolderComparison.Write(pair, rows, target);
        bool quiet = options.Quiet(parsed);
        foreach (Words warning in quiet ? [] : pair.Warned)
        {
            parsed.InvocationConfiguration.Error.WriteLine(
                text.Say($"warning: {warning.English}", $"avertissement\u00a0: {warning.French}"));
        }

        if (!quiet)
        {
            TextWriter output = parsed.InvocationConfiguration.Output;
            DifferenceLines.Write(pair, rows, output, text);
            string table = Path.Combine(folder, FolderComparison.TableFile);
            output.WriteLine(text.Say($"Table: {table}", $"Tableau\u00a0: {table}"));
        }

        return CommandLineProgram.Done;
    }

    private static string[] Keys(string? text) =>
        text?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
}
