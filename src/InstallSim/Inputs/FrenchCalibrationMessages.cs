namespace InstallSim.Inputs;

/// <summary>Messages about calibrations in French.</summary>
internal static class FrenchCalibrationMessages
{
    private static readonly Dictionary<string, string> InFrench = new(StringComparer.Ordinal)
    {
        ["from 1 to {0} numbers are calibrated at once, found {1}"] =
            "de 1 à {0} nombres se calent à la fois\u00a0; trouvé\u00a0: {1}",
        ["at least one target is needed"] = "il faut au moins une cible",
        ["{0} points tell {1} numbers not apart; at least {2}, three a number, are needed"] =
            "{0} points ne distinguent pas {1} nombres\u00a0; il en faut au moins {2}, trois par nombre",
        ["the plan runs the scenario {0} times, more than {1}: fewer points, waves or replications, or --yes"] =
            "le plan simule le scénario {0} fois, plus de {1}\u00a0: moins de points, de vagues ou de réplications, ou --yes",
        ["another target is named '{0}' too"] = "une autre cible s’appelle aussi «\u00a0{0}\u00a0»",
        ["'{0}' is named twice"] = "«\u00a0{0}\u00a0» est nommé deux fois",
        ["'{0}' is no number of the scenario that may have a range{1}; those are {2}"] =
            "«\u00a0{0}\u00a0» n’est pas un nombre du scénario qui puisse avoir une plage{1}\u00a0; ce sont {2}",
        ["'{0}' stands in a list, of which a scenario that extends another cannot change a part: it cannot be calibrated"] =
            "«\u00a0{0}\u00a0» est dans une liste, dont un scénario qui en prolonge un autre ne peut changer une partie\u00a0: il ne " +
            "peut être calé",
        ["'{0}' has no range of its own: say 'low' and 'high'"] =
            "«\u00a0{0}\u00a0» n’a pas de plage à lui\u00a0: dire «\u00a0low\u00a0» et «\u00a0high\u00a0»",
        ["'low': {0} is not below 'high', {1}"] = "«\u00a0low\u00a0»\u00a0: {0} n’est pas sous «\u00a0high\u00a0», {1}",
        ["the range {0} to {1} leaves the bounds of '{2}', {3} to {4}"] =
            "la plage de {0} à {1} sort des bornes de «\u00a0{2}\u00a0», de {3} à {4}",
        ["the target '{0}' needs a year: one of 'year' and 'years'"] =
            "la cible «\u00a0{0}\u00a0» a besoin d’une année\u00a0: «\u00a0year\u00a0» ou «\u00a0years\u00a0»",
        ["'{0}': the years simulated are {1}"] = "«\u00a0{0}\u00a0»\u00a0: les années simulées sont {1}",
        ["'over' and 'relative-to' both divide; one of the two"] =
            "«\u00a0over\u00a0» et «\u00a0relative-to\u00a0» divisent tous deux\u00a0; l’un des deux",
        ["'se' and 'discrepancy' are both 0: no model meets a number exactly"] =
            "«\u00a0se\u00a0» et «\u00a0discrepancy\u00a0» sont nuls\u00a0: aucun modèle n’atteint un nombre exactement",
        ["no territory is meant by 'of'{0}"] = "«\u00a0of\u00a0» ne désigne aucun territoire{0}",
        ["; there is no {0} '{1}'{2}"] = "\u00a0; il n’y a pas de {0} «\u00a0{1}\u00a0»{2}",
        ["region"] = "région",
        ["département"] = "département",
        ["; known: {0}"] = "\u00a0; connus\u00a0: {0}",
        ["; 'columns' of the territories do not say it"] = "\u00a0; «\u00a0columns\u00a0» des territoires ne le dit pas",
        ["; did you mean '{0}' ({1})?"] = "\u00a0; vouliez-vous dire «\u00a0{0}\u00a0» ({1})\u00a0?",
        ["'{0}' is not known by territory; 'of' goes with {1}"] =
            "«\u00a0{0}\u00a0» n’est pas connu par territoire\u00a0; «\u00a0of\u00a0» va avec {1}",
        ["no number moves any target beyond chance: {0}; other parameters, wider ranges, or more replications"] =
            "aucun nombre ne fait bouger une cible au-delà du hasard\u00a0: {0}\u00a0; d’autres paramètres, des plages plus larges ou " +
            "plus de réplications",
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyDictionary<string, string> All => InFrench;
}
