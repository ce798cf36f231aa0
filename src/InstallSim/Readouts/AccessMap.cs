using InstallSim.Accessibility;
using InstallSim.Charts;
using InstallSim.Outputs;
using InstallSim.Reporting.Contours;
using InstallSim.Reporting.Maps;
using InstallSim.Results;
using InstallSim.Territories;
using InstallSim.World;

namespace InstallSim.Readouts;

/// <summary>What a figure of accessibility is drawn from and for.</summary>
/// <param name="Result">What was measured.</param>
/// <param name="Text">Language.</param>
/// <param name="Width">Width, pixels.</param>
internal sealed record AccessContext(AccessResult Result, ReportText Text, double Width = 760);

/// <summary>Accessibility by territory: contours where there are any, else circles as large as their population.</summary>
internal sealed class AccessMap : IFigure<AccessContext>
{
    private const double Tallest = 620, LargestCircle = 60;

    private static readonly double[] Multiples = [0.6, 1, 1.4, 1.8], Fifths = [0.2, 0.4, 0.6, 0.8];

    public string Id => "accessibility-map";

    public (string English, string French) Shows => ("Accessibility by territory.", "Accessibilité par territoire.");

    public bool Applies(AccessContext context) => context.Result.Table.Count > 0;

    public Chart Draw(AccessContext context)
    {
        (AccessResult result, ReportText text, double width) = context;
        TerritoryTable table = result.Table;
        var contours = result.Source.Territories is { Shapes: { } shapes, ShapesKey: { } key }
            ? ShapeRings.Read(shapes, key, table.Code)
            : new Dictionary<string, IReadOnlyList<double[]>>();
        var geometry = new MapGeometry([.. Enumerable.Range(0, table.Count).Select(i => PlaceOf(table, i))], contours);
        double wide = Math.Floor(Math.Min(width - (2 * ChartLayout.Margin), Tallest / geometry.Ratio));
        double[] breaks = Breaks(result);
        string Colour(int i) => table.Population[i] == 0 ? Palette.Faint : Palette.Level[breaks.Count(b => result.Accessibility[i] >= b)];
        string Tip(int i) => $"{text.Say("Territory", "Territoire")}{text.Say(":", "\u00a0:")} {table.Name[i]}\n"
            + $"{text.Say("Accessibility", "Accessibilité")}{text.Say(":", "\u00a0:")} {text.Number(result.Accessibility[i], 2)}";
        double most = Math.Max(1, table.Population.Max());
        Mark map = contours.Count > 0
            ? Mark.Of(Enumerable.Range(0, table.Count).Where(i => contours.ContainsKey(table.Code[i]))
                .Select(i => new Shape(geometry.Contours[table.Code[i]], Colour(i)) { Tip = Tip(i) }))
            : Mark.Of(Enumerable.Range(0, table.Count).OrderByDescending(i => table.Population[i])
                .Select(i => new Dot(geometry.Points[table.Code[i]].X, geometry.Points[table.Code[i]].Y, Colour(i))
                {
                    Diameter = Math.Round(Math.Max(3, LargestCircle * Math.Sqrt(table.Population[i] / most)), 1),
                    Tip = Tip(i),
                }));
        var panel = new Panel(Axis.Hidden(0, MapGeometry.Units), Axis.Hidden(MapGeometry.Units * geometry.Ratio, 0),
            Math.Round(wide * geometry.Ratio), [map])
        {
            Width = wide,
        };
        return new Chart(Title(result, text), Subtitle(result, text, contours.Count > 0), Description(result, text), width, [panel])
        {
            Key = MapPanel.Key(AccessText.Unit(result, text), breaks, Palette.Level, ("", ""), wide, text.Tick),
            Note = contours.Count > 0 ? Credit(table, text) : "",
        };
    }

    /// <summary>Multiples of the under-dense line, which is the second, as on maps of a report; else fifths of the inhabitants.</summary>
    internal static double[] Breaks(AccessResult result) => result.Source.Line is > 0 and { } line
        ? [.. Multiples.Select(m => Math.Round(m * line, 2))]
        : [.. Fifths.Select(share => Inequality.Quantile(result.Accessibility, result.Table.Population, share))];

    private static string Title(AccessResult result, ReportText text)
    {
        double ratio = Inequality.TopToBottom(result.Accessibility, result.Table.Population);
        string shown = text.Number(ratio, 1);
        return result.Source.Line is { } line
            ? Inequality.ShareBelow(result.Accessibility, result.Table.Population, line) is var share
                ? text.Say($"{text.Percent(share)} of people live in an under-dense territory",
                    $"{text.Percent(share)} de la population vit en territoire sous-dense")
                : ""
            : double.IsFinite(ratio)
                ? text.Say($"The best-served tenth of people reach {shown} times what the worst-served tenth reach",
                    $"Le dixième le mieux doté atteint {shown} fois ce qu’atteint le dixième le moins bien doté")
                : text.Say("A tenth of people reach nothing", "Un dixième de la population n’atteint rien");
    }

    private static string Subtitle(AccessResult result, ReportText text, bool hasContours)
    {
        string form = hasContours ? "" : text.Say("Circles as large as their population. ", "Cercles proportionnels à la population. ");
        string classes = result.Source.Line is { } line
            ? text.Say($"Under-dense: below {text.Number(line)} (both oranges)",
                $"Sous-dense\u00a0: moins de {text.Number(line)} (les deux orangés)")
            : text.Say("Each colour: a fifth of the inhabitants", "Chaque couleur\u00a0: un cinquième des habitants");
        return $"{form}{AccessText.Metric(result, text)}, {AccessText.Unit(result, text)}. {classes}";
    }

    private static string Description(AccessResult result, ReportText text)
    {
        string lowest = text.List([.. AccessText.Lowest(result).Take(5)
            .Select(i => $"{result.Table.Name[i]} ({text.Number(result.Accessibility[i], 2)})")]);
        return text.Say($"Map of {result.Table.Count} territories. Lowest accessibility: {lowest}.",
            $"Carte de {result.Table.Count} territoires. Accessibilité la plus faible\u00a0: {lowest}.");
    }

    private static string Credit(TerritoryTable table, ReportText text)
    {
        Provenance? shapes = table.Provenance.FirstOrDefault(p => p.Variable == "shapes");
        string credit = shapes?.Attribution ?? (shapes is null || shapes.Licence.Length == 0 ? shapes?.Source ?? ""
            : $"{shapes.Source} ({shapes.Licence})");
        return credit.Length == 0 ? "" : text.Say("Contours: ", "Contours\u00a0: ") + credit;
    }

    private static PlaceRow PlaceOf(TerritoryTable t, int i) => new(
        t.Code[i], t.Name[i], t.Latitude[i], t.Longitude[i], t.Population[i], t.Area[i], t.Departement[i], t.Region[i]);
}
