using System.CommandLine;

namespace InstallSim.Cli.Verbs;

/// <summary><c>compare</c>: scenarios against a baseline.</summary>
internal static class CompareVerb
{
    public static Command Command()
    {
        var paths = new Argument<string[]>("SCENARIOS") { Description = "Scenario files, or one folder of them.", Arity = ArgumentArity.OneOrMore };
        var baseline = new Option<string>("--baseline") { Description = "Name of the scenario to compare with.", HelpName = "NAME", DefaultValueFactory = _ => "baseline" };
        paths.Validators.Add(RunOptions.NoOptionIsAPath);
        var options = new RunOptions();
        var command = new Command("compare", """
            Compares scenarios with a baseline: what each changes, for whom, at what cost, and how sure that is.
            Scenarios share their random numbers, so that a physician chooses otherwise only where a policy made a difference.

            Examples:
              installsim compare scenarios/centre-val-de-loire
              installsim compare scenarios/centre-val-de-loire --replications 20 --years 2025..2035
              installsim compare scenarios/centre-val-de-loire --set preferences.utils-per-keur.value=0.006 --out out/low-income-effect
            """) { paths, baseline };
        options.AddTo(command);
        command.SetAction((parsed, stop) => ExperimentVerb.Start(parsed, options, parsed.GetValue(paths)!, parsed.GetValue(baseline)!, stop));
        return command;
    }
}
