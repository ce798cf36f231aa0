using ScottPlot;
using SkiaSharp;

namespace InstallSim.Charts.Pictures;

/// <summary>Circles of any colour and size; a hollow one is an edge around the colour of the paper.</summary>
internal sealed class DotsPlottable(IReadOnlyList<Dot> rows, Panel panel, Sheet sheet) : PenPlottable
{
    private const float EdgeWidth = 2;

    public override void Render(RenderPack rp)
    {
        foreach (var row in rows)
        {
            var centre = Axes.GetPixel(MarkPlottables.At(panel, row.X, row.Y));
            float radius = (float)row.Diameter / 2;
            var colour = MarkPlottables.Colour(row);
            if (!row.IsHollow)
            {
                Drawing.FillCircle(rp.Canvas, centre, radius, new FillStyle(colour), rp.Paint);
                if (row.Code.Length > 0)
                {
                    Drawing.DrawCircle(rp.Canvas, centre, radius, MarkPlottables.Edge(row, rows.Count, sheet), rp.Paint);
                }

                continue;
            }

            Drawing.FillCircle(rp.Canvas, centre, radius - (EdgeWidth / 2), new FillStyle(Color.FromHex(Palette.Paper)), rp.Paint);
            Drawing.DrawCircle(rp.Canvas, centre, radius - (EdgeWidth / 2), new LineStyle(EdgeWidth, colour), rp.Paint);
        }
    }
}

/// <summary>Texts, some with a halo.</summary>
internal sealed class LabelsPlottable(IReadOnlyList<Label> rows, Panel panel, Sheet sheet) : PenPlottable
{
    public override void Render(RenderPack rp)
    {
        foreach (var row in rows)
        {
            var point = Axes.GetPixel(MarkPlottables.At(panel, row.X, row.Y));
            var style = new WordStyle(row.Size, row.Colour, row.Anchor)
            {
                IsBold = row.IsBold,
                HasHalo = row.HasHalo,
                Opacity = row.Opacity,
            };
            double lineHeight = row.Size * Lettering.LabelLine / Lettering.LabelSize;
            sheet.Write(rp.Canvas, row.Text, point.X + row.Dx, point.Y + row.Dy, style, lineHeight);
        }
    }
}

/// <summary>Outlines with holes.</summary>
internal sealed class ShapesPlottable(IReadOnlyList<Shape> rows, Panel panel, Sheet sheet) : PenPlottable
{
    public override void Render(RenderPack rp)
    {
        // The chosen one last: its edge lies on its neighbours.
        foreach (var row in rows.OrderBy(r => r.Code.Length > 0 && r.Code == sheet.Territory))
        {
            using var path = new SKPath { FillType = SKPathFillType.EvenOdd };
            foreach (double[] ring in row.Rings)
            {
                path.AddPoly([.. ring.Chunk(2).Select(p => Axes.GetPixel(MarkPlottables.At(panel, p[0], p[1])).ToSKPoint())]);
            }

            Drawing.FillPath(rp.Canvas, rp.Paint, path, new FillStyle(MarkPlottables.Colour(row)));
            if (row.Code.Length > 0)
            {
                Drawing.DrawPath(rp.Canvas, rp.Paint, path, MarkPlottables.Edge(row, rows.Count, sheet));
            }
        }
    }
}

/// <summary>A dashed line, its dashes cut by hand: Skia writes no dashes into SVG.</summary>
internal sealed class DashesPlottable(IReadOnlyList<Coordinates> points, LineStyle style) : PenPlottable
{
    private const float Dash = 5, Gap = 4;

    public override void Render(RenderPack rp)
    {
        using var whole = new SKPath();
        whole.AddPoly([.. points.Select(p => Axes.GetPixel(p).ToSKPoint())], close: false);
        using var measure = new SKPathMeasure(whole);
        using var dashes = new SKPath();
        for (float at = 0; at < measure.Length; at += Dash + Gap)
        {
            measure.GetSegment(at, Math.Min(at + Dash, measure.Length), dashes, startWithMoveTo: true);
        }

        Drawing.DrawPath(rp.Canvas, rp.Paint, dashes, style);
    }
}
