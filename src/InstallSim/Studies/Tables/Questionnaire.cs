using System.Globalization;
using System.Text;
using InstallSim.Charts;
using InstallSim.Charts.Pictures;
using InstallSim.Inputs;
using InstallSim.Outputs;
using InstallSim.Studies.Designs;

namespace InstallSim.Studies.Tables;

/// <summary>
/// A design as people answer it: a page to print (HTML and PDF, one card a task, in English and French), and files that LimeSurvey and
/// Qualtrics import.
/// </summary>
public static class Questionnaire
{
    private const double Size = 14, Small = 11;

    /// <summary>Writes all files into a folder.</summary>
    /// <param name="design">The design.</param>
    /// <param name="folder">Where to; made when it is missing.</param>
    /// <param name="force">Whether files that hold anything else may be replaced.</param>
    /// <returns>The files written.</returns>
    /// <exception cref="InputException">A file there holds something else; nothing is written.</exception>
    public static IReadOnlyList<string> Write(MadeDesign design, string folder, bool force = false)
    {
        var files = new List<(string Name, byte[] Bytes)>();
        foreach (ReportText t in ReportText.All)
        {
            var cards = QuestionCards.Of(design, t);
            using var pdf = new MemoryStream();
            PrintedPage.Print(Pages(cards, t), cards.Title, pdf);
            files.Add(($"questionnaire-{t.Language}.html", Encoding.UTF8.GetBytes(Page(cards, t))));
            files.Add(($"questionnaire-{t.Language}.pdf", pdf.ToArray()));
            files.Add(($"qualtrics-{t.Language}.txt", Encoding.UTF8.GetBytes(SurveyFiles.Qualtrics(design, t))));
        }

        files.Add(("limesurvey.txt", Encoding.UTF8.GetBytes(SurveyFiles.LimeSurvey(design))));
        foreach ((string name, byte[] bytes) in files)
        {
            string path = Path.Combine(folder, name);
            if (!force && File.Exists(path) && !File.ReadAllBytes(path).AsSpan().SequenceEqual(bytes))
            {
                throw new InputException(new Place(path), new Words(
                    "exists and holds something else; it is not replaced: name another folder, or say --force",
                    "existe et contient autre chose\u00a0; il n’est pas remplacé\u00a0: nommer un autre dossier, ou dire --force"));
            }
        }

        AtomicFile.WriteAll([.. files.Select(file => (Path.Combine(folder, file.Name), (Action<Stream>)(to => to.Write(file.Bytes))))]);
        return [.. files.Select(f => Path.Combine(folder, f.Name))];
    }

    private static string Page(QuestionCards cards, ReportText t) => Html.Of($$"""
        <!doctype html>
        <html lang="{{t.Language}}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{{cards.Title}}</title>
        <style>
        body { font: 16px/1.4 {{new Markup(Typeface.Family)}}; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
        h1 { font-size: 1.4rem; } h2 { font-size: 1.1rem; break-after: avoid; }
        section + section { break-before: page; }
        .card { break-inside: avoid; border: 1px solid #888; padding: 0.6rem 1rem; margin: 0 0 1rem; }
        table { border-collapse: collapse; width: 100%; table-layout: fixed; } th, td { text-align: left; padding: 0.25rem 0.5rem; }
        tbody tr { border-top: 1px solid #ccc; } tbody th { font-weight: 400; }
        .box { display: inline-block; width: 1em; height: 1em; border: 1px solid; }
        </style>
        </head>
        <body>
        <h1>{{cards.Title}}</h1>
        <p>{{cards.Introduction}}</p>
        {{Html.Join(cards.Cards.GroupBy(c => c.Block).Select(block => Section(cards, block, t)))}}
        </body>
        </html>

        """).Text;

    private static Markup Section(QuestionCards cards, IGrouping<int, QuestionCard> block, ReportText t)
    {
        Markup heads = Html.Join(cards.Alternatives.Select(name => Html.Of($"<th scope=\"col\">{name}</th>")));
        Markup boxes = Html.Join(cards.Alternatives.Select(_ => Html.Of($"<td><span class=\"box\"></span></td>")));
        return Html.Of($"<section>\n<h2>{t.Say("Block", "Bloc")} {block.Key}</h2>\n")
            + Html.Join(block.Select(card => Html.Of($"""
                <div class="card">
                <p>{card.Number}. {cards.Question}</p>
                <table>
                <thead><tr><th></th>{heads}</tr></thead>
                <tbody>
                {Html.Join(card.Rows.Select(row => Row(row.Label, row.Levels)))}
                <tr><th scope="row">{t.Say("My choice", "Mon choix")}</th>{boxes}</tr>
                </tbody>
                </table>
                </div>

                """))) + new Markup("</section>\n");
    }

    private static Markup Row(string label, IReadOnlyList<string> levels) =>
        Html.Of($"<tr><th scope=\"row\">{label}</th>{Html.Join(levels.Select(level => Html.Of($"<td>{level}</td>")))}</tr>\n");

    /// <summary>Cards one below the other, as many as a page holds; a block begins a page.</summary>
    private static List<IReadOnlyList<Block>> Pages(QuestionCards cards, ReportText t)
    {
        var pages = new List<IReadOnlyList<Block>>();
        foreach (IGrouping<int, QuestionCard> block in cards.Cards.GroupBy(c => c.Block))
        {
            List<Block> page =
            [
                new Paragraph(cards.Title, 18) { IsBold = true },
                new Paragraph(cards.Introduction, Size),
                new Paragraph($"{t.Say("Block", "Bloc")} {block.Key.ToString(CultureInfo.InvariantCulture)}", Small) { After = 14 },
            ];
            foreach (QuestionCard card in block)
            {
                List<Block> drawn = Card(cards, card, t);
                if (PrintedPage.Height([.. page, .. drawn], PrintedPage.Width) > PrintedPage.Room && page.Count > 3)
                {
                    pages.Add(page);
                    page = [];
                }

                page.AddRange(drawn);
            }

            pages.Add(page);
        }

        return pages;
    }

    private static List<Block> Card(QuestionCards cards, QuestionCard card, ReportText t)
    {
        var cells = new List<IReadOnlyList<Block>> { (Block[])[] };
        cells.AddRange(cards.Alternatives.Select(name => (Block[])[new Paragraph(name, Size) { IsBold = true }]));
        foreach ((string label, IReadOnlyList<string> levels) in card.Rows)
        {
            cells.Add([new Paragraph(label, Size)]);
            cells.AddRange(levels.Select(level => (Block[])[new Paragraph(level, Size)]));
        }

        cells.Add([new Paragraph(t.Say("My choice", "Mon choix"), Size)]);
        cells.AddRange(cards.Alternatives.Select(_ => (Block[])[new TickBox(Size)]));
        string number = card.Number.ToString(CultureInfo.InvariantCulture);
        return
        [
            new Ruling(Palette.Rule, 1),
            new Paragraph($"{number}. {cards.Question}", Size) { IsBold = true, After = 8 },
            new Grid(cells, [1.4, .. cards.Alternatives.Select(_ => 1.0)]) { After = 18, RowGap = 2 },
        ];
    }
}
