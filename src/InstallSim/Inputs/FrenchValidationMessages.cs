namespace InstallSim.Inputs;

/// <summary>Messages about validation files and dossiers in French, and the sources of the validation beside the program.</summary>
internal static class FrenchValidationMessages
{
    private static readonly Dictionary<string, string> InFrench = new(StringComparer.Ordinal)
    {
        ["asks for nothing: 'backtest', 'published' or 'variants' is needed"] =
            "ne demande rien\u00a0: il faut «\u00a0backtest\u00a0», «\u00a0published\u00a0» ou «\u00a0variants\u00a0»",
        ["'{0}' is no indicator{1}; 'installsim list indicators' names them"] =
            "«\u00a0{0}\u00a0» n’est pas un indicateur{1}\u00a0; «\u00a0installsim list indicators\u00a0» les nomme",
        ["'{0}' divides twice; an indicator, or a quotient of two, is expected"] =
            "«\u00a0{0}\u00a0» divise deux fois\u00a0; attendu\u00a0: un indicateur, ou le quotient de deux",
        ["no year is named; at least one is needed"] = "aucune année n’est nommée\u00a0; il en faut une au moins",
        ["no variant is named; at least one is needed"] = "aucune variante n’est nommée\u00a0; il en faut une au moins",
        ["{0} is not among the years of the scenario, {1}"] = "{0} n’est pas parmi les années du scénario, {1}",
        ["the last year comes after the first: nothing is forecast within a year"] =
            "la dernière année vient après la première\u00a0: rien n’est prévu à l’intérieur d’une année",
        ["{0} of {1} territories have both counts, at least {2} are needed: are the codes of column '{3}' those of the territories, " +
            "such as '{4}'?"] =
            "{0} territoires sur {1} ont les deux dénombrements, il en faut {2} au moins\u00a0: les codes de la colonne " +
            "«\u00a0{3}\u00a0» sont-ils ceux des territoires, comme «\u00a0{4}\u00a0»\u00a0?",
        ["holds no validation.md: 'installsim backtest FILE --out {0}' writes it"] =
            "ne contient pas de validation.md\u00a0: «\u00a0installsim backtest FICHIER --out {0}\u00a0» l’écrit",
    };

    private static readonly Dictionary<string, string> SourcesInFrench = new(StringComparer.Ordinal)
    {
        ["mean payment of 2017 to 2020 (evidence B4, H1)"] = "paiement moyen de 2017 à 2020 (réf.\u00a0B4, H1)",
        ["ASSUMPTION: half of the share of 2024, 10 % (evidence H0)"] =
            "HYPOTHÈSE\u00a0: la moitié de la part de 2024, 10\u00a0% (réf.\u00a0H0)",
        ["INSEE, BPE, general practitioners by place of practice, about 2016"] =
            "Insee, BPE, médecins généralistes par lieu d’exercice, vers 2016",
        ["Carsat and CNAM, liberal general practitioners on 31 December 2024"] =
            "Carsat et Cnam, médecins généralistes libéraux au 31 décembre 2024",
        ["Carsat and CNAM"] = "Carsat et Cnam",
        ["-0.5 % a year of all GPs, 2018 to 2024, DREES (evidence B1), over eight years; that it holds of liberal GPs is an ASSUMPTION"] =
            "-0,5\u00a0% par an de tous les généralistes, 2018 à 2024, Drees (réf.\u00a0B1), sur huit ans\u00a0; qu’il en aille de " +
            "même des libéraux est une hypothèse",
    };

    /// <summary>French by what is written around the values in English.</summary>
    public static IReadOnlyDictionary<string, string> All => InFrench;

    /// <summary>French by the source in English.</summary>
    public static IReadOnlyDictionary<string, string> Sources => SourcesInFrench;
}
