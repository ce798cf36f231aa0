using InstallSim.Inputs;
using InstallSim.World;

namespace InstallSim.Policies;

/// <summary>
/// Lets physicians settle in well-supplied territories only when others leave (<c>conventionnement sélectif</c>). Applies to first
/// installations and to moves into the territory; moves between forms within it are free.
/// </summary>
public sealed record SelectiveContracting : Policy
{
    /// <summary>Entries allowed for each departure.</summary>
    [Key("entries-per-departure", "Physicians who may settle for each one who left the territory since the last year.", Min = 0, Max = 10, Source = "1: the bill debated in France in 2025 (evidence G)")]
    public double EntriesPerDeparture { get; init; } = 1;

    /// <inheritdoc/>
    public override PolicyReach Reach => PolicyReach.Repels;

    /// <inheritdoc/>
    public override void LimitEntries(in YearView year, ReadOnlySpan<bool> where, ReadOnlySpan<int> departures, Span<int> limit)
    {
        for (int i = 0; i < limit.Length; i++)
        {
            if (where[i])
            {
                limit[i] = Math.Min(limit[i], (int)Math.Floor(departures[i] * EntriesPerDeparture));
            }
        }
    }
}
