using InstallSim.Charts;
using InstallSim.Charts.Files;
using InstallSim.Experiments.Points;
using InstallSim.Outputs;

namespace InstallSim.Experiments.Discovery;

/// <summary>Draws the figures of a read-out.</summary>
/// <param name="Boxes">Of each box, in their order; nothing where no point is of interest.</param>
/// <param name="Fronts">Of each front.</param>
internal sealed record DiscoveryFigures(IReadOnlyList<EachFigure> Boxes, IReadOnlyList<EachFigure> Fronts)
{
    /// <summary>Names of the figures of so many boxes and fronts.</summary>
    public static IEnumerable<string> FilesOf(int boxes, int fronts) => Enumerable.Range(1, boxes).Select(k => new Peeling(k).Id)
        .Concat(Enumerable.Range(1, fronts).Select(k => new CostEffectFront(k).Id)).SelectMany(EachFigure.FilesOf);

    /// <summary>
    /// Writes <c>peeling-N</c> a box and <c>cost-effect-front-N</c> a front, N from 1, each as picture and specification.
    /// </summary>
    public static DiscoveryFigures Write(Findings findings, string folder, ReportText text)
    {
        return new DiscoveryFigures(
            [.. findings.Boxes.Select((box, k) => Draw(new Peeling(k + 1), new(box, null, text, findings.Table.Captions)))],
            [.. findings.Fronts.Select((front, k) => Draw(new CostEffectFront(k + 1), new(null, front, text, findings.Table.Captions)))]);

        EachFigure Draw(IFigure<DiscoveryContext> figure, DiscoveryContext context) =>
            EachFigure.Write([figure], context, context with { Width = EachFigure.NarrowWidth }, folder);
    }
}

/// <summary>Coverage and density of all boxes on the way.</summary>
internal sealed class Peeling(int number) : IFigure<DiscoveryContext>
{
    public string Id => FormattableString.Invariant($"peeling-{number}");

    public (string English, string French) Shows => (
        "Coverage and density of all boxes on the way to the one taken (PRIM's peeling trajectory).",
        "Couverture et densité de toutes les boîtes du parcours jusqu’à celle retenue (trajectoire de PRIM).");

    public bool Applies(DiscoveryContext context) => context.Box?.Box.AllCases > 0;

    public Chart Draw(DiscoveryContext context)
    {
        (BoxFinding found, ReportText text) = (context.Box!, context.Text);
        PrimBox taken = found.Box;
        var x = Axis.Numbers(0, 1, 5, text.Tick) with
        {
            Title = text.Say("coverage: share of the points of interest inside", "couverture\u00a0: part des points intéressants dedans"),
        };
        var y = Axis.Numbers(0, 1.02, 5, text.Tick) with
        {
            Title = text.Say("density: share of interest inside", "densité\u00a0: part d’intérêt dedans"),
            HasGrid = true,
        };
        string colour = Palette.Scenarios[0];
        var panel = new Panel(x, y, 320,
        [
            Mark.One(new Line([.. found.Path.Select(b => new Point(b.Coverage, b.Density))], Palette.Rule) { Thickness = 1.4 }),
            Mark.Of(found.Path.Select(b => new Dot(b.Coverage, b.Density, Palette.Rule) { Diameter = 5 })),
            Mark.One(new Dot(taken.Coverage, taken.Density, colour) { Diameter = 11 }),
            Mark.One(new Label(taken.Coverage, taken.Density, text.Say("taken", "retenue"), colour)
            {
                Anchor = taken.Coverage > 0.5 ? Anchor.End : Anchor.Start,
                Dx = taken.Coverage > 0.5 ? -10 : 10,
                Dy = 14,
                IsBold = true,
                HasHalo = true,
            }),
        ]);
        string holds = text.Say(
            $"The box taken holds {text.Percent(taken.Coverage)} of the points of interest, which are {text.Percent(taken.Density)} of it",
            $"La boîte retenue contient {text.Percent(taken.Coverage)} des points intéressants, qui en font {text.Percent(taken.Density)}");
        return new Chart(holds, Subtitle(context, found, text),
            text.Say($"A curve of {found.Path.Count} boxes, from all points on. {holds}.",
                $"Une courbe de {found.Path.Count} boîtes, à partir de tous les points. {holds}."),
            context.Width, [panel]);
    }

    private static string Subtitle(DiscoveryContext context, BoxFinding found, ReportText text)
    {
        string limit = context.Limit(found), scenario = context.Captions.Called(found.Scenario, text);
        return text.Say(
            $"Of interest: {context.Label(found.Outcome)} {limit}, {scenario}; {found.Box.AllCases} of {found.Box.AllPoints} points",
            $"Intéressant\u00a0: {context.Label(found.Outcome)} {limit}, {scenario}\u00a0; {PointCount.French(found.Box.AllCases)} sur "
                + $"{found.Box.AllPoints}");
    }
}

/// <summary>Cost against effect of all points, and the front.</summary>
internal sealed class CostEffectFront(int number) : IFigure<DiscoveryContext>
{
    // Points off the front that are drawn.
    private const int MostDots = 2000;

    public string Id => FormattableString.Invariant($"cost-effect-front-{number}");

