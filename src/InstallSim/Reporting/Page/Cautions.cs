using InstallSim.Results;

namespace InstallSim.Reporting.Page;

/// <summary>What readers of page, brief and terminal should know before they believe a title or a number.</summary>
public static class Cautions
{
    /// <summary>Keys that say how to run, not what is simulated.</summary>
    private static readonly string[] OfRun = ["replications", "seed", "years", "territories"];

    /// <summary>One sentence each: values that titles may contradict.</summary>
    public static IEnumerable<string> Of(FigureContext context) =>
        new[] { Changed(context) }.OfType<string>();

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
}
