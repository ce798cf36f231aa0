namespace InstallSim.Inputs;

/// <summary>Messages about packages, payers, zonings, specialties and plans of many points in French.</summary>
internal static class FrenchPlanMessages
{
    private static readonly Dictionary<string, string> InFrench = new(StringComparer.Ordinal)
    {
        ["the package ends in {0}, before it starts in {1}"] = "le programme finit en {0}, avant de commencer en {1}",
        ["no policy is a part of the package '{0}': a policy says so with 'package: {1}'"] =
            "aucune mesure ne fait partie du programme «\u00a0{0}\u00a0»\u00a0: une mesure le dit par «\u00a0package: {1}\u00a0»",
        ["'{0}' is no package{1}; {2}"] = "«\u00a0{0}\u00a0» n’est pas un programme{1}\u00a0; {2}",
        ["packages: {0}"] = "programmes\u00a0: {0}",
        ["the scenario has no 'packages'"] = "le scénario n’a pas de «\u00a0packages\u00a0»",
        ["the policy starts in {0}, before its package '{1}' in {2}"] =
            "la mesure commence en {0}, avant son programme «\u00a0{1}\u00a0» en {2}",
        ["the policy ends in {0}, after its package '{1}' in {2}"] =
            "la mesure finit en {0}, après son programme «\u00a0{1}\u00a0» en {2}",
        ["{0} cuts fees that {1} of the same package raises, such as in {2}: leave one of them out, or let the two 'where' concern " +
            "different territories"] =
            "{0} baisse des honoraires que {1} du même programme relève, comme dans {2}\u00a0: retirer l’une des deux, ou donner aux " +
            "deux «\u00a0where\u00a0» des territoires différents",
        ["{0} closes in {1} what {2} of the same package opens, such as in {3}: let one of them last longer instead"] =
            "{0} ferme en {1} ce que {2} du même programme ouvre, comme dans {3}\u00a0: plutôt en prolonger une",
        ["{0} and {1} together cut {2} % of the income of who practises where they meet: less than all must be left"] =
            "{0} et {1} ôtent ensemble {2}\u00a0% du revenu de qui exerce là où elles se rencontrent\u00a0: il doit en rester",
        ["the shares of the payers add up to {0}, not to 1"] = "les parts des payeurs font {0}, non 1",
        ["{0} costs nothing, so that nobody pays for it; remove 'payers'"] =
            "{0} ne coûte rien, si bien que personne ne la paie\u00a0; retirer «\u00a0payers\u00a0»",
        ["'premises-payer' pays nothing where 'premises-keur' is 0"] =
            "«\u00a0premises-payer\u00a0» ne paie rien là où «\u00a0premises-keur\u00a0» vaut 0",
        ["'shares' are of regions or départements: say 'by: region' or 'by: departement'"] =
            "«\u00a0shares\u00a0» est pour des régions ou des départements\u00a0: dire «\u00a0by: region\u00a0» ou " +
            "«\u00a0by: departement\u00a0»",
        ["'by' needs 'population-share' or 'shares': there is no cap to count"] =
            "«\u00a0by\u00a0» a besoin de «\u00a0population-share\u00a0» ou «\u00a0shares\u00a0»\u00a0: il n’y a pas de plafond à compter",
        ["the zone has no rule, so that it would be everywhere"] = "la zone n’a pas de règle, si bien qu’elle serait partout",
        ["{0} of {1} territories reach no other within the {2} minutes of the metric: accessibility there is what a territory " +
            "offers its own inhabitants"] =
            "{0} territoires sur {1} n’en atteignent aucun autre dans les {2} minutes de l’indicateur\u00a0: l’accessibilité " +
            "y est ce qu’un territoire offre à ses propres habitants",
        ["'{0}' lists nothing, so that the policy would be everywhere; remove it"] =
            "«\u00a0{0}\u00a0» est une liste vide, si bien que la mesure serait partout\u00a0; l’ôter",
        ["'{0}' needs 'at-least' or 'below', the first under the second where there are both"] =
            "«\u00a0{0}\u00a0» a besoin de «\u00a0at-least\u00a0» ou «\u00a0below\u00a0», le premier sous le second s’il y a les deux",
        ["all weights are 0, so that nobody would reach anything"] = "tous les poids sont nuls, si bien que personne n’atteindrait rien",
        ["'{0}' is no zone: the scenario has no 'zoning.rules'; zip and zac stand under 'zoning', not 'zone'"] =
            "«\u00a0{0}\u00a0» n’est pas une zone\u00a0: le scénario n’a pas de «\u00a0zoning.rules\u00a0»\u00a0; zip et zac se disent " +
            "par «\u00a0zoning\u00a0», non par «\u00a0zone\u00a0»",
        ["'{0}' is no zoning of 'zoning.rules'{1}; found: {2}; zip and zac stand under 'zoning', not 'zone'"] =
            "«\u00a0{0}\u00a0» n’est pas un zonage de «\u00a0zoning.rules\u00a0»{1}\u00a0; trouvés\u00a0: {2}\u00a0; zip et zac se " +
            "disent par «\u00a0zoning\u00a0», non par «\u00a0zone\u00a0»",
        ["{0} works within départements, and {1} has none: 'columns' of the territories must say 'departement'"] =
            "{0} agit à l’intérieur des départements, et {1} n’en a pas\u00a0: «\u00a0columns\u00a0» des territoires doit dire " +
            "«\u00a0departement\u00a0»",
        ["'{0}' is no number of the territories{1}; known: {2}"] =
            "«\u00a0{0}\u00a0» n’est pas un nombre des territoires{1}\u00a0; connus\u00a0: {2}",
        ["the zone counts by {0}, and {1} has none: 'columns' of the territories must say it"] =
            "la zone compte par {0}, et {1} n’en a pas\u00a0: «\u00a0columns\u00a0» des territoires doit le dire",
        ["'{0}' is no {1} of the territories{2}"] = "«\u00a0{0}\u00a0» n’est pas un {1} des territoires{2}",
        ["'{0}' is a variable of the model: it stands under 'columns'"] =
            "«\u00a0{0}\u00a0» est une variable du modèle\u00a0: elle se met sous «\u00a0columns\u00a0»",
        ["'{0}' is for 'columns'; of 'more-columns' the numbers are taken as they are"] =
            "«\u00a0{0}\u00a0» est pour «\u00a0columns\u00a0»\u00a0; de «\u00a0more-columns\u00a0» les nombres sont pris tels quels",
        ["there are no entries: a specialty needs at least one count a year"] =
            "il n’y a pas d’entrées\u00a0: une spécialité a besoin d’au moins un nombre par an",
        ["nobody needs the specialty: one of the three needs must be above 0"] =
            "personne n’a besoin de la spécialité\u00a0: un des trois besoins doit dépasser 0",
        ["nobody of the specialty is installed: the stock adds up to less than 1"] =
            "personne de la spécialité n’est installé\u00a0: le stock fait moins de 1 au total",
        ["there is no scenario; name at least one file or folder"] =
            "il n’y a pas de scénario\u00a0; nommer au moins un fichier ou un dossier",
        ["no number varies; name some, or '{0}'"] = "aucun nombre ne varie\u00a0; en nommer, ou «\u00a0{0}\u00a0»",
        ["nothing is looked at; name at least one indicator"] = "rien n’est regardé\u00a0; nommer au moins un indicateur",
        ["'{0}' takes the range of each number; 'low' and 'high' are for one"] =
            "«\u00a0{0}\u00a0» prend la plage de chaque nombre\u00a0; «\u00a0low\u00a0» et «\u00a0high\u00a0» sont pour un seul",
        ["'{0}' is no number of the scenarios that can vary{1}; those with a range are {2}, or '{3}'"] =
            "«\u00a0{0}\u00a0» n’est pas un nombre des scénarios qui peut varier{1}\u00a0; ceux qui ont une plage sont {2}, ou " +
            "«\u00a0{3}\u00a0»",
        ["'{0}' is named twice"] = "«\u00a0{0}\u00a0» est nommé deux fois",
        ["{0} is out of the bounds of '{1}': {2} to {3}"] = "{0} est hors des bornes de «\u00a0{1}\u00a0»\u00a0: {2} à {3}",
        ["'{0}' has no range; give 'low' and 'high'"] =
            "«\u00a0{0}\u00a0» n’a pas de plage\u00a0; donner «\u00a0low\u00a0» et «\u00a0high\u00a0»",
        ["the range of '{0}' goes from {1} to {2}; 'low' must be below 'high'"] =
            "la plage de «\u00a0{0}\u00a0» va de {1} à {2}\u00a0; «\u00a0low\u00a0» doit être sous «\u00a0high\u00a0»",
        ["'{0}' is told of all replications together, and not of each; name one that a run records"] =
            "«\u00a0{0}\u00a0» se dit de toutes les réplications ensemble, non de chacune\u00a0; en nommer un qu’un calcul relève",
        ["'{0}' is no indicator{1}; 'installsim list indicators' names them"] =
            "«\u00a0{0}\u00a0» n’est pas un indicateur{1}\u00a0; «\u00a0installsim list indicators\u00a0» les nomme",
        ["{0} is no year of the runs; expected {1} to {2}"] = "{0} n’est pas une année des calculs\u00a0; attendu\u00a0: {1} à {2}",
        ["'{0}' is no scenario of the plan{1}; found: {2}"] =
            "«\u00a0{0}\u00a0» n’est pas un scénario du plan{1}\u00a0; trouvés\u00a0: {2}",
        ["'{0}' is the baseline, and does not differ from itself; say 'of: level'"] =
            "«\u00a0{0}\u00a0» est le scénario de référence, et ne diffère pas de lui-même\u00a0; dire «\u00a0of: level\u00a0»",
        ["there is one scenario alone, and nothing to differ from; say 'of: level'"] =
            "il n’y a qu’un scénario, donc pas d’écart\u00a0; dire «\u00a0of: level\u00a0»",
    };

    /// <summary>French by what is written around the values in English.</summary>
    public static IReadOnlyDictionary<string, string> All => InFrench;
}
