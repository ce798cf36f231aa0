using InstallSim.Inputs;

namespace InstallSim.Outputs;

/// <summary>A file that has its old or its new content at any time, never a part: written beside its place, then renamed.</summary>
public static class AtomicFile
{
    /// <summary>Writes text.</summary>
    /// <exception cref="InputException">The place cannot be written to.</exception>
    public static void Write(string path, string text) => Write(path, stream =>
    {
        using var writer = new StreamWriter(stream);
        writer.Write(text);
    });

    /// <summary>Writes what an action puts into a stream.</summary>
    /// <exception cref="InputException">The place cannot be written to.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        string full = Path.GetFullPath(path), beside = AtomicFolder.Beside(full, "partial");
        try
        {
            using (var stream = File.Create(beside))
            {
                write(stream);
            }

            File.Move(beside, full, overwrite: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new InputException(new Place(path),
                $"cannot be written: {InputMessage.Elsewhere(fault.Message.Replace(beside, full, StringComparison.Ordinal))}");
        }
        finally
        {
            if (File.Exists(beside))
            {
                File.Delete(beside);
            }
        }
    }
}