    public (string English, string French) Shows => (
        "Cost against effect of every point: the front, what may be off it by chance, what is dominated.",
        "Coût et effet de chaque point\u00a0: le front, ce qui en est peut-être écarté par hasard, ce qui est dominé.");

    public bool Applies(DiscoveryContext context) => context.Front is { Points.Count: > 0 };

    public Chart Draw(DiscoveryContext context)
    {
        (FrontFinding found, ReportText text) = (context.Front!, context.Text);
        FrontPoint[] front = [.. found.Points.Where(p => p.Standing == Standing.Front).OrderBy(p => p.Cost.Mean)];
        (int open, int beaten) = (found.Count(Standing.NotTold), found.Count(Standing.Dominated));
        double[] nothing = found.Baseline is null ? [] : [0];
        Axis x = context.AxisOf(found.Effect, [.. nothing, .. found.Points.Select(p => p.Effect.Mean)]),
            y = context.AxisOf(found.Cost, [.. nothing, .. found.Points.Select(p => p.Cost.Mean)]) with { HasGrid = true };
        int step = Math.Max(1, (open + beaten + MostDots - 1) / MostDots);
        FrontPoint[] shown = [.. found.Points.Where(p => p.Standing != Standing.Front).Where((_, k) => k % step == 0), .. front];
        string[] scenarios = [.. found.Points.Select(p => p.Row.Scenario).Distinct()];
        string Colour(string scenario) => Palette.Scenarios[Array.IndexOf(scenarios, scenario) % Palette.Scenarios.Count];
        IEnumerable<Dot> Dots(Standing standing) => shown.Where(p => p.Standing == standing)
            .Select(p => new Dot(p.Effect.Mean, p.Cost.Mean, Colour(p.Row.Scenario)) { Diameter = 6 })
            .Concat(found.Baseline?.Standing == standing ? [new Dot(0, 0, Palette.Baseline) { Diameter = 6 }] : []);
        IEnumerable<Point> along = front.Select(p => new Point(p.Effect.Mean, p.Cost.Mean))
            .Concat(found.Baseline?.Standing == Standing.Front ? [new Point(0, 0)] : []).OrderBy(p => p.Y);
        var panel = new Panel(x, y, 380,
        [
            Mark.Of(Dots(Standing.Dominated).Select(d => d with { Opacity = 0.3 })),
            Mark.Of(Dots(Standing.NotTold).Select(d => d with { IsHollow = true })),
            Mark.One(new Line([.. along], Palette.Muted) { Thickness = 1.2 }),
            Mark.Of(Dots(Standing.Front).Select(d => d with { Diameter = 10 })),
        ]);
        return new Chart(Headline(found, front.Length, beaten, text),
            (found.IsOfOneReplication
                ? text.Say($"One replication. Large: the front; hollow: off it, which one replication does not tell from chance ({open})",
                    $"Une réplication. Grands\u00a0: le front\u00a0; creux\u00a0: en dehors, qu’une réplication ne distingue pas du hasard "
                        + $"({open})")
                : text.Say(
                    $"Means over replications. Large: the front; hollow: off it perhaps by chance ({open}); pale: dominated beyond chance",
                    $"Moyennes des réplications. Grands\u00a0: le front\u00a0; creux\u00a0: en dehors, peut-être par hasard ({open})"
                        + "\u00a0; pâles\u00a0: dominés au-delà du hasard"))
                + (step == 1 ? "" : text.Say($"; of points off the front one in {step} is drawn",
                    $"\u00a0; des points hors du front, un sur {step} est dessiné")),
            text.Say("Scatter of cost against effect, with a line along the front.",
                "Nuage de coût et d’effet, avec une ligne le long du front."),
            context.Width, [panel])
        {
            Key = Keys.Of(context.Width - 8,
            [
                .. found.Baseline is { } baseline ? [new KeyItem(context.Baseline(baseline), Palette.Baseline, Sign.Dot)]
                    : Array.Empty<KeyItem>(),
                .. scenarios.Select(s => new KeyItem(context.Captions.Called(s, text), Colour(s), Sign.Dot)),
            ]),
        };
    }

    private static string Headline(FrontFinding found, int front, int beaten, ReportText text)
    {
        (bool isOn, int all) = (found.Baseline?.Standing == Standing.Front, found.Points.Count);
        if (isOn && front == 0)
        {
            return text.Say($"None of {all} points costs less or does more than the baseline",
                $"Aucun des {all} points ne coûte moins ou ne fait plus que la référence")
                + Beyond($"; {beaten} are worse, beyond chance", $"\u00a0; {beaten} font pire, au-delà du hasard");
        }

        string cannot = front == 1 && !isOn ? "ne peut être amélioré" : "ne peuvent être améliorés";
        return text.Say($"{(isOn ? "The baseline and " : "")}{front} of {all} points cannot be bettered in cost and effect at once",
            $"{(isOn ? "La référence et " : "")}{PointCount.Of(front)} sur {all} {cannot} à la fois en coût et en effet")
            + Beyond($"; {beaten} can, beyond chance", $"\u00a0; {beaten} le peuvent, au-delà du hasard");

        string Beyond(string english, string french) => found.IsOfOneReplication ? "" : text.Say(english, french);
    }
}
