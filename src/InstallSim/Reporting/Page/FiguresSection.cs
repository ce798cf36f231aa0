using InstallSim.Outputs;

namespace InstallSim.Reporting.Page;

/// <summary>A place on the page for each figure, with its words.</summary>
internal static class FiguresSection
{
    /// <summary>
    /// The figure that the page begins with: all effects, or the course where no policy is compared; null when there is none of it.
    /// </summary>
    public static IResultFigure? Lead(ResultIndex index) => FigureCatalog.For(new FigureContext(index, ReportText.English))
        .FirstOrDefault(f => f.Id == (index.Policies.Count > 0 ? "effects" : "trajectories"));

    /// <summary>The first figure, whose title is the finding; that sentence alone where there is no figure.</summary>
    public static Markup WriteLead(ResultIndex index, PageForm form) => Lead(index) is { } lead
        ? Write(index, lead, form, isFirst: true)
        : Html.Both("p", t => Html.Of($"{Findings.Overall(new FigureContext(index, t))}"), "class=\"overall\"");

    /// <summary>All other figures that the results can fill.</summary>
    public static Markup Write(ResultIndex index, PageForm form) =>
        Html.Join(Others(index).AsParallel().AsOrdered().Select(f => Write(index, f, form, isFirst: false)));

    /// <summary>Links to all other figures.</summary>
    public static Markup Links(ResultIndex index) => Html.Join(Others(index).Select(f =>
        Html.Of($"""<li><a href="#figure-{f.Id}">{Html.Words(f.ShortName.English, f.ShortName.French)}</a></li>""")));

    private static IEnumerable<IResultFigure> Others(ResultIndex index)
    {
        string? lead = Lead(index)?.Id;
        return FigureCatalog.For(new FigureContext(index, ReportText.English)).Where(f => f.Id != lead);
    }

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
        {(figure.Id == FirstMap(index) ? Contours(index) : default)}
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

    /// <summary>The first figure with a map, which says for all where their contours come from.</summary>
    private static string? FirstMap(ResultIndex index) => Others(index).FirstOrDefault(f => f.HasMap)?.Id;

    /// <summary>Where the contours of maps come from, as whoever made them asks; nothing where maps show circles.</summary>
    private static Markup Contours(ResultIndex index)
    {
        if (index.Geometry.Contours.Count == 0 || index.Manifest.Territories.FirstOrDefault(p => p.Variable == "shapes") is not { } shapes)
        {
            return default;
        }

        bool isSaid = shapes.Source.Contains(shapes.Licence, StringComparison.OrdinalIgnoreCase);
        var licence = shapes.Licence.Length > 0 && !isSaid ? Html.Of($" ({shapes.Licence})") : default;
        var source = Html.Both("span", t => Html.Of($"{t.ShownSource(shapes.Source)}"));
        return Html.Of($"""<p class="note">{Html.Words("Contours:", "Contours\u00a0:")} {source}{licence}</p>""");
    }

    private static Markup SaveButtons => new("""
        <p><button type="button" data-save="svg">SVG</button><button type="button" data-save="png">PNG</button>
        <button type="button" data-save="json">Vega-Lite</button><button type="button" data-save="csv">CSV</button></p>
        """);
}
