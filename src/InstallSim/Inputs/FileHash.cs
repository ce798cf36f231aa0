using System.Security.Cryptography;
using System.Text;

namespace InstallSim.Inputs;

/// <summary>Tells whether a file is the one that was read or written.</summary>
public static class FileHash
{
    /// <summary>SHA-256 of a text in UTF-8, in small hexadecimal digits.</summary>
    public static string OfText(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>SHA-256 of the bytes of a file, in small hexadecimal digits.</summary>
    public static string Of(string path)
    {
        using FileStream bytes = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(bytes));
    }
}
