using InstallSim.Charts;
using InstallSim.Reporting.Maps;
using InstallSim.Results;

namespace InstallSim.Reporting.Figures;

/// <summary>Small maps of what each policy changes in accessibility at the last year, one legend for all.</summary>
internal sealed class MapChanges : IResultFigure
{
    public string Id => "map-changes";

    public (string English, string French) ShortName => ("Maps of change", "Cartes des écarts");

    public (string English, string French) Shows => (
        "Small maps of what each policy changes in accessibility by the last year.",
        "Petites cartes de ce que chaque mesure change à l’accessibilité la dernière année.");

    public bool HasMap => true;

    public bool Applies(FigureContext context) => context.Results.Policies.Count > 0 && MapPanel.Applies(context.Results);

    private static string Title(FigureContext context)
    {
        var best = context.Results.Policies.MaxBy(p => Counts(context, p).Up)!;
        var (up, down) = Counts(context, best);
        double much = context.Results.ChangeBreaks[3];
        string size = context.Text.Number(much);
        if (up == 0)
        {
            return context.Say($"No policy lifts any territory by {size}",
                $"Aucune mesure ne relève un territoire de {size}");
        }

        string losers = down == 0
            ? context.Say("none loses as much", "aucun n’en perd autant")
            : context.Say(down == 1 ? "1 loses as much" : $"{down} lose as much",
                down == 1 ? "1 en perd autant" : $"{down} en perdent autant");
        int all = context.Results.Results.Places.Count;
        return context.Say(
            $"{context.Quoted(best)} lifts accessibility by {size} or more in {context.Text.Number(up, 0)} of {context.Territories(all)}; "
                + losers,
            $"{context.Quoted(best)} relève l’accessibilité d’au moins {size} dans {context.Territories(up)} sur "
                + $"{context.Text.Number(all, 0)}\u00a0; {losers}");
    }

    private static string Subtitle(FigureContext context) => context.Say(
        $"{MapPanel.Form(context)}Difference in accessibility from no new policy, {context.LastYear} ({context.AccessibilityUnit()}), "
            + $"{context.MeanOfReplications}. A single territory’s difference is noisy; read the pattern",
        $"{MapPanel.Form(context)}Écart d’accessibilité à la situation sans nouvelle mesure, {context.LastYear} "
            + $"({context.AccessibilityUnit()}), {context.MeanOfReplications}. L’écart d’un seul territoire est "
            + $"bruité\u00a0: lire l’ensemble") + Leading.LeftOut(context);

    private static string Description(FigureContext context) =>
        context.Say("One map a policy. Territories that gain and lose: ",
            "Une carte par mesure. Territoires qui gagnent et qui perdent\u00a0: ")
            + context.Join(context.Results.Policies.Select(p =>
                $"{p.ShownTitle(context.Text)} {Counts(context, p).Up}, {Counts(context, p).Down}"))
            + ".";

    public Chart Draw(FigureContext context) => SmallMaps.Draw(
        context, (Title(context), Subtitle(context), Description(context)), MapMeaning.Change,
        MapPanel.ChangeKey(context, context.Width - 8),
        [.. SmallMaps.Policies(context)]);

    private static (int Up, int Down) Counts(FigureContext context, ScenarioInfo policy)
    {
        double much = context.Results.ChangeBreaks[3];
        double[] changes =
            [.. context.Results.Results.Places.Select(p => AccessibilityLevels.Change(context.Results, policy.Name, p.Code))];
        return (changes.Count(c => c >= much), changes.Count(c => c < -much));
    }
}
