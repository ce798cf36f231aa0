namespace InstallSim.Inputs;

/// <summary>Messages about scenarios in French: territories, travel times, policies together, what results may replace.</summary>
internal static class FrenchScenarioMessages
{
    private static readonly Dictionary<string, string> InFrench = new(StringComparer.Ordinal)
    {
        ["'{0}' is changed only in the files that have it, not in {1}"] =
            "«\u00a0{0}\u00a0» n’est changé que dans les fichiers qui l’ont, pas dans {1}",
        ["; write {0} if the comma stands between thousands"] = "\u00a0; écrire {0} si la virgule sépare des milliers",
        ["; to write it with the preferences of the study, run 'installsim estimate {0} --save {1}' first"] =
            "\u00a0; pour l’écrire avec les préférences de l’étude, lancer d’abord «\u00a0installsim estimate {0} --save {1}\u00a0»",
        ["; this stands for no value, and every row needs one"] =
            "\u00a0; cela veut dire aucune valeur, et il en faut une à chaque ligne",
        ["; a folder of scenarios that was copied lacks the files outside it that they extend: 'installsim new FOLDER' begins one " +
            "that has all of them"] =
            "\u00a0; à un dossier de scénarios copié manquent les fichiers hors de lui qu’ils étendent\u00a0: «\u00a0installsim new " +
            "DOSSIER\u00a0» en commence un qui les a tous",
        ["{0}in brackets a comma ends a value: these are {1} values; write [{2}] if decimal commas are meant, a space behind each comma " +
            "if not"] =
            "{0}entre crochets, une virgule finit une valeur\u00a0: ce sont {1} valeurs\u00a0; écrire [{2}] s’il s’agit de virgules " +
            "décimales, une espace après chaque virgule sinon",
        ["'{0}' between braces is {1} and a key '{2}'{3}"] =
            "«\u00a0{0}\u00a0» entre accolades est {1} et une clé «\u00a0{2}\u00a0»{3}",
        ["unknown key '{0}'; did you mean '{1}'?"] = "clé inconnue «\u00a0{0}\u00a0»\u00a0; vouliez-vous dire «\u00a0{1}\u00a0»\u00a0?",
        ["'{0}' is the name of another policy too, at {1}: both share their random numbers and one line of costs; give one another name, " +
            "unless they are one measure"] =
            "«\u00a0{0}\u00a0» est aussi le nom d’une autre mesure, en {1}\u00a0: les deux partagent nombres aléatoires et ligne de " +
            "coûts\u00a0; donner à l’une un autre nom, sauf si c’est une seule mesure",
        ["'{0}' is the name of another scenario of the folder too, {1}: 'installsim compare' of the folder refuses both"] =
            "«\u00a0{0}\u00a0» est aussi le nom d’un autre scénario du dossier, {1}\u00a0: «\u00a0installsim compare\u00a0» du dossier " +
            "refuse les deux",
        ["item {0} is '{1}'"] = "l’élément {0} est «\u00a0{1}\u00a0»",
        ["{0} is below graduation-age-min, {1}"] = "{0} est inférieur à graduation-age-min, {1}",
        ["no-partner-share and career-partner-share add up to more than 1"] =
            "no-partner-share et career-partner-share font ensemble plus de 1",
        ["{0} graduates a year: at most {1} can be named"] = "{0} diplômés par an\u00a0: {1} au plus",
        ["{0} physicians at the start: at most {1} can be named"] = "{0} médecins au départ\u00a0: {1} au plus",
        ["no age is named; at least one is needed"] = "aucun âge n’est nommé\u00a0; il en faut un au moins",
        ["nobody works alone or in a group: who finds no place in an MSP needs one of the two"] =
            "personne n’exerce seul ni en groupe\u00a0: qui ne trouve pas de place en MSP a besoin de l’un des deux",
        ["solo, group and msp add up to {0}, more than 1"] = "solo, group et msp font {0} au total, plus que 1",
        ["forms of the start follow age: 'initial-forms'"] = "les formes du départ suivent l’âge\u00a0: «\u00a0initial-forms\u00a0»",
        ["{0} {1} does not come after {2}"] = "{0} {1} ne vient pas après {2}",
        ["'{0}.{1}' plays no part any more: {2}"] = "«\u00a0{0}.{1}\u00a0» ne joue plus aucun rôle\u00a0: {2}",
        ["opt-outs are solved so that stated shares hold: 'leaving-locum-share', 'salaried-share' and, for a region, " +
            "'elsewhere-share-born-here' and 'elsewhere-share-born-outside' (0 unless given: no other region)"] =
            "les sorties sont calculées pour que valent les parts données\u00a0: «\u00a0leaving-locum-share\u00a0», " +
            "«\u00a0salaried-share\u00a0» et, pour une région, «\u00a0elsewhere-share-born-here\u00a0» et " +
            "«\u00a0elsewhere-share-born-outside\u00a0» (0 si rien n’est dit\u00a0: pas d’autre région)",
        ["a physician looks again when a spell of tastes ends: 'spell-hazard'"] =
            "un médecin réexamine son lieu quand ses goûts changent\u00a0: «\u00a0spell-hazard\u00a0»",
        ["working time is said by sex and year of birth: 'working-time'"] =
            "le temps de travail se dit par sexe et année de naissance\u00a0: «\u00a0working-time\u00a0»",
        ["vacancies count expected exits, unfilled lists and unmet need: 'vacancy-horizon-years', 'unfilled-fade', " +
            "'unmet-need-weight'"] =
            "les patientèles à reprendre comptent les départs attendus, les patientèles sans repreneur et le besoin non " +
            "couvert\u00a0: «\u00a0vacancy-horizon-years\u00a0», «\u00a0unfilled-fade\u00a0», «\u00a0unmet-need-weight\u00a0»",
        ["doubt is said once for the whole scenario: 'uncertainty' beside 'preferences'"] =
            "l’incertitude se dit une fois pour tout le scénario\u00a0: «\u00a0uncertainty\u00a0» à côté de «\u00a0preferences\u00a0»",
        ["budgets: {0}"] = "budgets\u00a0: {0}",
        ["the scenario has no 'budgets'"] = "le scénario n’a pas de «\u00a0budgets\u00a0»",
        ["the shares of the classes add up to {0}, not to 1"] = "les parts des classes font {0}, non 1",
        ["the shares of the classes add up to {0}, more than 1"] = "les parts des classes font {0}, plus que 1",
        ["'covariance' names '{0}', which is no coefficient of the scenario{1}; coefficients: {2}"] =
            "«\u00a0covariance\u00a0» nomme «\u00a0{0}\u00a0», qui n’est pas un coefficient du scénario{1}\u00a0; " +
            "coefficients\u00a0: {2}",
        ["'uncertainty: estimates' needs the 'covariance' of the coefficients, as 'installsim estimate STUDY --save FILE' writes it"] =
            "«\u00a0uncertainty: estimates\u00a0» a besoin de la «\u00a0covariance\u00a0» des coefficients, telle que l’écrit " +
            "«\u00a0installsim estimate ÉTUDE --save FICHIER\u00a0»",
        ["'covariance' is none: each name needs its own variance, at least 0, and no correlation may be above 1"] =
            "«\u00a0covariance\u00a0» n’en est pas une\u00a0: chaque nom a besoin de sa variance, d’au moins 0, et aucune " +
            "corrélation ne peut dépasser 1",
        ["cannot be read: {0}"] = "ne peut pas être lu\u00a0: {0}",
        ["is a file; a folder is expected"] = "est un fichier\u00a0; un dossier est attendu",
        ["is a folder; one scenario file is expected (compare takes a folder of them)"] =
            "est un dossier\u00a0; un fichier de scénario est attendu (compare prend un dossier)",
        ["holds the results of a study, not of a simulation: its page is {0}, its figures are in {1} (SVG and Vega-Lite); " +
            "'installsim estimate STUDY' makes them again, --lang fr in French"] =
            "contient les résultats d’une étude, non d’une simulation\u00a0: sa page est {0}, ses figures sont dans {1} (SVG et " +
            "Vega-Lite)\u00a0; «\u00a0installsim estimate ÉTUDE\u00a0» les refait, --lang fr en français",
        ["the baseline says 'uncertainty: {0}'; scenarios are compared with the same draws, so all must say the same"] =
            "la référence dit «\u00a0uncertainty: {0}\u00a0»\u00a0; les scénarios sont comparés avec les mêmes tirages, tous doivent " +
            "donc dire de même",
        ["territory"] = "un territoire",
        ["département of the territories"] = "un département de ces territoires",
        ["'{0}' is no {1}{2}"] = "«\u00a0{0}\u00a0» n’est pas {1}{2}",
        ["'where' of {0} matches no territory at the start ({1}){2}"] =
            "«\u00a0where\u00a0» de {0} ne correspond à aucun territoire au départ ({1}){2}",
        ["; area-type, zoning, zone, departement and code together leave none"] =
            "\u00a0; area-type, zoning, zone, departement et code n’en laissent ensemble aucun",
        ["; the nearest that would is {0} ({1}), of accessibility {2}"] =
            "\u00a0; le plus proche d’y répondre est {0} ({1}), d’accessibilité {2}",
        ["the budget '{0}' holds {1} k€ a year and {2} costs {3} k€ each: it can pay none"] =
            "le budget «\u00a0{0}\u00a0» a {1} k€ par an et {2} coûte {3} k€ l’unité\u00a0: il ne peut en payer aucune",
        ["{0} binds physicians to places all of which {1} closes, such as {2} ({3}): let the two 'where' concern different territories"] =
            "{0} engage des médecins dans des lieux que {1} ferme tous, comme {2} ({3})\u00a0: donner aux deux «\u00a0where\u00a0» des " +
            "territoires différents",
        ["the policy ends in {0}, before it starts in {1}"] = "la mesure finit en {0}, avant de commencer en {1}",
        ["{0} costs nothing, so that no budget can pay for it or hold it back; remove 'budget'"] =
            "{0} ne coûte rien, si bien qu’aucun budget ne peut la payer ni la limiter\u00a0; retirer «\u00a0budget\u00a0»",
        ["no accessibility is both below 'accessibility-below' and at least 'accessibility-at-least'"] =
            "aucune accessibilité n’est à la fois inférieure à «\u00a0accessibility-below\u00a0» et au moins égale à " +
            "«\u00a0accessibility-at-least\u00a0»",
        ["{0} founders do not fit in {1} places"] = "{0} fondateurs ne tiennent pas dans {1} places",
        ["interns are trained for the whole study, wherever it is rural: 'where' cannot be honoured here; remove it"] =
            "les internes sont formés pour toute l’étude, partout où elle est rurale\u00a0: «\u00a0where\u00a0» ne peut pas être " +
            "respecté ici\u00a0; le retirer",
        ["who enters is free to choose among all territories: 'where' cannot be honoured here; remove it"] =
            "qui entre choisit librement parmi tous les territoires\u00a0: «\u00a0where\u00a0» ne peut pas être respecté ici\u00a0; " +
            "le retirer",
        ["fees are paid to all who practise, however many: no budget can hold them; remove 'budget'"] =
            "les honoraires sont payés à tous ceux qui exercent, si nombreux soient-ils\u00a0: aucun budget ne peut les " +
            "contenir\u00a0; retirer «\u00a0budget\u00a0»",
        ["fees are paid to all who practise, however many: no budget can hold them; say 'budget: null', for no budget of the package"] =
            "les honoraires sont payés à tous ceux qui exercent, si nombreux soient-ils\u00a0: aucun budget ne peut les " +
            "contenir\u00a0; dire «\u00a0budget: null\u00a0», pour aucun budget du programme",
        ["{0} of fees that are {1} times the income is more than all of the income"] =
            "{0} d’honoraires qui font {1} fois le revenu, c’est plus que tout le revenu",
        ["physicians of other territories give the days, so 'where' must leave some: say which receive"] =
            "les médecins d’autres territoires donnent les jours, «\u00a0where\u00a0» doit donc en laisser\u00a0: dire lesquels " +
            "reçoivent",
        ["{0} days a year do not fit in {1} working days"] = "{0} jours par an ne tiennent pas dans {1} jours travaillés",
        ["{0} changes nothing in the years simulated, {1} to {2}: its own years, with the delay of its effects, lie outside them"] =
            "{0} ne change rien dans les années simulées, {1} à {2}\u00a0: ses propres années, avec le délai de ses effets, n’en sont pas",
        ["{0} ends with the year of the start ({1}): what it adds to capacity counts there and in the choices of the year after, and " +
            "costs nothing"] =
            "{0} finit avec l’année du départ ({1})\u00a0: ce que la mesure ajoute à la capacité compte alors et dans les choix de " +
            "l’année suivante, et ne coûte rien",
        ["'where' of {0} takes the whole of each département that it touches at the start ({1}): nobody is left there to give a day"] =
            "«\u00a0where\u00a0» de {0} prend tout entier chaque département qu’il touche au départ ({1})\u00a0: il n’y reste personne " +
            "pour donner un jour",
        ["'{0}': {1} is hardly meant: {2} to {3} is plausible ({4})"] =
            "«\u00a0{0}\u00a0»\u00a0: {1} n’est guère voulu\u00a0; plausible\u00a0: de {2} à {3} ({4})",
        ["'{0}': {1} leaves out no territory at the start ({2}): all {3} have an accessibility of {4} to {5} ({6})"] =
            "«\u00a0{0}\u00a0»\u00a0: {1} n’écarte aucun territoire au départ ({2})\u00a0: les {3} ont une accessibilité de {4} à {5} " +
            "({6})",
        ["{0} could open no centre at the start ({1}), so that what it announces may wait for ever: of {2} inhabited territories in its " +
            "'where' {3} have no room for one more (residents-per-centre), {4} have fewer than {5} GPs (local-gps)"] =
            "{0} ne pourrait ouvrir aucune maison de santé au départ ({1}), si bien que ce qu’elle annonce peut attendre sans fin\u00a0: " +
            "des {2} territoires habités de son «\u00a0where\u00a0», {3} n’ont pas de place pour une de plus (residents-per-centre), {4} " +
            "ont moins de {5} généralistes (local-gps)",
        ["nobody lives in the territories in the 'where' of {0} at the start ({1}), and it does nothing where nobody lives"] =
            "personne n’habite au départ ({1}) les territoires du «\u00a0where\u00a0» de {0}, et elle ne fait rien là où personne n’habite",
        ["the default is {0}"] = "la valeur par défaut est {0}",
        ["the preferences have no coefficient '{0}': what {1} changes plays no part in any choice"] =
            "les préférences n’ont pas de coefficient «\u00a0{0}\u00a0»\u00a0: ce que change {1} ne joue dans aucun choix",
        ["at least one step is needed"] = "il faut au moins une couronne",
        ["minutes must rise from step to step; {0} follows {1}"] =
            "les minutes doivent croître d’une couronne à l’autre\u00a0; {0} suit {1}",
        ["{0} is above the activity-cap of {1}"] = "{0} dépasse l’activity-cap de {1}",
        ["'{0}' is no number with a range (low and high){1}; those are {2}, or '{3}'"] =
            "«\u00a0{0}\u00a0» n’est pas un nombre avec une plage (low et high){1}\u00a0; ceux-ci sont {2}, ou «\u00a0{3}\u00a0»",
        ["column '{0}' is not read; did you mean '{1}'?"] =
            "la colonne «\u00a0{0}\u00a0» n’est pas lue\u00a0; vouliez-vous dire «\u00a0{1}\u00a0»\u00a0?",
        ["; codes are such as '{0}' ({1})"] = "\u00a0; les codes sont comme «\u00a0{0}\u00a0» ({1})",
        ["'{0}' is no territory{1}"] = "«\u00a0{0}\u00a0» n’est pas un territoire{1}",
        ["the weights add up to 0: at least one must be positive"] = "les poids font 0 au total\u00a0: un au moins doit être positif",
        ["there is no option '{0}'{1}; options: {2}"] = "il n’y a pas d’option «\u00a0{0}\u00a0»{1}\u00a0; options\u00a0: {2}",
        ["{0} is no year of choices; expected {1} to {2}"] =
            "{0} n’est pas une année de choix\u00a0; attendu\u00a0: de {1} à {2}",
        ["'{0}' is no code or name of a territory of the study{1}; write one of its {2} territories, such as '{3}' ({4}), or 'outside' " +
            "for any other place"] =
            "«\u00a0{0}\u00a0» n’est ni un code ni un nom de territoire étudié{1}\u00a0; écrire l’un des {2} territoires, comme " +
            "«\u00a0{3}\u00a0» ({4}), ou «\u00a0outside\u00a0» pour tout autre lieu",
        ["'{0}' is no class of scenario '{1}'{2}; classes: {3}"] =
            "«\u00a0{0}\u00a0» n’est pas une classe du scénario «\u00a0{1}\u00a0»{2}\u00a0; classes\u00a0: {3}",
        ["{0} takes a number above 0, at most {1}, found '{2}'"] =
            "{0} prend un nombre supérieur à 0, d’au plus {1}, trouvé\u00a0: «\u00a0{2}\u00a0»",
        ["{0} takes a number above 0, such as 2.5, found '{1}'"] =
            "{0} attend un nombre supérieur à 0, comme 2.5, trouvé «\u00a0{1}\u00a0»",
        ["{0} takes a whole number from {1} to {2}, found '{3}'"] =
            "{0} prend un nombre entier de {1} à {2}\u00a0; trouvé\u00a0: «\u00a0{3}\u00a0»",
        ["{0}; it is needed, and may not be blank"] = "{0}\u00a0; il est nécessaire et ne peut être vide",
        ["{0}: {1}, found '{2}'"] = "{0}\u00a0: {1}\u00a0; trouvé\u00a0: «\u00a0{2}\u00a0»",
        ["--brief writes one PDF"] = "--brief écrit un seul PDF",
        ["the page holds all figures; --format svg, png, pdf or vega makes single ones"] =
            "la page contient toutes les figures\u00a0; --format svg, png, pdf ou vega en fait de seules",
        ["a gallery holds all figures"] = "une galerie contient toutes les figures",
        ["{0}: leave out {1}"] = "{0}\u00a0: retirer {1}",
        ["there is no figure '{0}'{1}; figures: {2}"] = "il n’y a pas de figure «\u00a0{0}\u00a0»{1}\u00a0; figures\u00a0: {2}",
        ["is not valid JSON here"] = "n’est pas du JSON valable ici",
        ["is neither GeoJSON (a FeatureCollection) nor TopoJSON (a Topology with objects)"] =
            "n’est ni du GeoJSON (une FeatureCollection) ni du TopoJSON (une Topology avec des objets)",
        ["has no shapes"] = "n’a aucun contour",
        ["no shape has a property '{0}'{1}; properties: {2}"] =
            "aucun contour n’a de propriété «\u00a0{0}\u00a0»{1}\u00a0; propriétés\u00a0: {2}",
        ["no code of the table is among the '{0}' of the shapes; the table has '{1}', the shapes '{2}'"] =
            "aucun code de la table n’est parmi les «\u00a0{0}\u00a0» des contours\u00a0; la table a «\u00a0{1}\u00a0», les contours " +
            "«\u00a0{2}\u00a0»",
        ["{0}is empty in {1} of {2} rows, and taken as the mean over people of the others, {3}{4}; name (line): {5}"] =
            "{0}est vide dans {1} des {2} lignes\u00a0; la moyenne des autres, pondérée par les habitants, {3}, en tient " +
            "lieu{4}\u00a0; nom (ligne)\u00a0: {5}",
        ["; 'missing' says another value"] = "\u00a0; «\u00a0missing\u00a0» dit une autre valeur",
        ["; if an empty cell means none, 'missing: 0' says so"] =
            "\u00a0; si une case vide veut dire aucun, «\u00a0missing: 0\u00a0» le dit",
        ["variables of which nobody says how they are known, as 'knowledge: real' of a column does ({0} of {1}): {2}"] =
            "variables dont rien ne dit comment elles sont connues, comme le fait «\u00a0knowledge: real\u00a0» d’une colonne ({0} sur " +
            "{1})\u00a0: {2}",
        ["column '{0}': {1} "] = "colonne «\u00a0{0}\u00a0»\u00a0: {1} ",
        ["'divide-by': nothing can be divided by 0"] = "«\u00a0divide-by\u00a0»\u00a0: rien ne peut être divisé par 0",
        ["'values' is for {0}; {1} is a number"] = "«\u00a0values\u00a0» est pour {0}\u00a0; {1} est un nombre",
        ["'from' and 'to' go together: the values that become 0 and 1"] =
            "«\u00a0from\u00a0» et «\u00a0to\u00a0» vont ensemble\u00a0: les valeurs qui deviennent 0 et 1",
        ["'log' needs 'from' and 'to'"] = "«\u00a0log\u00a0» a besoin de «\u00a0from\u00a0» et «\u00a0to\u00a0»",
        ["'from' and 'to' must differ"] = "«\u00a0from\u00a0» et «\u00a0to\u00a0» doivent différer",
        ["'log' needs 'from' and 'to' above 0"] = "«\u00a0log\u00a0» a besoin de «\u00a0from\u00a0» et «\u00a0to\u00a0» au-dessus de 0",
        ["'from' and 'to' make a number from 0 to 1; {0} is in {1}"] =
            "«\u00a0from\u00a0» et «\u00a0to\u00a0» font un nombre de 0 à 1\u00a0; {0} est en {1}",
        [", which gives {0}"] = ", ce qui donne {0}",
        ["; a percentage takes 'divide-by: 100', another scale 'from' and 'to'"] =
            "\u00a0; pour un pourcentage, «\u00a0divide-by: 100\u00a0»\u00a0; pour une autre échelle, «\u00a0from\u00a0» et " +
            "«\u00a0to\u00a0»",
        ["must be a number{0}"] = "doit être un nombre{0}",
        ["{0}{1}, found {2}{3}{4}"] = "{0}{1}\u00a0; trouvé\u00a0: {2}{3}{4}",
        ["'columns' lacks {0}; each is required, as variable: column of the table"] =
            "il manque à «\u00a0columns\u00a0»\u00a0: {0}\u00a0; chaque clé est obligatoire, sous la forme «\u00a0variable: colonne " +
            "de la table\u00a0»",
        ["'{0}' has no effect where 'file' gives the minutes"] =
            "«\u00a0{0}\u00a0» est sans effet quand «\u00a0file\u00a0» donne les minutes",
        ["'{0}' needs 'file'"] = "«\u00a0{0}\u00a0» a besoin de «\u00a0file\u00a0»",
        ["no territory has inhabitants"] = "aucun territoire n’a d’habitants",
        ["be at most the inhabitants"] = "être au plus égal aux habitants",
        ["be at most the inhabitants of the territory"] = "être au plus égal aux habitants du territoire",
        ["be at most 1 together with the share under 25"] = "faire au plus 1 avec la part des moins de 25 ans",
        ["{0}must {1}, found {2}"] = "{0}doit {1}\u00a0; trouvé\u00a0: {2}",
        ["there is no travel time from the territory '{0}'{1}"] =
            "il n’y a pas de temps de trajet depuis le territoire «\u00a0{0}\u00a0»{1}",
        ["; the file has '{0}': were leading zeros lost?"] =
            "\u00a0; le fichier a «\u00a0{0}\u00a0»\u00a0: des zéros de tête sont-ils perdus\u00a0?",
        ["; metres of Lambert 93 or the like must be turned into degrees (WGS84)"] =
            "\u00a0; des mètres en Lambert 93 ou semblable sont à convertir en degrés (WGS84)",
        ["; least-accessible of 0, or a share smaller than the least accessible territory has"] =
            "\u00a0; least-accessible de 0, ou une part plus petite que celle du territoire le moins accessible",
        ["{0}may be wrong in {1} of {2} rows: {3}; value (line): {4}"] =
            "{0}peut-être faux dans {1} des {2} lignes\u00a0: {3}\u00a0; valeur (ligne)\u00a0: {4}",
        ["one digit where codes of départements have two: a leading zero was lost"] =
            "un chiffre là où d’autres en ont deux\u00a0: un zéro de tête est perdu",
        ["both coordinates are 0"] = "les deux coordonnées sont 0",
        ["latitude and longitude are swapped"] = "latitude et longitude sont interverties",
        ["numbers that a spreadsheet has shortened: format the column as text before the table is saved"] =
            "des nombres qu’un tableur a raccourcis\u00a0: mettre la colonne en texte avant d’enregistrer le tableau",
        ["fewer than the 9 digits that codes of EPCI have: leading zeros were lost"] =
            "moins que les 9 chiffres des codes d’EPCI\u00a0: des zéros de tête sont perdus",
        ["fewer than the 5 characters that codes of communes have: a leading zero was lost"] =
            "moins que les 5 caractères des codes de communes\u00a0: un zéro de tête est perdu",
        ["the pair from '{0}' to '{1}' is there twice"] = "la paire de «\u00a0{0}\u00a0» à «\u00a0{1}\u00a0» est là deux fois",
        ["column '{0}': expected a number of at least 0, found '{1}'{2}"] =
            "colonne «\u00a0{0}\u00a0»\u00a0: attendu un nombre d’au moins 0\u00a0; trouvé\u00a0: «\u00a0{1}\u00a0»{2}",
        ["there is no column '{0}'{1}{2}{3}; columns: {4}"] =
            "il n’y a pas de colonne «\u00a0{0}\u00a0»{1}{2}{3}\u00a0; colonnes\u00a0: {4}",
        ["; it is optional: the line may be left out"] = "\u00a0; elle est facultative\u00a0: la ligne peut être omise",
        ["there is no column '{0}'{1}; columns: {2}"] = "il n’y a pas de colonne «\u00a0{0}\u00a0»{1}\u00a0; colonnes\u00a0: {2}",
    };

    /// <summary>French by what is written around the values in English.</summary>
    public static IReadOnlyDictionary<string, string> All => InFrench;
}
