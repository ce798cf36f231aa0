using ScottPlot;
using ScottPlot.LayoutEngines;
using ScottPlot.Rendering.RenderActions;
using SkiaSharp;

namespace InstallSim.Charts.Pictures;

/// <summary>A panel as a plot of ScottPlot: axes without words of its own, one plottable a row or a mark.</summary>
internal static class PanelPlot
{
    /// <summary>Draws a panel where it stands; marks may reach out of it.</summary>
    public static void Draw(PlacedPanel panel, SKCanvas canvas, Sheet sheet)
    {
        using var plot = new Plot();
        var rect = new PixelRect((float)panel.Inside.X, (float)panel.Inside.Right, (float)panel.Inside.Bottom, (float)panel.Inside.Y);
        Bare(plot, rect);
        var (x, y) = (panel.Panel.X, panel.Panel.Y);
        plot.Axes.SetLimits(Place(x, x.From), Place(x, x.To), Place(y, y.From), Place(y, y.To));
        plot.Add.Plottable(new AxesPlottable(panel, sheet));
        foreach (var plottable in MarkPlottables.Of(panel.Panel, sheet))
        {
            plot.Add.Plottable(plottable);
        }

        // A plot draws again when its limits are new to it: the first time it only takes note of them.
        plot.Render(canvas, rect);
        plot.RenderManager.RenderActions.Add(new RenderWhole());
        plot.Render(canvas, rect);
    }

    /// <summary>A value as its axis counts.</summary>
    public static double Place(Axis axis, double value) => axis.IsLogarithmic ? Math.Log10(value) : value;

    /// <summary>Leaves of a plot what places things: no background, frame, legend or words; its data fill the panel.</summary>
    private static void Bare(Plot plot, PixelRect rect)
    {
        plot.Axes.Remove(Edge.Top);
        plot.Axes.Remove(Edge.Right);
        plot.Axes.Title.IsVisible = plot.Axes.Bottom.IsVisible = plot.Axes.Left.IsVisible = false;
        plot.Layout.LayoutEngine = new FixedDataArea(rect);
        plot.RenderManager.EnableEvents = false;
        plot.RenderManager.RenderActions.Clear();
        plot.RenderManager.RenderActions.AddRange([new ReplaceNullAxesWithDefaults(), new CalculateLayout()]);
    }

    /// <summary>Draws plottables as ScottPlot does, but does not cut them at the edge of the panel.</summary>
    private sealed class RenderWhole : IRenderAction
    {
        public void Render(RenderPack rp)
        {
            foreach (var plottable in rp.Plot.PlottableList)
            {
                plottable.Axes.DataRect = rp.DataRect;
                plottable.Render(rp);
            }
        }
    }
}
