using InstallSim.Charts;
using InstallSim.Charts.Pictures;
using InstallSim.Outputs;
using InstallSim.Results;

namespace InstallSim.Reporting.Page;

/// <summary>
/// The report on two pages of A4, for printing, or on three where policies need them: what they change, what they cost and on what it
/// rests. Numbers, gains and losses are those of the page.
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

    /// <summary>Whether cards say the first things alone, the fuller way first.</summary>
    private static readonly bool[] Ways = [false, true];

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
        return PrintedPage.Print(Pages(context), $"{context.Results.Manifest.ShownName} – {HtmlReport.About(context)}", stream);
    }

    /// <summary>
    /// Two pages where all policies have room on them; else three, the cards going on behind the first, with as many policies as have
    /// room, the best first. Cards say less before one is left out.
    /// </summary>
    private static IReadOnlyList<IReadOnlyList<Block>> Pages(FigureContext context)
    {
        var all = Shown(context);
        IReadOnlyList<Block> head = Head(context), maps = Maps(context);
        IReadOnlyList<Block> costs = [.. Costs(context, [.. Standings.Ranked(context.Results).Take(MostCosts)])];
        Block Full(bool isShort) => Cards(context, all, isShort);
        var first = PrintedPage.Fit([.. head, Full(isShort: false)], SmallestEffects)
            ?? PrintedPage.Fit([.. head, Full(isShort: true)], SmallestEffects);
        return first is not null && PrintedPage.Fit([.. maps, .. costs, .. Basis(context, Described(context))], SmallestMaps) is { } second
            ? [first, second]
            : Three(context, head, maps, costs);
    }

    private static IReadOnlyList<IReadOnlyList<Block>> Three(
        FigureContext context, IReadOnlyList<Block> head, IReadOnlyList<Block> maps, IReadOnlyList<Block> costs)
    {
        var all = Shown(context);
        var described = Described(context);
        var (last, _) = Most(described,
            some => [.. costs, .. Basis(context, some), Left(context, [.. described.Skip(some.Count)])], 0);
        var ways = Ways.Select(isShort =>
        {
            var (first, count) = Most(all, some => [.. head, Cards(context, some, isShort)], SmallestEffects);
            var rest = all.Skip(count).ToList();
            var (second, more) = Most(rest,
                some => [Cards(context, some, isShort), Left(context, [.. rest.Skip(some.Count)]), .. maps], SmallestMaps);
            return (Pages: (IReadOnlyList<IReadOnlyList<Block>>)[first, second, last], Left: rest.Count - more);
        });
        return ways.OrderBy(way => way.Left).First().Pages;
    }

    /// <summary>A page with as many of some policies as have room, and how many these are.</summary>
    private static (IReadOnlyList<Block> Page, int Count) Most(
        IReadOnlyList<ScenarioInfo> policies, Func<IReadOnlyList<ScenarioInfo>, IReadOnlyList<Block>> page, double smallest)
    {
        for (int count = policies.Count; count >= 0; count--)
        {
            if (PrintedPage.Fit(page([.. policies.Take(count)]), smallest) is { } fitted)
            {
                return (fitted, count);
            }
        }

        return (PrintedPage.Fit(page([]), 0) ?? [], 0);
    }

    /// <summary>What the brief is of, the finding of all, the figure of it, and the course without policies.</summary>
    private static IReadOnlyList<Block> Head(FigureContext context) =>
    [
        new Paragraph(HtmlReport.Kicker(context), Body) { IsBold = true, Colour = Palette.Muted, After = 0, MostLines = 2 },
        new Paragraph(HtmlReport.Heading(context), 23) { IsBold = true, After = 2, MostLines = 3 },
        new Paragraph(HtmlReport.Lead(context), Body) { Colour = Palette.Muted, After = 8 },
        new Ruling(Palette.Ink, 2) { After = 10 },
        new Paragraph(Findings.Overall(context), 15) { IsBold = true },
        .. FiguresSection.Lead(context.Results) is { } lead
            ? Figure(lead.Draw(context with { Width = (int)(PrintedPage.Width * Finer) }))
            : [],
        new Paragraph(Findings.Course(context), Body),
        new Paragraph(Findings.Territories(context), Small) { Colour = Palette.Muted },
        .. Cautions.Of(context).Concat(Cautions.Warnings(context)).Select(said => new Paragraph(said, Small) { Colour = Palette.Muted }),
        new Paragraph(Findings.Against(context), Body) { Colour = Palette.Muted },
    ];

    private static Grid Cards(FigureContext context, IReadOnlyList<ScenarioInfo> policies, bool isShort) =>
        new([.. policies.Select(p => Card(context, p, isShort))], [1, 1]) { After = policies.Count == 0 ? 0 : 12 };

    private static IReadOnlyList<Block> Maps(FigureContext context) =>
        FigureCatalog.Find("map-levels") is { } maps && maps.Applies(context)
            && maps.Draw(context with { MapColumns = MapColumns }) is { } chart
            ? [new Paragraph(chart.Title, 13) { IsBold = true }, .. Figure(chart)]
            : [];

    /// <summary>On what the results rest: what is in force already, what the policies are, how sure it is, which run it was.</summary>
    private static IReadOnlyList<Block> Basis(FigureContext context, IReadOnlyList<ScenarioInfo> policies)
    {
        var m = context.Results.Manifest;
        return
        [
            .. Heading(context.Say("What it rests on", "Sur quoi cela repose")),
            new Paragraph(InForceAlready(context), Small) { After = 3 },
            .. policies.Select(p => (Policy: p, Said: RestsOn.Sentences(context, p))).Where(p => p.Said.Length > 0)
                .Select(p => new Paragraph($"{p.Policy.ShownTitle(context.Text)} – {p.Said}", Small) { After = 3 }),
            new Paragraph(FindingsSection.Sure(context), Small),
            new Ruling(Palette.Rule, 1),
            new Paragraph(context.Say(
                $"InstallSim {m.Version}, seed {m.Seed}, {context.Replications}. Hash of the results: {m.ResultHash}. "
                    + $"Sources and method: report.html.",
                $"InstallSim {m.Version}, graine {m.Seed}, {context.Replications}. Empreinte des résultats\u00a0: {m.ResultHash}. Sources "
                    + $"et méthode\u00a0: report.html."), 9)
            { Colour = Palette.Muted, After = 0 },
        ];
    }

    /// <summary>What is in force in every scenario, as it is described, else by its policies; empty where nothing is.</summary>
    private static string InForceAlready(FigureContext context)
    {
        ScenarioInfo reference = context.Results.Reference;
        if (context.Results.Policies.Count == 0 || reference.Policies.Count == 0)
        {
            return "";
        }

        string said = reference.ShownDescription(context.Text) is { Length: > 0 } description ? description
            : context.Join(reference.ShownPolicies(context.Text)) + ".";
        return context.Say("In force already, in every scenario", "Déjà en vigueur, dans tous les scénarios") + context.Text.Colon + said;
    }

    private static Block[] Figure(Chart chart) =>
    [
        new Paragraph(chart.Subtitle, Small) { Colour = Palette.Muted, MostLines = 6 },
        // Its credit is made no smaller with it.
        new Illustration(chart with { Note = "" }) { After = chart.Note.Length == 0 ? 10 : 3 },
        new Paragraph(chart.Note, 8.5) { Colour = Palette.Muted, After = chart.Note.Length == 0 ? 0 : 10 },
    ];

    private static Block[] Heading(string text) => [new Paragraph(text, 13) { IsBold = true, After = 4 }];

    /// <summary>The policies for which there is no room, by name.</summary>
    private static Paragraph Left(FigureContext context, IReadOnlyList<ScenarioInfo> left)
    {
        string names = context.Join(left.Select(p => p.ShownTitle(context.Text)));
        return new(left.Count == 0 ? "" : context.Say($"Left out here, on the page (report.html): {names}.",
            $"Non repris ici, dans report.html\u00a0: {names}."), Small)
        {
            Colour = Palette.Muted,
            After = left.Count == 0 ? 0 : 4,
        };
    }

    /// <summary>The policies in the order that room is given: the best, then those that clearly worsen something, then the rest.</summary>
    private static IReadOnlyList<ScenarioInfo> Shown(FigureContext context) =>
        [.. Standings.Ranked(context.Results).OrderBy(p => Standings.Of(context.Results, p) == Standing.Unclear)];

    /// <summary>The scenarios of which the brief says what they are: those that it shows, or the one that ran alone.</summary>
    private static IReadOnlyList<ScenarioInfo> Described(FigureContext context) =>
        context.Results.Policies.Count == 0 ? [context.Results.Reference] : Shown(context);

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
            context.Say("95% interval", "Intervalle à 95\u00a0%") + (context.Results.Manifest.HasIntervals
                ? $" ({context.IntervalHolds()})" : ""),
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
