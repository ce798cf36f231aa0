using System.Text.Json.Nodes;
using InstallSim.Charts;
using InstallSim.Reporting;

namespace InstallSim.Studies.Figures;

/// <summary>Every figure of a study.</summary>
public static class StudyFigureCatalog
{
    /// <summary>All figures.</summary>
    public static IReadOnlyList<IStudyFigure> All { get; } = [new Coefficients(), new Worth(), new Tastes(), new Individuals(), new DrawNumbers()];

    /// <summary>The whole Vega-Lite specification of a figure, as a file holds it.</summary>
    public static JsonObject Whole(IStudyFigure figure, StudyFigureContext context)
    {
        var spec = new JsonObject { ["$schema"] = FigureSpecification.Schema, ["description"] = figure.Description(context) };
        foreach (var (key, value) in figure.Draw(context).ToList())
            spec[key] = value?.DeepClone();
        spec["title"] = Json.Object($$"""
            {"text": {{Lettering.Wrap(Together(figure.Title(context)), context.Width - 8, FigureSpecification.TitleSize, isBold: true)}},
             "subtitle": {{Lettering.Wrap(Together(figure.Subtitle(context)), context.Width - 8, FigureSpecification.SubtitleSize)}}}
            """);
        spec["config"] = FigureSpecification.Config(context.Text);
        return spec;
    }

    /// <summary>Keeps numbers and their signs on one line.</summary>
    private static string Together(string text) => text.Replace(" %", "\u00a0%", StringComparison.Ordinal).Replace(" ;", "\u00a0;", StringComparison.Ordinal).Replace(" :", "\u00a0:", StringComparison.Ordinal).Replace("k€ a year", "k€\u00a0a\u00a0year", StringComparison.Ordinal);
}
