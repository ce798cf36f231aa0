using InstallSim.Charts;
using InstallSim.Reporting.Maps;

namespace InstallSim.Reporting.Figures;

/// <summary>
/// Small maps of the level of accessibility: the start, the last year without new policy and with each, one legend for all.
/// </summary>
internal sealed class MapLevels : IResultFigure
{
    public string Id => "map-levels";

    public (string English, string French) ShortName => ("Maps of access", "Cartes de l’accès");

    public (string English, string French) Shows => (
        "Small maps of accessibility: the start, then the last year without new policy and with each policy.",
        "Petites cartes d’accessibilité\u00a0: le départ, puis la dernière année sans nouvelle mesure et avec chaque mesure.");

    public bool HasMap => true;

    public bool Applies(FigureContext context) => MapPanel.Applies(context.Results) && context.Results.Years.Count > 1;

    private static string Title(FigureContext context)
    {
        int then = UnderDense(context, context.Results.Reference.Name, context.FirstYear);
        int now = UnderDense(context, context.Results.Reference.Name, context.LastYear);
        string fewest = "";
        if (context.Results.Policies.Count > 0)
        {
            int least = context.Results.Policies.Min(p => UnderDense(context, p.Name, context.LastYear));
            int most = context.Results.Policies.Max(p => UnderDense(context, p.Name, context.LastYear));
            fewest = context.Results.Policies.Count == 1
                ? context.Say($", {least} with the policy", $", {least} avec la mesure")
                : least == most
                ? context.Say($", {least} with any policy", $", {least} quelle que soit la mesure")
                : context.Say($", {least} to {most} with a policy", $", de {least} à {most} avec une mesure");
        }

        return context.Say(
            $"{context.Territories(then)} under-dense in {context.FirstYear}{People(context.FirstYear, " of people")}, {now} in "
                + $"{context.LastYear}{context.WithoutNewPolicy}{People(context.LastYear, "")}{fewest}",
            $"{context.Many(then, "", "", "territoire sous-dense", "territoires sous-denses")} en {context.FirstYear}"
                + $"{People(context.FirstYear, " de la population")}, {now} en {context.LastYear}{context.WithoutNewPolicy}"
                + $"{People(context.LastYear, "")}{fewest}");

        string People(int year, string what) =>
            $" ({context.Text.Percent(AccessibilityLevels.PeopleBelow(context.Results, context.Results.Reference.Name, year))}{what})";
    }

    private static string Subtitle(FigureContext context) => context.Say(
        $"{MapPanel.Form(context)}Accessibility ({context.Results.Manifest.AccessibilityMetric}, {context.AccessibilityUnit()}), "
            + $"{context.MeanOfReplications}; orange: under-dense, below {AccessibilityLevels.Threshold(context)}",
        $"{MapPanel.Form(context)}Accessibilité ({context.Results.Manifest.AccessibilityMetric}, {context.AccessibilityUnit()}), "
            + $"{context.MeanOfReplications}\u00a0; orangé\u00a0: sous-dense, moins de {AccessibilityLevels.Threshold(context)}")
        + Averaged(context) + Leading.LeftOut(context);

    /// <summary>The shares of people that the title says, as cards and tables have them.</summary>
    private static string Averaged(FigureContext context) => AccessibilityLevels.CountedInEach(context,
        [.. new[] { context.FirstYear, context.LastYear }.Select(year =>
            (context.Results.Reference.Name, year, context.Say($" in {year}", $" en {year}")))]);

    private static string Description(FigureContext context) =>
        context.Say("One map a scenario. Under-dense territories: ", "Une carte par scénario. Territoires sous-denses\u00a0: ")
            + context.Join(context.Results.Manifest.Scenarios.Select(s =>
                    $"{s.ShownTitle(context.Text)} {UnderDense(context, s.Name, context.LastYear)}")) + ".";

    public Chart Draw(FigureContext context)
    {
        string reference = context.Results.Reference.Name;
        string last = context.Results.Policies.Count == 0 ? $"{context.LastYear}" : $"{context.BaselineLabel}, {context.LastYear}";
        return SmallMaps.Draw(context, (Title(context), Subtitle(context), Description(context)), MapMeaning.Level,
            MapPanel.LevelKey(context, context.Width - 8),
        [
            (reference, context.FirstYear, context.Say($"Start, {context.FirstYear}", $"Départ, {context.FirstYear}"), Palette.Ink),
            (reference, context.LastYear, last, Palette.Ink),
            .. SmallMaps.Policies(context),
        ]);
    }

    private static int UnderDense(FigureContext context, string scenario, int year) => context.Results.Accessibility(scenario, year)
        .Count(level => level < context.Results.Manifest.UnderDenseBelow);
}
