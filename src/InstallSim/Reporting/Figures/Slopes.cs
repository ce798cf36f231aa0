using InstallSim.Charts;
using InstallSim.Reporting.Maps;
using InstallSim.Results;

namespace InstallSim.Reporting.Figures;

/// <summary>Each territory before and after: accessibility at the start and at the last year, joined by a line.</summary>
internal sealed class Slopes : IResultFigure
{
    private const int MostLines = 150, MostNames = 8;
    private const double Height = 440, NarrowRoom = 120, WideRoom = 268;

    public string Id => "slopes";

    public (string English, string French) ShortName => ("Territory by territory", "Territoire par territoire");

    public (string English, string French) Shows => (
        "Each territory at the start and at the last year, joined by a line; the most populous that cross the threshold are named; "
            + "the reader chooses the policy.",
        "Chaque territoire au départ et la dernière année, reliés par un trait\u00a0; les plus peuplés de ceux qui passent "
            + "le seuil sont nommés\u00a0; on choisit la mesure.");

    public FigureChoice Choice => FigureChoice.Scenario;

    public bool Applies(FigureContext context) =>
        MapPanel.Applies(context.Results) && context.Results.Years.Count > 1 && All(context, context.Scenario).Any();

    private static string Title(FigureContext context)
    {
        var (up, down) = Crossings(context, context.Scenario);
        bool isReference = context.Scenario.Name == context.Results.Reference.Name;
        string with = isReference ? context.WithoutNewPolicy
            : context.Say($" with {context.Quoted(context.Scenario)}", $" avec {context.Quoted(context.Scenario)}");
        var (upWithout, downWithout) = Crossings(context, context.Results.Reference);
        string without = isReference ? "" : context.Say(
            $"; without it {downWithout} and {upWithout}", $"\u00a0; sans nouvelle mesure, {downWithout} et {upWithout}");
        string become = context.Many(
            down, "territory becomes", "territories become", "territoire devient sous-dense", "territoires deviennent sous-denses");
        return context.Say(
            $"{become} under-dense from {context.FirstYear} to {context.LastYear}{with} and {up} cease{(up == 1 ? "s" : "")} to "
                + $"be{without}",
            $"{become} de {context.FirstYear} à {context.LastYear}{with} et {up} {(up < 2 ? "cesse" : "cessent")} de l’être{without}");
    }

    private static string Subtitle(FigureContext context)
    {
        string all = context.Text.Number(context.Results.Results.Places.Count, 0);
        string some = context.Results.Results.Places.Count <= MostLines ? ""
            : context.Say($" The {MostLines} most populous of {all}.", $" Les {MostLines} plus peuplés sur {all}.");
        Slope[] crossing = [.. Drawn(context, context.Scenario).Where(t => t.Crossing != 0)];
        int named = Named(crossing).Count;
        string names = named == crossing.Length ? "" : context.Say(
            $" Named: {named} of the {crossing.Length} that cross, the most populous of each colour.",
            $" Nommés\u00a0: {named} des {crossing.Length} qui le franchissent, les plus peuplés de chaque couleur.");
        return context.Say(
            $"Accessibility by territory, {context.AccessibilityUnit()}, {context.MeanOfReplications}. Green: crosses the line of "
                + $"under-density upwards; orange: downwards.{names}{some}",
            $"Accessibilité par territoire, {context.AccessibilityUnit()}, {context.MeanOfReplications}. Vert\u00a0: franchit le "
                + $"seuil de sous-densité vers le haut\u00a0; orangé\u00a0: vers le bas.{names}{some}");
    }

    private static string Description(FigureContext context) =>
        context.Say(
            "One line a territory. Most populous that cross the threshold: ",
            "Une ligne par territoire. Les plus peuplés qui franchissent le seuil\u00a0: ")
        + context.Join(Named(All(context, context.Scenario))
            .Select(t => $"{t.Place.Name} {context.Text.Number(t.Before, 2)} → {context.Text.Number(t.After, 2)}")) + ".";

    public Chart Draw(FigureContext context)
    {
        var scenarios = context.Results.Manifest.Scenarios.Append(context.Scenario);
        var levels = scenarios.SelectMany(s => Drawn(context, s)).SelectMany(t => (double[])[t.Before, t.After]);
        var y = Axis.Around(levels, 6, context.Text.Tick) with { HasGrid = true };
        double years = context.LastYear - context.FirstYear, threshold = context.Results.Manifest.UnderDenseBelow;
        var x = new Axis(context.FirstYear - ((context.IsNarrow ? 0.06 : 0.28) * years), context.LastYear + (0.12 * years))
        {
            Ticks = Axis.Years(context.FirstYear, context.LastYear, [context.FirstYear, context.LastYear]).Ticks,
        };
        var lines = Drawn(context, context.Scenario).OrderBy(t => t.Crossing != 0).ToList();
        var names = Names(context, lines, x.To, y);
        var panel = new Panel(x, y, Height,
        [
            Mark.Of(lines.Select(t => new Line([new(context.FirstYear, t.Before), new(context.LastYear, t.After)], t.Colour)
            {
                Thickness = t.Crossing == 0 ? 1 : 2,
                Opacity = t.Crossing == 0 ? 0.6 : 0.9,
                Tip = Tip(context, t),
            })),
            Mark.Of(
                lines.SelectMany(t => (Dot[])[Dot(context, t, context.FirstYear, t.Before), Dot(context, t, context.LastYear, t.After)])),
            Mark.One(new Segment(threshold, x.From, x.To, Palette.Ink) { Thickness = 1, IsDashed = true }),
            Mark.One(Threshold(context, x)),
            Mark.Of(names.Select(n => new Line([new(context.LastYear + (0.02 * years), n.Y), new(x.To, Moved(n, y))], n.Colour)
            {
                Thickness = 1,
                Opacity = 0.6,
            })),
            Mark.Of(names),
        ])
        {
            RoomRight = context.IsNarrow ? NarrowRoom : WideRoom,
        };
        return new Chart(Title(context), Subtitle(context), Description(context), context.Width, [panel]);
    }

