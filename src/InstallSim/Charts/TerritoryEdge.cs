namespace InstallSim.Charts;

/// <summary>Edges of what stands for territories on maps, in the colour of the paper, in ink for the chosen one. In pixels.</summary>
internal static class TerritoryEdge
{
    /// <summary>Width around the chosen territory.</summary>
    public const double Chosen = 2.5;

    private const int Many = 400;

    /// <summary>Width around any other of so many.</summary>
    public static double Of(int territories) => territories > Many ? 0.2 : 0.6;
}
