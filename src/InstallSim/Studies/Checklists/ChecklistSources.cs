using InstallSim.Outputs;

namespace InstallSim.Studies.Checklists;

/// <summary>
/// Who asks for an item. Bridges 2011 numbers its ten items, Hauber 2016 has the eight letters of ESTIMATE; Johnson 2013 and Lancsar and
/// Louviere 2008 have headings.
/// </summary>
internal sealed class ChecklistSources(ReportText t)
{
    private static readonly Dictionary<string, string> French = new()
    {
        ["Estimates"] = "estimations",
        ["Stochastic"] = "aléa",
        ["Trade-offs"] = "arbitrages",
        ["Interpretation"] = "interprétation",
        ["Method"] = "méthode",
        ["Assumptions"] = "hypothèses",
        ["Transparent"] = "transparence",
        ["Evaluation"] = "évaluation",
    };

    /// <summary>Several who ask for the same.</summary>
    public string All(params IEnumerable<string> who) => string.Join(t.Semicolon, who);

    /// <summary>Bridges and others 2011, Value in Health 14:403-413: item 1 to 10.</summary>
    public string Bridges(int item) => t.Say($"Bridges 2011, item {item}", $"Bridges 2011, point {item}");

    /// <summary>Hauber and others 2016, Value in Health 19:300-315: a letter of ESTIMATE.</summary>
    public string Hauber(string letter) => t.Say($"Hauber 2016, {letter}", $"Hauber 2016, {letter} ({French[letter]})");

    /// <summary>Johnson and others 2013, Value in Health 16:3-13.</summary>
    public string Johnson(string english, string french) => $"Johnson 2013, {t.Say(english, french)}";

    /// <summary>Lancsar and Louviere 2008, PharmacoEconomics 26:661-677.</summary>
    public string Lancsar(string english, string french) => $"Lancsar 2008, {t.Say(english, french)}";

    /// <summary>None of the four; journals ask for it.</summary>
    public string Journals => t.Say("journals", "revues");

    public string Process => Lancsar("conceptualizing the choice process", "représentation du choix");

    public string Attributes => Lancsar("attributes and levels", "attributs et niveaux");

    public string Design => Lancsar("experimental design", "plan d’expérience");

    public string Questionnaire => Lancsar("questionnaire design", "questionnaire");

    public string Pilot => Lancsar("pilot testing", "essai pilote");

    public string Sample => Lancsar("sampling and sample size", "échantillon et taille");

    public string Collection => Lancsar("data collection", "collecte des données");

    public string Coding => Lancsar("coding of data", "codage des données");

    public string Econometrics => Lancsar("econometric analysis", "analyse économétrique");

    public string Validity => Lancsar("validity", "validité");

    public string Interpretation => Lancsar("interpretation", "interprétation");

    public string Policy => Lancsar("welfare and policy analysis", "bien-être et politiques");
}
