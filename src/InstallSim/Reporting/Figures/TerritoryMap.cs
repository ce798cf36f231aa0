using InstallSim.Charts;
using InstallSim.Reporting.Contours;
using InstallSim.Reporting.Maps;

namespace InstallSim.Reporting.Figures;

/// <summary>
/// Accessibility by territory, for one scenario and year: contours where the territories have them,
/// else circles as large as their population.
/// </summary>
internal sealed class TerritoryMap : IResultFigure
{
    private const double SidePanel = 200, TallestMap = 560;

    public string Id => "map";

    public (string English, string French) ShortName => ("Map", "Carte");

    public (string English, string French) Shows => (
        "Accessibility by territory, with the course of one territory beside; the reader chooses policy, year (or plays them) "
            + "and territory.",
        "Accessibilité par territoire, avec l’évolution d’un territoire à côté\u00a0; on choisit la mesure, l’année et le territoire.");

    public FigureChoice Choice => FigureChoice.ScenarioYearTerritory;

    public bool HasMap => true;

    public bool Applies(FigureContext context) => MapPanel.Applies(context.Results);

    private static string Title(FigureContext context)
    {
        var results = context.Results;
        double now = AccessibilityLevels.PeopleBelow(results, results.Reference.Name, context.FirstYear);
        double without = AccessibilityLevels.PeopleBelow(results, results.Reference.Name, context.LastYear);
        double with = AccessibilityLevels.PeopleBelow(results, context.Scenario.Name, context.LastYear);
        string then = context.FirstYear == context.LastYear
            ? ""
            : context.Say($" ({context.Text.Percent(now)} in {context.FirstYear})",
                $" ({context.Text.Percent(now)} en {context.FirstYear})");
        string start = context.Say(
            $"By mean accessibility, {context.Text.Percent(without)} of people live in an under-dense territory in {context.LastYear}"
                + $"{context.WithoutNewPolicy}{then}",
            $"Selon l’accessibilité moyenne, {context.Text.Percent(without)} de la population vit en territoire sous-dense en "
                + $"{context.LastYear}{context.WithoutNewPolicy}{then}");
        return context.Scenario.Name == results.Reference.Name ? start
            : start + context.Say($"; {context.Text.Percent(with)} with {context.Quoted(context.Scenario)}",
                $"\u00a0; {context.Text.Percent(with)} avec {context.Quoted(context.Scenario)}");
    }

    private static string Subtitle(FigureContext context) => context.Say(
        $"{MapPanel.Form(context)}{context.Results.Manifest.AccessibilityMetric}, {context.AccessibilityUnit()}, "
            + $"{context.MeanOfReplications}. Under-dense: below "
            + $"{AccessibilityLevels.Threshold(context)} (both oranges){Averaged(context)}. "
            + $"Beside: the outlined territory{Dashed(context)}{Bands(context)}{Start(context)}",
        $"{MapPanel.Form(context)}{context.Results.Manifest.AccessibilityMetric}, {context.AccessibilityUnit()}, "
            + $"{context.MeanOfReplications}. Sous-dense\u00a0: moins de "
            + $"{AccessibilityLevels.Threshold(context)} (les deux orangés){Averaged(context)}. "
            + $"À côté\u00a0: le territoire entouré{Dashed(context)}{Bands(context)}{Start(context)}");

    private static string Bands(FigureContext context) => context.Results.Manifest.IsOneReplication ? ""
        : context.Say("; bands: 90% of the replications", "\u00a0; bandes\u00a0: 90\u00a0% des réplications");

    private static string Dashed(FigureContext context) =>
        context.WithoutNewPolicy is { Length: > 0 } without ? context.Say($", dashed{without}", $", tireté{without}") : "";

    /// <summary>The share of people as cards and tables have it, for each scenario whose share the title says.</summary>
    private static string Averaged(FigureContext context)
    {
        string reference = context.Results.Reference.Name;
        List<(string, int, string)> said = [(reference, context.LastYear, context.WithoutNewPolicy)];
        if (context.Scenario.Name != reference)
        {
            string quoted = context.Quoted(context.Scenario);
            said.Add((context.Scenario.Name, context.LastYear, context.Say($" with {quoted}", $" avec {quoted}")));
        }

        return AccessibilityLevels.CountedInEach(context, said);
    }

    /// <summary>Why the first year is not the same in every experiment.</summary>
    private static string Start(FigureContext context) => context.FirstYear == context.LastYear || context.Results.Manifest.IsOneReplication
        ? ""
        : context.Say($". {context.FirstYear} is a mean too: physicians of the start are drawn, so it moves with the replications",
            $". {context.FirstYear} est aussi une moyenne\u00a0: les médecins du départ sont tirés, et elle change avec les réplications");

    private static string Description(FigureContext context)
    {
        var lowest = context.Results.Results.Places
            .Zip(context.Results.Accessibility(context.Scenario.Name, context.LastYear), (p, level) => (p.Name, Level: level))
            .Where(p => double.IsFinite(p.Level)).OrderBy(p => p.Level).Take(5)
            .Select(p => $"{p.Name} ({context.Text.Number(p.Level, 2)})").ToList();
        return context.Say($"Map of {context.Results.Results.Places.Count} territories. Lowest accessibility in {context.LastYear}: "
            + $"{context.Text.List(lowest)}.",
            $"Carte de {context.Results.Results.Places.Count} territoires. Accessibilité la plus faible en {context.LastYear}\u00a0: "
                + $"{context.Text.List(lowest)}.");
    }

    public Chart Draw(FigureContext context)
    {
        double width = context.IsNarrow
            ? context.Width - (2 * ChartLayout.Margin)
            : Math.Min(context.Width - SidePanel - 80, TallestMap / context.Results.Geometry.Ratio);
        var map = MapPanel.Draw(context, Math.Floor(width), MapMeaning.Level, scenario: null, year: null, isNamed: true);
        var year = Mark.One(new Label(MapGeometry.Units, 0, FormattableString.Invariant($"{context.LastYear}"), Palette.Faint)
        {
            Anchor = Anchor.End,
            Dy = context.IsNarrow ? 12 : 18,
            IsBold = true,
            Size = context.IsNarrow ? 26 : 36,
        }) with
        { Follows = ["year"] };
        return new Chart(Title(context), Subtitle(context), Description(context), context.Width,
            [map with { Marks = [year, .. map.Marks] }, .. TerritoryHistory.Draw(context)])
        {
            HasLead = !context.IsNarrow,
            Key = MapPanel.LevelKey(context, width),
            Note = MapPanel.Credit(context),
            Territory = (context.Territory.Code, context.Territory.Name),
        };
    }
}
