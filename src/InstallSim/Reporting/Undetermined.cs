using InstallSim.Outputs;

namespace InstallSim.Reporting;

/// <summary>What is said of a cost for each GP, GP-year or resident that has no interval.</summary>
public static class Undetermined
{
    /// <summary>What stands where a number has no interval that would make it known.</summary>
    public static string NotDetermined(this ReportText text) => text.Say("not determined", "indéterminé");

    /// <summary>
    /// Why costs for each of what scenarios gain are not determined: the interval of a gain holds 0, or, where the gain is clear, there is
    /// none in some replications.
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

        bool[] clear = [.. scenarios.Select(s =>
            Verdicts.Of(context.Results.Difference(s, gained, context.LastYear)) is Verdict.Up or Verdict.Down).Distinct().Order()];
        return string.Join(context.Say(", or ", ", ou "), clear.Select(isClear => isClear
            ? context.Say("some replications gain none", "des réplications n’ont pas de gain")
            : context.Say("the interval of the gain still holds 0", "l’intervalle du gain contient encore 0")));
    }
}
