using System.Globalization;
using InstallSim.Experiments.Shards;
using InstallSim.Inputs;

namespace InstallSim.Cli.Slurm;

/// <summary>
/// The jobs of a submission: a line of <c>jobs.txt</c> beside the scripts. What became of them is told by the files that they leave, and by
/// squeue where it is there.
/// </summary>
/// <param name="Work">What was handed over.</param>
/// <param name="Array">Job of the array; null where all shards were finished.</param>
/// <param name="Merge">Job of the merge.</param>
internal sealed record SlurmSubmission(SlurmWork Work, string? Array, string Merge)
{
    /// <summary>Name of the file that a merge leaves its exit code in, beside those of shards.</summary>
    public const string MergeEnd = "merge";

    private const string JobsFile = "jobs.txt";

    /// <summary>Numbers of the jobs, with a comma between them.</summary>
    public string Jobs => Array is null ? Merge : $"{Array},{Merge}";

    /// <summary>The last submission of some work; null where there was none.</summary>
    public static SlurmSubmission? Last(SlurmWork work)
    {
        string path = Path.Combine(work.JobFolder, JobsFile);
        return File.Exists(path) && File.ReadLines(path).LastOrDefault()?.Split(' ') is ["array", var array, "merge", var merge]
            ? new SlurmSubmission(work, array == "-" ? null : array, merge)
            : null;
    }

    /// <summary>Notes the submission.</summary>
    public void Keep() => File.AppendAllText(Path.Combine(Work.JobFolder, JobsFile), $"array {Array ?? "-"} merge {Merge}\n");

    /// <summary>Refuses to submit again what is still in the queue, or is not known to have ended.</summary>
    /// <exception cref="InputException">It is.</exception>
    public static void RefuseUnfinished(SlurmWork work, int chunks)
    {
        if (Last(work) is not { } last)
        {
            return;
        }

        bool? isQueued = last.IsQueued();
        if (isQueued is false || (isQueued is null && last.HasEnded(chunks)))
        {
            return;
        }

        string jobs = last.Jobs.Replace(',', ' ');
        throw new InputException(new Place(work.JobFolder), isQueued is true
            ? new Words(
                $"was submitted before, and is still in the queue: jobs {jobs}; --status tells how far they are, 'scancel {jobs}' ends "
                    + "them",
                $"a déjà été soumis, et est encore dans la file\u00a0: jobs {jobs}\u00a0; --status dit où ils en sont, "
                    + $"«\u00a0scancel {jobs}\u00a0» y met fin")
            : new Words(
                $"was submitted before as jobs {jobs}, which are not known to have ended, for squeue does not answer; where they have, "
                    + $"delete {Path.Combine(work.JobFolder, JobsFile)}",
                $"a déjà été soumis comme jobs {jobs}, dont la fin n’est pas connue, car squeue ne répond pas\u00a0; s’ils sont finis, "
                    + $"supprimer {Path.Combine(work.JobFolder, JobsFile)}"));
    }

    /// <summary>Whether Slurm still has a job of it; null where Slurm cannot be asked.</summary>
    public bool? IsQueued() => SlurmProgram.Call("squeue", "", "--noheader", "--format=%i", $"--jobs={Jobs}") switch
    {
        { Code: 0 } answer => answer.Output.Length > 0,
        { } answer when answer.Error.Contains("Invalid job id", StringComparison.Ordinal) => false,
        _ => null,
    };

    /// <summary>
    /// The exit code that a shard or the merge left; null where there is none of the last submission. Scripts that are run without Slurm
    /// leave one without a job.
    /// </summary>
    /// <param name="work">The work.</param>
    /// <param name="name">Number of the shard, or <see cref="MergeEnd"/>.</param>
    public static int? EndOf(SlurmWork work, string name)
    {
        string path = Path.Combine(work.JobFolder, SlurmScripts.EndFolder, name);
        string[] said = File.Exists(path) ? File.ReadAllText(path).Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries) : [];
        bool isCode = int.TryParse(said.FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out int code);
        string? job = said.Length > 1 ? said[1] : null;
        return isCode && (job is null || Last(work) is not { } last || job == (name == MergeEnd ? last.Merge : last.Array)) ? code : null;
    }

    /// <summary>The exit code that a shard left.</summary>
    public static int? EndOf(SlurmWork work, Shard shard) => EndOf(work, FormattableString.Invariant($"{shard.Number}"));

    /// <summary>Whether files tell that it is over: the merge has ended, or a shard has failed, so that it is cancelled.</summary>
    private bool HasEnded(int chunks) => EndOf(Work, MergeEnd) is not null || Enumerable.Range(1, chunks).Any(i =>
        EndOf(Work, new Shard(i, chunks)) is not (null or CommandLineProgram.Done or CommandLineProgram.Paused));
}
