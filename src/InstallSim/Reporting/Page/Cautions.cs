using InstallSim.Results;

namespace InstallSim.Reporting.Page;

/// <summary>What readers of page, brief and terminal should know before they believe a title or a number.</summary>
public static class Cautions
{
    /// <summary>Most warnings that the brief has room for.</summary>
    private const int MostWarnings = 4;

    /// <summary>Keys that say how to run, not what is simulated.</summary>
    private static readonly string[] OfRun = ["replications", "seed", "years", "territories"];

    /// <summary>One sentence each: values that titles may contradict, and preferences of which nobody was asked.</summary>
    public static IEnumerable<string> Of(FigureContext context) =>
        new[] { Changed(context), Simulated(context) }.OfType<string>();

    /// <summary>What <c>--set</c> changed of the files, as it was written; null where it changed nothing but how to run.</summary>
    private static string? Changed(FigureContext context)
    {
        string[] changed = [.. context.Results.Manifest.Plan.Overrides
            .Where(text => !OfRun.Contains(text.Split('=')[0].Trim(), StringComparer.Ordinal))];
        string all = context.Join(changed);
        return changed.Length == 0 ? null : context.Say(
            $"Changed by --set: {all} (titles and descriptions are those of the files).",
            $"Modifié par --set\u00a0: {all} (titres et descriptions sont ceux des fichiers).");
    }

    /// <summary>
    /// That preferences were estimated from answers that a computer gave, as their sources say, and of which scenarios where not of all;
    /// null where none does. Older results tell it of the first scenario alone.
    /// </summary>
    private static string? Simulated(FigureContext context)
    {
        Manifest manifest = context.Results.Manifest;
        string[] some = [.. manifest.Scenarios.Where(s => s.HasSimulatedPreferences).Select(s => s.ShownTitle(context.Text))];
        if (some.Length == 0 && !manifest.Settings.Any(s => s.IsFromSimulatedAnswers))
        {
            return null;
        }

        bool isAll = some.Length == 0 || some.Length == manifest.Scenarios.Count;
        string which = context.Join(some.Select(title => context.Say($"“{title}”", $"«\u00a0{title}\u00a0»")));
        return context.Say(
            $"Preferences {(isAll ? "" : $"of {which} ")}were estimated from simulated answers: nobody was asked; this shows a method, not "
                + "what people want.",
            $"Les préférences {(isAll ? "" : $"de {which} ")}sont estimées sur des réponses simulées\u00a0: personne n’a été "
                + "interrogé\u00a0; ceci montre une méthode, non ce que veulent les gens.");
    }

    /// <summary>Warnings of the run, the first of many, for the brief; the page and the terminal have them all.</summary>
    internal static IEnumerable<string> Warnings(FigureContext context)
    {
        IReadOnlyList<Remark> all = context.Results.Manifest.Warnings;
        int more = all.Count - MostWarnings;
        foreach (Remark warning in all.Take(MostWarnings))
        {
            yield return context.Say($"Warning: {warning.English}", $"Avertissement\u00a0: {warning.French}");
        }

        if (more > 0)
        {
            yield return context.Say($"{context.Many(more, "more warning", "more warnings", "", "")} on the page (report.html).",
                $"{context.Many(more, "", "", "autre avertissement", "autres avertissements")} dans report.html.");
        }
    }
}
