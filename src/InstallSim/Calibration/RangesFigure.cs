using InstallSim.Charts;

namespace InstallSim.Calibration;

/// <summary>What of each number's range is not ruled out, and where its estimate lies.</summary>
internal sealed class RangesFigure : IFigure<CalibrationFigureContext>
{
    private const double RowHeight = 34;

    public string Id => "plausible-ranges";

    public (string English, string French) Shows => (
        "Of each calibrated number: the range searched, what of it is not ruled out, the estimate and the value before.",
        "Pour chaque nombre calé\u00a0: la plage cherchée, ce qui n’en est pas exclu, l’estimation et la valeur d’avant.");

    public bool Applies(CalibrationFigureContext context) => context.Result.Numbers.Count > 0;

    public Chart Draw(CalibrationFigureContext context)
    {
        IReadOnlyList<NumberRow> rows = context.Result.Numbers;
        double left = context.Result.Waves.Count > 0 ? context.Result.Waves[^1].Share : 1;
        string share = context.Text.Number(100 * left, left < 0.01 ? 3 : 1);
        return new Chart(
            context.Say($"{share} % of the space of {rows.Count} numbers is not ruled out",
                $"{share}\u00a0% de l’espace de {rows.Count} nombres n’est pas exclu"),
            context.Say("Line: not ruled out; hollow: before; full: estimate; each from the low to the high end of the range searched",
                "Trait\u00a0: non exclu\u00a0; creux\u00a0: avant\u00a0; plein\u00a0: estimation\u00a0; chacun du bas au haut de la plage "
                    + "cherchée"),
            string.Join(context.Say("; ", "\u00a0; "), rows.Select(r => Words(context, r))), context.Width, [Panel(context, rows)]);
    }

    private static Panel Panel(CalibrationFigureContext context, IReadOnlyList<NumberRow> rows)
    {
        var y = Axis.Names([.. rows.Select(r => context.Called(r))], room: context.Width * 0.4);
        var x = new Axis(0, 1)
        {
            Ticks = [new Tick(0, context.Say("low end", "bas")), new Tick(1, context.Say("high end", "haut"))],
            HasGrid = true,
        };
        string[] labels = [.. rows.Select(r => $"{context.Digits(r.Number.Before)} → {context.Digits(r.Estimate)} ("
            + $"{context.Digits(r.Number.Low)} {context.Say("to", "à")} {context.Digits(r.Number.High)})")];
        double room = labels.Max(l => Lettering.Width(l, Lettering.LabelSize)) + 12;
        double At(NumberRow r, double value) => double.IsFinite(value) ? Math.Clamp(r.Number.PlaceOf(value), 0, 1) : 0;
        return new Panel(x, y, rows.Count * RowHeight,
        [
            Mark.Of(rows.Select((r, i) => new Segment(i, 0, 1, Palette.Faint) { Thickness = 1 })),
            Mark.Of(rows.Select((r, i) => new Segment(i, At(r, r.PlausibleLow), At(r, r.PlausibleHigh), Palette.Scenarios[0])
            {
                Thickness = 5,
                Opacity = 0.4,
            })),
            Mark.Of(rows.Select((r, i) =>
                new Dot(At(r, r.Number.Before), i, Palette.Baseline) { IsHollow = true, Tip = Words(context, r) })),
            Mark.Of(rows.Select((r, i) => new Dot(At(r, r.Estimate), i, Palette.Scenarios[0]) { Tip = Words(context, r) })),
            Mark.Of(rows.Select((r, i) => new Label(x.To, i, labels[i]) { Anchor = Anchor.End, Dx = room })),
        ])
        {
            RoomRight = room,
        };
    }

    private static string Words(CalibrationFigureContext context, NumberRow row) => context.Say(
        $"{context.Called(row)}: {context.Digits(row.Number.Before)} before, {context.Digits(row.Estimate)} after, not ruled out "
            + $"{context.Digits(row.PlausibleLow)} to {context.Digits(row.PlausibleHigh)}",
        $"{context.Called(row)}\u00a0: {context.Digits(row.Number.Before)} avant, {context.Digits(row.Estimate)} après, non exclu de "
            + $"{context.Digits(row.PlausibleLow)} à {context.Digits(row.PlausibleHigh)}");
}
