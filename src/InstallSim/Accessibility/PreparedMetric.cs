using InstallSim.World;

namespace InstallSim.Accessibility;

/// <summary>
/// A metric with all that lasts for a run already computed: a year costs one pass over the pairs within reach and allocates nothing.
/// Holds scratch, so each run (each thread) needs its own.
/// </summary>
public sealed class PreparedMetric
{
    private readonly AccessibilityMetric _metric;
    private readonly int[] _rowStart;
    private readonly int[] _to;
    private readonly double[] _weight;
    private readonly double[] _demand;
    private readonly double[] _ratio;

    /// <summary>Prepares a metric from its weights and needs.</summary>
    /// <param name="metric">Says what physicians offer in a year.</param>
    /// <param name="rowStart">Start of the row of each territory, shape [I + 1].</param>
    /// <param name="to">Territory reached, shape [entries].</param>
    /// <param name="weight">Weight of the pair, shape [entries].</param>
    /// <param name="need">Need of each territory, in units of what the metric is expressed per, shape [I].</param>
    internal PreparedMetric(AccessibilityMetric metric, int[] rowStart, int[] to, double[] weight, double[] need)
    {
        (_metric, _rowStart, _to, _weight) = (metric, rowStart, to, weight);
        _demand = new double[need.Length];
        _ratio = new double[need.Length];
        FloatingCatchment.Demand(new WeightRows(rowStart, to, weight), need, _demand);
    }

    /// <summary>Computes accessibility by territory, in the unit of the metric.</summary>
    /// <param name="year">The year, of the territories that the metric was prepared for.</param>
    /// <param name="accessibility">Receives the values, shape [I].</param>
    /// <exception cref="ArgumentException"><paramref name="accessibility"/> has another length than there are territories.</exception>
    public void Compute(in YearView year, Span<double> accessibility)
    {
        _metric.Offer(year, _ratio);
        FloatingCatchment.Ratios(_ratio, _demand, _ratio);
        FloatingCatchment.Access(new WeightRows(_rowStart, _to, _weight), _ratio, accessibility);
    }
}
