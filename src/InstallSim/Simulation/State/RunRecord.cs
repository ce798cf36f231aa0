namespace InstallSim.Simulation.State;

/// <summary>What one run leaves.</summary>
public sealed record RunRecord
{
    /// <summary>Value of each recorded indicator, shape [years, indicators], the start first.</summary>
    public required double[] Values { get; init; }

    /// <summary>Installed physicians, shape [years, I].</summary>
    public required float[] Stock { get; init; }

    /// <summary>Accessibility, shape [years, I].</summary>
    public required float[] Accessibility { get; init; }

    /// <summary>First installations of the year, shape [years, I].</summary>
    public required float[] Installations { get; init; }

    /// <summary>Physicians who came in the year, first installations and moves, shape [years, I].</summary>
    public required float[] Entries { get; init; }

    /// <summary>Installed physicians under 40, shape [years, I].</summary>
    public required float[] Under40 { get; init; }

    /// <summary>Installed physicians of 60 or over at the end of the last year, shape [I].</summary>
    public float[] From60AtEnd { get; init; } = [];

    /// <summary>What happened to physicians, sorted by physician and year.</summary>
    public required LifeEvent[] History { get; init; }

    /// <summary>Acts that reached physicians, sorted by physician and year.</summary>
    public required ActRecord[] Reached { get; init; }

    /// <summary>Territories that each policy reached.</summary>
    public required PolicyFootprint Footprint { get; init; }

    /// <summary>What policies cost, by act and year.</summary>
    public required LedgerEntry[] Costs { get; init; }

    /// <summary>Inhabited territories under-dense at the start, shape [I].</summary>
    public required bool[] UnderDenseAtStart { get; init; }
}
