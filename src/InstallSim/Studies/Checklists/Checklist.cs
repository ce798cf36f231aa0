using InstallSim.Outputs;
using InstallSim.Studies.Results;

namespace InstallSim.Studies.Checklists;

/// <summary>
/// What a study tells a reader and what it does not, item by item: after the good research practices for conjoint analysis (Bridges and
/// others 2011), for designs (Johnson and others 2013) and for statistical analysis (Hauber and others 2016, ESTIMATE), and the
/// checklist of Lancsar and Louviere (2008), in words of our own. It says nothing of whether what is told is good.
/// </summary>
public static class Checklist
{
    /// <summary>The items in the order of a report.</summary>
    /// <param name="result">What the study found.</param>
    /// <param name="language">The language; English when null.</param>
    public static IReadOnlyList<ChecklistRow> Of(StudyResult result, ReportText? language = null) =>
        Of(ChecklistFacts.Of(result), language ?? ReportText.English);

    internal static IReadOnlyList<ChecklistRow> Of(ChecklistFacts facts, ReportText language)
    {
        var pen = new ChecklistPen(facts, language);
        QuestionItems.Write(pen);
        DesignItems.Write(pen);
        CollectionItems.Write(pen);
        ModelItems.Write(pen);
        ResultItems.Write(pen);
        return pen.Rows;
    }
}
