using System.IO.Compression;
using System.Text;
using System.Text.Unicode;

namespace InstallSim.Inputs;

/// <summary>
/// The characters of a large file (plain or gzip), checked while they stream by: UTF-8, no binary content, no overlong line.
/// Reading throws <see cref="InputException"/> with the line at fault.
/// </summary>
internal sealed class CsvText : TextReader
{
    /// <summary>Largest table read, bytes once unpacked: a matrix of travel times of a country has thousands of millions.</summary>
    public const long MaxBytes = 20_000_000_000;

    private static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
    private readonly string _path;
    private readonly bool _isWindows;
    private readonly Stream _stream;
    private readonly byte[] _bytes = new byte[1 << 16];
    private readonly char[] _chars = new char[1 << 16];
    private int _left;
    private int _next;
    private int _end;
    private int _line = 1;
    private int _lineBytes;
    private long _total;
    private bool _started;

    /// <summary>Opens a file.</summary>
    /// <param name="path">The file, plain or gzip.</param>
    /// <param name="isWindows">Whether it is in Windows-1252 rather than UTF-8.</param>
    public CsvText(string path, bool isWindows = false)
    {
        (_path, _isWindows) = (path, isWindows);
        _stream = Open(path);
    }

    /// <summary>The bytes of a file, unpacked.</summary>
    public static Stream Open(string path)
    {
        var file = File.OpenRead(path);
        Span<byte> start = stackalloc byte[2];
        bool zipped = file.ReadAtLeast(start, 2, throwOnEndOfStream: false) == 2 && start[0] == 0x1F && start[1] == 0x8B;
        file.Position = 0;
        return zipped ? new GZipStream(file, CompressionMode.Decompress) : file;
    }

    /// <summary>Refuses a file of more bytes than are read.</summary>
    public static void CheckSize(string path, long bytes)
    {
        if (bytes > MaxBytes)
        {
            throw new InputException(new Place(path), $"is larger than {MaxBytes / 1_000_000_000} GB unpacked; that is no table");
        }
    }

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    public override int Read(Span<char> buffer)
    {
        if (_next == _end && !Fill())
        {
            return 0;
        }

        int count = Math.Min(buffer.Length, _end - _next);
        _chars.AsSpan(_next, count).CopyTo(buffer);
        _next += count;
        return count;
    }

    public override int Read() => _next < _end || Fill() ? _chars[_next++] : -1;

    public override int Peek() => _next < _end || Fill() ? _chars[_next] : -1;

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _stream.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>Decodes the next block; false at the end.</summary>
    private bool Fill()
    {
        int read = _stream.ReadAtLeast(_bytes.AsSpan(_left), _bytes.Length - _left, throwOnEndOfStream: false);
        CheckSize(_path, _total += read);
        Span<byte> block = _bytes.AsSpan(0, _left + read);
        if (block.IsEmpty)
        {
            return false;
        }

        int skipped = 0;
        if (!_started)
        {
            if (InputText.NoText(block[..Math.Min(block.Length, 64)]) is { } kind)
            {
                throw new InputException(new Place(_path), kind);
            }

            skipped = block.StartsWith(Encoding.UTF8.Preamble) ? 3 : 0;
            _started = true;
        }

        Span<byte> valid = block[skipped..(_isWindows ? block.Length : ValidLength(block, isLast: read == 0))];
        CheckLines(valid);
        _end = (_isWindows ? Windows : Encoding.UTF8).GetChars(valid, _chars);
        _next = 0;
        _left = block.Length - skipped - valid.Length;
        block[^_left..].CopyTo(_bytes);
        return _end > 0 || Fill();
    }

    /// <summary>Length of the block without a character cut at its end.</summary>
    private int ValidLength(ReadOnlySpan<byte> block, bool isLast)
    {
        for (int cut = 0; cut <= (isLast ? 0 : Math.Min(3, block.Length)); cut++)
        {
            if (Utf8.IsValid(block[..^cut]))
            {
                return block.Length - cut;
            }
        }

        int good = InputText.ValidBytes(block);
        throw new InputException(new Place(_path, _line + block[..good].Count((byte)'\n')), InputText.NotUtf8(block[good]));
    }

    private void CheckLines(ReadOnlySpan<byte> block)
    {
        if (block.Contains((byte)0))
        {
            throw new InputException(new Place(_path, _line), "is a binary file; text in UTF-8 is expected");
        }

        while (block.IndexOf((byte)'\n') is var end && end >= 0)
        {
            CheckLength(_lineBytes + end);
            _line++;
            _lineBytes = 0;
            block = block[(end + 1)..];
        }

        _lineBytes += block.Length;
        CheckLength(_lineBytes);
    }

    private void CheckLength(int bytes)
    {
        if (bytes > CsvTable.MaxLine)
        {
            throw new InputException(new Place(_path, _line),
                $"the line is longer than {CsvTable.MaxLine} characters; that is no table");
        }
    }
}
