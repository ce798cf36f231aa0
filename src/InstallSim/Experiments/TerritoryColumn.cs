using System.Buffers;

namespace InstallSim.Experiments;

/// <summary>
/// Numbers of territories and years in little memory, for a comparison holds those of all its replications: by how much they are more than
/// those of another scenario, and that as steps from year to year, is mostly 0. Whole numbers from 0 to 65,535, as counts of physicians
/// are, are packed as such, others by the bits of their single precision; what comes out is what went in, bit by bit.
/// </summary>
public sealed class TerritoryColumn
{
    private readonly PackedNumbers _steps;
    private readonly TerritoryColumn? _like;
    private readonly int _territories;
    private readonly bool _areCounts;

    /// <summary>Packs numbers.</summary>
    /// <param name="values">Shape [years, I].</param>
    /// <param name="territories">I.</param>
    /// <param name="like">The same of another scenario, of the same shape; null for none.</param>
    public TerritoryColumn(float[] values, int territories, TerritoryColumn? like = null)
    {
        _territories = territories;
        _areCounts = Array.TrueForAll(values, value =>
            value == (ushort)Math.Clamp(value, 0, ushort.MaxValue) && !float.IsNegative(value));
        _like = like?._areCounts == _areCounts ? like : null;
        int[] numbers = ArrayPool<int>.Shared.Rent(values.Length), likes = ArrayPool<int>.Shared.Rent(values.Length);
        _like?.FillNumbers(likes);
        for (int k = 0; k < values.Length; k++)
        {
            numbers[k] = (_areCounts ? (int)values[k] : BitConverter.SingleToInt32Bits(values[k])) - (_like is null ? 0 : likes[k]);
        }

        for (int k = values.Length - 1; k >= territories; k--)
        {
            numbers[k] -= numbers[k - territories];
        }

        _steps = new PackedNumbers(numbers.AsSpan(0, values.Length));
        ArrayPool<int>.Shared.Return(numbers);
        ArrayPool<int>.Shared.Return(likes);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="reader">Reads.</param>
    /// <param name="like">What it was packed like; null for nothing.</param>
    internal TerritoryColumn(BinaryReader reader, TerritoryColumn? like)
    {
        (_territories, _areCounts) = (reader.ReadInt32(), reader.ReadBoolean());
        _like = reader.ReadBoolean() ? like : null;
        _steps = new PackedNumbers(reader);
    }

    /// <summary>How many there are: years · I.</summary>
    public int Count => _steps.Count;

    /// <summary>All of them, unpacked.</summary>
    /// <returns>Shape [years, I].</returns>
    public float[] Values()
    {
        var values = new float[Count];
        Fill(values);
        return values;
    }

    /// <summary>Unpacks all of them.</summary>
    /// <param name="values">Room for them, shape [years, I]; filled.</param>
    public void Fill(Span<float> values)
    {
        int[] numbers = ArrayPool<int>.Shared.Rent(Count);
        FillNumbers(numbers);
        for (int k = 0; k < Count; k++)
        {
            values[k] = _areCounts ? numbers[k] : BitConverter.Int32BitsToSingle(numbers[k]);
        }

        ArrayPool<int>.Shared.Return(numbers);
    }

    /// <summary>Writes them, packed.</summary>
    internal void Write(BinaryWriter writer)
    {
        writer.Write(_territories);
        writer.Write(_areCounts);
        writer.Write(_like is not null);
        _steps.Write(writer);
    }

    private void FillNumbers(Span<int> numbers)
    {
        _steps.Fill(numbers);
        for (int k = _territories; k < Count; k++)
        {
            numbers[k] += numbers[k - _territories];
        }

        if (_like is not null)
        {
            int[] likes = ArrayPool<int>.Shared.Rent(Count);
            _like.FillNumbers(likes);
            for (int k = 0; k < Count; k++)
            {
                numbers[k] += likes[k];
            }

            ArrayPool<int>.Shared.Return(likes);
        }
    }
}
