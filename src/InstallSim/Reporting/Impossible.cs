using InstallSim.Indicators;
using InstallSim.Outputs;
using InstallSim.Results;

namespace InstallSim.Reporting;

/// <summary>
/// Values that cannot be, in intervals of differences: Student's rule on few replications knows no bounds. Tables of numbers keep them,
/// for they are what the rule gives; figures end where an outcome ends, and words say it.
/// </summary>
public static class Impossible
{
    /// <summary>
    /// The most by which two scenarios can differ in an indicator: 1 where a run records a part of a whole or an index from 0 to 1; else no
    /// limit is known, nor is one of what a comparison derives, which divides differences.
    /// </summary>
    public static double MostDifference(this Indicator indicator) => indicator.Measure is not null
        && (indicator.Unit == IndicatorCatalog.Share
            || indicator.Name is "accessibility-gini" or "accessibility-gap" or "accessibility-gap-severity")
        ? 1 : double.PositiveInfinity;

    /// <summary>
    /// That an interval of a difference holds values that cannot be (<see cref="MostDifference"/>), as few replications make
    /// them: what stands behind it; empty where it holds none.
    /// </summary>
    public static string Beyond(this ReportText text, Indicator indicator, double lower, double upper) =>
        indicator.IsBeyond(lower, upper) ? text.Say(", which reaches beyond what can be", ", qui va au-delà du possible") : "";

    /// <summary>Whether an interval of a difference holds values that cannot be.</summary>
    public static bool IsBeyond(this Indicator indicator, double lower, double upper) =>
        lower < -indicator.MostDifference() || upper > indicator.MostDifference();

    /// <summary>An end of an interval of a difference as figures draw it: no further than can be.</summary>
    public static double Drawn(this Indicator indicator, double end) =>
        double.IsNaN(end) ? end : Math.Clamp(end, -indicator.MostDifference(), indicator.MostDifference());

    /// <summary>That figures cut intervals which reach beyond what can be, as the end of a sentence; empty where none does.</summary>
    public static string CutWhereImpossible(this FigureContext context, IEnumerable<(Indicator Indicator, Comparison Comparison)> drawn)
    {
        Indicator[] cut = [.. drawn.Where(d => d.Indicator.IsBeyond(d.Comparison.Lower, d.Comparison.Upper)).Select(d => d.Indicator)];
        bool isShare = cut.Any(i => i.Unit == IndicatorCatalog.Share);
        return cut.Length == 0 ? "" : context.Say(
            $". An interval that reaches beyond what can be ({(isShare ? "100 percentage points" : "1")} either way) is cut there",
            $". Un intervalle qui va au-delà du possible ({(isShare ? "100 points" : "1")} dans un sens ou l’autre) y est coupé");
    }
}
