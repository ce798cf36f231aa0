namespace InstallSim.Reporting;

/// <summary>What the build embedded of <c>Reporting/web</c> for the page.</summary>
internal static class WebBundle
{
    /// <summary>The script that draws the figures; null where the build had no Node.js.</summary>
    public static string? Script { get; } = Read("page.js");

    /// <summary>The page's styles, without the typeface.</summary>
    public static string Styles { get; } = Read("page.css")!;

    private static string? Read(string file)
    {
        using var stream = typeof(WebBundle).Assembly.GetManifestResourceStream("web/" + file);
        return stream is null ? null : new StreamReader(stream).ReadToEnd();
    }
}
