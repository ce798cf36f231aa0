using System.Text.Json.Nodes;

namespace InstallSim.Reporting;

/// <summary>Keeps labels from touching one another and lines from cutting through them.</summary>
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

    /// <summary>A layer of text twice: first as a halo in the colour of the paper, then as it is.</summary>
    public static IEnumerable<JsonObject> WithHalo(JsonObject text)
    {
        var halo = text.DeepClone().AsObject();
        var mark = halo["mark"]!.AsObject();
        (mark["color"], mark["stroke"], mark["strokeWidth"], mark["strokeJoin"]) = (Palette.Paper, Palette.Paper, 3, "round");
        halo["encoding"]?.AsObject().Remove("color");
        halo["encoding"]?.AsObject().Remove("tooltip");
        return [halo, text];
    }
}
