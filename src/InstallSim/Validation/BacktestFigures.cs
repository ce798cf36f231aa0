using InstallSim.Charts;
using InstallSim.Outputs;

namespace InstallSim.Validation;

/// <summary>What a figure of a backtest is drawn from and for.</summary>
/// <param name="Result">What was found.</param>
/// <param name="Text">Language.</param>
/// <param name="Width">Width, pixels.</param>
internal sealed record BacktestContext(BacktestResult Result, ReportText Text, double Width = 760)
{
    /// <summary>Kinds of territory that are there, with their colour.</summary>
    public IReadOnlyList<(string Area, string Colour)> Areas => [.. Result.Areas.Where(a => a.Area != BacktestResult.All)
        .Select(a => (a.Area, Palette.Areas[a.Area switch
        {
            "urban" => 0,
            "periurban" => 1,
            _ => 2,
        }]))];

    /// <summary>The words of tables.</summary>
    public BacktestText Words => new(Result, Text);
}

/// <summary>Observed change of each territory across, forecast change up.</summary>
internal sealed class ChangeScatter : IFigure<BacktestContext>
{
    private const double Height = 460, Tail = 0.01;

    public string Id => "backtest-changes";

    public (string English, string French) Shows => ("Observed and forecast change of each territory.",
        "Évolution observée et prévue de chaque territoire.");

    public bool Applies(BacktestContext context) => context.Result.Territories.Count > 1;

    public Chart Draw(BacktestContext context)
    {
        (BacktestResult result, ReportText text, double width) = context;
        var changes = result.Territories.Select(t => (Territory: t, Observed: PerInhabitants(t, t.Observed - t.Start),
            Forecast: PerInhabitants(t, t.Forecast - t.Start))).ToList();
        Axis x = Ends(changes.Select(c => c.Observed), text) with
        {
            Title = text.Say("Observed change, GPs for 100,000 inhabitants",
                "Évolution observée, généralistes pour 100\u202f000 habitants"),
        };
        Axis y = Ends(changes.Select(c => c.Forecast), text) with
        {
            HasGrid = true,
            Title = text.Say("Forecast change", "Évolution prévue"),
        };
        (double from, double to) = (Math.Max(x.From, y.From), Math.Min(x.To, y.To));
        var panel = new Panel(x, y, Height,
        [
            Mark.One(new Segment(0, x.From, x.To, Palette.Rule) { Thickness = 1 }),
            Mark.One(new Segment(0, y.From, y.To, Palette.Rule) { Thickness = 1, IsUpright = true }),
            Mark.Of(from < to ? new[] { new Line([new(from, from), new(to, to)], Palette.Ink) { Thickness = 1, IsDashed = true } } : []),
            .. context.Areas.Select(area => Mark.Of(changes.Where(c => BacktestResult.NameOf(c.Territory.Area) == area.Area)
                .Select(c => new Dot(Math.Clamp(c.Observed, x.From, x.To), Math.Clamp(c.Forecast, y.From, y.To), area.Colour)
                {
                    Diameter = 4,
                    Opacity = 0.6,
                }))),
        ])
        {
            RoomRight = 8,
        };
        return new Chart(Title(context), Subtitle(context), Description(context), width, [panel])
        {
            Key = Keys.Of(width, [.. context.Areas.Select(a => new KeyItem(context.Words.AreaName(a.Area), a.Colour, Sign.Dot))]),
        };
    }

    private static double PerInhabitants(BacktestTerritory t, double physicians) => 100_000 * physicians / t.Population;

    /// <summary>An axis that holds all but a hundredth at either end, and zero.</summary>
    private static Axis Ends(IEnumerable<double> values, ReportText text)
    {
        double[] sorted = [.. values.Order()];
        int cut = (int)(Tail * sorted.Length);
        return Axis.Around([0, sorted[cut], sorted[^(cut + 1)]], 6, text.SignedTick);
    }

