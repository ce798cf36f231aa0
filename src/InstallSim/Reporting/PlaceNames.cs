namespace InstallSim.Reporting;

/// <summary>Names of territories as pictures write them.</summary>
internal static class PlaceNames
{
    private static readonly string[] Kinds = ["CC ", "CA ", "CU "], Long = ["Métropole ", "Communauté "];

    /// <summary>What stands before a name, and the article that the name keeps of it.</summary>
    private static readonly (string Before, string Kept)[] Articles =
    [
        ("de la ", "La "), ("de l'", "L'"), ("de l’", "L’"), ("du ", "Le "), ("des ", "Les "),
        ("de ", ""), ("d'", ""), ("d’", ""), ("la ", "La "), ("le ", "Le "), ("les ", "Les "), ("l'", "L'"), ("l’", "L’"),
    ];

    /// <summary>
    /// A name without the kind of community before it and the by-name behind it, which take the room of what tells territories apart; its
    /// article stays: <c>CC de la Châtre et Sainte-Sévère</c> is <c>La Châtre et Sainte-Sévère</c>.
    /// </summary>
    public static string Short(string name)
    {
        string? kind = Kinds.Concat(Long).FirstOrDefault(k => name.Length > k.Length && name.StartsWith(k, StringComparison.Ordinal));
        if (kind is null)
        {
            return name;
        }

        string rest = WithoutByName(name[kind.Length..]);
        foreach (var (before, kept) in Articles)
        {
            if (rest.Length > before.Length && rest.StartsWith(before, StringComparison.Ordinal))
            {
                string after = rest[before.Length..];
                return kept + char.ToUpperInvariant(after[0]) + after[1..];
            }
        }

        return Long.Contains(kind) ? name : rest;
    }

    private static string WithoutByName(string name) =>
        name.Split([" (", " ''"], StringSplitOptions.None)[0].TrimEnd() is { Length: > 0 } shorter ? shorter : name;
}
