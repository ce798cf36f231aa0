namespace InstallSim.World;

/// <summary>What a random number decides. Part of its name: the numbers below must never be reused for something else.</summary>
public enum DrawPurpose : ushort
{
    /// <summary>
    /// ε of places, of whoever chooses one; the year is that in which the physician's spell of tastes began. 2 was that of moves.
    /// </summary>
    Installation = 1,
    /// <summary>Random coefficients, for life.</summary>
    Taste = 3,
    /// <summary>Which territories a physician knows of, for life.</summary>
    Consideration = 4,
    /// <summary>Birth, training, family, class of a physician, for life.</summary>
    Life = 5,
    /// <summary>Exit in a year: retirement, leaving.</summary>
    Exit = 6,
    /// <summary>Whether a physician's tastes are drawn anew in a year. 0: the hazard's draw.</summary>
    Spell = 7,
    /// <summary>Rank of a physician in the year's one lottery, for places, slots and money alike.</summary>
    Lottery = 8,
    /// <summary>Whether a group practice forms; the agent is the territory.</summary>
    GroupForming = 9,
    /// <summary>Form of practice of the initial stock.</summary>
    InitialForm = 10,
    /// <summary>Coefficients of a replication, from the distribution of their estimates; the agent counts attempts.</summary>
    Estimates = 11,
    /// <summary>A number with a range, of two replications; the agent is the hash of its path.</summary>
    Doubt = 12,
    /// <summary>ε of the opt-outs and the yearly term of all places together, of a locum.</summary>
    Participation = 13,
    /// <summary>Whether a physician knows of an aid, for life; the index is the policy's key.</summary>
    Awareness = 14,
    /// <summary>Rank of a territory in the lottery for acts of a policy that a budget may refuse; the agent is the policy's key.</summary>
    ActLottery = 15,
    /// <summary>Who signs a bound scholarship and who breaks it, for life.</summary>
    Bond = 16,
    /// <summary>ε of a second place, in a year.</summary>
    SecondPlace = 17,
    /// <summary>Whom a policy of admissions or of training places picks, and where; for life; the index is the policy's key.</summary>
    Cohort = 18,
    /// <summary>Rank of a further entrant in its cohort, in a year; the agent is the policy's key, the index counts its entrants.</summary>
    Entrant = 19,
    /// <summary>Which graduates decide together with another, and with whom, for life.</summary>
    Couple = 20,
    /// <summary>Whether who left practice before retirement comes back in a year; the index is the policy's key.</summary>
    Return = 21,
    /// <summary>Whether a physician who works alone joins a group, in a year.</summary>
    Joining = 30,
    /// <summary>Whether a project of a centre ripens in a territory in a year; the agent is the policy's key.</summary>
    Project = 31,
    /// <summary>Whether somebody in a territory would lead a project of a centre, for good; the index is the territory.</summary>
    Leader = 32,
    /// <summary>Where calibration looks for points that are not ruled out; the year counts waves, the agent points.</summary>
    Calibration = 40,
    /// <summary>Which territories a sample of a backtest holds; the agent counts samples.</summary>
    BacktestSample = 41,
    /// <summary>A point of a design over the ranges of numbers; the agent is the trajectory.</summary>
    Sample = 60,
    /// <summary>Which points stand in a resample; the agent is the resample.</summary>
    Resample = 61,
}
