namespace InstallSim.Inputs;

/// <summary>
/// Where the numbers of policies come from, in French: the part of <see cref="FrenchSources"/> that grows with the catalog.
/// </summary>
internal static class FrenchPolicySources
{
    private static readonly Dictionary<string, string> InFrench = new(StringComparer.Ordinal)
    {
        ["10 k€ in a ZIP from 2026 (evidence B4, H1)"] = "10 k€ en ZIP depuis 2026 (réf. B4, H1)",
        ["5 k€ in a ZAC from 2026 (evidence B4, H1)"] = "5 k€ en ZAC depuis 2026 (réf. B4, H1)",
        ["10 % of the first part of the lump sum for the list (evidence B4, H1); that it is 20 k€ is an ASSUMPTION"] =
            "10\u00a0% de la part socle du forfait médecin traitant (réf. B4, H1)\u00a0; qu’elle soit de 20 k€ est une hypothèse",
        ["30 % less the lasting 10 % (evidence B4, H1), of 20 k€, an ASSUMPTION"] =
            "30\u00a0% moins les 10\u00a0% durables (réf. B4, H1), de 20 k€, hypothèse",
        ["50 % less the 30 % of the second year (evidence B4, H1), of 20 k€, an ASSUMPTION"] =
            "50\u00a0% moins les 30\u00a0% de la deuxième année (réf. B4, H1), de 20 k€, hypothèse",
        ["5,283 of the 52,291 liberal GPs, 15 % of those who may have one (evidence H0)"] =
            "5\u00a0283 des 52\u00a0291 généralistes libéraux, 15\u00a0% de ceux qui peuvent en avoir un (réf. H0)",
        ["170 M€ in 2024 (evidence H4) for 66 million inhabitants, covered or not"] =
            "170 M€ en 2024 (réf. H4) pour 66 millions d’habitants, couverts ou non",
        ["1,643 in 2021 (evidence H3)"] =
            "1\u202f643 en 2021 (réf.\u00a0H3)",
        ["10 to 15 k€ a year, 68 k€ to buy (evidence B4, H5)"] =
            "10 à 15 k€ par an, 68 k€ à l’achat (réf.\u00a0B4, H5)",
        ["100 % for 5 years, then 75, 50, 25 % (evidence H0, H1)"] =
            "100\u00a0% pendant 5 ans, puis 75, 50 et 25\u00a0% (réf.\u00a0H0, H1)",
        ["114 on average at the end of 2021, half of them 37 or fewer; 184 a year (evidence H5); that they spare physicians " +
            "as many is an ASSUMPTION"] =
            "114 en moyenne fin 2021, au plus 37 pour la moitié d’entre eux\u00a0; 184 par an (réf.\u00a0H5)\u00a0; qu’ils " +
            "en déchargent autant les médecins est une hypothèse",
        ["15 a month; 122 in 14 months to 180 a month (evidence B4, H5)"] =
            "15 par mois\u00a0; de 122 en 14 mois à 180 par mois (réf.\u00a0B4, H5)",
        ["17 k€ for each GP of a centre in 2023 (evidence H4), most of it for the team: 5 is an ASSUMPTION, and that who changes to the "
            + "centre of the same place does not weigh it"] =
            "17 k€ par généraliste de MSP en 2023 (réf.\u00a0H4), surtout pour l’équipe\u00a0: 5 est une hypothèse, de même que "
                + "ceci\u00a0: qui passe à la maison de santé du même lieu n’en tient pas compte",
        ["170 M€ in 2024 (evidence H4), computed for each inhabitant covered"] =
            "170 M€ en 2024 (réf.\u00a0H4), ramenés à l’habitant couvert",
        ["1: all know, an ASSUMPTION"] =
            "1\u00a0: tous la connaissent, par hypothèse",
        ["200 € a day beside fees (evidence H5)"] =
            "200 € par jour en plus des honoraires (réf.\u00a0H5)",
        ["25 % of GPs in 2025 (evidence H0)"] =
            "25\u00a0% des généralistes en 2025 (réf.\u00a0H0)",
        ["250 to 300 doctors in February 2026, of about 52,000 liberal GPs (evidence H3, H5)"] =
            "250 à 300 médecins en février 2026, pour environ 52\u202f000 généralistes libéraux (réf.\u00a0H3, H5)",
        ["38, 28 and 22 k€ in years 1, 2 and 3 for a whole post (evidence H5)"] =
            "38, 28 et 22 k€ la première, la deuxième et la troisième année pour un temps plein (réf.\u00a0H5)",
        ["5,283 contracts, 15 % of eligible GPs in October 2024 (evidence H0)"] =
            "5\u202f283 contrats, 15\u00a0% des généralistes éligibles en octobre 2024 (réf.\u00a0H0)",
        ["5,400 (evidence B2)"] =
            "5\u202f400 (réf.\u00a0B2)",
        ["6.9 k€ a month gross, at most 2 years (evidence H1)"] =
            "6,9 k€ bruts par mois, 2 ans au plus (réf.\u00a0H1)",
        ["69 doctors in 20 centres in Centre-Val de Loire (evidence H4); that who loses a post at the close is a locum again is an "
            + "ASSUMPTION"] =
            "69 médecins dans 20 centres en Centre-Val de Loire (réf.\u00a0H4)\u00a0; que qui perd son poste à la fermeture redevienne "
                + "remplaçant est une hypothèse",
        ["7 to 15 patients a day, five days a week (evidence H5)"] =
            "7 à 15 patients par jour, cinq jours par semaine (réf.\u00a0H5)",
        ["76.2 M€ for a little over 5,000 beneficiaries in 2023, towns’ zones (ZFU) among them (evidence H1)"] =
            "76,2 M€ pour un peu plus de 5\u202f000 bénéficiaires en 2023, zones urbaines (ZFU) comprises (réf.\u00a0H1)",
        ["ASSUMPTION (evidence H3, I7)"] =
            "HYPOTHÈSE (réf.\u00a0H3, I7)",
        ["ASSUMPTION for a region alone (evidence H3, I7)"] = "HYPOTHÈSE pour une région seule (réf.\u00a0H3, I7)",
        ["ASSUMPTION on the size; sign of evidence I8, K4"] =
            "HYPOTHÈSE pour l’ampleur\u00a0; sens de l’effet d’après la réf.\u00a0I8, K4",
        ["ASSUMPTION up to all of the ACI"] =
            "HYPOTHÈSE, jusqu’à l’ensemble de l’ACI",
        ["ASSUMPTION, the sign too"] =
            "HYPOTHÈSE, le sens de l’effet aussi",
        ["ASSUMPTION, the sign too; one review found lower recruitment with marketing"] =
            "HYPOTHÈSE, le sens de l’effet aussi\u00a0; selon une revue, la publicité allait avec moins de recrutements",
        ["ASSUMPTION: 4.7 days in each of 45 weeks"] =
            "HYPOTHÈSE\u00a0: 4,7 jours par semaine pendant 45 semaines",
        ["ASSUMPTION: 8 k€ of contributions for the 11 % who work beside a pension (5,843 of 52,291, evidence H3)"] =
            "HYPOTHÈSE\u00a0: 8 k€ de cotisations pour les 11\u00a0% en cumul emploi-retraite (5\u202f843 sur 52\u202f291, " +
            "réf.\u00a0H3)",
        ["ASSUMPTION: a nursery of ten places"] =
            "HYPOTHÈSE\u00a0: une crèche de dix places",
        ["ASSUMPTION: a tenth of a post of 50 k€; no cost was found"] =
            "HYPOTHÈSE\u00a0: un dixième d’un poste à 50 k€\u00a0; aucun coût n’a été trouvé",
        ["0: in the cost of a post; a commune pays the rent in Châteauroux (evidence B4), no amount was found"] =
            "0\u00a0: dans le coût d’un poste\u00a0; à Châteauroux la commune paie le loyer (réf.\u00a0B4), aucun montant n’a été trouvé",
        ["200 € for a solidarity day (evidence H5); rooms and travel are an ASSUMPTION"] =
            "200 € pour une journée de solidarité (réf.\u00a0H5)\u00a0; locaux et trajet sont une hypothèse",
        ["evidence H5; upper end ASSUMPTION"] = "réf.\u00a0H5\u00a0; borne haute\u00a0: HYPOTHÈSE",
        ["ASSUMPTION: 300 m2 at 8 euros a month, as in Dunieres (evidence H4)"] =
            "HYPOTHÈSE\u00a0: 300\u00a0m² à 8 € par mois, comme à Dunières (réf.\u00a0H4)",
        ["ASSUMPTION: a little fewer than in 2024"] = "HYPOTHÈSE\u00a0: un peu moins qu’en 2024",
        ["interns who began in 2024 (Journal officiel, told by Le Quotidien du médecin 2025), four years later"] =
            "internes entrés en 2024 (Journal officiel, d’après Le Quotidien du médecin 2025), quatre ans plus tard",
        ["interns who began in 2025 (Journal officiel, told by Le Quotidien du médecin 2025), four years later"] =
            "internes entrés en 2025 (Journal officiel, d’après Le Quotidien du médecin 2025), quatre ans plus tard",
        ["ASSUMPTION that the 31 % of GPs aged 60 or over do not"] =
            "HYPOTHÈSE que les 31\u00a0% de généralistes de 60 ans ou plus ne le veulent pas",
        ["ASSUMPTION: a yearly cost was not found; a vehicle is 70 to 400 k€, its doctor 5.8 k€ a month (evidence H5)"] =
            "HYPOTHÈSE\u00a0: aucun coût annuel n’a été trouvé\u00a0; un véhicule coûte 70 à 400 k€, son médecin 5,8 k€ par " +
            "mois (réf.\u00a0H5)",
        ["ASSUMPTION: about a week of leave more"] =
            "HYPOTHÈSE\u00a0: environ une semaine de congé de plus",
        ["ASSUMPTION: as many as take a salaried job, 34 % of GPs (evidence H3); more where regulation tightened (evidence " +
            "I7, L1)"] =
            "HYPOTHÈSE\u00a0: autant que ceux qui prennent un poste salarié, 34\u00a0% des généralistes " +
            "(réf.\u00a0H3)\u00a0; davantage là où les règles se sont durcies (réf.\u00a0I7, L1)",
        ["ASSUMPTION: half a post"] =
            "HYPOTHÈSE\u00a0: un demi-poste",
        ["ASSUMPTION: preparation and support"] =
            "HYPOTHÈSE\u00a0: préparation et accompagnement",
        ["ASSUMPTION; a week has 54 hours in all (evidence B2)"] =
            "HYPOTHÈSE\u00a0; la semaine compte 54 heures en tout (réf.\u00a0B2)",
        ["ASSUMPTION; 8.3 % of GPs work beside a pension (evidence B1)"] =
            "HYPOTHÈSE\u00a0; 8,3\u00a0% des généralistes sont en cumul emploi-retraite (réf.\u00a0B1)",
        ["ASSUMPTION; a poor job market is an odds ratio of 0.62 for doctors with a highly educated spouse (evidence I6, P1)"] =
            "HYPOTHÈSE\u00a0; un marché de l’emploi étroit vaut un rapport de cotes de 0,62 pour les médecins dont le " +
            "conjoint est très diplômé (réf.\u00a0I6, P1)",
        ["ASSUMPTION; half of the beneficiaries of a Canadian aid heard of it by chance (evidence I1, I18)"] =
            "HYPOTHÈSE\u00a0; la moitié des bénéficiaires d’une aide canadienne l’ont apprise par hasard (réf.\u00a0I1, I18)",
        ["ASSUMPTION; only signs are known (evidence I6, P2)"] =
            "HYPOTHÈSE\u00a0; seul le sens de l’effet est connu (réf.\u00a0I6, P2)",
        ["ASSUMPTION; sign of evidence I8, K4"] =
            "HYPOTHÈSE\u00a0; sens de l’effet d’après la réf.\u00a0I8, K4",
        ["a specialist’s set-up costs 15 to 150 k€ (evidence B4); as much for a GP is an ASSUMPTION"] =
            "l’installation d’un spécialiste coûte 15 à 150 k€ (réf.\u00a0B4)\u00a0; autant pour un généraliste est une " +
            "hypothèse",
        ["evidence B4; for GPs ASSUMPTION"] =
            "réf.\u00a0B4\u00a0; pour les généralistes, hypothèse",
        ["about 100 k€ in Occitanie (evidence H4)"] =
            "environ 100 k€ en Occitanie (réf.\u00a0H4)",
        ["about 35 k€ net a GP in Occitanie in 2025, the reading uncertain (evidence H4)"] =
            "environ 35 k€ nets par généraliste en Occitanie en 2025, lecture incertaine (réf.\u00a0H4)",
        ["acts +7, active patients +10, lists +13 points against others, 402 early volunteers (evidence H5, I5)"] =
            "actes +7, file active +10, patientèle +13 points par rapport aux autres, chez 402 premiers volontaires " +
            "(réf.\u00a0H5, I5)",
        ["an internship of three years, four from 2023 on (evidence H0)"] =
            "un internat de trois ans, de quatre depuis 2023 (réf.\u00a0H0)",
        ["at most 2 (evidence H5)"] =
            "2 au plus (réf.\u00a0H5)",
        ["at most 2 years (evidence H1)"] =
            "2 ans au plus (réf.\u00a0H1)",
        ["evidence B4, H5"] =
            "réf.\u00a0B4, H5",
        ["evidence B4, H5; upper end ASSUMPTION"] =
            "réf.\u00a0B4, H5\u00a0; borne haute\u00a0: hypothèse",
        ["evidence H0"] =
            "réf.\u00a0H0",
        ["evidence H1; ends ASSUMPTION"] =
            "réf.\u00a0H1\u00a0; bornes\u00a0: hypothèse",
        ["evidence H4; ends ASSUMPTION"] =
            "réf.\u00a0H4\u00a0; bornes\u00a0: hypothèse",
        ["evidence H5"] =
            "réf.\u00a0H5",
        ["evidence H5; ends ASSUMPTION"] =
            "réf.\u00a0H5\u00a0; bornes\u00a0: hypothèse",
        ["evidence I5, D4 and H5"] =
            "réf.\u00a0I5, D4 et H5",
        ["ASSUMPTION: six years before the internship, four in it from 2023 on (evidence H0)"] =
            "HYPOTHÈSE\u00a0: six ans avant l’internat, quatre dans l’internat depuis 2023 (réf.\u00a0H0)",
        ["0: none; 2.1 k€ a year in Cassou 2021 (evidence A2), what teams were paid in 2008-14 included"] =
            "0\u00a0: aucun\u00a0; 2,1 k€ par an dans Cassou 2021 (réf.\u00a0A2), rémunérations d’équipe de 2008-2014 comprises",
        ["1: none; 1.083 in Cassou 2021 (evidence A2)"] =
            "1\u00a0: aucun\u00a0; 1,083 dans Cassou 2021 (réf.\u00a0A2)",
        ["0: none; 15 to 150 k€ for a whole set-up (seed 003, evidence B4)"] =
            "0\u00a0: aucun\u00a0; de 15 à 150 k€ pour une installation entière (document 003, réf.\u00a0B4)",
        ["0: none beside income-keur; 17 k€ of ACI for each GP in 2023, most of it for the team (evidence H4)"] =
            "0\u00a0: rien en plus d’income-keur\u00a0; 17 k€ d’ACI par généraliste en 2023, surtout pour l’équipe (réf.\u00a0H4)",
        ["0: not counted; no survey was found"] =
            "0\u00a0: non compté\u00a0; aucune enquête trouvée",
        ["under 50: 87 % in groups, 24 % in MSP (DREES 2022, evidence H4)"] =
            "moins de 50\u00a0ans\u00a0: 87\u00a0% en groupe, 24\u00a0% en MSP (Drees 2022, réf.\u00a0H4)",
        ["50 to 59: 75 % in groups, 17 % in MSP (DREES 2022, evidence H4)"] =
            "de 50 à 59\u00a0ans\u00a0: 75\u00a0% en groupe, 17\u00a0% en MSP (Drees 2022, réf.\u00a0H4)",
        ["60 and over: 53 % in groups, 12 % in MSP (DREES 2022, evidence H4)"] =
            "60\u00a0ans et plus\u00a0: 53\u00a0% en groupe, 12\u00a0% en MSP (Drees 2022, réf.\u00a0H4)",
        ["calibrated to how the inequality of accessibility grows, 8 % from 2019 to 2021 (DREES, evidence B3; docs/calibration.md)"] =
            "calé sur la croissance des inégalités d’accessibilité, 8\u00a0% de 2019 à 2021 (Drees, réf.\u00a0B3\u00a0; " +
            "docs/calibration.md)",
        ["8 % a year of solo GPs left for a group from 2019 to 2022 (evidence H4), less those who founded centres, about 3 points, " +
            "ASSUMPTION"] =
            "8\u00a0% par an des généralistes seuls sont passés en groupe de 2019 à 2022 (réf.\u00a0H4), moins ceux qui ont fondé des " +
            "MSP, environ 3 points, par hypothèse",
        ["income of GPs who joined an MSP grew by 2,091 € a year more (Cassou, Mousquès and Franc 2021, evidence A2); range ASSUMPTION"] =
            "le revenu des généralistes entrés en MSP a crû de 2\u202f091 € par an de plus (Cassou, Mousquès et Franc 2021, " +
            "réf.\u00a0A2)\u00a0; plage\u00a0: hypothèse",
        ["their patients grew by 8.3 % more (Cassou, Mousquès and Franc 2021, evidence A2); range ASSUMPTION"] =
            "leur patientèle a crû de 8,3\u00a0% de plus (Cassou, Mousquès et Franc 2021, réf.\u00a0A2)\u00a0; plage\u00a0: hypothèse",
        ["ASSUMPTION on size and range; sign from Fleuret and Schlegel"] =
            "HYPOTHÈSE sur l’ampleur et la plage\u00a0; signe selon Fleuret et Schlegel",
        ["ASSUMPTION: 5 % a year"] =
            "HYPOTHÈSE\u00a0: 5\u00a0% par an",
        ["ASSUMPTION: 0.27, a centre opened from above draws and does little"] =
            "HYPOTHÈSE\u00a0: 0,27, une maison ouverte d’en haut attire et fait peu",
        ["ASSUMPTION; half of MSP had signed an ACI (Bourgeois and Fournier)"] =
            "HYPOTHÈSE\u00a0; la moitié des MSP avaient signé un ACI (Bourgeois et Fournier)",
        ["ASSUMPTION: no support; 3 takes a share of 0.3 to 0.56"] =
            "HYPOTHÈSE\u00a0: pas de soutien\u00a0; 3 porte une part de 0,3 à 0,56",
        ["ASSUMPTION: none without support"] =
            "HYPOTHÈSE\u00a0: aucun sans soutien",
        ["ASSUMPTION: without it"] =
            "HYPOTHÈSE\u00a0: sans elle",
        ["the host’s fee, 7.2 k€ a year; 33.6 for a junior doctor in a priority zone (evidence H0)"] =
            "l’indemnité du maître de stage, 7,2 k€ par an\u00a0; 33,6 pour un docteur junior en zone prioritaire " +
            "(réf.\u00a0H0)",
    };

    /// <summary>French by the source in English.</summary>
    public static IReadOnlyDictionary<string, string> All => InFrench;
}
