using System.Text;

namespace InstallSim.Projects;

/// <summary>The files of <c>scenarios/</c> that the assembly holds, each by its path there, such as <c>defaults.yaml</c>.</summary>
internal static class ShippedFiles
{
    private const string Prefix = "scenarios/";

    /// <summary>The paths under a folder of <c>scenarios/</c>, in ordinal order.</summary>
    public static IReadOnlyList<string> Of(string folder) =>
    [
        .. typeof(ShippedFiles).Assembly.GetManifestResourceNames().Where(n => n.StartsWith($"{Prefix}{folder}/", StringComparison.Ordinal))
            .Select(n => n[Prefix.Length..]).Order(StringComparer.Ordinal),
    ];

    /// <summary>The text of one.</summary>
    /// <exception cref="ArgumentException">No such file is held.</exception>
    public static string Text(string path)
    {
        using Stream? stream = typeof(ShippedFiles).Assembly.GetManifestResourceStream(Prefix + path);
        using var reader = new StreamReader(stream ?? throw new ArgumentException($"the assembly holds no {path}", nameof(path)),
            Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
