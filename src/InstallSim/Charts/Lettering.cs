using System.Text;
using SkiaSharp;

namespace InstallSim.Charts;

/// <summary>
/// Sizes of words, and how wide they are in <see cref="Typeface"/>, so that titles break and labels fit before anything is drawn.
/// </summary>
internal static class Lettering
{
    public const double TitleSize = 17;
    public const double TitleLine = 22;
    public const double SubtitleSize = 12.5;
    public const double SubtitleLine = 17;
    public const double HeadingSize = 12.5;
    public const double HeadingLine = 16;
    public const double LabelSize = 11.5;
    public const double LabelLine = 14;
    public const double NoteSize = 9.5;
    public const double NoteLine = 12.5;

    private static readonly ThreadLocal<Dictionary<(double Size, bool IsBold), SKFont>> Fonts = new(() => []);

    /// <summary>Width in pixels of a text of one line.</summary>
    public static double Width(string text, double size, bool isBold = false)
    {
        var font = Font(size, isBold);
        return LetterRuns.Of(text, isBold).Sum(run => run.Width(font));
    }

    /// <summary>The widest line of a text, pixels.</summary>
    public static double WidthOfLines(string text, double size, bool isBold = false) =>
        text.Split('\n').Max(line => Width(line, size, isBold));

    /// <summary>
    /// Breaks a text into lines no wider than the limit where words or the hyphens of long ones allow it; at most
    /// <paramref name="lines"/>, the last one cut short.
    /// </summary>
    public static IReadOnlyList<string> Wrap(string text, double limit, double size, bool isBold = false, int lines = int.MaxValue)
    {
        var result = new List<string>();
        var line = new StringBuilder();
        var words = text.Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(word => Width(word, size, isBold) <= limit ? [(word, " ")] : Parts(word));
        foreach (var (word, space) in words)
        {
            string longer = line.Length == 0 ? word : $"{line}{space}{word}";
            if (line.Length > 0 && Width(longer, size, isBold) > limit)
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

        return [.. result.Select(l => Cut(l, limit, size, isBold))];
    }

    /// <summary>The parts of a long word, each up to its hyphen, with what parts it from the one before.</summary>
    private static IEnumerable<(string Text, string Space)> Parts(string word)
    {
        int start = 0;
        for (int i = 1; i < word.Length; i++)
        {
            if (word[i - 1] == '-')
            {
                yield return (word[start..i], start == 0 ? " " : "");
                start = i;
            }
        }

        yield return (word[start..], start == 0 ? " " : "");
    }

    /// <summary>The text, whole, on one line or on the two whose longer one is shortest; null when neither fits the limit.</summary>
    public static string? OnTwoLines(string text, double limit, double size, bool isBold = false)
    {
        string[] words = text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        string[] ways = Width(string.Join(' ', words), size, isBold) <= limit ? [string.Join(' ', words)]
            : [.. Enumerable.Range(1, Math.Max(words.Length - 1, 0))
                .Select(i => $"{string.Join(' ', words[..i])}\n{string.Join(' ', words[i..])}")];
        string? best = ways.MinBy(way => WidthOfLines(way, size, isBold));
        return best is not null && WidthOfLines(best, size, isBold) <= limit ? best : null;
    }

    /// <summary>The text, cut short with an ellipsis when it is wider than the limit.</summary>
    public static string Cut(string text, double limit, double size, bool isBold = false)
    {
        if (Width(text, size, isBold) <= limit)
        {
            return text;
        }

        var runes = text.EnumerateRunes().ToList();
        while (runes.Count > 1 && Width(string.Concat(runes) + "…", size, isBold) > limit)
        {
            runes.RemoveAt(runes.Count - 1);
        }

        return string.Concat(runes).TrimEnd() + "…";
    }

    private static SKFont Font(double size, bool isBold)
    {
        var fonts = Fonts.Value!;
        if (!fonts.TryGetValue((size, isBold), out var font))
        {
            font = LetterRuns.Font(isBold ? Typeface.SemiBold : Typeface.Regular, (float)size);
            fonts.Add((size, isBold), font);
        }

        return font;
    }
}
