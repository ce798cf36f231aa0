using InstallSim.Policies;
using InstallSim.Results;
using InstallSim.Simulation.State;

namespace InstallSim.Experiments;

/// <summary>One finished replication as a <see cref="SealedFile"/>.</summary>
internal static class ReplicationFile
{
    private static readonly byte[] Mark = "InstallSim replication 3\n"u8.ToArray();

    /// <summary>Name of the file of a replication.</summary>
    public static string NameOf(int replication) => $"replication-{replication:D5}.bin";

    /// <summary>Writes a file; it is whole or absent.</summary>
    public static void Write(string path, RunIdentity identity, ReplicationResult result) =>
        SealedFile.Write(path, Mark, identity, result.Replication,
            writer => Write(writer, result.Scenarios, scenario => Write(writer, scenario)));

    /// <summary>The hash of the identity of a file's run; null where it is no such file.</summary>
    public static string? IdentityOf(string path) => SealedFile.IdentityOf(path, Mark);

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="identity">Of the run that it should be of.</param>
    /// <param name="replication">The replication that it should be.</param>
    /// <exception cref="InvalidDataException">It is damaged, or of something else; the message says which.</exception>
    public static ReplicationResult Read(string path, RunIdentity identity, int replication) => new(
        replication, SealedFile.Read(path, Mark, identity, replication, "replication", reader => Many(reader, Scenario)));

    private static ScenarioResult Scenario(BinaryReader reader) => new(
        Many(reader, r => r.ReadDouble()), Many(reader, r => Many(r, value => value.ReadSingle())),
        Many(reader, r => r.ReadBoolean()), Many(reader, Cost), Many(reader, Move),
        new AidCount(reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32()));

    private static void Write(BinaryWriter writer, ScenarioResult scenario)
    {
        Write(writer, scenario.Values, writer.Write);
        Write(writer, scenario.ByTerritory, column => Write(writer, column, writer.Write));
        Write(writer, scenario.Covered, writer.Write);
        Write(writer, scenario.Costs, cost =>
        {
            writer.Write(cost.Policy);
            writer.Write((byte)cost.Kind);
            writer.Write(cost.Year);
            writer.Write(cost.Keur);
        });
        Write(writer, scenario.Moves, m =>
        {
            writer.Write(m.Scenario);
            writer.Write(m.Replication);
            writer.Write(m.Year);
            writer.Write(m.Physician);
            Array.ForEach([m.From, m.FromForm, m.To, m.ToForm, m.Policy], writer.Write);
        });
        Array.ForEach([scenario.Aid.Aided, scenario.Aid.Anyway, scenario.Aid.Gained, scenario.Aid.Displaced], writer.Write);
    }

    private static void Write<T>(BinaryWriter writer, T[] items, Action<T> write)
    {
        writer.Write(items.Length);
        Array.ForEach(items, write);
    }

    private static T[] Many<T>(BinaryReader reader, Func<BinaryReader, T> read)
    {
        var items = new T[reader.ReadInt32()];
        for (int k = 0; k < items.Length; k++)
        {
            items[k] = read(reader);
        }

        return items;
    }

    private static LedgerEntry Cost(BinaryReader reader) =>
        new(reader.ReadInt32(), (ActKind)reader.ReadByte(), reader.ReadInt16(), reader.ReadDouble());

    private static Move Move(BinaryReader reader) => new(
        reader.ReadString(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadUInt32(),
        reader.ReadString(), reader.ReadString(), reader.ReadString(), reader.ReadString(), reader.ReadString());
}
