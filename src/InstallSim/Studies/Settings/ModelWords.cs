using System.Text.RegularExpressions;

namespace InstallSim.Studies.Settings;

/// <summary>The words of tables about models in French, as <see cref="StudyWords"/> has those of all studies.</summary>
internal static class ModelWords
{
    /// <summary>Whole texts.</summary>
    public static IReadOnlyDictionary<string, string> Texts { get; } = new Dictionary<string, string>
    {
    };

    /// <summary>Texts with numbers and names in them.</summary>
    public static IReadOnlyList<(Regex English, string French)> Patterns { get; } =
    [
        (new(@"^mean of (.+): (.+), of people for whom (.+) (?:is|are) 0 the coefficient \(of lognormal, the exponent\) of its name$"),
            "moyenne de $1 : $2 ; le coefficient de son nom (pour lognormal, l’exposant) est celui des personnes pour qui $3 vaut 0"),
    ];
}
