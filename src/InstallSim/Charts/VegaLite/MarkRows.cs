using InstallSim.Outputs;

namespace InstallSim.Charts.VegaLite;

/// <summary>
/// Rows as the objects of a dataset, as text: a page has too many for nodes. What a row does not say is left out of it; the page makes
/// rows of the same shape.
/// </summary>
internal static class MarkRows
{
    public static IEnumerable<string> Of(Line line, int number) => line.Points.Select((p, n) => With(line, $$"""
        {"line":{{number}},"n":{{n}},"x":{{p.X}},"y":{{p.Y}},"thickness":{{line.Thickness}},"dashed":{{line.IsDashed}}
        """));

    public static IEnumerable<string> Of(Band band, int number) => band.Spans.Select(s => With(band, $$"""
        {"band":{{number}},"x":{{s.X}},"lower":{{s.Lower}},"upper":{{s.Upper}}
        """));

    public static string Of(Segment segment) => With(segment, $$"""
        {"at":{{segment.At}},"from":{{segment.From}},"to":{{segment.To}},"thickness":{{segment.Thickness}},"dashed":{{segment.IsDashed}}
        """);

    public static string Of(Dot dot)
    {
        // An edge stands half outside; circles of territories have their own thin one.
        double diameter = dot.Code.Length > 0 ? dot.Diameter : Math.Max(dot.Diameter - MarkLayers.DotEdge, 0.1);
        return With(dot, $$"""{"x":{{dot.X}},"y":{{dot.Y}},"size":{{Math.PI / 4 * diameter * diameter}},"hollow":{{dot.IsHollow}}""");
    }

    public static string Of(Box box) => With(box, $$"""
        {"left":{{box.Left}},"right":{{box.Right}},"bottom":{{box.Bottom}},"top":{{box.Top}}
        """);

    public static string Of(Label label)
    {
        string align = label.Anchor switch { Anchor.Start => "left", Anchor.End => "right", _ => "center" };
        double dy = label.Dy - ((PanelRoom.Lines(label.Text) - 1) * Lettering.LabelLine / 2);
        return With(label, $$"""
            {"x":{{label.X}},"y":{{label.Y}},"text":{{PanelSpecification.Lines(label.Text)}},"align":{{align}},"dx":{{label.Dx}},
            """ + $$"""
            "dy":{{dy}},"size":{{label.Size}},"weight":{{(label.IsBold ? 600 : 400)}},"halo":{{label.HasHalo}}
            """);
    }

    public static string Of(Shape shape)
    {
        // The first point of each ring stands once more at its end.
        var rings = shape.Rings.Select(ring => Enumerable.Range(0, (ring.Length / 2) + 1).Select(i => 2 * i % ring.Length)
            .Select(i => $"[{Json.Text(ring[i])},{Json.Text(ring[i + 1])}]"));
        string coordinates = string.Join(',', rings.Select(ring => $"[{string.Join(',', ring)}]"));
        return With(shape, $$"""{"type":"Feature","geometry":{"type":"Polygon","coordinates":[""", coordinates + "]}");
    }

    /// <summary>An object that was begun, with more of it as it stands, what every row says, and its end.</summary>
    private static string With(Row row, JsonTemplate begun, string more = "")
    {
        JsonTemplate end = $$""","colour":{{row.Colour}},"opacity":{{row.Opacity}}""";
        string tip = row.Tip.Length > 0 ? Named("tip", row.Tip) : "", code = row.Code.Length > 0 ? Named("code", row.Code) : "";
        return $"{begun.Text}{more}{end.Text}{tip}{code}}}";
    }

    private static string Named(string name, string text)
    {
        JsonTemplate part = $$""",{{name}}:{{text}}""";
        return part.Text;
    }
}
