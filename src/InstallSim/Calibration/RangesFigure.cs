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
        string share = context.Result.Waves.Count > 0 ? CalibrationText.Share(context.Result.Waves[^1], context.Text) : "100";
        return new Chart(
            context.Say($"{share} % of the space of {rows.Count} numbers is not ruled out",
                $"{share}\u00a0% de l’espace de {rows.Count} nombres n’est pas exclu"),
            Legend(context, rows),
            string.Join(context.Say("; ", "\u00a0; "), rows.Select(r => Words(context, r))), context.Width, [Panel(context, rows)]);
    }

    /// <summary>What is drawn: thick lines where something is left, hollow points where the scenario's values lie in the ranges.</summary>
    private static string Legend(CalibrationFigureContext context, IReadOnlyList<NumberRow> rows)
    {
        string[] parts =
        [
            rows.Any(IsLeft) ? context.Say("Thin line: the range searched", "Trait fin\u00a0: la plage cherchée")
                : context.Say("Line: the range searched, all of it ruled out", "Trait\u00a0: la plage cherchée, toute exclue"),
            .. rows.Any(IsLeft) ? [context.Say("thick: not ruled out", "épais\u00a0: non exclu")] : (string[])[],
            .. rows.Any(r => r.Number.HoldsBefore) ? [context.Say("hollow: before", "creux\u00a0: avant")] : (string[])[],
            context.Say("full: estimate", "plein\u00a0: estimation"),
            .. rows.All(r => r.Number.HoldsBefore) ? (string[])[]
                : [context.Say("no hollow point: before lies outside the range", "sans creux\u00a0: avant est hors de la plage")],
        ];
        return string.Join(context.Say("; ", "\u00a0; "), parts);
    }

    private static bool IsLeft(NumberRow row) => double.IsFinite(row.PlausibleLow) && double.IsFinite(row.PlausibleHigh);

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
        double At(NumberRow r, double value) => Math.Clamp(r.Number.PlaceOf(value), 0, 1);
        var at = rows.Select((Row, I) => (Row, I)).ToList();
        return new Panel(x, y, rows.Count * RowHeight,
        [
            Mark.Of(rows.Select((r, i) => new Segment(i, 0, 1, Palette.Faint) { Thickness = 1 })),
            Mark.Of(at.Where(p => IsLeft(p.Row)).Select(p =>
                new Segment(p.I, At(p.Row, p.Row.PlausibleLow), At(p.Row, p.Row.PlausibleHigh), Palette.Scenarios[0])
                {
                    Thickness = 5,
                    Opacity = 0.4,
                })),
            Mark.Of(at.Where(p => p.Row.Number.HoldsBefore).Select(p =>
                new Dot(At(p.Row, p.Row.Number.Before), p.I, Palette.Baseline) { IsHollow = true, Tip = Words(context, p.Row) })),
            Mark.Of(rows.Select((r, i) => new Dot(At(r, r.Estimate), i, Palette.Scenarios[0]) { Tip = Words(context, r) })),
            Mark.Of(rows.Select((r, i) => new Label(x.To, i, labels[i]) { Anchor = Anchor.End, Dx = room })),
        ])
        {
            RoomRight = room,
        };
    }

    private static string Words(CalibrationFigureContext context, NumberRow row)
    {
        string left = !IsLeft(row) ? context.Say("all ruled out", "tout exclu") : context.Say(
            $"not ruled out {context.Digits(row.PlausibleLow)} to {context.Digits(row.PlausibleHigh)}",
            $"non exclu de {context.Digits(row.PlausibleLow)} à {context.Digits(row.PlausibleHigh)}");
        return context.Say(
            $"{context.Called(row)}: {context.Digits(row.Number.Before)} before, {context.Digits(row.Estimate)} after, {left}",
            $"{context.Called(row)}\u00a0: {context.Digits(row.Number.Before)} avant, {context.Digits(row.Estimate)} après, {left}");
    }
}
