using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using InstallSim.Experiments;
using InstallSim.Experiments.Shards;
using InstallSim.Inputs;
using InstallSim.Outputs;
using InstallSim.Results;

namespace InstallSim.Cli.Slurm;

/// <summary>Checks what is handed over, submits its array and merge, and keeps their scripts.</summary>
internal static class SlurmJob
{
    private const string ChunksFile = "chunks.txt";

    /// <summary>Hands a run over; nothing is submitted or written where anything is refused.</summary>
    /// <param name="parsed">The command.</param>
    /// <param name="options">Its options of Slurm.</param>
    /// <param name="others">Its options that the program says itself for each shard, or that are of no use there.</param>
    /// <param name="work">What is run.</param>
    /// <param name="threads">Threads of a shard.</param>
    /// <param name="leftovers">Whether shards that are finished are left out; whether what is of something else is replaced.</param>
    /// <param name="storage">How the merge stores large tables; null for CSV.</param>
    /// <exception cref="InputException">sbatch is not there, or refuses; a folder cannot take what comes; it is in the queue.</exception>
    public static int Submit(
        ParseResult parsed, SlurmOptions options, IReadOnlyList<Option> others, SlurmWork work, int threads,
        Leftovers leftovers, TableStorage? storage)
    {
        string[] made = [.. Missing(Path.Combine(Path.GetFullPath(work.JobFolder), SlurmScripts.LogFolder))];
        try
        {
            return SubmitChecked(parsed, options, others, work, threads, leftovers, storage);
        }
        catch (InputException)
        {
            foreach (string folder in made.Where(f => Directory.Exists(f) && !Directory.EnumerateFileSystemEntries(f).Any()))
            {
                Directory.Delete(folder);
            }

            throw;
        }
    }

    private static int SubmitChecked(
        ParseResult parsed, SlurmOptions options, IReadOnlyList<Option> others, SlurmWork work, int threads,
        Leftovers leftovers, TableStorage? storage)
    {
        bool isDry = options.IsDry(parsed);
        if (!isDry && !SlurmProgram.IsThere("sbatch"))
        {
            throw new InputException(new Place("--engine slurm"), new Words(
                "sbatch is not on the PATH: call this where jobs are submitted to Slurm, or write the scripts alone with --dry-run",
                "sbatch n’est pas dans le PATH\u00a0: appeler ceci là où l’on soumet à Slurm, ou n’écrire que les scripts par --dry-run"));
        }

        IReadOnlyList<string> directives = options.Directives(parsed);
        int? former = FormerChunks(work);
        int chunks = options.Chunks(parsed, work.Pieces, leftovers.Resume ? former : null);
        using AtomicFolder folder = AtomicFolder.Add(work.JobFolder, leftovers.Force);
        SlurmSubmission.RefuseUnfinished(work, former ?? chunks);
        Shard[] tasks = [.. Enumerable.Range(1, chunks).Select(i => new Shard(i, chunks))
            .Where(shard => !leftovers.Resume || work.StateOf(shard) is not { IsWritten: true, Failed: 0 })];
        Check(work, tasks);
        string[] force = leftovers.Force ? ["--force"] : [], language = Language.Of(parsed).IsFrench ? ["--lang", "fr"] : [],
            stored = storage is null ? [] : ["--tables", "parquet"];
        var scripts = new SlurmScripts(
            work, OwnProgram(), [.. Words(parsed, [.. options.All, .. others]), .. force], [.. force, .. stored, .. language], chunks,
            threads, directives);
        (string array, string merge) = (scripts.Array(tasks.Select(shard => shard.Number)), scripts.Merge());
        SlurmSubmission? submission = isDry ? null : Submit(work, tasks.Length > 0 ? array : null, merge);
        File.WriteAllText(Path.Combine(folder.Path, SlurmScripts.ArrayFile), array);
        File.WriteAllText(Path.Combine(folder.Path, SlurmScripts.MergeFile), merge);
        File.WriteAllText(Path.Combine(folder.Path, ChunksFile), FormattableString.Invariant($"{chunks}\n"));
        folder.Commit();
        Directory.CreateDirectory(Path.Combine(work.JobFolder, SlurmScripts.LogFolder));
        Say(parsed, work, tasks, chunks, submission);
        return CommandLineProgram.Done;
    }

    /// <summary>Shards of a former call; null where there was none.</summary>
    public static int? FormerChunks(SlurmWork work) =>
        Path.Combine(work.JobFolder, ChunksFile) is var path && File.Exists(path)
            && int.TryParse(File.ReadAllText(path), CultureInfo.InvariantCulture, out int chunks) && chunks is >= 1 and <= Shard.Most
                ? chunks
                : null;

