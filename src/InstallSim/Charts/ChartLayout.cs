namespace InstallSim.Charts;

/// <summary>A rectangle of a picture, pixels from its top left corner.</summary>
internal readonly record struct Area(double X, double Y, double Width, double Height)
{
    public double Right => X + Width;

    public double Bottom => Y + Height;

    /// <summary>Whether less than a gap parts it from another.</summary>
    public bool IsNear(Area other, double gap) =>
        X < other.Right + gap && other.X < Right + gap && Y < other.Bottom + gap && other.Y < Bottom + gap;
}

/// <summary>A panel with its place: between the axes, and the lines of words above it.</summary>
/// <param name="Panel">The panel; names on its axes and titles of axes are broken into lines.</param>
/// <param name="Inside">What is between the axes.</param>
/// <param name="Heading">Lines of its heading.</param>
/// <param name="Notes">Smaller lines below the heading.</param>
internal sealed record PlacedPanel(Panel Panel, Area Inside, IReadOnlyList<string> Heading, IReadOnlyList<string> Notes);

/// <summary>Where the panels of a chart stand: widths and gaps follow from the words beside them, so that nothing touches.</summary>
internal sealed class ChartLayout
{
    public const double Margin = 4, SubtitleGap = 4;
    private const double KeyGap = 22, TitleGap = 14, WordGap = 8, NoteGap = 10;

    private ChartLayout(Chart chart, bool hasTitle)
    {
        Chart = chart;
        HasTitle = hasTitle;
        double inner = chart.Width - (2 * Margin);
        Title = hasTitle ? Lettering.Wrap(chart.Title, inner, Lettering.TitleSize, isBold: true) : [];
        Subtitle = hasTitle ? Lettering.Wrap(chart.Subtitle, inner, Lettering.SubtitleSize) : [];
        TitleHeight = !hasTitle ? 0
            : (Title.Count * Lettering.TitleLine) + SubtitleGap + (Subtitle.Count * Lettering.SubtitleLine) + TitleGap;
        double top = Margin + TitleHeight, left = Margin, right = chart.Width - Margin;
        if (chart.Key is { } key)
        {
            Key = PlaceKey(PanelRoom.BreakLeft(key), top, right);
            double bottom = Key.Inside.Bottom + PanelRoom.Below(Key.Panel) + KeyGap;
            (top, right) = chart.HasKeyBeside ? (top, Key.Inside.X - PanelRoom.Left(Key.Panel) - KeyGap) : (bottom, right);
        }

        var panels = Grown(chart.Panels);
        Panels = chart.HasLead ? PlaceLead(panels, left, right, top) : PlaceGrid(panels, left, right, top);
        double drawn = Panels.Append(Key).OfType<PlacedPanel>().Max(p => p.Inside.Bottom + PanelRoom.Below(p.Panel));
        Note = chart.Note.Length == 0 ? [] : Lettering.Wrap(chart.Note, inner, Lettering.NoteSize);
        NoteTop = drawn + (Note.Count == 0 ? 0 : NoteGap);
        Height = NoteTop + (Note.Count * Lettering.NoteLine) + Margin;
    }

    /// <summary>The places, title and subtitle above the panels or left to the page.</summary>
    public static ChartLayout Of(Chart chart, bool hasTitle = true) => new(chart, hasTitle);

    public Chart Chart { get; }

    /// <summary>Whether the picture says title and subtitle, and not what stands around it.</summary>
    public bool HasTitle { get; }

    public IReadOnlyList<string> Title { get; }

    public IReadOnlyList<string> Subtitle { get; }

    public double TitleHeight { get; }

    /// <summary>Lines of the note below everything, also where the title is left out: a picture is copied without its page.</summary>
    public IReadOnlyList<string> Note { get; }

