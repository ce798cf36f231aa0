namespace InstallSim.Simulation.State;

/// <summary>Threads of a run; no result depends on them.</summary>
/// <param name="Count">Their number, 1 or more.</param>
internal sealed record RunThreads(int Count)
{
    /// <summary>For loops that share the threads.</summary>
    public ParallelOptions Options { get; } = new() { MaxDegreeOfParallelism = Count };

    /// <summary>Does things that have no order.</summary>
    public void Each(int count, Action<int> what)
    {
        if (Count > 1 && count > 1)
        {
            Parallel.For(0, count, Options, what);
            return;
        }

        for (int k = 0; k < count; k++)
        {
            what(k);
        }
    }
}
