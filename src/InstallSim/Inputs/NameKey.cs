using System.Text;

namespace InstallSim.Inputs;

/// <summary>A name as a number, the same on every machine, for what names random numbers.</summary>
public static class NameKey
{
    /// <summary>FNV-1a of the name's UTF-8 bytes (Fowler, Noll and Vo).</summary>
    public static uint Of(string name)
    {
        uint hash = 2166136261;
        foreach (byte letter in Encoding.UTF8.GetBytes(name))
        {
            hash = unchecked((hash ^ letter) * 16777619);
        }

        return hash;
    }
}
