namespace InstallSim.Inputs;

/// <summary>Paths in commands that a message tells to run.</summary>
internal static class ShellWord
{
    /// <summary>A path as a shell takes it: in quotes where it has spaces.</summary>
    public static string Of(string path) => path.Contains(' ', StringComparison.Ordinal) ? $"\"{path}\"" : path;
}
