using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.ExceptionServices;
using InstallSim.Policies;
using InstallSim.Scenarios;
using InstallSim.Simulation;
using InstallSim.Simulation.State;

namespace InstallSim.Experiments;

/// <summary>Scenarios × replications. The scenarios of a replication run together, so that they can be compared agent by agent.</summary>
/// <param name="Name">Name of the experiment.</param>
/// <param name="Scenarios">Scenarios with their data, the baseline first where there is one.</param>
/// <param name="HasBaseline">Whether the first scenario is a baseline for the others.</param>
/// <param name="Replications">Replications of each.</param>
/// <param name="Threads">Threads; the results do not depend on them.</param>
public sealed record Experiment(string Name, IReadOnlyList<PreparedScenario> Scenarios, bool HasBaseline, int Replications, int Threads)
{
    /// <summary>Paths of the numbers that replications draw, in any scenario; empty when they differ by chance alone.</summary>
    public IReadOnlyList<string> Drawn => [.. Scenarios.SelectMany(s => Doubt.Drawn(s.Scenario)).Distinct()];

    /// <summary>Runs what is not in the store yet.</summary>
    /// <param name="load">Gives a finished replication, or null.</param>
    /// <param name="keep">Keeps a finished replication; called from several threads, once for each.</param>
    /// <param name="stop">Stops after the runs under way are given up.</param>
    /// <param name="from">The first replication wanted.</param>
    /// <returns>All replications from there on, and the seconds that this took.</returns>
    /// <exception cref="OperationCanceledException">The experiment was stopped; what was kept is whole.</exception>
    public (ReplicationResult[] Results, double Seconds) Run(
        Func<int, ReplicationResult?> load, Action<ReplicationResult> keep, CancellationToken stop, int from = 0) =>
        Run([.. Enumerable.Range(from, Replications - from)], load, keep, stop, stop);

    /// <summary>Runs what is not in the store yet of some replications.</summary>
    /// <param name="wanted">The replications, each once.</param>
    /// <param name="load">Gives a finished replication, or null.</param>
    /// <param name="keep">Keeps a finished replication; called from several threads, once for each.</param>
    /// <param name="stop">Stops after the runs under way are given up.</param>
    /// <param name="rest">Stops after the runs under way are finished and kept.</param>
    /// <returns>The replications in the order of <paramref name="wanted"/>, and the seconds that this took.</returns>
    /// <exception cref="OperationCanceledException">The experiment was stopped; what was kept is whole.</exception>
    internal (ReplicationResult[] Results, double Seconds) Run(
        int[] wanted, Func<int, ReplicationResult?> load, Action<ReplicationResult> keep, CancellationToken stop, CancellationToken rest)
    {
        var watch = Stopwatch.StartNew();
        var results = new ReplicationResult[wanted.Length];
        int inside = Math.Max(1, Threads / Math.Max(1, results.Length));
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, rest);
        var options = new ParallelOptions { MaxDegreeOfParallelism = Threads, CancellationToken = either.Token };
        try
        {
            OneByOne(wanted.Length, options, k =>
            {
                if (load(wanted[k]) is { } finished)
                {
                    results[k] = finished;
                    return;
                }

                results[k] = Replicate(wanted[k], inside, stop);
                keep(results[k]);
            });
        }
        catch (AggregateException many)
        {
            ThrowFirst(many);
        }

        foreach (PreparedScenario prepared in Scenarios)
        {
            prepared.Distances.Forget();
        }

        return (results, watch.Elapsed.TotalSeconds);
    }

    /// <summary>Runs all scenarios of one replication.</summary>
    /// <param name="replication">Replication, from 0: it names the random numbers.</param>
    /// <param name="threads">Threads inside a run; the results do not depend on them.</param>
    /// <param name="stop">Gives the run up.</param>
    internal ReplicationResult Replicate(int replication, int threads, CancellationToken stop)
    {
        var scenarios = new ScenarioResult[Scenarios.Count];
        RunRecord? baseline = null;
        LikelyChoices? likely = Scenarios.Count > 1 ? new() : null;
        var starts = new List<(PreparedScenario Prepared, MarketStart? WarmedUp)>();
        for (int s = 0; s < Scenarios.Count; s++)
        {
            PreparedScenario prepared = Scenarios[s]
                .With(Doubt.Draw(Scenarios[s].Scenario, Scenarios[s].Scenario.Seed, (ushort)replication));
            int[] added = Added(s);
            MarketStart? start = starts.Find(start => start.Prepared.StartsAs(prepared)).WarmedUp;
            var simulator = new Simulator(prepared, replication, threads, start)
            {
                Likely = likely,
                Followed = s > 0 ? added : [],
            };
            RunRecord run = simulator.Run(stop);
            starts.Add((prepared, simulator.WarmedUp));
            baseline ??= run;
            (Parting[] moves, AidCount aid) = s > 0 ? new Pairing(baseline, run, added).Compare() : ([], default);
            TerritoryColumn[] columns = TerritoryOutputs.Of(run, s > 0 ? scenarios[0].ByTerritory : null);
            scenarios[s] = new ScenarioResult(
                run.Values, columns, run.Footprint.Ever(added), run.Costs, new Partings(moves), aid);
        }

        return new ReplicationResult(replication, scenarios);
    }

    /// <summary>Does what needs nothing of one another, on the threads of the experiment.</summary>
    /// <param name="parts">What is done; begun in this order.</param>
    internal void AtOnce(params Action[] parts)
    {
        try
        {
            Parallel.Invoke(new ParallelOptions { MaxDegreeOfParallelism = Threads }, parts);
        }
        catch (AggregateException many)
        {
            ThrowFirst(many);
        }
    }

    /// <summary>
    /// Long pieces of work on several threads, each of which takes one when it has finished one: <see cref="Parallel"/>.For hands out
    /// several at a time, and leaves the other threads without work at the end.
    /// </summary>
    internal static void OneByOne(int count, ParallelOptions options, Action<int> what) => Parallel.ForEach(
        Partitioner.Create(Enumerable.Range(0, count), EnumerablePartitionerOptions.NoBuffering), options, what);

    /// <summary>What went wrong first is what is wrong: memory, a disk, a fault.</summary>
    internal static void ThrowFirst(AggregateException many) => ExceptionDispatchInfo.Throw(many.Flatten().InnerExceptions[0]);

    /// <summary>
    /// Policies of a scenario that the baseline has not, or has otherwise or less often: what is in force in both is no difference.
    /// </summary>
    private int[] Added(int scenario)
    {
        IReadOnlyList<Policy> policies = Scenarios[scenario].Scenario.Policies;
        IEnumerable<int> all = Enumerable.Range(0, policies.Count);
        if (scenario == 0)
        {
            return [.. all];
        }

        List<string> before = [.. Scenarios[0].Scenario.Policies.Select(PolicyOrder.TextOf)];
        return [.. all.Where(k => !before.Remove(PolicyOrder.TextOf(policies[k])))];
    }
}
