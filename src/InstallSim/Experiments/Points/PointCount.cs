namespace InstallSim.Experiments.Points;

/// <summary>Says how many points, alike in English and French from one on.</summary>
internal static class PointCount
{
    /// <summary><c>1 point</c>, <c>8 points</c>.</summary>
    public static string Of(int count) => count == 1 ? "1 point" : $"{count} points";

    /// <summary>The same in French, where none is one: <c>0 point</c>.</summary>
    public static string French(int count) => count == 0 ? "0 point" : Of(count);
}
