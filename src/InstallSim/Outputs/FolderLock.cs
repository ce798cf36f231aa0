using System.Globalization;
using InstallSim.Inputs;

namespace InstallSim.Outputs;

/// <summary>
/// The right to write a folder, which one process has at a time: a hidden file beside it that is held open. It ends with the process,
/// however that ends.
/// </summary>
internal sealed class FolderLock : IDisposable
{
    private readonly FileStream _held;

    private FolderLock(FileStream held) => _held = held;

    /// <summary>Takes the right.</summary>
    /// <param name="full">Full path of the folder to be written, whose own folder exists.</param>
    /// <param name="said">The folder as the user named it.</param>
    /// <exception cref="InputException">Another run has it.</exception>
    /// <exception cref="IOException">The place cannot be written to.</exception>
    public static FolderLock Take(string full, string said)
    {
        string path = AtomicFolder.Beside(full, "lock");
        while (true)
        {
            FileStream held;
            try
            {
                held = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (IOException) when (File.Exists(path))
            {
                string process = Length(path).ToString(CultureInfo.InvariantCulture);
                throw new InputException(new Place(said), new Words(
                    $"another run is writing it (process {process}); wait for its end, or name another folder",
                    $"une autre exécution y écrit (processus {process})\u00a0; attendre sa fin, ou nommer un autre dossier"));
            }

            // The length says whose it is: a file that its holder removed between our opening and our locking is not the one in place.
            held.SetLength(Environment.ProcessId);
            if (Length(path) == Environment.ProcessId)
            {
                return new FolderLock(held);
            }

            held.Dispose();
        }
    }

    /// <summary>Gives the right up.</summary>
    public void Dispose() => _held.Dispose();

    private static long Length(string path) => new FileInfo(path) is { Exists: true } file ? file.Length : 0;
}
