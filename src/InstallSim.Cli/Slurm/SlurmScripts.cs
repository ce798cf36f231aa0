using System.Globalization;
using InstallSim.Experiments.Shards;

namespace InstallSim.Cli.Slurm;

/// <summary>The scripts of an array of shards and of the merge after it.</summary>
/// <param name="Work">What is run.</param>
/// <param name="Program">The words that call the program.</param>
/// <param name="Words">The verb with what was typed behind it, without what says where it runs.</param>
/// <param name="MergeWords">Further words of the merge.</param>
/// <param name="Chunks">Shards.</param>
/// <param name="Threads">Threads of a shard.</param>
/// <param name="Directives">Options of sbatch for both jobs.</param>
internal sealed record SlurmScripts(
    SlurmWork Work, IReadOnlyList<string> Program, IReadOnlyList<string> Words, IReadOnlyList<string> MergeWords, int Chunks, int Threads,
    IReadOnlyList<string> Directives)
{
    /// <summary>Names of the files.</summary>
    public const string ArrayFile = "array.sh", MergeFile = "merge.sh", LogFolder = "logs", EndFolder = "ended";

    private string Target => Quoted(Full(Work.Folder));

    /// <summary>
    /// The array: a task is a shard. Slurm sends SIGUSR1 to the script two minutes before the time limit; the program then finishes the
    /// piece in hand and ends with 75, and the script puts its task back into the queue. A task always goes on with what is there.
    /// </summary>
    /// <param name="tasks">Numbers of the shards that are run, in ascending order.</param>
    public string Array(IEnumerable<int> tasks) => string.Create(CultureInfo.InvariantCulture, $$"""
        #!/bin/bash
        {{Head("", $"array={ShardSet.Ranges(tasks)}", "%a.log", $"cpus-per-task={Threads}", "signal=B:USR1@120", "requeue")}}
        # One task is one shard, which goes on with the pieces that are finished. 75: stopped between two pieces.
        shard=$SLURM_ARRAY_TASK_ID
        folder={{Target}}-shard-$shard-of-{{Chunks}}
        jobs={{Quoted(Full(Work.JobFolder))}}
        mkdir -p "$jobs/{{EndFolder}}"
        rm -f "$jobs/{{EndFolder}}/$shard"
        touch "$jobs/{{EndFolder}}/$shard.begun"
        {{Called(Program)}} {{Called(Words)}} --shard "$shard/{{Chunks}}" --out "$folder" --threads {{Threads}} --resume &
        program=$!
        late=
        trap 'late=yes; kill -USR1 "$program" 2>/dev/null' USR1
        trap 'kill -TERM "$program" 2>/dev/null' TERM
        wait "$program"
        while kill -0 "$program" 2>/dev/null; do wait "$program"; done
        wait "$program"
        code=$?

        # Points that failed are in the shard's own table: the merge tells them.
        if [ "$code" = 1 ] && [ "$folder/sweep.json" -nt "$jobs/{{EndFolder}}/$shard.begun" ]; then code=0; fi
        rm -f "$jobs/{{EndFolder}}/$shard.begun"
        echo "$code ${SLURM_ARRAY_JOB_ID:-}" >"$jobs/{{EndFolder}}/$shard"
        if [ "$code" = 75 ] && [ -n "$late" ]; then scontrol requeue "${SLURM_ARRAY_JOB_ID}_$shard"; fi
        exit "$code"

        """);

    /// <summary>The merge, once all shards are there.</summary>
    public string Merge() => string.Create(CultureInfo.InvariantCulture, $$"""
        #!/bin/bash
        {{Head("-merge", null, "merge.log")}}
        ended={{Quoted(Full(Work.JobFolder))}}/{{EndFolder}}/{{SlurmSubmission.MergeEnd}}
        mkdir -p "${ended%/*}"
        rm -f "$ended"
        {{Called(Program)}} merge {{Target}}-shard-{1..{{Chunks}}}-of-{{Chunks}} --out {{Target}}{{More()}}
        code=$?
        echo "$code ${SLURM_JOB_ID:-}" >"$ended"
        exit "$code"

        """);

    private string Head(string suffix, string? first, string log, params string[] more)
    {
        string name = string.Concat(Work.Name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));
        string[] own =
        [
            $"--job-name=installsim-{name}{suffix}", .. first is null ? [] : new[] { "--" + first },
            $"--output={Full(Work.JobFolder).Replace("%", "%%", StringComparison.Ordinal)}/{LogFolder}/{log}", "--open-mode=append",
            $"--chdir={Environment.CurrentDirectory}", .. more.Select(option => "--" + option),
        ];
        return string.Join('\n', own.Concat(Directives).Select(option => "#SBATCH " + Directive(option)));
    }

    /// <summary>
    /// An option as sbatch reads it in a script: words end at a space unless quoted, <c>#</c> begins a comment, <c>\</c> takes the next
    /// sign as it is.
    /// </summary>
    private static string Directive(string option)
    {
        string[] parts = option.Split('=', 2);
        return parts.Length == 1 || parts[1].All(IsPlain)
            ? option
            : $"{parts[0]}=\"{parts[1].Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
    }

    private string More() => MergeWords.Count == 0 ? "" : " " + Called(MergeWords);

    private static string Full(string path) => Path.GetFullPath(path);

    private static string Called(IEnumerable<string> words) => string.Join(' ', words.Select(Quoted));

    private static bool IsPlain(char c) => char.IsAsciiLetterOrDigit(c) || "-_./=:,+@%".Contains(c, StringComparison.Ordinal);

    private static string Quoted(string word) =>
        word.Length > 0 && word.All(IsPlain)
            ? word
            : "'" + word.Replace("'", "'\\''", StringComparison.Ordinal) + "'";
}
