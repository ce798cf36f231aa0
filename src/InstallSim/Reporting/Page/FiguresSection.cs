using InstallSim.Outputs;

namespace InstallSim.Reporting.Page;

/// <summary>A place on the page for each figure, with its words; the script draws into it.</summary>
internal static class FiguresSection
{
    /// <summary>All figures that the results can fill.</summary>
    public static Markup Write(ResultIndex index) => Html.Join(FigureCatalog.For(index).Select(f => Write(index, f)));

    private static Markup Write(ResultIndex index, IFigure figure) => Html.Of($"""
        <figure id="figure-{figure.Id}" data-figure="{figure.Id}">
        <h3 data-part="title">{Html.Both("span", t => Html.Of($"{figure.Title(new FigureContext(index, t))}"))}</h3>
        <p class="subtitle" data-part="subtitle">{Html.Both("span", t => Html.Of($"{figure.Subtitle(new FigureContext(index, t))}"))}</p>
        <div class="controls"></div>
        <div class="chart" role="img" aria-label="{figure.Description(new FigureContext(index, ReportText.English))}"></div>
        <figcaption>
        <details class="save"><summary>{Html.Words("Save or read as text", "Enregistrer ou lire en texte")}</summary>
        <p><button type="button" data-save="svg">SVG</button><button type="button" data-save="png">PNG</button><button type="button" data-save="json">Vega-Lite</button><button type="button" data-save="csv">CSV</button></p>
        <p data-part="description">{Html.Both("span", t => Html.Of($"{figure.Description(new FigureContext(index, t))}"))}</p>
        </details>
        <a href="#method">{Html.Words("Method and sources", "Méthode et sources")}</a>
        </figcaption>
        </figure>

        """);
}
