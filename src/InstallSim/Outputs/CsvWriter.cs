using System.Buffers;
using System.Globalization;
using System.Text;

namespace InstallSim.Outputs;

/// <summary>
/// Writes a table as CSV: UTF-8 without byte order mark, commas, line feeds, RFC 4180 quotes where needed, numbers in the shortest
/// form that reads back to the same double. Allocates nothing a value.
/// </summary>
public sealed class CsvWriter : IRowWriter, IDisposable
{
    private static readonly SearchValues<char> NeedQuotes = SearchValues.Create(",\"\r\n");
    private readonly Stream _stream;
    private readonly byte[] _buffer = new byte[1 << 16], _text = new byte[32];
    private double _number = double.NaN;
    private int _used, _length;
    private bool _inRow;

    /// <summary>Makes a file, or empties it, and writes the header.</summary>
    /// <param name="path">The file.</param>
    /// <param name="columns">Names of the columns.</param>
    public CsvWriter(string path, params ReadOnlySpan<string> columns)
        : this(new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0), columns) { }

    /// <summary>Whether the stream stays open at the end.</summary>
    public bool LeavesOpen { get; init; }

    /// <summary>Writes to a stream, which it closes at the end; no header where there are no columns.</summary>
    public CsvWriter(Stream stream, params ReadOnlySpan<string> columns)
    {
        _stream = stream;
        foreach (string column in columns)
        {
            Write(column);
        }

        if (_inRow)
        {
            EndRow();
        }
    }

    /// <summary>Writes the next value of the row.</summary>
    public void Write(ReadOnlySpan<char> text)
    {
        Separate();
        if (!text.ContainsAny(NeedQuotes))
        {
            WriteRaw(text);
            return;
        }

        WriteByte((byte)'"');
        while (text.IndexOf('"') is var quote && quote >= 0)
        {
            WriteRaw(text[..(quote + 1)]);
            WriteByte((byte)'"');
            text = text[(quote + 1)..];
        }

        WriteRaw(text);
        WriteByte((byte)'"');
    }

    /// <summary>
    /// Writes the next value of the row; NaN, which stands for a missing value, as nothing. One that follows itself is not formatted again.
    /// </summary>
    public void Write(double number)
    {
        Separate();
        if (double.IsNaN(number))
        {
            return;
        }

        if (BitConverter.DoubleToInt64Bits(number) != BitConverter.DoubleToInt64Bits(_number))
        {
            _number = number;
            number.TryFormat(_text, out _length, "R", CultureInfo.InvariantCulture);
        }

        Reserve(_length);
        _text.AsSpan(0, _length).CopyTo(_buffer.AsSpan(_used));
        _used += _length;
    }

    /// <summary>Writes the next value of the row.</summary>
    public void Write(long number)
    {
        Separate();
        Reserve(32);
        number.TryFormat(_buffer.AsSpan(_used), out int written, default, CultureInfo.InvariantCulture);
        _used += written;
    }

    /// <summary>Ends the row.</summary>
    public void EndRow()
    {
        WriteByte((byte)'\n');
        _inRow = false;
    }

    /// <summary>Writes what is left and closes the file.</summary>
    public void Dispose()
    {
        _stream.Write(_buffer, 0, _used);
        _used = 0;
        if (!LeavesOpen)
        {
            _stream.Dispose();
        }
    }

    private void Separate()
    {
        if (_inRow)
        {
            WriteByte((byte)',');
        }

        _inRow = true;
    }

    private void WriteRaw(ReadOnlySpan<char> text)
    {
        const int longest = 1024;
        while (text.Length > longest)
        {
            int piece = char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest;
            WritePiece(text[..piece]);
            text = text[piece..];
        }

        WritePiece(text);
    }

    private void WritePiece(ReadOnlySpan<char> text)
    {
        Reserve(3 * text.Length);
        _used += Encoding.UTF8.GetBytes(text, _buffer.AsSpan(_used));
    }

    private void WriteByte(byte value)
    {
        Reserve(1);
        _buffer[_used++] = value;
    }

    private void Reserve(int bytes)
    {
        if (_buffer.Length - _used < bytes)
        {
            _stream.Write(_buffer, 0, _used);
            _used = 0;
        }
    }
}
