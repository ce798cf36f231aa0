using System.Text;
using InstallSim.Policies;
using InstallSim.Results;
using InstallSim.Simulation;

namespace InstallSim.Experiments;

/// <summary>
/// Keeps finished replications beside the results folder while an experiment runs, so that one that was stopped can go on. A file is
/// written under another name and renamed, so that each is whole or absent.
/// </summary>
internal sealed class ReplicationStore
{
    /// <summary>
    /// What a file holds, as a number that fingerprints begin with: raised with every change, so that no older store is read.
    /// </summary>
    public const int Format = 2;

    private readonly string _folder;

    /// <summary>Opens the store of an experiment.</summary>
    /// <param name="folder">Folder of the store.</param>
    /// <param name="fingerprint">What was asked for; finished replications of anything else are thrown away.</param>
    /// <param name="resume">Whether finished replications may be used.</param>
    public ReplicationStore(string folder, string fingerprint, bool resume)
    {
        _folder = folder;
        string mark = Path.Combine(folder, "fingerprint.txt");
        if (Directory.Exists(folder) && !(resume && File.Exists(mark) && File.ReadAllText(mark) == fingerprint))
        {
            Directory.Delete(folder, recursive: true);
        }

        Directory.CreateDirectory(folder);
        File.WriteAllText(mark, fingerprint);
    }

    /// <summary>A finished replication, or null.</summary>
    public ReplicationResult? TryLoad(int replication)
    {
        string path = PathOf(replication);
        if (!File.Exists(path))
        {
            return null;
        }

        using var reader = new BinaryReader(File.OpenRead(path), Encoding.UTF8);
        var scenarios = new ScenarioResult[reader.ReadInt32()];
        for (int s = 0; s < scenarios.Length; s++)
        {
            scenarios[s] = new ScenarioResult(
                Many(reader, r => r.ReadDouble()), Many(reader, r => Many(r, value => value.ReadSingle())),
                Many(reader, r => r.ReadBoolean()), Many(reader, Cost), Many(reader, Move),
                new AidCount(reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32()));
        }

        return new ReplicationResult(replication, scenarios);
    }

    /// <summary>Keeps a finished replication.</summary>
    public void Save(ReplicationResult result)
    {
        string path = PathOf(result.Replication), temporary = path + ".tmp";
        using (var writer = new BinaryWriter(File.Create(temporary), Encoding.UTF8))
        {
            writer.Write(result.Scenarios.Length);
            foreach (ScenarioResult scenario in result.Scenarios)
            {
                Write(writer, scenario);
            }
        }

        File.Move(temporary, path, overwrite: true);
    }

    private string PathOf(int replication) => Path.Combine(_folder, $"replication-{replication:D5}.bin");

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
