using System.Text.Json.Nodes;
using InstallSim.Outputs;

namespace InstallSim.Charts.VegaLite;

/// <summary>Rows as the objects of a dataset. What a row does not say is left out of it; the page makes rows of the same shape.</summary>
internal static class MarkRows
{
    public static IEnumerable<JsonNode> Of(Line line, int number) => line.Points.Select((p, n) => (JsonNode)With(line, Json.Object($$"""
        {"line": {{number}}, "n": {{n}}, "x": {{p.X}}, "y": {{p.Y}}, "thickness": {{line.Thickness}}, "dashed": {{line.IsDashed}} }
        """)));

    public static IEnumerable<JsonNode> Of(Band band, int number) => band.Spans.Select(s => (JsonNode)With(band, Json.Object($$"""
        {"band": {{number}}, "x": {{s.X}}, "lower": {{s.Lower}}, "upper": {{s.Upper}} }
        """)));

    public static JsonNode Of(Segment segment) => With(segment, Json.Object($$"""
        {"at": {{segment.At}}, "from": {{segment.From}}, "to": {{segment.To}}, "thickness": {{segment.Thickness}}, "dashed": {{segment.IsDashed}} }
        """));

    public static JsonNode Of(Dot dot)
    {
        // An edge stands half outside; circles of territories have their own thin one.
        double diameter = dot.Code.Length > 0 ? dot.Diameter : Math.Max(dot.Diameter - MarkLayers.DotEdge, 0.1);
        return With(dot, Json.Object($$"""
            {"x": {{dot.X}}, "y": {{dot.Y}}, "size": {{Math.PI / 4 * diameter * diameter}}, "hollow": {{dot.IsHollow}} }
            """));
    }

    public static JsonNode Of(Box box) => With(box, Json.Object($$"""
        {"left": {{box.Left}}, "right": {{box.Right}}, "bottom": {{box.Bottom}}, "top": {{box.Top}} }
        """));

    public static JsonNode Of(Label label)
    {
        int lines = label.Text.Count(c => c == '\n');
        string align = label.Anchor switch { Anchor.Start => "left", Anchor.End => "right", _ => "center" };
        return With(label, Json.Object($$"""
            {"x": {{label.X}}, "y": {{label.Y}}, "text": {{PanelSpecification.Lines(label.Text)}}, "align": {{align}}, "dx": {{label.Dx}},
             "dy": {{label.Dy - (lines * Lettering.LabelLine / 2)}}, "size": {{label.Size}}, "weight": {{(label.IsBold ? 600 : 400)}}, "halo": {{label.HasHalo}} }
            """));
    }

    public static JsonNode Of(Shape shape) => With(shape, Json.Object($$"""
        {"type": "Feature", "geometry": {"type": "Polygon", "coordinates": {{Json.Array(shape.Rings.Select(r => (JsonNode)Ring(r)))}} } }
        """));

    private static JsonArray Ring(double[] ring) => Json.Array(Enumerable.Range(0, (ring.Length / 2) + 1)
        .Select(i => 2 * i % ring.Length).Select(i => (JsonNode)Json.Array($"[{ring[i]}, {ring[i + 1]}]")));

    private static JsonObject With(Row row, JsonObject data)
    {
        (data["colour"], data["opacity"]) = (row.Colour, row.Opacity);
        if (row.Tip.Length > 0)
        {
            data["tip"] = row.Tip;
        }

        if (row.Code.Length > 0)
        {
            data["code"] = row.Code;
        }

        return data;
    }
}
