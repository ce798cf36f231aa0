using System.CommandLine;
using InstallSim.Cli.Slurm;
using InstallSim.Experiments;
using InstallSim.Experiments.Discovery;
using InstallSim.Experiments.Points;
using InstallSim.Experiments.Shards;
using InstallSim.Experiments.Sweeps;
using InstallSim.Inputs;
using InstallSim.Outputs;

namespace InstallSim.Cli.Verbs;

/// <summary><c>sweep</c>: many points of a plan, or a shard of them.</summary>
internal static class SweepVerb
{
    public static Command Command()
    {
        var plan = new Argument<string>("PLAN") { Description = "A plan file: scenarios, numbers with ranges, a design, outcomes." };
        plan.Validators.Add(RunOptions.NoOptionIsAPath);
        Option<string?> shard = RunOptions.ShardOption("points");
        var status = new Option<bool>("--status") { Description = "Says how far the sweep is; nothing is run or written." };
        var yes = new Option<bool>("--yes") { Description = "Runs more than 20,000 simulations without asking again." };
        Option<int> threads = RunOptions.ThreadsOption();
        Option<string[]> set = RunOptions.SetOption("scenario");
        var folder = new Option<string?>("--out") { Description = "Folder of the results (default: out/NAME).", HelpName = "DIR" };
        var resume = new Option<bool>("--resume") { Description = "Goes on with a sweep that was stopped, and runs failed points again." };
        Option<bool> force = RunOptions.ForceOption(
            "Replaces results that were changed, keeping what this program did not write; throws unfinished work away.");
        var quiet = new Option<bool>("--quiet") { Description = "Says nothing but errors." };
        var slurm = new SlurmOptions();
        var command = new Command("sweep", """
            Runs scenarios at many points: a grid, a Latin hypercube or Sobol' points over coefficients, settings and levers of policies,
            and reads out of them what a plan asks: boxes (PRIM) and Pareto fronts. Each finished point is kept.
            Exit code 0: done; 1: points failed, which are named in failures.csv; 2: refused; 75: stopped between two points by SIGUSR1 or
            SIGTERM.

            Example, after 'installsim new demo':
              installsim sweep demo/plans/sweep.yaml
            """) { plan, shard, status, yes, folder, threads, set, resume, force, quiet };
        foreach (Option option in slurm.All)
        {
            command.Add(option);
        }

        command.SetAction((parsed, stop) => Task.Run(
            () =>
            {
                Shard? part = parsed.GetValue(shard) is { } text ? Shard.Parse(text) : null;
                LoadedSweep sweep = LoadedSweep.Read(
                    parsed.GetValue(plan)!, part, parsed.GetValue(set)!, parsed.GetValue(threads), parsed.GetValue(yes));
                string path = parsed.GetValue(folder) ?? Path.Combine("out", sweep.DefaultFolder);
                var leftovers = new Leftovers(parsed.GetValue(resume), parsed.GetValue(force));
                if (slurm.IsAsked(parsed))
                {
                    SlurmWork work = WorkOf(sweep, path);
                    int there = parsed.GetResult(threads) is { Implicit: false } ? parsed.GetValue(threads) : 1;
                    return parsed.GetValue(status)
                        ? SlurmJob.Status(parsed, slurm, work, SweepRunner.Status(sweep, path).IsWritten)
                        : SlurmJob.Submit(parsed, slurm, [folder, threads, shard, status, resume, force, quiet], work, there,
                            leftovers, []);
                }

                bool isDone = leftovers.Resume && part is not null && SweepRunner.Status(sweep, path) is { IsWritten: true, Failed: 0 };
                return isDone || parsed.GetValue(status)
                    ? SayStatus(parsed, sweep, path)
                    : Run(parsed, sweep, path, leftovers, parsed.GetValue(quiet), stop);
            },
            CancellationToken.None));
        return command;
    }

    private static SlurmWork WorkOf(LoadedSweep sweep, string path) => sweep.Shard is not null
        ? throw new InputException(new Place("--shard"), new Words(
            "does not go with --engine, which runs all shards; --chunks says how many",
            "ne va pas avec --engine, qui fait toutes les parts\u00a0; --chunks dit combien"))
        : new SlurmWork(sweep.Name, path, sweep.Design.Count, new Words("points", "points"), (part, folder) =>
        {
            SweepStatus state = SweepRunner.Status(sweep with { Shard = part }, folder);
            return new ShardState(state.Finished, state.Asked, state.IsWritten, state.Failed);
        });

