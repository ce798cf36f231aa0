using InstallSim.Results;

namespace InstallSim.Reporting;

/// <summary>Where doubt comes from, and what it does to the choice of a policy, in words.</summary>
internal static class DoubtText
{
    /// <summary>Parts of a scenario's main effect, in the order of <see cref="DoubtSource.Sources"/>; none may be known.</summary>
    public static DoubtSource[] Of(FigureContext context, string scenario) => [.. context.Results.Results.DoubtSources
        .Where(d => d.Scenario == scenario && d.Indicator == context.Results.Main.Name)];

    /// <summary>What people call a source.</summary>
    public static string Called(FigureContext context, string source) => source switch
    {
        DoubtSource.Chance => context.Say("chance", "hasard"),
        DoubtSource.Preferences => context.Say("how physicians choose", "comment les médecins choisissent"),
        DoubtSource.Policies => context.Say("the policies’ own numbers", "les nombres des mesures"),
        DoubtSource.Settings => context.Say("other settings", "autres réglages"),
        _ => context.Say("curved effects and numbers that act together", "effets courbes et nombres qui agissent ensemble"),
    };

    /// <summary>What sources of doubt have, and how the choice of a policy stands.</summary>
    public static string All(FigureContext context) => Sources(context) + Choice(context);

    /// <summary>What each source has of the variance, chance included, the largest first; empty where it is not known.</summary>
    public static string Sources(FigureContext context)
    {
        DoubtSource[][] all = [.. context.Results.Policies.Select(p => Of(context, p.Name)).Where(parts => parts.Length > 0)];
        string[] said = [.. DoubtSource.Sources.Where(_ => all.Length > 0)
            .Select(s => (Source: s, Share: all.Average(parts => parts.First(p => p.Source == s).Share)))
            .OrderByDescending(s => s.Share)
            .Select(s => $"{Called(context, s.Source)} {context.Text.Percent(s.Share, 0)}")];
        return said.Length == 0 ? "" : context.Say(
            $"On average over the policies, the variance of the main effect is shared out so: {string.Join(", ", said)}. ",
            $"En moyenne sur les mesures, la variance de l’effet principal se partage ainsi\u00a0: {string.Join(", ", said)}. ");
    }

    /// <summary>How often the policy that is best on average is the best of a draw, and what it loses; empty for one policy.</summary>
    public static string Choice(FigureContext context)
    {
        PolicyChoice[] standing = Standing(context);
        if (standing.Length < 2)
        {
            return "";
        }

        PolicyChoice best = standing.MinBy(c => c.LossHigh);
        ScenarioInfo? named = context.Results.Policies.FirstOrDefault(p => p.Name == best.Scenario);
        string share = context.Text.Percent(best.BestShare, 0), loss = context.Text.Number(best.LossHigh, 1),
            least = context.Text.Number(best.LossLow, 1);
        return named is null ? "" : best.LossHigh == 0
            ? context.Say($"{context.Quoted(named)} is the best in every draw. ",
                $"{context.Quoted(named)} est la meilleure dans tous les tirages. ")
            : context.Say(
            $"{context.Quoted(named)} is the best on average and in {share} of the draws; knowing the draw would gain "
                + $"{least} to {loss} {context.MainObject()}. ",
            $"{context.Quoted(named)} est la meilleure en moyenne et dans {share} des tirages\u00a0; connaître le tirage ferait gagner "
                + $"{least} à {loss} {context.MainObject()}. ");
    }

    /// <summary>What has most of the doubt about the main effect of one policy, to follow another sentence; empty where unknown.</summary>
    public static string Most(FigureContext context, string scenario)
    {
        DoubtSource[] parts = [.. Of(context, scenario).Where(p => p.Source is not DoubtSource.Chance and not DoubtSource.Rest)];
        if (parts.Length == 0 || parts.MaxBy(p => p.Share) is not { Share: > 0.05 } most)
        {
            return "";
        }

        string source = Called(context, most.Source), share = context.Text.Percent(most.Share, 0);
        return context.Say($" The largest part: {source} ({share}).", $" Le plus\u00a0: {source} ({share}).");
    }

    /// <summary>In how many draws one policy is the best of those compared; null where one alone is, or that is not known.</summary>
    public static string? Best(FigureContext context, string scenario)
    {
        PolicyChoice[] standing = Standing(context);
        if (standing.Length < 2 || !standing.Any(c => c.Scenario == scenario))
        {
            return null;
        }

        string share = context.Text.Percent(standing.First(c => c.Scenario == scenario).BestShare, 0);
        return context.Say($"The best of these {standing.Length} policies in {share} of the draws.",
            $"La meilleure de ces {standing.Length} mesures dans {share} des tirages.");
    }

    private static PolicyChoice[] Standing(FigureContext context) =>
        [.. context.Results.Results.Choices.Where(c => c.Indicator == context.Results.Main.Name)];
}
