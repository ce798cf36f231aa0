using InstallSim.Results;
using InstallSim.Simulation.State;

namespace InstallSim.Experiments;

/// <summary>What results hold of every territory and year. A new one is a line here.</summary>
internal static class TerritoryOutputs
{
    /// <summary>Name, of <see cref="TerritoryIndicators"/>, and values, shape [years, I], in the same order.</summary>
    public static IReadOnlyList<(string Name, Func<RunRecord, float[]> Column)> All { get; } =
    [
        ("stock", run => run.Stock),
        ("accessibility", run => run.Accessibility),
        ("installations", run => run.Installations),
        ("entries", run => run.Entries),
        ("under-40", run => run.Under40),
    ];

    /// <summary>All of them of a run, in that order.</summary>
    /// <param name="run">The run.</param>
    /// <param name="like">Those of another scenario of the replication; null, as by default, for none.</param>
    public static TerritoryColumn[] Of(RunRecord run, TerritoryColumn[]? like = null) =>
        [.. All.Select((output, c) => new TerritoryColumn(output.Column(run), run.UnderDenseAtStart.Length, like?[c]))];
}
