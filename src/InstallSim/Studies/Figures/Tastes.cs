using System.Text.Json.Nodes;
using InstallSim.Outputs;
using InstallSim.Reporting;
using InstallSim.Studies.Results;

namespace InstallSim.Studies.Figures;

/// <summary>How random coefficients vary over people: one density a coefficient.</summary>
internal sealed class Tastes : IStudyFigure
{
    private const int Points = 200;

    /// <inheritdoc/>
    public string Id => "tastes";

    /// <inheritdoc/>
    public bool Applies(StudyResult study) => Shapes(study).Count > 0;

    /// <inheritdoc/>
    public string Title(StudyFigureContext context)
    {
        RandomShape split = Shapes(context.Study).MinBy(s => Math.Abs(s.PositiveShare - 0.5))!;
        int more = StudyFigureContext.Percent(split.PositiveShare);
        return Math.Max(split.PositiveShare, 1 - split.PositiveShare) > 0.995
            ? context.Say("People agree on the sign of every coefficient, and differ in its size", "Tous s’accordent sur le signe de chaque coefficient, non sur sa taille")
            : context.Say(
                FormattableString.Invariant($"Opinions divide most on {split.Coefficient.Variable}: {more} % want more of it, {100 - more} % less"),
                FormattableString.Invariant($"{split.Coefficient.Variable} divise le plus : {more} % en veulent plus, {100 - more} % moins"));
    }

    /// <inheritdoc/>
    public string Subtitle(StudyFigureContext context) => context.Say(
        $"Density of each random coefficient over people at the estimates, {Unit(context)} a unit of the variable; each panel has its own scale; {context.Sample}",
        $"Densité de chaque coefficient aléatoire sur les personnes, aux estimations, en {Unit(context)} par unité ; échelle propre à chaque panneau ; {context.Sample}");

    /// <inheritdoc/>
    public string Description(StudyFigureContext context) => context.Say("Densities, one panel a coefficient: ", "Densités, un panneau par coefficient : ") + string.Join("; ", Shapes(context.Study).Select(s => context.Say(
        FormattableString.Invariant($"{s.Coefficient.Variable}, {Distribution(s)}, median {context.Number(s.Quantile(0.5))}, middle half {context.Number(s.Quantile(0.25))} to {context.Number(s.Quantile(0.75))}, {100 * s.PositiveShare:0} % above zero"),
        FormattableString.Invariant($"{s.Coefficient.Variable}, {Distribution(s)}, médiane {context.Number(s.Quantile(0.5))}, moitié centrale de {context.Number(s.Quantile(0.25))} à {context.Number(s.Quantile(0.75))}, {100 * s.PositiveShare:0} % au-dessus de zéro")))) + ".";

    /// <inheritdoc/>
    public JsonObject Draw(StudyFigureContext context)
    {
        List<RandomShape> shapes = Shapes(context.Study);
        int columns = PanelGrid.Columns(context, shapes.Count);
        return PanelGrid.Draw(columns, shapes.Select(shape => Panel(context, shape, PanelGrid.Width(context, columns))));
    }

    private static string Unit(StudyFigureContext context) => context.Study.Estimates.Model is Choice.Models.MixedLogit { Numeraire: { } numeraire }
        ? context.Say($"units of {numeraire}", $"unités de {numeraire}") : "utils";

    private static string Distribution(RandomShape shape) => Inputs.InputType.Kebab(shape.Coefficient.Distribution.ToString());

    private static List<RandomShape> Shapes(StudyResult study) => [.. RandomShape.Of(study.Estimates).Where(s => s.Quantile(0.75) > s.Quantile(0.25))];

    private static JsonObject Panel(StudyFigureContext context, RandomShape shape, double width)
    {
        int above = StudyFigureContext.Percent(shape.PositiveShare);
        string share = context.Say(FormattableString.Invariant($"{above} % above zero, {100 - above} % below"), FormattableString.Invariant($"{above} % au-dessus de zéro, {100 - above} % au-dessous"));
        JsonObject Area(string side, string colour) => Json.Object($$"""
            {"transform": [{"filter": {{side}} }],
             "mark": {"type": "area", "color": {{colour}}, "opacity": 0.3, "line": {"color": {{colour}} } },
             "encoding": {"x": {"field": "x", "type": "quantitative", "axis": {"title": null, "tickCount": 4}, "scale": {"zero": false, "nice": false} },
                          "y": {"field": "density", "type": "quantitative", "axis": null} } }
            """);
        return Json.Object($$"""
            {
              "title": {{PanelGrid.Title(shape.Coefficient.Variable, $"{Distribution(shape)}; {share}", width)}},
              "width": {{width}}, "height": 110,
              "data": {"values": {{Density(shape)}} },
              "layer": [{{Area("datum.x <= 0", Palette.Scenarios[1])}}, {{Area("datum.x >= 0", Palette.Scenarios[0])}},
                {"data": {"values": [{}]}, "mark": {"type": "rule", "color": {{Palette.Rule}} }, "encoding": {"x": {"datum": 0, "type": "quantitative"} } }]
            }
            """);
    }

    /// <summary>Density by the slope of the quantiles: f = Δshare / Δvalue.</summary>
    private static IEnumerable<JsonObject> Density(RandomShape shape)
    {
        double low = shape.Quantile(0.005);
        (double X, double Density)? before = null;
        for (int i = 1; i <= Points; i++)
        {
            double share = 0.005 + (0.99 * i / Points), high = shape.Quantile(share);
            if (high > low)
            {
                (double X, double Density) point = ((low + high) / 2, 0.99 / Points / (high - low));
                if (before is { X: < 0 } left && point.X > 0)
                    yield return Point(0, left.Density + ((point.Density - left.Density) * left.X / (left.X - point.X)));
                yield return Point(point.X, point.Density);
                before = point;
            }

            low = high;
        }
    }

    private static JsonObject Point(double x, double density) => Json.Object($$"""{"x": {{x}}, "density": {{density}} }""");
}
