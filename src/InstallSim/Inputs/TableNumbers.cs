using System.Buffers;

namespace InstallSim.Inputs;

/// <summary>Reads numbers as spreadsheets write them: spaces between thousands, a decimal point or comma, a proper minus sign.</summary>
internal static class TableNumbers
{
    private const int Longest = 64;
    private static readonly SearchValues<char> Plain = SearchValues.Create("0123456789+-.eE");
    private static readonly SearchValues<char> PlainOrComma = SearchValues.Create("0123456789+-.,eE");
    private static readonly SearchValues<char> Spaces = SearchValues.Create(" \u00A0\u202F\u2009");

    /// <summary>Reads a finite number; otherwise says what may help.</summary>
    /// <param name="text">The text.</param>
    /// <param name="mark">What stands before a fraction; null when that is not known, and a comma then is one where no point is.</param>
    /// <param name="value">The number.</param>
    /// <param name="hint">Empty, or a remedy.</param>
    public static bool TryRead(ReadOnlySpan<char> text, DecimalMark? mark, out double value, out InputMessage hint)
    {
        text = text.Trim();
        if (mark != DecimalMark.Comma && text.IndexOfAnyExcept(Plain) < 0)
        {
            return InputScalars.TryNumber(text, out value, out hint);
        }

        if (mark == DecimalMark.Comma && text.Contains('.'))
        {
            InputScalars.TryNumber(text, out value, out hint);
            hint = text.IndexOfAnyExcept(Plain) < 0 ? "; numbers of this table have a decimal comma"
                : text.Contains(',') && text.IndexOfAnyExcept(PlainOrComma) < 0 ? "; write digits without separators" : hint;
            value = 0;
            return false;
        }

        Span<char> plain = stackalloc char[Longest];
        if (text.Length <= Longest && Normalise(text, mark != DecimalMark.Point, plain) is var length and > 0
            && InputScalars.TryNumber(plain[..length], out value, out _))
        {
            hint = "";
            return true;
        }

        InputScalars.TryNumber(text, out value, out hint);
        value = 0;
        if (hint.English == "; use a decimal point")
        {
            hint = "; use a decimal point, or say 'decimal: comma'";
        }

        return false;
    }

    /// <summary>What a table's numbers tell of their decimal mark.</summary>
    public static DecimalEvidence Evidence(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        int at = text.IndexOfAny('.', ',');
        Span<char> plain = stackalloc char[Longest];
        if (at < 0 || text.Length > Longest || text.LastIndexOfAny('.', ',') != at || Normalise(text, commas: true, plain) is 0)
        {
            return DecimalEvidence.None;
        }

        ReadOnlySpan<char> whole = text[..at].TrimStart("+-\u2212"), fraction = text[(at + 1)..];
        if (whole.Length == 0 || fraction.Length == 0 || fraction.ContainsAnyExceptInRange('0', '9') || !char.IsAsciiDigit(whole[0]))
        {
            return DecimalEvidence.None;
        }

        return text[at] == '.' ? DecimalEvidence.Point
            : fraction.Length == 3 && whole is not "0" && whole.Length <= 3 ? DecimalEvidence.CommaOrThousands
            : DecimalEvidence.Comma;
    }

    /// <summary>
    /// Writes a number with a decimal point and without spaces; 0 where spaces do not stand between groups of three digits.
    /// </summary>
    private static int Normalise(ReadOnlySpan<char> text, bool commas, Span<char> plain)
    {
        int length = 0, group = 0;
        bool isGrouped = false, isWhole = true;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (Spaces.Contains(c))
            {
                if (!isWhole || group is 0 or > 3 || (isGrouped && group != 3))
                {
                    return 0;
                }

                (isGrouped, group) = (true, 0);
                continue;
            }

            if (isWhole && !char.IsAsciiDigit(c) && length > 0)
            {
                if (isGrouped && group != 3)
                {
                    return 0;
                }

                isWhole = false;
            }

            group++;
            group = length == 0 && !char.IsAsciiDigit(c) ? 0 : group;
            plain[length++] = c == ',' && commas ? '.' : c == '\u2212' ? '-' : c;
        }

        return isGrouped && isWhole && group != 3 ? 0 : length;
    }
}

/// <summary>What a cell tells of the decimal mark of its table.</summary>
internal enum DecimalEvidence
{
    None,
    Point,
    Comma,
    CommaOrThousands,
}
