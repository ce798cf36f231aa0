using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using InstallSim.Results;
using InstallSim.World;

namespace InstallSim.Experiments;

/// <summary>What a stage of an experiment tells whoever watches.</summary>
/// <param name="Finished">Replications finished.</param>
/// <param name="Asked">Replications asked for.</param>
public readonly record struct ExperimentProgress(int Finished, int Asked);

/// <summary>Runs an experiment and gathers its results.</summary>
public static class ExperimentRunner
{
    /// <summary>
    /// Runs what is not finished yet. Finished replications are kept beside the results folder until <see cref="Forget"/>.
    /// </summary>
    /// <param name="loaded">The experiment.</param>
    /// <param name="folder">The results folder to be.</param>
    /// <param name="resume">Whether replications that a former, stopped call kept may be used.</param>
    /// <param name="progress">Called after each replication, from several threads.</param>
    /// <param name="stop">Stops the experiment; what is finished is kept.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static RunResults Run(
        LoadedExperiment loaded, string folder, bool resume, Action<ExperimentProgress> progress, CancellationToken stop)
    {
        Experiment experiment = loaded.Experiment;
        (ReplicationResult[] replications, double seconds) = Replicate(loaded, StoreOf(folder), resume, progress, stop);
        var summary = new Summary(experiment, replications);
        return new RunResults
        {
            Manifest = ManifestBuilder.Build(loaded, replications.Length, seconds),
            Observations = summary.Observations(),
            Territories = summary.Territories(),
            Costs = summary.Costs(),
            Comparisons = summary.Comparisons(byAct: true),
            Moves = [.. Enumerable.Range(0, experiment.Scenarios.Count)
                .SelectMany(s => replications.SelectMany(r => r.Scenarios[s].Moves))],
            Places = Places(loaded.Territories.Table),
            Shapes = loaded.Territories.Shapes,
            ShapesKey = loaded.Territories.ShapesKey,
        };
    }

    /// <summary>Runs the replications that are not in a store yet, and keeps each there.</summary>
    internal static (ReplicationResult[] Results, double Seconds) Replicate(
        LoadedExperiment loaded, string kept, bool resume, Action<ExperimentProgress> progress, CancellationToken stop)
    {
        var store = new ReplicationStore(kept, Fingerprint(loaded), resume);
        int finished = 0;
        return loaded.Experiment.Run(
            r =>
            {
                ReplicationResult? found = store.TryLoad(r);
                if (found is not null)
                {
                    Finished();
                }

                return found;
            },
            result =>
            {
                store.Save(result);
                Finished();
            },
            stop);

        void Finished() => progress(new ExperimentProgress(Interlocked.Increment(ref finished), loaded.Experiment.Replications));
    }

    /// <summary>Removes kept replications, once the results are written.</summary>
    public static void Forget(string folder)
    {
        if (Directory.Exists(StoreOf(folder)))
        {
            Directory.Delete(StoreOf(folder), recursive: true);
        }
    }

    /// <summary>Where finished replications of a results folder are kept while it is made.</summary>
    public static string StoreOf(string folder) => Path.TrimEndingDirectorySeparator(folder) + ".unfinished";

    private static string Fingerprint(LoadedExperiment loaded)
    {
        Results.Manifest manifest = ManifestBuilder.Build(loaded, 0, 0);
        string text = string.Join('\n', [
            manifest.Version,
            .. manifest.Scenarios.Select(s => s.Name + "\n" + s.Text),
            .. manifest.Files.Select(f => f.Sha256)]);
        return string.Create(CultureInfo.InvariantCulture,
            $"format {ReplicationStore.Format}\n{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}");
    }

    private static PlaceRow[] Places(TerritoryTable t) => [.. Summary.ByCode(t).Select(i => new PlaceRow(
        t.Code[i], t.Name[i], t.Latitude[i], t.Longitude[i], t.Population[i], t.Area[i], t.Departement[i], t.Region[i]))];
}
