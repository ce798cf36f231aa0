namespace InstallSim.Outputs;

/// <summary>A file that is replaced whole or not at all: written under another name beside it, then renamed.</summary>
internal static class AtomicFile
{
    /// <summary>Writes text.</summary>
    public static void Write(string path, string text) => Write(path, stream =>
    {
        using var writer = new StreamWriter(stream);
        writer.Write(text);
    });

    /// <summary>Writes what the action puts into a stream; when it fails, a former file is as it was.</summary>
    public static void Write(string path, Action<Stream> write)
    {
        string beside = $"{path}.{Environment.ProcessId}.partial";
        try
        {
            using (var stream = File.Create(beside))
            {
                write(stream);
            }

            File.Move(beside, path, overwrite: true);
        }
        catch
        {
            File.Delete(beside);
            throw;
        }
    }
}
