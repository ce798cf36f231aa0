using System.Security.Cryptography;

namespace InstallSim.Inputs;

/// <summary>Tells whether a file is the one that was read or written.</summary>
public static class FileHash
{
    /// <summary>SHA-256 of the bytes of a file, in small hexadecimal digits.</summary>
    public static string Of(string path)
    {
        using FileStream bytes = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(bytes));
    }
}
