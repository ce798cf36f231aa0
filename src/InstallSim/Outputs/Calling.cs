using System.Text.RegularExpressions;

namespace InstallSim.Outputs;

/// <summary>
/// What texts that speak of general practitioners call the physicians of another specialty. French articles before them are kept, so that a
/// name that begins with a vowel reads roughly.
/// </summary>
/// <param name="Many">In English, in the plural.</param>
/// <param name="One">In English, one.</param>
/// <param name="ManyFrench">In French, in the plural.</param>
/// <param name="OneFrench">In French, one.</param>
public sealed partial record Calling(string Many, string One, string ManyFrench, string OneFrench)
{
    /// <summary>A text with the name of the specialty where it says GPs, GP, généralistes or généraliste.</summary>
    public string In(string text, bool isFrench) => isFrench
        ? French().Replace(text, m => Cased(m.Value.EndsWith('s') ? ManyFrench : OneFrench, char.IsUpper(m.Value[0])))
        : English().Replace(text, m => Cased(
            m.Value.EndsWith('s') ? Many : One, m.Index == 0 || text[..m.Index].EndsWith(". ", StringComparison.Ordinal)));

    private static string Cased(string word, bool isCapital) =>
        word.Length > 0 && isCapital ? char.ToUpperInvariant(word[0]) + word[1..] : word;

    [GeneratedRegex(@"\bGPs?\b|\bgeneral practitioners?\b")]
    private static partial Regex English();

    [GeneratedRegex(@"\b([Mm]édecins? )?[Gg]énéralistes?\b")]
    private static partial Regex French();
}
