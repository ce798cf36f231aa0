using InstallSim.Outputs;
using InstallSim.Results;

namespace InstallSim.Reporting;

/// <summary>What is said of a difference, or a cost for each GP, GP-year or resident, that has no interval.</summary>
public static class Undetermined
{
    /// <summary>What stands where a number has no interval that would make it known.</summary>
    public static string NotDetermined(this ReportText text) => text.Say("not determined", "indéterminé");

    /// <summary>What stands behind a difference that is the same in all of too few replications.</summary>
    public static string InAllTooFew(this FigureContext context, int replications) => context.Say(
        $"in each of {replications} replications, too few to call it clear",
        $"dans chacune de {replications} réplications, trop peu pour le dire établi");

    /// <summary>What else a hollow point means, where one of some outcomes at the last year is the same in all; else empty.</summary>
    public static string OrAllAgree(this FigureContext context, params string[] indicators) =>
        !context.Results.Results.Comparisons.Any(c => c.Year == context.LastYear && c.IsTied && indicators.Contains(c.Indicator)) ? ""
            : context.Say(" or replications all agree but are too few",
                " ou les réplications concordent toutes, mais sont trop peu nombreuses");

    /// <summary>
    /// Why there is no interval where all replications agree, where an outcome at the last year has none for that; else empty.
    /// </summary>
    /// <param name="context">The results.</param>
    /// <param name="isShown">Whether the intervals of an outcome are shown.</param>
    public static string Ties(this FigureContext context, Func<string, bool> isShown)
    {
        int enough = Intervals.Enough(context.Results.Manifest.HoldsDoubt);
        return !context.Results.Results.Comparisons.Any(c => c.Year == context.LastYear && c.IsTied && isShown(c.Indicator)) ? ""
            : context.Say("A difference that is the same in all replications has no interval and is not called clear: with fewer than "
                + $"{enough} of them one more may differ. What a plan fixes, such as centres announced, is the same for certain. ",
                "Un écart identique dans toutes les réplications n’a pas d’intervalle et n’est pas dit établi\u00a0: à moins de "
                + $"{enough}, une de plus peut différer. Ce qu’un plan fixe, comme les maisons annoncées, l’est à coup sûr. ");
    }

    /// <summary>
    /// Why costs for each of what scenarios gain are not determined: the interval of a gain holds 0, there is none for it is the same in
    /// too few replications, or, where it is clear, some replications gain none.
    /// </summary>
    /// <param name="context">The results.</param>
    /// <param name="gained">The outcome that costs are divided by.</param>
    /// <param name="scenarios">Scenarios with such a cost.</param>
    public static string WhyNotDetermined(this FigureContext context, string gained, IEnumerable<string> scenarios)
    {
        if (!context.Results.Manifest.HasIntervals)
        {
            return context.NoInterval();
        }

        return string.Join(context.Say(", or ", ", ou "), scenarios.Select(Why).Distinct());

        string Why(string scenario) => context.Results.Difference(scenario, gained, context.LastYear) switch
        {
            { IsTied: true } => context.Say("too few replications gain the same", "trop peu de réplications, toutes de même gain"),
            var c when Verdicts.Of(c) is Verdict.Up or Verdict.Down =>
                context.Say("some replications gain none", "des réplications n’ont pas de gain"),
            _ => context.Say("the interval of the gain still holds 0", "l’intervalle du gain contient encore 0"),
        };
    }
}
