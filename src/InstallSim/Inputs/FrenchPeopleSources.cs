namespace InstallSim.Inputs;

/// <summary>
/// Where numbers about people come from, in French, working time, couples and the policies of training and return among them: a part of
/// <see cref="FrenchSources"/>.
/// </summary>
internal static class FrenchPeopleSources
{
    private static readonly Dictionary<string, string> InFrench = new(StringComparer.Ordinal)
    {
        ["ASSUMPTION: 0; an upper end is 0.22: physicians whose partner is a physician of any kind (DREES ER 430, evidence B2)"] =
            "HYPOTHÈSE\u00a0: 0\u00a0; borne haute\u00a0: 0,22, la part des médecins dont le conjoint est médecin, de toute " +
            "spécialité (Drees, ER 430, réf.\u00a0B2)",
        ["0.90 of a man's of the same years of birth: solved from 41 hours with patients of women, 46.5 of men, 41.5 under 50, " +
            "46 from 50 on, 44.5 of all (DREES 2019, evidence B2), 55 % of women under 50, 8.3 % beside a pension (evidence B1)"] =
            "0,90 fois celui d’un homme des mêmes années\u00a0: résolu à partir de 41\u00a0heures auprès des patients pour les " +
            "femmes, 46,5 pour les hommes, 41,5 avant 50\u00a0ans, 46 ensuite, 44,5 en tout (Drees 2019, réf.\u00a0B2), de " +
            "55\u00a0% de femmes avant 50\u00a0ans et de 8,3\u00a0% en cumul (réf.\u00a0B1)",
        ["as for a woman, so that the mean GP of France at the start is 1"] =
            "comme pour une femme, de sorte que le généraliste moyen de la France au départ vaille 1",
        ["0.91 between those of 50 and over and those under 50, of the same sex (DREES 2019, evidence B2), 18 years of birth " +
            "apart; that all of it is cohort and none of it age is an ASSUMPTION"] =
            "0,91 entre les 50\u00a0ans et plus et les moins de 50\u00a0ans du même sexe (Drees 2019, réf.\u00a0B2), nés à " +
            "18\u00a0ans d’écart\u00a0; que tout soit effet de génération et rien effet d’âge est une hypothèse",
        ["10.9 % of the GPs of the start are of that age or over, and 5,843 of 53,499 work beside a pension (2024, evidence H3)"] =
            "10,9\u00a0% des généralistes du départ ont cet âge ou plus, et 5\u202f843 sur 53\u202f499 sont en cumul (2024, " +
            "réf.\u00a0H3)",
        ["they earn 64,727 € where others earn 77,417 € (2019, evidence H3); that time follows income, and the range, ASSUMPTION"] =
            "ils gagnent 64\u202f727 € quand les autres gagnent 77\u202f417 € (2019, réf.\u00a0H3)\u00a0; que le temps suive le " +
            "revenu est une hypothèse, comme la plage",
        ["income of those beside a pension (evidence H3); range ASSUMPTION"] =
            "revenu de ceux en cumul (réf.\u00a0H3)\u00a0; plage\u00a0: hypothèse",
        ["DREES 2019 (evidence B2); cohort rather than age is an ASSUMPTION"] =
            "Drees 2019 (réf.\u00a0B2)\u00a0; que ce soit la génération plutôt que l’âge est une hypothèse",
        ["ASSUMPTION, between a fall that is over and one that goes on"] =
            "HYPOTHÈSE, entre une baisse terminée et une baisse qui continue",
        ["ASSUMPTION: none; only the sign has a source, children who leave school and partners who retire (Polton)"] =
            "HYPOTHÈSE\u00a0: aucun\u00a0; seul le sens a une source, des enfants qui quittent l’école et des conjoints qui " +
            "prennent leur retraite (Polton)",
        ["the host’s fee, 7.2 k€ a year (evidence H0); 9 with travel is an ASSUMPTION"] =
            "l’indemnité du maître de stage, 7,2 k€ par an (réf.\u00a0H0)\u00a0; 9 avec les trajets est une hypothèse",
        ["evidence H0; ends ASSUMPTION"] =
            "réf.\u00a0H0\u00a0; bornes\u00a0: hypothèse",
        ["ASSUMPTION: a quarter of the 20 k€ by which a group is preferred; the high end half of it"] =
            "HYPOTHÈSE\u00a0: un quart des 20 k€ par lesquels un groupe est préféré\u00a0; borne haute\u00a0: la moitié",
        ["ASSUMPTION: a person, not a shared desk; between nothing and the full service of a trial with families, 15 to 53 % " +
            "(evidence I8, K1: odds 6.4)"] =
            "HYPOTHÈSE\u00a0: une personne, non un guichet partagé\u00a0; entre rien et le service complet d’un essai auprès de " +
            "familles, de 15 à 53\u00a0% (réf.\u00a0I8, K1\u00a0: cote 6,4)",
        ["ASSUMPTION; evidence I8: nothing to K1"] =
            "HYPOTHÈSE\u00a0; réf.\u00a0I8\u00a0: de rien à K1",
        ["ASSUMPTION: the first three years (evidence I8)"] =
            "HYPOTHÈSE\u00a0: les trois premières années (réf.\u00a0I8)",
        ["ASSUMPTION: a whole post; no cost was found (evidence H6)"] =
            "HYPOTHÈSE\u00a0: un poste entier\u00a0; aucun coût n’a été trouvé (réf.\u00a0H6)",
        ["ASSUMPTION: half a post to a dear one"] =
            "HYPOTHÈSE\u00a0: d’un demi-poste à un poste cher",
        ["ASSUMPTION; of 724 who leave a year 58 % have a regular job, 24 % are locums, 17.5 % do not work (2013, evidence H3)"] =
            "HYPOTHÈSE\u00a0; sur 724 qui cessent par an, 58\u00a0% ont un emploi régulier, 24\u00a0% remplacent, 17,5\u00a0% ne " +
            "travaillent pas (2013, réf.\u00a0H3)",
        ["ASSUMPTION; who leaves is 46 on average (2013, evidence H3)"] =
            "HYPOTHÈSE\u00a0; qui cesse a 46\u00a0ans en moyenne (2013, réf.\u00a0H3)",
        ["3,593 interns a year (2025) for 16,000 trainers wanted in 2026 (evidence H2); high: for the 13,000 of 2024"] =
            "3\u202f593 internes par an (2025) pour 16\u202f000 maîtres de stage voulus en 2026 (réf.\u00a0H2)\u00a0; borne " +
            "haute\u00a0: pour les 13\u202f000 de 2024",
        ["evidence H2; low end ASSUMPTION"] =
            "réf.\u00a0H2\u00a0; borne basse\u00a0: hypothèse",
        ["the host’s fee, 7.2 k€ a year; 21.6 with the supplement of a priority zone (evidence H0, H2)"] =
            "l’indemnité du maître de stage, 7,2 k€ par an\u00a0; 21,6 avec le supplément d’une zone prioritaire (réf.\u00a0H0, H2)",
        ["evidence H0, H2"] =
            "réf.\u00a0H0, H2",
        ["ln of the odds ratios of rural undergraduate and postgraduate training, 1.61 and 3.14 (evidence O3): 0.48 of 1.14"] =
            "ln des rapports de cotes d’une formation rurale avant et pendant l’internat, 1,61 et 3,14 (réf.\u00a0O3)\u00a0: 0,48 " +
            "sur 1,14",
        ["evidence O3; ends ASSUMPTION"] =
            "réf.\u00a0O3\u00a0; bornes\u00a0: hypothèse",
        ["ASSUMPTION: in the second half of an internship of four years"] =
            "HYPOTHÈSE\u00a0: dans la seconde moitié d’un internat de quatre ans",
        ["ASSUMPTION: two years before an internship of four"] =
            "HYPOTHÈSE\u00a0: deux ans avant un internat de quatre",
        ["ASSUMPTION: half of a semester's host fee of 3.6 k€ (evidence H0), and lodging"] =
            "HYPOTHÈSE\u00a0: la moitié d’une indemnité de 3,6 k€ par semestre (réf.\u00a0H0), et le logement",
    };

    /// <summary>French by the source in English.</summary>
    public static IReadOnlyDictionary<string, string> All => InFrench;
}
