using InstallSim.Inputs;
using InstallSim.World;

namespace InstallSim.Policies;

/// <summary>Trains a larger share of interns in rural practices (<c>stages en zone rurale</c>); the effect comes when they graduate.</summary>
public sealed record RuralTraining : Policy
{
    /// <summary>Share of interns trained in rural practices.</summary>
    [Key("share", "Share of interns trained in rural practices; no effect when below what it would be without.", Required = true, Min = 0, Max = 1)]
    public double Share { get; init; }

    /// <summary>Years from the start of the policy to the first graduates that it trained.</summary>
    [Key("delay-years", "Years from the start of the policy to the first graduates whom it trained.", Unit = "years", Min = 0, Max = 12, Source = "ASSUMPTION")]
    public int DelayYears { get; init; } = 2;

    /// <summary>Cost of each intern so trained, k€.</summary>
    [Key("cost-per-intern-keur", "Public cost of each further intern so trained (lodging, travel, supervision), counted when they graduate.", Unit = "k€", Min = 0, Max = 1000, Source = "ASSUMPTION")]
    public double CostPerInternKeur { get; init; } = 8;

    /// <inheritdoc/>
    public override PolicyReach Reach => PolicyReach.Physicians;

    /// <inheritdoc/>
    public override double RuralTrainingShare(int year, double share) =>
        year >= From + DelayYears && year <= (long)(Until ?? 9999) + DelayYears ? Math.Max(share, Share) : share;

    /// <inheritdoc/>
    public override double RunningCost(in YearView year, ReadOnlySpan<bool> where, CentreCount centres, GraduateCount graduates) =>
        (graduates.RurallyTrained - graduates.RurallyTrainedAnyway) * CostPerInternKeur;
}
