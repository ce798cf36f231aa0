using System.Text;

namespace InstallSim.Tests.Fuzz;

/// <summary>Spoils a text as people and machines do: cut, doubled, swapped, retyped, half pasted, badly encoded.</summary>
internal static class Mutation
{
    private static readonly string[] Nasty =
    [
        "", " ", "null", "~", "NaN", ".inf", "-1", "0", "1e308", "1e-320", "99999999999999999999", "0x10", "1_000", "1,5", "1 000", "yes", "'",
        "\"", "{", "}", "[", "]", "[]", "{}", "- ", ": ", ":", "#", "&a", "*a", "!!binary x", "<<: *a", "---", "...", "%YAML 1.2", "|", ">", "?",
        "\t", "\r\n", "\0", "\u0007", "\u202E", "\uFEFF", "é", "日本", "😀", "\uD800", "=1+1", "<script>", "../../etc/passwd", "/dev/zero",
        "2025..2030", "2030..2025", "0.5", "5 %", "12/03/2026", "2.00001E+08", "false", "a: b", "policies", "years", "type", "value", "name",
    ];

    /// <summary>The bytes of a text with one to four things spoilt; one in ten has a byte that no text has.</summary>
    public static byte[] SpoilBytes(string text, Random random)
    {
        byte[] bytes = new UTF8Encoding(false, throwOnInvalidBytes: false).GetBytes(Spoil(text, random));
        if (bytes.Length > 0 && random.Next(10) == 0)
        {
            bytes[random.Next(bytes.Length)] = (byte)random.Next(128, 256);
        }

        return bytes;
    }

    /// <summary>The text with one to four things spoilt.</summary>
    public static string Spoil(string text, Random random)
    {
        for (int k = random.Next(1, 5); k > 0; k--)
        {
            text = random.Next(10) switch
            {
                0 => Cut(text, random),
                1 => Lines(text, random, (lines, i, j) => lines.RemoveAt(i)),
                2 => Lines(text, random, (lines, i, j) => lines.Insert(j, lines[i])),
                3 => Lines(text, random, (lines, i, j) => (lines[i], lines[j]) = (lines[j], lines[i])),
                4 => Lines(text, random, (lines, i, j) => lines[i] = new string(' ', random.Next(6)) + lines[i].TrimStart()),
                5 => Insert(text, random, Nasty[random.Next(Nasty.Length)]),
                6 => Insert(text, random, ((char)random.Next(1, random.Next(2) == 0 ? 128 : 0xFFFF)).ToString()),
                7 => Insert(text, random, new string("9[{- "[random.Next(5)], random.Next(1, 3000))),
                _ => Retype(text, random),
            };
        }

        return text;
    }

    private static string Cut(string text, Random random)
    {
        int from = random.Next(text.Length + 1), length = random.Next(Math.Min(40, text.Length - from) + 1);
        return text.Remove(from, length);
    }

    private static string Insert(string text, Random random, string what) => text.Insert(random.Next(text.Length + 1), what);

    private static string Lines(string text, Random random, Action<List<string>, int, int> change)
    {
        List<string> lines = [.. text.Split('\n')];
        change(lines, random.Next(lines.Count), random.Next(lines.Count));
        return string.Join('\n', lines);
    }

    /// <summary>Puts something else in the place of a word.</summary>
    private static string Retype(string text, Random random)
    {
        if (text.Length == 0)
        {
            return text;
        }

        int at = random.Next(text.Length), from = at, to = at;
        while (from > 0 && !IsEdge(text[from - 1]))
        {
            from--;
        }

        while (to < text.Length && !IsEdge(text[to]))
        {
            to++;
        }

        return text[..from] + Nasty[random.Next(Nasty.Length)] + text[to..];
    }

    private static bool IsEdge(char c) => c is ' ' or ',' or '\n' or ':' or '[' or ']' or '{' or '}' or '"';
}
