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
        var needy = classes.Where(c => c.Need == 2).ToList();
        var others = classes.Where(c => c.Need < 2).ToList();
        string size = context.Text.Number(context.Results.ChangeBreaks[3]), policy = context.Quoted(context.Scenario);
        return needy.Count == 0
            ? context.Say($"No territory would be under-dense in {context.LastYear}; {policy} lifts {Lifted(others)} by {size} or more and "
                + $"lowers {Lowered(others)}",
                $"Aucun territoire ne serait sous-dense en {context.LastYear}\u00a0; {policy} en relève {Lifted(others)} d’au moins {size} "
                    + $"et en abaisse {Lowered(others)}")
            : context.Say(
                $"Of the {context.Territories(needy.Count)} that would be under-dense in {context.LastYear}, {policy} lifts "
                    + $"{Lifted(needy)} by {size} or more and lowers {Lowered(needy)}; of the {others.Count} others, {Lifted(others)} and "
                    + $"{Lowered(others)}",
                $"{context.Territories(needy.Count).ToUpperFirst()} {(needy.Count == 1 ? "serait sous-dense" : "seraient sous-denses")} en "
                    + $"{context.LastYear}\u00a0: {policy} en relève {Lifted(needy)} d’au moins {size} et en abaisse "
                    + $"{Lowered(needy)}\u00a0; parmi les {others.Count} autres, {Lifted(others)} et {Lowered(others)}");

        int Lifted(IEnumerable<(int, int Gain, double Change)> some) => some.Count(c => c.Gain > 0);
        int Lowered(IEnumerable<(int, int, double Change)> some) => some.Count(c => c.Change <= -context.Results.ChangeBreaks[3]);
    }

    private static string Subtitle(FigureContext context)
    {
        double small = context.Results.ChangeBreaks[3], large = context.Results.ChangeBreaks[4];
        string low = context.Text.Tick(context.Results.LevelBreaks[1]), mid = context.Text.Tick(context.Results.LevelBreaks[2]);
        string mean = context.Results.Manifest.IsOneReplication ? context.Say("One replication", "Une réplication")
            : context.Say($"Mean of {context.Replications}", $"Moyenne de {context.Replications}");
        return context.Say(
            $"{MapPanel.Form(context)}Need: accessibility ({context.AccessibilityUnit()}) without new policy in {context.LastYear}, high "
                + $"below {low} (under-dense), mid below {mid}, low from there on. Gain: some from {context.Text.Number(small)}, large "
                + $"from {context.Text.Number(large)}. {mean}. A single territory’s difference is noisy; read the pattern",
            $"{MapPanel.Form(context)}Besoin\u00a0: accessibilité ({context.AccessibilityUnit()}) sans nouvelle mesure en "
                + $"{context.LastYear}, fort sous {low} (sous-dense), moyen sous {mid}, faible au-delà. Gain\u00a0: moyen à partir de "
                + $"{context.Text.Number(small)}, grand dès {context.Text.Number(large)}. {mean}. L’écart d’un "
                + "seul territoire est bruité\u00a0: lire l’ensemble");
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

    private static IEnumerable<(int Need, int Gain, double Change)> Classes(FigureContext context)
    {
        foreach (var place in context.Results.Results.Places)
        {
            double without = context.Results.Accessibility(context.Results.Reference.Name, context.LastYear, place.Code);
            double gain = AccessibilityLevels.Change(context.Results, context.Scenario.Name, place.Code);
            if (double.IsFinite(gain))
            {
                yield return (MapFill.Need(context.Results, without), MapFill.Gain(context.Results, gain), gain);
            }
        }
    }
}
