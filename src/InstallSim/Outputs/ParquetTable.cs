using System.IO.Compression;
using Parquet;
using Parquet.Schema;

namespace InstallSim.Outputs;

/// <summary>
/// A table as Apache Parquet: texts as they are, whole numbers as 64-bit integers, numbers as doubles (null where CSV has an empty cell),
/// Zstandard, groups of a million rows. The same rows give the same bytes. Its assembly is loaded by what is called here alone.
/// </summary>
internal sealed class ParquetTable : IRowWriter, IDisposable
{
    /// <summary>End of the names of such files.</summary>
    public const string Extension = ".parquet";

    /// <summary>
    /// Rows of a group: each is held before it is written. ASSUMPTION: what readers recommend, some tens of megabytes.
    /// </summary>
    private const int GroupRows = 1 << 20;

    private readonly Stream _stream;
    private readonly Column[] _columns;
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private ParquetWriter? _writer;
    private int _at, _rows;

    /// <summary>Begins a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="columns">Names of the columns.</param>
    public ParquetTable(string path, IEnumerable<string> columns)
    {
        _columns = [.. columns.Select(name => new Column(name))];
        _stream = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read);
    }

    public void Write(ReadOnlySpan<char> text)
    {
        var known = _texts.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!known.TryGetValue(text, out string? kept))
        {
            kept = text.ToString();
            _texts.Add(kept, kept);
        }

        _columns[_at++].Texts.Add(kept);
    }

    public void Write(double number) => _columns[_at++].Numbers.Add(double.IsNaN(number) ? null : number);

    public void Write(long number) => _columns[_at++].Wholes.Add(number);

    public void EndRow()
    {
        _at = 0;
        if (++_rows == GroupRows)
        {
            WriteGroup();
        }
    }

    /// <summary>Writes what is left and closes the file.</summary>
    public void Dispose()
    {
        WriteGroup();
        _writer?.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _stream.Dispose();
    }

    /// <summary>Reads a file that this class wrote: texts, whole numbers and numbers by column, NaN where there is none.</summary>
    /// <exception cref="InvalidDataException">It is no such file.</exception>
    public static IReadOnlyDictionary<string, Array> Read(string path)
    {
        try
        {
            return ReadAsync(path).GetAwaiter().GetResult();
        }
        catch (Exception fault) when (fault is not (OutOfMemoryException or IOException or UnauthorizedAccessException))
        {
            throw new InvalidDataException(fault.Message, fault);
        }
    }

    private static async Task<IReadOnlyDictionary<string, Array>> ReadAsync(string path)
    {
        await using ParquetReader reader = await ParquetReader.CreateAsync(path).ConfigureAwait(false);
        DataField[] fields = reader.Schema.DataFields;
        var read = new Dictionary<string, Array>(StringComparer.Ordinal);
        foreach (DataField field in fields)
        {
            var parts = new List<Array>();
            for (int g = 0; g < reader.RowGroupCount; g++)
            {
                using ParquetRowGroupReader group = reader.OpenRowGroupReader(g);
                parts.Add(await ReadAsync(group, field).ConfigureAwait(false));
            }

            read[field.Name] = Joined(parts, field);
        }

        return read;
    }

    private static async Task<Array> ReadAsync(ParquetRowGroupReader group, DataField field)
    {
        if (field.ClrType == typeof(double))
        {
            var numbers = new double?[group.RowCount];
            await group.ReadAsync<double>(field, numbers.AsMemory()).ConfigureAwait(false);
            return Array.ConvertAll(numbers, number => number ?? double.NaN);
        }

        if (field.ClrType == typeof(long))
        {
            var wholes = new long[group.RowCount];
            await group.ReadAsync<long>(field, wholes.AsMemory()).ConfigureAwait(false);
            return wholes;
        }

        var texts = new string?[group.RowCount];
        await group.ReadAsync(field, texts.AsMemory()).ConfigureAwait(false);
        return Array.ConvertAll(texts, text => text ?? "");
    }

    private static Array Joined(List<Array> parts, DataField field)
    {
        Type type = field.ClrType == typeof(double) || field.ClrType == typeof(long) ? field.ClrType : typeof(string);
        var all = Array.CreateInstance(type, parts.Sum(part => part.Length));
        int at = 0;
        foreach (Array part in parts)
        {
            part.CopyTo(all, at);
            at += part.Length;
        }

        return all;
    }

    private void WriteGroup()
    {
        if (_rows > 0 || _writer is null)
        {
            WriteGroupAsync().GetAwaiter().GetResult();
        }

        _rows = 0;
        Array.ForEach(_columns, column => column.Clear());
    }

    private async Task WriteGroupAsync()
    {
        var options = new ParquetOptions { CompressionMethod = CompressionMethod.Zstd, CompressionLevel = CompressionLevel.Optimal };
        Array.ForEach(_columns, column => column.Settle());
        var schema = new ParquetSchema(_columns.Select(c => c.Field));
        _writer ??= await ParquetWriter.CreateAsync(schema, _stream, options).ConfigureAwait(false);
        if (_rows == 0)
        {
            return;
        }

        using ParquetRowGroupWriter group = _writer.CreateRowGroup();
        foreach (Column column in _columns)
        {
            if (column.Field is DataField<double?>)
            {
                await group.WriteAsync<double>(column.Field, column.Numbers.ToArray().AsMemory()).ConfigureAwait(false);
            }
            else if (column.Field is DataField<long>)
            {
                await group.WriteAsync<long>(column.Field, column.Wholes.ToArray().AsMemory()).ConfigureAwait(false);
            }
            else
            {
                await group.WriteAsync(column.Field, column.Texts).ConfigureAwait(false);
            }
        }
    }

    /// <summary>A column: what it holds shows with its first value; texts where there is none.</summary>
    private sealed class Column(string name)
    {
        private DataField? _field;

        public List<string> Texts { get; } = [];

        public List<double?> Numbers { get; } = [];

        public List<long> Wholes { get; } = [];

        public DataField Field => _field!;

        public void Settle() => _field ??= Numbers.Count > 0 ? new DataField<double?>(name)
            : Wholes.Count > 0 ? new DataField<long>(name)
            : new DataField<string>(name, nullable: false);

        public void Clear()
        {
            Texts.Clear();
            Numbers.Clear();
            Wholes.Clear();
        }
    }
}
