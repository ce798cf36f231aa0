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

        var work = new SlurmWork(call.Loaded.Experiment.Name, call.Folder, call.Loaded.Experiment.Replications,
            new Words("replications", "réplications"), (part, folder) =>
            {
                RunStatus status = RunShards.Status(call.Loaded, part, folder);
                return new ShardState(status.Finished, status.Asked, status.IsWritten, 0);
            });
        return isStatus
            ? SlurmJob.Status(parsed, options.Slurm, work, RunShards.Status(call.Loaded, null, call.Folder).IsWritten)
            : SlurmJob.Submit(parsed, options.Slurm, options.SaidByShards, work, options.ThreadsElsewhere(parsed),
                call.Leftovers, call.Storage is null ? [] : ["--tables", "parquet"]);
    }

    /// <summary>Runs the replications of a shard into a folder of their own.</summary>
    public static int RunShard(ParseResult parsed, ExperimentCall call, Shard shard, CancellationToken stop)
    {
        ReportText text = Language.Of(parsed);
        TextWriter output = parsed.InvocationConfiguration.Output, error = parsed.InvocationConfiguration.Error;
        void Tell(Words words) => error.WriteLine(text.Say(words.English, words.French));
        if (call.Leftovers.Resume && RunShards.Status(call.Loaded, shard, call.Folder).IsWritten)
        {
            SayStatus(parsed, call, shard);
            return CommandLineProgram.Done;
        }

        if (!call.Leftovers.Force)
        {
            RunShards.Guard(call.Loaded, shard, call.Folder);
        }

        using AtomicFolder target = AtomicFolder.CreateOf(call.Folder, call.Leftovers.Force, Experiments.Shards.RunShard.FileName);
        if (!call.IsQuiet)
        {
            ExperimentVerb.Announce(call.Loaded, [], output, error, text);
        }

        try
        {
            using var bar = new ProgressLines(call.IsQuiet ? TextWriter.Null : error, text);
            var watch = new RunWatch(call.Leftovers, bar.Report, call.IsQuiet ? Tell : bar.Tell, stop) { Rest = Invocation.RestOf(parsed) };
            RunShards.Run(call.Loaded, call.Settings, shard, call.Folder, target.Path, watch);
        }
        catch (Exception)
        {
            ExperimentVerb.SayKept(call.Folder, Tell);
            throw;
        }

        target.Commit();
        ExperimentRunner.Forget(call.Folder);
        if (!call.IsQuiet)
        {
            output.WriteLine(text.Say(
                $"Shard {shard}: {call.Folder}. Once all are there, 'installsim merge' makes the results of them.",
                $"Part {shard}\u00a0: {call.Folder}. Quand toutes y sont, «\u00a0installsim merge\u00a0» en fait les résultats."));
        }

        return CommandLineProgram.Done;
    }

    private static void SayStatus(ParseResult parsed, ExperimentCall call, Shard? shard)
    {
        ReportText text = Language.Of(parsed);
        RunStatus status = RunShards.Status(call.Loaded, shard, call.Folder);
        string written = status.IsWritten
            ? text.Say($"; results are in {call.Folder}", $"\u00a0; les résultats sont dans {call.Folder}")
            : text.Say($"; {status.Asked - status.Finished} are left", $"\u00a0; il en reste {status.Asked - status.Finished}");
        parsed.InvocationConfiguration.Output.WriteLine(text.Say(
            $"{status.Finished} of {status.Asked} replications are finished{written}",
            $"{status.Finished} réplications sur {status.Asked} sont terminées{written}"));
    }
}
