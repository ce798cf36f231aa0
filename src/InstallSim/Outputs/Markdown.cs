using System.Text;

namespace InstallSim.Outputs;

/// <summary>Texts of users in Markdown.</summary>
internal static class Markdown
{
    /// <summary>Text that Markdown and HTML leave as it is.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (char c in text.ReplaceLineEndings(" "))
        {
            plain.Append(c switch
            {
                '<' => "&lt;",
                '&' => "&amp;",
                '\\' or '`' or '*' or '_' or '[' or ']' or '!' or '#' or '|' => $"\\{c}",
                _ => c.ToString(),
            });
        }

        return plain.ToString();
    }
}
