namespace InstallSim.Accessibility;

/// <summary>A metric of weights and needs: a year costs one pass over the pairs within reach.</summary>
internal sealed class PreparedCatchment : PreparedMetric
{
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
    internal PreparedCatchment(AccessibilityMetric metric, int[] rowStart, int[] to, double[] weight, double[] need)
        : base(metric, need.Length)
    {
        (_rowStart, _to, _weight) = (rowStart, to, weight);
        _demand = new double[need.Length];
        _ratio = new double[need.Length];
        FloatingCatchment.Demand(new WeightRows(rowStart, to, weight), need, _demand);
    }

    public override void Compute(ReadOnlySpan<double> offer, Span<double> accessibility)
    {
        FloatingCatchment.Ratios(offer, _demand, _ratio);
        FloatingCatchment.Access(new WeightRows(_rowStart, _to, _weight), _ratio, accessibility);
    }
}
