namespace InstallSim.Charts;

/// <summary>Breaks the words about a panel into lines, and says how much room they need on each of its sides, pixels.</summary>
internal static class PanelRoom
{
    /// <summary>From the inside of a panel to the words of its ticks.</summary>
    public const double TickPadding = 6;

    /// <summary>Room below or above the lines of an axis' title.</summary>
    public const double AxisTitlePadding = 4;

    /// <summary>From the words above a panel to its inside.</summary>
    public const double HeadingOffset = 8;

    /// <summary>Height of a line of notes below a heading.</summary>
    public const double NoteLine = 15;

    /// <summary>Least room between words on an axis.</summary>
    public const double WordGap = 5;

    private const double TickRoom = 8, TickLength = 4, RoomOfFollowing = 34, NameGap = 3, LeastRoom = 30, LeastTitle = 90;

    /// <summary>Width for which words that reach over the ends of an axis are judged while nobody knows the panel's.</summary>
    private const double LikelyWidth = 150;

    /// <summary>The panel with the words on its left in lines.</summary>
    public static Panel BreakLeft(Panel panel) => panel with { Y = Broken(panel.Y) with { Title = Title(panel.Y, panel.Height) } };

    /// <summary>
    /// The panel with the words below it in lines, when it is so wide; of numbers that would touch only every second, third … is written.
    /// </summary>
    public static Panel BreakBelow(Panel panel, double width)
    {
        var axis = panel.X;
        double step = width / Math.Max(Math.Abs(axis.To - axis.From), 1);
        var narrow = !axis.IsNames ? Thinned(axis, width)
            : Broken(axis with { LabelRoom = Math.Min(axis.LabelRoom, Math.Max(step - WordGap, LeastRoom)) });
        return panel with { X = narrow with { Title = Title(axis, width + panel.RoomRight) } };
    }

    /// <summary>Height at which names on the left do not touch; that of the panel where they do not.</summary>
    public static double HeightForNames(Panel panel)
    {
        var ticks = panel.Y.IsNames ? Broken(panel.Y).Ticks : [];
        return ticks.Zip(ticks.Skip(1), Needed).Append(panel.Height).Max();

        double Needed(Tick a, Tick b) => (((HeightOf(a.Label) + HeightOf(b.Label)) / 2) + NameGap) / Distance(panel.Y, a, b);
    }

    /// <summary>Room left of the inside: words of the axis, and its title set upright.</summary>
    public static double Left(Panel panel)
    {
        var ticks = Written(panel.Y);
        double words = ticks.Count == 0 ? 0 : ticks.Max(t => WidthOf(t.Label)) + TickRoom;
        return Math.Max(Math.Max(words, panel.Y.FollowsRows ? RoomOfFollowing : 0) + OfTitle(panel.Y), OverhangLeft(panel));
    }

    /// <summary>Room right of the inside: what the panel asks for, or half of the last word below it.</summary>
    public static double Right(Panel panel) => Math.Max(panel.RoomRight, OverhangRight(panel));

    /// <summary>What words below a panel reach over its left end.</summary>
    public static double OverhangLeft(Panel panel) => Overhang(panel.X, panel.Width ?? LikelyWidth, WidthOf, 0);

    /// <summary>What words below a panel reach over its right end.</summary>
    public static double OverhangRight(Panel panel) => Overhang(panel.X, panel.Width ?? LikelyWidth, WidthOf, 1);

    /// <summary>Room below the inside: words of the axis, and its title.</summary>
    public static double Below(Panel panel)
    {
        var ticks = Written(panel.X);
        double words = ticks.Count > 0 ? TickRoom + (ticks.Max(t => Lines(t.Label)) * Lettering.LabelLine)
            : panel.X.Ticks.Count > 0 ? TickLength : 0;
        return Math.Max(words + OfTitle(panel.X), Overhang(panel.Y, panel.Height, HeightOf, 0));
    }

