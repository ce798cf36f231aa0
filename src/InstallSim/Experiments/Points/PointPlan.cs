namespace InstallSim.Experiments.Points;

/// <summary>An experiment at many points: numbers of its scenarios at given values, everything else and all chance the same.</summary>
/// <param name="Part">What part of the work this is (a wave, a block): a store of its own; letters, digits and '-'.</param>
/// <param name="Names">Paths of the numbers (<see cref="Scenarios.Doubt.Ranges"/>), shape [K].</param>
/// <param name="Points">Their values, shape [P][K].</param>
/// <param name="Outcomes">Names of what is read of a replication, shape [Y].</param>
/// <param name="Read">Reads it, shape [Y]; called from several threads.</param>
public sealed record PointPlan(
    string Part, IReadOnlyList<string> Names, IReadOnlyList<double[]> Points, IReadOnlyList<string> Outcomes,
    Func<ReplicationResult, double[]> Read)
{
    /// <summary>Told each point that is finished, with its values by replication and outcome; called from several threads.</summary>
    public Action<int, double[][]> Finished { get; init; } = (_, _) => { };
}