    /// <summary>Where the first of them begins, pixels from the top.</summary>
    public double NoteTop { get; }

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
        double width = key.Width ?? Chart.Width - (2 * Margin) - PanelRoom.Left(key) - PanelRoom.Right(key);
        double x = Chart.HasKeyBeside ? right - PanelRoom.Right(key) - width : Margin + PanelRoom.Left(key);
        return Place(key, x, top + PanelRoom.Above(key, width), width);
    }

    private List<PlacedPanel> PlaceGrid(List<Panel> panels, double left, double right, double top)
    {
        int columns = Math.Clamp(Chart.Columns, 1, Math.Max(panels.Count, 1));
        double Most(Func<Panel, double> room, Func<int, bool> where) => Largest(panels.Where((_, i) => where(i % columns)), room);
        double first = Most(PanelRoom.Left, c => c == 0), last = Most(PanelRoom.Right, c => c == columns - 1);
        ColumnSpacing = Math.Max(
            Most(p => p.RoomRight, c => c < columns - 1) + Chart.ColumnGap + Most(PanelRoom.Left, c => c > 0),
            Most(PanelRoom.OverhangRight, c => c < columns - 1) + WordGap + Most(PanelRoom.OverhangLeft, c => c > 0));
        double fair = (right - left - first - last - ((columns - 1) * ColumnSpacing)) / columns;
        RowSpacing = RoomOfRow(panels, fair);
        var placed = new List<PlacedPanel>();
        foreach (var row in panels.Chunk(columns))
        {
            double inside = placed.Count == 0 ? top + row.Max(p => PanelRoom.Above(p, p.Width ?? fair))
                : placed.Max(p => p.Inside.Bottom) + RowSpacing;
            // Panels below one another that say their own width each begin at the left.
            double Begin(Panel p, int column) =>
                left + (columns == 1 && p.Width is not null ? PanelRoom.Left(p) : first + (column * (fair + ColumnSpacing)));
            placed.AddRange(row.Select((p, c) => Place(p, Begin(p, c), inside, p.Width ?? fair)));
        }

        return placed;
    }

    private List<PlacedPanel> PlaceLead(List<Panel> panels, double left, double right, double top)
    {
        var lead = panels[0];
        var others = panels.Skip(1).ToList();
        double width = lead.Width ?? (right - left) * 0.58, x = left + PanelRoom.Left(lead);
        ColumnSpacing = Math.Max(lead.RoomRight + Chart.ColumnGap + Largest(others, PanelRoom.Left),
            PanelRoom.OverhangRight(lead) + WordGap + Largest(others, PanelRoom.OverhangLeft));
        double beside = x + width + ColumnSpacing, rest = right - beside - Largest(others, PanelRoom.Right);
        RowSpacing = RoomOfRow(others, rest);
        var placed = new List<PlacedPanel> { Place(lead, x, top + PanelRoom.Above(lead, width), width) };
        double at = top + PanelRoom.Above(others.FirstOrDefault(lead), rest);
        foreach (var panel in others)
        {
            placed.Add(Place(panel, beside, at, panel.Width ?? rest));
            at += panel.Height + RowSpacing;
        }

        return placed;
    }

    /// <summary>The panels so high that names do not touch, those that were equally high still so.</summary>
    private static List<Panel> Grown(IReadOnlyList<Panel> panels)
    {
        var heights = panels.ToLookup(p => p.Height, PanelRoom.HeightForNames);
        return [.. panels.Select(p => PanelRoom.BreakLeft(p with { Height = heights[p.Height].Max() }))];
    }

    private double RoomOfRow(IReadOnlyList<Panel> panels, double width) =>
        Largest(panels, p => PanelRoom.Above(p, p.Width ?? width))
        + Largest(panels, p => PanelRoom.Below(PanelRoom.BreakBelow(p, p.Width ?? width))) + Chart.RowGap;

    private static double Largest(IEnumerable<Panel> panels, Func<Panel, double> room) => panels.Select(room).DefaultIfEmpty(0).Max();

    private static PlacedPanel Place(Panel panel, double x, double y, double width) => new(
        PanelRoom.BreakBelow(panel, width), new Area(x, y, width, panel.Height),
        PanelRoom.HeadingLines(panel, width), PanelRoom.NoteLines(panel, width));
}
