using InstallSim.Inputs;

namespace InstallSim.Outputs;

/// <summary>Why something could not be written.</summary>
public static class WriteFaults
{
    /// <summary>That a place cannot be written to, in the user's names: a choice to be mended, unlike a disk that is full.</summary>
    public static Exception CannotWrite(string said, string full, Exception fault)
    {
        if (IsFull(fault))
        {
            return fault;
        }

        string name = Path.GetFileName(full);
        string why = fault.Message.Replace($".{name}.installsim-partial", name, StringComparison.Ordinal)
            .Replace($".{name}.installsim-probe", name, StringComparison.Ordinal);
        return new InputException(new Place(said), new Words($"cannot be written: {why}", $"ne peut être écrit\u00a0: {why}"));
    }

    /// <summary>
    /// Whether the disk has no room left (ENOSPC, EDQUOT; ERROR_HANDLE_DISK_FULL, ERROR_DISK_FULL). Where .NET asks for the room of a whole
    /// file before it writes, its fault has no such code, but says so.
    /// </summary>
    public static bool IsFull(Exception fault)
    {
        int code = fault.HResult & 0xFFFF;
        return fault is IOException && ((OperatingSystem.IsWindows() ? code is 39 or 112 : code is 28 or 122)
            || fault.Message.EndsWith("because the disk was full.", StringComparison.Ordinal));
    }
}
