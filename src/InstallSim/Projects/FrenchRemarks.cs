using System.Text.RegularExpressions;
using InstallSim.Outputs;

namespace InstallSim.Projects;

/// <summary>
/// Remarks of the shipped YAML files in French, line by line: a new project in French has them instead. Keys, values and commands stay.
/// </summary>
internal static partial class FrenchRemarks
{
    /// <summary>A remark, then its French, then an empty line; plain spaces where French has no-break spaces.</summary>
    private const string Pairs = """
        What all regions share: what physicians want, who they are, how accessibility is measured.
        Ce que toutes les régions partagent : ce que veulent les médecins, qui ils sont, comment l’accessibilité est mesurée.

        "evidence" numbers have a source and a range; the word ASSUMPTION marks what has none. See docs/model.md.
        Les nombres « evidence » ont une source et un intervalle ; le mot ASSUMPTION (hypothèse) marque ceux qui n’en ont pas. Voir docs/model.md.

        V = λ·(income + Σ w·x) + Σ γ·x: w in k€ a year, γ in utils.
        V = λ·(revenu + Σ w·x) + Σ γ·x : w en k€ par an, γ en utils.

        The year in which the internship ends, in November: entry + 3 years up to those who entered in 2022, + 4 from 2023 on.
        L’année où l’internat finit, en novembre : entrée + 3 ans jusqu’aux entrés de 2022, + 4 ans à partir de 2023.

        Metropolitan France, 2023 (INSEE, populations de référence): a table's share of the graduates follows from it, unless graduates-share
        France métropolitaine, 2023 (INSEE, populations de référence) : la part des diplômés d’un tableau en découle, si graduates-share

        says another.
        n’en dit pas une autre.

        Fitted, together with leaving-probability, to liberal doctors on 1 January 2018 (DREES, evidence H0, H3). With s(60) = 1 and
        Ajusté, avec leaving-probability, aux médecins libéraux au 1er janvier 2018 (DREES, réf. H0, H3). Avec s(60) = 1 et

        s(a) = s(a - 1) x (1 - retirement(a)) x (1 - leaving), nobody left at last-age:
        s(a) = s(a - 1) x (1 - retraite(a)) x (1 - départ), et plus personne à last-age :

        mean s(65..69) = 0.41 (observed 0.43), mean s(70..79) = 0.17 (0.20), mean age of exit = 61 + sum of s(61..79) = 67.9 (67 in 2017).
        moyenne de s(65..69) = 0,41 (observée 0,43), de s(70..79) = 0,17 (0,20), âge moyen de sortie = 61 + somme de s(61..79) = 67,9 (67 en 2017).

        GPs are a little below all doctors (8.3 against 9.7 % work beside a pension, evidence B1). Both observed shares at their value would
        Les généralistes sont un peu au-dessous de tous les médecins (8,3 contre 9,7 % en cumul emploi-retraite, réf. B1). Les deux parts observées

        put the mean at 68.3 or later; a mean of 67 in 2017 had fewer people over 70 in it than equal cohorts have.
        à leur valeur mettraient la moyenne à 68,3 ans au moins ; celle de 67 ans en 2017 comptait moins de plus de 70 ans que des générations égales.

        From hours with patients (DREES 2019, evidence B2): women 41, men 46.5; under 50 41.5, from 50 on 46; 44.5 in all. With 55 % women under
        D’après les heures auprès des patients (DREES 2019, réf. B2) : femmes 41, hommes 46,5 ; avant 50 ans 41,5, dès 50 ans 46 ; 44,5 en tout.

        50 and 8.3 % beside a pension a product of the three gives a woman 0.90 of a man and those under 50, born 18 years later, 0.91. The level
        Avec 55 % de femmes avant 50 ans et 8,3 % en cumul, un produit des trois donne 0,90 pour une femme, 0,91 avant 50 ans (nés 18 ans plus tard).

        is such that the mean GP of France at the start is 1, for which 4,630 consultations are counted. A test redoes it.
        Le niveau est tel que le généraliste moyen de France vaut 1 au départ, pour 4 630 consultations comptées. Un test refait le calcul.

        724 of about 125,000 liberal doctors in 2013 (evidence H3)
        724 des quelque 125 000 médecins libéraux en 2013 (réf. H3)

        3.93 % of the country's population, divided by 58 %: those who settle elsewhere are candidates too
        3,93 % de la population du pays, divisés par 58 % : ceux qui s’installent ailleurs sont candidats aussi

        58 % practise in their region of birth (Insee 2024, evidence A2)
        58 % exercent dans leur région de naissance (Insee 2024, réf. A2)

        ASSUMPTION: the region trains its share of the country's graduates, 3.93 %, and all of them are candidates here: 58 % of the
        Hypothèse (ASSUMPTION) : la région forme sa part des diplômés du pays, 3,93 %, et tous sont candidats ici : 58 % des

        candidates. The split, 75 % of those born here and 35 % of the others (0.58 x 0.75 + 0.42 x 0.35 = 0.58), is a guess.
        candidats. Le partage, 75 % des natifs et 35 % des autres (0,58 x 0,75 + 0,42 x 0,35 = 0,58), est supposé.

        Together they keep what 42 % of all who leave that stage would keep (0.58 x 0.30 + 0.42 x 0.60 = 0.43).
        Ensemble, elles gardent ce que donneraient 42 % de tous ceux qui quittent cette étape (0,58 x 0,30 + 0,42 x 0,60 = 0,43).

        31, two children, born in the countryside of the Indre and trained in rural practices; his partner can work anywhere.
        31 ans, deux enfants, né dans la campagne de l’Indre et formé dans des cabinets ruraux ; sa conjointe peut travailler partout.

        28, an engineer as partner, born in Bourges, trained in Tours. Territories by code or name.
        28 ans, conjoint ingénieur, née à Bourges, formée à Tours. Les territoires par code ou par nom.

        Which numbers the effect of new health centres hangs on: every number with a range, sorted out by Morris's method.
        De quels nombres dépend l’effet de nouvelles maisons de santé : tous ceux qui ont un intervalle, triés par la méthode de Morris.

        How many new health centres, how large, and how much is paid for a first installation: 48 points over four levers and what physicians
        Combien de maisons de santé nouvelles, de quelle taille, et combien payer une première installation : 48 points sur quatre leviers et ce que

        make of money. What gives most GPs for its cost, and where are more than 8 GPs gained?
        l’argent vaut pour les médecins. Qu’est-ce qui donne le plus de généralistes pour son coût, et où en gagne-t-on plus de 8 ?

        The territories of Centre-Val de Loire: 79 intercommunalities (EPCI), those whose people live mostly in the region,
        Les territoires du Centre-Val de Loire : 79 intercommunalités (EPCI), celles dont les habitants vivent surtout dans la région,

        The territories of metropolitan France: 1,247 intercommunalities (EPCI), Grand Paris by EPT,
        Les territoires de France métropolitaine : 1 247 intercommunalités (EPCI), le Grand Paris par EPT,

        made by make-territories, beside the scenarios in InstallSim's sources (its README says how, and how good the proxies are); credits in CREDITS.md.
        faits par make-territories, à côté des scénarios dans les sources d’InstallSim (son README dit comment, et ce que valent les approximations) ; crédits dans CREDITS.md.

        Shares by age, posts in health centres, deprivation and the income index are not published in what may ship: documented
        Les parts par âge, les postes en centre de santé, la défaveur et l’indice de revenu ne sont pas publiés dans ce qui peut être fourni : des

        assumptions stand in (`installsim list variables`), and every report says so.
        hypothèses documentées les remplacent (`installsim list variables`), et chaque rapport le dit.

        What is in force, each named so that a scenario may add a policy of the same type beside it. Sources: evidence B4, H0, H1, H4, H5.
        Ce qui est en vigueur, chaque mesure nommée pour qu’un scénario puisse en ajouter une du même type. Sources : réf. B4, H0, H1, H4, H5.

        Payers: aids, assistants and communities are in agreements with the health insurance (B4, H4, H5); that the State pays CESP is an
        Payeurs : aides, assistants et CPTS relèvent de conventions avec l’Assurance maladie (B4, H4, H5) ; que l’État paie les CESP est une

        ASSUMPTION. Of a centre the State, the region and others pay the building, the health insurance the team (H4): nobody is named.
        hypothèse (ASSUMPTION). D’une maison, l’État, la région et d’autres paient les murs, l’Assurance maladie l’équipe (H4) : personne n’est nommé.

        From 2,758 centres in early 2025 to 4,000 by 2027 (B4): the region’s share by population, 3.9 %, is 24 a year.
        De 2 758 maisons début 2025 à 4 000 en 2027 (B4) : la part de la région selon sa population, 3,9 %, fait 24 par an.

        From 2,758 centres in early 2025 to 4,000 by 2027 (B4): 621 a year.
        De 2 758 maisons début 2025 à 4 000 en 2027 (B4) : 621 par an.

        10 k€ in a priority zone (ZIP), 5 k€ in a complementary one (ZAC), 3 k€ for a second practice in a ZIP, no commitment (B4, H1).
        10 k€ en zone d’intervention prioritaire (ZIP), 5 k€ en zone d’action complémentaire (ZAC), 3 k€ pour un second cabinet en ZIP, sans engagement (B4, H1).

        The lump sum for the list of patients is raised in a ZIP by 50, 30 and then 10 % of its first part: 10, 6 and 2 k€ where that part is
        Le forfait pour la patientèle est majoré en ZIP de 50, 30 puis 10 % de sa première part : 10, 6 et 2 k€ là où cette part vaut

        20 k€, an ASSUMPTION (B4, H1); 10 % for who practises there, the rest for a first installation.
        20 k€, une hypothèse (ASSUMPTION ; B4, H1) ; 10 % pour qui y exerce, le reste pour une première installation.

        220 GPs a year sign nationally (188 posts in 2019, 256 in 2020, 209 signed in 2021, 220 in 2022; H1), 9 of them here by population.
        220 généralistes par an signent dans le pays (188 postes en 2019, 256 en 2020, 209 signés en 2021, 220 en 2022 ; H1), dont 9 ici selon la population.

        220 GPs a year sign (188 posts in 2019, 256 in 2020, 209 signed in 2021, 220 in 2022; H1).
        220 généralistes par an signent (188 postes en 2019, 256 en 2020, 209 signés en 2021, 220 en 2022 ; H1).

        15 % of the GPs who may have one, 5,283 of the 52,291 liberal GPs: 10 % of all (H0). There at the start already.
        15 % des généralistes qui peuvent en avoir un, 5 283 des 52 291 généralistes libéraux : 10 % de tous (H0). Là dès le départ.

        A quarter of GPs are members (H0); 170 M€ in 2024 (H4) are 2.6 € for each of 66 million inhabitants, covered or not.
        Un quart des généralistes en sont membres (H0) ; 170 M€ en 2024 (H4) font 2,6 € pour chacun des 66 millions d’habitants, couverts ou non.

        What is published of GPs in France, and the numbers of the model that nobody knows but by it. 'se' is half of a tolerance of
        Ce qui est publié des généralistes en France, et les nombres du modèle que nul ne connaît autrement. « se » est la moitié d’une tolérance des

        the evidence; 'discrepancy' is what the model leaves out at its best, an ASSUMPTION each time. docs/calibration.md says what came out.
        sources ; « discrepancy » est ce que le modèle omet au mieux, une hypothèse (ASSUMPTION) chaque fois. docs/calibration.md dit ce qui en sort.

        Forms and ages
        Formes et âges

        ASSUMPTION
        hypothèse (ASSUMPTION)

        ASSUMPTION, as all levels
        hypothèse (ASSUMPTION), comme tous les niveaux

        a tenth of those who answered (evidence A1)
        un dixième de ceux qui ont répondu (réf. A1)

        -9.044 x 0.2 (Günther 2010, evidence A1)
        -9,044 x 0,2 (Günther 2010, réf. A1)

        ASSUMPTION; the sign is theirs
        hypothèse (ASSUMPTION) ; le signe est le leur

        ASSUMPTION: levels not read
        hypothèse (ASSUMPTION) : niveaux non lus

        five more hours were read of; five fewer are an ASSUMPTION
        cinq heures de plus ont été lues ; cinq de moins sont une hypothèse (ASSUMPTION)

        as many as answered (evidence A1)
        autant qu’il en a répondu (réf. A1)

        -50 x 0.008 (Pedersen 2014, evidence A1)
        -50 x 0,008 (Pedersen 2014, réf. A1)

        -200/5 x 0.008 (Pedersen 2014, evidence A1)
        -200/5 x 0,008 (Pedersen 2014, réf. A1)

        ASSUMPTION, near the 0.023 to 0.029 a per cent of the Laos table (evidence I20)
        hypothèse (ASSUMPTION), proche des 0,023 à 0,029 par point de pourcentage du tableau du Laos (réf. I20)

        -37 % x 0.025 (Scott 2013, evidence A1)
        -37 % x 0,025 (Scott 2013, réf. A1)

        -64 % x 0.025 (Scott 2013, evidence A1)
        -64 % x 0,025 (Scott 2013, réf. A1)

        (37 + 8.6) % x 0.025: an attractive job in a town of 5,000 to 20,000 is worth 8.6 %
        (37 + 8,6) % x 0,025 : un poste attrayant dans une ville de 5 000 à 20 000 habitants vaut 8,6 %

        -(130 - 64) % x 0.025: the worst job, in a town under 5,000, is worth -130 %
        -(130 - 64) % x 0,025 : le pire poste, dans une ville de moins de 5 000 habitants, vaut -130 %

        ASSUMPTION: the cost of moving, 20 % of earnings
        hypothèse (ASSUMPTION) : le coût d’un déménagement, 20 % des gains

        words become variables of 0 and 1
        les mots deviennent des variables de 0 et 1

        against a solo practice in a larger town, with jobs and services; hours beyond the mean
        par rapport à un cabinet seul dans une plus grande ville, avec emplois et services ; heures au-delà de la moyenne

        'installsim uptake': who would take a very small town, with what beside it
        « installsim uptake » : qui prendrait une très petite ville, avec quoi à côté

        'installsim design' writes physician-dce-design.csv
        « installsim design » écrit physician-dce-design.csv

        what one thinks before; the signs tell which practice would be better in everything
        ce qu’on pense avant ; les signes disent quel cabinet serait meilleur en tout

        'installsim respond' writes physician-dce.csv
        « installsim respond » écrit physician-dce.csv

        utils; 0.03 a k€, so that a group practice is worth 20 k€ a year
        utils ; 0,03 par k€, si bien qu’un cabinet de groupe vaut 20 k€ par an

        standard deviations over respondents
        écarts types entre répondants
        """;

    private static readonly Dictionary<string, string> French = Pairs.Split("\n\n")
        .Select(pair => pair.Split('\n')).ToDictionary(pair => pair[0], pair => ReportText.SetFrench(pair[1]), StringComparer.Ordinal);

    /// <summary>A file with its remarks in French, set as French is; a file of another kind as it is.</summary>
    public static ProjectFile In(ProjectFile file) => !file.Path.EndsWith(".yaml", StringComparison.Ordinal)
        ? file
        : file with
        {
            Text = Remark().Replace(file.Text, found => French.GetValueOrDefault(found.Value)
                ?? ReportText.SetFrench(found.Value))
        };

    /// <summary>What is said of a line behind <c># </c>, at its beginning or behind a value.</summary>
    [GeneratedRegex(@"(?<=(^|[^\S\n])# +)\S.*(?=$)", RegexOptions.Multiline)]
    internal static partial Regex Remark();
}
