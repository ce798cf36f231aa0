namespace InstallSim.Projects;

/// <summary>A file of a new project.</summary>
/// <param name="Path">Path in the project, with <c>/</c>.</param>
/// <param name="Text">What it holds, UTF-8.</param>
public sealed record ProjectFile(string Path, string Text)
{
    /// <summary>The line that tells an editor by which schema to complete and check a file at this depth of folders.</summary>
    /// <param name="schema">Name of a file of <see cref="ProjectSchemas"/>.</param>
    internal ProjectFile WithSchema(string schema)
    {
        string up = string.Concat(Enumerable.Repeat("../", Path.Count(c => c == '/')));
        return this with { Text = $"# yaml-language-server: $schema={up}{ProjectSchemas.Folder}/{schema}\n{Text}" };
    }
}