    private static string Title(BacktestContext context)
    {
        string correlation = context.Text.Number(
            context.Result.Scores.First(s => s is { Scale: Scale.Density, Area: BacktestResult.All }).Correlation, 2);
        return context.Text.Say($"Forecast and observed changes of territories correlate by {correlation}",
            $"Les évolutions prévues et observées des territoires ont une corrélation de {correlation}");
    }

    private static string Subtitle(BacktestContext context)
    {
        var years = context.Result.Source.Settings.Years;
        (int territories, int replications) = (context.Result.Territories.Count, context.Result.Ensemble.Total.Length);
        return context.Text.Say(
            $"{territories} territories, {years.From} to {years.Until}; mean of {replications} replications. Dashed: forecast as observed. "
                + "A hundredth at either end stands on the edge.",
            $"{territories} territoires, {years.From} à {years.Until}\u00a0; moyenne de {replications} réplications. Tirets\u00a0: "
                + "prévision égale à l’observation. Un centième à chaque bout est au bord.");
    }

    private static string Description(BacktestContext context) => context.Text.Say(
        "A dot a territory: its observed change across, the change that was forecast up.",
        "Un point par territoire\u00a0: l’évolution observée en abscisse, l’évolution prévue en ordonnée.");
}

/// <summary>How much of what was observed lies inside intervals of each level.</summary>
internal sealed class CoverageLines : IFigure<BacktestContext>
{
    private const double Height = 380;

    private static readonly double[] Levels = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];

    public string Id => "backtest-coverage";

    public (string English, string French) Shows => ("Share of territories inside intervals of each level.",
        "Part des territoires dans les intervalles de chaque niveau.");

    public bool Applies(BacktestContext context) => context.Result.Ensemble.Total.Length >= 9;

    public Chart Draw(BacktestContext context)
    {
        (BacktestResult result, ReportText text, double width) = context;
        var axis = Axis.Numbers(0, 1, 5, value => text.Percent(value, 0));
        var lines = context.Areas.Select(area => (area.Colour, Name: context.Words.AreaName(area.Area), Points: Points(result, area.Area)))
            .ToList();
        var panel = new Panel(
            axis with { Title = text.Say("Level of the interval", "Niveau de l’intervalle") },
            axis with { HasGrid = true, Title = text.Say("Observed inside", "Observé à l’intérieur") }, Height,
        [
            Mark.One(new Line([new(0, 0), new(1, 1)], Palette.Rule) { Thickness = 1, IsDashed = true }),
            Mark.Of(lines.Select(line => new Line(line.Points, line.Colour))),
            Mark.Of(lines.Where(line => line.Points.Length > 0).Select(line => new Label(
                line.Points[^1].X, line.Points[^1].Y, line.Name, line.Colour)
            {
                Anchor = Anchor.Start,
                Dx = 6,
                HasHalo = true,
            })),
        ])
        {
            RoomRight = 60,
        };
        ScoreRow all = result.Scores.First(s => s is { Scale: Scale.Count, Area: BacktestResult.All });
        string inside = text.Percent(all.Coverage80, 0);
        return new Chart(
            text.Say($"{inside} of territories lie inside their 80% interval", $"{inside} des territoires sont dans leur intervalle à "
                + "80\u00a0%"),
            text.Say("Dashed: as many as the level says. Below it intervals are too narrow.",
                "Tirets\u00a0: autant que le niveau le dit. En dessous, les intervalles sont trop étroits."),
            text.Say("A line a kind of territory: the level of intervals across, the share observed inside up.",
                "Une ligne par type de territoire\u00a0: le niveau des intervalles en abscisse, la part observée à l’intérieur en "
                    + "ordonnée."),
            width, [panel]);
    }

    private static Point[] Points(BacktestResult result, string area)
    {
        int[] rows = [.. Enumerable.Range(0, result.Territories.Count)
            .Where(k => BacktestResult.NameOf(result.Territories[k].Area) == area)];
        double[] observed = [.. rows.Select(k => result.Territories[k].Observed)];
        return [.. Levels.Select(level => new Point(level,
                Scores.Coverage([.. rows.Select(k => Scores.Interval(result.Ensemble.Stock[k], level))], observed)))
            .Where(point => double.IsFinite(point.Y))];
    }
}
