using InstallSim.Outputs;

namespace InstallSim.Reporting.Page;

/// <summary>A place on the page for each figure, with its words.</summary>
internal static class FiguresSection
{
    /// <summary>All figures that the results can fill.</summary>
    public static Markup Write(ResultIndex index, PageForm form) => Html.Join(FigureCatalog.For(new FigureContext(index, ReportText.English))
        .AsParallel().AsOrdered().Select((figure, i) => Write(index, figure, form, isFirst: i == 0)));

    private static Markup Write(ResultIndex index, IResultFigure figure, PageForm form, bool isFirst)
    {
        var charts = ReportText.All.ToDictionary(t => t.Language, t => figure.Draw(new FigureContext(index, t)));
        return Html.Of($"""
        <figure id="figure-{figure.Id}" data-figure="{figure.Id}">
        <h3 data-part="title">{Html.Both("span", t => Html.Of($"{charts[t.Language].Title}"))}</h3>
        <p class="subtitle" data-part="subtitle">{Html.Both("span", t => Html.Of($"{charts[t.Language].Subtitle}"))}</p>
        <div class="controls"></div>
        {form.Place(charts, isFirst)}
        <figcaption>
        <details class="save"><summary>{(form.IsStill ? Html.Words("Read as text", "Lire en texte")
            : Html.Words("Save or read as text", "Enregistrer ou lire en texte"))}</summary>
        {(form.IsStill ? default : SaveButtons)}
        <p data-part="description">{Html.Both("span", t => Html.Of($"{charts[t.Language].Description}"))}</p>
        </details>
        <a href="#method">{Html.Words("Method and sources", "Méthode et sources")}</a>
        </figcaption>
        </figure>

        """);
    }

    private static Markup SaveButtons => new("""
        <p><button type="button" data-save="svg">SVG</button><button type="button" data-save="png">PNG</button>
        <button type="button" data-save="json">Vega-Lite</button><button type="button" data-save="csv">CSV</button></p>
        """);
}
