using InstallSim.Charts;

namespace InstallSim.Reporting.Maps;

/// <summary>Maps side by side with one key.</summary>
internal static class SmallMaps
{
    /// <summary>One map for each panel.</summary>
    /// <param name="context">What is drawn.</param>
    /// <param name="words">Title, subtitle and description.</param>
    /// <param name="meaning">What colours mean.</param>
    /// <param name="key">The key of all.</param>
    /// <param name="panels">Scenario, year, title and the title's colour of each.</param>
    public static Chart Draw(
        FigureContext context, (string Title, string Subtitle, string Description) words, MapMeaning meaning, Panel key,
        IReadOnlyList<(string Scenario, int Year, string Title, string Colour)> panels)
    {
        const double Gap = 16;
        int columns = Math.Min(panels.Count, context.IsNarrow ? 2 : context.MapColumns);
        double width =
            Math.Floor((context.Width - (2 * ChartLayout.Margin) - ((columns - 1) * Gap)) / Math.Max(columns, context.IsNarrow ? 1 : 2));
        return new Chart(words.Title, words.Subtitle, words.Description, context.Width,
            [.. panels.Select(p => MapPanel.Draw(context, width, meaning, p.Scenario, p.Year, isNamed: false) with
            {
                Heading = new Heading(p.Title, p.Colour),
            })])
        {
            Columns = columns,
            ColumnGap = Gap,
            Key = key,
            Note = MapPanel.Credit(context),
        };
    }

    /// <summary>A panel for each policy that has a colour of its own.</summary>
    public static IEnumerable<(string Scenario, int Year, string Title, string Colour)> Policies(FigureContext context) =>
        Leading.Of(context.Results).Select(p => (p.Name, context.LastYear, p.ShownTitle(context.Text), context.Colour(p.Name)));
}
