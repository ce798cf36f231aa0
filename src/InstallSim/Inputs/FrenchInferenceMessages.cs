namespace InstallSim.Inputs;

/// <summary>
/// What is said of what follows from the estimates of a study, in French; the rules are those of <see cref="FrenchMessages"/>.
/// </summary>
internal static class FrenchInferenceMessages
{
    private static readonly Dictionary<string, string> InFrench = new(StringComparer.Ordinal)
    {
        ["the data do not tell {0}"] = "les données ne disent rien de {0}",
        ["the estimates did not converge ({0})"] = "les estimations n’ont pas convergé ({0})",
        ["{0}: nothing is saved; --force saves the estimates all the same, with a warning that every run repeats"] =
            "{0}\u00a0: rien n’est enregistré\u00a0; --force enregistre tout de même les estimations, avec un avertissement que chaque " +
            "simulation répète",
        ["{0} is held at {1} and not counted: {2}"] = "{0} est maintenu à {1} et ne compte pas\u00a0: {2}",
        ["of {0} starts one alone ended at this maximum, which may not be the highest: try more starts"] =
            "de {0} départs un seul aboutit à ce maximum, qui n’est peut-être pas le plus haut\u00a0: essayer plus de départs",
        ["no two members of the nest are ever offered together"] = "deux membres du nid ne sont jamais proposés ensemble",
        ["all that is offered is in the nest, which then only scales all utilities"] =
            "tout ce qui est proposé est dans le nid, qui ne fait alors que mettre les utilités à l’échelle",
        ["it goes to 0, the end of its range: within the nest the best alternative is certain, and coefficients shrink with it"] =
            "il va vers 0, le bout de son intervalle\u00a0: dans le nid la meilleure option est certaine, et les coefficients " +
            "rétrécissent avec lui",
        ["without a scale that varies (tau is 0) it means nothing"] =
            "sans échelle qui varie (tau vaut 0), il ne veut rien dire",
        ["without coefficients that vary (their spreads are 0) it means nothing"] =
            "sans coefficients qui varient (leurs dispersions valent 0), il ne veut rien dire",
        ["it is the same in all choice situations: a scale needs another to compare with"] =
            "elle est la même dans toutes les situations de choix\u00a0: une échelle demande une autre à laquelle la comparer",
        ["its spread cannot be told from the error terms of these choices"] =
            "ces choix ne distinguent pas son écart type des termes d’erreur",
        ["its spread cannot be told beside the others and the error terms; each was held at 0 in turn, and the log-likelihood is the "
            + "highest with this one held"] =
            "son écart type ne se distingue pas des autres et des termes d’erreur\u00a0; chacun a été tenu à 0 tour à tour, et la "
            + "log-vraisemblance est la plus haute quand c’est celui-ci",
        ["its spread cannot be told beside the others and the error terms; the one to hold at 0 is the smallest: try each"] =
            "son écart type ne se distingue pas des autres et des termes d’erreur\u00a0; celui à maintenir à 0 est le plus petit\u00a0: " +
            "les essayer tous",
        ["nobody belongs to the class: take fewer classes"] = "personne n’est de cette classe\u00a0: prendre moins de classes",
        ["the classes have the same coefficients: take fewer classes"] =
            "les classes ont les mêmes coefficients\u00a0: prendre moins de classes",
        ["{0}: the part ends at {1}, its bound: fewer nests say as much; not counted in K, AIC and BIC, no standard error and no p-value"] =
            "{0}\u00a0: la part finit à {1}, sa borne\u00a0: moins de nids en disent autant\u00a0; non comptée dans K, AIC et BIC, ni " +
            "erreur type ni valeur p",
        ["{0}: the spread is 0, its bound, but for the draws, which are not quite symmetric and move it to what is shown: the data show " +
            "none, or too little to tell; not counted in K, AIC and BIC, no standard error and no p-value"] =
            "{0}\u00a0: la dispersion est de 0, sa borne, aux tirages près, qui ne sont pas tout à fait symétriques et la mènent à ce " +
            "qui est montré\u00a0: les données n’en montrent pas, ou trop peu\u00a0; non comptée dans K, AIC et BIC, ni erreur type ni " +
            "valeur p",
        ["each choice has a class of scale of its own: without several choices a person, classes of scale rest on the form of the model " +
            "alone"] =
            "chaque choix a sa propre classe d’échelle\u00a0: sans plusieurs choix par personne, les classes d’échelle ne reposent que " +
            "sur la forme du modèle",
        ["its scale ends at 0: people of this class of scale choose at random"] =
            "son échelle finit à 0\u00a0: les personnes de cette classe d’échelle choisissent au hasard",
        ["nobody belongs to the class of scale: take fewer"] = "personne n’est de la classe d’échelle\u00a0: en prendre moins",
        ["two classes of scale have the same scale: take fewer"] = "deux classes d’échelle ont la même échelle\u00a0: en prendre moins",
        ["the covariance of correlated coefficients takes in the error terms: one element less says as much"] =
            "la covariance des coefficients corrélés contient celle des termes d’erreur\u00a0: un élément de moins en dit autant",
        ["the scenario '{0}' that the preferences would extend does not exist"] =
            "le scénario «\u00a0{0}\u00a0» que les préférences étendraient n’existe pas",
        ["'{0}' is not the same variable there: another column, recipe or unit makes it, as in {1}"] =
            "«\u00a0{0}\u00a0» n’y est pas la même variable\u00a0: une autre colonne, recette ou unité la fait, ainsi à {1}",
        ["column '{0}' puts no two alternatives into one nest: the model is the logit without nests"] =
            "la colonne «\u00a0{0}\u00a0» ne met nulle part deux options dans un même nid\u00a0: le modèle est le logit sans nids",
        ["{0} iterations were not enough"] = "{0} itérations n’ont pas suffi",
        ["1 iteration was not enough"] = "1 itération n’a pas suffi",
        ["its class is held equal to another: only together do they have a share"] =
            "sa classe est tenue égale à une autre\u00a0: elles n’ont de part qu’ensemble",
        ["'{0}' is fixed and equal to another parameter: fix each of them instead"] =
            "«\u00a0{0}\u00a0» est fixé et égal à un autre paramètre\u00a0: fixer plutôt chacun d’eux",
        ["'{0}' is there twice; a parameter is in one group"] =
            "«\u00a0{0}\u00a0» y est deux fois\u00a0; un paramètre est d’un seul groupe",
        ["the estimates of these preferences carry a warning: {0}"] =
            "les estimations de ces préférences portent un avertissement\u00a0: {0}",
        ["weighted by {0}, sum {1} over {2} choice situations"] = "pondérés par {0}, somme {1} sur {2} situations de choix",
        ["1 choice situation has the weight 0 and is left out"] = "1 situation de choix a le poids 0 et est écartée",
        ["{0} choice situations have the weight 0 and are left out"] = "{0} situations de choix ont le poids 0 et sont écartées",
        ["every choice situation has the weight 0: none is left"] = "chaque situation de choix a le poids 0\u00a0: il n’en reste aucune",
        ["{0} choices for {1} parameters: standard errors over choices need more choices than parameters; 'estimation: { " +
            "standard-errors: hessian }' holds if the model does"] =
            "{0} choix pour {1} paramètres\u00a0: des erreurs types sur les choix demandent plus de choix que de paramètres\u00a0; " +
            "«\u00a0estimation: { standard-errors: hessian }\u00a0» vaut si le modèle vaut",
        ["{0} people (column '{1}') for {2} parameters: standard errors over people need more people than parameters, and some 30 to " +
            "be trusted; 'estimation: { standard-errors: hessian }' takes choices for independent"] =
            "{0} personnes (colonne «\u00a0{1}\u00a0») pour {2} paramètres\u00a0: des erreurs types sur les personnes demandent plus de " +
            "personnes que de paramètres, et une trentaine pour s’y fier\u00a0; «\u00a0estimation: { standard-errors: hessian }\u00a0» " +
            "tient les choix pour indépendants",
        ["{0} people are few: under about {1}, standard errors over people are too small and stars too many"] =
            "{0} personnes sont peu\u00a0: sous une trentaine ({1}), les erreurs types sur les personnes sont trop petites et les " +
            "étoiles trop nombreuses",
        ["{0} choices are few: under about {1}, standard errors over choices are too small and stars too many"] =
            "{0} choix sont peu\u00a0: sous une trentaine ({1}), les erreurs types sur les choix sont trop petites et les étoiles trop " +
            "nombreuses",
        ["{0} of {1} bootstrap samples are left out: {2} could not tell a coefficient (perfect prediction, or a variable that did not " +
            "vary), {3} did not reach their maximum; standard errors and intervals are those of the other {4}, and too small if much is " +
            "left out"] =
            "{0} échantillons de bootstrap sur {1} sont écartés\u00a0: {2} ne disaient rien d’un coefficient (prédiction parfaite, ou " +
            "variable qui ne variait pas), {3} n’ont pas atteint leur maximum\u00a0; erreurs types et intervalles sont ceux des {4} " +
            "autres, trop petits si beaucoup sont écartés",
        ["'{0}' has no counterpart in the simulation and cannot be saved{1}; name it under save, 'as: { {2}: VARIABLE }' ('installsim " +
            "list variables'), or leave it out, 'as: { {3}: {4} }'"] =
            "«\u00a0{0}\u00a0» n’a pas d’équivalent dans la simulation et ne peut être enregistrée{1}\u00a0; le nommer sous save, " +
            "«\u00a0as: { {2}: VARIABLE }\u00a0» («\u00a0installsim list variables\u00a0»), ou l’omettre, «\u00a0as: { {3}: {4} }\u00a0»",
        ["'{0}' and '{1}' are both saved as '{2}'; one variable has one coefficient"] =
            "«\u00a0{0}\u00a0» et «\u00a0{1}\u00a0» sont tous deux enregistrés comme «\u00a0{2}\u00a0»\u00a0; une variable a un seul " +
            "coefficient",
        ["'{0}' is no variable of the simulation{1}; allowed: {2}"] =
            "«\u00a0{0}\u00a0» n’est pas une variable de la simulation{1}\u00a0; permis\u00a0: {2}",
        ["{0}: the test needs the same choices as this study; {1}"] =
            "{0}\u00a0: le test demande les mêmes choix que cette étude\u00a0; {1}",
        ["it is about {0} choices of {1} people, this study about {2} of {3}"] =
            "celle-là porte sur {0} choix de {1} personnes, celle-ci sur {2} de {3}",
        ["it is about other people, such as {0}"] = "elle porte sur d’autres personnes, comme {0}",
        ["{0} is not in this study as it is there: another row, another answer, other alternatives or another weight"] =
            "{0} n’est pas dans cette étude comme dans celle-là\u00a0: autre ligne, autre réponse, autres options ou autre poids",
        ["the opt-out '{0}' has no constant of its own: its utility is what its variables make it, mostly 0, and the other coefficients " +
            "are bent to fit how often it is chosen; '- { name: {1}, constant: true, alternatives: [{2}] }' under utility gives it " +
            "one"] =
            "l’option de refus «\u00a0{0}\u00a0» n’a pas de constante à elle\u00a0: son utilité est ce qu’en font ses variables, le plus " +
            "souvent 0, et les autres coefficients sont faussés pour rendre sa fréquence\u00a0; «\u00a0- { name: {1}, constant: true, " +
            "alternatives: [{2}] }\u00a0» sous utility lui en donne une",
        ["'{0}' is {1} below 0, and the data want it above (logit {2}, |z| = {3}): say 'sign: {4}'"] =
            "«\u00a0{0}\u00a0» est {1} sous 0, et les données le veulent au-dessus (logit {2}, |z| = {3})\u00a0: écrire «\u00a0sign: " +
            "{4}\u00a0»",
        ["'{0}' is {1} above 0, and the data want it below (logit {2}, |z| = {3}): say '{4}: { distribution: {5}, sign: {6} }'"] =
            "«\u00a0{0}\u00a0» est {1} au-dessus de 0, et les données le veulent en dessous (logit {2}, |z| = {3})\u00a0: écrire " +
            "«\u00a0{4}: { distribution: {5}, sign: {6} }\u00a0»",
        ["{0} is {1}, not above 0: no maximisation of utility gives such choices"] =
            "{0} vaut {1}, pas plus que 0\u00a0: aucune maximisation d’utilité ne donne de tels choix",
        ["{0} is {1}, above 1: not consistent with maximisation of utility for all values of the variables (Börsch-Supan 1990); look at " +
            "the nests"] =
            "{0} vaut {1}, plus que 1\u00a0: incompatible avec la maximisation d’utilité pour toutes les valeurs des variables " +
            "(Börsch-Supan 1990)\u00a0; revoir les nids",
        ["{0} is {1}, above {2} of the nest around it: not consistent with maximisation of utility for all values of the variables " +
            "(Börsch-Supan 1990); look at the nests"] =
            "{0} vaut {1}, plus que {2} du nid qui le contient\u00a0: incompatible avec la maximisation d’utilité pour toutes les " +
            "valeurs des variables (Börsch-Supan 1990)\u00a0; revoir les nids",
        ["no willingness to pay of or in {0}: the data do not tell these coefficients"] =
            "pas de consentement à payer pour ni en {0}\u00a0: les données ne disent rien de ces coefficients",
        ["no willingness to pay: the data do not tell the coefficient of '{0}'"] =
            "pas de consentement à payer\u00a0: les données ne disent rien du coefficient de «\u00a0{0}\u00a0»",
        ["no willingness to pay: '{0}' is bent by an exponent, so that a unit of it is worth more or less by its value"] =
            "pas de consentement à payer\u00a0: «\u00a0{0}\u00a0» est courbé par un exposant, si bien qu’une unité vaut plus ou moins " +
            "selon sa valeur",
        ["no willingness to pay: the coefficient of '{0}' varies over the people of a class; fix it, or estimate classes without " +
            "'random'"] =
            "pas de consentement à payer\u00a0: le coefficient de «\u00a0{0}\u00a0» varie entre les personnes d’une classe\u00a0; le " +
            "fixer, ou estimer des classes sans «\u00a0random\u00a0»",
        ["no willingness to pay: no other coefficient is estimated than that of '{0}'"] =
            "pas de consentement à payer\u00a0: aucun autre coefficient n’est estimé que celui de «\u00a0{0}\u00a0»",
        ["the coefficient of '{0}' is {1} and not clear of 0 ({2} % of people have the other sign): ratios to it have no mean and no " +
            "variance, and medians over people are shown; 'model: { numeraire: {3} }' estimates what people pay directly, a lognormal " +
            "price has means"] =
            "le coefficient de «\u00a0{0}\u00a0» est {1} et touche à 0 ({2}\u00a0% des personnes ont l’autre signe)\u00a0: les " +
            "rapports à celui-ci n’ont ni moyenne ni variance, et ce sont des médianes entre personnes qui sont montrées\u00a0; " +
            "«\u00a0model: { numeraire: {3} }\u00a0» estime directement ce que l’on paie, un prix lognormal a des moyennes",
        ["the coefficient of '{0}' is {1}: an income that people dislike; what follows from it has the wrong sign"] =
            "le coefficient de «\u00a0{0}\u00a0» vaut {1}\u00a0: un revenu qui déplaît\u00a0; ce qui en suit a le mauvais signe",
        ["the coefficient of '{0}' is {1}: a price that people like; what follows from it has the wrong sign ('income: true' is for an " +
            "income)"] =
            "le coefficient de «\u00a0{0}\u00a0» vaut {1}\u00a0: un prix qui plaît\u00a0; ce qui en suit a le mauvais signe " +
            "(«\u00a0income: true\u00a0» est pour un revenu)",
        ["the coefficient of '{0}' is weak (|z| = {1}, under {2}): ratios to it have no bounds at 95 %, and the delta and Krinsky–Robb " +
            "intervals do not hold; use Fieller's"] =
            "le coefficient de «\u00a0{0}\u00a0» est faible (|z| = {1}, sous {2})\u00a0: les rapports à celui-ci n’ont pas de bornes à " +
            "95\u00a0%, et les intervalles delta et de Krinsky-Robb ne valent pas\u00a0; prendre celui de Fieller",
    };

    /// <summary>French by what is written around the values in English.</summary>
    public static IReadOnlyDictionary<string, string> All => InFrench;
}
