using System.Text;
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
        foreach (WaveResult wave in result.Waves)
        {
            string share = wave.Found > 0
                ? t.Number(100 * wave.Share, wave.Share < 0.01 ? 3 : 1)
                : "< " + t.Number(100.0 / wave.Candidates, 3);
            text.Append(t.Say($"Wave {wave.Number}: {wave.Simulated} points, {share} % of the space left\n",
                $"Vague {wave.Number}\u00a0: {wave.Simulated} points, il reste {share}\u00a0% de l’espace\n"));
        }

        text.Append('\n');
        Columns(text, [Said(t, "target", "cible"), Said(t, "published", "publié"), Said(t, "se", "err. type"), Said(t, "before", "avant"),
            Said(t, "after", "après"), Said(t, "miss before", "écart avant"), Said(t, "miss after", "écart après")],
            [.. result.Fit.Select(row => new[]
            {
                row.Target.Name, Limit(row.Target, t) + Digits(row.Target.Value, t), Digits(row.Deviation, t), Digits(row.Before, t),
                Digits(row.After, t), t.Number(row.MissBefore, 1), t.Number(row.MissAfter, 1),
            })]);
        text.Append(t.Say("Published: se holds what was published, the model's form and chance; misses are in it.\n\n",
            "Publié\u00a0: l’erreur type tient compte du publié, de la forme du modèle et du hasard\u00a0; les écarts sont en elle.\n\n"));
        Columns(text, [Said(t, "number", "nombre"), Said(t, "before", "avant"), Said(t, "estimate", "estimation"),
            Said(t, "se", "err. type"), Said(t, "not ruled out", "non exclu"), Said(t, "searched", "cherché")],
            [.. result.Numbers.Select(row => new[]
            {
                row.Number.Path, Digits(row.Number.Before, t), Digits(row.Estimate, t), Digits(row.StandardError, t),
                Range(row.PlausibleLow, row.PlausibleHigh, t), Range(row.Number.Low, row.Number.High, t),
            })]);
        text.Append('\n').Append(t.Say(
            $"Sum of squared misses: {t.Number(result.SumBefore, 1)} before, {t.Number(result.SumAfter, 1)} after; "
                + $"{result.Evaluations} runs of the scenario\n",
            $"Somme des carrés des écarts\u00a0: {t.Number(result.SumBefore, 1)} avant, {t.Number(result.SumAfter, 1)} après\u00a0; "
                + $"{result.Evaluations} simulations du scénario\n"));
        foreach (Words warning in result.Warnings)
        {
            text.Append(t.Say($"Warning: {warning.English}\n", $"Avertissement\u00a0: {warning.French}\n"));
        }

        return text.ToString();
    }

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

    private static string Said(ReportText t, string english, string french) => t.Say(english, french);

    private static string Range(double low, double high, ReportText t) =>
        double.IsNaN(low) ? "–" : $"{Digits(low, t)} – {Digits(high, t)}";

    private static void Columns(StringBuilder text, string[] header, string[][] rows)
    {
        int[] widths = [.. header.Select((h, c) => Math.Max(h.Length, rows.Max(row => row[c].Length)))];
        foreach (string[] row in rows.Prepend(header))
        {
            text.Append(string.Join("  ", row.Select((cell, c) => c == 0 ? cell.PadRight(widths[c]) : cell.PadLeft(widths[c]))).TrimEnd())
                .Append('\n');
        }
    }
}
