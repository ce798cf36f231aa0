namespace InstallSim.Charts;

/// <summary>Keeps labels from touching one another.</summary>
internal static class Labels
{
    /// <summary>The labels moved up or down so that none touches another, those of higher values above.</summary>
    /// <param name="labels">Labels that stand below one another.</param>
    /// <param name="axis">The axis of their y.</param>
    /// <param name="height">Height of their panel, pixels.</param>
    /// <param name="gap">Least room between the lines of two, pixels.</param>
    public static IEnumerable<Label> Apart(IEnumerable<Label> labels, Axis axis, double height, double gap = 1)
    {
        double Pixel(double value) => height * (axis.To - value) / (axis.To - axis.From);
        var ordered = labels.OrderBy(l => Pixel(l.Y)).ToList();
        if (ordered.Count == 0)
        {
            return [];
        }

        double step = (ordered.Max(l => PanelRoom.Lines(l.Text)) * Lettering.LabelLine) + gap;
        // What reaches over the ends of the panel is less than a line, however many there are.
        double end = Math.Max(4, (step / 2) - 12);
        double[] wanted = [.. ordered.Select(l => Pixel(l.Y))], apart = Apart(wanted, step, end, height - end);
        return ordered.Select((l, i) => l with { Dy = apart[i] - wanted[i] });
    }

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
