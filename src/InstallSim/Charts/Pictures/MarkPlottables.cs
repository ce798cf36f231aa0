using ScottPlot;
using ScottPlot.DataSources;
using ScottPlot.Plottables;
using SkiaSharp;

namespace InstallSim.Charts.Pictures;

/// <summary>The plottables of a panel's marks, in their order. Rows that nobody sees are only for the pointer of the page: left out.</summary>
internal static class MarkPlottables
{
    public static IEnumerable<IPlottable> Of(Panel panel, Sheet sheet) => panel.Marks.SelectMany(mark => mark switch
    {
        Mark<Line> m => Each(m, row => OfLine(row, panel), sheet),
        Mark<Band> m => Each(m, row => OfBand(row, panel), sheet),
        Mark<Segment> m => Each(m, row => OfSegment(row, panel), sheet),
        Mark<Box> m => Each(m, row => OfBox(row, panel), sheet),
        Mark<Dot> m => Whole(m, rows => new DotsPlottable(rows, panel), sheet),
        Mark<Label> m => Whole(m, rows => new LabelsPlottable(rows, panel, sheet), sheet),
        Mark<Shape> m => Whole(m, rows => new ShapesPlottable(rows, panel), sheet),
        _ => throw new NotSupportedException($"no pen for {mark.GetType().Name}"),
    });

    private static IEnumerable<IPlottable> Each<TRow>(Mark<TRow> mark, Func<TRow, IPlottable?> draw, Sheet sheet)
        where TRow : Row
    {
        IPlottable[] plottables = [.. mark.Rows.Where(r => r.Opacity > 0).Select(draw).OfType<IPlottable>()];
        sheet.Count(typeof(TRow).Name, plottables.Length);
        return plottables;
    }

    private static IEnumerable<IPlottable> Whole<TRow>(Mark<TRow> mark, Func<IReadOnlyList<TRow>, IPlottable> draw, Sheet sheet)
        where TRow : Row
    {
        TRow[] rows = [.. mark.Rows.Where(r => r.Opacity > 0)];
        sheet.Count(typeof(TRow).Name, rows.Length);
        return [draw(rows)];
    }

    private static IPlottable OfLine(Line row, Panel panel)
    {
        List<Coordinates> points = [.. row.Points.Select(p => At(panel, p.X, p.Y))];
        var style = new LineStyle((float)row.Thickness, Colour(row)) { StrokeJoin = SKStrokeJoin.Round };
        return row.IsDashed ? new DashesPlottable(points, style) : new Scatter(new ScatterSourceCoordinatesList(points)) { MarkerSize = 0, LineStyle = style };
    }

    private static Polygon OfBand(Band row, Panel panel)
    {
        var spans = row.Spans.Where(s => double.IsFinite(s.X + s.Lower + s.Upper)).ToList();
        return new Polygon([.. spans.Select(s => At(panel, s.X, s.Upper)), .. spans.AsEnumerable().Reverse().Select(s => At(panel, s.X, s.Lower))])
        {
            FillColor = Colour(row),
            LineStyle = LineStyle.None,
            MarkerStyle = MarkerStyle.None,
        };
    }

    private static IPlottable OfSegment(Segment row, Panel panel)
    {
        var (from, to) = row.IsUpright ? (At(panel, row.At, row.From), At(panel, row.At, row.To)) : (At(panel, row.From, row.At), At(panel, row.To, row.At));
        var style = new LineStyle((float)row.Thickness, Colour(row));
        return row.IsDashed ? new DashesPlottable([from, to], style) : new LinePlot { Start = from, End = to, LineStyle = style };
    }

    private static Polygon OfBox(Box row, Panel panel) =>
        new([At(panel, row.Left, row.Bottom), At(panel, row.Left, row.Top), At(panel, row.Right, row.Top), At(panel, row.Right, row.Bottom)])
        {
            FillColor = Colour(row),
            LineStyle = LineStyle.None,
            MarkerStyle = MarkerStyle.None,
        };

    /// <summary>A point as the axes count.</summary>
    public static Coordinates At(Panel panel, double x, double y) => new(PanelPlot.Place(panel.X, x), PanelPlot.Place(panel.Y, y));

    public static Color Colour(Row row) => Color.FromHex(row.Colour).WithAlpha(row.Opacity);
}
