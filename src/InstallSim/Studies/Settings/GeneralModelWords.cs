using System.Text.RegularExpressions;

namespace InstallSim.Studies.Settings;

/// <summary>What tables say of mixed logits with scales, nests and spreads by person, in French.</summary>
internal static class GeneralModelWords
{
    private static readonly Dictionary<string, string> Texts = new()
    {
        ["tau: standard deviation over people of the logarithm of the scale, whose mean is 1, shown without its sign, which no data can "
            + "tell; 0 means the same scale"] =
            "tau\u00a0: écart type entre personnes du logarithme de l’échelle, de moyenne 1, sans son signe, qu’aucune donnée ne "
                + "révèle\u00a0; 0\u00a0: "
                + "même échelle",
        ["gamma: part of the deviations from the means that is not scaled, on the whole line; 0: scaled as the means are (G-MNL-II), 1: "
            + "not scaled (G-MNL-I)"] =
            "gamma\u00a0: part des écarts aux moyennes qui n’est pas mise à l’échelle, sur toute la droite\u00a0; 0\u00a0: à l’échelle "
                + "comme les moyennes "
                + "(G-MNL-II), 1\u00a0: pas du tout (G-MNL-I)",
    };

    private static readonly Regex Spread = new(@"^spread of (.+): (.+)$");

    private static readonly Regex Name = new(
        @"^(panel )?(correlated )?(nested )?(mixed logit|multinomial logit|generalised multinomial logit \(G-MNL\)|scale-heterogeneity "
            + @"logit \(S-MNL\))( with scale)?( in willingness-to-pay space \(unit of (.+)\))?$");

    /// <summary>The text in French; null: it is none of these.</summary>
    public static string? In(string english) => Texts.TryGetValue(english, out string? text) ? text
        : Spread.Match(english) is { Success: true } spread ? spread.Result("étendue de $1\u00a0: $2")
        : OfModel(english);

    private static string? OfModel(string english)
    {
        if (Name.Match(english) is not { Success: true } match)
        {
            return null;
        }

        string kind = match.Groups[4].Value switch
        {
            "mixed logit" => "logit mixte",
            "multinomial logit" => "logit multinomial",
            "scale-heterogeneity logit (S-MNL)" => "logit d’échelle aléatoire (S-MNL)",
            _ => "logit multinomial généralisé (G-MNL)",
        };
        return kind + (match.Groups[3].Success ? " emboîté" : "") + (match.Groups[2].Success ? " corrélé" : "")
            + (match.Groups[1].Success ? " de panel" : "") + (match.Groups[5].Success ? " à échelle" : "")
            + (match.Groups[6].Success ? $" en espace de consentement à payer (unité\u00a0: {match.Groups[7].Value})" : "");
    }
}
