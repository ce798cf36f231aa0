using InstallSim.World;

namespace InstallSim.Accessibility;

/// <summary>
/// A metric with all that lasts for a run already computed: a year allocates nothing. Holds scratch, so each run (each thread) needs its
/// own.
/// </summary>
public abstract class PreparedMetric
{
    private readonly AccessibilityMetric _metric;
    private readonly double[] _offer;

    /// <summary>Prepares a metric.</summary>
    /// <param name="metric">Says what physicians offer in a year.</param>
    /// <param name="count">Number of territories, I.</param>
    private protected PreparedMetric(AccessibilityMetric metric, int count) => (_metric, _offer) = (metric, new double[count]);

    /// <summary>Computes accessibility by territory, in the unit of the metric.</summary>
    /// <param name="year">The year, of the territories that the metric was prepared for.</param>
    /// <param name="accessibility">Receives the values, shape [I].</param>
    /// <exception cref="ArgumentException"><paramref name="accessibility"/> has another length than there are territories.</exception>
    public void Compute(in YearView year, Span<double> accessibility)
    {
        _metric.Offer(year, _offer);
        Compute(_offer, accessibility);
    }

    /// <summary>Computes accessibility from what the physicians of each territory offer, as the metric counts it.</summary>
    /// <param name="offer">At least 0, shape [I].</param>
    /// <param name="accessibility">Receives the values, shape [I].</param>
    /// <exception cref="ArgumentException">A span has another length than there are territories.</exception>
    public abstract void Compute(ReadOnlySpan<double> offer, Span<double> accessibility);
}
