using ScottPlot;

namespace InstallSim.Charts.Pictures;

/// <summary>What ScottPlot has no plottable for.</summary>
internal abstract class PenPlottable : IPlottable
{
    public bool IsVisible { get; set; } = true;

    public IAxes Axes { get; set; } = new Axes();

    public IEnumerable<LegendItem> LegendItems => [];

    public AxisLimits GetAxisLimits() => AxisLimits.NoLimits;

    public abstract void Render(RenderPack rp);
}
