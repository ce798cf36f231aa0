using InstallSim.Charts;

namespace InstallSim.Influence;

/// <summary>The main index of each number with its interval, the greatest first; of sobol the first order too.</summary>
internal sealed class IndexBars(int outcome) : IFigure<SensitivityFigureContext>
{
    private const int Most = 25;
    private const double RowHeight = 30;

    /// <summary>Lines that the longest names take where the figure is narrow.</summary>
    private const int MostLines = 8;

    public string Id => FormattableString.Invariant($"indices-{outcome + 1}");

    public (string English, string French) Shows => ("How much an outcome hangs on each number.",
        "Combien un résultat dépend de chaque nombre.");

    public bool Applies(SensitivityFigureContext context) => context.Differs(outcome) && Rows(context).Length > 0;

    public Chart Draw(SensitivityFigureContext context)
    {
        IndexRow[] rows = Rows(context);
        int left = context.Result.Ranked(outcome).Count - rows.Length;
        string more = left == 0 ? "" : context.Say(
            $"; {left} weaker ones are in the table", $"\u00a0; {left} plus faibles sont dans le tableau");
        string below = !IsBelowZero(context, rows) ? "" : context.Say(
            "; a share estimated below 0 is chance, and drawn as 0",
            "\u00a0; une part estimée sous 0 est du hasard, et dessinée à 0");
        return new Chart(
            !context.IsToldFromChance(outcome)
                ? context.Say("What it hangs on is not told from chance", "Ce dont il dépend ne se distingue pas du hasard")
                : context.Say($"It hangs most on: {context.Called(rows[0].Number)}",
                    $"Ce dont il dépend le plus\u00a0: {context.Called(rows[0].Number)}"),
            string.Join(context.Text.Semicolon,
                context.Called(context.Result.Plan.Outcomes[outcome]), Index(context), context.Sample(outcome) + more + below),
            context.Say("Bars, one a number: ", "Barres, une par nombre\u00a0: ")
                + string.Join(context.Text.Semicolon, rows.Select(context.Words)) + ".",
            context.Width, [Panel(context, rows)]);
    }

    private static string Index(SensitivityFigureContext context) => context.Result.Plan.Settings.Method switch
    {
        SensitivityMethod.Morris => context.Say("μ*, mean size of the effect over the range, 95 % intervals",
            "μ*, taille moyenne de l’effet sur la plage, intervalles à 95\u00a0%"),
        SensitivityMethod.Sobol => context.Say("Bars: total share of the variance, 95 % intervals; points: what the number does alone",
            "Barres\u00a0: part totale de la variance, intervalles à 95\u00a0%\u00a0; points\u00a0: ce que le nombre fait seul"),
        _ => context.Say("Mean distance of distributions, 95 % intervals; dashed: what a number without effect may have",
            "Distance moyenne des distributions, intervalles à 95\u00a0%\u00a0; tirets\u00a0: ce que peut avoir un nombre sans effet"),
    };

    /// <summary>Whether a share of the variance, in which nothing is below 0, was estimated to be.</summary>
    private bool IsBelowZero(SensitivityFigureContext context, IndexRow[] rows) =>
        rows.Concat(context.Result.Of(outcome, "first").Where(f => rows.Any(r => r.Number == f.Number))).Any(r => r.Value < 0);

    private string AxisTitle(SensitivityFigureContext context) => context.Result.Plan.Settings.Method switch
    {
        SensitivityMethod.Morris => $"μ* ({context.Unit(context.Result.Plan.Outcomes[outcome])})",
        SensitivityMethod.Sobol => context.Say("share of the variance", "part de la variance"),
        _ => context.Say("distance, 0 to 1", "distance, de 0 à 1"),
    };

    private Panel Panel(SensitivityFigureContext context, IndexRow[] rows)
    {
        var y = Axis.Names([.. rows.Select(r => context.Called(r.Number))], room: context.Width * 0.4) with { LabelLines = MostLines };
        IndexRow[] first = [.. context.Result.Of(outcome, "first")];
        IndexRow? noise = context.Result.Of(outcome, "noise").FirstOrDefault();
        double from = Math.Min(0, rows.Min(r => r.Low)), to = rows.Max(r => r.High);
        if (first.Length > 0)
        {
            to = Math.Max(to, first.Max(r => r.Value));
        }

        double margin = (0.03 * (to - from)) + 1e-9;
        var x = Axis.Numbers(from - margin, to + margin, context.IsNarrow ? 4 : 7, context.Text.Tick) with
        {
            Title = AxisTitle(context),
            HasGrid = true,
        };
        double room = rows.Max(r => Lettering.Width(context.Brief(r.Value), Lettering.LabelSize)) + 12;
        Mark[] marks =
        [
            Mark.Of(rows.Select((r, i) => new Box(0, Math.Max(0, r.Value), i + 0.32, i - 0.32, Palette.Scenarios[0])
            {
                Opacity = 0.75,
                Tip = context.Words(r),
            })),
            Mark.One(new Segment(0, y.From, y.To, Palette.Rule) { IsUpright = true, Thickness = 1 }),
            Mark.Of(rows.Select((r, i) => new Segment(i, r.Low, r.High, Palette.Ink) { Thickness = 1.5 })),
            .. noise is null ? Array.Empty<Mark>()
                : [Mark.One(new Segment(noise.Value, y.From, y.To, Palette.Bad) { IsUpright = true, Thickness = 1.5, IsDashed = true })],
            .. first.Length == 0 ? Array.Empty<Mark>()
                : [Mark.Of(rows.Select((r, i) => new Dot(
                    Math.Max(0, first.First(f => f.Number == r.Number).Value), i, Palette.Scenarios[1])))],
            Mark.Of(rows.Select((r, i) => new Label(x.To, i, context.Brief(r.Value)) { Anchor = Anchor.End, Dx = room })),
        ];
        return new Panel(x, y, rows.Length * RowHeight, marks) { RoomRight = room };
    }

    private IndexRow[] Rows(SensitivityFigureContext context) =>
        [.. context.Result.Ranked(outcome).Where(r => double.IsFinite(r.Value) && double.IsFinite(r.Low)).Take(Most)];
}
