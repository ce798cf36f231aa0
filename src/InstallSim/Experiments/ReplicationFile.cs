using InstallSim.Policies;
using InstallSim.Simulation.State;

namespace InstallSim.Experiments;

/// <summary>One finished replication as a <see cref="SealedFile"/>.</summary>
internal static class ReplicationFile
{
    private static readonly byte[] Mark = "InstallSim replication 5\n"u8.ToArray();

    /// <summary>Name of the file of a replication.</summary>
    public static string NameOf(int replication) => $"replication-{replication:D5}.bin";

    /// <summary>Writes a file; it is whole or absent.</summary>
    public static void Write(string path, RunIdentity identity, ReplicationResult result) =>
        SealedFile.Write(path, Mark, identity, result.Replication,
            writer => SealedFile.Write(writer, result.Scenarios, scenario => Write(writer, scenario)));

    /// <summary>The hash of the identity of a file's run; null where it is no such file.</summary>
    public static string? IdentityOf(string path) => SealedFile.IdentityOf(path, Mark);

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="identity">Of the run that it should be of.</param>
    /// <param name="replication">The replication that it should be.</param>
    /// <exception cref="InvalidDataException">It is damaged, or of something else; the message says which.</exception>
    public static ReplicationResult Read(string path, RunIdentity identity, int replication) => new(
        replication, SealedFile.Read(path, Mark, identity, replication, "replication", Scenarios));

    private static ScenarioResult[] Scenarios(BinaryReader reader)
    {
        var scenarios = new List<ScenarioResult>();
        return SealedFile.Many(reader, r =>
        {
            scenarios.Add(Scenario(r, scenarios.Count > 0 ? scenarios[0].ByTerritory : null));
            return scenarios[^1];
        });
    }

    private static ScenarioResult Scenario(BinaryReader reader, TerritoryColumn[]? like)
    {
        int c = 0;
        return new ScenarioResult(
            SealedFile.Many(reader, r => r.ReadDouble()), SealedFile.Many(reader, r => new TerritoryColumn(r, like?[c++])),
            SealedFile.Many(reader, r => r.ReadBoolean()), SealedFile.Many(reader, Cost), new Partings(reader),
            new AidCount(reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32()));
    }

    private static void Write(BinaryWriter writer, ScenarioResult scenario)
    {
        SealedFile.Write(writer, scenario.Values, writer.Write);
        SealedFile.Write(writer, scenario.ByTerritory, column => column.Write(writer));
        SealedFile.Write(writer, scenario.Covered, writer.Write);
        SealedFile.Write(writer, scenario.Costs, cost =>
        {
            writer.Write(cost.Policy);
            writer.Write((byte)cost.Kind);
            writer.Write(cost.Year);
            writer.Write(cost.Keur);
        });
        scenario.Moves.Write(writer);
        Array.ForEach([scenario.Aid.Aided, scenario.Aid.Anyway, scenario.Aid.Gained, scenario.Aid.Displaced], writer.Write);
    }

    private static LedgerEntry Cost(BinaryReader reader) =>
        new(reader.ReadInt32(), (ActKind)reader.ReadByte(), reader.ReadInt16(), reader.ReadDouble());
}
