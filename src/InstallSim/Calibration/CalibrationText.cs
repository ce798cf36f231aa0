using System.Text;
using InstallSim.Experiments.Points;
using InstallSim.Inputs;
using InstallSim.Outputs;

namespace InstallSim.Calibration;

/// <summary>What a calibration found as a terminal shows it.</summary>
public static class CalibrationText
{
    /// <summary>The whole text, lines ended by a line feed.</summary>
    /// <param name="result">What was found.</param>
    /// <param name="t">The language.</param>
    public static string Write(CalibrationResult result, ReportText t)
    {
        var text = new StringBuilder();
        foreach (string wave in Waves(result, t))
        {
            text.Append(wave).Append('\n');
        }

        Columns(text.Append('\n'), [.. Fit(result, t, row => row.Target.Name)]);
        text.Append(Errors(t)).Append("\n\n");
        Columns(text, [.. Numbers(result, t, path => path)]);
        text.Append('\n').Append(Sum(result, t)).Append('\n');
        foreach (Words warning in result.Warnings)
        {
            text.Append(t.Say($"Warning: {warning.English}\n", $"Avertissement\u00a0: {warning.French}\n"));
        }

        return text.ToString();
    }

    /// <summary>What each wave left, a line each.</summary>
    internal static IEnumerable<string> Waves(CalibrationResult result, ReportText t) => result.Waves.Select(wave =>
    {
        string points = PointCount.Of(wave.Simulated), share = Share(wave, t);
        return t.Say($"Wave {wave.Number}: {points}, {share} % of the space left",
            $"Vague {wave.Number}\u00a0: {points}, il reste {share}\u00a0% de l’espace");
    });

    /// <summary>What a wave left of the space, in %; less than one candidate of all where none was found.</summary>
    internal static string Share(WaveResult wave, ReportText t) => wave.Found > 0
        ? t.Number(100 * wave.Share, wave.Share < 0.01 ? 3 : 1)
        : "< " + t.Number(100.0 / wave.Candidates, 3);

    /// <summary>The targets beside what the model gives, below a head.</summary>
    internal static IEnumerable<string[]> Fit(CalibrationResult result, ReportText t, Func<FitRow, string> called) =>
        result.Fit.Select(row => new[]
    {
        called(row), Limit(row.Target, t) + Digits(row.Target.Value, t), Digits(row.Deviation, t), Digits(row.Before, t),
        Digits(row.After, t), t.Number(row.MissBefore, 1), t.Number(row.MissAfter, 1),
    }).Prepend([t.Say("target", "cible"), t.Say("published", "publié"), t.Say("std. error", "erreur type"), t.Say("before", "avant"),
        t.Say("after", "après"), t.Say("miss before", "écart avant"), t.Say("miss after", "écart après")]);

    /// <summary>What the standard errors of the targets are.</summary>
    internal static string Errors(ReportText t) => t.Say(
        "The standard error of a target holds doubt of what was published, the model's form and chance; misses are counted in standard "
            + "errors.",
        "L’erreur type d’une cible réunit l’incertitude de ce qui est publié, la forme du modèle et le hasard\u00a0; les écarts sont "
            + "comptés en erreurs types.");

    /// <summary>The numbers that were searched, below a head.</summary>
    internal static IEnumerable<string[]> Numbers(CalibrationResult result, ReportText t, Func<string, string> called) =>
        result.Numbers.Select(row => new[]
    {
        called(row.Number.Path), Digits(row.Number.Before, t), Digits(row.Estimate, t), Digits(row.StandardError, t),
        Range(row.PlausibleLow, row.PlausibleHigh, t), Range(row.Number.Low, row.Number.High, t),
    }).Prepend([t.Say("number", "nombre"), t.Say("before", "avant"), t.Say("estimate", "estimation"), t.Say("std. error", "erreur type"),
        t.Say("not ruled out", "non exclu"), t.Say("searched", "cherché")]);

    /// <summary>How well all fits, and what that took.</summary>
    internal static string Sum(CalibrationResult result, ReportText t) => t.Say(
        $"Sum of squared misses: {t.Number(result.SumBefore, 1)} before, {t.Number(result.SumAfter, 1)} after; "
            + $"{result.Evaluations} runs of the scenario",
        $"Somme des carrés des écarts\u00a0: {t.Number(result.SumBefore, 1)} avant, {t.Number(result.SumAfter, 1)} après\u00a0; "
            + $"{result.Evaluations} simulations du scénario");

    /// <summary>A number of four significant digits.</summary>
    internal static string Digits(double value, ReportText t)
    {
        double size = Math.Abs(value);
        int decimals = size == 0 || !double.IsFinite(size) ? 0 : 3 - (int)Math.Floor(Math.Log10(size));
        return t.Number(value, Math.Clamp(decimals, 0, 6));
    }

    /// <summary>What stands before a value that is a limit.</summary>
    internal static string Limit(Target target, ReportText t) => target.Limit switch
    {
        TargetLimit.AtLeast => t.Say("at least ", "au moins "),
        TargetLimit.AtMost => t.Say("at most ", "au plus "),
        _ => "",
    };

    private static string Range(double low, double high, ReportText t) =>
        double.IsNaN(low) ? "–" : t.Say($"{Digits(low, t)} to {Digits(high, t)}", $"{Digits(low, t)} à {Digits(high, t)}");

    private static void Columns(StringBuilder text, string[][] rows)
    {
        int[] widths = [.. rows[0].Select((_, c) => rows.Max(row => row[c].Length))];
        foreach (string[] row in rows)
        {
            text.Append(string.Join("  ", row.Select((cell, c) => c == 0 ? cell.PadRight(widths[c]) : cell.PadLeft(widths[c]))).TrimEnd())
                .Append('\n');
        }
    }
}
