using InstallSim.World;

namespace InstallSim.Policies;

/// <summary>Kinds of act: how results name what a policy paid for and through what it reached a physician.</summary>
public enum ActKind : byte
{
    /// <summary>Money for whoever comes or stays.</summary>
    Offer,
    /// <summary>Places that open.</summary>
    Opening,
    /// <summary>A limit on entries.</summary>
    Limit,
    /// <summary>People who make a place known.</summary>
    Consideration,
    /// <summary>Training in rural practices.</summary>
    Training,
    /// <summary>A scholarship that binds to places.</summary>
    Bond,
    /// <summary>Help that lets physicians see more patients.</summary>
    Capacity,
    /// <summary>A second place of practice.</summary>
    SecondPlace,
    /// <summary>A place that becomes better to live or to work in.</summary>
    Amenity,
    /// <summary>Fees that are higher or lower than elsewhere.</summary>
    Fee,
    /// <summary>Support that keeps physicians in practice.</summary>
    Retention,
    /// <summary>Who enters the profession, how many and from where.</summary>
    Cohort,
    /// <summary>Work that several policies of a package make together in one place.</summary>
    Coordination,
    /// <summary>Rooms of a centre, which somebody else may pay for than who pays its staff.</summary>
    Premises,
}

/// <summary>
/// Something that a policy does in a year, as data. A file of Simulation/Acts a kind gives it its effect, its price, its footprint and
/// whom it reached. The ledger is asked for the price before the effect.
/// </summary>
/// <param name="Where">Territories concerned, shape [I].</param>
public abstract record Act(bool[] Where)
{
    /// <summary>Its kind.</summary>
    public abstract ActKind Kind { get; }

    /// <summary>Price of its smallest part in the first year, k€: what a budget must hold for it to have any effect.</summary>
    public virtual double KeurEach => 0;

    /// <summary>The act of the same policy whose money pays for this one too: it has effect only where that was paid.</summary>
    public Act? Beside { get; init; }
}

/// <summary>Who is paid by an offer.</summary>
[Flags]
public enum Recipients : byte
{
    /// <summary>Nobody.</summary>
    None = 0,
    /// <summary>Locums and graduates who install for the first time.</summary>
    FirstInstallations = 1,
    /// <summary>Who practised before: installed physicians who come from another territory, locums who come back to practice.</summary>
    Movers = 2,
    /// <summary>Physicians who practise there already, each year that they stay.</summary>
    Present = 4,
}

/// <summary>Money promised to whoever comes (or stays): KeurPerYear for Years, from the year of coming.</summary>
/// <param name="Where">Territories concerned.</param>
/// <param name="To">Who is paid.</param>
/// <param name="KeurPerYear">Payment, k€/year, at least 0.</param>
/// <param name="Years">Years paid, at least 1; 1 is a payment once.</param>
internal sealed record Offer(bool[] Where, Recipients To, double KeurPerYear, int Years) : Act(Where)
{
    /// <summary>The only form of practice paid; null for all.</summary>
    public PracticeForm? Form { get; init; }

    /// <summary>Years that a physician must stay; one who moves or leaves before pays back the part not served. 0: no commitment.</summary>
    public int CommitmentYears { get; init; }

    /// <summary>What it is worth where it is no money, as a yearly income, k€/year; null for what it pays.</summary>
    public double? WorthKeurPerYear { get; init; }

    /// <summary>Share of physicians who know of it, 0–1.</summary>
    public double KnownTo { get; init; } = 1;

    public override ActKind Kind => ActKind.Offer;

    public override double KeurEach => KeurPerYear;
}

/// <summary>
/// Announces multi-professional health centres; each opens where need is greatest, there is room and local physicians carry it, or waits.
/// </summary>
/// <param name="Where">Territories concerned.</param>
/// <param name="Announced">Centres announced this year.</param>
/// <param name="Places">Places for GPs in each.</param>
/// <param name="Founders">Local GPs at most who move in.</param>
internal sealed record Opening(bool[] Where, int Announced, int Places, int Founders) : Act(Where)
{
    /// <summary>Local GPs without whom none opens.</summary>
    public required int LocalGps { get; init; }

    /// <summary>Inhabitants for each centre of a territory, those of the start included; a smaller territory has room for one.</summary>
    public required double ResidentsPerCentre { get; init; }

    /// <summary>What carries a centre; null when each opens by need and draws in full.</summary>
    public MspProject? Project { get; init; }

    /// <summary>Cost of opening one, k€.</summary>
    public required double OpeningKeur { get; init; }

    /// <summary>Cost of running one, k€/year, while it is open.</summary>
    public required double RunningKeurPerYear { get; init; }

    public override ActKind Kind => ActKind.Opening;

    public override double KeurEach => OpeningKeur + RunningKeurPerYear;
}

