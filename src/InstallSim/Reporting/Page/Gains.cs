using InstallSim.Indicators;
using InstallSim.Results;

namespace InstallSim.Reporting.Page;

/// <summary>
/// What a policy clearly improves, in sentences of the page and the terminal: no cost is "for no clear gain" while anything of it is.
/// </summary>
public static class Gains
{
    /// <summary>Gains counted beside the headline outcomes: where the policy works, and over the years.</summary>
    private static readonly string[] Counted = ["gps-in-covered", "gp-years-under-dense"];

    /// <summary>Headline outcomes that are clearly better at the last year, the main one first, then the others counted.</summary>
    public static IReadOnlyList<Indicator> Of(FigureContext context, ScenarioInfo scenario) =>
        [.. context.Results.Gains(scenario.Name, Counted).OrderBy(i => i != context.Results.Main)];

    /// <summary>
    /// What is clearly better beside the main outcome, in a sentence: where the main outcome is better too, without the share of people,
    /// which stands beside it everywhere; null where there is nothing.
    /// </summary>
    /// <param name="context">What is asked.</param>
    /// <param name="scenario">The policy.</param>
    /// <param name="isBesidePeople">Whether a line of its own says the share of people.</param>
    public static string? Beside(FigureContext context, ScenarioInfo scenario, bool isBesidePeople = false)
    {
        IReadOnlyList<Indicator> all = Of(context, scenario);
        bool isMain = all.Count > 0 && all[0] == context.Results.Main;
        all = [.. all.Skip(isMain ? 1 : 0).Where(i => i.Name != "share-under-threshold" || !(isMain || isBesidePeople))];
        if (all.Count == 0)
        {
            return null;
        }

        string said = context.Changes(all, isBetter: true);
        return isMain ? context.Say($"Other clear gains: it {said}.", $"Autres gains établis\u00a0: la mesure {said}.")
            : context.Say($"Clear gains: it {said}.", $"Gains établis\u00a0: la mesure {said}.");
    }

    /// <summary>That a cost buys no clear gain, to end a sentence: none at all, or none in the main outcome.</summary>
    internal static string None(FigureContext context, ScenarioInfo scenario) => Of(context, scenario).Count == 0
        ? context.Say("for no clear gain", "sans gain établi")
        : context.Say($"for no clear gain in {context.MainObject()}", $"sans gain établi de {context.MainObject()}");
}
