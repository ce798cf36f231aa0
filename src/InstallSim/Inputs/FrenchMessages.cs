namespace InstallSim.Inputs;

/// <summary>
/// The messages in French, by what is written around their values. Those about files, keys, values and tables stand here, those about
/// studies and scenarios in files of their own. A test reads the compiled code and demands a line for each message.
/// </summary>
internal static class FrenchMessages
{
    private static readonly Dictionary<string, string> All = new(StringComparer.Ordinal)
    {
        // Pieces
        ["nothing"] = "rien",
        ["a list"] = "une liste",
        ["keys with values"] = "des clés avec des valeurs",
        ["the text \"{0}\""] = "le texte «\u00a0{0}\u00a0»",
        ["'{0}'"] = "«\u00a0{0}\u00a0»",
        ["'{0}…'"] = "«\u00a0{0}…\u00a0»",
        ["; did you mean '{0}'?"] = "\u00a0; vouliez-vous dire «\u00a0{0}\u00a0»\u00a0?",
        ["one of {0}"] = "une valeur parmi {0}",
        ["the path of a file"] = "le chemin d’un fichier",
        ["a text"] = "un texte",
        ["true or false"] = "true ou false",
        ["a whole number{0}{1}"] = "un nombre entier{0}{1}",
        ["a number{0}{1}"] = "un nombre{0}{1}",
        ["a whole number{0}"] = "un nombre entier{0}",
        ["a number{0}"] = "un nombre{0}",
        [" of at least {0}"] = " d’au moins {0}",
        [" of at most {0}"] = " d’au plus {0}",
        [" from {0} to {1}"] = " de {0} à {1}",
        ["years from..until, such as 2025..2045"] = "des années début..fin, comme 2025..2045",
        ["a list in brackets or of '- ' lines, each {0}"] =
            "une liste entre crochets ou en lignes «\u00a0-\u00a0», dont chaque élément est {0}",
        ["keys with values, each {0}"] = "des clés avec des valeurs, dont chacune est {0}",
        ["; write {0} if the comma stands between thousands, {1} if before a fraction"] =
            "\u00a0; écrire {0} si la virgule sépare des milliers, {1} si elle précède une fraction",
        ["; use a decimal point"] = "\u00a0; écrire le nombre avec un point décimal",
        ["; it is too large"] = "\u00a0; il est trop grand",
        ["; it must be finite"] = "\u00a0; il doit être fini",
        ["; write digits without separators"] = "\u00a0; écrire les chiffres sans séparateurs",
        ["; write a share such as 0.05 for 5 %"] = "\u00a0; écrire une part, comme 0.05 pour 5\u00a0%",
        ["; write [] for none"] = "\u00a0; écrire [] pour aucun",
        ["; write {} for none"] = "\u00a0; écrire {} pour aucun",
        ["; write {0}.value={1}"] = "\u00a0; écrire {0}.value={1}",
        ["; write '{ value: {0} }', with its other keys"] = "\u00a0; écrire «\u00a0{ value: {0} }\u00a0», avec ses autres clés",
        // Values
        ["found {0}{1}; expected one of {2}"] = "trouvé\u00a0: {0}{1}\u00a0; attendu\u00a0: l’un de {2}",
        ["expected {0}, found {1}"] = "attendu\u00a0: {0}\u00a0; trouvé\u00a0: {1}",
        ["the value is missing; {0}"] = "la valeur manque\u00a0; {0}",
        ["{0}; remove the quotes"] = "{0}\u00a0; retirer les guillemets",
        ["{0} is out of range; expected {1}"] = "{0} est hors des bornes\u00a0; attendu\u00a0: {1}",
        ["{0}, found {1}"] = "{0}\u00a0; trouvé\u00a0: {1}",
        ["expected years from..until, such as 2025..2045"] = "attendu\u00a0: des années début..fin, comme 2025..2045",
        ["expected years from {0} to {1}"] = "attendu\u00a0: des années de {0} à {1}",
        ["the last year {0} is before the first year {1}"] = "la dernière année, {0}, précède la première, {1}",
        // Keys
        ["'{0}': "] = "«\u00a0{0}\u00a0»\u00a0: ",
        ["{0}expected keys with values, found {1}{2}"] = "{0}attendu\u00a0: des clés avec des valeurs\u00a0; trouvé\u00a0: {1}{2}",
        ["{0}expected {1}, found {2}{3}"] = "{0}attendu\u00a0: {1}\u00a0; trouvé\u00a0: {2}{3}",
        ["key '{0}' is missing; {1} is required"] = "la clé «\u00a0{0}\u00a0» manque\u00a0; il faut {1}",
        ["key '{0}' is missing; one of {1}{2}"] = "la clé «\u00a0{0}\u00a0» manque\u00a0; valeurs permises\u00a0: {1}{2}",
        ["unknown type {0}{1}; known: {2}{3}"] = "type inconnu {0}{1}\u00a0; types permis\u00a0: {2}{3}",
        ["'{0}': expected one of {1}, found {2}{3}"] =
            "«\u00a0{0}\u00a0»\u00a0: attendu une valeur parmi {1}\u00a0; trouvé\u00a0: {2}{3}",
        ["; its other keys are checked once the type is known"] = "\u00a0; ses autres clés seront vérifiées quand le type sera connu",
        ["'{0}' is not allowed{1}; allowed: {2}"] = "«\u00a0{0}\u00a0» n’est pas permis{1}\u00a0; permis\u00a0: {2}",
        ["unknown key '{0}'{1}; allowed: {2}"] = "clé inconnue «\u00a0{0}\u00a0»{1}\u00a0; clés permises\u00a0: {2}",
        ["'{0}': {1} is taken as certain, where the default has a range, {2} to {3}{4}; '{5}: { value: {6}, low: …, high: … }' " +
            "says how sure it is"] =
            "«\u00a0{0}\u00a0»\u00a0: {1} est pris pour certain, alors que la valeur par défaut a une plage, de {2} à {3}{4}\u00a0; " +
            "«\u00a0{5}: { value: {6}, low: …, high: … }\u00a0» dit à quel point c’est sûr",
        [", and it lies outside"] = ", et qu’il est en dehors",
        ["{0}'{1}' stands without '{2}': a range has both ends, or the value is certain and has none"] =
            "{0}«\u00a0{1}\u00a0» est sans «\u00a0{2}\u00a0»\u00a0: une plage a ses deux bouts, ou la valeur est certaine et n’en a " +
            "aucun",
        ["{0}'low', {1}, is above 'high', {2}"] = "{0}«\u00a0low\u00a0», {1}, dépasse «\u00a0high\u00a0», {2}",
        ["{0}{1} lies outside its own range, {2} to {3}{4}"] = "{0}{1} est hors de sa propre plage, de {2} à {3}{4}",
        ["; {0}={1} takes it as certain"] = "\u00a0; {0}={1} le prend pour certain",
        ["key '{0}' is already given on line {1}"] = "la clé «\u00a0{0}\u00a0» est déjà donnée à la ligne {1}",
        ["a key is a text, found {0}"] = "une clé est un texte\u00a0; trouvé\u00a0: {0}",
        // Files
        ["'{0}' is a folder; a file is expected"] = "«\u00a0{0}\u00a0» est un dossier\u00a0; un fichier est attendu",
        ["file '{0}' does not exist, nor does its folder{1}{2}"] = "le fichier «\u00a0{0}\u00a0» n’existe pas, ni son dossier{1}{2}",
        ["; it lies outside the folder '{0}', and is no part of what lies in it: get it, or name a table of your own"] =
            "\u00a0; il est hors du dossier «\u00a0{0}\u00a0» et n’en fait pas partie\u00a0: se le procurer, ou nommer une table à soi",
        ["file '{0}' does not exist{1}"] = "le fichier «\u00a0{0}\u00a0» n’existe pas{1}",
        ["is larger than {0} MB ({1} MB); that is no file of this kind"] =
            "dépasse {0}\u00a0Mo ({1}\u00a0Mo)\u00a0; ce n’est pas un fichier de ce genre",
        ["file '{0}' cannot be read: {1}"] = "le fichier «\u00a0{0}\u00a0» ne peut pas être lu\u00a0: {1}",
        ["is UTF-32 text; save it as UTF-8"] = "est un texte en UTF-32\u00a0; l’enregistrer en UTF-8",
        ["is UTF-16 text; save it as UTF-8"] = "est un texte en UTF-16\u00a0; l’enregistrer en UTF-8",
        ["is compressed (gzip); decompress it first"] = "est compressé (gzip)\u00a0; le décompresser d’abord",
        ["is a zip archive or a spreadsheet; save it as plain text in UTF-8"] =
            "est une archive zip ou un tableur\u00a0; l’enregistrer en texte simple, en UTF-8",
        ["is a spreadsheet or document; save it as plain text in UTF-8"] =
            "est un tableur ou un document\u00a0; l’enregistrer en texte simple, en UTF-8",
        ["is a PDF; text is expected"] = "est un PDF\u00a0; un texte est attendu",
        ["is a binary file; text in UTF-8 is expected"] = "est un fichier binaire\u00a0; un texte en UTF-8 est attendu",
        ["byte 0x{0} is not UTF-8; the file seems to be in an older encoding (Windows-1252?): save it as UTF-8"] =
            "l’octet 0x{0} n’est pas de l’UTF-8\u00a0; le fichier semble être dans un codage ancien (Windows-1252\u00a0?)\u00a0: " +
            "l’enregistrer en UTF-8",
        ["the file is empty; keys with values are expected"] = "le fichier est vide\u00a0; des clés avec des valeurs sont attendues",
        ["a file of keys with values ('key: value', a space behind the colon) is expected, found {0}"] =
            "un fichier de clés avec des valeurs («\u00a0clé: valeur\u00a0», une espace après les deux-points) est attendu\u00a0; " +
            "trouvé\u00a0: {0}",
        ["the value is too long or has several lines"] = "la valeur est trop longue ou a plusieurs lignes",
        ["a second document begins here ('---'); one document a file is expected"] =
            "un second document commence ici («\u00a0---\u00a0»)\u00a0; un seul par fichier est attendu",
        ["a tab stands in the indentation; use spaces"] = "une tabulation est dans le retrait\u00a0; mettre des espaces",
        ["the line is longer than {0} characters; that is no file of this kind"] =
            "la ligne dépasse {0} caractères\u00a0; ce n’est pas un fichier de ce genre",
        ["nested deeper than {0} levels"] = "imbriqué sur plus de {0} niveaux",
        ["aliases are not allowed: write the value out instead of '*{0}' (or use extends:)"] =
            "les alias ne sont pas permis\u00a0: écrire la valeur au lieu de «\u00a0*{0}\u00a0» (ou employer extends:)",
        ["anchors are not allowed: remove '&{0}' (a file can share values by extends:)"] =
            "les ancres ne sont pas permises\u00a0: retirer «\u00a0&{0}\u00a0» (un fichier partage des valeurs par extends:)",
        ["tags are not allowed: remove '{0}'"] = "les étiquettes ne sont pas permises\u00a0: retirer «\u00a0{0}\u00a0»",
        ["extends goes on without end: {0}"] = "extends n’en finit pas\u00a0: {0}",
        ["extends goes in a circle: {0}"] = "extends tourne en rond\u00a0: {0}",
        ["'extends': the name of one YAML file is expected, found {0}"] =
            "«\u00a0extends\u00a0»\u00a0: le nom d’un fichier YAML est attendu\u00a0; trouvé\u00a0: {0}",
        ["key.path=value is expected, such as years=2025..2045 or policies.msp-opening.per-year=6"] =
            "clé.chemin=valeur est attendu, comme years=2025..2045 ou policies.msp-opening.per-year=6",
        ["there is no item {0}; the list has {1}, counted from 0"] =
            "il n’y a pas d’élément {0}\u00a0; la liste en a {1}, comptés à partir de 0",
        ["'{0}' is what items {1} of '{2}' in {3} are called: name them, or say which by its position; items: {4}"] =
            "«\u00a0{0}\u00a0» désigne les éléments {1} de «\u00a0{2}\u00a0» dans {3}\u00a0: les nommer, ou dire lequel par " +
            "sa position\u00a0; éléments\u00a0: {4}",
        ["; it is the type of {0}: say the name"] = "\u00a0; c’est le type de {0}\u00a0: dire le nom",
        ["the list has no item '{0}'{1}; items: {2}"] = "la liste n’a pas d’élément «\u00a0{0}\u00a0»{1}\u00a0; éléments\u00a0: {2}",
        // YAML
        ["a '- item' of the list above is expected here; or the indentation is wrong"] =
            "un élément «\u00a0- …\u00a0» de la liste ci-dessus est attendu ici\u00a0; ou le retrait est faux",
        ["a list item '- ' begins a line of its own"] = "un élément de liste «\u00a0- \u00a0» commence sa propre ligne",
        ["a value cannot begin with '? '; put it in quotes"] =
            "une valeur ne peut pas commencer par «\u00a0? \u00a0»\u00a0; la mettre entre guillemets",
        ["a text in quotes begins here and is not closed"] = "un texte entre guillemets commence ici et n’est pas fermé",
        ["a '\\' in double quotes is not known; use single quotes or '\\\\'"] =
            "un «\u00a0\\\u00a0» entre guillemets doubles n’est pas connu\u00a0; mettre des guillemets simples ou «\u00a0\\\\\u00a0»",
        ["behind '|' or '>' the line ends; the text follows on indented lines"] =
            "après «\u00a0|\u00a0» ou «\u00a0>\u00a0» la ligne finit\u00a0; le texte suit sur des lignes en retrait",
        ["a value cannot begin with this character; put it in quotes"] =
            "une valeur ne peut pas commencer par ce caractère\u00a0; la mettre entre guillemets",
        ["a ':' stands where no key can be: the indentation is wrong, the line above lacks its ': ', or a text with ': ' " +
            "needs quotes"] =
            "des deux-points là où il ne peut y avoir de clé\u00a0: le retrait est faux, la ligne du dessus n’a pas les siens, ou " +
            "un texte qui en contient demande des guillemets",
        ["the indentation is wrong: it fits no key above"] = "le retrait est faux\u00a0: il ne correspond à aucune clé ci-dessus",
        ["a value is missing before this, or a bracket is closed that was not opened"] =
            "une valeur manque avant ceci, ou un crochet est fermé sans avoir été ouvert",
        ["a value cannot begin with '*' or '&'; put it in quotes"] =
            "une valeur ne peut pas commencer par «\u00a0*\u00a0» ou «\u00a0&\u00a0»\u00a0; la mettre entre guillemets",
        ["a value cannot begin with '!'; put it in quotes"] =
            "une valeur ne peut pas commencer par «\u00a0!\u00a0»\u00a0; la mettre entre guillemets",
        ["a line cannot begin with '%'; put the value in quotes"] =
            "une ligne ne peut pas commencer par «\u00a0%\u00a0»\u00a0; mettre la valeur entre guillemets",
        ["a bracket opened here is not closed, or a ',' is missing inside"] =
            "un crochet ouvert ici n’est pas fermé, ou une virgule manque à l’intérieur",
        ["this is not valid YAML: check indentation, quotes and brackets here"] =
            "ceci n’est pas du YAML valable\u00a0: vérifier ici le retrait, les guillemets et les crochets",
        // Tables
        ["column '{0}': expected {1}, found {2}{3}"] = "colonne «\u00a0{0}\u00a0»\u00a0: attendu {1}\u00a0; trouvé\u00a0: {2}{3}",
        ["column '{0}': '{1}' is already on line {2}"] = "colonne «\u00a0{0}\u00a0»\u00a0: «\u00a0{1}\u00a0» est déjà à la ligne {2}",
        ["{0}; and so {1} more times in {2} rows, in other columns too (row:column): {3}"] =
            "{0}\u00a0; et de même {1} autres fois dans {2} lignes, dans d’autres colonnes aussi (ligne:colonne)\u00a0: {3}",
        ["{0}; and so in {1} more rows: {2}"] = "{0}\u00a0; et de même dans {1} autres lignes\u00a0: {2}",
        ["{0}; and so {1} more times"] = "{0}\u00a0; et {1} fois de plus",
        ["; use a decimal point, or say 'decimal: comma'"] =
            "\u00a0; écrire le nombre avec un point décimal, ou dire «\u00a0decimal: comma\u00a0»",
        ["; numbers of this table have a decimal comma"] = "\u00a0; les nombres de ce tableau ont une virgule décimale",
        ["'{0}' is a device or a pipe; a file is expected"] =
            "«\u00a0{0}\u00a0» est un périphérique ou un tube\u00a0; un fichier est attendu",
        ["is larger than {0} GB unpacked; that is no table"] = "dépasse {0}\u00a0Go décompressé\u00a0; ce n’est pas un tableau",
        ["the table has more than {0} rows; that is more than is read"] =
            "le tableau a plus de {0} lignes\u00a0; c’est plus qu’on n’en lit",
        ["values are read with {0} between them; 'separator: {1}' says so for good"] =
            "les valeurs sont lues séparées par {0}\u00a0; «\u00a0separator: {1}\u00a0» le dit une fois pour toutes",
        ["a '!' begins a tag here that cannot be read; tags are not allowed"] =
            "un «\u00a0!\u00a0» commence ici une étiquette illisible\u00a0; les étiquettes ne sont pas permises",
        ["values are read with {0} between them"] = "les valeurs sont lues séparées par {0}",
        ["numbers are read with a decimal comma, such as {0} here"] = "les nombres sont lus avec une virgule décimale, comme {0} ici",
        ["the text is not UTF-8 and is read as Windows-1252, as Excel saves plain CSV: check accents"] =
            "le texte n’est pas de l’UTF-8 et est lu comme du Windows-1252, tel qu’Excel enregistre un CSV simple\u00a0: vérifier les " +
            "accents",
        ["the contour of '{0}' has a point at {1}, {2}; longitude and latitude are expected, in degrees (WGS84)"] =
            "le contour de «\u00a0{0}\u00a0» a un point en {1}, {2}\u00a0; longitude et latitude sont attendues, en degrés (WGS84)",
        ["a contour has no coordinates that can be read; polygons are expected, in degrees (WGS84)"] =
            "un contour n’a pas de coordonnées lisibles\u00a0; des polygones sont attendus, en degrés (WGS84)",
        ["the contours of the results cannot be read"] = "les contours des résultats sont illisibles",
        ["numbers are read with a decimal comma, such as {0} here; 'decimal: comma' says so for good"] =
            "les nombres sont lus avec une virgule décimale, comme {0} ici\u00a0; «\u00a0decimal: comma\u00a0» le dit une fois pour toutes",
        ["the text is not UTF-8 and is read as Windows-1252, as Excel saves plain CSV: check accents; " +
            "'encoding: windows-1252' says so for good"] =
            "le texte n’est pas de l’UTF-8 et est lu comme du Windows-1252, tel qu’Excel enregistre un CSV simple\u00a0: vérifier les " +
            "accents\u00a0; «\u00a0encoding: windows-1252\u00a0» le dit une fois pour toutes",
        ["'sheet: {0}' is for a workbook (.xlsx); this is a file of text"] =
            "«\u00a0sheet: {0}\u00a0» est pour un classeur (.xlsx)\u00a0; ceci est un fichier de texte",
        ["the workbook is damaged or protected by a password: open it, and save it as .xlsx or as CSV in UTF-8"] =
            "le classeur est endommagé ou protégé par un mot de passe\u00a0: l’ouvrir, et l’enregistrer en .xlsx ou en CSV UTF-8",
        ["the workbook has no sheet"] = "le classeur n’a aucune feuille",
        ["there is no sheet '{0}'{1}; sheets: {2}"] = "il n’y a pas de feuille «\u00a0{0}\u00a0»{1}\u00a0; feuilles\u00a0: {2}",
        ["is a zip archive, but no workbook of Excel (.xlsx): save it as .xlsx, or as CSV in UTF-8"] =
            "est une archive zip, mais pas un classeur d’Excel (.xlsx)\u00a0: l’enregistrer en .xlsx, ou en CSV UTF-8",
        ["the workbook holds {0} MB unpacked in {1} parts; at most {2} MB in {3} are read"] =
            "le classeur contient {0}\u00a0Mo décompressés en {1} parties\u00a0; on en lit {2}\u00a0Mo en {3} au plus",
        [" in {0}"] = " dans {0}",
        ["the table is too large: more than two thousand million characters"] =
            "le tableau est trop grand\u00a0: plus de deux milliards de caractères",
        ["the file is empty; a header line and rows are expected"] =
            "le fichier est vide\u00a0; une ligne d’en-tête et des lignes sont attendues",
        ["the table has a header but no rows"] = "le tableau a un en-tête, mais aucune ligne",
        ["a value is longer than {0} characters: is a quote not closed?"] =
            "une valeur dépasse {0} caractères\u00a0: un guillemet n’est-il pas fermé\u00a0?",
        ["expected {0} between values, found {1}; save the file so, or declare its separator"] =
            "attendu {0} entre les valeurs\u00a0; trouvé\u00a0: {1}\u00a0; enregistrer le fichier ainsi, ou déclarer son séparateur",
        ["a tab"] = "une tabulation",
        ["a quote is wrong in the header: put a name that holds quotes in quotes, and double them inside"] =
            "un guillemet est faux dans l’en-tête\u00a0: mettre entre guillemets un nom qui en contient, et les doubler à l’intérieur",
        ["the column has no name"] = "la colonne n’a pas de nom",
        ["the column has no name (row names of R? write the file without them, or name the column)"] =
            "la colonne n’a pas de nom (noms de lignes de R\u00a0? écrire le fichier sans eux, ou nommer la colonne)",
        ["column '{0}' is already there as column {1}"] = "la colonne «\u00a0{0}\u00a0» est déjà là, en colonne {1}",
        ["the row has {0} values, the header {1}"] = "la ligne a {0} valeurs, l’en-tête {1}",
        ["{0}; does a title stand above the header? take it out"] = "{0}\u00a0; un titre précède-t-il l’en-tête\u00a0? l’ôter",
        ["a quote opened here is not closed"] = "un guillemet ouvert ici n’est pas fermé",
        ["a quote is wrong: put a value that holds quotes in quotes, and double them inside"] =
            "un guillemet est faux\u00a0: mettre entre guillemets une valeur qui en contient, et les doubler à l’intérieur",
        ["the line is longer than {0} characters; that is no table"] = "la ligne dépasse {0} caractères\u00a0; ce n’est pas un tableau",
        // Territories
        ["column '{0}': area-type must be one of {1}, found {2}; under area-type, 'values: { {3} }' says what each word means"] =
            "colonne «\u00a0{0}\u00a0»\u00a0: area-type doit être une valeur parmi {1}\u00a0; trouvé\u00a0: {2}\u00a0; sous area-type, " +
            "«\u00a0values: { {3} }\u00a0» dit ce que chaque mot veut dire",
        ["{0} of {1} pairs are passed over: the table of territories lacks their codes, {2} in all, such as {3}"] =
            "{0} des {1} paires sont laissées de côté\u00a0: le tableau des territoires n’a pas leurs codes, {2} en tout, comme {3}",
        ["minutes are read with a decimal comma; 'decimal: comma' says so for good"] =
            "les minutes sont lues avec une virgule décimale\u00a0; «\u00a0decimal: comma\u00a0» le dit une fois pour toutes",
        ["the row '{0}' looks like the sum of others ({1} inhabitants, {2} in all other rows): take it out if it is no territory"] =
            "la ligne «\u00a0{0}\u00a0» ressemble à la somme des autres ({1} habitants, {2} dans toutes les autres)\u00a0: la retirer si " +
            "ce n’est pas un territoire",
        ["the table has {0} general practitioners for 100,000 inhabitants, where {1} to {2} are plausible: are inhabitants and " +
            "physicians counted in ones?"] =
            "le tableau a {0} généralistes pour 100\u202f000 habitants, alors que {1} à {2} sont plausibles\u00a0: habitants et médecins " +
            "sont-ils comptés à l’unité\u00a0?",
        ["{0} of {1} territories have a contour; without one are {2}; of the {3} contours {4} are of no territory"] =
            "{0} des {1} territoires ont un contour\u00a0; en manquent\u00a0: {2}\u00a0; des {3} contours, {4} ne sont d’aucun territoire",
        // Plausibility
        ["implausible baseline: {0} physicians become {1} in {2} years without any new policy (× {3}); do graduates-share and the other " +
            "settings of the area fit these territories?"] =
            "référence peu plausible\u00a0: {0} médecins deviennent {1} en {2} ans sans aucune nouvelle mesure (× {3})\u00a0; " +
            "graduates-share et les autres réglages de la zone conviennent-ils à ces territoires\u00a0?",
        ["implausible baseline: mean accessibility goes from {0} to {1} in {2} years without any new policy"] =
            "référence peu plausible\u00a0: l’accessibilité moyenne passe de {0} à {1} en {2} ans sans aucune nouvelle mesure",
        ["implausible baseline: {0} of {1} territories with {2} physicians or more end with more than {3} times as many, or less than a " +
            "third: {4}"] =
            "référence peu plausible\u00a0: sur {1} territoires de {2} médecins ou plus, {0} en ont à la fin plus de {3} fois leur " +
            "nombre, ou moins du tiers\u00a0: {4}",
        ["{0} under physicians are kept from {1}, which is about other territories: say them for these"] =
            "{0}, sous physicians, viennent de {1}, qui porte sur d’autres territoires\u00a0: les dire pour ceux-ci",
        ["graduates-share is {0}, and the territories have {1} of the country's people: more than {2} times more or fewer candidates " +
            "than their part; without the key the share follows from the table"] =
            "graduates-share vaut {0}, et les territoires ont {1} des habitants du pays\u00a0: plus de {2} fois plus ou moins de " +
            "candidats que leur part\u00a0; sans la clé, la part suit du tableau",
        // Scenarios
        ["'{0}' is no kebab-case name: small letters, digits and '-' are allowed"] =
            "«\u00a0{0}\u00a0» n’est pas un nom permis\u00a0: lettres minuscules, chiffres et «\u00a0-\u00a0»",
        ["{0} simulates no year: the first year is the start, at least one more is needed"] =
            "{0} ne simule aucune année\u00a0: la première est le départ, il en faut une de plus au moins",
        ["the policy starts in {0}, after the last year simulated ({1})"] =
            "la mesure commence en {0}, après la dernière année simulée ({1})",
        ["'{0}' is no budget{1}; {2}"] = "«\u00a0{0}\u00a0» n’est pas un budget{1}\u00a0; {2}",
        ["no policy spends the budget '{0}': a policy names it with 'budget: {1}'"] =
            "aucune mesure ne dépense le budget «\u00a0{0}\u00a0»\u00a0: une mesure le nomme par «\u00a0budget: {1}\u00a0»",
        ["the folder holds no scenario (*.yaml)"] = "le dossier ne contient aucun scénario (*.yaml)",
        ["no scenario is named '{0}', the baseline{1}; found: {2}; give the baseline's file too, or name another scenario " +
            "with --baseline"] =
            "aucun scénario ne s’appelle «\u00a0{0}\u00a0», la référence{1}\u00a0; trouvés\u00a0: {2}\u00a0; donner aussi le " +
            "fichier de la référence, ou nommer un autre scénario par --baseline",
        ["another scenario is named '{0}' too: {1}"] = "un autre scénario s’appelle aussi «\u00a0{0}\u00a0»\u00a0: {1}",
        ["{0} is {1}, but {2} in the baseline: only runs of the same {3} can be paired"] =
            "{0} vaut {1}, mais {2} dans la référence\u00a0: seules des simulations de même {3} peuvent être appariées",
        ["the folder is not empty, it holds '{0}'; a project begins in a new or an empty folder"] =
            "le dossier n’est pas vide, il contient «\u00a0{0}\u00a0»\u00a0; un projet commence dans un dossier nouveau ou vide",
    };

    /// <summary>What is written around the values of every message that has French.</summary>
    public static IEnumerable<string> Templates => Tables.SelectMany(table => table.Keys);

    private static IReadOnlyDictionary<string, string>[] Tables =>
    [
        All, FrenchStudyMessages.All, FrenchStudyDataMessages.All, FrenchInferenceMessages.All,
        FrenchModelMessages.All, FrenchFormulaMessages.All, FrenchScenarioMessages.All, FrenchPlanMessages.All,
        FrenchValidationMessages.All,
        FrenchCalibrationMessages.All,
        FrenchInfluenceMessages.All,
    ];

    /// <summary>A message in French, with the values at <c>{0}</c>, <c>{1}</c> and so on; null where there is none.</summary>
    public static string? Find(string template) =>
        Tables.Select(table => table.GetValueOrDefault(template)).FirstOrDefault(french => french is not null);
}
