namespace InstallSim.Reporting;

/// <summary>One scale for several panels or rows, which a single one that reaches far beyond all others does not stretch.</summary>
internal static class SharedScale
{
    /// <summary>How many times as far as the next one reaches whoever leaves the common scale.</summary>
    private const double TooFar = 2.5;

    /// <summary>
    /// How far from zero the common scale needs to go: while one reaches so many times as far as the next and two are left, it is left out,
    /// lest it press all others against the line of zero. Infinite when none is left out.
    /// </summary>
    public static double Limit(IEnumerable<double> reaches, double tooFar = TooFar)
    {
        var kept = reaches.Where(double.IsFinite).OrderDescending().ToList();
        double limit = double.PositiveInfinity;
        while (kept.Count > 2 && kept[1] > 0 && kept[0] > tooFar * kept[1])
        {
            kept.RemoveAt(0);
            limit = 1.3 * kept[0];
        }

        return limit;
    }

    /// <summary>How far values reach from zero.</summary>
    public static double Reach(IEnumerable<double> values) => values.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max();
}
