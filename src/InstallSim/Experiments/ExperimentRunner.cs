using InstallSim.Inputs;
using InstallSim.Outputs;
using InstallSim.Results;
using InstallSim.Simulation.State;
using InstallSim.World;

namespace InstallSim.Experiments;

/// <summary>What a stage of an experiment tells whoever watches.</summary>
/// <param name="Finished">Replications finished.</param>
/// <param name="Asked">Replications asked for.</param>
public readonly record struct ExperimentProgress(int Finished, int Asked);

/// <summary>Who watches a run, and what becomes of what former calls left.</summary>
/// <param name="Leftovers">What becomes of finished replications of former calls.</param>
/// <param name="Progress">Called after each replication, from several threads.</param>
/// <param name="Tell">Told, from several threads, what cannot be used.</param>
/// <param name="Stop">Stops the run; what is finished is kept.</param>
public sealed record RunWatch(Leftovers Leftovers, Action<ExperimentProgress> Progress, Action<Words> Tell, CancellationToken Stop)
{
    /// <summary>Nobody watches, nothing is taken from former calls.</summary>
    public static RunWatch None { get; } = new(default, _ => { }, _ => { }, CancellationToken.None);

    /// <summary>Stops the run once the pieces under way (replications, points) are finished and kept.</summary>
    public CancellationToken Rest { get; init; }
}

/// <summary>Runs an experiment and gathers its results.</summary>
public static class ExperimentRunner
{
    /// <summary>
    /// Runs what is not finished yet. Finished replications are kept beside the results folder until <see cref="Forget"/>.
    /// </summary>
    /// <param name="loaded">The experiment.</param>
    /// <param name="folder">The results folder to be; replications of finished results there may be taken too.</param>
    /// <param name="watch">Who watches.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    /// <exception cref="InputException">Former work would be thrown away.</exception>
    public static RunResults Run(LoadedExperiment loaded, string folder, RunWatch watch)
    {
        (ReplicationResult[] replications, double seconds) = Replicate(loaded, folder, "", watch);
        TidyUp(loaded.Experiment);
        RunResults results = Gather(loaded, replications, seconds);
        TidyUp(loaded.Experiment);
        return results;
    }

