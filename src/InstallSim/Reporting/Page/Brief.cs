using InstallSim.Charts;
using InstallSim.Charts.Pictures;
using InstallSim.Outputs;
using InstallSim.Results;

namespace InstallSim.Reporting.Page;

/// <summary>
/// The report on two pages of A4, for printing: what the policies change, on what it rests and what it
/// costs. The numbers are those of the page.
/// </summary>
public static class Brief
{
    private const double Body = 11.5, Small = 10;

    /// <summary>Least size of a picture, as a part of the page's width: of the effects, drawn for a wider page, and of the maps.</summary>
    private const double SmallestEffects = 0.75, SmallestMaps = 0.55;

    /// <summary>Pixels of the first figure for one of the page: its letters are smaller than on a screen.</summary>
    private const double Finer = 4.0 / 3;

    /// <summary>Maps beside one another: fewer rows leave each of them larger.</summary>
    private const int MapColumns = 5;

    /// <summary>Most rows of costs; the page has all.</summary>
    private const int MostCosts = 10;

    /// <summary>Writes <c>brief.pdf</c>.</summary>
    /// <param name="results">The results.</param>
    /// <param name="folder">Where to; made when it is missing.</param>
    /// <param name="language"><c>en</c> or <c>fr</c>.</param>
    /// <returns>The file written.</returns>
    /// <exception cref="ArgumentException">The language is unknown.</exception>
    public static string Write(RunResults results, string folder, string language = "en")
    {
        Directory.CreateDirectory(folder);
        string path = Path.Combine(folder, "brief.pdf");
        AtomicFile.Write(path, file => Write(results, file, language));
        return path;
    }

    /// <summary>Writes it to a stream.</summary>
    /// <returns>The words on each page.</returns>
    internal static IReadOnlyList<IReadOnlyList<string>> Write(RunResults results, Stream stream, string language)
    {
        var context = new FigureContext(new ResultIndex(results), ReportText.For(language), (int)PrintedPage.Width);
        var pages = new[] { Fitting(context, First, SmallestEffects), Fitting(context, Second, SmallestMaps) };
        return PrintedPage.Print(pages, $"{context.Results.Manifest.Name} – {Title(context)}", stream);
    }

    /// <summary>What a page is made of: the policies shown, how many are left out, and whether cards say the first things alone.</summary>
    private delegate IReadOnlyList<Block> Page(FigureContext context, IReadOnlyList<ScenarioInfo> policies, int left, bool isShort);

    /// <summary>
    /// The page with all policies where there is room for what their cards say or for the first of it, else with as many as there is room
    /// for, the best first.
    /// </summary>
    private static IReadOnlyList<Block> Fitting(FigureContext context, Page page, double smallest)
    {
        var ranked = Shown(context);
        return Enumerable.Range(-1, ranked.Count + 2).Select(left => (Left: Math.Max(left, 0), IsShort: left >= 0))
            .Select(way => PrintedPage.Fit(page(context, [.. ranked.SkipLast(way.Left)], way.Left, way.IsShort), smallest))
            .FirstOrDefault(blocks => blocks is not null) ?? PrintedPage.Fit(page(context, [], ranked.Count, isShort: true), 0) ?? [];
    }

    private static string Title(FigureContext context) =>
        context.Say("Where general practitioners install", "Où s’installent les médecins généralistes");

    private static IReadOnlyList<Block> First(
        FigureContext context, IReadOnlyList<ScenarioInfo> policies, int left, bool isShort) =>
    [
        new Paragraph(context.Results.Manifest.Name, Body) { IsBold = true, Colour = Palette.Muted, After = 0, MostLines = 2 },
        new Paragraph(Title(context), 23) { IsBold = true, After = 2 },
        new Paragraph(HtmlReport.Lead(context), Body) { Colour = Palette.Muted, After = 8 },
        new Ruling(Palette.Ink, 2) { After = 10 },
        new Paragraph(Findings.Overall(context), 15) { IsBold = true },
        .. FiguresSection.Lead(context.Results) is { } lead
            ? Figure(lead.Draw(context with { Width = (int)(PrintedPage.Width * Finer) }))
            : [],
        new Paragraph(Findings.Course(context), Body),
        new Paragraph(Findings.Against(context), Body) { Colour = Palette.Muted },
        new Grid([.. policies.Select(p => Card(context, p, isShort))], [1, 1]),
        Left(context, left),
    ];

