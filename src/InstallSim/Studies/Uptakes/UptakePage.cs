using InstallSim.Charts.Files;
using InstallSim.Outputs;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Uptakes;

/// <summary>What packages would do as one HTML file that opens with no server and no network.</summary>
internal static class UptakePage
{
    /// <summary>The page.</summary>
    /// <param name="result">What was found.</param>
    /// <param name="t">The language.</param>
    /// <param name="figures">The figures.</param>
    public static string Write(UptakeResult result, ReportText t, Markup figures)
    {
        (string[] header, string[][] rows) = UptakeTables.Shown(result, t);
        (string[] incomes, string[][] made) = UptakeTables.ShownIncomes(result, t);
        Markup makeUp = result.Incomes.Count == 0 ? new Markup("") : Html.Of($"""
            <h2>{t.Say("Income that makes up for a package", "Revenu qui compense un paquet")}</h2>
            {FilePage.Table(incomes, made, words: 2)}
            """);
        return FilePage.Page(UptakeTables.Title(result, t), t, Html.Of($"""
            <h1>{UptakeTables.Title(result, t)}</h1>
            <p>{result.Source.Study.ShownDescription(t)}</p>
            {Html.Join(result.Warnings.Select(w => Html.Of($"<p class=\"warning\">{t.Say(w.English, w.French)}</p>\n")))}
            <h2>{t.Say("Uptake", "Adhésion")}</h2>
            {FilePage.Table(header, rows, words: 2)}
            {makeUp}
            {Html.Join(UptakeTables.Notes(result, t).Select(FilePage.Note))}
            <h2>{t.In("Figures")}</h2>
            {figures}
            """));
    }
}
