namespace InstallSim.Tests;

/// <summary>Finds the project's own folders and, beside a developer's clone, the shared test data.</summary>
internal static class Repository
{
    /// <summary>The folder that holds <c>InstallSim.sln</c>.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>A path inside the project.</summary>
    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>A file of the shared test data; skips the test where it is absent.</summary>
    public static string SharedData(params string[] parts)
    {
        string path = Path.Combine([Root, "..", "shared", "data", .. parts]);
        if (!File.Exists(path))
        {
            Assert.Ignore($"needs {Path.Combine(parts)} of the shared test data, which is not part of the project");
        }

        return Path.GetFullPath(path);
    }

    private static string FindRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "InstallSim.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException("InstallSim.sln is not above the test binaries");
    }
}
