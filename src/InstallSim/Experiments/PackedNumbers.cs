using System.Buffers;
using System.IO.Compression;

namespace InstallSim.Experiments;

/// <summary>
/// Whole numbers, most of them near 0, in little memory: 0, −1, 1, −2 … become 0, 1, 2, 3 …, the lowest bytes of all stand first, then
/// the next ones, and all is deflated.
/// </summary>
internal sealed class PackedNumbers
{
    private readonly byte[] _deflated;

    /// <summary>Packs numbers.</summary>
    public PackedNumbers(ReadOnlySpan<int> numbers)
    {
        Count = numbers.Length;
        byte[] bytes = ArrayPool<byte>.Shared.Rent(sizeof(int) * Count);
        for (int k = 0; k < Count; k++)
        {
            uint folded = (uint)((numbers[k] << 1) ^ (numbers[k] >> 31));
            for (int place = 0; place < sizeof(int); place++)
            {
                bytes[(place * Count) + k] = (byte)(folded >> (8 * place));
            }
        }

        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            deflate.Write(bytes, 0, sizeof(int) * Count);
        }

        ArrayPool<byte>.Shared.Return(bytes);
        _deflated = packed.ToArray();
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public PackedNumbers(BinaryReader reader) => (Count, _deflated) = (reader.ReadInt32(), reader.ReadBytes(reader.ReadInt32()));

    /// <summary>How many there are.</summary>
    public int Count { get; }

    /// <summary>Writes them, packed.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write(Count);
        writer.Write(_deflated.Length);
        writer.Write(_deflated);
    }

    /// <summary>Unpacks all.</summary>
    /// <param name="numbers">Room for them; filled.</param>
    public void Fill(Span<int> numbers)
    {
        byte[] bytes = ArrayPool<byte>.Shared.Rent(sizeof(int) * Count);
        using (var deflate = new DeflateStream(new MemoryStream(_deflated), CompressionMode.Decompress))
        {
            deflate.ReadExactly(bytes, 0, sizeof(int) * Count);
        }

        for (int k = 0; k < Count; k++)
        {
            uint folded = bytes[k] | ((uint)bytes[Count + k] << 8) | ((uint)bytes[(2 * Count) + k] << 16)
                | ((uint)bytes[(3 * Count) + k] << 24);
            numbers[k] = (int)(folded >> 1) ^ -(int)(folded & 1);
        }

        ArrayPool<byte>.Shared.Return(bytes);
    }
}
