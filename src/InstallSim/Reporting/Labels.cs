namespace InstallSim.Reporting;

/// <summary>Keeps labels that stand one above the other from touching.</summary>
internal static class Labels
{
    /// <summary>Heights near the wanted ones and at least a gap apart, in the order given.</summary>
    /// <param name="wanted">Wanted heights, rising, pixels from the top.</param>
    /// <param name="gap">Least distance, pixels.</param>
    /// <param name="top">Least height.</param>
    /// <param name="bottom">Greatest height; kept to where the labels leave room.</param>
    public static double[] Apart(double[] wanted, double gap, double top, double bottom)
    {
        double[] heights = [.. wanted];
        for (int i = 0; i < heights.Length; i++)
        {
            heights[i] = Math.Max(heights[i], i == 0 ? top : heights[i - 1] + gap);
        }

        for (int i = heights.Length - 1; i >= 0; i--)
        {
            double limit = i == heights.Length - 1 ? bottom : heights[i + 1] - gap;
            heights[i] = Math.Max(Math.Min(heights[i], limit), top + (i * gap));
        }

        return heights;
    }
}
