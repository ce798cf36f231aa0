using System.CommandLine;
using System.CommandLine.Parsing;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using InstallSim.Experiments;
using InstallSim.Experiments.Shards;
using InstallSim.Inputs;
using InstallSim.Outputs;

namespace InstallSim.Cli.Slurm;

/// <summary>Writes the scripts of a run, submits them, and tells how far they are from what they left.</summary>
internal static class SlurmJob
{
    private const string ChunksFile = "chunks.txt", JobsFile = "jobs.txt";

    /// <summary>Hands a run over.</summary>
    /// <param name="parsed">The command.</param>
    /// <param name="options">Its options of Slurm.</param>
    /// <param name="others">Its options that the program says itself for each shard, or that are of no use there.</param>
    /// <param name="work">What is run.</param>
    /// <param name="threads">Threads of a shard.</param>
    /// <param name="leftovers">Whether shards that are finished are left out; whether what was changed is replaced.</param>
    /// <param name="merged">Words for the merge.</param>
    /// <exception cref="InputException">sbatch is not there, or refuses.</exception>
    public static int Submit(
        ParseResult parsed, SlurmOptions options, IReadOnlyList<Option> others, SlurmWork work, int threads,
        Leftovers leftovers, IReadOnlyList<string> merged)
    {
        ReportText text = Language.Of(parsed);
        TextWriter output = parsed.InvocationConfiguration.Output;
        bool isDry = options.IsDry(parsed);
        if (!isDry && OnPath("sbatch") is null)
        {
            throw new InputException(new Place("--engine slurm"), new Words(
                "sbatch is not on the PATH: call this where jobs are submitted to Slurm, or write the scripts alone with --dry-run",
                "sbatch n’est pas dans le PATH\u00a0: appeler ceci là où l’on soumet à Slurm, ou n’écrire que les scripts par --dry-run"));
        }

        int chunks = options.Chunks(parsed, work.Pieces, leftovers.Resume ? FormerChunks(work) : null);
        int[] tasks = [.. Enumerable.Range(1, chunks).Where(i => !leftovers.Resume || !IsDone(work, new Shard(i, chunks)))];
        string[] merge =
        [
            .. leftovers.Force ? ["--force"] : Array.Empty<string>(), .. merged,
            .. Language.Of(parsed).IsFrench ? ["--lang", "fr"] : Array.Empty<string>(),
        ];
        var scripts = new SlurmScripts(
            work, OwnProgram(), Words(parsed, [.. options.All, .. others]), merge, chunks, threads, options.Directives(parsed));
        string[] written = Write(work, scripts, tasks, leftovers.Force);
        if (isDry)
        {
            output.WriteLine(text.Say($"Written, not submitted: {string.Join(", ", written)}",
                $"Écrits, non soumis\u00a0: {string.Join(", ", written)}"));
            return CommandLineProgram.Done;
        }

        string? array = tasks.Length > 0 ? Sbatch(Path.Combine(work.JobFolder, SlurmScripts.ArrayFile)) : null;
        string[] after = array is null ? [] : [$"--dependency=afterok:{array}", "--kill-on-invalid-dep=yes"];
        string merging = Sbatch([.. after, Path.Combine(work.JobFolder, SlurmScripts.MergeFile)]);
        File.AppendAllText(Path.Combine(work.JobFolder, JobsFile), $"array {array ?? "-"} merge {merging}\n");
        string ranges = ShardSet.Ranges(tasks);
        output.WriteLine(array is null
            ? text.Say($"All {chunks} shards are finished. Job {merging}: the merge into {work.Folder}.",
                $"Les {chunks} parts sont terminées. Job {merging}\u00a0: l’assemblage dans {work.Folder}.")
            : text.Say($"Job {array}: shards {ranges} of {chunks}. Job {merging}, after it: the merge into {work.Folder}.",
                $"Job {array}\u00a0: parts {ranges} sur {chunks}. Job {merging}, ensuite\u00a0: l’assemblage dans {work.Folder}."));
        string queue = $"squeue --jobs={(array is null ? "" : array + ",")}{merging}";
        output.WriteLine(text.Say(
            $"In the queue: {queue}. How far: the same command with --status. Go on after a failure: with --resume.",
            $"Dans la file\u00a0: {queue}. Avancement\u00a0: la même commande avec --status. Reprendre après un échec\u00a0: avec "
                + "--resume."));
        return CommandLineProgram.Done;
    }

