namespace InstallSim.World;

/// <summary>Caps on the inhabitants of some territories, said as a share of those of all.</summary>
internal static class PopulationShare
{
    /// <summary>
    /// Whether some people are at most a share of all. Sums in two orders may differ in their last bits, and 0.29 × 100 is a little less
    /// than 29.
    /// </summary>
    public static bool IsWithin(double people, double share, double all) => people <= share * all * (1 + 1e-12);
}
