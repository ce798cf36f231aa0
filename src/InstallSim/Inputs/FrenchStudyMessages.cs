namespace InstallSim.Inputs;

/// <summary>Messages about choice studies in French: data, models, designs, respondents, analyses, warnings of estimation.</summary>
internal static class FrenchStudyMessages
{
    private static readonly Dictionary<string, string> InFrench = new(StringComparer.Ordinal)
    {
        ["alternative"] = "l’option",
        ["derived column"] = "la colonne dérivée",
        ["variable"] = "la variable",
        ["the {0} '{1}' is named {2} times"] = "{0} «\u00a0{1}\u00a0» est nommée {2} fois",
        ["the utility has no variable: at least one, or constants-against, or a formula, is needed"] =
            "l’utilité n’a aucune variable\u00a0: il en faut au moins une, ou constants-against, ou une formule",
        ["'{0}' is for the long layout; this one is wide, one row a choice situation"] =
            "«\u00a0{0}\u00a0» est pour la disposition longue\u00a0; celle-ci est large, une ligne par situation de choix",
        ["key 'situation' is missing: the long layout needs the column that tells choice situations apart"] =
            "la clé «\u00a0situation\u00a0» manque\u00a0: la disposition longue a besoin de la colonne qui distingue les situations " +
            "de choix",
        ["'ranking' is for the wide layout; the long one has 'rank', a column"] =
            "«\u00a0ranking\u00a0» est pour la disposition large\u00a0; la longue a «\u00a0rank\u00a0», une colonne",
        ["the wide layout needs a list of at least two alternatives"] =
            "la disposition large a besoin d’une liste d’au moins deux options",
        ["'available' of an alternative is for the wide layout; write the long layout's column under data"] =
            "«\u00a0available\u00a0» sous une option est pour la disposition large\u00a0; pour la longue, écrire la colonne sous data",
        ["one way of answering is needed: 'chosen', 'rank' ('ranking' in the wide layout), or both 'best' and 'worst'"] =
            "il faut une façon de répondre\u00a0: «\u00a0chosen\u00a0», «\u00a0rank\u00a0» («\u00a0ranking\u00a0» dans la " +
            "disposition large), ou «\u00a0best\u00a0» et «\u00a0worst\u00a0» ensemble",
        ["'{0}' is made of one column, found {1}"] = "«\u00a0{0}\u00a0» se fait d’une seule colonne\u00a0; trouvé\u00a0: {1}",
        ["'{0}' is made of two or more columns, found {1}"] =
            "«\u00a0{0}\u00a0» se fait de deux colonnes ou plus\u00a0; trouvé\u00a0: {1}",
        ["key 'values' is missing: a dummy needs the values for which it is 1"] =
            "la clé «\u00a0values\u00a0» manque\u00a0: une indicatrice a besoin des valeurs pour lesquelles elle vaut 1",
        ["division by 0"] = "division par 0",
        ["'{0}' is a constant and has a column; one of the two"] =
            "«\u00a0{0}\u00a0» est une constante et a une colonne\u00a0; l’un des deux",
        ["'{0}' has both column and columns; one of the two"] = "«\u00a0{0}\u00a0» a column et columns à la fois\u00a0; l’un des deux",
        ["'columns' is for the wide layout; the long layout has one column, and 'alternatives' says whom it concerns"] =
            "«\u00a0columns\u00a0» est pour la disposition large\u00a0; la longue a une seule colonne, et «\u00a0alternatives\u00a0» " +
            "dit quelles options elle concerne",
        ["'{0}' is no coefficient of the study{1}: 'save: { income: … }' names the one of income in k€ a year"] =
            "«\u00a0{0}\u00a0» n’est pas un coefficient de l’étude{1}\u00a0: «\u00a0save: { income: … }\u00a0» nomme celui du revenu " +
            "en k€ par an",
        ["{0}; or estimate fewer classes, or share it (model: { shared: [{1}] })"] =
            "{0}\u00a0; ou estimer moins de classes, ou le rendre commun («\u00a0model: { shared: [{1}] }\u00a0»)",
        ["'{0}' has a random coefficient, and ratios to it have no mean: give it none, or estimate in its units (model: { numeraire: " +
            "{1} })"] =
            "«\u00a0{0}\u00a0» a un coefficient aléatoire, et les rapports à celui-ci n’ont pas de moyenne\u00a0: le rendre fixe, ou " +
            "estimer dans ses unités («\u00a0model: { numeraire: {1} }\u00a0»)",
        ["the model's numeraire is '{0}', not '{1}'"] = "le numéraire du modèle est «\u00a0{0}\u00a0», non «\u00a0{1}\u00a0»",
        ["the coefficient of '{0}' is {1}: people who dislike income cannot be simulated, and nothing can be expressed in it; look " +
            "at its sign and unit in the data"] =
            "le coefficient de «\u00a0{0}\u00a0» vaut {1}\u00a0: on ne peut simuler des personnes qui n’aiment pas le revenu, ni " +
            "rien exprimer dans son unité\u00a0; vérifier son signe et son unité dans les données",
        ["a scenario's variables enter as they are, not bent by an exponent: estimate without 'box-cox', or with the logarithm as a " +
            "derived column to compare"] =
            "les variables d’un scénario entrent telles quelles, sans exposant\u00a0: estimer sans «\u00a0box-cox\u00a0», ou avec le " +
            "logarithme comme colonne dérivée pour comparer",
        ["a scenario has one scale and cannot tell which group its physicians are like: keep the group whose scale is meant " +
            "('where:' under data) and estimate without 'scale'"] =
            "un scénario n’a qu’une échelle et ne sait pas à quel groupe ressemblent ses médecins\u00a0: ne garder que le groupe " +
            "voulu («\u00a0where:\u00a0» sous data) et estimer sans «\u00a0scale\u00a0»",
        ["a scenario's classes have fixed shares, and here they depend on columns of the person: estimate without 'membership'"] =
            "les classes d’un scénario ont des parts fixes, et ici elles dépendent de colonnes de la personne\u00a0: estimer sans " +
            "«\u00a0membership\u00a0»",
        ["a scenario has one standard deviation for all classes, and here each class has its own: estimate classes without 'random', " +
            "or 'random' without classes"] =
            "un scénario a un seul écart type pour toutes les classes, et ici chaque classe a le sien\u00a0: estimer des classes " +
            "sans «\u00a0random\u00a0», ou «\u00a0random\u00a0» sans classes",
        ["classes are saved from utilities, not from willingness-to-pay space: estimate without 'numeraire'"] =
            "les classes s’enregistrent à partir d’utilités, non de l’espace des consentements à payer\u00a0: estimer sans " +
            "«\u00a0numeraire\u00a0»",
        ["a scenario's physicians tell all places apart by one scale, and here alternatives lie in nests of different scales ({0}): put " +
            "all practices into one nest, beside the opt-out ('opt-out' under design, or a constant that 'save' leaves out), or estimate " +
            "without 'nests'"] =
            "les médecins d’un scénario distinguent tous les lieux à une seule échelle, et ici des options sont dans des nids d’échelles " +
            "différentes ({0})\u00a0: mettre tous les cabinets dans un seul nid, à côté du refus («\u00a0opt-out\u00a0» sous design, ou " +
            "une constante que «\u00a0save\u00a0» laisse de côté), ou estimer sans «\u00a0nests\u00a0»",
        ["a scenario's physicians tell all places apart by one scale, and here an alternative is in several nests: estimate without " +
            "'nests'"] =
            "les médecins d’un scénario distinguent tous les lieux à une seule échelle, et ici une option est dans plusieurs nids\u00a0: " +
            "estimer sans «\u00a0nests\u00a0»",
        ["the opt-out '{0}' has none of the levels of '{1}': say whom the levels concern, '{ name: {2}, alternatives: [{3}], " +
            "levels: … }'"] =
            "le refus «\u00a0{0}\u00a0» n’a aucun des niveaux de «\u00a0{1}\u00a0»\u00a0: dire qui les niveaux concernent, " +
            "«\u00a0{ name: {2}, alternatives: [{3}], levels: … }\u00a0»",
        ["a {0} cannot be saved as a scenario's preferences: {1}"] =
            "un {0} ne peut pas devenir les préférences d’un scénario\u00a0: {1}",
        ["'{0}' is {1}: a scenario knows normal coefficients; choose normal, uniform or triangular to save it"] =
            "«\u00a0{0}\u00a0» est {1}\u00a0: un scénario connaît des coefficients normaux\u00a0; choisir normal, uniform ou " +
            "triangular pour l’enregistrer",
        ["regret, box-cox (but with scale) and classes (but with random coefficients and scale) are models of their own; one of them"] =
            "regret, box-cox (sauf avec scale) et classes (sauf avec coefficients aléatoires et scale) sont des modèles à part\u00a0; " +
            "en choisir un",
        ["membership and shared are for latent classes; say how many classes"] =
            "membership et shared sont pour des classes latentes\u00a0; dire combien de classes",
        ["'unscaled' is for nested logits without alternatives in several nests"] =
            "«\u00a0unscaled\u00a0» est pour des logits emboîtés dont chaque option est dans un seul nid",
        ["an alternative is in several nests; a cross-nested logit has one level of nests"] =
            "une option est dans plusieurs nids\u00a0; un logit emboîté croisé n’a qu’un niveau de nids",
        ["the nest '{0}' is named {1} times; the parts of its alternatives need its name"] =
            "le nid «\u00a0{0}\u00a0» est nommé {1} fois\u00a0; les parts de ses options ont besoin de son nom",
        ["the upper end of johnson-sb must lie above the lower one"] = "la borne haute de johnson-sb doit dépasser la borne basse",
        ["'{0}' is no random coefficient{1}"] = "«\u00a0{0}\u00a0» n’est pas un coefficient aléatoire{1}",
        ["sobol draws have {0} dimensions at most, for {1} random coefficients"] =
            "les tirages sobol ont {0} dimensions au plus, pour {1} coefficients aléatoires",
        ["'{0}' is no variable of the utility{1}; variables: {2}"] =
            "«\u00a0{0}\u00a0» n’est pas une variable de l’utilité{1}\u00a0; variables\u00a0: {2}",
        ["'{0}' is no parameter{1}; parameters: {2}"] = "«\u00a0{0}\u00a0» n’est pas un paramètre{1}\u00a0; paramètres\u00a0: {2}",
        ["the nest '{0}' is empty"] = "le nid «\u00a0{0}\u00a0» est vide",
        ["there is no alternative '{0}'{1}; alternatives: {2}"] = "il n’y a pas d’option «\u00a0{0}\u00a0»{1}\u00a0; options\u00a0: {2}",
        ["nests are named by a column or listed under 'nests', not both"] =
            "les nids sont nommés par une colonne ou énumérés sous «\u00a0nests\u00a0», pas les deux",
        ["a wide table has no column of alternatives: list the nests under 'nests'"] =
            "un tableau large n’a pas de colonne des options\u00a0: énumérer les nids sous «\u00a0nests\u00a0»",
        ["column '{0}': '{1}' is in nest '{2}' here and in '{3}' in most rows; an alternative has one nest"] =
            "colonne «\u00a0{0}\u00a0»\u00a0: «\u00a0{1}\u00a0» est ici dans le nid «\u00a0{2}\u00a0» et dans la plupart des " +
            "lignes dans «\u00a0{3}\u00a0»\u00a0; une option a un seul nid",
        ["the alternative '{0}' is in more than one nest"] = "l’option «\u00a0{0}\u00a0» est dans plus d’un nid",
        ["the {0} cannot be estimated: {1}"] = "le {0} ne peut pas être estimé\u00a0: {1}",
        ["the data of {0} cannot tell the coefficient of {1}: {2}"] =
            "les données de {0} ne permettent pas de connaître le coefficient de {1}\u00a0: {2}",
        ["the data of {0} cannot tell the coefficients of {1}: {2}"] =
            "les données de {0} ne permettent pas de connaître les coefficients de {1}\u00a0: {2}",
        ["its variable does not vary within any choice set"] = "sa variable ne varie dans aucun ensemble de choix",
        ["the log-likelihood keeps rising as it grows without bound: perfect prediction, or a sign forced against the data"] =
            "la log-vraisemblance monte sans fin quand il croît\u00a0: prédiction parfaite, ou signe imposé contre les données",
        ["the log-likelihood keeps rising as they grow together without bound: perfect prediction, or they are all but collinear"] =
            "la log-vraisemblance monte sans fin quand ils croissent ensemble\u00a0: prédiction parfaite, ou presque colinéaires",
        ["no choice depends on it near the estimate: the data do not tell it"] =
            "aucun choix n’en dépend près de l’estimation\u00a0: les données ne le disent pas",
        ["their variables are collinear within choice sets"] = "leurs variables sont colinéaires dans les ensembles de choix",
        ["the data do not tell them apart at the estimates"] = "les données ne les distinguent pas aux estimations",
        ["the log-likelihood has no second derivative by it at the estimates"] =
            "la log-vraisemblance n’a pas de dérivée seconde par rapport à lui aux estimations",
        ["no step raises the log-likelihood"] = "aucun pas n’augmente la log-vraisemblance",
        ["so far from the maximum rounding hides what a step gains: start nearer"] =
            "si loin du maximum, l’arrondi cache ce qu’un pas apporte\u00a0: partir de plus près",
        ["stopped on request"] = "arrêtée à la demande",
        ["the log-likelihood is not a number at the starting values"] = "la log-vraisemblance n’est pas un nombre aux valeurs de départ",
        ["the design's attributes"] = "les attributs du plan",
        ["key 'design' is missing: attributes with their levels and the number of tasks are needed to make a design"] =
            "la clé «\u00a0design\u00a0» manque\u00a0: il faut des attributs avec leurs niveaux et le nombre de tâches pour faire un " +
            "plan",
        ["a design is written in the long layout, with columns for 'situation' and 'alternative' and none for 'available'"] =
            "un plan s’écrit dans la disposition longue, avec des colonnes pour «\u00a0situation\u00a0» et «\u00a0alternative\u00a0» " +
            "et aucune pour «\u00a0available\u00a0»",
        ["the data know no alternative '{0}'; alternatives: {1}"] =
            "les données ne connaissent pas d’option «\u00a0{0}\u00a0»\u00a0; options\u00a0: {1}",
        ["a task needs two or more alternatives, each with a name of its own"] =
            "une tâche a besoin de deux options ou plus, chacune avec son nom",
        ["{0} tasks make no {1} blocks of equal size"] = "{0} tâches ne font pas {1} blocs de même taille",
        ["the column '{0}' is there already"] = "la colonne «\u00a0{0}\u00a0» est déjà là",
        ["'{0}' needs two or more levels; found {1}"] =
            "«\u00a0{0}\u00a0» a besoin de deux niveaux ou plus\u00a0; trouvé\u00a0: {1}",
        ["'{0}' cannot be a level: without commas, semicolons, quotes and blanks at its ends, and not NA"] =
            "«\u00a0{0}\u00a0» ne peut pas être un niveau\u00a0: ni virgule, ni point-virgule, ni guillemet, ni espace au bord, et " +
            "pas NA",
        ["a variable of the utility depends on {0} combinations of levels; at most {1} can be weighed: fewer levels or attributes in " +
            "one variable"] =
            "une variable de l’utilité dépend de {0} combinaisons de niveaux\u00a0; on peut en peser {1} au plus\u00a0: moins de " +
            "niveaux ou d’attributs dans une même variable",
        ["a design needs at least one attribute"] = "un plan a besoin d’au moins un attribut",
        ["'{0}' is no attribute{1}; attributes: {2}"] = "«\u00a0{0}\u00a0» n’est pas un attribut{1}\u00a0; attributs\u00a0: {2}",
        ["'{0}' is no level of '{1}'{2}; levels: {3}"] =
            "«\u00a0{0}\u00a0» n’est pas un niveau de «\u00a0{1}\u00a0»{2}\u00a0; niveaux\u00a0: {3}",
        ["{0} task cannot tell {1} coefficients; at least {2} are needed, better three times as many"] =
            "{0} tâche ne suffit pas à {1} coefficients\u00a0; il en faut au moins {2}, mieux trois fois plus",
        ["{0} tasks cannot tell {1} coefficients; at least {2} are needed, better three times as many"] =
            "{0} tâches ne suffisent pas à {1} coefficients\u00a0; il en faut au moins {2}, mieux trois fois plus",
        ["no file to write the design to: name one by --out, or by 'respondents: { design: FILE }'"] =
            "aucun fichier où écrire le plan\u00a0: en nommer un par --out, ou par «\u00a0respondents: { design: FICHIER }\u00a0»",
        ["key 'respondents' is missing: a design and true coefficients are needed to simulate answers"] =
            "la clé «\u00a0respondents\u00a0» manque\u00a0: il faut un plan et de vrais coefficients pour simuler des réponses",
        ["the design has a column '{0}', which the answers will write"] =
            "le plan a une colonne «\u00a0{0}\u00a0», que les réponses vont écrire",
        ["the coefficient of '{0}' is missing"] = "le coefficient de «\u00a0{0}\u00a0» manque",
        ["simulated answers are written in the long layout, with columns for 'person' and 'chosen'"] =
            "les réponses simulées s’écrivent dans la disposition longue, avec des colonnes pour «\u00a0person\u00a0» et " +
            "«\u00a0chosen\u00a0»",
        ["file '{0}' does not exist; 'installsim design {1}' writes it"] =
            "le fichier «\u00a0{0}\u00a0» n’existe pas\u00a0; «\u00a0installsim design {1}\u00a0» l’écrit",
        ["file '{0}' does not exist; 'installsim respond {1}' writes it with the answers of the study's {2} simulated respondents"] =
            "le fichier «\u00a0{0}\u00a0» n’existe pas\u00a0; «\u00a0installsim respond {1}\u00a0» l’écrit avec les réponses des " +
            "{2} répondants simulés de l’étude",
        ["choice situation {0}"] = "la situation de choix {0}",
        ["best"] = "la meilleure",
        ["chosen"] = "choisie",
        ["{0} has the alternative '{1}' {2} times{3}"] = "{0} a {2} fois l’option «\u00a0{1}\u00a0»{3}",
        ["{0} has {1} {2} alternatives; exactly one is needed"] =
            "{0} a {1} options marquées «\u00a0{2}\u00a0»\u00a0; il en faut exactement une",
        ["{0} has no {1} alternative; exactly one is needed"] =
            "{0} n’a aucune option marquée «\u00a0{1}\u00a0»\u00a0; il en faut exactement une",
        ["{0}: the {1} alternative '{2}' is not available ({3} = 0)"] =
            "{0}\u00a0: l’option «\u00a0{2}\u00a0», marquée «\u00a0{1}\u00a0», n’est pas disponible ({3} = 0)",
        ["one available alternative, '{0}'"] = "une seule option disponible, «\u00a0{0}\u00a0»",
        ["no available alternative"] = "aucune option disponible",
        ["{0} has {1}; a choice needs two or more"] = "{0} a {1}\u00a0; un choix en demande deux ou plus",
        ["column '{0}': {1}"] = "colonne «\u00a0{0}\u00a0»\u00a0: {1}",
        ["'priors' are too large: at them one answer to each task is all but certain and tells nothing; the largest is {0} ('{1}'), " +
            "which times the difference of two levels is utils, of which 5 make an answer all but certain"] =
            "«\u00a0priors\u00a0» trop grands\u00a0: avec eux, une réponse à chaque tâche est presque certaine et n’apprend rien\u00a0; " +
            "le plus grand est {0} («\u00a0{1}\u00a0»), ce qui, multiplié par l’écart de deux niveaux, fait des utils, dont 5 rendent " +
            "une réponse presque certaine",
        ["'{0}' is none of the alternatives {1}{2}"] = "«\u00a0{0}\u00a0» n’est aucune des options {1}{2}",
        ["derived column '{0}' says who could choose what: expected 1 or 0, found {1}"] =
            "la colonne dérivée «\u00a0{0}\u00a0» dit qui pouvait choisir quoi\u00a0: attendu 1 ou 0\u00a0; trouvé\u00a0: {1}",
        ["expected 1 or 0 (true or false, yes or no), found '{0}'"] =
            "attendu 1 ou 0 (true ou false, yes ou no)\u00a0; trouvé\u00a0: «\u00a0{0}\u00a0»",
        ["expected a rank, 1 the best, 0 not ranked, found '{0}'"] =
            "attendu un rang, 1 le meilleur, 0 non classé\u00a0; trouvé\u00a0: «\u00a0{0}\u00a0»",
        ["the filters keep none of the {0} rows of {1}"] = "les filtres ne gardent aucune des {0} lignes de {1}",
        ["the filter says nothing: one of equals, one-of, none-of, min, max is needed"] =
            "le filtre ne dit rien\u00a0: il faut equals, one-of, none-of, min ou max",
        ["no choice situation is left after those with missing values or no choice were dropped"] =
            "il ne reste aucune situation de choix une fois écartées celles sans valeur ou sans choix",
        ["column '{0}': the value is missing; it says whose choice it is"] =
            "colonne «\u00a0{0}\u00a0»\u00a0: la valeur manque\u00a0; elle dit de qui est le choix",
        ["column '{0}': a weight is at least 0, found {1}"] =
            "colonne «\u00a0{0}\u00a0»\u00a0: un poids est d’au moins 0\u00a0; trouvé\u00a0: {1}",
        ["one person only (column '{0}'): standard errors need at least two, and a study many"] =
            "une seule personne (colonne «\u00a0{0}\u00a0»)\u00a0: les erreurs types en demandent au moins deux, et une étude " +
            "beaucoup",
        ["one choice situation only: nothing can be estimated from it"] =
            "une seule situation de choix\u00a0: on ne peut rien en estimer",
        ["there are no columns {0} in {1}{2}; columns: {3}"] = "il n’y a pas de colonnes {0} dans {1}{2}\u00a0; colonnes\u00a0: {3}",
        ["there is no column '{0}' in {1}{2}; columns: {3}"] =
            "il n’y a pas de colonne «\u00a0{0}\u00a0» dans {1}{2}\u00a0; colonnes\u00a0: {3}",
        ["'{0}' cannot be computed from {1}"] = "«\u00a0{0}\u00a0» ne peut être calculé de {1}",
        ["column '{0}': the value is missing; 'missing: drop' under data leaves such choice situations out"] =
            "colonne «\u00a0{0}\u00a0»\u00a0: la valeur manque\u00a0; «\u00a0missing: drop\u00a0» sous data écarte ces situations de " +
            "choix",
        ["column '{0}': expected a number, found '{1}'{2}"] =
            "colonne «\u00a0{0}\u00a0»\u00a0: attendu un nombre\u00a0; trouvé\u00a0: «\u00a0{1}\u00a0»{2}",
        ["no row of {0} has '{1}' in column '{2}'{3}; its values: {4}"] =
            "aucune ligne de {0} n’a «\u00a0{1}\u00a0» dans la colonne «\u00a0{2}\u00a0»{3}\u00a0; ses valeurs\u00a0: {4}",
        ["there is a column '{0}' already; give the derived one another name"] =
            "il y a déjà une colonne «\u00a0{0}\u00a0»\u00a0; donner un autre nom à la colonne dérivée",
        ["the coefficient '{0}' is there already"] = "le coefficient «\u00a0{0}\u00a0» est déjà là",
        ["the variable '{0}' does not vary within any choice set of {1} (it is {2} for all alternatives of the first, line {3}), so " +
            "that its coefficient cannot be told; a variable of the person needs 'alternatives' or 'by-alternative' that leave one out"] =
            "la variable «\u00a0{0}\u00a0» ne varie dans aucun ensemble de choix de {1} (elle vaut {2} pour toutes les options du " +
            "premier, ligne {3}), si bien que son coefficient ne peut être connu\u00a0; une variable de la personne a besoin " +
            "d’«\u00a0alternatives\u00a0» ou de «\u00a0by-alternative\u00a0» qui en laisse une de côté",
        ["a change of 0 changes nothing; leave 'change' out for point elasticities"] =
            "une variation de 0 ne change rien\u00a0; retirer «\u00a0change\u00a0» pour des élasticités ponctuelles",
        ["'{0}' is a constant; it has no elasticity"] = "«\u00a0{0}\u00a0» est une constante\u00a0; elle n’a pas d’élasticité",
        ["'{0}' is 0 or 1 everywhere: a per cent of it means nothing; elasticities are for quantities, such as a price or a time"] =
            "«\u00a0{0}\u00a0» vaut partout 0 ou 1\u00a0: un pour cent n’y veut rien dire\u00a0; les élasticités sont pour des " +
            "quantités, comme un prix ou un temps",
        ["individual coefficients need random ones: 'model: { random: { price: normal } }', without classes"] =
            "des coefficients individuels en demandent d’aléatoires\u00a0: «\u00a0model: { random: { price: normal } }\u00a0», sans " +
            "classes",
        ["individual coefficients need people who choose more than once: 'person' under data, and no 'panel: false'"] =
            "des coefficients individuels demandent des personnes qui choisissent plus d’une fois\u00a0: «\u00a0person\u00a0» sous " +
            "data, et pas de «\u00a0panel: false\u00a0»",
        ["the model is the logit; a test against it needs a model that is more"] =
            "le modèle est le logit\u00a0; un test contre lui demande un modèle plus riche",
        ["'{0}' is neither the word '{1}' nor a study file that exists"] =
            "«\u00a0{0}\u00a0» n’est ni le mot «\u00a0{1}\u00a0» ni un fichier d’étude qui existe",
        ["{0} of {1} alternatives to leave out; one or more must be named and two or more be left"] =
            "{0} options sur {1} à retirer\u00a0; en nommer une ou plus et en laisser deux ou plus",
        ["{0} has {1} parameters, this study {2}: a special case has fewer"] =
            "{0} a {1} paramètres, cette étude {2}\u00a0: un cas particulier en a moins",
        ["without {0} the logit cannot be estimated: {1}"] = "sans {0}, le logit ne peut pas être estimé\u00a0: {1}",
        ["{0} folds for {1} people; each fold needs one or more"] =
            "{0} parties pour {1} personnes\u00a0; il en faut au moins une dans chacune",
        ["a share of {0} of {1} people holds out {2}; some must be held out and some left"] =
            "une part de {0} de {1} personnes en met {2} de côté\u00a0; il en faut de côté et il doit en rester",
        ["the maximum was not reached: {0}"] = "le maximum n’est pas atteint\u00a0: {0}",
        ["{0}: {1}; no standard error"] = "{0}\u00a0: {1}\u00a0; sans erreur type",
        ["{0} draws a person are too few to trust anything above: papers use some hundreds, and more until the numbers stand still"] =
            "{0} tirages par personne sont trop peu pour se fier à ce qui précède\u00a0: les articles en font quelques centaines, et " +
            "davantage tant que les nombres bougent",
        ["from {0} to {1} draws {2} moved by {3} standard errors: use more draws"] =
            "de {0} à {1} tirages, {2} bouge de {3} erreur type\u00a0: faire plus de tirages",
    };

    /// <summary>French by what is written around the values in English.</summary>
    public static IReadOnlyDictionary<string, string> All => InFrench;
}
