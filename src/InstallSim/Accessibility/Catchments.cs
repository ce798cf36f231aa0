using InstallSim.Inputs;
using InstallSim.World;

namespace InstallSim.Accessibility;

/// <summary>What the catchment of a metric leaves of the ways between territories.</summary>
internal static class Catchments
{
    /// <summary>
    /// That more than half of the territories reach no other within the catchment: any metric of travel is there what each offers its own
    /// people. Null where they do, and for a metric without travel.
    /// </summary>
    /// <param name="times">Travel times, cut at the catchment or later.</param>
    /// <param name="metric">The metric.</param>
    public static InputMessage? Islands(TravelTimes times, AccessibilityMetric metric)
    {
        double limit = metric.CatchmentMinutes;
        bool IsAlone(int i) => Enumerable.Range(times.RowStart[i], times.RowStart[i + 1] - times.RowStart[i])
            .All(e => times.To[e] == i || times.Minutes[e] > limit);
        int alone = Enumerable.Range(0, times.Count).Count(IsAlone);
        return limit > 0 && 2 * alone > times.Count
            ? (InputMessage)($"{alone} of {times.Count} territories reach no other within the {limit} minutes of the metric: "
                + $"accessibility there is what a territory offers its own inhabitants")
            : null;
    }
}
