using InstallSim.Outputs;

namespace InstallSim.Reporting.Page;

/// <summary>A place on the page for each figure, with its words; the script draws into it.</summary>
internal static class FiguresSection
{
    /// <summary>All figures that the results can fill.</summary>
    public static Markup Write(ResultIndex index) => Html.Join(FigureCatalog.For(new FigureContext(index, ReportText.English)).Select(f => Write(index, f)));

    private static Markup Write(ResultIndex index, IResultFigure figure)
    {
        var charts = ReportText.All.ToDictionary(t => t.Language, t => figure.Draw(new FigureContext(index, t)));
        return Html.Of($"""
        <figure id="figure-{figure.Id}" data-figure="{figure.Id}">
        <h3 data-part="title">{Html.Both("span", t => Html.Of($"{charts[t.Language].Title}"))}</h3>
        <p class="subtitle" data-part="subtitle">{Html.Both("span", t => Html.Of($"{charts[t.Language].Subtitle}"))}</p>
        <div class="controls"></div>
        <div class="chart" role="img" aria-label="{charts["en"].Description}"></div>
        <figcaption>
        <details class="save"><summary>{Html.Words("Save or read as text", "Enregistrer ou lire en texte")}</summary>
        <p><button type="button" data-save="svg">SVG</button><button type="button" data-save="png">PNG</button><button type="button" data-save="json">Vega-Lite</button><button type="button" data-save="csv">CSV</button></p>
        <p data-part="description">{Html.Both("span", t => Html.Of($"{charts[t.Language].Description}"))}</p>
        </details>
        <a href="#method">{Html.Words("Method and sources", "Méthode et sources")}</a>
        </figcaption>
        </figure>

        """);
    }
}
