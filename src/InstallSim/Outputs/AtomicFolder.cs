using System.Globalization;
using InstallSim.Inputs;

namespace InstallSim.Outputs;

/// <summary>
/// A folder that appears whole or not at all: it is filled under another name beside its target, and renamed at the end.
/// Disposed without <see cref="Commit"/>, it leaves nothing behind.
/// </summary>
public sealed class AtomicFolder : IDisposable
{
    /// <summary>A folder that holds this file is taken for former results and may be replaced.</summary>
    public const string Mark = "manifest.json";

    private readonly string _target;
    private bool _committed;

    private AtomicFolder(string target, string path) => (_target, Path) = (target, path);

    /// <summary>The folder to write into until <see cref="Commit"/>.</summary>
    public string Path { get; }

    /// <summary>Refuses, before any work is done, what <see cref="Create"/> would refuse.</summary>
    /// <param name="target">Where a folder shall appear.</param>
    /// <exception cref="InputException">Something else is there, or the place cannot be written to.</exception>
    public static void Check(string target) => Create(target).Dispose();

    /// <summary>Begins a folder.</summary>
    /// <param name="target">Where it shall appear: nothing, an empty folder, or former results.</param>
    /// <exception cref="InputException">Something else is there, or the place cannot be written to.</exception>
    public static AtomicFolder Create(string target)
    {
        string full = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(target));
        RefuseToReplace(full, target);
        string path = Beside(full, "partial");
        try
        {
            Directory.CreateDirectory(path);
            return new AtomicFolder(full, path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new InputException(new Place(target),
                $"cannot be written: {InputMessage.Elsewhere(fault.Message.Replace(path, full, StringComparison.Ordinal))}");
        }
    }

    /// <summary>Lets the folder appear, in place of former results if there are any.</summary>
    /// <exception cref="InputException">Something else has come there meanwhile, or the place cannot be written
    /// to; the target is as before.</exception>
    public void Commit()
    {
        RefuseToReplace(_target, _target);
        string? old = null;
        try
        {
            if (Directory.Exists(_target))
            {
                string aside = Beside(_target, "old");
                Directory.Move(_target, aside);
                old = aside;
            }

            Directory.Move(Path, _target);
            _committed = true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            if (old is not null)
            {
                Directory.Move(old, _target);
            }

            throw new InputException(new Place(_target), $"cannot be written: {InputMessage.Elsewhere(fault.Message)}");
        }

        if (old is not null)
        {
            Remove(old);
        }
    }

    /// <summary>Removes what was written, unless it was committed.</summary>
    public void Dispose()
    {
        if (!_committed && Directory.Exists(Path))
        {
            Remove(Path);
        }
    }

    /// <summary>
    /// Removes a folder of ours. If a file in it is held open, the hidden rest stays: that must not turn
    /// success into failure, nor hide a failure.
    /// </summary>
    private static void Remove(string path)
    {
        try
        {
            Directory.Delete(path, recursive: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
        }
    }

    private static void RefuseToReplace(string full, string said)
    {
        if (File.Exists(full))
        {
            throw new InputException(new Place(said), "is a file; a folder is expected");
        }

        if (Directory.Exists(full) && Directory.EnumerateFileSystemEntries(full).Any() && !File.Exists(System.IO.Path.Combine(full, Mark)))
        {
            throw new InputException(new Place(said),
                $"the folder holds other files and no former results ({Mark}); it is not replaced: name another");
        }
    }

    /// <summary>A free name in the same folder, hidden, that says whose it is.</summary>
    internal static string Beside(string full, string what)
    {
        string? folder = System.IO.Path.GetDirectoryName(full);
        if (folder is null)
        {
            throw new InputException(new Place(full), "is the root of a disk; name a folder in it");
        }

        for (int i = 0; ; i++)
        {
            string name = string.Create(CultureInfo.InvariantCulture,
                $".{System.IO.Path.GetFileName(full)}.{what}-{Environment.ProcessId}-{i}");
            string path = System.IO.Path.Combine(folder, name);
            if (!System.IO.Path.Exists(path))
            {
                return path;
            }
        }
    }
}
