using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using InstallSim.Outputs;

namespace InstallSim.Experiments;

/// <summary>
/// A piece of finished work as a file that says for itself what it is: a mark, the hash of its run's identity, which piece it is, the
/// content (deflated), and a SHA-256 of all before it.
/// </summary>
internal static class SealedFile
{
    private const int HashSize = 32;

    // Numbers are written one by one; deflating takes a call into another library each time.
    private const int Buffer = 1 << 16;

    /// <summary>Writes a file; it is whole or absent.</summary>
    /// <param name="path">The file.</param>
    /// <param name="mark">First bytes: kind and version.</param>
    /// <param name="identity">Of the run.</param>
    /// <param name="piece">Which piece, from 0.</param>
    /// <param name="content">Writes the content.</param>
    public static void Write(string path, byte[] mark, RunIdentity identity, int piece, Action<BinaryWriter> content)
    {
        using var bytes = new MemoryStream();
        bytes.Write(mark);
        bytes.Write(Convert.FromHexString(identity.Hash));
        bytes.Write(BitConverter.GetBytes(piece));
        var deflated = new DeflateStream(bytes, CompressionLevel.Fastest, leaveOpen: true);
        using (var writer = new BinaryWriter(new BufferedStream(deflated, Buffer), Encoding.UTF8))
        {
            content(writer);
        }

        ReadOnlySpan<byte> written = bytes.GetBuffer().AsSpan(0, (int)bytes.Length);
        byte[] hash = SHA256.HashData(written);
        bytes.Write(hash);
        AtomicFile.Write(path, bytes.WriteTo);
    }

    /// <summary>The hash of the identity of a file's run; null where it is no such file.</summary>
    public static string? IdentityOf(string path, byte[] mark)
    {
        using FileStream file = File.OpenRead(path);
        byte[] head = new byte[mark.Length + HashSize];
        bool isWhole = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length;
        return isWhole && head.AsSpan(0, mark.Length).SequenceEqual(mark)
            ? Convert.ToHexStringLower(head.AsSpan(mark.Length))
            : null;
    }

    /// <summary>Whether a file is there and nothing of it was changed or cut.</summary>
    public static bool IsWhole(string path) => File.Exists(path) && IsWhole(File.ReadAllBytes(path));

    private static bool IsWhole(byte[] bytes) => bytes.Length >= HashSize
        && SHA256.HashData(bytes.AsSpan(0, bytes.Length - HashSize)).AsSpan().SequenceEqual(bytes.AsSpan(bytes.Length - HashSize));

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="mark">First bytes expected.</param>
    /// <param name="identity">Of the run that it should be of.</param>
    /// <param name="piece">The piece that it should be.</param>
    /// <param name="called">What a piece is called in the message.</param>
    /// <param name="content">Reads the content.</param>
    /// <exception cref="InvalidDataException">It is damaged, or of something else; the message says which.</exception>
    public static T Read<T>(string path, byte[] mark, RunIdentity identity, int piece, string called, Func<BinaryReader, T> content)
    {
        byte[] bytes = File.ReadAllBytes(path);
        int head = mark.Length + HashSize + sizeof(int), end = bytes.Length - HashSize;
        if (end < head || !bytes.AsSpan(0, mark.Length).SequenceEqual(mark) || !IsWhole(bytes))
        {
            throw new InvalidDataException("is damaged, or no file of this version");
        }

        if (Convert.ToHexStringLower(bytes.AsSpan(mark.Length, HashSize)) != identity.Hash)
        {
            throw new InvalidDataException("is of another run");
        }

        if (BitConverter.ToInt32(bytes, mark.Length + HashSize) is var found && found != piece)
        {
            throw new InvalidDataException($"is {called} {found}");
        }

        using var reader = new BinaryReader(
            new DeflateStream(new MemoryStream(bytes, head, end - head), CompressionMode.Decompress), Encoding.UTF8);
        return content(reader);
    }

    /// <summary>Writes items, their number first.</summary>
    public static void Write<T>(BinaryWriter writer, T[] items, Action<T> write)
    {
        writer.Write(items.Length);
        Array.ForEach(items, write);
    }

    /// <summary>Reads what <see cref="Write{T}(BinaryWriter, T[], Action{T})"/> wrote.</summary>
    public static T[] Many<T>(BinaryReader reader, Func<BinaryReader, T> read)
    {
        var items = new T[reader.ReadInt32()];
        for (int k = 0; k < items.Length; k++)
        {
            items[k] = read(reader);
        }

        return items;
    }
}
