using System.Text.Json.Nodes;
using InstallSim.Charts;
using InstallSim.Reporting;

namespace InstallSim.Studies.Figures;

/// <summary>Panels of one size in rows, one a coefficient.</summary>
internal static class PanelGrid
{
    private const double Gap = 30;

    /// <summary>Columns: one when narrow, else three, or two where that leaves no lone panel.</summary>
    public static int Columns(StudyFigureContext context, int panels) => context.IsNarrow ? 1 : panels is 1 or 2 or 4 ? Math.Min(panels, 2) : 3;

    /// <summary>Width of a panel.</summary>
    public static double Width(StudyFigureContext context, int columns) => Math.Min(520, ((context.Width - 16) / (double)columns) - Gap);

    /// <summary>The panels.</summary>
    public static JsonObject Draw(int columns, IEnumerable<JsonObject> panels) => Json.Object($$"""
        {"columns": {{columns}}, "spacing": {"row": 84, "column": {{Gap}} }, "bounds": "flush", "concat": {{panels}} }
        """);

    /// <summary>The title of a panel.</summary>
    public static JsonObject Title(string text, string subtitle, double width) => Json.Object($$"""
        {"text": {{Lettering.Wrap(text, width, 13, isBold: true)}}, "subtitle": {{Lettering.Wrap(subtitle, width, 12)}}, "frame": "group", "fontSize": 13, "subtitleFontSize": 12, "lineHeight": 16, "subtitleLineHeight": 15, "subtitlePadding": 3, "offset": 8}
        """);
}
