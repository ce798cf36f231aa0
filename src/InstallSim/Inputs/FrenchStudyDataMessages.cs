namespace InstallSim.Inputs;

/// <summary>Messages about the data of choice studies in French: layouts, keys, answers, exports of surveys.</summary>
internal static class FrenchStudyDataMessages
{
    private static readonly Dictionary<string, string> InFrench = new(StringComparer.Ordinal)
    {
        ["; a quote opened in line {0} closes in line {1}"] = "\u00a0; un guillemet ouvert à la ligne {0} se ferme à la ligne {1}",
        ["; a quote opened in line {0} is never closed"] = "\u00a0; un guillemet ouvert à la ligne {0} n’est jamais fermé",
        ["key 'file' is missing: a table of choices, or 'responses', the export of a survey"] =
            "la clé «\u00a0file\u00a0» manque\u00a0: un tableau de choix, ou «\u00a0responses\u00a0», l’export d’une enquête",
        ["key 'layout' is missing; one of long, wide is required"] = "la clé «\u00a0layout\u00a0» manque\u00a0; long ou wide est requis",
        ["key 'file' is missing: the table that simulated answers are written to"] =
            "la clé «\u00a0file\u00a0» manque\u00a0: le tableau où s’écrivent les réponses simulées",
        ["'{0}' is for 'responses', the export of a survey, which is not said"] =
            "«\u00a0{0}\u00a0» est pour «\u00a0responses\u00a0», l’export d’une enquête, qui n’est pas dit",
        ["'responses' are made a long table with the design; leave 'layout' out"] =
            "«\u00a0responses\u00a0» devient une table longue avec le plan\u00a0; retirer «\u00a0layout\u00a0»",
        ["key 'design' is missing: the design that the responses answer"] =
            "la clé «\u00a0design\u00a0» manque\u00a0: le plan auquel répondent les réponses",
        ["'{0}': one '*' is needed, where the number of the task stands"] =
            "«\u00a0{0}\u00a0»\u00a0: il faut un «\u00a0*\u00a0», là où se trouve le numéro de la tâche",
        ["'{0}': the wide layout has a rank for each alternative, such as rank_*, or 'ranking', columns with the "
            + "alternative ranked first, second, …"] =
            "«\u00a0{0}\u00a0»\u00a0: la disposition large a un rang par option, comme rank_*, ou «\u00a0ranking\u00a0», des "
                + "colonnes avec l’option classée première, deuxième, …",
        ["'best' and 'worst' are both columns with an alternative, or both have a '*'"] =
            "«\u00a0best\u00a0» et «\u00a0worst\u00a0» sont tous deux des colonnes avec une option, ou ont tous deux un "
                + "«\u00a0*\u00a0»",
        ["{0}; 'faulty: drop' under data leaves such choice situations out"] =
            "{0}\u00a0; «\u00a0faulty: drop\u00a0» sous data écarte ces situations de choix",
        ["column '{0}': '{1}' is named a second time"] =
            "colonne «\u00a0{0}\u00a0»\u00a0: «\u00a0{1}\u00a0» est nommée une seconde fois",
        ["choice situation {0} of person {1}"] = "la situation de choix {0} de la personne {1}",
        ["; where numbers of tasks restart for each person, name the column 'person' too"] =
            "\u00a0; si les numéros de tâche recommencent pour chaque personne, nommer aussi la colonne «\u00a0person\u00a0»",
        ["{0}: '{1}' is called both best and worst"] = "{0}\u00a0: «\u00a0{1}\u00a0» est dite à la fois la meilleure et la pire",
        ["{0} has {1} worst alternatives; exactly one is needed"] =
            "{0} a {1} options marquées comme la pire\u00a0; il en faut exactement une",
        ["{0} has no ranked alternative; one or more are needed"] = "{0} n’a aucune option classée\u00a0; il en faut une ou plus",
        ["{0} has the rank {1} more than once"] = "{0} a plusieurs fois le rang {1}",
        ["{0} has the rank {1} and not {2}"] = "{0} a le rang {1} et pas {2}",
        ["worst"] = "la pire",
        ["ranked"] = "classée",
        ["{0} is answered in {1} rows; a person has one"] = "{0} a sa réponse sur {1} lignes\u00a0; une personne en a une",
        ["column '{0}': {1} belongs to '{2}' and to '{3}'"] =
            "colonne «\u00a0{0}\u00a0»\u00a0: {1} appartient à «\u00a0{2}\u00a0» et à «\u00a0{3}\u00a0»",
        ["column '{0}': the value is missing; it says where the row belongs"] =
            "colonne «\u00a0{0}\u00a0»\u00a0: la valeur manque\u00a0; elle dit à quoi appartient la ligne",
        ["{0}; a list of columns names situations by texts too, as in 'situation: [person, task]'"] =
            "{0}\u00a0; une liste de colonnes nomme les situations par des textes aussi, comme «\u00a0situation: [person, "
                + "task]\u00a0»",
        ["column '{0}': the value is missing, and a set without answers cannot be dropped"] =
            "colonne «\u00a0{0}\u00a0»\u00a0: la valeur manque, et un ensemble sans réponses ne peut être écarté",
        ["column '{0}': {1} has the weights {2} and {3}; a situation has one"] =
            "colonne «\u00a0{0}\u00a0»\u00a0: {1} a les poids {2} et {3}\u00a0; une situation en a un",
        ["{0} has no '{1}', which the design shows in every task"] =
            "{0} n’a pas «\u00a0{1}\u00a0», que le plan montre dans chaque tâche",
        ["{0} has no '{1}', which the design shows in every task{2}: it counts as not offered there"] =
            "{0} n’a pas «\u00a0{1}\u00a0», que le plan montre dans chaque tâche{2}\u00a0: elle y compte comme non proposée",
        ["answers are read from {0} columns {1}; those of {2} are not read"] =
            "les réponses sont lues dans {0} colonnes {1}\u00a0; celles de {2} ne le sont pas",
        ["column '{0}': '{1}' has a row above with other tasks: both are read as of one person"] =
            "colonne «\u00a0{0}\u00a0»\u00a0: «\u00a0{1}\u00a0» a plus haut une ligne avec d’autres tâches\u00a0: les deux sont lues "
                + "comme d’une seule personne",
        ["'{0}' and '{1}' are read as two alternatives"] =
            "«\u00a0{0}\u00a0» et «\u00a0{1}\u00a0» sont lues comme deux options",
        ["'{0}' is none of the alternatives {1}{2}; if it is one more, list all under 'data': 'alternatives: [{3}]'"] =
            "«\u00a0{0}\u00a0» n’est aucune des options {1}{2}\u00a0; si c’en est une de plus, les écrire toutes sous " +
            "«\u00a0data\u00a0»\u00a0: «\u00a0alternatives: [{3}]\u00a0»",
        ["'{0}' is none of the alternatives of the design ({1}) and is read as one more"] =
            "«\u00a0{0}\u00a0» n’est aucune des options du plan ({1}) et est lue comme une de plus",
        ["column '{0}': '{1}' and '{2}' are read as two people{3}"] =
            "colonne «\u00a0{0}\u00a0»\u00a0: «\u00a0{1}\u00a0» et «\u00a0{2}\u00a0» sont lus comme deux personnes{3}",
        ["; and so {0} more times"] = "\u00a0; et {0} autres fois",
        ["; nor has 1 more"] = "\u00a0; 1 autre non plus",
        ["; nor have {0} more"] = "\u00a0; {0} autres non plus",
        ["person {0}"] = "la personne {0}",
        ["what explains the class is the same on all rows of a person"] =
            "ce qui explique la classe est le même sur toutes les lignes d’une personne",
        ["what explains the scale is the same on all rows of a choice situation"] =
            "ce qui explique l’échelle est le même sur toutes les lignes d’une situation de choix",
        ["a person of a panel has one weight"] = "une personne d’un panel a un seul poids",
        ["column '{0}': {1} has {2} here and {3} in line {4}; {5}"] =
            "colonne «\u00a0{0}\u00a0»\u00a0: {1} a {2} ici et {3} à la ligne {4}\u00a0; {5}",
        ["'{0}' is {1} in {2}; a variable under 'box-cox' is above 0"] =
            "«\u00a0{0}\u00a0» vaut {1} dans {2}\u00a0; une variable sous «\u00a0box-cox\u00a0» est supérieure à 0",
        ["'where' takes {0} rows out of {1} choice situations and leaves others of them, first line {2} of {3}: fewer "
            + "alternatives are compared than were offered; a filter of people or situations has one value on all rows of a situation"] =
            "«\u00a0where\u00a0» retire {0} lignes de {1} situations de choix et en laisse d’autres, d’abord la ligne {2} de "
                + "{3}\u00a0: moins d’options sont comparées qu’il n’en fut proposé\u00a0; un filtre de personnes ou de situations a "
                + "une seule valeur sur toutes les lignes d’une situation",
        ["1 choice situation was left out: {0}"] = "1 situation de choix est écartée\u00a0: {0}",
        ["{0} choice situations were left out: {1}"] = "{0} situations de choix sont écartées\u00a0: {1}",
        ["column '{0}' marks what is chosen and says nothing of the others, which are read as not chosen"] =
            "la colonne «\u00a0{0}\u00a0» marque ce qui est choisi et ne dit rien du reste, lu comme non choisi",
        ["the responses are read as an export of {0}; 'format: {1}' says so for good"] =
            "les réponses sont lues comme un export de {0}\u00a0; «\u00a0format: {1}\u00a0» le dit une fois pour toutes",
        ["column '{0}': '{1}' is no block of the design {2}; blocks: {3}"] =
            "colonne «\u00a0{0}\u00a0»\u00a0: «\u00a0{1}\u00a0» n’est pas un bloc du plan {2}\u00a0; blocs\u00a0: {3}",
        ["column '{0}': '{1}' is no answer to task {2}: expected one of {3}, or its place as a number (1 to {4})"] =
            "colonne «\u00a0{0}\u00a0»\u00a0: «\u00a0{1}\u00a0» n’est pas une réponse à la tâche {2}\u00a0: attendu l’une "
                + "des options {3}, ou sa place par un nombre (1 à {4})",
        ["column '{0}': '{1}' names {2} alternatives ({3}); an answer to task {4} is one of {5}, or its place as a number (1 to "
            + "{6})"] =
            "colonne «\u00a0{0}\u00a0»\u00a0: «\u00a0{1}\u00a0» nomme {2} options ({3})\u00a0; une réponse à la tâche {4} est l’une des "
                + "options {5}, ou sa place par un nombre (1 à {6})",
        ["column '{0}': the block is '{1}', but answers stand in tasks of block {2}"] =
            "colonne «\u00a0{0}\u00a0»\u00a0: le bloc est «\u00a0{1}\u00a0», mais des réponses se trouvent dans des tâches du bloc {2}",
        ["there is no column '{0}' in {1}: people are told apart by '{2}'; 'person: {3}' says so for good"] =
            "il n’y a pas de colonne «\u00a0{0}\u00a0» dans {1}\u00a0: les personnes se distinguent par «\u00a0{2}\u00a0»\u00a0; "
                + "«\u00a0person: {3}\u00a0» le dit une fois pour toutes",
        ["there is no column '{0}' in {1}: each line is a person"] =
            "il n’y a pas de colonne «\u00a0{0}\u00a0» dans {1}\u00a0: chaque ligne est une personne",
        ["column '{0}': {1} of its levels under 'design', such as '{2}'; levels: {3}{4}"] =
            "colonne «\u00a0{0}\u00a0»\u00a0: {1} de ses niveaux sous «\u00a0design\u00a0», comme «\u00a0{2}\u00a0»\u00a0; "
                + "niveaux\u00a0: {3}{4}",
        ["'{0}' goes up to {1} and its unit is {2}: if these are euros, 'divide-by: 1000' on the variable under utility makes them k€"] =
            "«\u00a0{0}\u00a0» va jusqu’à {1} et son unité est {2}\u00a0: si ce sont des euros, «\u00a0divide-by: 1000\u00a0» sur la "
                + "variable sous utility en fait des k€",
        [" than {0}"] = " que {0}",
        ["; each is {0} times a level: in another unit{1}? 'divide-by: {2}' on the variable under utility makes them levels"] =
            "\u00a0; chacune vaut {0} fois un niveau\u00a0: dans une autre unité{1}\u00a0? «\u00a0divide-by: {2}\u00a0» sur la variable "
                + "sous utility en fait des niveaux",
        ["column '{0}': '{1}' is none of its levels under 'design', and no variable made of it knows the value: all would be 0{2}; "
            + "levels: {3}"] =
            "colonne «\u00a0{0}\u00a0»\u00a0: «\u00a0{1}\u00a0» n’est aucun de ses niveaux sous «\u00a0design\u00a0», et aucune "
                + "variable qui en est faite ne connaît cette valeur\u00a0: toutes vaudraient 0{2}\u00a0; niveaux\u00a0: {3}",
        ["a respondent answers one of the {0} blocks of the design (column '{1}'); 'block: {2}' says so for good, 'block: \"\"' has "
            + "everybody answer all tasks"] =
            "un répondant répond à l’un des {0} blocs du plan (colonne «\u00a0{1}\u00a0»)\u00a0; «\u00a0block: {2}\u00a0» le dit une "
                + "fois pour toutes, «\u00a0block: \"\"\u00a0» fait répondre chacun à toutes les tâches",
        ["{0} answers of previews or tests of the survey are left out ('Status')"] =
            "{0} réponses d’aperçus ou d’essais de l’enquête sont écartées («\u00a0Status\u00a0»)",
        ["'{0}' is the name of one alternative and the place of another: {1} answers are read as the name; if the survey codes answers " +
            "by place, give the alternatives of the design names that are no places"] =
            "«\u00a0{0}\u00a0» est le nom d’une option et la place d’une autre\u00a0: {1} réponses sont lues comme le nom\u00a0; si " +
            "l’enquête code les réponses par place, donner aux options du plan des noms qui n’en sont pas",
        ["1 answer of a preview or test of the survey is left out ('Status')"] =
            "1 réponse d’un aperçu ou d’un essai de l’enquête est écartée («\u00a0Status\u00a0»)",
        ["1 person answered none of the {0} tasks and is left out"] =
            "1 personne n’a répondu à aucune des {0} tâches et est écartée",
        ["{0} people answered none of the {1} tasks and are left out"] =
            "{0} personnes n’ont répondu à aucune des {1} tâches et sont écartées",
        ["'{0}' is a column of the design; that of the responses is called '{1}'"] =
            "«\u00a0{0}\u00a0» est une colonne du plan\u00a0; celle des réponses s’appelle «\u00a0{1}\u00a0»",
        ["the design has no columns for task and alternative, which stand first, after 'block'"] =
            "le plan n’a pas de colonnes pour la tâche et l’option, qui viennent d’abord, après «\u00a0block\u00a0»",
        ["task {0} of the design has the alternatives {1}; two or more are needed, each once"] =
            "la tâche {0} du plan a les options {1}\u00a0; il en faut deux ou plus, chacune une fois",
        ["answers are read from the columns {0}; 'answers: \"{1}\"' says so for good"] =
            "les réponses sont lues dans les colonnes {0}\u00a0; «\u00a0answers: \"{1}\"\u00a0» le dit une fois pour toutes",
        ["the answers may be in the columns {0}; say which: 'answers: \"{1}\"'"] =
            "les réponses peuvent être dans les colonnes {0}\u00a0; dire lesquelles\u00a0: «\u00a0answers: \"{1}\"\u00a0»",
        ["no columns of {0} are numbered as the {1} tasks of the design are; name them, as in 'answers: \"task*\"'; "
            + "columns: {2}"] =
            "aucune colonne de {0} n’est numérotée comme les {1} tâches du plan\u00a0; les nommer, comme «\u00a0answers: "
                + "\"task*\"\u00a0»\u00a0; colonnes\u00a0: {2}",
        ["columns of answers are missing: {0}; columns: {1}"] =
            "il manque des colonnes de réponses\u00a0: {0}\u00a0; colonnes\u00a0: {1}",
        ["the design has blocks: number the answers as its tasks are, or name the column with the person's block by "
            + "'block'"] =
            "le plan a des blocs\u00a0: numéroter les réponses comme ses tâches, ou nommer par «\u00a0block\u00a0» la "
                + "colonne du bloc de la personne",
    };

    /// <summary>French by what is written around the values in English.</summary>
    public static IReadOnlyDictionary<string, string> All => InFrench;
}