    private static IReadOnlyList<Block> Second(
        FigureContext context, IReadOnlyList<ScenarioInfo> policies, int left, bool isShort)
    {
        var m = context.Results.Manifest;
        return
        [
            .. FigureCatalog.Find("map-levels") is { } maps && maps.Applies(context)
                && maps.Draw(context with { MapColumns = MapColumns }) is { } chart
                ? (Block[])[new Paragraph(chart.Title, 13) { IsBold = true }, .. Figure(chart)]
                : [],
            .. Costs(context, [.. Standings.Ranked(context.Results).Take(MostCosts)]),
            .. Heading(context.Say("What it rests on", "Sur quoi cela repose")),
            .. policies.Where(p => p.Parameters.Count > 0).Select(p => new Paragraph(
                $"{p.ShownTitle(context.Text)} – {RestsOn.Sentence(context, p)}.",
                Small) { After = 3 }),
            new Paragraph(FindingsSection.Sure(context), Small),
            Left(context, left),
            new Ruling(Palette.Rule, 1),
            new Paragraph(context.Say(
                $"InstallSim {m.Version}, seed {m.Seed}, {context.Replications}. Hash of the results: {m.ResultHash}. "
                    + $"Sources and method: report.html.",
                $"InstallSim {m.Version}, graine {m.Seed}, {context.Replications}. Empreinte des résultats\u00a0: {m.ResultHash}. Sources "
                    + $"et méthode\u00a0: report.html."), 9)
            { Colour = Palette.Muted, After = 0 },
        ];
    }

    private static Block[] Figure(Chart chart) =>
    [
        new Paragraph(chart.Subtitle, Small) { Colour = Palette.Muted, MostLines = 6 },
        // Its credit is made no smaller with it.
        new Illustration(chart with { Note = "" }) { After = chart.Note.Length == 0 ? 10 : 3 },
        new Paragraph(chart.Note, 8.5) { Colour = Palette.Muted, After = chart.Note.Length == 0 ? 0 : 10 },
    ];

    private static Block[] Heading(string text) => [new Paragraph(text, 13) { IsBold = true, After = 4 }];

    /// <summary>The policies for which there is no room, by name as far as a few lines hold them.</summary>
    private static Paragraph Left(FigureContext context, int left) => new(left == 0 ? "" : context.Say(
        $"Left out here, on the page (report.html): {LeftNames(context, left)}.",
        $"Non repris ici, dans report.html\u00a0: {LeftNames(context, left)}."), Small)
    {
        Colour = Palette.Muted,
        After = left == 0 ? 0 : 4,
    };

    private static string LeftNames(FigureContext context, int left) =>
        string.Join("; ", Shown(context).TakeLast(left).Select(p => p.ShownTitle(context.Text)));

    /// <summary>The policies in the order that room is given: the best, then those that clearly worsen something, then the rest.</summary>
    private static IReadOnlyList<ScenarioInfo> Shown(FigureContext context) =>
        [.. Standings.Ranked(context.Results).OrderBy(p => Standings.Of(context.Results, p) == Standing.Unclear)];

    private static IReadOnlyList<Block> Card(FigureContext context, ScenarioInfo policy, bool isShort) =>
    [
        new Ruling(context.Colour(policy.Name), 3) { After = 4 },
        new Paragraph(policy.ShownTitle(context.Text), Body) { IsBold = true, After = 1, MostLines = 4 },
        new Paragraph(Findings.Headline(context, policy), Body) { After = 2 },
        .. Findings.FirstLines(context, policy, isShort)
            .Select(line => new Paragraph(line, Small) { After = 1, Colour = Palette.Muted }),
    ];

    private static IEnumerable<Block> Costs(FigureContext context, IReadOnlyList<ScenarioInfo> policies)
    {
        var rows = policies.Select(p => (Policy: p, Costs: context.Results.Costs(p.Name).ToList())).Where(r => r.Costs.Count > 0).ToList();
        if (rows.Count == 0)
        {
            return [];
        }

        IReadOnlyList<Block> Cell(string text, bool isHead = false) =>
            [new Paragraph(text, Small) { IsBold = isHead, After = 0, MostLines = 4 }];
        string[] heads = [context.Say("Scenario", "Scénario"), context.Say($"By {context.LastYear}", $"D’ici {context.LastYear}"),
            context.Say($"95% interval ({context.IntervalHolds()})", $"Intervalle à 95\u00a0% ({context.IntervalHolds()})"),
            context.Say($"In {context.LastYear}", $"En {context.LastYear}")];
        var cells = heads.Select(h => Cell(h, isHead: true)).Concat(rows.SelectMany(r =>
        {
            var (total, interval, last) = CostsSection.Amounts(context, r.Policy, "policy-cost-cumulative", r.Costs);
            return ((string[])[r.Policy.ShownTitle(context.Text), total, interval, last]).Select(text => Cell(text));
        }));
        return
        [
            .. Heading(context.Say("What the policies cost", "Ce que coûtent les mesures")),
            new Grid([.. cells], [4, 1.2, 2.4, 1.2]) { RowGap = 3, After = 12 },
        ];
    }
}
