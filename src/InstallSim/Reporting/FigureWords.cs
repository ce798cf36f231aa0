namespace InstallSim.Reporting;

/// <summary>What figures show, in French: for <c>list figures --lang fr</c>. A new figure is a line here; a test demands it.</summary>
public static class FigureWords
{
    /// <summary>What each figure shows, by its id.</summary>
    public static IReadOnlyDictionary<string, string> Shows { get; } = new Dictionary<string, string>
    {
        ["effects"] =
            "Écarts au scénario de référence la dernière année, tous les scénarios et les principaux résultats, "
                + "avec intervalles à 95\u00a0%.",
        ["cost-effect"] =
            "Coût et généralistes gagnés\u00a0: chaque réplication, une ellipse par mesure, des droites de même coût par généraliste.",
        ["trajectories"] =
            "Un résultat au fil des années\u00a0: son niveau sans nouvelle mesure et l’écart par mesure, avec intervalles à "
                + "95\u00a0%\u00a0; on choisit le résultat.",
        ["map"] =
            "Accessibilité par territoire, avec l’évolution d’un territoire à côté\u00a0; on choisit la mesure, l’année et le territoire.",
        ["map-levels"] =
            "Petites cartes d’accessibilité\u00a0: le départ, puis la dernière année sans nouvelle mesure et avec chaque mesure.",
        ["map-changes"] = "Petites cartes de ce que chaque mesure change à l’accessibilité la dernière année.",
        ["need-and-gain"] =
            "Carte de deux choses à la fois\u00a0: le besoin d’un territoire et ce qu’une mesure lui donne\u00a0; on choisit la mesure.",
        ["slopes"] =
            "Chaque territoire au départ et la dernière année, reliés par un trait\u00a0; ceux qui passent le seuil sont "
                + "nommés\u00a0; on choisit la mesure.",
        ["flows"] = "Qui a choisi autrement à cause d’une mesure\u00a0: d’un type de lieu à un autre\u00a0; on choisit la mesure.",
        ["entries-exits"] =
            "Arrivées et départs de généralistes par an et par type de territoire, avec leur solde\u00a0; on choisit la mesure.",
        ["ages"] = "Généralistes par âge au départ, à mi-parcours et la dernière année, avec et sans mesure\u00a0; on choisit la mesure.",
        ["distribution"] =
            "Comment l’accessibilité se répartit entre habitants\u00a0: part sous chaque niveau et courbe de "
                + "Lorenz\u00a0; on choisit la mesure.",
        ["acceptability"] =
            "Combien de fois chaque mesure est le meilleur achat, selon ce que vaut un généraliste gagné (courbes d’acceptabilité).",
        ["convergence"] =
            "Écart moyen et intervalle à 95\u00a0% à mesure que s’ajoutent des réplications\u00a0: y en avait-il assez\u00a0?",
        ["tornado"] =
            "L’effet d’une mesure aux deux bouts de la plage de chaque réglage\u00a0; présent si des réglages ont "
                + "varié (compare --sensitivity).",
    };
}
