using System.CommandLine;
using InstallSim.Experiments.Discovery;
using InstallSim.Experiments.Sweeps;
using InstallSim.Outputs;

namespace InstallSim.Cli.Verbs;

/// <summary><c>discover</c>: boxes and fronts of a finished sweep.</summary>
internal static class DiscoverVerb
{
    public static Command Command()
    {
        var sweep = new Argument<string>("RESULTS") { Description = "The results folder of a sweep." };
        var plan = new Argument<string?>("PLAN")
        {
            Description = "A plan whose 'discover:' is meant (default: that of the sweep).",
            Arity = ArgumentArity.ZeroOrOne,
        };
        sweep.Validators.Add(RunOptions.NoOptionIsAPath);
        plan.Validators.Add(RunOptions.NoOptionIsAPath);
        var folder = new Option<string?>("--out") { Description = "Folder of the results (default: RESULTS-discover).", HelpName = "DIR" };
        Option<bool> force = RunOptions.ForceOption("Replaces results that were changed, keeping what this program did not write.");
        var quiet = new Option<bool>("--quiet") { Description = "Says nothing but errors." };
        var command = new Command("discover", """
            Reads out of a finished sweep where an outcome is of interest (boxes of ranges, by PRIM) and which points give most effect for
            their cost (Pareto front); nothing is simulated.

            Examples, after 'installsim new demo':
              installsim sweep demo/plans/sweep.yaml --out out/sweep
              installsim discover out/sweep demo/plans/sweep.yaml
            """) { sweep, plan, folder, force, quiet };
        command.SetAction((parsed, _) =>
        {
            ReportText text = Language.Of(parsed);
            string results = parsed.GetValue(sweep)!;
            string path = parsed.GetValue(folder) ?? Path.TrimEndingDirectorySeparator(results) + "-discover";
            using AtomicFolder target =
                AtomicFolder.CreateOf(path, parsed.GetValue(force), SweepFolder.ReadOutFile, [results]).SayReplaced(parsed);
            Findings findings = SweepFolder.ReadOut(results, parsed.GetValue(plan), target, text);
            if (!parsed.GetValue(quiet))
            {
                TextWriter output = parsed.InvocationConfiguration.Output;
                output.Write(DiscoveryText.Write(findings, text));
                string page = Path.Combine(path, SweepFolder.PageFile);
                output.WriteLine(text.Say($"Page, tables and figures: {page}", $"Page, tableaux et figures\u00a0: {page}"));
            }

            return Task.FromResult(CommandLineProgram.Done);
        });
        return command;
    }
}
