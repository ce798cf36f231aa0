using ScottPlot;
using ScottPlot.DataSources;
using ScottPlot.Plottables;

namespace InstallSim.Charts.Pictures;

/// <summary>The plottables of a panel's marks, in their order. Rows that nobody sees are only for the pointer of the page: left out.</summary>
internal static class MarkPlottables
{
    private static readonly LinePattern Dashes = new([5, 4], 0, "InstallSim");

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

    private static Scatter OfLine(Line row, Panel panel) => new(new ScatterSourceCoordinatesList([.. row.Points.Select(p => At(panel, p.X, p.Y))]))
    {
        MarkerSize = 0,
        LineStyle = new LineStyle((float)row.Thickness, Colour(row), row.IsDashed ? Dashes : LinePattern.Solid)
        {
            StrokeJoin = SkiaSharp.SKStrokeJoin.Round,
        },
    };

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

    private static LinePlot OfSegment(Segment row, Panel panel) => new()
    {
        Start = row.IsUpright ? At(panel, row.At, row.From) : At(panel, row.From, row.At),
        End = row.IsUpright ? At(panel, row.At, row.To) : At(panel, row.To, row.At),
        LineStyle = new LineStyle((float)row.Thickness, Colour(row), row.IsDashed ? Dashes : LinePattern.Solid),
    };

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
