using InstallSim.Charts;

namespace InstallSim.Studies.Uptakes;

/// <summary>What each package changes, the largest change first: bars from the base with intervals.</summary>
internal sealed class UptakeTornado : IFigure<UptakeFigureContext>
{
    private const double RowHeight = 30;

    public string Id => "uptake-tornado";

    public (string English, string French) Shows => (
        "By how much each package changes uptake against the base, largest first, with 95% intervals.",
        "De combien chaque paquet change l’adhésion par rapport à la base, du plus grand au plus petit, avec intervalles à 95\u00a0%.");

    public bool Applies(UptakeFigureContext context) => context.Result.Settings.Packages.Count > 0;

    public Chart Draw(UptakeFigureContext context)
    {
        UptakeRow[] rows =
            [.. context.Result.OfAll.Where(r => r.Package is not null).OrderByDescending(r => Math.Abs(r.Change.Estimate))];
        string @base = context.Text.Percent(context.Result.OfAll.First().Probability.Estimate, 1), most = Name(context, rows[0]);
        double points = 100 * rows[0].Change.Estimate;
        return new Chart(
            context.Say($"{most} changes uptake most: {context.Text.WithSign(points, 1)} points from {@base}",
                $"Ce qui change le plus l’adhésion\u00a0: {most}, {context.Text.WithSign(points, 1)} points depuis {@base}"),
            context.Say(
                "Percentage points of uptake against the base, of all people; 95 % intervals, the same draws of the estimates in both",
                "Points d’adhésion par rapport à la base, toutes personnes\u00a0; intervalles à 95\u00a0%, mêmes tirages des estimations")
                + context.Simulated,
            context.Say("Bars, one a package: ", "Barres, une par paquet\u00a0: ")
                + string.Join(context.Say("; ", "\u00a0; "), rows.Select(r => Words(context, r))) + ".",
            context.Width, [Panel(context, rows)]);
    }

    private static Panel Panel(UptakeFigureContext context, UptakeRow[] rows)
    {
        var y = Axis.Names([.. rows.Select(r => Name(context, r))], room: context.Width * 0.4);
        double from = 100 * Math.Min(0, rows.Min(r => r.Change.Lower)), to = 100 * Math.Max(0, rows.Max(r => r.Change.Upper));
        double margin = (0.03 * (to - from)) + 1e-6;
        var x = Axis.Numbers(from - margin, to + margin, context.Width < 520 ? 4 : 7, context.Text.SignedTick) with
        {
            Title = context.Say("points of uptake", "points d’adhésion"),
            HasGrid = true,
        };
        double room = rows.Max(r => Lettering.Width(Points(context, r), Lettering.LabelSize)) + 12;
        return new Panel(x, y, rows.Length * RowHeight,
        [
            Mark.Of(rows.Select((r, i) => new Box(Math.Min(0, 100 * r.Change.Estimate), Math.Max(0, 100 * r.Change.Estimate),
                i + 0.32, i - 0.32, Colour(r)) { Opacity = 0.75, Tip = Words(context, r) })),
            Mark.One(new Segment(0, y.From, y.To, Palette.Rule) { IsUpright = true, Thickness = 1 }),
            Mark.Of(rows.Select((r, i) => new Segment(i, 100 * r.Change.Lower, 100 * r.Change.Upper, Palette.Ink) { Thickness = 1.5 })),
            Mark.Of(rows.Select((r, i) => new Label(x.To, i, Points(context, r), Colour(r)) { Anchor = Anchor.End, Dx = room })),
        ])
        {
            RoomRight = room,
        };
    }

    private static string Name(UptakeFigureContext context, UptakeRow row) => UptakeTables.Named(row.Package, context.Text);

    private static string Points(UptakeFigureContext context, UptakeRow row) => context.Text.WithSign(100 * row.Change.Estimate, 1);

    private static string Colour(UptakeRow row) =>
        row.Change.Lower > 0 ? Palette.Good : row.Change.Upper < 0 ? Palette.Bad : Palette.Unclear;

    private static string Words(UptakeFigureContext context, UptakeRow row) =>
        $"{Name(context, row)} {Points(context, row)} [{context.Text.WithSign(100 * row.Change.Lower, 1)}, "
            + $"{context.Text.WithSign(100 * row.Change.Upper, 1)}]";
}
