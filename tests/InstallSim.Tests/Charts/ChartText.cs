using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using InstallSim.Charts;
using InstallSim.Charts.VegaLite;

namespace InstallSim.Tests.Charts;

/// <summary>A chart as a short text: what is drawn, not how. Of many rows the first and the last stand for all.</summary>
internal static class ChartText
{
    private const int Most = 6;

    /// <summary>The Vega-Lite specification, as a file of it is read.</summary>
    public static JsonObject Specification(Chart chart)
    {
        using var file = new MemoryStream();
        VegaLitePen.Write(chart, file);
        file.Position = 0;
        return JsonNode.Parse(file)!.AsObject();
    }

    /// <summary>The text, lines ended by a line feed.</summary>
    public static string Of(Chart chart)
    {
        var text = new StringBuilder();
        text.Append($"{chart.Title}\n{chart.Subtitle}\n({chart.Description})\n{Number(chart.Width)} pixels, {chart.Panels.Count} panels in "
            + $"{chart.Columns} columns\n");
        foreach (var (i, panel) in chart.AllPanels.Index())
        {
            text.Append(CultureInfo.InvariantCulture,
                $"\n[{(chart.Key is not null && i == 0 ? "key" : $"panel {i + (chart.Key is null ? 1 : 0)}")}] ")
                .Append($"{panel.Heading?.Text} {string.Join(" | ", panel.Heading?.Notes ?? [])}\n")
                .Append($"  x {Axis(panel.X)}\n  y {Axis(panel.Y)}\n");
            foreach (var mark in panel.Marks)
            {
                Append(text, mark);
            }
        }

        return text.Append(chart.Note.Length > 0 ? $"\nnote: {chart.Note}\n" : "").ToString();
    }

    /// <summary>Rows of a mark.</summary>
    public static IReadOnlyList<Row> Rows(Mark mark) => mark switch
    {
        Mark<Line> m => m.Rows,
        Mark<Band> m => m.Rows,
        Mark<Segment> m => m.Rows,
        Mark<Dot> m => m.Rows,
        Mark<Box> m => m.Rows,
        Mark<Label> m => m.Rows,
        Mark<Shape> m => m.Rows,
        _ => throw new ArgumentException(mark.GetType().Name, nameof(mark)),
    };

    private static void Append(StringBuilder text, Mark mark)
    {
        var rows = Rows(mark);
        string kind = mark.GetType().GetGenericArguments()[0].Name;
        text.Append(CultureInfo.InvariantCulture,
            $"  {kind} × {rows.Count}{(mark.Follows.Count > 0 ? " following " + string.Join(' ', mark.Follows) : "")}\n");
        foreach (var (i, row) in rows.Index().Where(r => r.Index < Most || r.Index == rows.Count - 1))
        {
            text.Append($"    {Row(row)} {row.Colour}{(row.Opacity < 1 ? $" opacity {Number(row.Opacity)}" : "")}")
                .Append(row.Code.Length > 0 ? " code " + row.Code : "")
                .Append($"{(row.Tip.Length > 0 ? " {" + row.Tip.Replace("\n", "; ", StringComparison.Ordinal) + "}" : "")}\n");
        }
    }

    private static string Row(Row row) => row switch
    {
        Line l => $"{Points(l.Points.Select(p => (p.X, p.Y)))}{(l.IsDashed ? " dashed" : "")}",
        Band b => Points(b.Spans.Select(s => (s.X, s.Lower))) + " to " + Points(b.Spans.Select(s => (s.X, s.Upper))),
        Segment s =>
            $"{(s.IsUpright ? "upright" : "level")} at {Number(s.At)} from {Number(s.From)} to "
                + $"{Number(s.To)}{(s.IsDashed ? " dashed" : "")}",
        Dot d => $"({Number(d.X)}, {Number(d.Y)}){(d.IsHollow ? " hollow" : "")}",
        Box b => $"{Number(b.Left)} to {Number(b.Right)}, {Number(b.Bottom)} to {Number(b.Top)}",
        Label l =>
            $"({Number(l.X)}, {Number(l.Y)}) {l.Anchor} "
                + $"\"{l.Text.Replace("\n", "/", StringComparison.Ordinal)}\"{(l.IsBold ? " bold" : "")}",
        Shape s => $"{s.Rings.Count} rings from ({Number(s.Rings[0][0])}, {Number(s.Rings[0][1])})",
        _ => row.ToString(),
    };

    private static string Points(IEnumerable<(double X, double Y)> points) => points.ToList() is not { Count: > 0 } all ? "nothing"
        : $"({Number(all[0].X)}, {Number(all[0].Y)}) … {all.Count} … ({Number(all[^1].X)}, {Number(all[^1].Y)})";

    private static string Axis(Axis axis) =>
        $"{Number(axis.From)} to "
            + $"{Number(axis.To)}{(axis.IsLogarithmic ? " log" : "")}{(axis.FollowsRows ? " following" : "")} {axis.Title}: "
        + string.Join(", ", axis.Ticks.Select(t => t.Label.Replace("\n", "/", StringComparison.Ordinal)));

    private static string Number(double value) => value.ToString("G5", CultureInfo.InvariantCulture);
}
