using System.Text;
using System.Text.Json;

namespace InstallSim.Reporting;

/// <summary>How wide a text is in the report's typeface, so that titles break and labels fit before anything is drawn.</summary>
internal static class Lettering
{
    /// <summary>
    /// The typeface; the page and the SVG files carry it, the others are common ones of similar width. Quoted: a name with a digit by itself is no
    /// CSS identifier, and a browser that cannot read it measures every text in its smallest face.
    /// </summary>
    public const string Family = "'Source Sans 3', 'Source Sans Pro', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif";

    private const double UnknownWidth = 550;
    private static readonly Dictionary<string, Dictionary<string, double>> Widths = Read();

    /// <summary>Width in pixels.</summary>
    /// <param name="text">One line.</param>
    /// <param name="size">Font size, pixels.</param>
    /// <param name="semibold">Whether it is set in the heavier face.</param>
    public static double Width(string text, double size, bool semibold = false)
    {
        var table = Widths[semibold ? "semibold" : "regular"];
        double sum = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            sum += table.GetValueOrDefault(rune.ToString(), rune.Value > 0x2e80 ? 1000 : UnknownWidth);
        }

        return sum * size / 1000;
    }

    /// <summary>Breaks a text into lines no wider than the limit where words allow it; at most <paramref name="lines"/>, the last one cut short.</summary>
    public static IReadOnlyList<string> Wrap(string text, double limit, double size, bool semibold = false, int lines = int.MaxValue)
    {
        var result = new List<string>();
        var line = new StringBuilder();
        foreach (string word in text.Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries))
        {
            string longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && Width(longer, size, semibold) > limit)
            {
                result.Add(line.ToString());
                longer = word;
            }

            line.Clear().Append(longer);
        }

        result.Add(line.ToString());
        if (result.Count > lines)
        {
            string rest = string.Join(' ', result.Skip(lines - 1));
            result.RemoveRange(lines - 1, result.Count - lines + 1);
            result.Add(rest);
        }

        return [.. result.Select(l => Cut(l, limit, size, semibold))];
    }

    /// <summary>The text, cut short with an ellipsis when it is wider than the limit.</summary>
    public static string Cut(string text, double limit, double size, bool semibold = false)
    {
        if (Width(text, size, semibold) <= limit)
        {
            return text;
        }

        var runes = text.EnumerateRunes().ToList();
        while (runes.Count > 1 && Width(string.Concat(runes) + "…", size, semibold) > limit)
        {
            runes.RemoveAt(runes.Count - 1);
        }

        return string.Concat(runes).TrimEnd() + "…";
    }

    private static Dictionary<string, Dictionary<string, double>> Read()
    {
        using var stream = WebBundle.Open("font-widths.json");
        return JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, double>>>(stream)!;
    }
}
