using System.Text.Json.Nodes;
using InstallSim.Choice.Analysis;
using InstallSim.Reporting;

namespace InstallSim.Studies.Figures;

/// <summary>Whether the draws are enough: the log-likelihood against their number.</summary>
internal sealed class DrawNumbers : IStudyFigure
{
    /// <inheritdoc/>
    public string Id => "draw-stability";

    /// <inheritdoc/>
    public bool Applies(StudyResult study) => study.Stability is not null;

    /// <inheritdoc/>
    public string Title(StudyResult study)
    {
        DrawStability stability = study.Stability!;
        return FormattableString.Invariant(
            $"From {stability.Fits[^2].Draws} to {stability.Fits[^1].Draws} draws no estimate moves by more than {stability.LargestShift:0.00} standard errors{(stability.Warning is null ? "" : ": too few draws")}");
    }

    /// <inheritdoc/>
    public string Subtitle(StudyResult study) => FormattableString.Invariant(
        $"Log-likelihood at the estimates by number of draws a person; {study.Estimates.Situations} choices of {study.Estimates.Persons} people; no interval: the simulation error is what moves it");

    /// <inheritdoc/>
    public string Description(StudyResult study) => "A line of points: " + string.Join("; ", study.Stability!.Fits.Select(f => FormattableString.Invariant(
        $"{f.Draws} draws, log-likelihood {f.Fit.LogLikelihood:0.00}"))) + $". Coefficients: {string.Join(", ", study.Estimates.Parameters)}.";

    /// <inheritdoc/>
    public JsonObject Draw(StudyResult study)
    {
        var values = study.Stability!.Fits.Select(f => Json.Object($$"""{"draws": {{f.Draws}}, "fit": {{f.Fit.LogLikelihood}}, "text": {{FormattableString.Invariant($"{f.Fit.LogLikelihood:0.00}").Replace('-', '−')}} }"""));
        return Json.Object($$"""
            {
              "width": 600, "height": 220,
              "data": {"values": {{values}} },
              "encoding": {"x": {"field": "draws", "type": "quantitative", "scale": {"type": "log", "nice": false, "padding": 40},
                                 "axis": {"title": "draws a person (logarithmic)", "values": {{study.Stability.Fits.Select(f => (double)f.Draws)}}, "format": "~d"} },
                           "y": {"field": "fit", "type": "quantitative", "scale": {"zero": false, "padding": 20}, "axis": {"title": "log-likelihood", "tickCount": 4} } },
              "layer": [
                {"mark": {"type": "line", "color": {{Palette.Scenarios[0]}}, "strokeWidth": 2} },
                {"mark": {"type": "point", "filled": true, "size": 70, "opacity": 1, "color": {{Palette.Scenarios[0]}} } },
                {"mark": {"type": "text", "align": "left", "dx": 9, "dy": -6}, "encoding": {"text": {"field": "text"} } }
              ]
            }
            """);
    }
}
