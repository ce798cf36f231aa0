using System.CommandLine;

namespace InstallSim.Cli.Verbs;

/// <summary><c>compare</c>: scenarios against a baseline.</summary>
internal static class CompareVerb
{
    public static Command Command()
    {
        var paths = new Argument<string[]>("SCENARIOS")
        {
            Description = "Scenario files, or one folder of them.",
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

            Examples, after 'installsim new demo':
              installsim compare demo
              installsim compare demo --replications 20 --years 2025..2035
              installsim compare demo --set preferences.utils-per-keur.value=0.006 --out out/low-income-effect
              installsim compare demo --sensitivity preferences.utils-per-keur,preferences.coefficients.schools
            """) { paths, baseline, sensitivity };
        options.AddTo(command);
        command.SetAction((parsed, stop) => ExperimentVerb.Start(parsed, options, parsed.GetValue(paths)!, parsed.GetValue(baseline)!,
            Keys(parsed.GetValue(sensitivity)), stop));
        return command;
    }

    private static string[] Keys(string? text) =>
        text?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
}
