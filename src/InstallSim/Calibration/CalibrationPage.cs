using InstallSim.Charts.Files;
using InstallSim.Experiments.Points;
using InstallSim.Indicators;
using InstallSim.Inputs;
using InstallSim.Outputs;
using InstallSim.Scenarios;

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
        string[][] fit = [.. CalibrationText.Fit(result, t, row => row.Target.Name)],
            numbers = [.. CalibrationText.Numbers(result, t, path => Number(result, path, t))];
        return FilePage.Page(title, t, Html.Of($"""
            <h1>{title}</h1>
            <p>{Asked(result, t)}</p>
            {Html.Join(result.Warnings.Select(w => Html.Of($"<p class=\"warning\">{t.Say(w.English, w.French)}</p>\n")))}
            <h2>{t.Say("Targets", "Cibles")}</h2>
            {FilePage.Table(fit[0], fit.Skip(1))}
            {FilePage.Note(CalibrationText.Errors(t))}
            {FilePage.Table([t.Say("target", "cible"), t.Say("what is measured", "ce qui est mesuré"), t.Say("source", "source")],
                result.Loaded.Settings.Targets.Select(s => (string[])[s.Name, Measured(s, t), s.Source]), words: 3)}
            <h2>{t.Say("Numbers", "Nombres")}</h2>
            {FilePage.Table(numbers[0], numbers.Skip(1))}
            {FilePage.Note(CalibrationText.Sum(result, t))}
            {Waves(result, t)}
            <h2>{t.Say("Figures", "Figures")}</h2>
            {figures}
            """));
    }

    /// <summary>What was calibrated, over which years and with how many runs.</summary>
    private static string Asked(CalibrationResult result, ReportText t)
    {
        CalibrationSettings s = result.Loaded.Settings;
        Scenario scenario = result.Loaded.Experiment.Experiment.Scenarios[0].Scenario;
        string called = result.Captions.Called(scenario.Name, t), file = Path.GetFileName(result.Loaded.Path),
            replications = t.Number(s.Replications, 0);
        return t.Say(
            $"Calibration “{s.Name}” ({file}) of the scenario “{called}”, {scenario.Years.From} to {scenario.Years.Until}; "
                + $"{replications} replications at each point, {t.Number(s.Points, 0)} points a wave, waves: {t.Number(s.Waves, 0)}.",
            $"Calage «\u00a0{s.Name}\u00a0» ({file}) du scénario «\u00a0{called}\u00a0», de {scenario.Years.From} à {scenario.Years.Until}"
                + $"\u00a0; {replications} réplications en chaque point, {t.Number(s.Points, 0)} points par vague, vagues\u00a0: "
                + $"{t.Number(s.Waves, 0)}.");
    }

    private static string Number(CalibrationResult result, string path, ReportText t) =>
        result.Captions.Unit(path, t) is { Length: > 0 } unit && unit != t.Say("share", "part")
            ? $"{result.Captions.Called(path, t)} ({unit})" : result.Captions.Called(path, t);

    /// <summary>The indicator of a target, where and when, and by what it is divided.</summary>
    private static string Measured(TargetSettings target, ReportText t)
    {
        Indicator indicator = IndicatorCatalog.Find(target.Indicator)!;
        bool isRatio = target.Over is not null || target.RelativeTo is not null;
        string unit = isRatio || indicator.Unit is "" or "accessibility" ? "" : $" ({t.Say(indicator.Unit, Units.French(indicator.Unit))})";
        string years = target.Years is { } range
            ? t.Say($"{range.From} to {range.Until}", $"{range.From} à {range.Until}")
            : $"{target.Year}";
        string over = target.Over is { } name && IndicatorCatalog.Find(name) is { } below
            ? t.Say($", over: {below.English}", $", rapporté à\u00a0: {below.French}") : "";
        string relative = target.RelativeTo is { } year ? t.Say($", over its value in {year}", $", rapporté à sa valeur en {year}") : "";
        return $"{t.Say(indicator.English, indicator.French)}{unit}, {years}{Where(target.Of, t)}{over}{relative}";
    }

    private static string Where(AreaSettings? area, ReportText t)
    {
        string[] said = area is null ? [] :
        [
            .. area.Region.Select(code => t.Say($"region {code}", $"région {code}")),
            .. area.Departement.Select(code => $"département {code}"),
            .. area.AreaType.Select(type => InputType.Kebab($"{type}")),
        ];
        return said.Length == 0 ? "" : ", " + t.List(said);
    }

    /// <summary>What each wave left, and how well its surfaces follow the simulations, target by target.</summary>
    private static Markup Waves(CalibrationResult result, ReportText t) => result.Waves.Count == 0 ? default : Html.Of($"""
        <h2>{t.Say("Waves", "Vagues")}</h2>
        {Html.Join(CalibrationText.Waves(result, t).Select(FilePage.Note))}
        {FilePage.Table([t.Say("target", "cible"), .. result.Waves.Select(w => t.Say(
            $"wave {w.Number}: error of the surface (spread over the points)",
            $"vague {w.Number}\u00a0: erreur de la surface (dispersion entre points)"))],
            result.Loaded.Targets.Select((target, k) => (string[])[target.Name, .. result.Waves.Select(w =>
                $"{CalibrationText.Digits(w.Errors[k], t)} ({CalibrationText.Digits(w.Spreads[k], t)})")]))}
        {FilePage.Note(t.Say(
            "Error: root mean square of what the surface misses at points left out of its fit, in the unit of the target; as large as the "
                + "spread, it tells nothing. A dash: no surface.",
            "Erreur\u00a0: écart quadratique moyen de la surface en des points laissés hors de son ajustement, dans l’unité de la "
                + "cible\u00a0; aussi grande que la dispersion, elle n’apprend rien. Un tiret\u00a0: pas de surface."))}
        """);
}
