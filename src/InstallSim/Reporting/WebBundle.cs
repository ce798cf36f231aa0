namespace InstallSim.Reporting;

/// <summary>What the build bundled from <c>Reporting/web</c> and embedded: scripts, styles, fonts.</summary>
internal static class WebBundle
{
    /// <summary>Opens a file of the bundle.</summary>
    public static Stream Open(string file) =>
        typeof(WebBundle).Assembly.GetManifestResourceStream("web/" + file)
        ?? throw new InvalidOperationException($"the assembly holds no web/{file}: it was built without its web bundle");

    /// <summary>A file of the bundle as text.</summary>
    public static string Text(string file)
    {
        using var reader = new StreamReader(Open(file));
        return reader.ReadToEnd();
    }
}