    private static int Run(
        ParseResult parsed, LoadedSweep sweep, string path, Leftovers leftovers, bool quiet, CancellationToken stop)
    {
        ReportText text = Language.Of(parsed);
        (TextWriter output, TextWriter error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        if (!leftovers.Force)
        {
            SweepRunner.Guard(sweep, path);
        }

        using AtomicFolder target = AtomicFolder.CreateOf(path, leftovers.Force, SweepManifest.FileName);
        if (!quiet)
        {
            Announce(sweep, output, error, text);
        }

        SweepManifest manifest;
        try
        {
            using var bar = new ProgressLines(quiet ? TextWriter.Null : error, text, new Words("points", "points"));
            Action<Words> tell = quiet ? words => error.WriteLine(text.Say(words.English, words.French)) : bar.Tell;
            var watch = new RunWatch(leftovers, bar.Report, tell, stop) { Rest = Invocation.RestOf(parsed) };
            manifest = SweepRunner.Run(sweep, path, target.Path, watch);
        }
        catch (Exception)
        {
            if (Directory.Exists(ExperimentRunner.StoreOf(path)))
            {
                error.WriteLine(text.Say(
                    $"installsim: finished points are kept in {ExperimentRunner.StoreOf(path)}: the same command with --resume goes on",
                    $"installsim\u00a0: les points terminés sont gardés dans {ExperimentRunner.StoreOf(path)}\u00a0: la même commande avec "
                        + "--resume continue"));
            }

            throw;
        }

        if (manifest.Failures == 0)
        {
            int code = Finish(parsed, manifest, target, path, quiet);
            PointRunner.Forget(path);
            return code;
        }

        // Finished points stay, so that those that failed alone are run again.
        return Finish(parsed, manifest, target, path, quiet);
    }

    /// <summary>Writes a sweep and says what came out.</summary>
    public static int Finish(ParseResult parsed, SweepManifest manifest, AtomicFolder target, string path, bool quiet)
    {
        ReportText text = Language.Of(parsed);
        TextWriter output = parsed.InvocationConfiguration.Output;
        (manifest, Findings? findings) = SweepFolder.Finish(manifest, target, text);
        if (!quiet && findings is not null)
        {
            output.Write(DiscoveryText.Write(findings, text));
        }

        if (!quiet)
        {
            output.WriteLine(text.Say(
                $"Sweep: {path}. Hash of the results: {manifest.ResultHash}",
                $"Balayage\u00a0: {path}. Empreinte des résultats\u00a0: {manifest.ResultHash}"));
        }

        if (manifest.Failures > 0)
        {
            parsed.InvocationConfiguration.Error.WriteLine(text.Say(
                $"installsim: {manifest.Failures} of {manifest.Points} points failed; they are named in failures.csv, and the sweep with "
                    + "--resume runs them again",
                $"installsim\u00a0: {manifest.Failures} points sur {manifest.Points} ont échoué\u00a0; ils sont nommés dans failures.csv, "
                    + "et le balayage avec --resume les refait"));
        }

        return manifest.Failures > 0 ? CommandLineProgram.Failed : CommandLineProgram.Done;
    }

    private static void Announce(LoadedSweep sweep, TextWriter output, TextWriter error, ReportText text)
    {
        foreach (InputWarning warning in sweep.Plan.Loaded.Warnings)
        {
            error.WriteLine(text.Say(warning.ToString(), warning.French));
        }

        Experiment experiment = sweep.Plan.Loaded.Experiment;
        (string points, string all) = (text.Number(sweep.Positions.Length, 0), text.Number(sweep.Design.Count, 0));
        string part = sweep.Shard is null ? "" : text.Say($" (shard {sweep.Shard} of {all})", $" (part {sweep.Shard} de {all})");
        output.WriteLine(text.Say(
            $"{points} points{part} × {experiment.Scenarios.Count} scenarios × {experiment.Replications} replications",
            $"{points} points{part} × {experiment.Scenarios.Count} scénarios × {experiment.Replications} réplications"));
    }

    private static int SayStatus(ParseResult parsed, LoadedSweep sweep, string path)
    {
        ReportText text = Language.Of(parsed);
        SweepStatus status = SweepRunner.Status(sweep, path);
        string failed = status.Failed > 0 ? text.Say($", {status.Failed} failed", $", {status.Failed} en échec") : "";
        string written = status.IsWritten
            ? text.Say($"; results are in {path}", $"\u00a0; les résultats sont dans {path}")
            : text.Say($"; {status.Asked - status.Finished} are left", $"\u00a0; il en reste {status.Asked - status.Finished}");
        parsed.InvocationConfiguration.Output.WriteLine(text.Say(
            $"{status.Finished} of {status.Asked} points are finished{failed}{written}",
            $"{status.Finished} points sur {status.Asked} sont terminés{failed}{written}"));
        return CommandLineProgram.Done;
    }
}
