using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using InstallSim.Outputs;
using InstallSim.Policies;
using InstallSim.Results;
using InstallSim.Simulation.State;

namespace InstallSim.Experiments;

/// <summary>
/// One finished replication as a file that says for itself what it is: a mark, the hash of its run's identity, the replication, the
/// scenarios (deflated), and a SHA-256 of all before it.
/// </summary>
internal static class ReplicationFile
{
    private const int HashSize = 32;

    private static readonly byte[] Mark = "InstallSim replication 3\n"u8.ToArray();

    /// <summary>Name of the file of a replication.</summary>
    public static string NameOf(int replication) => $"replication-{replication:D5}.bin";

    /// <summary>Writes a file; it is whole or absent.</summary>
    public static void Write(string path, RunIdentity identity, ReplicationResult result)
    {
        using var bytes = new MemoryStream();
        bytes.Write(Mark);
        bytes.Write(Convert.FromHexString(identity.Hash));
        bytes.Write(BitConverter.GetBytes(result.Replication));
        using (var writer = new BinaryWriter(new DeflateStream(bytes, CompressionLevel.Fastest, leaveOpen: true), Encoding.UTF8))
        {
            Write(writer, result.Scenarios, scenario => Write(writer, scenario));
        }

        ReadOnlySpan<byte> written = bytes.GetBuffer().AsSpan(0, (int)bytes.Length);
        byte[] hash = SHA256.HashData(written);
        bytes.Write(hash);
        AtomicFile.Write(path, bytes.WriteTo);
    }

    /// <summary>The hash of the identity of a file's run; null where it is no such file.</summary>
    public static string? IdentityOf(string path)
    {
        using FileStream file = File.OpenRead(path);
        byte[] head = new byte[Mark.Length + HashSize];
        bool isWhole = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length;
        return isWhole && head.AsSpan(0, Mark.Length).SequenceEqual(Mark)
            ? Convert.ToHexStringLower(head.AsSpan(Mark.Length))
            : null;
    }

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="identity">Of the run that it should be of.</param>
    /// <param name="replication">The replication that it should be.</param>
    /// <exception cref="InvalidDataException">It is damaged, or of something else; the message says which.</exception>
    public static ReplicationResult Read(string path, RunIdentity identity, int replication)
    {
        byte[] bytes = File.ReadAllBytes(path);
        int head = Mark.Length + HashSize + sizeof(int), end = bytes.Length - HashSize;
        if (end < head || !bytes.AsSpan(0, Mark.Length).SequenceEqual(Mark)
            || !SHA256.HashData(bytes.AsSpan(0, end)).AsSpan().SequenceEqual(bytes.AsSpan(end)))
        {
            throw new InvalidDataException("is damaged, or no file of this version");
        }

        if (Convert.ToHexStringLower(bytes.AsSpan(Mark.Length, HashSize)) != identity.Hash)
        {
            throw new InvalidDataException("is of another run");
        }

        if (BitConverter.ToInt32(bytes, Mark.Length + HashSize) is var found && found != replication)
        {
            throw new InvalidDataException($"is replication {found}");
        }

        using var reader = new BinaryReader(
            new DeflateStream(new MemoryStream(bytes, head, end - head), CompressionMode.Decompress), Encoding.UTF8);
        return new ReplicationResult(replication, Many(reader, Scenario));
    }

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