    /// <summary>Refuses what the merge or a shard would refuse only once it runs.</summary>
    private static void Check(SlurmWork work, Shard[] tasks)
    {
        var errors = new InputErrors();
        work.Check(null, errors);
        Array.ForEach(tasks, shard => work.Check(shard, errors));
        errors.ThrowIfAny();
    }

    private static void Say(ParseResult parsed, SlurmWork work, Shard[] tasks, int chunks, SlurmSubmission? submission)
    {
        ReportText text = Language.Of(parsed);
        TextWriter output = parsed.InvocationConfiguration.Output;
        if (submission is null)
        {
            string written = string.Join(", ", ((string[])[SlurmScripts.ArrayFile, SlurmScripts.MergeFile])
                .Select(file => Path.Combine(work.JobFolder, file)));
            output.WriteLine(text.Say($"Written, not submitted: {written}", $"Écrits, non soumis\u00a0: {written}"));
            return;
        }

        (string? array, string merging, string ranges) =
            (submission.Array, submission.Merge, ShardSet.Ranges(tasks.Select(shard => shard.Number)));
        output.WriteLine(array is null
            ? text.Say($"All {chunks} shards are finished. Job {merging}: the merge into {work.Folder}.",
                $"Les {chunks} parts sont terminées. Job {merging}\u00a0: l’assemblage dans {work.Folder}.")
            : text.Say($"Job {array}: shards {ranges} of {chunks}. Job {merging}, after it: the merge into {work.Folder}.",
                $"Job {array}\u00a0: parts {ranges} sur {chunks}. Job {merging}, ensuite\u00a0: l’assemblage dans {work.Folder}."));
        output.WriteLine(text.Say(
            $"In the queue: squeue --jobs={submission.Jobs}. How far: the same command with --status. Go on after a failure: with "
                + "--resume.",
            $"Dans la file\u00a0: squeue --jobs={submission.Jobs}. Avancement\u00a0: la même commande avec --status. Reprendre après un "
                + "échec\u00a0: avec --resume."));
    }

    /// <summary>Submits both jobs, or none. Their logs have their folder before they begin.</summary>
    private static SlurmSubmission Submit(SlurmWork work, string? array, string merge)
    {
        Directory.CreateDirectory(Path.Combine(work.JobFolder, SlurmScripts.LogFolder));
        string? job = null;
        try
        {
            job = array is null ? null : Sbatch(SlurmScripts.ArrayFile, array);
            var submission = new SlurmSubmission(work, job, job is null
                ? Sbatch(SlurmScripts.MergeFile, merge)
                : Sbatch(SlurmScripts.MergeFile, merge, $"--dependency=afterok:{job}", "--kill-on-invalid-dep=yes"));
            submission.Keep();
            return submission;
        }
        catch (InputException)
        {
            if (job is not null)
            {
                SlurmProgram.Call("scancel", "", job);
            }

            throw;
        }
    }

    /// <summary>A folder and those around it that are not there, the innermost first.</summary>
    private static IEnumerable<string> Missing(string folder)
    {
        for (string? next = folder; next is not null && !Directory.Exists(next); next = Path.GetDirectoryName(next))
        {
            yield return next;
        }
    }

    private static string Sbatch(string name, string script, params string[] words) =>
        SlurmProgram.Call("sbatch", script, ["--parsable", .. words]) switch
        {
            { Code: 0 } answer => answer.Output.Split(';')[0],
            { Error: var why } => throw new InputException(new Place(name), new Words(
                $"sbatch refuses it: {why}", $"sbatch le refuse\u00a0: {why}")),
            null => throw new InputException(new Place("--engine slurm"), new Words(
                "sbatch cannot be called", "sbatch ne peut être appelé")),
        };

    /// <summary>The verb and what was typed behind it, but for some options.</summary>
    private static string[] Words(ParseResult parsed, IReadOnlyList<Option> without) =>
        [parsed.CommandResult.Command.Name, .. Typed(parsed.CommandResult, without), .. Typed(parsed.RootCommandResult, [])];

    private static IEnumerable<string> Typed(CommandResult command, IReadOnlyList<Option> without) =>
        command.Children.SelectMany(child => child switch
        {
            ArgumentResult argument => argument.Tokens.Select(token => token.Value),
            OptionResult { Implicit: false } option when !without.Contains(option.Option) =>
                option.Tokens.Count == 0 ? [option.Option.Name] : option.Tokens.SelectMany(t => (string[])[option.Option.Name, t.Value]),
            _ => [],
        });

    /// <summary>How this program is called: by its own file, or as an assembly by dotnet.</summary>
    private static string[] OwnProgram()
    {
        string own = Environment.ProcessPath ?? "installsim", assembly = Path.Combine(AppContext.BaseDirectory, "InstallSim.Cli.dll");
        return Path.GetFileNameWithoutExtension(own) == "dotnet" && File.Exists(assembly) ? [own, assembly] : [own];
    }
}
