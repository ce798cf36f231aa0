namespace InstallSim.Policies;

/// <summary>
/// Changes a variable of the utility in the territories for all who choose this year: x becomes x + by, a share within 0 and 1.
/// </summary>
/// <param name="Where">Territories concerned.</param>
/// <param name="Variable">Key of the variable of the territories, such as <c>schools</c>.</param>
/// <param name="By">What is added, in the variable's unit.</param>
/// <param name="KeurPerTerritory">Cost of each territory, k€/year.</param>
internal sealed record Improve(bool[] Where, string Variable, double By, double KeurPerTerritory) : Act(Where)
{
    /// <summary>Cost for each physician who practises there when the year begins, k€/year.</summary>
    public double KeurPerPhysician { get; init; }

    /// <summary>Cost for each inhabitant, k€/year.</summary>
    public double KeurPerInhabitant { get; init; }

    public override ActKind Kind => ActKind.Amenity;

    public override double KeurEach => KeurPerTerritory + KeurPerPhysician;
}

/// <summary>
/// Changes what all who practise in the territories earn, as long as it is in force: income × (1 + share), paid for each of them by whoever
/// pays fees. Below 0 it takes, and the money comes back.
/// </summary>
/// <param name="Where">Territories concerned.</param>
/// <param name="Share">Change of income, a share of it, above −1.</param>
internal sealed record ChangeFees(bool[] Where, double Share) : Act(Where)
{
    public override ActKind Kind => ActKind.Fee;
}

/// <summary>
/// Support for those who practise in the territories this year: their yearly probabilities to retire and to leave practice, when the next
/// year begins, are multiplied.
/// </summary>
/// <param name="Where">Territories concerned.</param>
/// <param name="RetirementTimes">Factor on the probability to retire, 0–1.</param>
/// <param name="LeavingTimes">Factor on the probability to leave before, 0–1.</param>
/// <param name="KeurPerPhysician">Cost for each physician who practises there when the year begins, k€/year.</param>
internal sealed record Retain(bool[] Where, double RetirementTimes, double LeavingTimes, double KeurPerPhysician) : Act(Where)
{
    /// <summary>Years from coming in which it reaches a physician; null for all who practise there.</summary>
    public int? NewcomerYears { get; init; }

    public override ActKind Kind => ActKind.Retention;

    public override double KeurEach => KeurPerPhysician;
}

/// <summary>
/// Physicians of the other territories of a département lend a share of their working time to its territories concerned, which have it by
/// their inhabitants: what these gain is what those lose. A département where all or none are concerned lends nothing.
/// </summary>
/// <param name="Where">Territories that receive.</param>
/// <param name="Share">Share of the working time lent, 0–1.</param>
/// <param name="KeurPerFte">Cost of a full-time equivalent lent, k€/year.</param>
internal sealed record LendTime(bool[] Where, double Share, double KeurPerFte) : Act(Where)
{
    public override ActKind Kind => ActKind.Capacity;
}

/// <summary>Salaried posts in health centres, open as long as the act is stated; then whoever holds one is a locum again.</summary>
/// <param name="Where">Territories concerned, of which those of lowest accessibility have a centre first.</param>
/// <param name="Centres">Centres at most, one a territory.</param>
/// <param name="Posts">Posts for GPs in each.</param>
/// <param name="OpeningKeur">Public cost of opening one centre, k€.</param>
/// <param name="KeurPerPost">Public cost of a post that is held, what its acts do not earn, k€/year.</param>
internal sealed record OpenPosts(bool[] Where, int Centres, int Posts, double OpeningKeur, double KeurPerPost) : Act(Where)
{
    /// <summary>Public cost of the rooms of one centre, k€/year.</summary>
    public double PremisesKeur { get; init; }

    public override ActKind Kind => ActKind.Opening;

    public override double KeurEach => OpeningKeur + (Posts * KeurPerPost) + PremisesKeur;
}

/// <summary>Tells physicians of aids: the odds that one knows of an aid that only some know of are multiplied.</summary>
/// <param name="Where">Territories concerned; an aid is made known as soon as there is one.</param>
/// <param name="OddsTimes">Factor on the odds, at least 0; 1 changes nothing.</param>
/// <param name="Keur">Cost of the campaign, k€/year.</param>
internal sealed record Inform(bool[] Where, double OddsTimes, double Keur) : Act(Where)
{
    public override ActKind Kind => ActKind.Consideration;

    public override double KeurEach => Keur;
}
