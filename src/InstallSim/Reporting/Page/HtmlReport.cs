using InstallSim.Outputs;
using InstallSim.Results;

namespace InstallSim.Reporting.Page;

/// <summary>
/// The report: one HTML file that opens with no server and no network, in English and French. Everything from outside (titles, names,
/// sources) is escaped; the only script that may run is the one whose hash the page's security policy names.
/// </summary>
public static class HtmlReport
{
    /// <summary>Writes the report to a file.</summary>
    /// <param name="results">The results.</param>
    /// <param name="path">The file; replaced when it exists.</param>
    /// <param name="language">The language that it opens in, <c>en</c> or <c>fr</c>; a switch on the page changes it.</param>
    /// <exception cref="ArgumentException">The language is unknown.</exception>
    public static void Write(RunResults results, string path, string language = "en") =>
        Write(new ResultIndex(results), path, language);

    /// <summary>Writes the report of results that are sorted already.</summary>
    /// <exception cref="ArgumentException">The language is unknown.</exception>
    public static void Write(ResultIndex index, string path, string language) => AtomicFile.Write(path, file =>
    {
        using var writer = new StreamWriter(file);
        Write(index, writer, language, WebBundle.Script);
    });

    /// <summary>Writes the report.</summary>
    /// <exception cref="ArgumentException">The language is unknown.</exception>
    public static void Write(RunResults results, TextWriter writer, string language = "en") =>
        Write(results, writer, language, WebBundle.Script);

    /// <summary>Writes the report with the script that draws its figures, or with still pictures where there is none.</summary>
    internal static void Write(RunResults results, TextWriter writer, string language, string? script) =>
        Write(new ResultIndex(results), writer, language, script);

    private static void Write(ResultIndex index, TextWriter writer, string language, string? script)
    {
        var opening = ReportText.For(language);
        var form = new PageForm(opening, script?.Replace("</script", "<\\/script", StringComparison.OrdinalIgnoreCase));
        var data = Task.Run(() => form.IsStill ? "" : PageData.Encode(index, opening));
        Markup InBoth(Func<FigureContext, Markup> write) => Html.Both("div", t => write(new FigureContext(index, t)));
        writer.Write(Html.Of($"""
            <!doctype html>
            <html lang="{language}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; {form.ScriptPolicy}style-src 'unsafe-inline';
             font-src data:; img-src data: blob:; base-uri 'none'; form-action 'none'">
            <meta name="color-scheme" content="light dark">
            <meta name="generator" content="InstallSim {index.Manifest.Version}">
            <title>{Title(index, opening)}</title>
            <style>{new Markup(form.Typeface + WebBundle.Styles)}</style>
            {form.StylesWithoutScript}
            </head>
            <body>
            <a class="skip" href="#findings">{Html.Words("To the findings", "Aller aux résultats")}</a>
            {Header(index, form)}
            {Contents(index)}
            <main>
            <section id="findings" aria-labelledby="findings-head">
            <h2 id="findings-head">{Html.Words("What the policies change", "Ce que changent les mesures")}</h2>
            {FiguresSection.WriteLead(index, form)}
            {InBoth(FindingsSection.Write)}
            </section>
            <section id="figures" aria-labelledby="figures-head">
            <h2 id="figures-head">{Html.Words("Figures", "Graphiques et cartes")}</h2>
            {form.SaysWithoutScript}
            {FiguresSection.Write(index, form)}
            </section>
            <section id="costs" aria-labelledby="costs-head">
            <h2 id="costs-head">{Html.Words("What the policies cost", "Ce que coûtent les mesures")}</h2>
            {InBoth(CostsSection.Write)}
            </section>
            <section id="method" aria-labelledby="method-head">
            <h2 id="method-head">{Html.Words("Method, assumptions and sources", "Méthode, hypothèses et sources")}</h2>
            {InBoth(MethodSection.Write)}
            </section>
            <section id="tables" aria-labelledby="tables-head">
            <h2 id="tables-head">{Html.Words("Tables to take away", "Tableaux à télécharger")}</h2>
            {InBoth(TablesSection.Write)}
            </section>
            </main>
            <footer><p>InstallSim {index.Manifest.Version} · {(form.IsStill
                ? Html.Words("figures drawn by ScottPlot", "graphiques dessinés par ScottPlot")
                : Html.Words("typeface Inter (SIL Open Font Licence), figures drawn by Vega",
                    "police Inter (licence SIL OFL), graphiques dessinés par Vega"))}</p>
            {form.Notices}
            </footer>

            """).Text);
        form.WriteScripts(data.GetAwaiter().GetResult(), writer);
        writer.Write("</body>\n</html>\n");
    }