    /// <summary>Gives back the memory that a large part of the work needed, before the next part takes its own.</summary>
    private static void TidyUp(Experiment experiment)
    {
        const long large = 1_000_000; // France's eight scenarios from five replications on
        PreparedScenario first = experiment.Scenarios[0];
        long cells = (long)experiment.Scenarios.Count * experiment.Replications * first.Scenario.Years.Count * first.Territories.Count;
        if (cells >= large)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }
    }

    /// <summary>The results that finished replications make.</summary>
    /// <param name="loaded">The experiment.</param>
    /// <param name="replications">All its replications, in their order.</param>
    /// <param name="seconds">Wall time of the simulation.</param>
    internal static RunResults Gather(LoadedExperiment loaded, ReplicationResult[] replications, double seconds)
    {
        Experiment experiment = loaded.Experiment;
        var summary = new Summary(experiment, replications);
        var drawn = new DrawnNumbers(experiment, replications.Length);
        (List<InformationValue> information, List<Comparison> comparisons, List<DoubtSource> doubt) = ([], [], []);
        (List<PolicyCost> costs, List<PayerCost> payers, List<PolicyChoice> choices) = ([], [], []);
        // The longest first, so that no thread has the last one to itself.
        experiment.AtOnce(
            () => information = new InformationValues(experiment, replications, drawn).Rows(),
            () => comparisons = summary.Comparisons(byAct: true),
            () => doubt = new DoubtAnalysis(experiment, replications, drawn).Rows(),
            () => costs = summary.Costs(),
            () => choices = new PolicyChoices(experiment, replications).Rows(),
            () => payers = summary.Payers());
        return new RunResults
        {
            Manifest = ManifestBuilder.Build(loaded, replications.Length, seconds),
            Observations = new ObservationRows(experiment, replications),
            Territories = summary.Territories(),
            Costs = costs,
            Comparisons = comparisons,
            Packages = summary.Packages(),
            Payers = payers,
            DoubtSources = doubt,
            Choices = choices,
            Information = information,
            Moves = new MoveRows(experiment, replications),
            Places = Places(loaded.Territories.Table),
            Shapes = loaded.Territories.Shapes,
            ShapesKey = loaded.Territories.ShapesKey,
        };
    }

    /// <summary>What would be lost of finished results by a run into their folder; null when nothing would.</summary>
    /// <param name="loaded">The experiment.</param>
    /// <param name="folder">The results folder to be.</param>
    public static Words? Replaces(LoadedExperiment loaded, string folder)
    {
        string replications = Path.Combine(folder, ResultsFolder.ReplicationsFolder);
        string[] files = Directory.Exists(replications) ? Directory.GetFiles(replications, "replication-*.bin") : [];
        RunIdentity? said = StoreFolder.IdentityOf(replications);
        var here = RunIdentity.Of(loaded);
        string? there = files.Order(StringComparer.Ordinal).Select(ReplicationFile.IdentityOf).FirstOrDefault(found => found is not null)
            ?? (files.Length > 0 ? said?.Hash : null); // files of another version do not say whose they are
        if (there is not null && there != here.Hash)
        {
            Words difference = said?.DifferenceFrom(here)
                ?? new Words("program, inputs or scenarios differ", "programme, données ou scénarios diffèrent");
            return new Words($"{files.Length} replications of another run: {difference.English}",
                $"{files.Length} réplications d’un autre calcul\u00a0: {difference.French}");
        }

        return files.Length > loaded.Experiment.Replications
            ? new Words($"{files.Length} replications of this run, more than the {loaded.Experiment.Replications} asked for",
                $"{files.Length} réplications de ce calcul, plus que les {loaded.Experiment.Replications} demandées")
            : null;
    }

    /// <summary>
    /// What finished results have more of than a run into their folder would leave: replications, years, scenarios, numbers gone through;
    /// null where nothing. They take longer to make again, and are replaced only when that is asked for.
    /// </summary>
    /// <param name="loaded">The experiment.</param>
    /// <param name="folder">The results folder to be.</param>
    public static Words? Loses(LoadedExperiment loaded, string folder)
    {
        string replications = Path.Combine(folder, ResultsFolder.ReplicationsFolder);
        if (StoreFolder.IdentityOf(replications) is not { } there)
        {
            return null;
        }

        int count = StoreFolder.Pieces(replications).Length;
        bool isWithout = loaded.Plan.Varied.Count == 0 && File.Exists(Path.Combine(folder, ResultTables.Sensitivities.File));
        return RunSize.More(there, RunIdentity.Of(loaded), (count, loaded.Experiment.Replications))
            ?? (!isWithout ? null : new Words(
                "the table of --sensitivity, which this run has not", "le tableau de --sensitivity, que ce calcul n’a pas"));
    }

    /// <summary>Runs the replications that are not finished yet, and keeps each.</summary>
    /// <param name="loaded">The experiment.</param>
    /// <param name="folder">The results folder to be.</param>
    /// <param name="part">What part of the run: a store of its own; empty for the comparison itself.</param>
    /// <param name="watch">Who watches.</param>
    /// <param name="wanted">The replications that are run, each once; all when null.</param>
    internal static (ReplicationResult[] Results, double Seconds) Replicate(
        LoadedExperiment loaded, string folder, string part, RunWatch watch, int[]? wanted = null)
    {
        ReplicationStore store = Open(loaded, folder, part, watch);
        int finished = 0;
        wanted ??= [.. Enumerable.Range(0, loaded.Experiment.Replications)];
        return Replicate(loaded, store, wanted, watch,
            () => watch.Progress(new ExperimentProgress(Interlocked.Increment(ref finished), wanted.Length)));
    }

    /// <summary>Opens the store of the replications of a run.</summary>
    /// <param name="loaded">The experiment, with as many replications as may be wanted.</param>
    /// <param name="folder">The results folder to be.</param>
    /// <param name="part">What part of the run: a store of its own; empty for the comparison itself.</param>
    /// <param name="watch">Who watches.</param>
    /// <exception cref="InputException">Former work would be thrown away.</exception>
    internal static ReplicationStore Open(LoadedExperiment loaded, string folder, string part, RunWatch watch)
    {
        string[] finishedBefore =
        [
            .. (watch.Leftovers.Shards ?? (part.Length == 0 ? [folder] : []))
                .Select(results => Path.Combine(results, ResultsFolder.ReplicationsFolder, part)),
        ];
        var store = new ReplicationStore(
            Path.Combine(StoreOf(folder), part), RunIdentity.Of(loaded, part), loaded.Experiment.Replications, watch.Leftovers, watch.Tell,
            finishedBefore);
        if (part.Length == 0 && watch.Leftovers.Shards is null)
        {
            StoreFolder.KeepTitle(StoreOf(folder), loaded.Plan.Title);
        }

        return store;
    }

    /// <summary>Runs those of some replications that a store has not yet, and keeps each.</summary>
    /// <param name="loaded">The experiment.</param>
    /// <param name="store">Where they are kept.</param>
    /// <param name="wanted">The replications, each once.</param>
    /// <param name="watch">Who watches.</param>
    /// <param name="finished">Called after each, from several threads.</param>
    internal static (ReplicationResult[] Results, double Seconds) Replicate(
        LoadedExperiment loaded, ReplicationStore store, int[] wanted, RunWatch watch, Action finished) => loaded.Experiment.Run(
            wanted,
            r =>
            {
                ReplicationResult? found = store.TryLoad(r);
                if (found is not null)
                {
                    finished();
                }

                return found;
            },
            result =>
            {
                store.Save(result);
                finished();
            },
            watch.Stop,
            watch.Rest);

    /// <summary>Copies the replications of a run into its results, so that more may be added later.</summary>
    /// <param name="folder">The results folder to be.</param>
    /// <param name="replications">How many there are.</param>
    /// <param name="results">Where the results are written.</param>
    /// <param name="shards">Folders of the shards that they are in, where shards are merged.</param>
    public static void CopyReplications(string folder, int replications, string results, IReadOnlyList<string>? shards = null) =>
        Copy([StoreOf(folder), .. (shards ?? [folder]).Select(f => Path.Combine(f, ResultsFolder.ReplicationsFolder))],
            Enumerable.Range(0, replications), Path.Combine(results, ResultsFolder.ReplicationsFolder));

    /// <summary>Names of replications in their results, and of what they are of.</summary>
    /// <param name="replications">Their numbers.</param>
    /// <param name="part">What part of the run: a folder of its own; empty for the comparison itself.</param>
    public static IEnumerable<string> FilesOf(IEnumerable<int> replications, string part = "") => replications
        .Select(ReplicationFile.NameOf).Append(StoreFolder.IdentityFile)
        .Select(name => $"{ResultsFolder.ReplicationsFolder}/{(part.Length == 0 ? name : $"{part}/{name}")}");

    /// <summary>Copies replications, and what they are of, from the first of some folders that has them.</summary>
    internal static void Copy(IReadOnlyList<string> folders, IEnumerable<int> replications, string target)
    {
        foreach (string name in replications.Select(ReplicationFile.NameOf).Append(StoreFolder.IdentityFile))
        {
            Directory.CreateDirectory(target);
            File.Copy(folders.Select(folder => Path.Combine(folder, name)).First(File.Exists), Path.Combine(target, name));
        }
    }

    /// <summary>Whether finished replications or points are kept for a results folder that was not made to its end.</summary>
    public static bool HasKept(string folder) => StoreFolder.Stores(StoreOf(folder)).Any(store => StoreFolder.Pieces(store).Length > 0);

    /// <summary>The title that a run was given which was stopped; null where none is kept.</summary>
    public static string? KeptTitle(string folder) => StoreFolder.TitleOf(StoreOf(folder));

    /// <summary>Removes kept replications, once the results are written.</summary>
    public static void Forget(string folder) => StoreFolder.Remove(StoreOf(folder));

    /// <summary>Where finished replications of a results folder are kept while it is made.</summary>
    public static string StoreOf(string folder) => AtomicFolder.RealPath(folder) + ".unfinished";

    private static PlaceRow[] Places(TerritoryTable t) => [.. Summary.ByCode(t).Select(i => new PlaceRow(
        t.Code[i], t.Name[i], t.Latitude[i], t.Longitude[i], t.Population[i], t.Area[i], t.Departement[i], t.Region[i]))];
}
