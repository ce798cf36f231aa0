using System.Text;

namespace InstallSim.Inputs;

/// <summary>Letters with accents, which files and terminals store as one character or as two.</summary>
internal static class Accents
{
    /// <summary>An accent as a character of its own, letters that take it, and both as one character.</summary>
    private static readonly (char Mark, string Letters, string Joined)[] Known =
    [
        ('\u0300', "AEIOUaeiou", "ÀÈÌÒÙàèìòù"),
        ('\u0301', "AEIOUYaeiouy", "ÁÉÍÓÚÝáéíóúý"),
        ('\u0302', "AEIOUaeiou", "ÂÊÎÔÛâêîôû"),
        ('\u0303', "ANOano", "ÃÑÕãñõ"),
        ('\u0308', "AEIOUYaeiouy", "ÄËÏÖÜŸäëïöüÿ"),
        ('\u030a', "Aa", "Åå"),
        ('\u0327', "Cc", "Çç"),
    ];

    /// <summary>
    /// The text with each letter of Western Europe and its accent as one character; <c>string.Normalize</c> leaves them two where the
    /// program has no cultures.
    /// </summary>
    public static string Joined(string text)
    {
        var joined = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            var (_, letters, both) = Known.FirstOrDefault(known => known.Mark == c);
            int at = letters is null || joined.Length == 0 ? -1 : letters.IndexOf(joined[^1], StringComparison.Ordinal);
            if (at >= 0)
            {
                joined[^1] = both[at];
            }
            else
            {
                joined.Append(c);
            }
        }

        return joined.ToString();
    }
}
