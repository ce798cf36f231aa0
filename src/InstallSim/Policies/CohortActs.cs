namespace InstallSim.Policies;

/// <summary>Lets further physicians enter this year, who choose for the first time in it.</summary>
/// <param name="Where">All territories: who enters is free to choose among them.</param>
/// <param name="Count">How many.</param>
/// <param name="KeurEntrant">Public cost of each, k€.</param>
internal sealed record Enter(bool[] Where, int Count, double KeurEntrant) : Act(Where)
{
    /// <summary>
    /// Whether they were born and trained outside the study, as physicians with a foreign diploma were; else they are graduates.
    /// </summary>
    public bool FromOutside { get; init; }

    public override ActKind Kind => ActKind.Cohort;

    public override double KeurEach => KeurEntrant;
}

/// <summary>Admits a share of this year's graduates from the territories: they were born there, in proportion to inhabitants.</summary>
/// <param name="Where">Territories that they come from.</param>
/// <param name="Share">Share of graduates, 0–1.</param>
/// <param name="KeurEntrant">Public cost of each, k€.</param>
internal sealed record AdmitFrom(bool[] Where, double Share, double KeurEntrant) : Act(Where)
{
    public override ActKind Kind => ActKind.Cohort;

    public override double KeurEach => KeurEntrant;
}

/// <summary>
/// Trains a share of this year's graduates in the territories, in proportion to inhabitants, and not where they would have been.
/// </summary>
/// <param name="Where">Territories that train them.</param>
/// <param name="Share">Share of graduates, 0–1.</param>
/// <param name="KeurEntrant">Public cost of each, k€.</param>
internal sealed record TrainAt(bool[] Where, double Share, double KeurEntrant) : Act(Where)
{
    /// <summary>Number of graduates a year, where it is said instead of their share.</summary>
    public double? Graduates { get; init; }

    /// <summary>Whether only those are trained there whose university hospital is not the nearest to the place.</summary>
    public bool OfOtherHospitals { get; init; }

    /// <summary>Share of a cohort of graduates, 0–1.</summary>
    public double ShareOf(int cohort) => Graduates is { } count ? Math.Min(1, count / Math.Max(1, cohort)) : Share;

    public override ActKind Kind => ActKind.Cohort;

    public override double KeurEach => KeurEntrant;
}

/// <summary>Lets physicians come back who left practice before retirement: they are locums, and choose in the same year.</summary>
/// <param name="Where">All territories: who comes back is free to choose among them.</param>
/// <param name="Share">Share of those who can come back who do, 0–1.</param>
/// <param name="WithinYears">Years after leaving in which they can.</param>
/// <param name="BelowAge">Age from which they cannot, years.</param>
/// <param name="KeurEntrant">Public cost of each, k€.</param>
internal sealed record Return(bool[] Where, double Share, int WithinYears, int BelowAge, double KeurEntrant) : Act(Where)
{
    public override ActKind Kind => ActKind.Cohort;

    public override double KeurEach => KeurEntrant;
}
