using System.Runtime.InteropServices;
using InstallSim.Policies;
using InstallSim.World;

namespace InstallSim.Simulation.State;

/// <summary>What happened to a physician.</summary>
public enum EventKind : byte
{
    /// <summary>Is there at the start, enters as a locum, or is one again as a post has ended.</summary>
    Entered,
    /// <summary>Took a first place.</summary>
    Installed,
    /// <summary>Moved to another territory.</summary>
    Moved,
    /// <summary>Took another form of practice in the same territory.</summary>
    ChangedForm,
    /// <summary>Moved into a centre as one of its founders.</summary>
    Founded,
    /// <summary>Joined the group that formed, or stayed alone when it ended.</summary>
    Regrouped,
    /// <summary>Took a job or a place that the study does not hold.</summary>
    OptedOut,
    /// <summary>Retired or left practice.</summary>
    Exited,
    /// <summary>Wanted a place that was full, and lost the lottery; the place wanted, which does not become the physician's.</summary>
    NoRoom,
    /// <summary>Wanted a place that a limit on entries kept closed.</summary>
    Refused,
    /// <summary>Wanted a place for money that the budget no longer held.</summary>
    Unpaid,
}

/// <summary>Something happened to a physician: what a comparison of two histories reads.</summary>
/// <param name="Physician">Lasting name.</param>
/// <param name="Year">Calendar year.</param>
/// <param name="Place">Alternative, or one of the negative codes of <see cref="NoPlace"/>.</param>
/// <param name="Kind">What happened.</param>
public readonly record struct LifeEvent(uint Physician, short Year, int Place, EventKind Kind)
{
    /// <summary>Whether the physician is at the place from now on, rather than only having wanted it.</summary>
    public bool IsChange => Kind < EventKind.NoRoom;
}

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

/// <summary>An act of a policy reached a physician: who was paid, found a place that it opened, was refused, trained, bound.</summary>
/// <param name="Policy">Index of the policy in the scenario.</param>
/// <param name="Kind">Kind of act.</param>
/// <param name="Physician">Lasting name of the physician.</param>
/// <param name="Year">Year.</param>
/// <param name="Place">Alternative concerned, or a code of <see cref="NoPlace"/>.</param>
/// <param name="IsGranted">False for money that was promised and that the budget no longer held when it was claimed.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ActRecord(int Policy, ActKind Kind, uint Physician, short Year, int Place, bool IsGranted = true);

/// <summary>Territories that each policy reached in each year of a run.</summary>
/// <param name="FirstYear">Year of the first row.</param>
/// <param name="Territories">Number of territories, I.</param>
/// <param name="Policies">Number of policies.</param>
/// <param name="Bits">Whether reached, shape [years, policies, I].</param>
public sealed record PolicyFootprint(int FirstYear, int Territories, int Policies, bool[] Bits)
{
    /// <summary>Whether a policy reached a territory in a year.</summary>
    public bool Reached(int year, int policy, int territory) => Bits[Index(year, policy) + territory];

    /// <summary>Territories that any of some policies reached in any year, shape [I].</summary>
    public bool[] Ever(IReadOnlyList<int> policies)
    {
        var ever = new bool[Territories];
        for (int year = FirstYear; Index(year, 0) < Bits.Length; year++)
        {
            foreach (int policy in policies)
            {
                Span<bool> row = Row(year, policy);
                for (int i = 0; i < Territories; i++)
                {
                    ever[i] |= row[i];
                }
            }
        }

        return ever;
    }

    /// <summary>The row of a year and policy, shape [I].</summary>
    internal Span<bool> Row(int year, int policy) => Bits.AsSpan(Index(year, policy), Territories);

    private int Index(int year, int policy) => (((year - FirstYear) * Policies) + policy) * Territories;
}
