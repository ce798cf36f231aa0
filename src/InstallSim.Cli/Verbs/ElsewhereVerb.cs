using System.CommandLine;
using InstallSim.Cli.Slurm;
using InstallSim.Experiments;
using InstallSim.Experiments.Shards;
using InstallSim.Inputs;
using InstallSim.Outputs;

namespace InstallSim.Cli.Verbs;

/// <summary>What <c>run</c> and <c>compare</c> do in parts: hand a run over, run a part of it, tell how far it is.</summary>
internal static class ElsewhereVerb
{
    /// <summary>Hands a run over to Slurm, or tells how far a run is.</summary>
    public static int Run(ParseResult parsed, RunOptions options, ExperimentCall call, Shard? shard)
    {
        bool isSlurm = options.Slurm.IsAsked(parsed), isStatus = options.Status(parsed);
        if (!isSlurm)
        {
            SayStatus(parsed, call, shard);
            return CommandLineProgram.Done;
        }

        if (shard is not null)
        {
            throw new InputException(new Place("--shard"), new Words(
                "does not go with --engine, which runs all shards; --chunks says how many",
                "ne va pas avec --engine, qui fait toutes les parts\u00a0; --chunks dit combien"));
        }

        return isStatus
            ? SlurmStatus.Write(parsed, options.Slurm, WorkOf(parsed, call))
            : SlurmJob.Submit(parsed, options.Slurm, options.SaidByShards, WorkOf(parsed, call), options.ThreadsElsewhere(parsed),
                call.Leftovers, call.Storage);
    }

    private static SlurmWork WorkOf(ParseResult parsed, ExperimentCall call) => new(
        call.Loaded.Experiment.Name, call.Folder, call.Loaded.Experiment.Replications, ExperimentVerb.Pieces,
        (part, folder) => RunShards.Status(call.Loaded, call.Settings, part, folder),
        (part, folder) => part is null
            ? ExperimentVerb.Begin(parsed, call)
            : RunShards.Begin(call.Loaded, call.Settings, part, folder, call.Leftovers));

    /// <summary>Runs the replications of a shard into a folder of their own.</summary>
    public static int RunShard(ParseResult parsed, ExperimentCall call, Shard shard, CancellationToken stop)
    {
        ReportText text = Language.Of(parsed);
        TextWriter output = parsed.InvocationConfiguration.Output, error = parsed.InvocationConfiguration.Error;
        void Tell(Words words) => error.WriteLine(text.Say(words.English, words.French));
        if (call.Leftovers.Resume && RunShards.Status(call.Loaded, call.Settings, shard, call.Folder).IsWritten)
        {
            SayStatus(parsed, call, shard);
            return CommandLineProgram.Done;
        }

        using AtomicFolder target = RunShards.Begin(call.Loaded, call.Settings, shard, call.Folder, call.Leftovers);
        if (!call.IsQuiet)
        {
            ExperimentVerb.Announce(call.Loaded, [], output, error, text);
            StatusLines.Empty(parsed, shard.Positions(call.Loaded.Experiment.Replications).Length, ExperimentVerb.Pieces, shard);
        }

        try
        {
            using var bar = new ProgressLines(call.IsQuiet ? TextWriter.Null : error, text);
            var watch = new RunWatch(call.Leftovers, bar.Report, call.IsQuiet ? Tell : bar.Tell, stop) { Rest = Invocation.RestOf(parsed) };
            RunShards.Run(call.Loaded, call.Settings, shard, call.Folder, target.Path, watch);
            target.Commit();
        }
        catch (Exception)
        {
            ExperimentVerb.SayKept(call.Folder, Tell);
            throw;
        }

        ExperimentRunner.Forget(call.Folder);
        if (!call.IsQuiet)
        {
            output.WriteLine(text.Say(
                $"Shard {shard}: {call.Folder}. Once all are there, 'installsim merge' makes the results of them.",
                $"Part {shard}\u00a0: {call.Folder}. Quand toutes y sont, «\u00a0installsim merge\u00a0» en fait les résultats."));
        }

        return CommandLineProgram.Done;
    }

    private static void SayStatus(ParseResult parsed, ExperimentCall call, Shard? shard) => StatusLines.Write(
        parsed, RunShards.Status(call.Loaded, call.Settings, shard, call.Folder), ExperimentVerb.Pieces, call.Folder, shard);
}
