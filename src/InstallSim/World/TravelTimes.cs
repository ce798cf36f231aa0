namespace InstallSim.World;

/// <summary>
/// Travel times between territories, minutes, kept only up to the catchment: compressed rows, row i holds the territories that
/// people of i can reach, in rising order of their index, itself first among equals.
/// </summary>
/// <param name="RowStart">Start of each row in the other two arrays, shape [I + 1].</param>
/// <param name="To">Territory reached, shape [entries].</param>
/// <param name="Minutes">Travel time, minutes, shape [entries].</param>
public sealed record TravelTimes(int[] RowStart, int[] To, double[] Minutes)
{
    /// <summary>Number of territories, I.</summary>
    public int Count => RowStart.Length - 1;
}
