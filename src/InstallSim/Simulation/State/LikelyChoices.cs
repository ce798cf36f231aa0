namespace InstallSim.Simulation.State;

/// <summary>
/// What physicians wanted most, by year and row, in the first scenario of a replication that came so far: the random numbers are the same
/// in all, so that most want the same in the others. It is where they look first; no result depends on it.
/// </summary>
internal sealed class LikelyChoices
{
    private readonly Dictionary<int, int[]> _wanted = [];

    /// <summary>Alternatives j by row, −1 to stay, J or more for an opt-out; null of a year that no scenario has come to.</summary>
    public int[]? Of(int year) => _wanted.GetValueOrDefault(year);

    /// <summary>Keeps a year's, unless a scenario before did.</summary>
    public void Keep(int year, ReadOnlySpan<int> wanted)
    {
        if (!_wanted.ContainsKey(year))
        {
            _wanted[year] = wanted.ToArray();
        }
    }
}