    private static Dot Dot(FigureContext context, Slope t, int year, double level) =>
        new(year, level, t.Colour) { Diameter = 5, Tip = Tip(context, t) };

    /// <summary>The words of the line of under-density: where no slope runs if there is room.</summary>
    private static Label Threshold(FigureContext context, Axis x) =>
        new(
            context.IsNarrow ? (context.FirstYear + context.LastYear) / 2.0 : x.From, context.Results.Manifest.UnderDenseBelow,
            context.Say("under-dense ↓", "sous-dense ↓"))
        {
            Anchor = context.IsNarrow ? Anchor.Middle : Anchor.Start,
            Dy = 10,
            HasHalo = true,
        };

    /// <summary>Names on the right, at heights where they do not touch.</summary>
    private static List<Label> Names(FigureContext context, List<Slope> lines, double right, Axis y)
    {
        var names = Named(lines).Select(t => new Label(right, t.After, Words(context, t), t.Colour) { Anchor = Anchor.Start, Dx = 5 });
        return [.. Labels.Apart(names, y, Height)];
    }

    /// <summary>Name and level, the name cut so that both fit: on one line, or on three where there is little room.</summary>
    private static string Words(FigureContext context, Slope t)
    {
        string name = PlaceNames.Short(t.Place.Name), level = context.Text.Number(t.After, 2);
        double room = (context.IsNarrow ? NarrowRoom : WideRoom) - 8;
        for (double limit = 3 * room; ; limit -= 8)
        {
            var lines = Lettering.Wrap($"{Lettering.Cut(name, limit, Lettering.LabelSize)} {level}", room, Lettering.LabelSize);
            if (lines.Count <= (context.IsNarrow ? 3 : 1) || limit < 16)
            {
                return string.Join('\n', lines);
            }
        }
    }

    /// <summary>Where the words of a label stand, in the unit of the axis.</summary>
    private static double Moved(Label label, Axis y) => label.Y - (label.Dy * (y.To - y.From) / Height);

    private static string Tip(FigureContext context, Slope t) => context.Tip(
        (context.Say("Territory", "Territoire"), t.Place.Name),
        ($"{context.FirstYear}", context.Text.Number(t.Before, 2)),
        ($"{context.LastYear}", context.Text.Number(t.After, 2)));

    /// <summary>The most populous territories that cross, as many of those that go up as of those that go down where there are.</summary>
    private static List<Slope> Named(IEnumerable<Slope> lines)
    {
        var sides = lines.Where(t => t.Crossing != 0).OrderByDescending(t => t.Place.Population).ToLookup(t => t.Crossing);
        int up = sides[1].Count(), down = sides[-1].Count(), most = Math.Max(MostNames / 2, MostNames - down);
        return [.. sides[1].Take(most), .. sides[-1].Take(MostNames - Math.Min(up, most))];
    }

    private static List<Slope> Drawn(FigureContext context, ScenarioInfo scenario) =>
        [.. All(context, scenario).OrderByDescending(t => t.Place.Population).Take(MostLines)];

    private static (int Up, int Down) Crossings(FigureContext context, ScenarioInfo scenario)
    {
        int[] all = [.. All(context, scenario).Select(t => t.Crossing)];
        return (all.Count(c => c > 0), all.Count(c => c < 0));
    }

    private static IEnumerable<Slope> All(FigureContext context, ScenarioInfo scenario) =>
        context.Results.Results.Places
            .Zip(context.Results.Accessibility(context.Results.Reference.Name, context.FirstYear),
                context.Results.Accessibility(scenario.Name, context.LastYear))
            .Where(t => double.IsFinite(t.Second) && double.IsFinite(t.Third))
            .Select(t => new Slope(t.First, t.Second, t.Third, Crossing(t.Second, t.Third, context.Results.Manifest.UnderDenseBelow)));

    private static int Crossing(double before, double after, double threshold) =>
        before < threshold && after >= threshold ? 1 : before >= threshold && after < threshold ? -1 : 0;

    private sealed record Slope(PlaceRow Place, double Before, double After, int Crossing)
    {
        public string Colour => Crossing > 0 ? Palette.Good : Crossing < 0 ? Palette.Bad : Palette.Faint;
    }
}
