using InstallSim.Experiments;
using InstallSim.Experiments.Points;
using InstallSim.Influence.Methods;
using InstallSim.Inputs;
using InstallSim.Results;

namespace InstallSim.Influence;

/// <summary>What a sensitivity analysis found.</summary>
/// <param name="Plan">What was asked.</param>
/// <param name="Design">Where was looked.</param>
/// <param name="Outcomes">What was read there, shape [P][replications][Y].</param>
/// <param name="Indices">Indices, by outcome.</param>
/// <param name="ChanceShares">Share of the variance between points that is chance, an outcome each; NaN with one replication.</param>
/// <param name="Captions">What the numbers and scenarios are called.</param>
public sealed record SensitivityResult(
    LoadedPlan<SensitivitySettings> Plan, SampleDesign Design, double[][][] Outcomes, IReadOnlyList<IndexRow> Indices,
    IReadOnlyList<double> ChanceShares, IReadOnlyList<Caption> Captions)
{
    /// <summary>An outcome at each point: the mean over its replications; the same at all where rounding alone tells them apart.</summary>
    public double[] Means(int outcome)
    {
        double[] means = [.. Outcomes.Select(point => point.Average(replication => replication[outcome]))];
        return Interval.Difference(means.Max(), means.Min()) == 0 ? [.. means.Select(_ => means[0])] : means;
    }

    /// <summary>Main index of each number for an outcome, the greatest first; those without a value last.</summary>
    public IReadOnlyList<IndexRow> Ranked(int outcome) => [.. Of(outcome, IndexRow.MainOf(Plan.Settings.Method))
        .OrderByDescending(i => double.IsNaN(i.Value) ? double.NegativeInfinity : i.Value).ThenBy(i => i.Number, StringComparer.Ordinal)];

    /// <summary>An index of an outcome.</summary>
    public IEnumerable<IndexRow> Of(int outcome, string index) => Indices.Where(i => i.Outcome == outcome && i.Index == index);
}

/// <summary>
/// Runs an experiment at the points of a design and measures what its outcomes hang on. Replication r has the same random numbers at every
/// point, so that points differ by their numbers; what chance still does between them is told as a share of the variance.
/// </summary>
public static class SensitivityAnalysis
{
    /// <summary>Runs the plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="folder">The results folder to be; finished points are kept beside it.</param>
    /// <param name="watch">Who watches.</param>
    /// <param name="say">Told provisional indices after each tenth of the points.</param>
    /// <exception cref="OperationCanceledException">It was stopped; finished points are kept.</exception>
    public static SensitivityResult Run(LoadedPlan<SensitivitySettings> plan, string folder, RunWatch watch, Action<Words> say)
    {
        SampleDesign design = SampleDesign.Of(plan);
        string[] names = [.. plan.Numbers.Select(n => n.Name)];
        var result = new SensitivityResult(plan, design, [], [], [], Captions.OfSensitivity(plan));
        var provisional = new ProvisionalIndices(result, say);
        var points = new PointPlan(plan.Settings.MethodName, names, design.Values, [.. plan.Outcomes.Select(o => o.Name)], plan.Read)
        {
            Finished = provisional.Add,
        };
        double[][][] outcomes = PointRunner.Run(plan.Loaded, points, folder, watch);
        result = result with { Outcomes = outcomes };
        uint seed = SampleDesign.SeedOf(plan);
        return result with
        {
            Indices = [.. plan.Outcomes.SelectMany((outcome, y) =>
                IndexRow.Of(plan.Settings, y, names, design.Units, result.Means(y), seed)
                    .Select(row => plan.Numbers.Any(n => n.Name == row.Number && !n.IsOf(outcome.Scenario, outcome.Of))
                        ? row.WithoutEffect()
                        : row))],
            ChanceShares = [.. plan.Outcomes.Select((_, y) =>
                ChanceOfPoints.Share([.. outcomes.Select(point => point.Select(replication => replication[y]).ToArray())]))],
        };
    }
}
