using InstallSim.Charts;

namespace InstallSim.Reporting.Maps;

/// <summary>A territory's own course beside the map: accessibility and GPs over the years, without and with the policy.</summary>
internal static class TerritoryHistory
{
    /// <summary>Indicators that are recorded for each territory, and the decimals that they are written with.</summary>
    public static IReadOnlyList<(string Name, int Decimals)> Kept { get; } = [("accessibility", 2), ("stock", 1)];

    /// <summary>The two panels; the first one names the territory.</summary>
    public static IEnumerable<Panel> Draw(FigureContext context) => Kept.Select((kept, i) => Panel(context, kept.Name, kept.Decimals) with
    {
        Heading = new Heading(i == 0 ? context.Territory.Name : "") { IsTerritory = i == 0, Notes = [Label(context, kept.Name)] },
    });

    /// <summary>What is counted.</summary>
    public static string Label(FigureContext context, string indicator) => indicator == "stock"
        ? context.Say("GPs in practice", "Médecins généralistes installés") : context.Say("Accessibility", "Accessibilité");

    private static Panel Panel(FigureContext context, string indicator, int decimals)
    {
        var courses = Courses(context, indicator);
        var axis = Axis.Around(courses.SelectMany(c => c.Spans.SelectMany(s => (double[])[s.Lower, s.Upper])), 4, context.Text.Tick);
        var ends = courses.Where(c => c.Mean.Count > 0).Select(c => (Last: c.Mean[^1], c.Colour)).ToList();
        return new Panel(Axis.Years(context.FirstYear, context.LastYear, [context.FirstYear, context.LastYear]),
            axis with { FollowsRows = context.IsForPage, HasGrid = true, DecimalSign = context.Say(".", ",") },
            context.IsNarrow ? 120 : 150,
            [
                Followed(indicator, "band", courses.Select(c => new Band(c.Spans, c.Colour) { Opacity = 0.16 })),
                Followed(indicator, "line", courses.Select(c => new Line(c.Mean, c.Colour) { IsDashed = c.IsBaseline })),
                Followed(indicator, "touch",
                    courses.SelectMany(c => c.Mean.Select(p => new Dot(p.X, p.Y, c.Colour)
                    {
                        Opacity = 0,
                        Tip = Tip(context, indicator, decimals, p, c),
                    }))),
                Followed(indicator,
                    "end", Labels.Apart(ends.Select(e => new Label(e.Last.X, e.Last.Y, context.Text.Number(e.Last.Y, decimals), e.Colour)
                {
                    Anchor = Anchor.Start,
                    Dx = 6,
                }), axis, context.IsNarrow ? 120 : 150)),
                Followed(indicator, "now", ends.Select(e => new Dot(e.Last.X, e.Last.Y, e.Colour) { Diameter = 7 })),
            ])
        {
            RoomRight = 40,
        };
    }

    private static string Tip(FigureContext context, string indicator, int decimals, Point point, Course course)
    {
        var span = course.Spans.First(s => s.X == point.X);
        string[] words = Words(context);
        return context.Tip((words[0], FormattableString.Invariant($"{point.X}")),
            (Label(context, indicator), context.Text.Number(point.Y, decimals)),
            (words[1], context.Text.Number(span.Lower, decimals)), (words[2], context.Text.Number(span.Upper, decimals)));
    }

    /// <summary>The names of the lines that the page shows of a year.</summary>
    public static string[] Words(FigureContext context) =>
        [
            context.Say("Year", "Année"), context.Say("5% of replications below", "5\u00a0% des réplications sous"),
            context.Say("5% above", "5\u00a0% au-dessus"),
        ];

    /// <summary>As the page holds the ends of bands.</summary>
    private static double Hundredths(double value) => Math.Floor((100 * value) + 0.5) / 100;

    private static Mark Followed<TRow>(string indicator, string part, IEnumerable<TRow> rows)
        where TRow : Row => Mark.Of(rows) with { Follows = ["history", indicator, part] };

    private static List<Course> Courses(FigureContext context, string indicator)
    {
        string baseline = context.Results.Reference.Name;
        return [.. new[] { baseline, context.Scenario.Name }.Distinct().Select(scenario =>
        {
            var years = context.Results.Years
                .Select(y => (Year: y, Result: context.Results.Territory(scenario, indicator, y, context.Territory.Code)))
                .Where(y => y.Result is { } r && double.IsFinite(r.Mean)).Select(y => (y.Year, Result: y.Result!.Value)).ToList();
            return new Course(
                scenario == baseline, scenario == baseline ? Palette.Baseline : context.Colour(scenario),
                [.. years.Select(y => new Point(y.Year, AccessibilityLevels.Thousandths(y.Result.Mean)))],
                [.. years.Select(y => new Span(y.Year, Hundredths(y.Result.Lower), Hundredths(y.Result.Upper)))]);
        })];
    }

    private sealed record Course(bool IsBaseline, string Colour, List<Point> Mean, List<Span> Spans);
}
