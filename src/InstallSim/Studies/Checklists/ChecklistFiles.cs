using System.Text;
using InstallSim.Inputs;
using InstallSim.Outputs;
using InstallSim.Studies.Results;

namespace InstallSim.Studies.Checklists;

/// <summary>The checklist as files: a page of Markdown for people, in their language, and a table for programs.</summary>
internal static class ChecklistFiles
{
    /// <summary>Writes <c>checklist.md</c> and <c>checklist.csv</c>.</summary>
    /// <param name="result">What the study found.</param>
    /// <param name="language">The language of the page.</param>
    /// <param name="folder">Where to.</param>
    public static void Write(StudyResult result, ReportText language, string folder)
    {
        ChecklistFacts facts = ChecklistFacts.Of(result);
        File.WriteAllText(Path.Combine(folder, "checklist.md"), Page(facts, language));
        using var csv = new CsvWriter(Path.Combine(folder, "checklist.csv"),
            "item", "section", "asks", "status", "answer", "source", "key", "remarks");
        foreach (ChecklistRow row in Checklist.Of(facts, ReportText.English))
        {
            foreach (string cell in (string[])
            [
                row.Id, row.Section, row.Asks, InputType.Kebab(row.Status.ToString()), row.Answer, row.Source, row.Key, result.Remarks,
            ])
            {
                csv.Write(cell);
            }

            csv.EndRow();
        }
    }

    /// <summary>The page.</summary>
    internal static string Page(ChecklistFacts facts, ReportText t)
    {
        IReadOnlyList<ChecklistRow> rows = Checklist.Of(facts, t);
        (int told, int untold, int none) = (Count(ChecklistStatus.Reported), Count(ChecklistStatus.NotReported),
            Count(ChecklistStatus.NotApplicable));
        var text = new StringBuilder();
        text.Append(t.Say($"# What this study reports: {facts.Result.Study.ShownTitle(t)}\n\n",
            $"# Ce que rapporte cette étude\u00a0: {facts.Result.Study.ShownTitle(t)}\n\n"));
        text.Append(t.Say(
            $"{told} items are reported, {untold} are not, {none} do not apply. An item is reported when study or program tell it; whether "
                + "what is told is good, a reader judges.\n\n",
            $"{told} points sont rapportés, {untold} ne le sont pas, {none} sont sans objet. Un point est rapporté quand l’étude ou le "
                + "programme le disent\u00a0; si ce qui est dit est bon, au lecteur d’en juger.\n\n"));
        foreach (InputMessage warning in facts.Result.Warnings)
        {
            text.Append(t.Say("**Warning:** ", "**Avertissement\u00a0:** ")).Append(t.Say(warning.English, warning.French)).Append("\n\n");
        }

        foreach (var section in rows.GroupBy(row => row.Section))
        {
            text.Append("## ").Append(section.Key).Append("\n\n").Append(t.Say(
                "| | item | answer | asked for by |\n|---|---|---|---|\n", "| | point | réponse | demandé par |\n|---|---|---|---|\n"));
            foreach (ChecklistRow row in section)
            {
                text.Append($"| {Mark(row.Status, t)} | {Cell(row.Asks)} | {Cell(row.Answer)} | {Cell(row.Source)} |\n");
            }

            text.Append('\n');
        }

        text.Append(Sources(t));
        return text.ToString();

        int Count(ChecklistStatus status) => rows.Count(row => row.Status == status);
    }

    private static string Mark(ChecklistStatus status, ReportText t) => status switch
    {
        ChecklistStatus.Reported => t.Say("yes", "oui"),
        ChecklistStatus.NotReported => t.Say("**not reported**", "**non rapporté**"),
        _ => t.Say("n/a", "s.o."),
    };

    /// <summary>A text in a cell of a table: bars are escaped, and a line stays one line.</summary>
    private static string Cell(string text) =>
        string.Join(' ', text.Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Replace("|", "\\|", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);

    private static string Sources(ReportText t) => t.Say(
        "Items in words of our own. ", "Points dans nos propres mots. ") + string.Join(t.Semicolon,
        [
            "Bridges et al. 2011, Value in Health 14:403-413", "Johnson et al. 2013, Value in Health 16:3-13",
            "Hauber et al. 2016, Value in Health 19:300-315 (ESTIMATE)", "Lancsar, Louviere 2008, PharmacoEconomics 26:661-677.\n\n",
        ]);
}
