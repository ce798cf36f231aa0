namespace InstallSim.World;

/// <summary>What a random number decides. Part of its name: the numbers below must never be reused for something else.</summary>
public enum DrawPurpose : ushort
{
    /// <summary>ε of a first installation, of a locum or graduate.</summary>
    Installation = 1,
    /// <summary>ε of a move, of an incumbent who reconsiders.</summary>
    Relocation = 2,
    /// <summary>Random coefficients, for life.</summary>
    Taste = 3,
    /// <summary>Which territories a physician knows of, for life.</summary>
    Consideration = 4,
    /// <summary>Birth, training, family, class of a physician, for life.</summary>
    Life = 5,
    /// <summary>Exit in a year: retirement, leaving.</summary>
    Exit = 6,
    /// <summary>Whether an incumbent reconsiders in a year.</summary>
    Reconsider = 7,
    /// <summary>Rank in the lottery for places.</summary>
    Lottery = 8,
    /// <summary>Whether a group practice forms; the agent is the territory.</summary>
    GroupForming = 9,
    /// <summary>Form of practice of the initial stock.</summary>
    InitialForm = 10,
    /// <summary>Coefficients of a replication, from the distribution of their estimates; the agent counts attempts.</summary>
    Estimates = 11,
    /// <summary>A number with a range, of two replications; the agent is the hash of its path.</summary>
    Doubt = 12,
}
