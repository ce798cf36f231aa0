using InstallSim.Results;

namespace InstallSim.Reporting;

/// <summary>Titles by which readers can tell scenarios apart.</summary>
internal static class TitlesApart
{
    /// <summary>The manifest with the name of a scenario behind its title wherever another has the same, in either language.</summary>
    public static Manifest WithTitlesApart(this Manifest manifest)
    {
        HashSet<string> english = Repeated(manifest.Scenarios.Select(English)), french = Repeated(manifest.Scenarios.Select(French));
        return english.Count + french.Count == 0 ? manifest : manifest with
        {
            Scenarios = [.. manifest.Scenarios.Select(s => s with
            {
                Title = Named(s, English(s), english),
                TitleFrench = french.Contains(French(s)) ? Named(s, French(s), french) : s.TitleFrench,
            })],
        };
    }

    private static string Named(ScenarioInfo scenario, string title, HashSet<string> repeated) =>
        repeated.Contains(title) && title != scenario.Name ? $"{title.Trim()} ({scenario.Name})" : title;

    private static string English(ScenarioInfo scenario) => string.IsNullOrWhiteSpace(scenario.Title) ? scenario.Name : scenario.Title;

    private static string French(ScenarioInfo scenario) =>
        string.IsNullOrWhiteSpace(scenario.TitleFrench) ? English(scenario) : scenario.TitleFrench;

    private static HashSet<string> Repeated(IEnumerable<string> titles) =>
        [.. titles.GroupBy(t => t.Trim(), StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1).SelectMany(g => g)];
}
