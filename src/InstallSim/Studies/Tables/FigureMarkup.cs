using InstallSim.Charts.Files;
using InstallSim.Inputs;
using InstallSim.Outputs;

namespace InstallSim.Studies.Tables;

/// <summary>Figures on the pages of studies, and what is told of those that could not be drawn.</summary>
internal static class FigureMarkup
{
    /// <summary>What to tell of the figures that are lost, one warning each.</summary>
    public static IReadOnlyList<Words> Lost(EachFigure figures) => [.. figures.Lost.Select(lost => new Words(
        $"the figure '{lost.Id}' could not be drawn ({lost.Reason}); all results stand",
        $"la figure «\u00a0{lost.Id}\u00a0» n’a pas pu être dessinée ({lost.Reason})\u00a0; tous les résultats restent valables"))];

    /// <summary>The figures of a page, and which could not be drawn.</summary>
    public static Markup Of(EachFigure figures, string folder, ReportText t) => Html.Join(Lost(figures)
        .Select(lost => Html.Of($"<p class=\"warning\">{t.Say(lost.English, lost.French)}</p>\n"))
        .Concat(figures.Drawn.Select(f =>
        {
            string picture = Convert.ToBase64String(File.ReadAllBytes(Path.Combine(folder, f.Id + ".svg")));
            return Html.Of($"<p><img alt=\"{f.Chart.Title}. {f.Chart.Description}\" src=\"data:image/svg+xml;base64,{picture}\"></p>\n");
        })));
}
