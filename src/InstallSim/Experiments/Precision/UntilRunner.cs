using System.Diagnostics;
using System.Globalization;
using InstallSim.Results;

namespace InstallSim.Experiments.Precision;

/// <summary>What a run until effects are known well enough leaves.</summary>
/// <param name="Results">The results.</param>
/// <param name="Loaded">The experiment as it ended: with the replications that it took.</param>
/// <param name="Effects">How well each chosen effect is known.</param>
/// <param name="OutOfTime">Whether the time ended it.</param>
public sealed record UntilOutcome(RunResults Results, LoadedExperiment Loaded, IReadOnlyList<KnownEffect> Effects, bool OutOfTime);

/// <summary>
/// Adds replications in blocks until every chosen effect is known well enough, or the most that may be spent is. What comes out is, byte
/// for byte, what so many replications at once give: which replications there are hangs on their values alone, never on threads.
/// </summary>
public static class UntilRunner
{
    /// <summary>
    /// Replications before effects are looked at first: ten draws, so that a small sample that happens to vary little rarely ends it.
    /// ASSUMPTION.
    /// </summary>
    public const int First = 20;

    /// <summary>Replications of each further block; even, for two share a draw. ASSUMPTION.</summary>
    public const int Block = 10;

    private const string Key = "replications=";

    /// <summary>Runs.</summary>
    /// <param name="loaded">The experiment; its replications are the most.</param>
    /// <param name="goals">What shall be known how well.</param>
    /// <param name="minutes">Begins no block after so many minutes; null for no such end.</param>
    /// <param name="folder">The results folder to be.</param>
    /// <param name="watch">Who watches.</param>
    /// <exception cref="OperationCanceledException">It was stopped; what was finished is kept.</exception>
    /// <exception cref="Inputs.InputException">Former work would be thrown away.</exception>
    public static UntilOutcome Run(
        LoadedExperiment loaded, IReadOnlyList<PrecisionGoal> goals, double? minutes, string folder, RunWatch watch)
    {
        var clock = Stopwatch.StartNew();
        int most = loaded.Experiment.Replications, finished = 0;
        ReplicationStore store = ExperimentRunner.Open(loaded, folder, "", watch);
        var effects = new ChosenEffects(loaded.Experiment, goals);
        var replications = new List<ReplicationResult>();
        IReadOnlyList<KnownEffect> known;
        double seconds = 0;
        bool isLate;
        int next = Math.Min(most, Math.Max(First, WholeBlocks(store.Unbroken(most))));
        do
        {
            LoadedExperiment block = loaded with { Experiment = loaded.Experiment with { Replications = next } };
            (ReplicationResult[] more, double took) = ExperimentRunner.Replicate(
                block, store, [.. Enumerable.Range(replications.Count, next - replications.Count)], watch,
                () => watch.Progress(new ExperimentProgress(Interlocked.Increment(ref finished), most)));
            replications.AddRange(more);
            seconds += took;
            known = effects.Of(replications);
            isLate = clock.Elapsed.TotalMinutes >= minutes;
            next = Math.Min(most, replications.Count + Block);
        }
        while (!IsEnough(known, goals) && replications.Count < most && !isLate);

        LoadedExperiment ended = With(loaded, replications.Count, [.. goals.Select(g => g.Text)]);
        return new UntilOutcome(
            ExperimentRunner.Gather(ended, [.. replications], seconds), ended, known,
            isLate && !IsEnough(known, goals) && replications.Count < most);
    }

    /// <summary>Whether every goal has effects and all are known well enough.</summary>
    private static bool IsEnough(IReadOnlyList<KnownEffect> known, IReadOnlyList<PrecisionGoal> goals) =>
        known.All(e => e.IsReached) && goals.All(g => known.Any(e => e.Goal == g));

    private static int WholeBlocks(int replications) => (replications + Block - 1) / Block * Block;

    /// <summary>The experiment as if so many replications had been asked for, read again so that results say so throughout.</summary>
    private static LoadedExperiment With(LoadedExperiment loaded, int replications, string[] until)
    {
        RunPlan plan = loaded.Plan;
        if (replications != loaded.Experiment.Replications)
        {
            string asked = string.Create(CultureInfo.InvariantCulture, $"{Key}{replications}");
            string[] overrides = [asked, .. plan.Overrides.Where(o => !o.StartsWith(Key, StringComparison.Ordinal))];
            loaded = ExperimentReader.Read(plan.Paths, plan.Baseline, overrides, loaded.Experiment.Threads);
        }

        return loaded with { Plan = loaded.Plan with { Varied = plan.Varied, Until = until, Title = plan.Title } };
    }
}
