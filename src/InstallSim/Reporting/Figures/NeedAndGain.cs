using InstallSim.Charts;
using InstallSim.Reporting.Maps;

namespace InstallSim.Reporting.Figures;

/// <summary>A map of two things at once: how much a territory needs, and how much a policy gives it (a bivariate map).</summary>
internal sealed class NeedAndGain : IResultFigure
{
    public string Id => "need-and-gain";

    public (string English, string French) ShortName => ("Need and gain", "Besoin et gain");

    public (string English, string French) Shows => (
        "Map of two things at once: how much a territory needs and how much a policy gives it (bivariate); the reader chooses "
            + "the policy.",
        "Carte de deux choses à la fois\u00a0: le besoin d’un territoire et ce qu’une mesure lui donne\u00a0; on choisit la mesure.");

    public FigureChoice Choice => FigureChoice.Scenario;

    public bool HasMap => true;

    public bool Applies(FigureContext context) => context.Results.Policies.Count > 0 && MapPanel.Applies(context.Results);

    private static string Title(FigureContext context)
    {
        var classes = Classes(context).ToList();
        int needy = classes.Count(c => c.Need == 2), helped = classes.Count(c => c is { Need: 2, Gain: > 0 }),
            elsewhere = classes.Count(c => c is { Need: < 2, Gain: > 0 });
        return needy == 0
            ? context.Say($"No territory would be under-dense in {context.LastYear}; {context.Territories(elsewhere)} "
                + $"gain{(elsewhere == 1 ? "s" : "")} from {context.Quoted(context.Scenario)}",
                $"Aucun territoire ne serait sous-dense en {context.LastYear}\u00a0; {context.Many(elsewhere, "", "", "gagne", "gagnent")} "
                    + $"grâce à {context.Quoted(context.Scenario)}")
            : context.Say(
                $"{context.Quoted(context.Scenario)} helps {helped} of the {context.Territories(needy)} that would be under-dense in "
                    + $"{context.LastYear}, and {elsewhere} that would not",
                $"{context.Quoted(context.Scenario)} améliore {helped} "
                    + $"{(needy == 1 ? "territoire sur 1 qui serait sous-dense" : $"des {needy} territoires qui seraient sous-denses")} en "
                    + $"{context.LastYear}, et {context.Many(elsewhere, "", "", "qui ne le serait pas", "qui ne le seraient pas")}");
    }

    private static string Subtitle(FigureContext context)
    {
        double small = context.Results.ChangeBreaks[3], large = context.Results.ChangeBreaks[4];
        return context.Say(
            $"{MapPanel.Form(context)}Need: accessibility without new policy in {context.LastYear}, high when under-dense. Gain: from "
                + $"{context.Text.Number(small)} ({context.AccessibilityUnit()}), large from {context.Text.Number(large)}. Mean "
                + $"of {context.Replications}",
            $"{MapPanel.Form(context)}Besoin\u00a0: accessibilité sans nouvelle mesure en {context.LastYear}, fort si sous-dense. "
                + $"Gain\u00a0: à partir de {context.Text.Number(small)} ({context.AccessibilityUnit()}), grand dès "
                + $"{context.Text.Number(large)}. Moyenne de {context.Replications}");
    }

    private static string Description(FigureContext context)
    {
        var classes = Classes(context).ToList();
        string Cell(int need, int gain) => context.Text.Number(classes.Count(c => c.Need == need && c.Gain == gain), 0);
        return context.Say(
            $"Map with a key of three rows by three columns. Territories of high need: {Cell(2, 0)} without gain, {Cell(2, 1)} with some, "
                + $"{Cell(2, 2)} with a large one; of low need: {Cell(0, 0)}, {Cell(0, 1)}, {Cell(0, 2)}.",
            $"Carte avec une légende de trois lignes et trois colonnes. Territoires à fort besoin\u00a0: {Cell(2, 0)} sans gain, "
                + $"{Cell(2, 1)} avec un gain, {Cell(2, 2)} avec un grand gain\u00a0; à faible besoin\u00a0: {Cell(0, 0)}, "
                + $"{Cell(0, 1)}, {Cell(0, 2)}.");
    }

    public Chart Draw(FigureContext context)
    {
        double width = context.IsNarrow
            ? context.Width - (2 * ChartLayout.Margin)
            : Math.Min(context.Width - 230, 560 / context.Results.Geometry.Ratio);
        return new Chart(Title(context), Subtitle(context), Description(context), context.Width,
            [MapPanel.Draw(context, Math.Floor(width), MapMeaning.Need, scenario: null, context.LastYear, isNamed: true)])
        {
            Key = Key(context),
            HasKeyBeside = !context.IsNarrow,
            Note = MapPanel.Credit(context),
        };
    }

    /// <summary>Nine boxes: gain across, need up.</summary>
    private static Panel Key(FigureContext context)
    {
        const double Box = 42;
        string[] gains = [context.Say("none", "aucun"), context.Say("some", "moyen"), context.Say("large", "grand")];
        string[] needs = [context.Say("high", "fort"), context.Say("mid", "moyen"), context.Say("low", "faible")];
        return new Panel(Axis.Names(gains, isVertical: false) with { Title = context.Say("Gain →", "Gain →") },
            Axis.Names(needs) with { Title = context.Say("Need →", "Besoin →") }, 3 * Box,
            [Mark.Of(Palette.Bivariate.Select((c, i) =>
                new Box((i % 3) - 0.48, (i % 3) + 0.48, 2 - (i / 3) + 0.48, 2 - (i / 3) - 0.48, c)))])
        {
            Width = 3 * Box,
        };
    }

    private static IEnumerable<(int Need, int Gain)> Classes(FigureContext context)
    {
        foreach (var place in context.Results.Results.Places)
        {
            double without = AccessibilityLevels.Level(context.Results, context.Results.Reference.Name, context.LastYear, place.Code);
            double gain = AccessibilityLevels.Change(context.Results, context.Scenario.Name, place.Code);
            if (double.IsFinite(gain))
            {
                yield return (MapFill.Need(context.Results, without), MapFill.Gain(context.Results, gain));
            }
        }
    }
}
