using InstallSim.Charts.Files;
using InstallSim.Outputs;
using InstallSim.Studies.Analyses;
using InstallSim.Studies.Designs;
using InstallSim.Studies.Results;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Tables;

/// <summary>The estimates as one HTML file that opens with no server and no network.</summary>
internal static class HtmlTable
{
    /// <summary>The page.</summary>
    /// <param name="study">What was found.</param>
    /// <param name="t">The language.</param>
    /// <param name="figures">The figures, or why there are none.</param>
    public static string Write(StudyResult study, ReportText t, Markup figures)
    {
        return FilePage.Page(study.Study.ShownTitle(t), t, Html.Of($"""
            <h1>{study.Study.ShownTitle(t)}</h1>
            <p>{study.Study.ShownDescription(t)}</p>
            {(study.IsSimulated ? FilePage.Note(t.In(SimulatedAnswers.Note)) : default)}
            {Html.Join(study.Warnings.Select(w => Html.Of($"<p class=\"warning\">{t.Say(w.English, w.French)}</p>\n")))}
            {Coefficients(study, t)}
            {WillingnessToPay(study, t)}
            {Html.Join(study.Analyses.Tables.Where(table => !table.IsLong).Select(table => Analysis(study.Study, table, t)))}
            <h2>{t.In("Fit")}</h2>
            {FilePage.Table([], ResultLines.Fit(study).Select(f => (string[])[t.In(f.Name), t.Digits(t.In(f.Value))]))}
            {FilePage.Note(t.Digits(t.In(ResultLines.Convergence(study))))}
            {(ResultLines.Starts(study) is { Length: > 0 } starts ? FilePage.Note(t.Digits(t.In(starts))) : default)}
            <h2>{t.In("Figures")}</h2>
            {figures}
            """));
    }

    private static Markup Coefficients(StudyResult study, ReportText t)
    {
        IReadOnlyList<ParameterRow> rows = ParameterRow.Of(study.Estimates);
        bool says = rows.Any(r => r.TestedAgainst != 0);
        string[] tested = says ? [t.In("tested against")] : [];
        return Html.Of($"""
            <h2>{t.In("Coefficients")}{t.Say(":", "\u00a0:")} {t.In(study.Model)}</h2>
            {FilePage.Table([t.In("Parameter"), t.In("Coefficient"), t.In("Std. error"), .. tested, "z", "p", t.In("95 % interval")],
                rows.Select(row => Cells(row, ParameterLabels.Named(study.Study, row.Name, t), says, t)))}
            {Html.Join(ResultLines.TableNotes(study).Select(note => FilePage.Note(Named(t.In(note), t))))}
            """);
    }

    /// <summary>A note on parameters with what the table calls them.</summary>
    private static string Named(string note, ReportText t) =>
        note.Replace("sd.*", t.Say("“…, std. dev.” (sd.*)", "«\u00a0…, écart type\u00a0» (sd.*)"), StringComparison.Ordinal);

    private static string[] Cells(ParameterRow row, string name, bool says, ReportText t)
    {
        string[] tested = says ? [row.IsFixed ? "" : row.TestedAgainst == 1 ? "1" : "0"] : [];
        return row.IsFixed
            ? [name, t.Digits(PaperNumber.Text(row.Estimate)), t.In("fixed"), .. tested, "", "", ""]
            :
            [
                name, t.Digits(PaperNumber.Text(row.Estimate)) + row.Stars, t.Digits(PaperNumber.Text(row.StandardError)), .. tested,
                t.Digits(PaperNumber.Two(row.Z)), t.Digits(PaperNumber.Probability(row.P)), Range(row.Lower, row.Upper, t),
            ];
    }

    private static string Range(double lower, double upper, ReportText t) =>
        $"{t.Digits(PaperNumber.Text(lower))} {t.Say("to", "à")} {t.Digits(PaperNumber.Text(upper))}";

    private static Markup WillingnessToPay(StudyResult study, ReportText t) =>
        study.WillingnessToPay.Count == 0 ? new Markup("") : Html.Of($"""
        <h2>{t.In("Ratios")}{t.Say(":", "\u00a0:")} {WillingnessToPayRow.Title(study.Study, t)}</h2>
        {FilePage.Table(PayColumns.Header(study, t), PayColumns.Rows(study, t, name => ParameterLabels.Named(study.Study, name, t)))}
        {(PayColumns.WhyLeftOut(study, t) is { } why ? FilePage.Note(why) : default)}
        """);

    private static Markup Analysis(Study study, ResultTable table, ReportText t)
    {
        string title = t.In(table.Title);
        return Html.Of($"""
            <h2>{char.ToUpperInvariant(title[0]) + title[1..]}</h2>
            {FilePage.Table([.. table.Columns.Select(c => t.In(c.Heading))],
                table.Rows.Select(row => row.Select((cell, c) => Shown(cell as string, row, c)).ToArray()))}
            {Html.Join(table.Notes.Select(note => FilePage.Note(t.Digits(t.In(note)))))}
            """);

        string Shown(string? words, object[] row, int c) => words is null ? t.Digits(table.Text(row, c))
            : c == 0 ? ParameterLabels.Named(study, t.In(words), t)
            : t.In(words);
    }
}
