namespace InstallSim.Outputs;

/// <summary>Folders made for what is to be written, which go again where nothing came to be in them.</summary>
internal sealed class MadeFolders
{
    private readonly string[] _made;

    private MadeFolders(string[] made) => _made = made;

    /// <summary>None.</summary>
    public static MadeFolders Nothing { get; } = new([]);

    /// <summary>Makes a folder and those around it that are not there.</summary>
    /// <exception cref="IOException">One of them cannot be made; those made before it are gone again.</exception>
    /// <exception cref="UnauthorizedAccessException">As above.</exception>
    public static MadeFolders Make(string full)
    {
        var missing = new List<string>();
        for (string? folder = full; folder is not null && !Directory.Exists(folder); folder = Path.GetDirectoryName(folder))
        {
            missing.Add(folder);
        }

        var made = new MadeFolders([.. missing]);
        try
        {
            Directory.CreateDirectory(full);
            return made;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            made.RemoveEmpty();
            throw;
        }
    }

    /// <summary>Removes those that are empty, the innermost first.</summary>
    public void RemoveEmpty()
    {
        foreach (string folder in _made)
        {
            try
            {
                Directory.Delete(folder);
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
            }
        }
    }
}
