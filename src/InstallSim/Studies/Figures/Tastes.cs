using System.Text.Json.Nodes;
using InstallSim.Reporting;

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
    public string Title(StudyResult study)
    {
        RandomShape split = Shapes(study).MinBy(s => Math.Abs(s.PositiveShare - 0.5))!;
        double share = Math.Max(split.PositiveShare, 1 - split.PositiveShare);
        return share > 0.995
            ? "People agree on the sign of every coefficient, and differ in its size"
            : FormattableString.Invariant($"Opinions divide most on {split.Coefficient.Variable}: {100 * split.PositiveShare:0} % want more of it, {100 * (1 - split.PositiveShare):0} % less");
    }

    /// <inheritdoc/>
    public string Subtitle(StudyResult study) => FormattableString.Invariant(
        $"Density of each random coefficient over people at the estimates (utils by unit of the variable, horizontal; each panel has its own scales); {study.Estimates.Persons} people");

    /// <inheritdoc/>
    public string Description(StudyResult study) => "Densities, one panel a coefficient: " + string.Join("; ", Shapes(study).Select(s => FormattableString.Invariant(
        $"{s.Coefficient.Variable}, {Distribution(s)}, median {ParameterRow.Text(s.Quantile(0.5))}, middle half {ParameterRow.Text(s.Quantile(0.25))} to {ParameterRow.Text(s.Quantile(0.75))}, {100 * s.PositiveShare:0} % above zero"))) + ".";

    /// <inheritdoc/>
    public JsonObject Draw(StudyResult study) => Json.Object($$"""
        {
          "columns": 3, "spacing": {"row": 80, "column": 26}, "bounds": "flush",
          "concat": {{Shapes(study).Select(Panel)}}
        }
        """);

    private static string Distribution(RandomShape shape) => Inputs.InputType.Kebab(shape.Coefficient.Distribution.ToString());

    private static List<RandomShape> Shapes(StudyResult study) => [.. RandomShape.Of(study.Estimates).Where(s => s.Quantile(0.75) > s.Quantile(0.25))];

    private static JsonObject Panel(RandomShape shape) => Json.Object($$"""
        {
          "title": {"text": {{Lettering.Wrap(shape.Coefficient.Variable, 215, 13, semibold: true)}},
                    "subtitle": {{FormattableString.Invariant($"{Distribution(shape)}; {100 * shape.PositiveShare:0} % above zero")}}, "frame": "group", "fontSize": 13, "subtitlePadding": 3, "offset": 8},
          "width": 215, "height": 120,
          "data": {"values": {{Density(shape)}} },
          "layer": [
            {"mark": {"type": "area", "color": {{Palette.Scenarios[0]}}, "opacity": 0.25, "line": {"color": {{Palette.Scenarios[0]}} } },
             "encoding": {"x": {"field": "x", "type": "quantitative", "axis": {"title": null, "tickCount": 4}, "scale": {"zero": false, "nice": false} },
                          "y": {"field": "density", "type": "quantitative", "axis": null} } },
            {"mark": {"type": "rule", "color": {{Palette.Rule}} }, "encoding": {"x": {"datum": 0, "type": "quantitative"} } }
          ]
        }
        """);

    /// <summary>Density by the slope of the quantiles: f = Δshare / Δvalue.</summary>
    private static IEnumerable<JsonObject> Density(RandomShape shape)
    {
        double low = shape.Quantile(0.005);
        for (int i = 1; i <= Points; i++)
        {
            double share = 0.005 + (0.99 * i / Points), high = shape.Quantile(share);
            if (high > low)
                yield return Json.Object($$"""{"x": {{(low + high) / 2}}, "density": {{0.99 / Points / (high - low)}} }""");
            low = high;
        }
    }
}
