using InstallSim.Charts;
using InstallSim.Results;

namespace InstallSim.Reporting;

/// <summary>Which policies a figure tells apart when there are more than colours, and names that tell them apart.</summary>
internal static class Leading
{
    /// <summary>The policies that have a colour of their own: all, or as many as there are colours, those of the greatest gain; by gain.</summary>
    public static IReadOnlyList<ScenarioInfo> Of(ResultIndex results) => [.. results.PoliciesByGain.Take(Palette.Scenarios.Count)];

    /// <summary>What a figure of these policies alone says of the others, as the end of its subtitle; empty when there are none.</summary>
    public static string LeftOut(FigureContext context) => context.Results.Policies.Count - Of(context.Results).Count is var left && left <= 0 ? ""
        : context.Say($". Shown: the {Palette.Scenarios.Count} policies that gain most {context.MainObject()} by {context.LastYear}; left out: {left} others",
            $". Montrées\u00a0: les {Palette.Scenarios.Count} mesures qui gagnent le plus de {context.MainObject()} d’ici {context.LastYear}\u00a0; "
            + $"hors du graphique\u00a0: {left} autres");

    /// <summary>
    /// Titles by scenario, in lines of a width; where two would read the same, for they are the same or are cut, each begins with the scenario's
    /// own name, which is unique.
    /// </summary>
    public static Dictionary<string, string> Names(
        FigureContext context, IEnumerable<ScenarioInfo> scenarios, double width, int lines, double size = Lettering.LabelSize, bool isBold = false)
    {
        string Written(string title) => string.Join('\n', Lettering.Wrap(title, width, size, isBold, lines));
        string Title(ScenarioInfo s) => s.Name == context.Results.Reference.Name ? context.BaselineLabel : s.ShownTitle(context.Text);
        var all = scenarios.ToList();
        var twice = all.GroupBy(s => Written(Title(s))).Where(g => g.Count() > 1).SelectMany(g => g).ToHashSet();
        return all.ToDictionary(s => s.Name, s => Written(twice.Contains(s) ? $"{s.Name}{context.Say(":", "\u00a0:")} {Title(s)}" : Title(s)));
    }

    /// <summary>Names to stand right of a picture in so much room; in its key where it is narrow.</summary>
    public static Dictionary<string, string> NamesBeside(FigureContext context, IEnumerable<ScenarioInfo> scenarios, double room) => context.IsNarrow
        ? Names(context, scenarios, KeyWidth(context) - Keys.SignRoom, lines: 1) : Names(context, scenarios, room - EndLabels.TextAt - 4, lines: 2, isBold: true);

    /// <summary>Width of a key above a picture, pixels.</summary>
    public static double KeyWidth(FigureContext context) => context.Width - (2 * ChartLayout.Margin);
}
