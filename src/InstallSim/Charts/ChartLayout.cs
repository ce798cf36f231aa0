namespace InstallSim.Charts;

/// <summary>A rectangle of a picture, pixels from its top left corner.</summary>
internal readonly record struct Area(double X, double Y, double Width, double Height)
{
    public double Right => X + Width;

    public double Bottom => Y + Height;
}

/// <summary>A panel with its place: between the axes, and the lines of words above it.</summary>
/// <param name="Panel">The panel; the names on its axes are broken into lines.</param>
/// <param name="Inside">What is between the axes.</param>
/// <param name="Heading">Lines of its heading.</param>
/// <param name="Notes">Smaller lines below the heading.</param>
internal sealed record PlacedPanel(Panel Panel, Area Inside, IReadOnlyList<string> Heading, IReadOnlyList<string> Notes);

/// <summary>Where the panels of a chart stand: widths and gaps follow from the words beside them, so that nothing touches.</summary>
internal sealed class ChartLayout
{
    public const double Margin = 4;
    public const double TickPadding = 6, AxisTitleRoom = 18, HeadingOffset = 8, NoteLine = 15, SubtitleGap = 4;
    private const double TickRoom = 8, KeyGap = 22, TitleGap = 14;

    private ChartLayout(Chart chart, bool hasTitle)
    {
        Chart = chart;
        double inner = chart.Width - (2 * Margin);
        Title = hasTitle ? Lettering.Wrap(chart.Title, inner, Lettering.TitleSize, isBold: true) : [];
        Subtitle = hasTitle ? Lettering.Wrap(chart.Subtitle, inner, Lettering.SubtitleSize) : [];
        TitleHeight = hasTitle ? (Title.Count * Lettering.TitleLine) + SubtitleGap + (Subtitle.Count * Lettering.SubtitleLine) + TitleGap : 0;
        double top = Margin + TitleHeight, left = Margin, right = chart.Width - Margin;
        if (chart.Key is { } key)
        {
            var placed = PlaceKey(key, top, right);
            (top, right) = chart.HasKeyBeside ? (top, placed.Inside.X - RoomLeft(key) - KeyGap) : (placed.Inside.Bottom + RoomBelow(key) + KeyGap, right);
            Key = placed;
        }

        Panels = chart.HasLead ? PlaceLead(left, right, top) : PlaceGrid(left, right, top);
        Height = Panels.Append(Key).OfType<PlacedPanel>().Max(p => p.Inside.Bottom + RoomBelow(p.Panel)) + Margin;
    }

    /// <summary>The places, title and subtitle above the panels or left to the page.</summary>
    public static ChartLayout Of(Chart chart, bool hasTitle = true) => new(chart, hasTitle);

    public Chart Chart { get; }

    public IReadOnlyList<string> Title { get; }

    public IReadOnlyList<string> Subtitle { get; }

    public double TitleHeight { get; }

    public PlacedPanel? Key { get; }

    public IReadOnlyList<PlacedPanel> Panels { get; }

    /// <summary>Height of the whole picture, pixels.</summary>
    public double Height { get; }

    /// <summary>From the inside of a panel to that on its right, pixels.</summary>
    public double ColumnSpacing { get; private set; }

    /// <summary>From the inside of a panel to that below it, pixels.</summary>
    public double RowSpacing { get; private set; }

    private PlacedPanel PlaceKey(Panel key, double top, double right)
    {
        double width = key.Width ?? Chart.Width - (2 * Margin) - RoomLeft(key) - key.RoomRight;
        double x = Chart.HasKeyBeside ? right - key.RoomRight - width : Margin + RoomLeft(key);
        return Place(key, x, top, width);
    }

    private List<PlacedPanel> PlaceGrid(double left, double right, double top)
    {
        int columns = Math.Min(Chart.Columns, Chart.Panels.Count);
        double Most(Func<Panel, double> room, Func<int, bool> where) => Chart.Panels.Where((_, i) => where(i % columns)).Select(room).DefaultIfEmpty(0).Max();
        double first = Most(RoomLeft, c => c == 0), rest = Most(RoomLeft, c => c > 0), after = Most(p => p.RoomRight, _ => true);
        ColumnSpacing = after + Chart.ColumnGap + rest;
        double fair = (right - left - first - after - ((columns - 1) * ColumnSpacing)) / columns;
        RowSpacing = RoomOfRow(fair);
        var placed = new List<PlacedPanel>();
        for (int row = 0; row * columns < Chart.Panels.Count; row++)
        {
            var panels = Chart.Panels.Skip(row * columns).Take(columns).ToList();
            double inside = row == 0 ? top + panels.Max(p => RoomAbove(p, fair)) : placed.Max(p => p.Inside.Bottom) + RowSpacing;
            placed.AddRange(panels.Select((p, c) => PlaceInside(p, left + first + (c * (fair + ColumnSpacing)), inside, p.Width ?? fair)));
        }

        return placed;
    }

