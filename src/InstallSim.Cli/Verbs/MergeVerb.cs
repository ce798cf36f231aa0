using System.CommandLine;
using InstallSim.Experiments;
using InstallSim.Experiments.Shards;
using InstallSim.Experiments.Sweeps;
using InstallSim.Inputs;
using InstallSim.Outputs;
using InstallSim.Results;

namespace InstallSim.Cli.Verbs;

/// <summary><c>merge</c>: the shards of a sweep, run or comparison, made on several machines, as one.</summary>
internal static class MergeVerb
{
    public static Command Command()
    {
        var shards = new Argument<string[]>("SHARDS")
        {
            Description = "Folders of all shards of a sweep, run or comparison, in any order.",
            Arity = ArgumentArity.OneOrMore,
        };
        shards.Validators.Add(RunOptions.NoOptionIsAPath);
        var folder = new Option<string?>("--out") { Description = "Folder of the results (default: out/NAME).", HelpName = "DIR" };
        Option<bool> force = RunOptions.ForceOption("Replaces results that were changed, keeping what this program did not write.");
        Option<string> tables = RunOptions.TablesOption();
        var quiet = new Option<bool>("--quiet") { Description = "Says nothing but errors." };
        var command = new Command("merge", """
            Puts the shards of a sweep, run or comparison together: the same tables, and the same hash, as of one machine. Shards that are
            missing, there twice, of something else or changed are refused by name. Those of a run or comparison are merged in the folder
            in which they were called, for the inputs are read again.

            Examples, after 'installsim new demo':
              installsim compare demo --shard 1/2 --out out/first
              installsim compare demo --shard 2/2 --out out/second
              installsim merge out/first out/second --out out/demo
              installsim sweep demo/plans/sweep.yaml --shard 1/2 --out out/one
              installsim sweep demo/plans/sweep.yaml --shard 2/2 --out out/two
              installsim merge out/one out/two --out out/sweep
            """) { shards, folder, tables, force, quiet };
        command.SetAction((parsed, stop) =>
        {
            var asked = new Asked(parsed.GetValue(shards)!, parsed.GetValue(folder), parsed.GetValue(force), parsed.GetValue(quiet))
            {
                Storage = RunOptions.StorageOf(parsed, tables),
            };
            RefuseOthers(asked.Shards);
            return Task.Run(() => asked.Shards.Any(RunShard.IsIn) ? Runs(parsed, asked, stop) : Sweeps(parsed, asked),
                CancellationToken.None);
        });
        return command;
    }

    /// <summary>Refuses what is no shard of anything.</summary>
    private static void RefuseOthers(string[] folders)
    {
        var errors = new InputErrors();
        foreach (string folder in folders.Where(f => !RunShard.IsIn(f) && !File.Exists(Path.Combine(f, SweepManifest.FileName))))
        {
            errors.Add(new Place(folder), !Directory.Exists(folder)
                ? Directory.Exists(ExperimentRunner.StoreOf(folder))
                    ? new Words("is a shard that is not finished: the command that ran it goes on with --resume",
                        "est une part inachevée\u00a0: la commande qui l’a calculée continue avec --resume")
                    : DidYouMean.NotThere(folder)
                : FolderKind.Of(folder) is { } what
                ? new Words($"is no shard: it {what.English}", $"n’est pas une part\u00a0: il {what.French}")
                : new Words($"is no shard: it has neither {RunShard.FileName} nor {SweepManifest.FileName}",
                    $"n’est pas une part\u00a0: il n’a ni {RunShard.FileName} ni {SweepManifest.FileName}"));
        }

        errors.ThrowIfAny();
    }

    private static int Sweeps(ParseResult parsed, Asked asked)
    {
        IReadOnlyList<ReadShard<SweepManifest>> read = SweepMerge.Read(asked.Shards);
        string path = asked.Folder ?? Path.Combine("out", read[0].Content.Name);
        (ReportText text, TextWriter error) = (Language.Of(parsed), parsed.InvocationConfiguration.Error);
        using AtomicFolder target = SweepMerge.Begin(
            read, path, asked.Force, words => error.WriteLine(text.Say(words.English, words.French)));
        SweepManifest merged = SweepMerge.Merge(read, target.Path);
        var leftovers = new Leftovers(Resume: false, asked.Force);
        return SweepVerb.Finish(parsed, merged, target, new SweepCall(path, leftovers, asked.IsQuiet) { Storage = asked.Storage });
    }

    /// <summary>Takes the replications of all shards, and makes of them what one machine would.</summary>
    private static int Runs(ParseResult parsed, Asked asked, CancellationToken stop)
    {
        IReadOnlyList<ReadShard<RunShard>> read = RunShard.ReadAll(asked.Shards);
        LoadedExperiment loaded = RunShards.Load(read, Environment.ProcessorCount);
        IReadOnlyList<SettingInfo> settings = SensitivityRunner.Choose(loaded, loaded.Plan.Varied);
        var leftovers = new Leftovers(Resume: true, asked.Force) { Shards = [.. read.Select(shard => shard.Folder)] };
        string folder = asked.Folder ?? Path.Combine("out", loaded.Experiment.Name);
        IReadOnlyList<string> titles = RunShards.Titles(read);
        if (titles.Count > 1)
        {
            string others = string.Join(", ", titles.Skip(1));
            parsed.InvocationConfiguration.Error.WriteLine(Language.Of(parsed).Say(
                $"warning: the shards have {titles.Count} titles; that of the results is '{titles[0]}', not: {others}",
                $"avertissement\u00a0: les parts ont {titles.Count} titres\u00a0; celui des résultats est «\u00a0{titles[0]}\u00a0», et "
                    + $"non\u00a0: {others}"));
        }

        return ExperimentVerb.Finish(parsed, new ExperimentCall(loaded, settings, folder, leftovers, asked.IsQuiet)
        {
            Seconds = read.Sum(shard => shard.Content.Seconds),
            Storage = asked.Storage,
        }, stop);
    }

    private sealed record Asked(string[] Shards, string? Folder, bool Force, bool IsQuiet)
    {
        /// <summary>How large tables are stored.</summary>
        public TableStorage? Storage { get; init; }
    }
}
