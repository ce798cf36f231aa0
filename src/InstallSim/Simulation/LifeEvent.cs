using InstallSim.World;

namespace InstallSim.Simulation;

/// <summary>A physician's place changed: what a comparison of two histories reads.</summary>
/// <param name="Physician">Lasting name.</param>
/// <param name="Year">Calendar year.</param>
/// <param name="Place">Alternative, or one of the negative codes of <see cref="NoPlace"/>.</param>
public readonly record struct LifeEvent(uint Physician, short Year, int Place);

/// <summary>Codes of being without a place.</summary>
public static class NoPlace
{
    /// <summary>Not in the run (yet).</summary>
    public const int Absent = -1;

    /// <summary>Locum.</summary>
    public const int Locum = -2;

    /// <summary>Salaried outside ambulatory practice.</summary>
    public const int Salaried = -3;

    /// <summary>In another region.</summary>
    public const int Elsewhere = -4;

    /// <summary>Retired.</summary>
    public const int Retired = -5;

    /// <summary>Left practice before retirement.</summary>
    public const int Left = -6;

    /// <summary>The code of an opt-out.</summary>
    public static int Of(OptOut optOut) => Locum - (int)optOut;

    /// <summary>How results write it.</summary>
    public static string Name(int place) => place switch
    {
        Absent => "absent",
        Locum => "locum",
        Salaried => "salaried",
        Elsewhere => "elsewhere",
        Retired => "retired",
        Left => "left",
        _ => throw new ArgumentOutOfRangeException(nameof(place), place, "is no code of being without a place"),
    };
}

/// <summary>A contract that a policy signed.</summary>
/// <param name="Policy">Index of the policy in the scenario.</param>
/// <param name="Physician">Lasting name of the physician.</param>
/// <param name="Year">Year of signing.</param>
/// <param name="Place">Alternative taken.</param>
public readonly record struct Signature(int Policy, uint Physician, short Year, int Place);

/// <summary>Territories that each policy reached in each year of a run.</summary>
/// <param name="FirstYear">Year of the first row.</param>
/// <param name="Territories">Number of territories, I.</param>
/// <param name="Policies">Number of policies.</param>
/// <param name="Bits">Whether reached, shape [years, policies, I].</param>
public sealed record PolicyFootprint(int FirstYear, int Territories, int Policies, bool[] Bits)
{
    /// <summary>Whether a policy reached a territory in a year.</summary>
    public bool Reached(int year, int policy, int territory) => Bits[Index(year, policy) + territory];

    /// <summary>The row of a year and policy, shape [I].</summary>
    internal Span<bool> Row(int year, int policy) => Bits.AsSpan(Index(year, policy), Territories);

    private int Index(int year, int policy) => (((year - FirstYear) * Policies) + policy) * Territories;
}
