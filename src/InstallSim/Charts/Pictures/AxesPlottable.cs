using ScottPlot;

namespace InstallSim.Charts.Pictures;

/// <summary>Grid, ticks, their words and titles of both axes of a panel; an axis without ticks is not drawn.</summary>
internal sealed class AxesPlottable(PlacedPanel panel, Sheet sheet) : PenPlottable
{
    private const float TickLength = 4;

    public override void Render(RenderPack rp)
    {
        DrawGrid(rp);
        DrawBottom(rp);
        WriteLeft(rp);
        WriteTitles(rp);
    }

    private void DrawGrid(RenderPack rp)
    {
        var rect = rp.DataRect;
        if (panel.Panel.X.HasGrid)
        {
            foreach (float x in panel.Panel.X.Ticks.Select(X))
            {
                DrawLine(rp, new PixelLine(x, rect.Top, x, rect.Bottom), Palette.Grid);
            }
        }

        if (panel.Panel.Y.HasGrid)
        {
            foreach (float y in panel.Panel.Y.Ticks.Select(Y))
            {
                DrawLine(rp, new PixelLine(rect.Left, y, rect.Right, y), Palette.Grid);
            }
        }
    }

    private void DrawBottom(RenderPack rp)
    {
        var (axis, rect) = (panel.Panel.X, rp.DataRect);
        if (axis.Ticks.Count == 0)
        {
            return;
        }

        float bottom = Crisp(rect.Bottom);
        if (!axis.IsNames)
        {
            DrawLine(rp, new PixelLine(rect.Left, bottom, rect.Right, bottom), Palette.Rule);
        }

        var style = new WordStyle(Lettering.LabelSize, axis.IsNames ? Palette.Ink : Palette.Muted, Anchor.Middle);
        foreach (var tick in axis.Ticks)
        {
            if (!axis.IsNames)
            {
                DrawLine(rp, new PixelLine(X(tick), bottom, X(tick), bottom + TickLength), Palette.Rule);
            }

            double middle = rect.Bottom + PanelRoom.TickPadding + (PanelRoom.Lines(tick.Label) * Lettering.LabelLine / 2);
            sheet.Write(rp.Canvas, tick.Label, X(tick), middle, style);
        }
    }

    private void WriteLeft(RenderPack rp)
    {
        var axis = panel.Panel.Y;
        var style = new WordStyle(Lettering.LabelSize, axis.IsNames ? Palette.Ink : Palette.Muted, Anchor.End);
        foreach (var tick in axis.Ticks)
        {
            float middle = Axes.GetPixelY(PanelPlot.Place(axis, tick.At));
            sheet.Write(rp.Canvas, tick.Label, rp.DataRect.Left - PanelRoom.TickPadding, middle, style);
        }
    }

    private void WriteTitles(RenderPack rp)
    {
        var rect = rp.DataRect;
        var style = new WordStyle(Lettering.LabelSize, Palette.Muted, Anchor.Middle);
        double below = rect.Bottom + PanelRoom.Below(panel.Panel) - (PanelRoom.OfTitle(panel.Panel.X) / 2);
        sheet.Write(rp.Canvas, panel.Panel.X.Title, rect.HorizontalCenter, below, style);
        double left = rect.Left - PanelRoom.Left(panel.Panel) + (PanelRoom.OfTitle(panel.Panel.Y) / 2);
        rp.Canvas.Save();
        rp.Canvas.RotateDegrees(-90, (float)left, rect.VerticalCenter);
        sheet.Write(rp.Canvas, panel.Panel.Y.Title, left, rect.VerticalCenter, style);
        rp.Canvas.Restore();
    }

    private float X(Tick tick) => Crisp(Axes.GetPixelX(PanelPlot.Place(panel.Panel.X, tick.At)));

    private float Y(Tick tick) => Crisp(Axes.GetPixelY(PanelPlot.Place(panel.Panel.Y, tick.At)));

    /// <summary>The nearest place where a line one pixel wide has sharp edges.</summary>
    private static float Crisp(float pixel) => MathF.Floor(pixel) + 0.5f;

    private static void DrawLine(RenderPack rp, PixelLine line, string colour) =>
        new LineStyle(1, Color.FromHex(colour)).Render(rp, line);
}
