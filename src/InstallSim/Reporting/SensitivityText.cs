using InstallSim.Indicators;
using InstallSim.Results;

namespace InstallSim.Reporting;

/// <summary>Which of the settings varied alone an effect hangs on, in words.</summary>
public static class SensitivityText
{
    /// <summary>Settings that a figure has room for.</summary>
    internal const int Most = 15;

    /// <summary>What a scenario's effect on an outcome hangs on, all numbers else at their values; null where nothing was varied.</summary>
    public static string? Of(FigureContext context)
    {
        List<Sensitivity> rows = Rows(context, context.Scenario.Name);
        return rows.Count == 0 ? null : context.Say(
            $"Effect on “{context.Text.Label(Indicator(rows[0]))}”, all else at its value: {Of(context, rows)}.",
            $"Effet sur «\u00a0{context.Text.Label(Indicator(rows[0]))}\u00a0», le reste à sa valeur\u00a0: {Of(context, rows)}.");
    }

    internal static string Of(FigureContext context, List<Sensitivity> rows)
    {
        string policy = context.Quoted(context.Scenario);
        if (rows.Count == 0)
        {
            return context.Say($"No setting was varied for {policy}", $"Aucun réglage n’a varié pour {policy}");
        }

        var (first, indicator) = (rows[0], Indicator(rows[0]));
        int decimals = Decimals(rows);
        double least = Math.Min(first.AtLow, first.AtHigh), most = Math.Max(first.AtLow, first.AtHigh);
        string low = context.Text.Difference(indicator, least, decimals), high = context.Text.Difference(indicator, most, decimals);
        if (first.Reference < least || first.Reference > most)
        {
            string at = context.Text.Difference(indicator, first.Reference, decimals);
            high += context.Say($" ({at} at its value)", $" ({at} à sa valeur)");
        }

        string setting = context.SettingName(first.Setting);
        return rows.Count == 1
            ? context.Say($"The range of “{setting}” takes the effect of {policy} from {low} to {high}",
                $"La plage de «\u00a0{setting}\u00a0» mène l’effet de {policy} de {low} à {high}")
            : context.Say(
            $"“{setting}” matters most to {policy}: its range takes the effect from {low} to {high}; ",
            $"«\u00a0{setting}\u00a0» compte le plus pour {policy}\u00a0: sa plage mène l’effet de {low} à {high}\u00a0; ")
            + Turning(context, rows);
    }

    /// <summary>How many settings can make a gain a loss or a loss a gain: an effect of 0 is neither.</summary>
    private static string Turning(FigureContext context, List<Sensitivity> rows)
    {
        int turning = rows.Count(r => new[] { r.AtLow, r.Reference, r.AtHigh } is var all && all.Min() < 0 && all.Max() > 0);
        return turning == 0
            ? context.Say($"none of {rows.Count} varied turns its sign", $"aucun des {rows.Count} réglages n’en change le signe")
            : context.Say($"{turning} of {rows.Count} varied can turn its sign",
                $"{turning} réglage{(turning > 1 ? "s" : "")} sur {rows.Count} peu{(turning > 1 ? "vent" : "t")} en changer le signe");
    }

    /// <summary>Rows of one scenario and one outcome (the main one where it was varied), widest first.</summary>
    internal static List<Sensitivity> Rows(FigureContext context, string scenario)
    {
        string main = context.Results.Main.Name;
        var own = context.Results.Results.Sensitivities
            .Where(s => s.Scenario == scenario && double.IsFinite(s.AtLow) && double.IsFinite(s.AtHigh))
            .Where(s => IndicatorCatalog.Find(s.Indicator) is not null).ToList();
        string? chosen = own.Any(s => s.Indicator == main) ? main : own.Select(s => s.Indicator).FirstOrDefault();
        return [.. own.Where(s => s.Indicator == chosen).OrderByDescending(s => Math.Abs(s.AtHigh - s.AtLow))
            .ThenBy(s => s.Setting, StringComparer.Ordinal)];
    }

    internal static int Decimals(List<Sensitivity> rows) => IndicatorText.DecimalsTogether(
        rows.Take(Most).SelectMany(r => (double[])[r.AtLow, r.AtHigh]).Select(v => v * Indicator(rows[0]).Scale()));

    internal static Indicator Indicator(Sensitivity row) => IndicatorCatalog.Find(row.Indicator)!;
}
