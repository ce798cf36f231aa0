using System.Text;

namespace InstallSim.Outputs;

/// <summary>Text and numbers as LaTeX reads them.</summary>
internal static class Latex
{
    /// <summary>A number in mathematical mode.</summary>
    /// <param name="t">The language.</param>
    /// <param name="digits">The number as English writes it.</param>
    public static string Number(ReportText t, string digits) => $"${t.Digits(digits).Replace(",", "{,}", StringComparison.Ordinal)
        .Replace("\u202f", "\\,", StringComparison.Ordinal)
        .Replace('−', '-').Replace("∞", "\\infty", StringComparison.Ordinal).Replace("–", "\\text{--}", StringComparison.Ordinal)}$";

    /// <summary>Text in which nothing is a command.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder();
        foreach (char c in text)
        {
            escaped.Append(c switch
            {
                '\\' => "\\textbackslash{}",
                '&' or '%' or '$' or '#' or '_' or '{' or '}' => "\\" + c,
                '~' => "\\textasciitilde{}",
                '^' => "\\textasciicircum{}",
                'ρ' => "$\\rho$",
                'χ' => "$\\chi$",
                '²' => "$^2$",
                '−' => "$-$",
                '<' or '>' => $"${c}$",
                '\u202f' => "\\,",
                '\u00a0' => "~",
                '€' => "\\texteuro{}",
                _ => c.ToString(),
            });
        }

        return escaped.ToString();
    }
}
