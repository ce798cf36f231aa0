namespace InstallSim.Inputs;

/// <summary>Guesses which name a user meant.</summary>
public static class DidYouMean
{
    /// <summary>The nearest of some names, or null when none is near.</summary>
    /// <remarks>
    /// Near is a Damerau–Levenshtein distance (letters added, dropped, changed or two neighbours swapped) of at most a third of
    /// the longer name (an ending that both have, such as <c>.csv</c>, is not counted), capitals, <c>_</c> and spaces aside; else the only
    /// name that contains the word; else the only one, longer or shorter by at most three letters, that begins with two thirds of it
    /// (<c>policy</c>, <c>policies</c>). Ties go to the first.
    /// </remarks>
    public static string? Find(string word, IEnumerable<string> names)
    {
        string wanted = Plain(word);
        string[] all = [.. names];
        string? nearest = null;
        int least = int.MaxValue;
        foreach (string name in all)
        {
            string other = Plain(name);
            int distance = Distance(wanted, other);
            if (distance <= Most(Math.Max(wanted.Length, other.Length), CommonEnding(wanted, other)) && distance < least)
            {
                (nearest, least) = (name, distance);
            }
        }

        string stem = wanted[..Math.Max(Math.Min(wanted.Length, 4), 2 * wanted.Length / 3)];
        foreach (string part in nearest is null && wanted.Length >= 3 ? (string[])[wanted, stem] : [])
        {
            string[] longer = [.. all.Where(name => part == wanted
                ? Plain(name).Contains(part, StringComparison.Ordinal)
                : Plain(name).StartsWith(part, StringComparison.Ordinal) && Math.Abs(name.Length - wanted.Length) <= 3)];
            nearest ??= longer.Length == 1 ? longer[0] : null;
        }

        return nearest;
    }

    /// <summary>What to add to an error: <c>; did you mean 'per-year'?</c>, or nothing.</summary>
    public static InputMessage Hint(string word, IEnumerable<string> names) =>
        Meant(word, Find(word, names));

    /// <summary>
    /// As <see cref="Hint"/>, of options of a command, whose dashes make short ones near: first the only one that begins with the word
    /// (<c>--rep</c>, <c>--replications</c>), then the longest that the word begins with (<c>--language</c>, <c>--lang</c>).
    /// </summary>
    /// <param name="said">The option, a value behind <c>=</c> aside.</param>
    /// <param name="names">Options that there are.</param>
    public static InputMessage HintOfOption(string said, IReadOnlyList<string> names)
    {
        string word = said.Split('=')[0];
        string[] longer = [.. names.Where(name => word.Length > 2 && name.StartsWith(word, StringComparison.OrdinalIgnoreCase))];
        return Meant(word, longer.Length == 1 ? longer[0]
            : names.Where(name => word.StartsWith(name, StringComparison.OrdinalIgnoreCase)).MaxBy(name => name.Length)
                ?? Find(word, names));
    }

    /// <summary>As <see cref="Hint"/>, of what lies in the folder of a file or folder that is not there.</summary>
    /// <param name="path">What is not there.</param>
    public static InputMessage HintOfPath(string path)
    {
        string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        try
        {
            return Path.GetDirectoryName(full) is { } folder && Directory.Exists(folder)
                ? Hint(Path.GetFileName(full), Directory.EnumerateFileSystemEntries(folder).Select(entry => Path.GetFileName(entry))
                    .Where(name => name[0] != '.').Order(StringComparer.Ordinal))
                : InputMessage.None;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return InputMessage.None;
        }
    }

    /// <summary>
    /// The folder that may be meant by the first folder on the way to a file that is not there: of a name that differs by one letter, or
    /// two that changed places, but not by a digit (<c>run1</c>, <c>run2</c>).
    /// </summary>
    /// <param name="file">A file to be.</param>
    /// <returns>The folder that is not there and the name of the one beside it; null where there is none.</returns>
    public static (string Missing, string Meant)? FolderOf(string file)
    {
        string? folder = Path.GetDirectoryName(Path.GetFullPath(file)), missing = null;
        for (; folder is not null && !Directory.Exists(folder); folder = Path.GetDirectoryName(folder))
        {
            missing = folder;
        }

        if (folder is null || missing is null)
        {
            return null;
        }

        string name = Path.GetFileName(missing);
        try
        {
            return Directory.EnumerateDirectories(folder).Select(other => Path.GetFileName(other)).Order(StringComparer.Ordinal)
                .FirstOrDefault(other => Distance(name, other) == 1 && Letters(name) != Letters(other)) is { } meant
                ? (missing, meant) : null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;
        }

        static string Letters(string text) => string.Concat(text.Where(c => !char.IsAsciiDigit(c)));
    }

    /// <summary>What is said of a file or folder that is not there.</summary>
    public static Words NotThere(string path)
    {
        InputMessage hint = HintOfPath(path);
        return new Words($"does not exist{hint.English}", $"n’existe pas{hint.French}");
    }

    /// <summary>
    /// Fewest additions, removals, changes and swaps of neighbours that turn one word into the other (optimal string alignment).
    /// </summary>
    public static int Distance(string from, string to)
    {
        var distance = new int[from.Length + 1, to.Length + 1];
        for (int i = 0; i <= from.Length; i++)
        {
            distance[i, 0] = i;
        }

        for (int j = 0; j <= to.Length; j++)
        {
            distance[0, j] = j;
        }

        for (int i = 1; i <= from.Length; i++)
        {
            for (int j = 1; j <= to.Length; j++)
            {
                int change = distance[i - 1, j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
                int best = Math.Min(change, 1 + Math.Min(distance[i - 1, j], distance[i, j - 1]));
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                {
                    best = Math.Min(best, distance[i - 2, j - 2] + 1);
                }

                distance[i, j] = best;
            }
        }

        return distance[from.Length, to.Length];
    }

    /// <summary>
    /// The largest distance that is near: a third of the letters before the ending, and one letter of a short name that has an ending.
    /// </summary>
    private static int Most(int length, int ending) =>
        ending > 0 && length - ending >= 2 ? Math.Max(1, (length - ending) / 3) : (length - ending) / 3;

    /// <summary>Letters of the ending, from its point on, that two names of files share.</summary>
    private static int CommonEnding(string one, string other)
    {
        int point = one.LastIndexOf('.');
        return point >= 0 && other.EndsWith(one[point..], StringComparison.Ordinal) ? one.Length - point : 0;
    }

    private static InputMessage Meant(string word, string? name) =>
        name is not null && name != word ? (InputMessage)$"; did you mean '{name}'?" : InputMessage.None;

    private static string Plain(string name) =>
        (name.Length > 200 ? name[..200] : name).ToLowerInvariant().Replace('_', '-').Replace(' ', '-');
}
