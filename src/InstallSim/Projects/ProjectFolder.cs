using InstallSim.Inputs;
using InstallSim.Outputs;

namespace InstallSim.Projects;

/// <summary>Writes a new project, whole or not at all, where nothing is yet.</summary>
public static class ProjectFolder
{
    /// <summary>Writes the files of a template.</summary>
    /// <param name="template">What to write.</param>
    /// <param name="folder">Where: nothing, or an empty folder.</param>
    /// <param name="text">Language of remarks in the files.</param>
    /// <returns>The files, by their paths in the project.</returns>
    /// <exception cref="InputException">Something is there already, or the place cannot be written to.</exception>
    public static IReadOnlyList<string> Write(ProjectTemplate template, string folder, ReportText text)
    {
        Refuse(folder);
        IReadOnlyList<ProjectFile> files = template.Files(text);
        var written = new Stack<string>();
        try
        {
            foreach (ProjectFile file in files)
            {
                WriteNew(Path.Combine([folder, .. file.Path.Split('/')]), file.Text, written);
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Undo(written);
            throw WriteFaults.CannotWrite(folder, folder, fault);
        }

        return [.. files.Select(file => file.Path)];
    }

    private static void Refuse(string folder)
    {
        if (File.Exists(folder))
        {
            throw new InputException(new Place(folder), "is a file; a folder is expected");
        }

        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).FirstOrDefault() is { } found)
        {
            throw new InputException(new Place(folder),
                $"the folder is not empty, it holds '{Path.GetFileName(found)}'; a project begins in a new or an empty folder");
        }
    }

    /// <summary>Writes a file that is not there yet, and notes it and the folders made for it.</summary>
    private static void WriteNew(string path, string text, Stack<string> written)
    {
        MakeFolder(Path.GetDirectoryName(Path.GetFullPath(path))!, written);
        using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        written.Push(path);
        using var writer = new StreamWriter(stream);
        writer.Write(text);
    }

    private static void MakeFolder(string folder, Stack<string> written)
    {
        if (!Directory.Exists(folder))
        {
            MakeFolder(Path.GetDirectoryName(folder)!, written);
            Directory.CreateDirectory(folder);
            written.Push(folder);
        }
    }

    /// <summary>Takes back what was written, the last first; what does not go stays.</summary>
    private static void Undo(Stack<string> written)
    {
        foreach (string path in written)
        {
            try
            {
                if (Directory.Exists(path))
                {
                    Directory.Delete(path);
                }
                else
                {
                    File.Delete(path);
                }
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
            }
        }
    }
}