    /// <summary>How far the shards are, by what they left; Slurm is not asked.</summary>
    public static int Status(ParseResult parsed, SlurmOptions options, SlurmWork work, bool isMerged)
    {
        ReportText text = Language.Of(parsed);
        TextWriter output = parsed.InvocationConfiguration.Output;
        int chunks = options.Chunks(parsed, work.Pieces, FormerChunks(work));
        (int Number, ShardState State, int? Ended)[] shards = [.. Enumerable.Range(1, chunks).Select(i => new Shard(i, chunks))
            .Select(shard => (shard.Number, work.StateOf(shard, work.FolderOf(shard)), EndOf(work, shard.Number)))];
        Say("finished", "terminées", shard => shard.State.IsWritten);
        Say("failed", "en échec", shard => HasFailed(shard.State, shard.Ended));
        Say("stopped between two pieces", "arrêtées entre deux calculs",
            shard => !shard.State.IsWritten && shard.Ended is CommandLineProgram.Paused);
        Say("begun", "commencées", shard => !shard.State.IsWritten && shard.Ended is null && shard.State.Finished > 0);
        Say("not begun", "non commencées", shard => !shard.State.IsWritten && shard.Ended is null && shard.State.Finished == 0);
        foreach ((int number, _, int? ended) in shards.Where(shard => HasFailed(shard.State, shard.Ended)))
        {
            string log = Path.Combine(work.JobFolder, SlurmScripts.LogFolder, FormattableString.Invariant($"{number}.log"));
            output.WriteLine(text.Say($"shard {number} ended with {ended}: {log}", $"la part {number} a fini par {ended}\u00a0: {log}"));
        }

        (int finished, int failed) = (shards.Sum(s => s.State.Finished), shards.Sum(s => s.State.Failed));
        string also = failed == 0 ? "" : text.Say($", {failed} failed", $", {failed} en échec");
        string merged = isMerged
            ? text.Say($"results are in {work.Folder}", $"les résultats sont dans {work.Folder}")
            : text.Say("not merged yet", "pas encore assemblé");
        output.WriteLine(text.Say($"{finished} of {work.Pieces} {work.Called.English}{also}; {merged}",
            $"{finished} {work.Called.French} sur {work.Pieces}{also}\u00a0; {merged}"));
        return CommandLineProgram.Done;

        void Say(string english, string french, Func<(int Number, ShardState State, int? Ended), bool> holds)
        {
            int[] numbers = [.. shards.Where(holds).Select(shard => shard.Number)];
            if (numbers.Length > 0)
            {
                string ranges = ShardSet.Ranges(numbers);
                output.WriteLine(text.Say($"{numbers.Length} of {chunks} shards {english}: {ranges}",
                    $"{numbers.Length} parts sur {chunks} {french}\u00a0: {ranges}"));
            }
        }
    }

    private static bool IsDone(SlurmWork work, Shard shard) => work.StateOf(shard, work.FolderOf(shard)) is { IsWritten: true, Failed: 0 };

    private static bool HasFailed(ShardState state, int? ended) =>
        !state.IsWritten && ended is not (null or CommandLineProgram.Done or CommandLineProgram.Paused);

    private static string[] Write(SlurmWork work, SlurmScripts scripts, int[] tasks, bool force)
    {
        using AtomicFolder folder = AtomicFolder.Add(work.JobFolder, force);
        File.WriteAllText(Path.Combine(folder.Path, SlurmScripts.ArrayFile), scripts.Array(tasks));
        File.WriteAllText(Path.Combine(folder.Path, SlurmScripts.MergeFile), scripts.Merge());
        File.WriteAllText(Path.Combine(folder.Path, ChunksFile), FormattableString.Invariant($"{scripts.Chunks}\n"));
        folder.Commit();
        Directory.CreateDirectory(Path.Combine(work.JobFolder, SlurmScripts.LogFolder));
        return [.. ((string[])[SlurmScripts.ArrayFile, SlurmScripts.MergeFile]).Select(file => Path.Combine(work.JobFolder, file))];
    }

    private static int? FormerChunks(SlurmWork work) =>
        Path.Combine(work.JobFolder, ChunksFile) is var path && File.Exists(path)
            && int.TryParse(File.ReadAllText(path), CultureInfo.InvariantCulture, out int chunks) && chunks is >= 1 and <= Shard.Most
                ? chunks
                : null;

    private static int? EndOf(SlurmWork work, int shard)
    {
        string path = Path.Combine(work.JobFolder, SlurmScripts.EndFolder, FormattableString.Invariant($"{shard}"));
        return File.Exists(path) && int.TryParse(File.ReadAllText(path), CultureInfo.InvariantCulture, out int code) ? code : null;
    }

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

    private static string? OnPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Select(folder => Path.Combine(folder, program))
        .FirstOrDefault(File.Exists);

    private static string Sbatch(params string[] words)
    {
        var start = new ProcessStartInfo("sbatch") { RedirectStandardOutput = true, RedirectStandardError = true };
        Array.ForEach(["--parsable", .. words], start.ArgumentList.Add);
        try
        {
            using Process process = Process.Start(start)!;
            Task<string> said = process.StandardOutput.ReadToEndAsync();
            string error = process.StandardError.ReadToEnd().Trim();
            process.WaitForExit();
            return process.ExitCode == 0 ? said.Result.Trim().Split(';')[0] : throw new InputException(new Place(words[^1]), new Words(
                $"sbatch refuses it: {error}", $"sbatch le refuse\u00a0: {error}"));
        }
        catch (Win32Exception fault)
        {
            throw new InputException(new Place("--engine slurm"), new Words(
                $"sbatch cannot be called: {fault.Message}", $"sbatch ne peut être appelé\u00a0: {fault.Message}"));
        }
    }
}
