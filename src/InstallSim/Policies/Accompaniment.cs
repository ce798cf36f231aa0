using InstallSim.Inputs;
using InstallSim.World;

namespace InstallSim.Policies;

/// <summary>
/// People who look for newcomers, show them the place and help with housing, school and partner's job (<c>guichet unique</c>). It
/// makes a territory known: it enters the consideration set, not the utility.
/// </summary>
public sealed record Accompaniment : Policy
{
    /// <summary>Factor on the probability of being considered.</summary>
    [Key("consideration-times", "Factor on the probability that a territory is considered.", Min = 1, Max = 10, Source = "ASSUMPTION: +20 %, range 0 to 50 % (evidence F)")]
    public double ConsiderationTimes { get; init; } = 1.2;

    /// <summary>Cost, k€/year for each territory.</summary>
    [Key("cost-keur-per-year", "Public cost for each territory concerned.", Unit = "k€/year", Min = 0, Max = 10000, Source = "ASSUMPTION: a third of a post")]
    public double CostKeurPerYear { get; init; } = 20;

    /// <inheritdoc/>
    public override void ChangeConsideration(in YearView year, ReadOnlySpan<bool> where, Span<double> probability)
    {
        for (int i = 0; i < probability.Length; i++)
        {
            probability[i] *= where[i] ? ConsiderationTimes : 1;
        }
    }

    /// <inheritdoc/>
    public override double RunningCost(in YearView year, ReadOnlySpan<bool> where, CentreCount centres, GraduateCount graduates) =>
        where.Count(true) * CostKeurPerYear;
}
