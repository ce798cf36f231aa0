namespace InstallSim.Experiments;

/// <summary>A physician who chose otherwise than in the baseline, before places and policies are named.</summary>
/// <param name="Physician">Lasting name of the physician.</param>
/// <param name="From">Alternative in the baseline, or a code of <see cref="Simulation.State.NoPlace"/>.</param>
/// <param name="To">The same in the scenario.</param>
/// <param name="Year">First year in which the two histories part.</param>
/// <param name="Policy">Index of the policy whose act reached the physician; −1 for none.</param>
public readonly record struct Parting(uint Physician, int From, int To, short Year, short Policy);

/// <summary>
/// All of a scenario and replication, column by column in some 5 bytes each: a hundred replications of a country have millions.
/// </summary>
public sealed class Partings
{
    [ThreadStatic]
    private static (Partings? Of, Parting[] All) LastUnpacked;

    private readonly PackedNumbers[] _columns;

    /// <summary>Packs them.</summary>
    /// <param name="all">All, best by rising names.</param>
    public Partings(params Parting[] all)
    {
        int[] steps = Array.ConvertAll(all, parting => (int)parting.Physician);
        for (int k = steps.Length - 1; k > 0; k--)
        {
            steps[k] -= steps[k - 1];
        }

        Func<Parting, int>[] others = [p => p.From, p => p.To, p => p.Year, p => p.Policy];
        _columns = [new(steps), .. others.Select(column => new PackedNumbers([.. all.Select(column)]))];
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    internal Partings(BinaryReader reader) => _columns = SealedFile.Many(reader, r => new PackedNumbers(r));

    /// <summary>How many there are.</summary>
    public int Count => _columns[0].Count;

    /// <summary>All of them, unpacked, in their order; a thread keeps those that it asked for last, for it asks for the next one.</summary>
    public IReadOnlyList<Parting> All()
    {
        if (LastUnpacked.Of != this)
        {
            LastUnpacked = (this, Unpacked());
        }

        return LastUnpacked.All;
    }

    /// <summary>Writes them, packed.</summary>
    internal void Write(BinaryWriter writer) => SealedFile.Write(writer, _columns, column => column.Write(writer));

    private Parting[] Unpacked()
    {
        int[][] columns = [.. _columns.Select(_ => new int[Count])];
        for (int c = 0; c < columns.Length; c++)
        {
            _columns[c].Fill(columns[c]);
        }

        var all = new Parting[Count];
        uint name = 0;
        for (int k = 0; k < all.Length; k++)
        {
            name += (uint)columns[0][k];
            all[k] = new Parting(name, columns[1][k], columns[2][k], (short)columns[3][k], (short)columns[4][k]);
        }

        return all;
    }
}
