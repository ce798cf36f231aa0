using System.Text.Json.Nodes;
using InstallSim.Charts;

namespace InstallSim.Reporting;

internal static class OldHalo
{
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
