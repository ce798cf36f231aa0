namespace InstallSim.Inputs;

/// <summary>
/// What is said of what the models of a study hold, in French; the rules are those of <see cref="FrenchMessages"/>.
/// </summary>
internal static class FrenchModelMessages
{
    private static readonly Dictionary<string, string> InFrench = new(StringComparer.Ordinal)
    {
        ["'{0}' is an error component: its mean is 0 and depends on nothing"] =
            "«\u00a0{0}\u00a0» est une composante d’erreur\u00a0: sa moyenne est 0 et ne dépend de rien",
        ["'{0}' is the same for everybody and explains no class: its effect is that of the constant"] =
            "«\u00a0{0}\u00a0» est le même pour tous et n’explique aucune classe\u00a0: son effet est celui de la constante",
        ["{0} are collinear over people, so that no slope of membership can be told from the others: leave one out"] =
            "{0} sont colinéaires entre personnes, si bien qu’aucune pente d’appartenance ne se distingue des autres\u00a0: en retirer " +
            "une",
        ["{0} are collinear over choice situations, so that no slope of the scale can be told from the others: leave one out"] =
            "{0} sont colinéaires entre situations de choix, si bien qu’aucune pente de l’échelle ne se distingue des autres\u00a0: en " +
            "retirer une",
        ["'{0}' is the same for everybody and explains no spread: its effect is that of 'sd.{1}'"] =
            "«\u00a0{0}\u00a0» est le même pour tous et n’explique aucune dispersion\u00a0: son effet est celui de " +
            "«\u00a0sd.{1}\u00a0»",
        ["{0} are collinear over people, so that no slope of the spread of '{1}' can be told from the others: leave one out"] =
            "{0} sont colinéaires entre personnes, si bien qu’aucune pente de la dispersion de «\u00a0{1}\u00a0» ne se distingue des " +
            "autres\u00a0: en retirer une",
        ["'{0}' is coded by effects: its reference level is not at 0, so that 0 to 1 is no change of level; for marginal effects say " +
            "'coding: dummies'"] =
            "«\u00a0{0}\u00a0» est codé en effets\u00a0: le niveau de référence n’y vaut pas 0, si bien que passer de 0 à 1 n’est pas " +
            "changer de niveau\u00a0; dire «\u00a0coding: dummies\u00a0» pour des effets marginaux",
        ["the nest '{0}' is named {1} times and would silently share one dissimilarity: give each a name of its own; 'parameter: NAME' " +
            "in each is the way to share"] =
            "le nid «\u00a0{0}\u00a0» est nommé {1} fois et partagerait sans le dire une dissimilarité\u00a0: donner à chacun son " +
            "nom\u00a0; «\u00a0parameter: NOM\u00a0» dans chacun est la façon de partager",
        ["'{0}' is there twice"] = "«\u00a0{0}\u00a0» y est deux fois",
        ["the parameter '{0}' would have the name of a variable of the utility: rename one"] =
            "le paramètre «\u00a0{0}\u00a0» aurait le nom d’une variable de l’utilité\u00a0: renommer l’un des deux",
        ["what the mean of a coefficient depends on is the same on all rows of a person"] =
            "ce dont dépend la moyenne d’un coefficient est le même sur toutes les lignes d’une personne",
        ["a scenario's coefficients have one mean, and here one depends on columns of the person: estimate without 'mean-by'"] =
            "les coefficients d’un scénario ont une moyenne unique, et ici l’une dépend de colonnes de la personne\u00a0: estimer sans " +
            "«\u00a0mean-by\u00a0»",
        ["the mean of the coefficient of '{0}' depends on {1}: medians over people are shown, as ratios to it may have no mean"] =
            "la moyenne du coefficient de «\u00a0{0}\u00a0» dépend de {1}\u00a0: ce sont des médianes entre personnes qui sont " +
            "montrées, car les rapports à celui-ci n’ont peut-être pas de moyenne",
        ["class profiles need latent classes: 'model: { classes: 2 }'"] =
            "des profils de classes demandent des classes latentes\u00a0: «\u00a0model: { classes: 2 }\u00a0»",
        ["column '{0}' has no numbers; a 'dummy' under 'derived' makes some of texts"] =
            "la colonne «\u00a0{0}\u00a0» n’a pas de nombres\u00a0; un «\u00a0dummy\u00a0» sous «\u00a0derived\u00a0» en fait de textes",
        ["numbers of classes are compared of logits and of mixed logits over a person's choices, without nests, scale and box-cox"] =
            "on compare des nombres de classes de logits et de logits mixtes sur les choix d’une personne, sans «\u00a0nests\u00a0», " +
            "«\u00a0scale\u00a0» ni «\u00a0box-cox\u00a0»",
        ["({0}) is about other choices than (1): log-likelihood, AIC and BIC do not compare them"] =
            "({0}) porte sur d’autres choix que (1)\u00a0: log-vraisemblance, AIC et BIC ne les comparent pas",
        ["a scenario's physicians weigh each practice by itself, not against the others: estimate without 'regret'"] =
            "les médecins d’un scénario jugent chaque lieu pour lui-même, non contre les autres\u00a0: estimer sans " +
            "«\u00a0regret\u00a0»",
        ["no willingness to pay: with regret, what a unit is worth depends on the other alternatives"] =
            "pas de consentement à payer\u00a0: avec le regret, ce que vaut une unité dépend des autres options",
        ["the attribute '{0}' has no variables"] = "l’attribut «\u00a0{0}\u00a0» n’a pas de variables",
        ["the parameter of '{0}' is not the mean of its coefficient in utils: importance is for normal, uniform and triangular " +
            "coefficients and those that do not vary, not in willingness-to-pay space or bent"] =
            "le paramètre de «\u00a0{0}\u00a0» n’est pas la moyenne de son coefficient en utils\u00a0: l’importance vaut pour des " +
            "coefficients normaux, uniformes, triangulaires ou fixes, ni en espace de consentement à payer, ni courbés",
        ["'{0}' is compared by regret: what a level of it is worth depends on the other alternatives, so that it has no part-worths; " +
            "importance is for the variables that are not under 'regret'"] =
            "«\u00a0{0}\u00a0» est comparée par regret\u00a0: ce que vaut un niveau dépend des autres options, et elle n’a pas d’utilité " +
            "partielle\u00a0; l’importance vaut pour les variables hors de «\u00a0regret\u00a0»",
        ["an alternative is in several nests: a cross-nested logit goes with no random coefficients and no scale"] =
            "une option est dans plusieurs nids\u00a0: un logit emboîté croisé va sans coefficients aléatoires et sans échelle",
        ["'unscaled' is for nested logits without random coefficients and scale"] =
            "«\u00a0unscaled\u00a0» est pour des logits emboîtés sans coefficients aléatoires ni échelle",
        ["in willingness-to-pay space the coefficient of the numeraire is the scale: let it vary ('random: { {0}: lognormal }') " +
            "instead of 'random-scale'"] =
            "en espace de consentement à payer, le coefficient du numéraire est l’échelle\u00a0: le laisser varier («\u00a0random: " +
            "{ {0}: lognormal }\u00a0») au lieu de «\u00a0random-scale\u00a0»",
        ["no coefficient is left for the random scale"] = "il ne reste pas de coefficient pour l’échelle aléatoire",
        ["'{0}' is zero-bounded-triangular: its spread is its mean, and depends on nothing else"] =
            "«\u00a0{0}\u00a0» est zero-bounded-triangular\u00a0: son étendue est sa moyenne et ne dépend de rien d’autre",
        ["what the spread of a coefficient depends on is the same on all rows of a person"] =
            "ce dont dépend l’étendue d’un coefficient est le même sur toutes les lignes d’une personne",
        ["the power of best and worst answers is not simulated: 'respond' writes samples of them, which 'estimate' reads; for the power of "
            + "one choice a task give a study with 'chosen'"] =
            "la puissance de réponses du meilleur et du pire n’est pas simulée\u00a0: «\u00a0respond\u00a0» en écrit des échantillons, que "
            + "«\u00a0estimate\u00a0» lit\u00a0; pour la puissance d’un choix par tâche, donner une étude avec «\u00a0chosen\u00a0»",
        ["individual coefficients are worked out for mixed logits whose utility is no formula"] =
            "les coefficients individuels se calculent pour les logits mixtes dont l’utilité n’est pas une formule",
        ["willingness to pay is not worked out for a formula with parameters that vary over people; write the formula in units of the "
            + "price, or let nothing vary"] =
            "le consentement à payer ne se calcule pas pour une formule dont des paramètres varient entre les personnes\u00a0: écrire la "
            + "formule en unités du prix, ou ne rien faire varier",
        ["a scenario's physicians have one scale, and here it varies over people: estimate without 'random-scale'"] =
            "les médecins d’un scénario ont une seule échelle, et ici elle varie entre personnes\u00a0: estimer sans " +
            "«\u00a0random-scale\u00a0»",
        ["a scenario's coefficients have one standard deviation, and here one depends on columns of the person: estimate without " +
            "'sd-by'"] =
            "les coefficients d’un scénario ont un seul écart type, et ici l’un dépend de colonnes de la personne\u00a0: estimer sans " +
            "«\u00a0sd-by\u00a0»",
        ["no willingness to pay: the coefficient of '{0}' varies over people beside the scale, so that ratios to it may have no mean; " +
            "fix it, or say 'gamma: 0', with which the scale falls out of ratios"] =
            "pas de consentement à payer\u00a0: le coefficient de «\u00a0{0}\u00a0» varie entre personnes à côté de l’échelle, " +
            "si bien que les rapports à celui-ci n’ont peut-être pas de moyenne\u00a0; le fixer, ou dire " +
            "«\u00a0gamma: 0\u00a0», par quoi l’échelle disparaît des rapports",
        ["no willingness to pay: the coefficient of '{0}' varies over people, and spreads depend on columns of the person, so that " +
            "ratios to it may have no mean; fix it, or estimate without 'sd-by'"] =
            "pas de consentement à payer\u00a0: le coefficient de «\u00a0{0}\u00a0» varie entre personnes et des étendues " +
            "dépendent de colonnes de la personne, si bien que les rapports à celui-ci n’ont peut-être pas de moyenne\u00a0; " +
            "le fixer, ou estimer sans «\u00a0sd-by\u00a0»",
        ["each choice has a scale of its own: without several choices a person, tau and gamma rest on the form of their " +
            "distributions alone"] =
            "chaque choix a sa propre échelle\u00a0: sans plusieurs choix par personne, tau et gamma ne tiennent qu’à la forme de leurs " +
            "distributions",
        ["'{0}' is a constant, which does not change"] = "«\u00a0{0}\u00a0» est une constante, qui ne change pas",
        ["'{0}' has other values than 0 and 1; 'elasticities' are for quantities"] =
            "«\u00a0{0}\u00a0» a d’autres valeurs que 0 et 1\u00a0; «\u00a0elasticities\u00a0» est pour les quantités",
    };

    /// <summary>French by what is written around the values in English.</summary>
    public static IReadOnlyDictionary<string, string> All => InFrench;
}
