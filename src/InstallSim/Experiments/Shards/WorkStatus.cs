using InstallSim.Inputs;

namespace InstallSim.Experiments.Shards;

/// <summary>How far a run or sweep, or a shard of one, is.</summary>
/// <param name="Finished">Pieces (replications, points) finished.</param>
/// <param name="Asked">Pieces asked for.</param>
/// <param name="IsWritten">Whether its folder is written.</param>
/// <param name="Failed">Pieces that had failed when it was written.</param>
public sealed record WorkStatus(int Finished, int Asked, bool IsWritten, int Failed = 0)
{
    /// <summary>What stands in its place and is of something else.</summary>
    public IReadOnlyList<InputError> Others { get; init; } = [];
}
