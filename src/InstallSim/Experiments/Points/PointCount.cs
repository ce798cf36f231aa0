namespace InstallSim.Experiments.Points;

/// <summary>Says how many points, alike in English and French.</summary>
internal static class PointCount
{
    /// <summary><c>1 point</c>, <c>8 points</c>.</summary>
    public static string Of(int count) => count == 1 ? "1 point" : $"{count} points";
}
