using InstallSim.Charts;

namespace InstallSim.Calibration;

/// <summary>Targets before and after, each in its own standard deviations from what was published.</summary>
internal sealed class FitFigure : IFigure<CalibrationFigureContext>
{
    /// <summary>Misses beyond are drawn at the edge; labels say how large they are.</summary>
    private const double Farthest = 8, RowHeight = 34;

    public string Id => "fit";

    public (string English, string French) Shows => (
        "Published targets beside the model before and after calibration, with what is uncertain about each.",
        "Les cibles publiées à côté du modèle avant et après calage, avec l’incertitude de chacune.");

    public bool Applies(CalibrationFigureContext context) => context.Result.Fit.Count > 0;

    public Chart Draw(CalibrationFigureContext context)
    {
        IReadOnlyList<FitRow> rows = context.Result.Fit;
        int met = rows.Count(r => Math.Abs(r.MissAfter) <= 2), was = rows.Count(r => Math.Abs(r.MissBefore) <= 2);
        return new Chart(
            context.Say($"{met} of {rows.Count} targets {(met == 1 ? "is" : "are")} met within two standard deviations, {was} before",
                $"{met} {(met < 2 ? "cible" : "cibles")} sur {rows.Count} {(met < 2 ? "est atteinte" : "sont atteintes")} à deux "
                    + $"écarts-types près, {was} avant"),
            context.Say(
                "Hollow: the scenario's own values; full: the estimate; band: two standard deviations of publication, form and chance",
                "Creux\u00a0: valeurs du scénario\u00a0; plein\u00a0: estimation\u00a0; bande\u00a0: deux écarts-types de publication, "
                    + "forme et hasard"),
            string.Join(context.Say("; ", "\u00a0; "), rows.Select(r => Words(context, r))), context.Width, [Panel(context, rows)]);
    }

    private static Panel Panel(CalibrationFigureContext context, IReadOnlyList<FitRow> rows)
    {
        double end = Math.Min(Farthest, Math.Max(3, Math.Ceiling(rows.SelectMany(r => new[] { r.MissBefore, r.MissAfter })
            .Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max())));
        var y = Axis.Names([.. rows.Select(r => r.Target.Name)], room: context.Width * 0.3);
        var x = Axis.Numbers(-end, end, 7, context.Text.Tick) with
        {
            Title = context.Say("standard deviations from what was published", "écarts-types par rapport au publié"),
            HasGrid = true,
        };
        string[] labels = [.. rows.Select(r => $"{context.Digits(r.Before)} → {context.Digits(r.After)} "
            + context.Say("of ", "pour ") + context.Digits(r.Target.Value))];
        double room = labels.Max(l => Lettering.Width(l, Lettering.LabelSize)) + 12;
        double At(double miss) => Math.Clamp(miss, -end, end);
        (FitRow Row, int At)[] known = [.. rows.Index().Where(r => double.IsFinite(r.Item.MissBefore) && double.IsFinite(r.Item.MissAfter))
            .Select(r => (r.Item, r.Index))];
        return new Panel(x, y, rows.Count * RowHeight,
        [
            Mark.One(new Box(-2, 2, y.From, y.To, Palette.Grid)),
            Mark.One(new Segment(0, y.From, y.To, Palette.Rule) { IsUpright = true, Thickness = 1 }),
            Mark.Of(known.Select(r => new Segment(r.At, At(r.Row.MissBefore), At(r.Row.MissAfter), Palette.Faint))),
            Mark.Of(known.Select(r =>
                new Dot(At(r.Row.MissBefore), r.At, Palette.Baseline) { IsHollow = true, Tip = Words(context, r.Row) })),
            Mark.Of(known.Select(r => new Dot(At(r.Row.MissAfter), r.At, Palette.Scenarios[0]) { Tip = Words(context, r.Row) })),
            Mark.Of(rows.Select((r, i) => new Label(x.To, i, labels[i]) { Anchor = Anchor.End, Dx = room })),
        ])
        {
            RoomRight = room,
        };
    }

    private static string Words(CalibrationFigureContext context, FitRow row) => context.Say(
        $"{row.Target.Name}: {context.Digits(row.Before)} before, {context.Digits(row.After)} after, {context.Digits(row.Target.Value)} "
            + $"published",
        $"{row.Target.Name}\u00a0: {context.Digits(row.Before)} avant, {context.Digits(row.After)} après, "
            + $"{context.Digits(row.Target.Value)} publié");
}
