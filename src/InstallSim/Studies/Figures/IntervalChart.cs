using InstallSim.Charts;

namespace InstallSim.Studies.Figures;

/// <summary>A row of a chart of intervals.</summary>
/// <param name="Name">Variable.</param>
/// <param name="Estimate">Its value.</param>
/// <param name="Lower">Lower end.</param>
/// <param name="Upper">Upper end.</param>
internal sealed record IntervalRow(string Name, double Estimate, double Lower, double Upper)
{
    /// <summary>Whether zero lies outside.</summary>
    public bool IsClear => Lower > 0 || Upper < 0;

    /// <summary>Its colour: grey where zero lies within.</summary>
    public string Colour => IsClear ? Palette.Scenarios[0] : Palette.Unclear;
}

/// <summary>Points with intervals, one a row, their values written beside them; hollow and grey where zero lies within.</summary>
internal static class IntervalChart
{
    private const double RowHeight = 28;

    /// <summary>What the subtitle says of hollow points; empty when there is none.</summary>
    public static string Hollow(StudyFigureContext context, IEnumerable<IntervalRow> rows) =>
        rows.All(r => r.IsClear) ? "" : context.Say("; hollow: zero lies within", "\u00a0; point creux\u00a0: zéro est dans l’intervalle");

    /// <summary>All rows in words.</summary>
    public static string Words(StudyFigureContext context, IEnumerable<IntervalRow> rows) =>
        context.Say("Points with intervals, one a variable: ", "Points et intervalles, un par variable\u00a0: ")
            + context.Join(rows.Select(r => Words(context, r)))
            + ".";

    /// <summary>The panel.</summary>
    public static Panel Panel(StudyFigureContext context, IReadOnlyList<IntervalRow> rows, string title)
    {
        var y = Axis.Names([.. rows.Select(r => r.Name)], room: context.Width * 0.4);
        double from = Math.Min(0, rows.Min(r => r.Lower)), to = Math.Max(0, rows.Max(r => r.Upper)), margin = 0.03 * (to - from);
        var x = Axis.Numbers(from - margin, to + margin, context.IsNarrow ? 4 : 7, context.Text.Tick) with
        {
            Title = title,
            HasGrid = true,
        };
        double room = rows.Max(r => Lettering.Width(context.Brief(r.Estimate), Lettering.LabelSize)) + 12;
        return new Panel(x, y, rows.Count * RowHeight,
        [
            Mark.One(new Segment(0, y.From, y.To, Palette.Rule) { IsUpright = true, Thickness = 1 }),
            Mark.Of(rows.Select((r, i) => new Segment(i, r.Lower, r.Upper, r.Colour))),
            Mark.Of(rows.Select((r, i) => new Dot(r.Estimate, i, r.Colour) { IsHollow = !r.IsClear, Tip = Words(context, r) })),
            Mark.Of(rows.Select((r, i) => new Label(x.To, i, context.Brief(r.Estimate), r.Colour) { Anchor = Anchor.End, Dx = room })),
        ])
        {
            RoomRight = room,
        };
    }

    private static string Words(StudyFigureContext context, IntervalRow row) =>
        $"{row.Name} {context.Brief(row.Estimate)} [{context.Brief(row.Lower)} {context.Say("to", "à")} {context.Brief(row.Upper)}]";
}
