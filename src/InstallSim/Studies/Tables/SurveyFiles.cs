using System.Globalization;
using System.Net;
using System.Text;
using InstallSim.Outputs;
using InstallSim.Studies.Designs;

namespace InstallSim.Studies.Tables;

/// <summary>
/// A design as files that survey tools import: LimeSurvey's tab-separated survey structure, in both languages, where a person is given a
/// block by chance; and Qualtrics' advanced text format, a block of the survey for each of the design, in one language. A question is
/// called task14 for task 14 of the design, as <c>data: responses</c> reads it back, and its answers are 1 for the first alternative, 2
/// for the second, ….
/// </summary>
internal static class SurveyFiles
{
    private static readonly string[] Columns =
    [
        "id", "related_id", "class", "type/scale", "name", "relevance", "text", "help", "language", "validation", "mandatory", "other",
        "default", "same_default", "hidden",
    ];

    /// <summary>LimeSurvey's structure, UTF-8 with the mark that its manual asks for.</summary>
    public static string LimeSurvey(MadeDesign design)
    {
        var text = new StringBuilder("\ufeff");
        text.AppendJoin('\t', Columns).Append('\n');
        Row(text, "", "S", "", "language", "", "en");
        Row(text, "", "S", "", "additional_languages", "", "fr");
        Row(text, "", "S", "", "format", "", "S");
        foreach (ReportText t in ReportText.All)
        {
            Row(text, "", "SL", "", "surveyls_title", "", QuestionCards.Of(design, t).Title, t.Language);
        }

        foreach (ReportText t in ReportText.All)
        {
            Questions(text, design, t);
        }

        return text.ToString();
    }

    /// <summary>Qualtrics' advanced text format.</summary>
    public static string Qualtrics(MadeDesign design, ReportText t)
    {
        QuestionCards cards = QuestionCards.Of(design, t);
        var text = new StringBuilder("[[AdvancedFormat]]\n\n");
        foreach (IGrouping<int, QuestionCard> block in cards.Cards.GroupBy(c => c.Block))
        {
            text.Append(CultureInfo.InvariantCulture, $"[[Block:{t.Say("Block", "Bloc")} {block.Key}]]\n\n");
            if (cards.Introduction.Length > 0)
            {
                text.Append(CultureInfo.InvariantCulture,
                    $"[[Question:Text]]\n[[ID:b{block.Key}intro]]\n{WebUtility.HtmlEncode(cards.Introduction)}\n\n[[PageBreak]]\n\n");
            }

            foreach (QuestionCard card in block)
            {
                text.Append(CultureInfo.InvariantCulture,
                    $"[[Question:MC:SingleAnswer:Horizontal]]\n[[ID:{Name(card)}]]\n{Body(cards, card)}\n[[AdvancedChoices]]\n");
                for (int j = 0; j < cards.Alternatives.Count; j++)
                {
                    text.Append(CultureInfo.InvariantCulture, $"[[Choice:{j + 1}]]\n{WebUtility.HtmlEncode(cards.Alternatives[j])}\n");
                }

                text.Append("\n[[PageBreak]]\n\n");
            }
        }

        return text.ToString();
    }

    private static void Questions(StringBuilder text, MadeDesign design, ReportText t)
    {
        QuestionCards cards = QuestionCards.Of(design, t);
        int id = 1, blocks = design.Blocks.Max();
        Row(text, Number(id), "G", "", t.Say("Start", "Début"), "1", WebUtility.HtmlEncode(cards.Introduction), t.Language);
        Row(text, Number(id++), "Q", "*", "block", "1",
            string.Create(CultureInfo.InvariantCulture, $"{{if(is_empty(block.NAOK), rand(1, {blocks}), block.NAOK)}}"), t.Language,
            hidden: "1");
        foreach (IGrouping<int, QuestionCard> block in cards.Cards.GroupBy(c => c.Block))
        {
            Row(text, Number(block.Key + 1), "G", "", t.Say("Block ", "Bloc ") + Number(block.Key),
                $"block.NAOK == {Number(block.Key)}", "", t.Language);
            foreach (QuestionCard card in block)
            {
                Row(text, Number(id), "Q", "L", Name(card), "1", Body(cards, card), t.Language, mandatory: "Y");
                for (int j = 0; j < cards.Alternatives.Count; j++)
                {
                    Row(text, Number(id), "A", "0", Number(j + 1), "", WebUtility.HtmlEncode(cards.Alternatives[j]), t.Language);
                }

                id++;
            }
        }
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Name(QuestionCard card) => string.Create(CultureInfo.InvariantCulture, $"task{card.Task}");

    private static void Row(StringBuilder text, string id, string kind, string scale, string name, string relevance, string said,
        string language = "", string mandatory = "", string hidden = "") =>
        text.AppendJoin('\t', [id, "", kind, scale, name, relevance, OneLine(said), "", language, "", mandatory, "", "", "", hidden])
            .Append('\n');

    private static string OneLine(string text) => text.Replace('\t', ' ').Replace("\r", "", StringComparison.Ordinal).Replace('\n', ' ');

    /// <summary>The question with its table, on one line of HTML.</summary>
    private static string Body(QuestionCards cards, QuestionCard card)
    {
        const string Cell = "style=\"padding:4px 12px;text-align:left;border-bottom:1px solid #ccc\"";
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"<p>{WebUtility.HtmlEncode(cards.Question)}</p><table><tr><th {Cell}></th>");
        foreach (string name in cards.Alternatives)
        {
            text.Append(CultureInfo.InvariantCulture, $"<th {Cell}>{WebUtility.HtmlEncode(name)}</th>");
        }

        text.Append("</tr>");
        foreach ((string label, IReadOnlyList<string> levels) in card.Rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"<tr><th {Cell}>{WebUtility.HtmlEncode(label)}</th>");
            foreach (string level in levels)
            {
                text.Append(CultureInfo.InvariantCulture, $"<td {Cell}>{WebUtility.HtmlEncode(level)}</td>");
            }

            text.Append("</tr>");
        }

        return OneLine(text.Append("</table>").ToString());
    }
}
