using InstallSim.Results;

namespace InstallSim.Experiments.Precision;

/// <summary>How well an effect that was chosen is known.</summary>
/// <param name="Goal">What was wanted.</param>
/// <param name="Scenario">Name of the scenario.</param>
/// <param name="Indicator">Name of the indicator.</param>
/// <param name="Year">Calendar year.</param>
/// <param name="Estimate">Its mean and how it varies.</param>
public sealed record KnownEffect(PrecisionGoal Goal, string Scenario, string Indicator, int Year, MeanEstimate Estimate)
{
    /// <summary>Most replications that a run can have.</summary>
    public const int MostReplications = 65535;

    /// <summary>Half-width wanted, in the unit of the indicator.</summary>
    public double Target => Goal.IsRelative ? Goal.HalfWidth * Math.Abs(Estimate.Mean) : Goal.HalfWidth;

    /// <summary>Whether it is the same in all replications, not 0, and these are too few to tell that the next one has it too.</summary>
    public bool IsTied => new Interval(Estimate.Mean, Estimate.Deviation, 0, 0, Estimate.Units * Estimate.ReplicationsOfAUnit)
        .WhereTiesTell(Math.Abs(Estimate.Mean), EnoughTies).IsTied;

    /// <summary>Whether it is known as well as wanted.</summary>
    public bool IsReached => Estimate.HalfWidth <= Target && !IsTied;

    /// <summary>Replications in all at which it would be; null where that is not known, or beyond any run.</summary>
    public int? Needed => IsTied ? EnoughTies : Estimate.ReplicationsFor(Target, MostReplications);

    private int EnoughTies => Intervals.Enough(holdsDoubt: Estimate.ReplicationsOfAUnit > 1);
}
