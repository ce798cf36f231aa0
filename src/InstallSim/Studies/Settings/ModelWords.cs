using System.Text.RegularExpressions;

namespace InstallSim.Studies.Settings;

/// <summary>The words of tables about models in French, as <see cref="StudyWords"/> has those of all studies.</summary>
internal static class ModelWords
{
    /// <summary>Whole texts.</summary>
    public static IReadOnlyDictionary<string, string> Texts { get; } = new Dictionary<string, string>
    {
        ["latent classes"] = "classes latentes",
        ["class"] = "classe",
        ["share"] = "part",
        ["share, given choices"] = "part, selon les choix",
        ["likeliest class of"] = "classe la plus probable de",
        ["mean probability of these"] = "probabilité moyenne de ceux-ci",
        ["class of each person, given the choices"] = "classe de chaque personne, selon ses choix",
        ["person"] = "personne",
        ["likeliest class"] = "classe la plus probable",
        ["what the people of each class are like, means"] = "à quoi ressemblent les personnes de chaque classe, moyennes",
        ["column"] = "colonne",
        ["people"] = "personnes",
        ["all people"] = "toutes les personnes",
        ["Each person counts in each class by the probability of belonging to it, given the choices; people without a value are left "
            + "out."] =
            "Chaque personne compte dans chaque classe selon sa probabilité d’en être, d’après ses choix\u00a0; qui n’a pas de valeur est "
                + "omis.",
        ["numbers of latent classes compared"] = "nombres de classes latentes comparés",
        ["classes"] = "classes",
        ["LL"] = "LV",
        ["parameters"] = "paramètres",
        ["entropy"] = "entropie",
        ["smallest share"] = "plus petite part",
        ["starts"] = "départs",
        ["agree"] = "concordants",
        ["Log-likelihood"] = "Log-vraisemblance",
        ["Sum of weights"] = "Somme des poids",
        ["Standard errors"] = "Erreurs types",
        ["Standard errors in brackets."] = "Erreurs types entre parenthèses.",
        ["Hessian"] = "hessienne",
        ["robust"] = "robustes",
        ["clustered"] = "groupées",
        ["random-regret logit"] = "logit de regret",
        ["importance of attributes"] = "importance des attributs",
        ["attribute"] = "attribut",
        ["range, utils"] = "étendue, utils",
        ["Range: utility between the best and the worst level in the data, of mean coefficients; share: of the sum of ranges. It "
            + "depends on the levels that were asked."] =
            "Étendue\u00a0: utilité entre le meilleur et le pire niveau des données, aux coefficients moyens\u00a0; part\u00a0: de la "
                + "somme des étendues. Elle dépend des niveaux demandés.",
        ["Intervals are percentiles over bootstrap samples or simulated estimates; a range is never below 0, so that its interval cannot "
            + "tell that an attribute plays no part."] =
            "Les intervalles sont des percentiles d’échantillons de bootstrap ou d’estimations simulées\u00a0; une étendue n’est jamais "
                + "sous 0, si bien que son intervalle ne peut dire qu’un attribut ne joue aucun rôle.",
        ["Degrees of freedom (df) count parameters at their bound too, which K, AIC and BIC do not: the hypothesis is about them."] =
            "Les degrés de liberté (df) comptent aussi les paramètres à leur borne, ce que K, AIC et BIC ne font pas\u00a0: l’hypothèse "
                + "porte sur eux.",
        [Designs.SimulatedAnswers.Note] = "Les réponses sont simulées\u00a0: personne n’a été interrogé\u00a0; ceci montre une méthode, "
            + "non ce que veulent les gens.",
        ["no maximum"] = "pas de maximum",
        ["not identified"] = "non identifié",
        ["cannot be fitted"] = "ne peut être estimé",
        ["Entropy: 1 where each person's class is certain. Agree: starts that ended at this log-likelihood; one alone may have missed the "
            + "highest. What is fixed or equal is so where a model has the parameter."] =
            "Entropie\u00a0: 1 si la classe de chacun est certaine. Concordants\u00a0: départs qui aboutissent à cette "
                + "log-vraisemblance\u00a0; un seul a "
                + "pu manquer la plus haute. Ce qui est fixé ou égal l’est dans tout modèle qui a le paramètre.",
    };

    /// <summary>Texts with numbers and names in them.</summary>
    public static IReadOnlyList<(Regex English, string French)> Patterns { get; } =
    [
        (new(@"^mean of (.+): (.+), of people for whom (.+) (?:is|are) 0 the coefficient \(of lognormal, the exponent\) of its name$"),
            "moyenne de $1\u00a0: $2\u00a0; le coefficient de son nom (pour lognormal, l’exposant) est celui des personnes pour qui $3 "
                + "vaut 0"),
        (new(@"^(χ².+) \(degrees of freedom: (\d+ − \d+) of the constants\)$"), "$1 (degrés de liberté\u00a0: $2 des constantes)"),
        (new(@"^(χ².+) \(degrees of freedom: (\d+ \+ \d+) at their bound\)$"), "$1 (degrés de liberté\u00a0: $2 à leur borne)"),
        (new(@"^(χ².+) \(degrees of freedom: (\d+ \+ \d+) at their bound − (\d+) of the constants\)$"),
            "$1 (degrés de liberté\u00a0: $2 à leur borne − $3 des constantes)"),
        (new(@"^no table of willingness to pay: in this model the coefficients themselves are, in units of (.+)$"),
            "pas de tableau de consentement à payer\u00a0: dans ce modèle les coefficients le sont eux-mêmes, en unités de $1"),
        (new(@"^class (\d+)$"), "classe $1"),
        (new(@"^The smallest BIC has (\d+) of them\.$"), "Le plus petit BIC est celui à $1 classes."),
        (new(@"^Relative entropy (\S+): 1 where each person's class is certain, 0 where the choices say nothing of it\.$"),
            "Entropie relative $1\u00a0: 1 si la classe de chacun est certaine, 0 si les choix n’en disent rien."),
    ];
}
