namespace InstallSim.World;

/// <summary>Who is choosing: policies may pay one and not the other.</summary>
public enum Chooser : byte
{
    /// <summary>A graduate or locum, for a first installation.</summary>
    Newcomer,
    /// <summary>An installed physician who reconsiders.</summary>
    Incumbent,
}

/// <summary>A physician took a place this year.</summary>
/// <param name="Physician">Row of the physician.</param>
/// <param name="Alternative">Territory and form taken.</param>
/// <param name="From">Alternative left, −1 for a first installation.</param>
public readonly record struct Installation(int Physician, int Alternative, int From)
{
    /// <summary>Whether this is the physician's first place.</summary>
    public bool IsFirst => From < 0;

    /// <summary>Whether the physician comes into the territory, rather than changing the form of practice within it.</summary>
    public bool IsEntry => From < 0 || AlternativeTable.Territory(From) != AlternativeTable.Territory(Alternative);
}

/// <summary>A public commitment to pay a physician for practising in a territory.</summary>
/// <param name="Physician">Row of the physician.</param>
/// <param name="Territory">Where they must practise.</param>
/// <param name="From">First year paid.</param>
/// <param name="Until">Last year paid.</param>
/// <param name="KeurPerYear">Payment, k€/year.</param>
public readonly record struct Contract(int Physician, int Territory, int From, int Until, double KeurPerYear);
