using System.Text.RegularExpressions;

namespace InstallSim.Studies.Settings;

/// <summary>The words of tables about formulas in French, as <see cref="StudyWords"/> has those of all studies.</summary>
internal static class FormulaWords
{
    /// <summary>Whole texts.</summary>
    public static IReadOnlyDictionary<string, string> Texts { get; } = new Dictionary<string, string>
    {
        ["logit with a formula"] = "logit à formule",
        ["over rows"] = "sur les lignes",
        ["willingness to pay: the ratio of the derivatives of the utility, the mean over the rows of alternatives where it differs between "
            + "them"] =
            "consentement à payer : le rapport des dérivées de l’utilité, en moyenne sur les lignes des options là où il diffère de "
                + "l’une à l’autre",
    };

    /// <summary>Texts with numbers and names in them.</summary>
    public static IReadOnlyList<(Regex English, string French)> Patterns { get; } =
    [
        (new(@"^utility: (.+)$"), "utilité : $1"),
        (new(@"^utility of (.+?): (.+)$"), "utilité de $1 : $2"),
    ];
}
