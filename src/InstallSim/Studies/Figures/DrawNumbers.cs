using System.Text.Json.Nodes;
using InstallSim.Choice.Analysis;
using InstallSim.Outputs;
using InstallSim.Reporting;
using InstallSim.Studies.Results;

namespace InstallSim.Studies.Figures;

/// <summary>Whether the draws are enough: how far each estimate stands from that with all draws, by their number.</summary>
internal sealed class DrawNumbers : IStudyFigure
{
    private const double Limit = 0.25;

    /// <inheritdoc/>
    public string Id => "draw-stability";

    /// <inheritdoc/>
    public bool Applies(StudyResult study) => study.Stability is not null;

    /// <inheritdoc/>
    public string Title(StudyFigureContext context)
    {
        DrawStability stability = context.Study.Stability!;
        (int from, int to, string shift) = (stability.Fits[^2].Draws, stability.Fits[^1].Draws, context.Brief(Math.Round(stability.LargestShift, 2)));
        return context.Say($"From {from} to {to} draws no estimate moves by more than {shift} standard errors", $"De {from} à {to} tirages, aucune estimation ne bouge de plus de {shift} erreur type")
            + (stability.Warning is null ? "" : context.Say(": too few draws", " : trop peu de tirages"));
    }

    /// <inheritdoc/>
    public string Subtitle(StudyFigureContext context) => context.Say(
        $"Estimates with fewer draws a person less those with all, in standard errors, one line a parameter; {context.Sample}; shaded: too small to matter",
        $"Estimations avec moins de tirages par personne moins celles avec tous, en erreurs types, une ligne par paramètre ; {context.Sample} ; bande : trop peu pour compter");

    /// <inheritdoc/>
    public string Description(StudyFigureContext context) => context.Say("Lines, one a parameter: ", "Lignes, une par paramètre : ") + string.Join("; ", Names(context).Select(name =>
        $"{name} " + string.Join(", ", Shifts(context, name).Select(s => FormattableString.Invariant($"{s.Draws}: ") + context.Number(s.Shift))))) + ".";

    /// <inheritdoc/>
    public JsonObject Draw(StudyFigureContext context)
    {
        var fits = context.Study.Stability!.Fits;
        // The one that the title speaks of: it moves most from the last number but one.
        string worst = Names(context).MaxBy(name => Math.Abs(Shifts(context, name).ElementAt(fits.Count - 2).Shift))!;
        var at = Shifts(context, worst).ElementAt(fits.Count - 2);
        double largest = Names(context).Max(name => Shifts(context, name).Max(s => Math.Abs(s.Shift)));
        var values = Names(context).SelectMany(name => Shifts(context, name).Select(s => Json.Object($$"""{"name": {{name}}, "draws": {{s.Draws}}, "shift": {{s.Shift}}, "worst": {{name == worst}} }""")));
        double reach = Math.Max(0.3, 1.15 * largest);
        return Json.Object($$"""
            {
              "width": {{context.Width - 70}}, "height": 220,
              "data": {"values": {{values}} },
              "encoding": {"x": {"field": "draws", "type": "quantitative", "scale": {"type": "log", "nice": false, "padding": 24},
                                 "axis": {"title": {{context.Say("draws a person", "tirages par personne")}}, "values": {{fits.Select(f => (double)f.Draws)}}, "format": "~d"} } },
              "layer": [
                {"data": {"values": [{"low": {{-Limit}}, "high": {{Limit}} }]}, "mark": {"type": "rect", "color": {{Palette.Grid}}, "opacity": 0.6},
                 "encoding": {"x": {"value": 0}, "x2": {"value": "width"}, "y": {"field": "low", "type": "quantitative"}, "y2": {"field": "high"} } },
                {"mark": {"type": "line", "strokeWidth": 2, "point": {"filled": true, "size": 45} },
                 "encoding": {"y": {"field": "shift", "type": "quantitative", "scale": {"domain": [{{-reach}}, {{reach}}]}, "axis": {"title": {{context.Say("standard errors", "erreurs types")}}, "tickCount": 5} },
                              "detail": {"field": "name"}, "color": {"condition": {"test": "datum.worst", "value": {{Palette.Scenarios[0]}} }, "value": {{Palette.Rule}} }, "tooltip": [{"field": "name"}, {"field": "shift", "format": ".2f"}] } },
                {"data": {"values": [{"draws": {{at.Draws}}, "shift": {{at.Shift}}, "name": {{worst}} }]},
                 "mark": {"type": "text", "align": {{(at.Draws == fits[0].Draws ? "left" : "center")}}, "dx": {{(at.Draws == fits[0].Draws ? 8 : 0)}}, "dy": {{(at.Shift > 0 ? -12 : 12)}}, "fontWeight": 600, "color": {{Palette.Scenarios[0]}} },
                 "encoding": {"y": {"field": "shift", "type": "quantitative"}, "text": {"field": "name"} } }
              ]
            }
            """);
    }

    /// <summary>Parameters whose standard error is known.</summary>
    private static IEnumerable<string> Names(StudyFigureContext context)
    {
        double[] se = context.Study.Stability!.Fits[^1].Fit.StandardErrors();
        return context.Estimates.Parameters.Where((_, k) => se[k] > 0);
    }

    /// <summary>By number of draws: (|estimate| − |estimate with all|)/standard error, so that a standard deviation's sign plays no part.</summary>
    private static IEnumerable<(int Draws, double Shift)> Shifts(StudyFigureContext context, string name)
    {
        var fits = context.Study.Stability!.Fits;
        int k = fits[^1].Fit.IndexOf(name);
        double all = Math.Abs(fits[^1].Fit.Estimates[k]), se = fits[^1].Fit.StandardErrors()[k];
        return fits.Select(f => (f.Draws, (Math.Abs(f.Fit.Estimates[k]) - all) / se));
    }
}
