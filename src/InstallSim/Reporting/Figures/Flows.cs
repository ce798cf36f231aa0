using InstallSim.Charts;
using InstallSim.World;

namespace InstallSim.Reporting.Figures;

/// <summary>Who chose otherwise because of a policy: from where they would have been to where they are, as ribbons between kinds of
/// place.</summary>
internal sealed class Flows : IResultFigure
{
    private const int Steps = 24;
    private static readonly string[] Kinds = ["rural", "periurban", "urban", "locum", "salaried", "elsewhere"];

    private static readonly string[] Colours =
        [Palette.Areas[2], Palette.Areas[1], Palette.Areas[0], Palette.Baseline, Palette.Rule, Palette.Faint];

    public string Id => "flows";

    public (string English, string French) ShortName => ("Who goes elsewhere", "Qui va ailleurs");

    public (string English, string French) Shows => (
        "Who chose otherwise because of a policy: from kind of place to kind of place; the reader chooses the policy.",
        "Qui a choisi autrement à cause d’une mesure\u00a0: d’un type de lieu à un autre\u00a0; on choisit la mesure.");

    public FigureChoice Choice => FigureChoice.Scenario;

    public bool Applies(FigureContext context) => context.Results.Policies.Count > 0 && context.Results.Results.Moves.Count > 0;

    private static string Title(FigureContext context, List<Flow> flows)
    {
        if (flows.Count == 0)
        {
            return context.Say(
                $"Nobody chooses otherwise with {context.Quoted(context.Scenario)}",
                $"Personne ne choisit autrement avec {context.Quoted(context.Scenario)}");
        }

        double Gain(int kind) => flows.Where(f => f.To == kind).Sum(f => f.Count) - flows.Where(f => f.From == kind).Sum(f => f.Count);
        var net = Kinds.Select((_, kind) => (Kind: kind, Gain: Gain(kind))).ToList();
        var (most, least) = (net.MaxBy(n => n.Gain), net.MinBy(n => n.Gain));
        string size = Write(context, flows, flows.Sum(f => f.Count));
        string gain = $"{Label(context, most.Kind).ToLowerFirst()}\u00a0+{Write(context, flows, most.Gain)}, "
            + $"{Label(context, least.Kind).ToLowerFirst()}\u00a0{Write(context, flows, least.Gain)}";
        string balance = most.Gain < 0.05 ? "" : context.Say($"; on balance, {gain}", $"\u00a0; au total, {gain}");
        return context.Say(
            $"{size} GPs choose otherwise with {context.Quoted(context.Scenario)}{balance}",
            $"{size} généralistes choisissent autrement avec {context.Quoted(context.Scenario)}{balance}");
    }

    private static string Subtitle(FigureContext context) => context.Say(
        $"GPs by where they would be without the policy (left) and where they are with it (right) when the two first part, "
            + $"{context.FirstYear}–{context.LastYear}, {context.MeanOfReplications}",
        $"Généralistes selon l’endroit où ils seraient sans la mesure (à gauche) et où ils sont avec elle (à droite) à la première "
            + $"divergence, {context.FirstYear}–{context.LastYear}, {context.MeanOfReplications}")
        + Reached(context);

    /// <summary>How many an act of the policy reached itself; empty when nobody moves.</summary>
    private static string Reached(FigureContext context)
    {
        (double all, double reached) = context.Results.Moves(context.Scenario.Name)
            .Aggregate((All: 0.0, Reached: 0.0), (so, move) => (so.All + 1, so.Reached + (move.Policy.Length > 0 ? 1 : 0)));
        string share = context.Text.Percent(reached / all, 0), rest = context.Text.Percent(1 - (reached / all), 0);
        return all == 0
            ? ""
            : context.Say($". The policy itself reached {share} of them; {rest} are a consequence of the change for others",
            $". La mesure en a touché {share} elle-même\u00a0; {rest} sont une conséquence du changement pour les autres");
    }

    private static string Description(FigureContext context, List<Flow> flows) =>
        context.Say("Ribbons between kinds of place. Largest: ", "Rubans entre types de lieux. Les plus gros\u00a0: ")
        + context.Join(flows.OrderByDescending(f => f.Count).Take(6).Select(f => $"{Label(context, f)} {Write(context, flows, f.Count)}"))
            + ".";

    public Chart Draw(FigureContext context)
    {
        var flows = Count(context);
        // Kinds of place stand so far apart that their names do not touch.
        const double Height = 380;
        double gap = (((context.IsNarrow ? 2 : 1) * Lettering.LabelLine) + 1) / Height;
        double unit = (1 - ((Kinds.Length - 1) * gap)) / flows.Sum(f => f.Count);
        var left = Sides(flows, f => f.From, unit, gap);
        var right = Sides(flows, f => f.To, unit, gap);
        double side = left.Concat(right).Select(
            s => Lettering.WidthOfLines(Name(context, flows, s).Text, Lettering.LabelSize) + 16).DefaultIfEmpty(0).Max();
        double inner = context.Width - 8 - (2 * side);
        // Ribbons run from 0 to 1; words stand on both sides.
        var x = Axis.Hidden(-side / inner, 1 + (side / inner));
        var y = Axis.Hidden(1 + (gap / 2), -gap / 2);
        var panel = new Panel(x, y, flows.Count == 0 ? 40 : Height,
        [
            Mark.Of(Ribbons(context, flows, left, right, unit)),
            Mark.Of(left.Select(s => Node(s, -8 / inner, 0)).Concat(right.Select(s => Node(s, 1, 1 + (8 / inner))))),
            Mark.Of(Labels.Apart(left.Select(s => Name(context, flows, s) with { Anchor = Anchor.End, Dx = -13 }), y, Height)),
            Mark.Of(Labels.Apart(right.Select(s => Name(context, flows, s) with { X = 1, Anchor = Anchor.Start, Dx = 13 }), y, Height)),
        ]);
        return new Chart(Title(context, flows), Subtitle(context), Description(context, flows), context.Width, [panel]);
    }