    /// <summary>Room above the inside, when the panel is so wide: heading and notes, or half of the topmost word on the left.</summary>
    public static double Above(Panel panel, double width)
    {
        double words = panel.Heading is null ? 0
            : (HeadingLines(panel, width).Count * Lettering.HeadingLine) + (NoteLines(panel, width).Count * NoteLine) + HeadingOffset;
        return Math.Max(words, Overhang(panel.Y, panel.Height, HeightOf, 1));
    }

    /// <summary>Lines of a heading, which may reach over the room on the right of its panel.</summary>
    public static IReadOnlyList<string> HeadingLines(Panel panel, double width) => panel.Heading is null or { Text.Length: 0 } ? []
        : Lettering.Wrap(panel.Heading.Text, width + panel.RoomRight, Lettering.HeadingSize, isBold: true, lines: 6);

    /// <summary>Smaller lines below the heading.</summary>
    public static IReadOnlyList<string> NoteLines(Panel panel, double width) => [.. (panel.Heading?.Notes ?? []).Where(n => n.Length > 0)
        .SelectMany(n => Lettering.Wrap(n, width + panel.RoomRight, Lettering.LabelSize, lines: 3))];

    /// <summary>Lines of a text.</summary>
    public static int Lines(string text) => text.Count(c => c == '\n') + 1;

    /// <summary>Room of an axis' title.</summary>
    public static double OfTitle(Axis axis) => axis.Title.Length == 0 ? 0 : (Lines(axis.Title) * Lettering.LabelLine) + AxisTitlePadding;

    /// <summary>Part of the way from the beginning of an axis to its end.</summary>
    public static double Share(Axis axis, double value) => axis.IsLogarithmic
        ? Math.Log(value / axis.From) / Math.Log(axis.To / axis.From) : (value - axis.From) / (axis.To - axis.From);

    private static double Distance(Axis axis, Tick a, Tick b) => Math.Abs(Share(axis, a.At) - Share(axis, b.At));

    private static List<Tick> Written(Axis axis) => [.. axis.Ticks.Where(t => t.Label.Length > 0)];

    private static double WidthOf(string label) => Lettering.WidthOfLines(label, Lettering.LabelSize);

    private static double HeightOf(string label) => Lines(label) * Lettering.LabelLine;

    /// <summary>What words in the middle of their ticks reach over an end of the axis: 0 where it begins, 1 where it ends.</summary>
    private static double Overhang(Axis axis, double length, Func<string, double> size, int end) =>
        Written(axis).Select(t => (size(t.Label) / 2) - (Math.Abs(end - Share(axis, t.At)) * length)).Append(0).Max();

    private static string Title(Axis axis, double length) =>
        axis.Title.Length == 0 ? ""
            : string.Join('\n', Lettering.Wrap(axis.Title, Math.Max(length, LeastTitle), Lettering.LabelSize, lines: 3));

    /// <summary>The axis with its names on as many lines as their room wants and it allows.</summary>
    private static Axis Broken(Axis axis) => !axis.IsNames ? axis : axis with
    {
        Ticks = [.. axis.Ticks.Select(t => t with { Label = string.Join('\n', t.Label.Split('\n').SelectMany(
            l => Lettering.Wrap(l, axis.LabelRoom, Lettering.LabelSize, lines: axis.LabelLines))) })],
    };

    /// <summary>The axis without the words that would touch others; zero keeps its word.</summary>
    private static Axis Thinned(Axis axis, double width)
    {
        int zero = Math.Max(axis.Ticks.ToList().FindIndex(t => t.At == 0), 0), step = 1;
        while (step < axis.Ticks.Count && Touch(Kept(step)))
        {
            step++;
        }

        return axis with { Ticks = [.. axis.Ticks.Select((t, i) => i % step == zero % step ? t : t with { Label = "" })] };

        List<Tick> Kept(int every) => [.. axis.Ticks.Where((t, i) => i % every == zero % every && t.Label.Length > 0)];

        bool Touch(List<Tick> ticks) => ticks.Zip(ticks.Skip(1)).Any(pair => Between(pair.First, pair.Second) < WordGap);

        double Between(Tick a, Tick b) => (Distance(axis, a, b) * width) - ((WidthOf(a.Label) + WidthOf(b.Label)) / 2);
    }
}
