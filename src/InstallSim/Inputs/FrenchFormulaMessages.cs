namespace InstallSim.Inputs;

/// <summary>
/// What is said of the formulas of studies, in French; the rules are those of <see cref="FrenchMessages"/>.
/// </summary>
internal static class FrenchFormulaMessages
{
    private static readonly Dictionary<string, string> InFrench = new(StringComparer.Ordinal)
    {
        ["the end"] = "la fin",
        ["character {0} of the formula: expected a number, a name or a bracket, found {1}"] =
            "caractère {0} de la formule\u00a0: attendu un nombre, un nom ou une parenthèse\u00a0; trouvé\u00a0: {1}",
        ["character {0} of the formula: expected an operator (+ - * / ^ or a comparison), found {1}"] =
            "caractère {0} de la formule\u00a0: attendu un opérateur (+ - * / ^ ou une comparaison)\u00a0; trouvé\u00a0: {1}",
        ["character {0} of the formula: expected a closing bracket, found {1}"] =
            "caractère {0} de la formule\u00a0: attendu une parenthèse fermante\u00a0; trouvé\u00a0: {1}",
        ["character {0} of the formula: there is no function '{1}'{2}; functions: {3}"] =
            "caractère {0} de la formule\u00a0: il n’y a pas de fonction «\u00a0{1}\u00a0»{2}\u00a0; fonctions\u00a0: {3}",
        ["character {0} of the formula: '{1}' has another number of arguments: min and max two or more, if three, the others one"] =
            "caractère {0} de la formule\u00a0: «\u00a0{1}\u00a0» a un autre nombre d’arguments\u00a0: min et max deux ou plus, if " +
            "trois, les autres un",
        ["'formula' is for all alternatives, 'formulas' has one for each; one of both"] =
            "«\u00a0formula\u00a0» vaut pour toutes les options, «\u00a0formulas\u00a0» en a une pour chacune\u00a0; l’un des deux",
        ["the parameter '{0}' is in no formula{1}"] = "le paramètre «\u00a0{0}\u00a0» n’est dans aucune formule{1}",
        ["'{0}' is in a formula too: say it there alone, as in 'b_{1} * {2}'"] =
            "«\u00a0{0}\u00a0» est aussi dans une formule\u00a0: ne le dire que là, comme dans «\u00a0b_{1} * {2}\u00a0»",
        ["the formula has no parameter; 'parameters: { NAME: START }' says which names are estimated"] =
            "la formule n’a pas de paramètre\u00a0; «\u00a0parameters: { NOM: DÉPART }\u00a0» dit quels noms sont estimés",
        ["'{0}' is a parameter and a column of {1}: call the parameter otherwise"] =
            "«\u00a0{0}\u00a0» est un paramètre et une colonne de {1}\u00a0: nommer le paramètre autrement",
        ["'{0}' in the formula is neither a parameter nor a column of {1}; a name that is no word stands in brackets: [{2}]"] =
            "«\u00a0{0}\u00a0» dans la formule n’est ni un paramètre ni une colonne de {1}\u00a0; un nom qui n’est pas un mot " +
            "se met entre crochets\u00a0: [{2}]",
        ["'{0}' in the formula is neither a parameter nor a column of {1}{2}; parameters: {3}; columns: {4}"] =
            "«\u00a0{0}\u00a0» dans la formule n’est ni un paramètre ni une colonne de {1}{2}\u00a0; paramètres\u00a0: {3}\u00a0; " +
            "colonnes\u00a0: {4}",
        ["{0}: '{1}' in the formula is a number only where its exponent, a parameter, is whole (one that is fixed can be written as a " +
            "number), with {2}"] =
            "{0}\u00a0: «\u00a0{1}\u00a0» dans la formule n’est un nombre que si son exposant, un paramètre, est entier (fixé, il peut " +
            "s’écrire en nombre), avec {2}",
        ["'{0}' varies over people and moves the kink or jump of '{1}' in the formula; the curvature of the simulated likelihood leaves "
            + "out the people whom it passes, and standard errors would be too small: let '{2}' be the same for all ('distribution: "
            + "same'), or, for a coefficient with a part of the people at 0, write 'utility' with 'model: { random: { COLUMN: { "
            + "distribution: censored-normal, sign: negative } } }'"] =
            "«\u00a0{0}\u00a0» varie selon les personnes et déplace le point anguleux ou le saut de «\u00a0{1}\u00a0» dans la "
            + "formule\u00a0; la courbure de la vraisemblance simulée oublie les personnes qu’il franchit, et les erreurs types seraient "
            + "trop petites\u00a0: prendre «\u00a0{2}\u00a0» le même pour tous («\u00a0distribution: same\u00a0»), ou, pour un "
            + "coefficient nul chez une partie des personnes, écrire «\u00a0utility\u00a0» avec «\u00a0model: { random: { COLONNE: { "
            + "distribution: censored-normal, sign: negative } } }\u00a0»",
        ["the parameter '{0}' cancels out of the formula, which is the same whatever its value"] =
            "le paramètre «\u00a0{0}\u00a0» s’élimine de la formule, qui est la même quelle que soit sa valeur",
        ["{0}: '{1}' in the formula is no number, with {2}"] =
            "{0}\u00a0: «\u00a0{1}\u00a0» dans la formule n’est pas un nombre, avec {2}",
        ["{0}: '{1}' in the formula is no number at the starting values, with {2}"] =
            "{0}\u00a0: «\u00a0{1}\u00a0» dans la formule n’est pas un nombre aux valeurs de départ, avec {2}",
        ["'{0}' is for utilities that are sums of coefficients times variables, and this one has a formula; leave one of both out " +
            "(a scale or a bend can be written into the formula: exp(s * group), (x ^ k - 1) / k)"] =
            "«\u00a0{0}\u00a0» est pour des utilités qui sont des sommes de coefficients fois variables, et celle-ci a une " +
            "formule\u00a0; retirer l’un des deux (une échelle ou une courbure peut s’écrire dans la formule\u00a0: " +
            "exp(s * groupe), (x ^ k - 1) / k)",
        ["'{0}' is a coefficient of the utility already: call it otherwise"] =
            "«\u00a0{0}\u00a0» est déjà un coefficient de l’utilité\u00a0: le nommer autrement",
        ["a scenario's utility is a sum of coefficients times variables, which a formula is not: estimate with 'utility' alone to save"] =
            "l’utilité d’un scénario est une somme de coefficients fois variables, ce qu’une formule n’est pas\u00a0: estimer avec " +
            "«\u00a0utility\u00a0» seul pour enregistrer",
        ["the word 'logit' and Hausman–McFadden mean the logit of the variables under 'utility', which a formula is not; name the study " +
            "file of a special case"] =
            "le mot «\u00a0logit\u00a0» et Hausman-McFadden désignent le logit des variables sous «\u00a0utility\u00a0», ce qu’une " +
            "formule n’est pas\u00a0; nommer le fichier d’étude d’un cas particulier",
        ["no willingness to pay: in some row the utility does not depend on '{0}', or no other column stands beside it"] =
            "pas de consentement à payer\u00a0: sur une ligne l’utilité ne dépend pas de «\u00a0{0}\u00a0», ou aucune autre colonne " +
            "n’est à côté",
        ["in {0} % of the rows the slope of the utility in '{1}' is not clear of 0 (|z| under {2}): means over the rows of ratios to it " +
            "may be anything; look at the part of the formula that those rows use"] =
            "sur {0}\u00a0% des lignes la pente de l’utilité selon «\u00a0{1}\u00a0» ne se distingue pas de 0 (|z| inférieur à " +
            "{2})\u00a0: les moyennes de rapports à elle peuvent être n’importe quoi\u00a0; regarder la partie de la formule que ces " +
            "lignes utilisent",
        ["in {0} % of the rows the utility does not rise with '{1}': what is worth in it has the wrong sign there"] =
            "sur {0}\u00a0% des lignes l’utilité n’augmente pas avec «\u00a0{1}\u00a0»\u00a0: ce qu’on y évalue a là le mauvais signe",
        ["in {0} % of the rows the utility rises with '{1}': willingness to pay has the wrong sign there"] =
            "sur {0}\u00a0% des lignes l’utilité augmente avec «\u00a0{1}\u00a0»\u00a0: le consentement à payer y a le mauvais signe",
        ["the last {0} choices of each person are to be held out, and nobody has more than {1}: none would be left to learn from"] =
            "les {0} derniers choix de chaque personne sont à mettre de côté, et personne n’en a plus de {1}\u00a0: il n’en " +
            "resterait aucun dont apprendre",
        ["'coding' is for columns with 'levels'"] = "«\u00a0coding\u00a0» est pour des colonnes avec «\u00a0levels\u00a0»",
        ["'{0}' has one level only: a variable needs two or more"] =
            "«\u00a0{0}\u00a0» n’a qu’un niveau\u00a0: il en faut deux ou plus",
        ["'{0}' has levels: it has one 'column', is no constant and has no coefficient by alternative"] =
            "«\u00a0{0}\u00a0» a des niveaux\u00a0: elle a une seule «\u00a0column\u00a0», n’est pas constante et n’a pas de " +
            "coefficient par option",
        ["column '{0}': '{1}' is none of the levels of '{2}'{3}; levels: {4}"] =
            "colonne «\u00a0{0}\u00a0»\u00a0: «\u00a0{1}\u00a0» n’est aucun des niveaux de «\u00a0{2}\u00a0»{3}\u00a0; niveaux\u00a0: {4}",
        ["effects have two values, that of 1 and that of -1; found {0}"] =
            "un codage d’effets a deux valeurs, celle de 1 et celle de -1\u00a0; trouvé\u00a0: {0}",
        ["no choice depends on it"] = "aucun choix n’en dépend",
        ["no choice depends on it where '{0}' starts: start '{1}' elsewhere, such as at {2}"] =
            "aucun choix n’en dépend là où «\u00a0{0}\u00a0» commence\u00a0: faire commencer «\u00a0{1}\u00a0» ailleurs, par exemple à "
            + "{2}",
        ["it stands in conditions alone, where the utility jumps and has no slope: write numbers for it, one after the other, and "
            + "compare the log-likelihoods"] =
            "il n’est que dans des conditions, où l’utilité saute et n’a pas de pente\u00a0: écrire des nombres à sa place, l’un après "
            + "l’autre, et comparer les log-vraisemblances",
        ["the log-likelihood has a kink there and falls on both sides, so that there is no slope and no standard error"] =
            "la log-vraisemblance y a un point anguleux et baisse des deux côtés\u00a0: il n’y a ni pente ni erreur type",
        ["its score is 0 for everybody at the estimate, whatever the data: the utility has no slope in it there"] =
            "son score est 0 pour tous à l’estimation, quelles que soient les données\u00a0: l’utilité n’y a pas de pente",
        ["the search ended at a kink of the log-likelihood: start elsewhere, or hold it there ('fixed')"] =
            "la recherche a fini à un point anguleux de la log-vraisemblance\u00a0: commencer ailleurs, ou l’y tenir "
            + "(«\u00a0fixed\u00a0»)",
        ["a formula may not be the same in another unit"] = "une formule peut ne pas être la même dans une autre unité",
        ["'{0}' is held fixed or equal to another parameter, which means another thing in another unit"] =
            "«\u00a0{0}\u00a0» est tenu fixe ou égal à un autre paramètre, ce qui veut dire autre chose dans une autre unité",
        ["the model bends it, so that it is not the same in another unit"] =
            "le modèle la courbe, si bien qu’il n’est pas le même dans une autre unité",
        ["coefficients are in its units, which not every distribution can be in"] =
            "les coefficients sont dans son unité, que toute distribution ne permet pas",
        ["{0}: '{1}' is {2} times as much there, and {3}: say it in one unit in both"] =
            "{0}\u00a0: «\u00a0{1}\u00a0» y vaut {2} fois autant, et {3}\u00a0: la dire dans une même unité dans les deux",
        ["column '{0}': '{1}' stands for {2} alternatives of task {3} ({4}): the questionnaire prints one text for two, or the name of one "
            + "for another; say answers by place (1 to {5}), or print other texts"] =
            "colonne «\u00a0{0}\u00a0»\u00a0: «\u00a0{1}\u00a0» désigne {2} options de la tâche {3} ({4})\u00a0: le questionnaire "
            + "imprime un texte pour deux, ou le nom de l’une pour une autre\u00a0; donner les réponses par leur rang (1 à {5}), ou "
            + "imprimer d’autres textes",
        ["'design' makes designs for utilities that are sums of coefficients times variables, and this one has a formula"] =
            "«\u00a0design\u00a0» fait des plans pour des utilités qui sont des sommes de coefficients fois variables, et celle-ci a une " +
            "formule",
        ["'respond' simulates utilities that are sums of coefficients times variables, and this one has a formula"] =
            "«\u00a0respond\u00a0» simule des utilités qui sont des sommes de coefficients fois variables, et celle-ci a une formule",
    };

    /// <summary>French by what is written around the values in English.</summary>
    public static IReadOnlyDictionary<string, string> All => InFrench;
}
