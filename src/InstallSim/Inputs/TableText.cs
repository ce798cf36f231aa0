using System.Text;

namespace InstallSim.Inputs;

/// <summary>What the bytes and first lines of a table tell of how it is written, before it is read.</summary>
/// <param name="Separator">What stands between values.</param>
/// <param name="IsWindows">Whether the text is in Windows-1252, rather than UTF-8.</param>
/// <param name="FirstOther">Line of the first byte that is no UTF-8; 0 when all are.</param>
/// <param name="IsDeclared">Whether its first line is Excel's <c>sep=;</c>, which names the separator and is no part of the table.</param>
internal readonly record struct TableText(char Separator, bool IsWindows, int FirstOther, bool IsDeclared)
{
    /// <summary>Bytes at the beginning that are looked at for what separates values.</summary>
    private const int Start = 1 << 15;

    /// <summary>
    /// Bytes above 0x7F that text in French has in Windows-1252: letters, and €, …, ‘, ’, “, ”, –, —, Œ, œ, °, « and the like.
    /// </summary>
    private static readonly HashSet<byte> Usual =
        [0x80, 0x85, 0x8C, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x9C, 0x9F, .. Enumerable.Range(0xA0, 0x60).Select(b => (byte)b)];

    /// <summary>Looks at a whole file, plain or gzip.</summary>
    /// <exception cref="InputException">It is larger than is read.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static TableText Of(string path)
    {
        using Stream stream = CsvText.Open(path);
        var look = new Look();
        byte[] block = new byte[1 << 16];
        char separator = ',';
        bool isDeclared = false;
        for (long bytes = 0; stream.ReadAtLeast(block, block.Length, throwOnEndOfStream: false) is var read and > 0; bytes += read)
        {
            CsvText.CheckSize(path, bytes + read);
            if (bytes == 0)
            {
                if (InputText.NoText(block.AsSpan(0, Math.Min(read, 64))) is { } kind)
                {
                    throw new InputException(new Place(path), kind);
                }

                string start = Encoding.Latin1.GetString(block.AsSpan(0, Math.Min(read, Start)));
                char? declared = DeclaredIn(start);
                isDeclared = declared is not null;
                separator = declared ?? SeparatorIn(start, isWhole: read < Start);
            }

            look.Take(block.AsSpan(0, read));
        }

        return new TableText(separator, look.IsWindows, look.FirstOther, isDeclared);
    }

    /// <summary>The separator that the first line of a table names, as Excel reads it: <c>sep=;</c>; null: it names none.</summary>
    /// <param name="start">The beginning of a table, a mark of UTF-8 read as Latin-1.</param>
    internal static char? DeclaredIn(string start)
    {
        string first = start.Split('\n', 2)[0].TrimEnd('\r');
        first = (first.StartsWith("\u00EF\u00BB\u00BF", StringComparison.Ordinal) ? first[3..] : first).Trim(' ').Trim('"');
        return first.Length == 5 && first.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) ? first[4] : null;
    }

    /// <summary>What separates values: what all lines have equally often, else what the first has most.</summary>
    /// <param name="start">The beginning of a table.</param>
    /// <param name="isWhole">Whether its last line is whole.</param>
    internal static char SeparatorIn(string start, bool isWhole = true)
    {
        const string candidates = ",;\t";
        List<int[]> lines = [new int[candidates.Length]];
        bool quoted = false;
        foreach (char c in start)
        {
            quoted ^= c == '"';
            if (!quoted && c == '\n')
            {
                lines.Add(new int[candidates.Length]);
            }
            else if (!quoted && candidates.IndexOf(c) is var k and >= 0)
            {
                lines[^1][k]++;
            }
        }

        int[][] whole = [.. (isWhole || lines.Count == 1 ? lines : lines.Take(lines.Count - 1)).Where((n, i) => i == 0 || n.Sum() > 0)];
        int[] even = [.. Enumerable.Range(0, candidates.Length).Where(k => whole[0][k] > 0 && whole.All(n => n[k] == whole[0][k]))];
        return candidates[(even.Length > 0 ? even : [0, 1, 2]).MaxBy(k => whole[0][k])];
    }

    /// <summary>Counts what is UTF-8 and what is not.</summary>
    private sealed class Look
    {
        private readonly List<byte> _open = [];
        private int _line = 1;
        private int _awaited;
        private long _utf8;
        private long _others;
        private bool _isUsual = true;

        public int FirstOther { get; private set; }

        public bool IsWindows => _isUsual && _others + (_open.Count > 0 ? 1 : 0) > _utf8;

        public void Take(ReadOnlySpan<byte> block)
        {
            if (_awaited == 0 && System.Text.Ascii.IsValid(block))
            {
                _line += block.Count((byte)'\n');
                return;
            }

            foreach (byte b in block)
            {
                TakeByte(b);
            }
        }

        private void TakeByte(byte b)
        {
            if (_awaited > 0 && b is >= 0x80 and < 0xC0)
            {
                _open.Add(b);
                if (--_awaited == 0)
                {
                    _utf8++;
                    _open.Clear();
                }

                return;
            }

            foreach (byte other in _open)
            {
                AddOther(other);
            }

            _open.Clear();
            _awaited = b switch { < 0xC2 => 0, < 0xE0 => 1, < 0xF0 => 2, < 0xF5 => 3, _ => 0 };
            if (_awaited > 0)
            {
                _open.Add(b);
            }
            else if (b >= 0x80)
            {
                AddOther(b);
            }

            _line += b == '\n' ? 1 : 0;
        }

        private void AddOther(byte b)
        {
            _others++;
            _isUsual &= Usual.Contains(b);
            FirstOther = FirstOther == 0 ? _line : FirstOther;
        }
    }
}