    private static IEnumerable<Band> Ribbons(FigureContext context, List<Flow> flows, List<Side> left, List<Side> right, double unit)
    {
        var fromTop = left.ToDictionary(s => s.Kind, s => s.Top);
        var toTop = right.ToDictionary(s => s.Kind, s => s.Top);
        foreach (var flow in flows)
        {
            double from = fromTop[flow.From], to = toTop[flow.To], thick = flow.Count * unit;
            fromTop[flow.From] += thick;
            toTop[flow.To] += thick;
            yield return new Band(
                [.. Enumerable.Range(0, Steps + 1).Select(i => At((double)i / Steps, from, to, thick))], Colours[flow.From])
            {
                Opacity = 0.45,
                Tip = context.Tip(
                    (context.Say("From → to", "De → vers"), Label(context, flow)),
                    (context.Say("GPs", "Généralistes"), Write(context, flows, flow.Count))),
            };
        }

        static Span At(double x, double from, double to, double thick)
        {
            double top = from + (x * x * (3 - (2 * x)) * (to - from));
            return new Span(x, top + thick, top);
        }
    }

    private static Box Node(Side side, double left, double right) => new(left, right, side.Top + side.Height, side.Top, Colours[side.Kind]);

    private static Label Name(FigureContext context, List<Flow> flows, Side side) =>
        new(0, side.Top + (side.Height / 2),
            Label(context, side.Kind) + (context.IsNarrow ? "\n" : " ") + Write(context, flows, side.Count));

    /// <summary>A number of physicians, all of a figure with the same decimals: none where all together are a hundred.</summary>
    private static string Write(FigureContext context, List<Flow> flows, double count) =>
        context.Text.Number(count, flows.Sum(f => f.Count) switch { >= 100 => 0, >= 10 => 1, _ => 2 });

    /// <summary>The kinds of place on one side, below one another.</summary>
    /// <param name="flows">Who goes where.</param>
    /// <param name="side">From or to.</param>
    /// <param name="unit">Height of one physician: all of them and the gaps between the six kinds fill the figure.</param>
    /// <param name="gap">Height between two kinds.</param>
    private static List<Side> Sides(List<Flow> flows, Func<Flow, int> side, double unit, double gap)
    {
        double top = 0;
        var sides = new List<Side>();
        foreach (var group in flows.GroupBy(side).OrderBy(g => g.Key))
        {
            double count = group.Sum(f => f.Count), height = count * unit;
            sides.Add(new Side(group.Key, top, height, count));
            top += height + gap;
        }

        return sides;
    }

    /// <summary>Physicians by kind of origin and destination, mean a replication.</summary>
    private static List<Flow> Count(FigureContext context)
    {
        var areas = context.Results.Results.Places.ToDictionary(p => p.Code, p => p.Area, StringComparer.Ordinal);
        return [.. context.Results.Moves(context.Scenario.Name)
            .CountBy(m => (From: Kind(areas, m.From), To: Kind(areas, m.To))).OrderBy(count => count.Key) // millions: not grouped
            .Select(count => new Flow(
                count.Key.From, count.Key.To, (double)count.Value / Math.Max(1, context.Results.Manifest.Replications)))];
    }

    private static int Kind(Dictionary<string, AreaType> areas, string place) => areas.TryGetValue(place, out var area)
        ? area switch { AreaType.Rural => 0, AreaType.Periurban => 1, _ => 2 }
        : place switch { "locum" => 3, "salaried" => 4, _ => 5 };

    private static string Label(FigureContext context, Flow flow) => $"{Label(context, flow.From)} → {Label(context, flow.To)}";

    private static string Label(FigureContext context, int kind) => Kinds[kind] switch
    {
        "rural" => context.Say("Rural", "Rural"),
        "periurban" => context.Say("Periurban", "Périurbain"),
        "urban" => context.Say("Urban", "Urbain"),
        "locum" => context.Say("Locum", "Remplaçant"),
        "salaried" => context.Say("Salaried", "Salarié"),
        _ => context.Say("Elsewhere or left", "Ailleurs ou parti"),
    };

    /// <summary>Physicians who go from one kind of place to another.</summary>
    private sealed record Flow(int From, int To, double Count);

    /// <summary>All physicians of a kind of place on one side.</summary>
    private sealed record Side(int Kind, double Top, double Height, double Count);
}
