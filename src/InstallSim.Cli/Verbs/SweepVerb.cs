using System.CommandLine;
using InstallSim.Cli.Slurm;
using InstallSim.Experiments;
using InstallSim.Experiments.Discovery;
using InstallSim.Experiments.Points;
using InstallSim.Experiments.Shards;
using InstallSim.Experiments.Sweeps;
using InstallSim.Inputs;
using InstallSim.Outputs;
using InstallSim.Results;

namespace InstallSim.Cli.Verbs;

/// <summary><c>sweep</c>: many points of a plan, or a shard of them.</summary>
internal static class SweepVerb
{
    private static readonly Words Pieces = new("points", "points");

    public static Command Command()
    {
        var plan = new Argument<string>("PLAN") { Description = "A plan file: scenarios, numbers with ranges, a design, outcomes." };
        plan.Validators.Add(RunOptions.NoOptionIsAPath);
        Option<string?> shard = RunOptions.ShardOption("points");
        Option<string> tables = RunOptions.TablesOption(shard);
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
            """) { plan, shard, status, yes, folder, threads, set, tables, resume, force, quiet };
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
                var call = new SweepCall(
                    parsed.GetValue(folder) ?? Path.Combine("out", sweep.DefaultFolder),
                    new Leftovers(parsed.GetValue(resume), parsed.GetValue(force)), parsed.GetValue(quiet))
                {
                    Storage = RunOptions.StorageOf(parsed, tables),
                };
                if (!slurm.IsAsked(parsed))
                {
                    return parsed.GetValue(status) ? SayStatus(parsed, sweep, call.Folder) : Run(parsed, sweep, call, stop);
                }

                SlurmWork work = WorkOf(parsed, sweep, call);
                int there = parsed.GetResult(threads) is { Implicit: false } ? parsed.GetValue(threads) : 1;
                return parsed.GetValue(status)
                    ? SlurmStatus.Write(parsed, slurm, work)
                    : SlurmJob.Submit(parsed, slurm, [folder, threads, tables, shard, status, resume, force, quiet], work, there,
                        call.Leftovers, call.Storage);
            },
            CancellationToken.None));
        return command;
    }

    private static SlurmWork WorkOf(ParseResult parsed, LoadedSweep sweep, SweepCall call) => sweep.Shard is not null
        ? throw new InputException(new Place("--shard"), new Words(
            "does not go with --engine, which runs all shards; --chunks says how many",
            "ne va pas avec --engine, qui fait toutes les parts\u00a0; --chunks dit combien"))
        : new SlurmWork(sweep.Name, call.Folder, sweep.Design.Count, Pieces,
            (part, folder) => SweepRunner.Status(sweep with { Shard = part }, folder),
            (part, folder) => SweepRunner.Begin(sweep with { Shard = part }, folder, call.Leftovers, words => Tell(parsed, words)));

    private static int SayStatus(ParseResult parsed, LoadedSweep sweep, string path)
    {
        StatusLines.Write(parsed, SweepRunner.Status(sweep, path), Pieces, path, sweep.Shard);
        return CommandLineProgram.Done;
    }

    private static void Tell(ParseResult parsed, Words words) =>
        parsed.InvocationConfiguration.Error.WriteLine(Language.Of(parsed).Say(words.English, words.French));

    private static int Run(ParseResult parsed, LoadedSweep sweep, SweepCall call, CancellationToken stop)
    {
        ReportText text = Language.Of(parsed);
        (TextWriter output, TextWriter error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        (string path, Leftovers leftovers, bool quiet) = call;
        bool isFinished = leftovers.Resume && SweepRunner.Status(sweep, path) is { IsWritten: true, Failed: 0 };
        Words? other = isFinished && sweep.Shard is null ? SweepRunner.OtherThanAsked(sweep, path, call.Storage) : null;
        if (isFinished && other is null)
        {
            return quiet ? CommandLineProgram.Done : SayStatus(parsed, sweep, path);
        }

        using AtomicFolder target = SweepRunner.Begin(sweep, path, leftovers, words => Tell(parsed, words));
        if (other is not null)
        {
            Tell(parsed, other);
            return Finish(parsed, SweepRunner.Keep(sweep, path, target.Path), target, call);
        }

        if (!quiet)
        {
            Announce(sweep, output, error, text);
            StatusLines.Empty(parsed, sweep.Positions.Length, Pieces, sweep.Shard);
        }

        try
        {
            using var bar = new ProgressLines(quiet ? TextWriter.Null : error, text, Pieces);
            Action<Words> tell = quiet ? words => Tell(parsed, words) : bar.Tell;
            var watch = new RunWatch(leftovers, bar.Report, tell, stop) { Rest = Invocation.RestOf(parsed) };
            SweepManifest manifest = SweepRunner.Run(sweep, path, target.Path, watch);
            bar.Dispose();
            int code = Finish(parsed, manifest, target, call);
            if (manifest.Failures == 0)
            {
                PointRunner.Forget(path); // else finished points stay, so that those that failed alone are run again
            }

            return code;
        }
        catch (Exception)
        {
            SayKept(path, words => Tell(parsed, words));
            throw;
        }
    }

    /// <summary>Says what is kept of points that were stopped; where none are, their store goes.</summary>
    public static void SayKept(string folder, Action<Words> tell)
    {
        string store = ExperimentRunner.StoreOf(folder);
        if (!ExperimentRunner.HasKept(folder))
        {
            PointRunner.Forget(folder);
        }
        else
        {
            tell(new Words(
                $"installsim: finished points are kept in {store}: the same command with --resume goes on",
                $"installsim\u00a0: les points terminés sont gardés dans {store}\u00a0: la même commande avec --resume continue"));
        }
    }

    /// <summary>Writes a sweep and says what came out.</summary>
    public static int Finish(ParseResult parsed, SweepManifest manifest, AtomicFolder target, SweepCall call)
    {
        ReportText text = Language.Of(parsed);
        TextWriter output = parsed.InvocationConfiguration.Output;
        (string path, _, bool quiet) = call;
        (manifest, Findings? findings) = SweepFolder.Finish(manifest, target, text, call.Storage);
        if (!quiet && findings is not null)
        {
            string page = Path.Combine(path, SweepFolder.PageFile);
            output.Write(DiscoveryText.Write(findings, text));
            output.WriteLine(text.Say($"Page, tables and figures: {page}", $"Page, tableaux et figures\u00a0: {page}"));
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
        InputWarnings.Write(sweep.Plan.Loaded.Warnings, error, text);
        Experiment experiment = sweep.Plan.Loaded.Experiment;
        (string points, string all) = (text.Number(sweep.Positions.Length, 0), text.Number(sweep.Design.Count, 0));
        string part = sweep.Shard is null ? "" : text.Say($" (shard {sweep.Shard} of {all})", $" (part {sweep.Shard} de {all})");
        output.WriteLine($"{points} points{part} × {ExperimentVerb.Runs(experiment, text)}");
    }
}

/// <summary>What a sweep or a merge of its shards is asked for.</summary>
/// <param name="Folder">The folder to be.</param>
/// <param name="Leftovers">What becomes of what is there.</param>
/// <param name="IsQuiet">Whether nothing but errors is said.</param>
internal sealed record SweepCall(string Folder, Leftovers Leftovers, bool IsQuiet)
{
    /// <summary>How the table of points is stored; null for CSV.</summary>
    public TableStorage? Storage { get; init; }
}
