using InstallSim.Charts.Files;
using InstallSim.Outputs;

namespace InstallSim.Calibration;

/// <summary>A calibration as one HTML file that opens with no server and no network.</summary>
internal static class CalibrationPage
{
    /// <summary>The page.</summary>
    /// <param name="result">What was found.</param>
    /// <param name="t">The language.</param>
    /// <param name="figures">The figures.</param>
    public static string Write(CalibrationResult result, ReportText t, Markup figures)
    {
        string title = t.Say("Numbers fitted to what is published", "Nombres calés sur ce qui est publié");
        string[][] fit = [.. CalibrationText.Fit(result, t)], numbers = [.. CalibrationText.Numbers(result, t)];
        return FilePage.Page(title, t, Html.Of($"""
            <h1>{title}</h1>
            {Html.Join(result.Warnings.Select(w => Html.Of($"<p class=\"warning\">{t.Say(w.English, w.French)}</p>\n")))}
            <h2>{t.Say("Targets", "Cibles")}</h2>
            {FilePage.Table(fit[0], fit.Skip(1))}
            {FilePage.Note(CalibrationText.Errors(t))}
            <h2>{t.Say("Numbers", "Nombres")}</h2>
            {FilePage.Table(numbers[0], numbers.Skip(1))}
            {FilePage.Note(CalibrationText.Sum(result, t))}
            {Html.Join(CalibrationText.Waves(result, t).Select(FilePage.Note))}
            <h2>{t.Say("Figures", "Figures")}</h2>
            {figures}
            """));
    }
}
