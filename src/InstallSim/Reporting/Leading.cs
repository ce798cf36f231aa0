using InstallSim.Charts;
using InstallSim.Results;

namespace InstallSim.Reporting;

/// <summary>Which policies a figure tells apart when there are more than colours, and names that tell them apart.</summary>
internal static class Leading
{
    /// <summary>About what the words of axes take from the width of a panel, pixels.</summary>
    private const double RoomBesidePanel = 50;

    /// <summary>The policies that have a colour of their own, by gain: all, or those that gain most where colours do not suffice.</summary>
    public static IReadOnlyList<ScenarioInfo> Of(ResultIndex results) => [.. results.PoliciesByGain.Take(Palette.Scenarios.Count)];

    /// <summary>What a figure of these policies alone says of the others, as the end of its subtitle; empty when there are none.</summary>
    public static string LeftOut(FigureContext context)
    {
        int shown = Of(context.Results).Count, left = context.Results.Policies.Count - shown;
        string what = context.MainObject();
        return left == 0 ? "" : context.Say(
            $". Shown: the {shown} policies that add most {what} by {context.LastYear}; "
            + $"left out: {context.Many(left, "other", "others", "", "")}",
            $". Montrées\u00a0: les {shown} mesures qui apportent le plus de {what} d’ici {context.LastYear}\u00a0; "
            + $"hors du graphique\u00a0: {context.Many(left, "", "", "autre", "autres")}");
    }

    /// <summary>
    /// Titles by scenario, in lines of a width; where two would read the same, for they are the same or are cut, each begins with the
    /// scenario's own name, which is unique.
    /// </summary>
    private static Dictionary<string, string> Names(
        FigureContext context, IEnumerable<ScenarioInfo> scenarios, double width, int lines, double size, bool isBold)
    {
        string Written(string title) => string.Join('\n', Lettering.Wrap(title, width, size, isBold, lines));
        string Title(ScenarioInfo s) => s.Name == context.Results.Reference.Name ? context.BaselineLabel : s.ShownTitle(context.Text);
        var all = scenarios.ToList();
        var twice = all.GroupBy(s => Written(Title(s))).Where(g => g.Count() > 1).SelectMany(g => g).ToHashSet();
        string colon = context.Say(":", "\u00a0:");
        return all.ToDictionary(s => s.Name, s => Written(twice.Contains(s) ? $"{s.Name}{colon} {Title(s)}" : Title(s)));
    }

    /// <summary>Names to stand right of a picture in so much room; in its key where it is narrow.</summary>
    public static Dictionary<string, string> NamesBeside(FigureContext context, IEnumerable<ScenarioInfo> scenarios, double room) =>
        context.IsNarrow ? Names(context, scenarios, KeyWidth(context) - Keys.SignRoom, lines: 2, Lettering.LabelSize, isBold: false)
        : Names(context, scenarios, room - EndLabels.TextAt - 4, lines: 2, Lettering.LabelSize, isBold: true);

    /// <summary>Names above panels, so many side by side.</summary>
    public static Dictionary<string, string> Headings(FigureContext context, IEnumerable<ScenarioInfo> scenarios, int columns) =>
        Names(context, scenarios, (context.Width / columns) - RoomBesidePanel, lines: 4, Lettering.HeadingSize, isBold: true);

    /// <summary>Width of a key above a picture, pixels.</summary>
    public static double KeyWidth(FigureContext context) => context.Width - (2 * ChartLayout.Margin);
}
