using InstallSim.Inputs;

namespace InstallSim.Experiments;

/// <summary>What to do with work that former calls left.</summary>
/// <param name="Resume">Takes finished replications of the same run.</param>
/// <param name="Force">Throws away finished replications that are not taken.</param>
public readonly record struct Leftovers(bool Resume, bool Force)
{
    /// <summary>Folders of shards whose replications are taken too; null where there are none.</summary>
    public IReadOnlyList<string>? Shards { get; init; }
}

/// <summary>Keeps finished replications; see <see cref="PieceStore{T}"/>.</summary>
internal sealed class ReplicationStore(
    string folder, RunIdentity identity, int asked, Leftovers leftovers, Action<Words> tell,
    IReadOnlyList<string>? finished = null)
    : PieceStore<ReplicationResult>(Kept, folder, identity, asked, leftovers, tell, finished)
{
    /// <summary>What finished replications are called.</summary>
    public static CountedWords Called { get; } = new(
        new("finished replication", "réplication terminée"), new("finished replications", "réplications terminées"));

    private static readonly PieceFile<ReplicationResult> Kept = new(
        ReplicationFile.NameOf, (path, identity, _, result) => ReplicationFile.Write(path, identity, result), ReplicationFile.Read,
        Called);

    /// <summary>Keeps a finished replication.</summary>
    public void Save(ReplicationResult result) => Save(result.Replication, result);
}
