namespace InstallSim.Reporting.Maps;

/// <summary>What maps share.</summary>
internal static class MapParts
{
    private static readonly string[] Articles = ["de la ", "de l'", "de l’", "du ", "des ", "de ", "d'", "d’"];

    /// <summary>Whether the results hold territories to draw.</summary>
    public static bool Applies(ResultIndex results) => MapPanel.Applies(results);

    /// <summary>A name without the kind of community before it, which takes the room of what tells territories apart.</summary>
    public static string ShortName(string name)
    {
        foreach (string kind in (string[])["CC ", "CA ", "CU ", "Métropole ", "Communauté "])
        {
            if (name.Length > kind.Length && name.StartsWith(kind, StringComparison.Ordinal))
            {
                string rest = name[kind.Length..];
                string? article = Articles.FirstOrDefault(a => rest.Length > a.Length && rest.StartsWith(a, StringComparison.Ordinal));
                return article is null ? (kind.Length == 3 ? rest : name) : char.ToUpperInvariant(rest[article.Length]) + rest[(article.Length + 1)..];
            }
        }

        return name;
    }
}
