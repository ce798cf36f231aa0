using ScottPlot;
using ScottPlot.DataSources;
using ScottPlot.Plottables;
using SkiaSharp;

namespace InstallSim.Charts.Pictures;

/// <summary>The plottables of a panel's marks, in their order, without the rows that are for the pointer of the page alone.</summary>
internal static class MarkPlottables
{
    public static IEnumerable<IPlottable> Of(Panel panel, Sheet sheet) => panel.Marks.SelectMany(mark => mark switch
    {
        Mark<Line> m => Each(m, row => OfLine(row, panel), sheet),
        Mark<Band> m => Each(m, row => OfBand(row, panel), sheet),
        Mark<Segment> m => Each(m, row => OfSegment(row, panel), sheet),
        Mark<Box> m => Each(m, row => OfBox(row, panel), sheet),
        Mark<Dot> m => Whole(m, rows => new DotsPlottable(rows, panel, sheet), sheet),
        Mark<Label> m => Whole(m, rows => new LabelsPlottable(rows, panel, sheet), sheet),
        Mark<Shape> m => Whole(m, rows => new ShapesPlottable(rows, panel, sheet), sheet),
        _ => throw new NotSupportedException($"no pen for {mark.GetType().Name}"),
    });

    private static IPlottable[] Each<TRow>(Mark<TRow> mark, Func<TRow, IPlottable?> draw, Sheet sheet)
        where TRow : Row
    {
        IPlottable[] plottables = [.. mark.Rows.Where(r => r.Opacity > 0).Select(draw).OfType<IPlottable>()];
        sheet.Count(typeof(TRow).Name, plottables.Length);
        return plottables;
    }

    private static IPlottable[] Whole<TRow>(Mark<TRow> mark, Func<IReadOnlyList<TRow>, IPlottable> draw, Sheet sheet)
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
        return row.IsDashed ? new DashesPlottable(points, style)
            : new Scatter(new ScatterSourceCoordinatesList(points)) { MarkerSize = 0, LineStyle = style };
    }

    private static Polygon OfBand(Band row, Panel panel)
    {
        var spans = row.Spans.Where(s => double.IsFinite(s.X + s.Lower + s.Upper)).ToList();
        var back = spans.AsEnumerable().Reverse();
        return Filled([.. spans.Select(s => At(panel, s.X, s.Upper)), .. back.Select(s => At(panel, s.X, s.Lower))], row);
    }

    private static IPlottable OfSegment(Segment row, Panel panel)
    {
        var from = row.IsUpright ? At(panel, row.At, row.From) : At(panel, row.From, row.At);
        var to = row.IsUpright ? At(panel, row.At, row.To) : At(panel, row.To, row.At);
        var style = new LineStyle((float)row.Thickness, Colour(row));
        return row.IsDashed ? new DashesPlottable([from, to], style) : new LinePlot { Start = from, End = to, LineStyle = style };
    }

    private static Polygon OfBox(Box row, Panel panel)
    {
        var (left, right) = (PanelPlot.Place(panel.X, row.Left), PanelPlot.Place(panel.X, row.Right));
        var (bottom, top) = (PanelPlot.Place(panel.Y, row.Bottom), PanelPlot.Place(panel.Y, row.Top));
        return Filled([new(left, bottom), new(left, top), new(right, top), new(right, bottom)], row);
    }

    private static Polygon Filled(Coordinates[] corners, Row row) => new(corners)
    {
        FillColor = Colour(row),
        LineStyle = LineStyle.None,
        MarkerStyle = MarkerStyle.None,
    };

    /// <summary>The edge of a row that stands for a territory.</summary>
    public static LineStyle Edge(Row row, int rows, Sheet sheet) => row.Code == sheet.Territory
        ? new LineStyle((float)TerritoryEdge.Chosen, Color.FromHex(Palette.Ink))
        : new LineStyle((float)TerritoryEdge.Of(rows), Color.FromHex(Palette.Paper));

    /// <summary>A point as the axes count.</summary>
    public static Coordinates At(Panel panel, double x, double y) => new(PanelPlot.Place(panel.X, x), PanelPlot.Place(panel.Y, y));

    public static Color Colour(Row row) => Color.FromHex(row.Colour).WithAlpha(row.Opacity);
}
