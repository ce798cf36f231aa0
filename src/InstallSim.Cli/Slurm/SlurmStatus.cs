using System.CommandLine;
using InstallSim.Experiments.Shards;
using InstallSim.Outputs;

namespace InstallSim.Cli.Slurm;

/// <summary>Tells how far a run that was handed over is, by what shards and merge left, and by squeue where it is there.</summary>
internal sealed class SlurmStatus
{
    private readonly SlurmWork _work;
    private readonly ReportText _text;
    private readonly TextWriter _output;
    private readonly (Shard Shard, WorkStatus State, int? Ended)[] _shards;

    private SlurmStatus(ParseResult parsed, SlurmWork work, int chunks)
    {
        (_work, _text, _output) = (work, Language.Of(parsed), parsed.InvocationConfiguration.Output);
        _shards = [.. Enumerable.Range(1, chunks).Select(i => new Shard(i, chunks))
            .Select(shard => (shard, work.StateOf(shard), SlurmSubmission.EndOf(work, shard)))];
    }

    /// <summary>Writes it.</summary>
    public static int Write(ParseResult parsed, SlurmOptions options, SlurmWork work)
    {
        WorkStatus whole = work.StateOf(null);
        if (whole.IsWritten)
        {
            StatusLines.Write(parsed, whole, work.Called, work.Folder, null);
            return CommandLineProgram.Done;
        }

        var status = new SlurmStatus(parsed, work, options.Chunks(parsed, work.Pieces, SlurmJob.FormerChunks(work)));
        status.Shards();
        Array.ForEach(status._shards, shard => StatusLines.Others(parsed, shard.State));
        status.Sum();
        StatusLines.Others(parsed, whole);
        status.Jobs();
        return CommandLineProgram.Done;
    }

    private void Say(string english, string french) => _output.WriteLine(_text.Say(english, french));

    private void Shards()
    {
        Those("finished", "terminées", shard => shard.State.IsWritten);
        Those("failed", "en échec", HasFailed);
        Those("stopped between two pieces", "arrêtées entre deux calculs",
            shard => !shard.State.IsWritten && shard.Ended is CommandLineProgram.Paused);
        Those("begun", "commencées", shard => !shard.State.IsWritten && IsOpen(shard) && shard.State.Finished > 0);
        Those("not begun", "non commencées", shard => !shard.State.IsWritten && IsOpen(shard) && shard.State.Finished == 0);
        foreach ((Shard shard, _, int? ended) in _shards.Where(HasFailed))
        {
            string log = LogOf(FormattableString.Invariant($"{shard.Number}"));
            Say($"shard {shard.Number} ended with {ended}: {log}", $"la part {shard.Number} a fini par {ended}\u00a0: {log}");
        }
    }

    private void Those(string english, string french, Func<(Shard Shard, WorkStatus State, int? Ended), bool> holds)
    {
        int[] numbers = [.. _shards.Where(holds).Select(shard => shard.Shard.Number)];
        if (numbers.Length > 0)
        {
            string ranges = ShardSet.Ranges(numbers);
            Say($"{numbers.Length} of {_shards.Length} shards {english}: {ranges}",
                $"{numbers.Length} parts sur {_shards.Length} {french}\u00a0: {ranges}");
        }
    }

    private void Sum()
    {
        (int finished, int asked, int failed) =
            (_shards.Sum(s => s.State.Finished), _shards.Sum(s => s.State.Asked), _shards.Sum(s => s.State.Failed));
        string also = failed == 0 ? "" : _text.Say($", {failed} failed", $", {failed} en échec");
        Say($"{finished} of {asked} {_work.Called.English}{also}; not merged yet",
            $"{finished} {_work.Called.French} sur {asked}{also}\u00a0; pas encore assemblé");
    }

    /// <summary>Says what became of the merge, and whether jobs are in the queue.</summary>
    private void Jobs()
    {
        if (SlurmSubmission.EndOf(_work, SlurmSubmission.MergeEnd) is { } ended and not CommandLineProgram.Done)
        {
            string log = LogOf(SlurmSubmission.MergeEnd);
            Say($"the merge ended with {ended}: {log}", $"l’assemblage a fini par {ended}\u00a0: {log}");
        }

        if (SlurmSubmission.Last(_work) is { } last)
        {
            switch (last.IsQueued())
            {
                case true:
                    Say($"in the queue: squeue --jobs={last.Jobs}", $"dans la file\u00a0: squeue --jobs={last.Jobs}");
                    break;
                case false when !_shards.Any(shard => shard.State.Others.Count > 0):
                    Say("nothing of it is in the queue any more: the same command with --resume goes on",
                        "plus rien n’en est dans la file\u00a0: la même commande avec --resume continue");
                    break;
            }
        }
    }

    private string LogOf(string name) => Path.Combine(_work.JobFolder, SlurmScripts.LogFolder, name + ".log");

    private static bool IsOpen((Shard Shard, WorkStatus State, int? Ended) shard) => shard.Ended is null or CommandLineProgram.Done;

    private static bool HasFailed((Shard Shard, WorkStatus State, int? Ended) shard) =>
        !shard.State.IsWritten && shard.Ended is not (null or CommandLineProgram.Done or CommandLineProgram.Paused);
}