/// <summary>Lets physicians into each territory only as others leave it; a slot that nobody takes is kept.</summary>
/// <param name="Where">Territories closed.</param>
/// <param name="SlotsPerDeparture">Entries allowed for each departure.</param>
/// <param name="ExpireAfter">Years after which a slot that nobody took is lost; null for never.</param>
internal sealed record Limit(bool[] Where, double SlotsPerDeparture, int? ExpireAfter = null) : Act(Where)
{
    public override ActKind Kind => ActKind.Limit;
}

/// <summary>Lets at most a number of physicians a year into the territories together.</summary>
/// <param name="Where">Territories that share the quota.</param>
/// <param name="Entries">Entries allowed this year.</param>
internal sealed record Quota(bool[] Where, int Entries) : Act(Where)
{
    public override ActKind Kind => ActKind.Limit;
}

/// <summary>Makes territories known: the odds of being considered are multiplied, p → r·p / (1 − p + r·p).</summary>
/// <param name="Where">Territories concerned.</param>
/// <param name="OddsTimes">Factor r on the odds, at least 0; 1 changes nothing.</param>
/// <param name="KeurPerTerritory">Cost of each territory a year, k€.</param>
internal sealed record Consider(bool[] Where, double OddsTimes, double KeurPerTerritory) : Act(Where)
{
    public override ActKind Kind => ActKind.Consideration;

    public override double KeurEach => KeurPerTerritory;

    /// <summary>A probability p whose odds are multiplied by r: r·p / (1 − p + r·p).</summary>
    public static double Odds(double p, double r) => r == 1 ? p : r * p / (1 - p + (r * p));
}

/// <summary>
/// Trained a share of this year's graduates in rural practices; paid for those whom no other policy of a smaller share trained.
/// </summary>
/// <param name="Where">All territories: an intern is not trained for one.</param>
/// <param name="Share">Share of graduates, 0–1.</param>
/// <param name="KeurPerIntern">Cost of each, k€.</param>
internal sealed record Train(bool[] Where, double Share, double KeurPerIntern) : Act(Where)
{
    /// <summary>
    /// Share of those trained whom it makes willing, 0–1: then all of <see cref="Share"/> are paid for, also who is willing already. Null
    /// where all become so, and only those are trained who are not yet.
    /// </summary>
    public double? Willing { get; init; }

    public override ActKind Kind => ActKind.Training;

    public override double KeurEach => KeurPerIntern;
}

/// <summary>Binds some of this year's graduates, who signed a scholarship before, to the territories for some years.</summary>
/// <param name="Where">Territories that they may choose among.</param>
/// <param name="Holders">Graduates bound.</param>
/// <param name="Years">Years that they are bound from installation.</param>
/// <param name="BreachShare">Share who buy themselves out at graduation and pay back, 0–1.</param>
/// <param name="KeurPerHolder">Cost of each scholarship, k€.</param>
internal sealed record Bind(bool[] Where, int Holders, int Years, double BreachShare, double KeurPerHolder) : Act(Where)
{
    /// <summary>Whether it binds all graduates, whom no scholarship binds to other places.</summary>
    public bool IsForAll => Holders == int.MaxValue;

    public override ActKind Kind => ActKind.Bond;

    public override double KeurEach => KeurPerHolder;
}

/// <summary>Adds to what physicians offer, without a physician: assistants, mobile units.</summary>
/// <param name="Where">Territories concerned.</param>
/// <param name="FtePerTerritory">Full-time equivalents added in each territory.</param>
/// <param name="FactorPerPhysician">Factor on the working time of each physician there; 1 changes nothing.</param>
/// <param name="KeurPerTerritory">Cost of each territory, k€/year.</param>
internal sealed record AddCapacity(bool[] Where, double FtePerTerritory, double FactorPerPhysician, double KeurPerTerritory) : Act(Where)
{
    /// <summary>Cost for each physician who practises there when the year begins, k€/year.</summary>
    public double KeurPerPhysician { get; init; }

    public override ActKind Kind => ActKind.Capacity;

    public override double KeurEach => KeurPerTerritory + KeurPerPhysician;
}

/// <summary>Offers installed physicians a second place of practice for a part of the week.</summary>
/// <param name="Where">Territories where it may be.</param>
/// <param name="Share">Share of the working time that goes there, 0–1.</param>
/// <param name="Keur">Payment once, k€.</param>
/// <param name="MaxMinutes">Longest way from the first place, minutes.</param>
/// <param name="KeurPerHour">What an hour on the road is worth to a physician, k€/year for one a week.</param>
/// <param name="Constant">Utility of a second place before money and travel, utils.</param>
internal sealed record OpenSecondPlace(
    bool[] Where, double Share, double Keur, double MaxMinutes, double KeurPerHour, double Constant) : Act(Where)
{
    public override ActKind Kind => ActKind.SecondPlace;

    public override double KeurEach => Keur;
}
