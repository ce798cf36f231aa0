using System.Text;
using InstallSim.Outputs;

namespace InstallSim.Charts.VegaLite;

/// <summary>
/// Rows as the objects of a dataset, as text: a page has too many for nodes. What a row does not say is left out of it; the page makes
/// rows of the same shape.
/// </summary>
internal static class MarkRows
{
    /// <summary>The dataset of rows.</summary>
    /// <param name="rows">The rows, or lines or bands with their number.</param>
    /// <param name="write">Writes the objects of one.</param>
    public static string Of<TRow>(IEnumerable<TRow> rows, Action<StringBuilder, TRow> write)
    {
        var text = new StringBuilder("[");
        foreach (TRow row in rows)
        {
            write(text, row);
        }

        return text.Append(']').ToString();
    }

    public static void Write(StringBuilder text, (int Number, Line Line) numbered)
    {
        foreach ((int n, Point p) in numbered.Line.Points.Index())
        {
            Begin(text).Add($$"""{"line":{{numbered.Number}},"n":{{n}},"x":{{p.X}},"y":{{p.Y}}""")
                .Add($$""","thickness":{{numbered.Line.Thickness}},"dashed":{{numbered.Line.IsDashed}}""");
            End(text, numbered.Line);
        }
    }

    public static void Write(StringBuilder text, (int Number, Band Band) numbered)
    {
        foreach (Span s in numbered.Band.Spans)
        {
            Begin(text).Add($$"""{"band":{{numbered.Number}},"x":{{s.X}},"lower":{{s.Lower}},"upper":{{s.Upper}}""");
            End(text, numbered.Band);
        }
    }

    public static void Write(StringBuilder text, Segment segment)
    {
        Begin(text).Add($$"""{"at":{{segment.At}},"from":{{segment.From}},"to":{{segment.To}}""")
            .Add($$""","thickness":{{segment.Thickness}},"dashed":{{segment.IsDashed}}""");
        End(text, segment);
    }

    public static void Write(StringBuilder text, Dot dot)
    {
        // An edge stands half outside; circles of territories have their own thin one.
        double diameter = dot.Code.Length > 0 ? dot.Diameter : Math.Max(dot.Diameter - MarkLayers.DotEdge, 0.1);
        Begin(text).Add($$"""{"x":{{dot.X}},"y":{{dot.Y}},"size":{{Math.PI / 4 * diameter * diameter}},"hollow":{{dot.IsHollow}}""");
        End(text, dot);
    }

    public static void Write(StringBuilder text, Box box)
    {
        Begin(text).Add($$"""{"left":{{box.Left}},"right":{{box.Right}},"bottom":{{box.Bottom}},"top":{{box.Top}}""");
        End(text, box);
    }

    public static void Write(StringBuilder text, Label label)
    {
        string align = label.Anchor switch { Anchor.Start => "left", Anchor.End => "right", _ => "center" };
        double dy = label.Dy - ((PanelRoom.Lines(label.Text) - 1) * Lettering.LabelLine / 2);
        Begin(text).Add($$"""{"x":{{label.X}},"y":{{label.Y}},"text":{{PanelSpecification.Lines(label.Text)}},"align":{{align}}""")
            .Add($$""","dx":{{label.Dx}},"dy":{{dy}},"size":{{label.Size}}""")
            .Add($$""","weight":{{(label.IsBold ? 600 : 400)}},"halo":{{label.HasHalo}}""");
        End(text, label);
    }

    public static void Write(StringBuilder text, Shape shape)
    {
        Begin(text).Append("""{"type":"Feature","geometry":{"type":"Polygon","coordinates":[""");
        foreach (double[] ring in shape.Rings)
        {
            Begin(text, ",").Append('[');
            for (int i = 0; i <= ring.Length; i += 2)
            {
                // The first point of each ring stands once more at its end.
                Begin(text, ",").Add($$"""[{{ring[i % ring.Length]}},{{ring[(i + 1) % ring.Length]}}]""");
            }

            text.Append(']');
        }

        End(text.Append("]}"), shape);
    }

    /// <summary>Parts what begins, a row on its own line, from what stands before it in the same array.</summary>
    private static StringBuilder Begin(StringBuilder text, string between = ",\n") => text[^1] == '[' ? text : text.Append(between);

    /// <summary>What every row says, and the end of its object.</summary>
    private static void End(StringBuilder text, Row row)
    {
        text.Add($$""","colour":{{row.Colour}},"opacity":{{row.Opacity}}""");
        if (row.Tip.Length > 0)
        {
            text.Add($$""","tip":{{row.Tip}}""");
        }

        if (row.Code.Length > 0)
        {
            text.Add($$""","code":{{row.Code}}""");
        }

        text.Append('}');
    }
}
