using InstallSim.Charts;
using InstallSim.Charts.Files;
using InstallSim.Experiments.Points;
using InstallSim.Indicators;
using InstallSim.Inputs;
using InstallSim.Outputs;

namespace InstallSim.Experiments.Discovery;

/// <summary>What a figure of a read-out is drawn from and for.</summary>
/// <param name="Box">The box, in a figure of one.</param>
/// <param name="Front">The front, in a figure of one.</param>
/// <param name="Text">The language.</param>
/// <param name="Captions">What numbers and scenarios are called.</param>
internal sealed record DiscoveryContext(BoxFinding? Box, FrontFinding? Front, ReportText Text, IReadOnlyList<Caption> Captions)
{
    /// <summary>Width of figures, pixels.</summary>
    public const double Width = 760;

    /// <summary>An outcome as people read it.</summary>
    public string Label(OutcomeColumn outcome)
    {
        Indicator indicator = IndicatorCatalog.Find(outcome.Indicator)!;
        string label = $"{Text.Say(indicator.English, indicator.French)}, {outcome.Year}";
        return outcome.Of == OutcomeOf.Difference
            ? label + Text.Say(", difference from the baseline", ", écart à la référence")
            : label;
    }

    /// <summary>The axis of an outcome: its name and, where ticks do not say it, its unit in brackets.</summary>
    public Axis AxisOf(OutcomeColumn outcome, IEnumerable<double> values)
    {
        bool isMoney = IndicatorCatalog.Find(outcome.Indicator)!.Unit is "k€" or "k€/year";
        return Axis.Around(values, 6, isMoney ? Text.MoneyTick : Text.Tick) with
        {
            Title = !isMoney && Unit(outcome) is { Length: > 0 } unit ? $"{Label(outcome)} ({unit})" : Label(outcome),
        };
    }

    /// <summary>A value of an outcome with its unit, such as <c>12.5 GPs</c> or <c>€16.2m</c>.</summary>
    public string Amount(OutcomeColumn outcome, double value) => IndicatorCatalog.Find(outcome.Indicator)!.Unit switch
    {
        "k€" or "k€/year" => Text.Money(value),
        IndicatorCatalog.Share when outcome.Of == OutcomeOf.Difference => $"{Text.Number(100 * value)}\u00a0{Text.Say("pp", "pt")}",
        IndicatorCatalog.Share => Text.Percent(value),
        "accessibility" or "" => Size(value),
        var unit => $"{Size(value)}\u00a0{Units.Counted(unit, value, Text.IsFrench)}",
    };

    /// <summary>Amounts of an outcome that stand below one another: of one number of decimals, money in one unit.</summary>
    public IReadOnlyList<string> Amounts(OutcomeColumn outcome, IReadOnlyList<double> column)
    {
        string unit = IndicatorCatalog.Find(outcome.Indicator)!.Unit;
        bool isShare = unit == IndicatorCatalog.Share;
        double[] shown = [.. column.Select(value => isShare ? 100 * value : value)];
        int decimals = shown.All(value => value == Math.Round(value)) ? 0 : ReportText.DecimalsTogether(shown);
        return unit is "k€" or "k€/year" ? Text.MoneyTogether(column) : [.. shown.Select(value => unit switch
        {
            IndicatorCatalog.Share when outcome.Of == OutcomeOf.Difference =>
                $"{Text.Number(value, decimals)}\u00a0{Text.Say("pp", "pt")}",
            IndicatorCatalog.Share => Text.Percent(value / 100, decimals),
            "accessibility" or "" => Text.Number(value, decimals),
            _ => $"{Text.Number(value, decimals)}\u00a0{Units.Counted(unit, value, Text.IsFrench)}",
        })];
    }

    /// <summary>The baseline, as what it is among points: <c>baseline: What is in force today</c>.</summary>
    public string Baseline(BaselinePoint point)
    {
        (string baseline, string called) = (Text.Say("baseline", "référence"), Captions.Called(point.Name, Text));
        return called == baseline ? baseline : baseline + Text.Say(": ", "\u00a0: ") + called;
    }

    /// <summary>The limit from which on an outcome is of interest.</summary>
    public string Limit(BoxFinding found) => found.Settings.Above is { } above
        ? Text.Say($"above {Amount(found.Outcome, above)}", $"au-dessus de {Amount(found.Outcome, above)}")
        : Text.Say($"below {Amount(found.Outcome, found.Settings.Below!.Value)}",
            $"sous {Amount(found.Outcome, found.Settings.Below!.Value)}");

    private string Size(double value) => value == Math.Round(value) ? Text.Number(value, 0) : Text.Number(value);

    private string Unit(OutcomeColumn outcome) => IndicatorCatalog.Find(outcome.Indicator)!.Unit is var unit && unit == "accessibility"
        ? "" : Text.Say(unit, Units.French(unit));
}