    private static string Title(ResultIndex index, ReportText text)
    {
        ReportText own = text.Calling(index.Manifest.Specialty);
        string name = index.Manifest.ShownName;
        return $"{name} – {own.Say("where general practitioners install", "où s’installent les médecins généralistes")}";
    }

    private static Markup Header(ResultIndex index, PageForm form)
    {
        var m = index.Manifest;
        return Html.Of($"""
            <header>
            {form.Languages}
            <p class="kicker">{Html.Both("span", t => Html.Of($"{Kicker(new FigureContext(index, t))}"))}</p>
            <h1 dir="auto">{Html.Both("span", t => Html.Of($"{Heading(new FigureContext(index, t))}"))}</h1>
            <p class="lead">{Html.Both("span", t => Html.Of($"{Lead(new FigureContext(index, t))}"))}</p>
            </header>
            """);
    }

    /// <summary>The heading of page and brief: the title that was asked for, else what results are about.</summary>
    internal static string Heading(FigureContext context) => context.Results.Manifest.Plan.Title ?? About(context);

    /// <summary>What stands above the heading: what results are about where they have a title, else their name.</summary>
    internal static string Kicker(FigureContext context) =>
        context.Results.Manifest.Plan.Title is null ? context.Results.Manifest.Name : About(context);

    /// <summary>What results are about.</summary>
    internal static string About(FigureContext context) =>
        context.Say("Where general practitioners install", "Où s’installent les médecins généralistes");

    private static Markup Contents(ResultIndex index)
    {
        (string Id, string English, string French)[] sections =
        [
            ("findings", "Findings", "Résultats"), ("figures", "Figures", "Graphiques et cartes"), ("costs", "Costs", "Coûts"),
            ("method", "Method and sources", "Méthode et sources"), ("tables", "Tables", "Tableaux"),
        ];
        var links = Html.Join(sections.Select(s => Html.Of($"""
            <li><a href="#{s.Id}">{Html.Words(s.English, s.French)}</a>{(s.Id == "figures"
                ? Html.Of($"<ul>{FiguresSection.Links(index)}</ul>") : default)}</li>

            """)));
        return Html.Of($"""<nav class="contents" aria-label="Contents / Sommaire"><ul>{links}</ul></nav>""");
    }

    internal static string Lead(FigureContext context)
    {
        var m = context.Results.Manifest;
        int count = context.Results.Policies.Count;
        string policies = count switch
        {
            0 => "",
            1 => context.Say("one policy compared with no new policy, ", "une mesure comparée à l’absence de nouvelle mesure, "),
            _ =>
                context.Say($"{count} policies compared with no new policy, ",
                    $"{count} mesures comparées à l’absence de nouvelle mesure, "),
        };
        int places = context.Results.Results.Places.Count;
        return context.Say(
            $"A simulation of {context.Text.Number(places, 0)} territories from {m.FirstYear} to {m.LastYear}: "
                + $"{policies}{context.Replications}.",
            $"Une simulation de {context.Text.Number(places, 0)} territoires de {m.FirstYear} à {m.LastYear}\u00a0: "
                + $"{policies}{context.Replications}.");
    }
}
