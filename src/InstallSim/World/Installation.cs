namespace InstallSim.World;

/// <summary>A physician took a place this year.</summary>
/// <param name="Physician">Row of the physician.</param>
/// <param name="Alternative">Territory and form taken.</param>
/// <param name="From">Alternative left, −1 for who practised nowhere.</param>
public readonly record struct Installation(int Physician, int Alternative, int From)
{
    /// <summary>Whether the physician practised nowhere before: a first installation, or a return to practice.</summary>
    public bool IsFirst => From < 0;

    /// <summary>Whether the physician comes into the territory, rather than changing the form of practice within it.</summary>
    public bool IsEntry => From < 0 || AlternativeTable.Territory(From) != AlternativeTable.Territory(Alternative);
}
