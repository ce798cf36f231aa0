using System.Text;
using InstallSim.Results;

namespace InstallSim.Experiments;

/// <summary>
/// Keeps finished replications beside the results folder while an experiment runs, so that one that was stopped can go on. A file is
/// written under another name and renamed, so that each is whole or absent.
/// </summary>
internal sealed class ReplicationStore
{
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
                Doubles(reader), Floats(reader), Floats(reader), Floats(reader), Moves(reader),
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
        writer.Write(scenario.Values.Length);
        Array.ForEach(scenario.Values, writer.Write);
        foreach (float[] column in (float[][])[scenario.Stock, scenario.Accessibility, scenario.Installations])
        {
            writer.Write(column.Length);
            Array.ForEach(column, writer.Write);
        }

        writer.Write(scenario.Moves.Length);
        foreach (Move m in scenario.Moves)
        {
            writer.Write(m.Scenario);
            writer.Write(m.Replication);
            writer.Write(m.Year);
            writer.Write(m.Physician);
            Array.ForEach([m.From, m.FromForm, m.To, m.ToForm, m.Policy], writer.Write);
        }

        Array.ForEach([scenario.Aid.Aided, scenario.Aid.Anyway, scenario.Aid.Gained, scenario.Aid.Displaced], writer.Write);
    }

    private static double[] Doubles(BinaryReader reader)
    {
        var values = new double[reader.ReadInt32()];
        for (int k = 0; k < values.Length; k++)
        {
            values[k] = reader.ReadDouble();
        }

        return values;
    }

    private static float[] Floats(BinaryReader reader)
    {
        var values = new float[reader.ReadInt32()];
        for (int k = 0; k < values.Length; k++)
        {
            values[k] = reader.ReadSingle();
        }

        return values;
    }

    private static Move[] Moves(BinaryReader reader)
    {
        var moves = new Move[reader.ReadInt32()];
        for (int k = 0; k < moves.Length; k++)
        {
            moves[k] = new Move(
                reader.ReadString(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadUInt32(),
                reader.ReadString(), reader.ReadString(), reader.ReadString(), reader.ReadString(), reader.ReadString());
        }

        return moves;
    }
}