/// <summary>Writes the figures of a read-out as SVG.</summary>
internal static class DiscoveryFigures
{
    /// <summary>Names of the figures of so many boxes and fronts.</summary>
    public static IEnumerable<string> FilesOf(int boxes, int fronts) => Enumerable.Range(1, boxes).Select(k => new Peeling(k).Id)
        .Concat(Enumerable.Range(1, fronts).Select(k => new CostEffectFront(k).Id)).Select(id => id + ".svg");

    /// <summary>Writes <c>peeling-N.svg</c> a box and <c>cost-effect-front-N.svg</c> a front, N from 1.</summary>
    public static void Write(Findings findings, string folder, ReportText text)
    {
        foreach ((int k, BoxFinding box) in findings.Boxes.Index().Where(b => b.Item.Box.AllCases > 0))
        {
            FigureFiles.Write([new Peeling(k + 1)], new DiscoveryContext(box, null, text, findings.Table.Captions), folder, "svg");
        }

        foreach ((int k, FrontFinding front) in findings.Fronts.Index())
        {
            var context = new DiscoveryContext(null, front, text, findings.Table.Captions);
            FigureFiles.Write([new CostEffectFront(k + 1)], context, folder, "svg");
        }
    }
}

/// <summary>Coverage and density of all boxes on the way.</summary>
internal sealed class Peeling(int number) : IFigure<DiscoveryContext>
{
    public string Id => FormattableString.Invariant($"peeling-{number}");

    public (string English, string French) Shows => (
        "Coverage and density of all boxes on the way to the one taken (PRIM's peeling trajectory).",
        "Couverture et densité de toutes les boîtes du parcours jusqu’à celle retenue (trajectoire de PRIM).");

    public bool Applies(DiscoveryContext context) => context.Box is not null;

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
            DiscoveryContext.Width, [panel]);
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
    public string Id => FormattableString.Invariant($"cost-effect-front-{number}");

    public (string English, string French) Shows => (
        "Cost against effect of every point: the front, what may be off it by chance, what is dominated.",
        "Coût et effet de chaque point\u00a0: le front, ce qui en est peut-être écarté par hasard, ce qui est dominé.");

    public bool Applies(DiscoveryContext context) => context.Front is { Points.Count: > 0 };

    public Chart Draw(DiscoveryContext context)
    {
        (FrontFinding found, ReportText text) = (context.Front!, context.Text);
        FrontPoint[] front = [.. found.Points.Where(p => p.Standing == Standing.Front).OrderBy(p => p.Cost.Mean)];
        int open = found.Points.Count(p => p.Standing == Standing.NotTold), beaten = found.Points.Count - front.Length - open;
        double[] nothing = found.Baseline is null ? [] : [0];
        Axis x = context.AxisOf(found.Effect, [.. nothing, .. found.Points.Select(p => p.Effect.Mean)]),
            y = context.AxisOf(found.Cost, [.. nothing, .. found.Points.Select(p => p.Cost.Mean)]) with { HasGrid = true };
        string[] scenarios = [.. found.Points.Select(p => p.Row.Scenario).Distinct()];
        string Colour(string scenario) => Palette.Scenarios[Array.IndexOf(scenarios, scenario) % Palette.Scenarios.Count];
        IEnumerable<Dot> Dots(Standing standing) => found.Points.Where(p => p.Standing == standing)
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
            text.Say($"Means over replications. Large: the front; hollow: off it perhaps by chance ({open}); pale: dominated beyond chance",
                $"Moyennes des réplications. Grands\u00a0: le front\u00a0; creux\u00a0: en dehors, peut-être par hasard ({open})\u00a0; "
                    + "pâles\u00a0: dominés au-delà du hasard"),
            text.Say("Scatter of cost against effect, with a line along the front.",
                "Nuage de coût et d’effet, avec une ligne le long du front."),
            DiscoveryContext.Width, [panel])
        {
            Key = Keys.Of(DiscoveryContext.Width - 8,
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
            return text.Say($"None of {all} points costs less or does more than the baseline; {beaten} are worse, beyond chance",
                $"Aucun des {all} points ne coûte moins ou ne fait plus que la référence\u00a0; {beaten} font pire, au-delà du hasard");
        }

        string cannot = front == 1 && !isOn ? "ne peut être amélioré" : "ne peuvent être améliorés";
        return text.Say(
            $"{(isOn ? "The baseline and " : "")}{front} of {all} points cannot be bettered in cost and effect at once; {beaten} can, "
                + "beyond chance",
            $"{(isOn ? "La référence et " : "")}{PointCount.Of(front)} sur {all} {cannot} à la fois en coût et en effet\u00a0; {beaten} le "
                + "peuvent, au-delà du hasard");
    }
}