    private double RoomOfRow(double width) =>
        Chart.Panels.Max(p => RoomAbove(p, width)) + Chart.Panels.Max(RoomBelow) + Chart.RowGap;

    private List<PlacedPanel> PlaceLead(double left, double right, double top)
    {
        var lead = Chart.Panels[0];
        var others = Chart.Panels.Skip(1).ToList();
        double width = lead.Width ?? (right - left) * 0.58, x = left + RoomLeft(lead);
        ColumnSpacing = lead.RoomRight + Chart.ColumnGap + others.Max(RoomLeft);
        double beside = x + width + ColumnSpacing, rest = right - beside - others.Max(p => p.RoomRight);
        RowSpacing = others.Max(p => RoomAbove(p, rest)) + others.Max(RoomBelow) + Chart.RowGap;
        var placed = new List<PlacedPanel> { Place(lead, x, top, width) };
        double at = top + RoomAbove(others[0], rest);
        foreach (var panel in others)
        {
            placed.Add(PlaceInside(panel, beside, at, panel.Width ?? rest));
            at += panel.Height + RowSpacing;
        }

        return placed;
    }

    private static PlacedPanel Place(Panel panel, double x, double top, double width) => PlaceInside(panel, x, top + RoomAbove(panel, width), width);

    private static PlacedPanel PlaceInside(Panel panel, double x, double y, double width) => new(
        panel with { X = Broken(panel.X), Y = Broken(panel.Y) }, new Area(x, y, width, panel.Height), HeadingLines(panel, width), NoteLines(panel, width));

    /// <summary>The axis with its names on as many lines as their room wants.</summary>
    private static Axis Broken(Axis axis) => !axis.IsNames ? axis : axis with
    {
        Ticks = [.. axis.Ticks.Select(t => t with { Label = string.Join('\n', t.Label.Split('\n').SelectMany(
            l => Lettering.Wrap(l, axis.LabelRoom, Lettering.LabelSize, lines: 3))) })],
    };

    /// <summary>Room left of the inside of a panel: words of its axis, and its title set upright.</summary>
    public static double RoomLeft(Panel panel)
    {
        var ticks = Broken(panel.Y).Ticks.Where(t => t.Label.Length > 0).ToList();
        double words = ticks.Count == 0 ? 0 : ticks.Max(t => Lettering.WidthOfLines(t.Label, Lettering.LabelSize)) + TickRoom;
        return Math.Max(words, panel.Y.FollowsRows ? 34 : 0) + (panel.Y.Title.Length > 0 ? AxisTitleRoom : 0);
    }

    /// <summary>Room below the inside of a panel: words of its axis, and its title.</summary>
    public static double RoomBelow(Panel panel)
    {
        var ticks = Broken(panel.X).Ticks.Where(t => t.Label.Length > 0).ToList();
        double words = ticks.Count == 0 ? 0 : TickRoom + (ticks.Max(t => t.Label.Count(c => c == '\n') + 1) * Lettering.LabelLine);
        return words + (panel.X.Title.Length > 0 ? AxisTitleRoom : 0);
    }

    private static double RoomAbove(Panel panel, double width) => panel.Heading is null ? 0
        : (HeadingLines(panel, width).Count * Lettering.HeadingLine) + (NoteLines(panel, width).Count * NoteLine) + HeadingOffset;

    /// <summary>Lines of a heading, which may reach over the room on the right of its panel.</summary>
    private static IReadOnlyList<string> HeadingLines(Panel panel, double width) => panel.Heading is null or { Text.Length: 0 } ? []
        : Lettering.Wrap(panel.Heading.Text, width + panel.RoomRight, Lettering.HeadingSize, isBold: true, lines: 4);

    private static IReadOnlyList<string> NoteLines(Panel panel, double width) =>
        [.. (panel.Heading?.Notes ?? []).Where(n => n.Length > 0).SelectMany(n => Lettering.Wrap(n, width + panel.RoomRight, Lettering.LabelSize, lines: 3))];
}
