using InstallSim.Experiments.Precision;
using InstallSim.Indicators;
using InstallSim.Outputs;
using InstallSim.Reporting;
using InstallSim.Results;

namespace InstallSim.Cli;

/// <summary>How well chosen effects are known, and how many more replications it would take.</summary>
internal static class PrecisionLines
{
    /// <summary>Digits of what is wanted, and of the least half-width, which a column of them deserves.</summary>
    private const int Digits = 3, DigitsOfLeast = 2;

    public static void Write(UntilOutcome? until, Manifest manifest, TextWriter output, ReportText text)
    {
        if (until is null)
        {
            return;
        }

        text = text.Calling(manifest.Specialty);
        string holds = manifest.HoldsDoubt
            ? text.Say("doubt and chance", "incertitude et hasard")
            : text.Say("chance alone", "hasard seul");
        output.WriteLine(text.Say(
            $"How well means are known after {manifest.Replications} replications (95 % interval of the mean: {holds}):",
            $"Précision des moyennes après {manifest.Replications} réplications "
                + $"(intervalle à 95\u00a0% de la moyenne\u00a0: {holds})\u00a0:"));
        foreach (IGrouping<PrecisionGoal, KnownEffect> group in until.Effects.GroupBy(e => e.Goal))
        {
            Write(group.Key, [.. group], manifest, output, text);
        }

        output.WriteLine(Conclusion(until, manifest, text));
        if (manifest.HoldsDoubt)
        {
            output.WriteLine(text.Say(
                "The intervals of the table above are those of one more replication: they hold the doubt about inputs and do not shrink.",
                "Les intervalles du tableau ci-dessus sont ceux d’une réplication de plus\u00a0: ils contiennent l’incertitude des données "
                    + "et ne se resserrent pas."));
        }

        output.WriteLine();
    }

    private static void Write(PrecisionGoal goal, KnownEffect[] effects, Manifest manifest, TextWriter output, ReportText text)
    {
        string label = text.Label(IndicatorCatalog.Find(effects[0].Indicator)!), wanted = goal.IsRelative
            ? text.Say($"{Number(100 * goal.HalfWidth, text)} % of the mean", $"{Number(100 * goal.HalfWidth, text)}\u00a0% de la moyenne")
            : Number(goal.HalfWidth, text);
        output.WriteLine(text.Say(
            $"  {label}, {effects[0].Year}: wanted ± {wanted}", $"  {label}, {effects[0].Year}\u00a0: voulu ± {wanted}"));
        string[] titles = [.. effects.Select(e => manifest.Scenarios.First(s => s.Name == e.Scenario).ShownTitle(text))];
        int width = titles.Max(t => t.Length);
        double[] widths = [.. effects.Select(e => e.Estimate.HalfWidth).Where(w => double.IsFinite(w) && w > 0)];
        int decimals = widths.Length > 0
            ? ReportText.DecimalsTogether([widths.Min()], DigitsOfLeast)
            : ReportText.DecimalsTogether(effects.Select(e => e.Estimate.Mean), Digits);
        foreach ((KnownEffect effect, string title) in effects.Zip(titles))
        {
            string known = text.Number(effect.Estimate.Mean, decimals) + (effect.IsTied
                ? $" ({text.InAllReplications()})" : $" ± {text.Number(effect.Estimate.HalfWidth, decimals)}");
            output.WriteLine($"    {title.PadRight(width)}  {known}" + More(effect, manifest.Replications, text));
        }
    }

    private static string More(KnownEffect effect, int replications, ReportText text) => effect.IsReached ? ""
        : effect.Needed is { } needed && needed > replications
        ? text.Say($"  (about {needed - replications} more replications)", $"  (environ {needed - replications} réplications de plus)")
        : effect.Needed is null
        ? text.Say("  (not known how many more, or beyond any run)", "  (nombre inconnu, ou hors de portée)")
        : text.Say("  (a few more replications)", "  (quelques réplications de plus)");

    private static string Conclusion(UntilOutcome until, Manifest manifest, ReportText text)
    {
        KnownEffect[] open = [.. until.Effects.Where(e => !e.IsReached)];
        if (open.Length == 0)
        {
            return until.Effects.Count == 0
                ? text.Say("No scenario has such an effect: all replications were run.",
                    "Aucun scénario n’a un tel effet\u00a0: toutes les réplications ont été simulées.")
                : text.Say("Every chosen effect is known as well as asked.", "Chaque effet choisi est connu aussi bien que demandé.");
        }

        string why = until.OutOfTime
            ? text.Say("the time of --budget-minutes is spent", "le temps de --budget-minutes est épuisé")
            : text.Say("--replications is the most", "--replications est le plus");
        int? more = open.Any(e => e.Needed is null) ? null : open.Max(e => e.Needed!.Value) - manifest.Replications;
        string needed = more is > 0
            ? text.Say($"about {more} more replications would do ({more + manifest.Replications} in all)",
                $"environ {more} réplications de plus suffiraient ({more + manifest.Replications} en tout)")
            : text.Say("how many more it would take is not known", "on ne sait pas combien il en faudrait de plus");
        return text.Say(
            $"{open.Length} of {until.Effects.Count} effects are not known so well, and {why}: {needed}; --resume adds them.",
            $"{open.Length} effets sur {until.Effects.Count} ne sont pas connus aussi bien, et {why}\u00a0: {needed}\u00a0; --resume les "
                + "ajoute.");
    }

    private static string Number(double value, ReportText text)
    {
        if (!double.IsFinite(value))
        {
            return "–";
        }

        int decimals = value == 0 ? 0 : Math.Clamp(Digits - 1 - (int)Math.Floor(Math.Log10(Math.Abs(value))), 0, 6);
        return text.Number(value, decimals);
    }
}
