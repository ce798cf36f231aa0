using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace InstallSim.Cli;

/// <summary>
/// What <c>--help</c> says in French, line by line: descriptions of verbs, arguments and options, and what stands for their values.
/// Most headings are System.CommandLine's own. A test demands a line here for each line of help that is no command.
/// </summary>
internal static class FrenchHelp
{
    private static readonly Dictionary<string, string> All = new(FrenchRunHelp.All, StringComparer.Ordinal)
    {
        ["InstallSim, the policy lab for medical deserts: where do young physicians install, and what would a policy change?"] =
            "InstallSim, le laboratoire des politiques contre les déserts médicaux\u00a0: où s’installent les jeunes médecins, et " +
            "que changerait une mesure\u00a0?",
        ["Start with:"] = "Pour commencer\u00a0:",
        ["installsim new demo          a folder of scenarios and tables, yours to change"] =
            "installsim new demo          un dossier de scénarios et de tableaux, à modifier",
        ["installsim compare demo      what seven policies change, with a report"] =
            "installsim compare demo      ce que changent sept mesures, avec un rapport",
        ["installsim validate demo     is what I wrote right?"] = "installsim validate demo     ce que j’ai écrit est-il juste\u00a0?",
        ["installsim list policies     what can I write?"] = "installsim list policies     que puis-je écrire\u00a0?",
        ["Begins a project: a folder of scenarios and tables that is yours to change. Nothing that exists is changed or deleted."] =
            "Commence un projet\u00a0: un dossier de scénarios et de tableaux à modifier. Rien de ce qui existe n’est changé ni " +
            "supprimé.",
        ["What to begin with: centre-val-de-loire, the region Centre-Val de Loire, seven policies; france, metropolitan France, " +
            "seven policies; dce, a choice experiment of physicians, from its design to policies; own, your own territories: empty " +
            "tables, every column explained."] =
            "Par quoi commencer\u00a0: centre-val-de-loire, la région Centre-Val de Loire, sept mesures\u00a0; france, la France " +
            "métropolitaine, sept mesures\u00a0; dce, une expérience de choix de médecins, du plan aux mesures\u00a0; own, vos " +
            "propres territoires\u00a0: des tableaux vides, chaque colonne expliquée.",
        ["A new or an empty folder."] = "Un dossier nouveau ou vide.",
        ["FOLDER"] = "DOSSIER",
        ["SHELL"] = "SHELL",
        ["Example, after 'installsim new demo':"] = "Exemple, après «\u00a0installsim new demo\u00a0»\u00a0:",
        ["Examples, after 'installsim new demo':"] = "Exemples, après «\u00a0installsim new demo\u00a0»\u00a0:",
        ["Example, after 'installsim new demo' and 'installsim compare demo':"] =
            "Exemple, après «\u00a0installsim new demo\u00a0» et «\u00a0installsim compare demo\u00a0»\u00a0:",
        ["Example, after 'installsim new france --from france':"] =
            "Exemple, après «\u00a0installsim new france --from france\u00a0»\u00a0:",
        ["Example, after 'installsim new study --from dce':"] = "Exemple, après «\u00a0installsim new study --from dce\u00a0»\u00a0:",
        ["Examples, after 'installsim new study --from dce':"] = "Exemples, après «\u00a0installsim new study --from dce\u00a0»\u00a0:",
        ["Prints a script by which a shell completes verbs, options and their values when you press Tab."] =
            "Affiche un script par lequel un shell complète les verbes, les options et leurs valeurs à l’appui sur Tab.",
        ["One of bash, zsh, fish, pwsh."] = "Au choix\u00a0: bash, zsh, fish, pwsh.",
        ["Example:"] = "Exemple\u00a0:",
        ["Examples:"] = "Exemples\u00a0:",
        ["Language of the terminal, of messages and of reports: en or fr."] =
            "Langue du terminal, des messages et des rapports\u00a0: en ou fr.",
        ["Runs one scenario and writes results and a report."] = "Simule un scénario et écrit les résultats et un rapport.",
        ["Scenario file."] = "Fichier de scénario.",
        ["Compares scenarios with a baseline: what each changes, for whom, at what cost, and how sure that is."] =
            "Compare des scénarios à une référence\u00a0: ce que chacun change, pour qui, à quel coût, et à quel point c’est sûr.",
        ["Scenarios share their random numbers, so that a physician chooses otherwise only where a policy made a difference."] =
            "Les scénarios partagent leurs nombres aléatoires\u00a0: un médecin ne choisit autrement que si une mesure y est pour " +
            "quelque chose.",
        ["Scenario files, or one folder of them."] = "Fichiers de scénario, ou un dossier qui en contient.",
        ["Name of the scenario to compare with."] = "Nom du scénario de référence.",
        ["Also compares with each of these numbers (coefficients, settings, class shares, policies.LABEL.KEY) at the low and high " +
            "end of its range, one at a time: dotted keys separated by commas, or all. Each takes two more runs."] =
            "Compare aussi avec chacun de ces nombres (coefficients, réglages, parts des classes, policies.NOM.CLÉ) aux deux bouts " +
            "de sa plage, l’un après l’autre\u00a0: clés à points séparées par des virgules, ou all. Chacun demande deux simulations " +
            "de plus.",
        ["Folder of the results (default: out/NAME)."] = "Dossier des résultats (par défaut\u00a0: out/NOM).",
        ["What report and brief are called (default: the name of the scenario or folder)."] =
            "Titre du rapport et de la synthèse (par défaut\u00a0: le nom du scénario ou du dossier).",
        ["Runs of each scenario, each with its own random numbers."] =
            "Simulations de chaque scénario, chacune avec ses nombres aléatoires.",
        ["Names the random numbers."] = "Nomme les nombres aléatoires.",
        ["Threads; results do not depend on them."] = "Fils d’exécution\u00a0; les résultats n’en dépendent pas.",
        ["First and last year, such as 2025..2045."] = "Première et dernière année, comme 2025..2045.",
        ["Another territories.yaml."] = "Un autre territories.yaml.",
        ["Changes a value of the scenario, by its dotted key; may be repeated."] =
            "Change une valeur du scénario, par sa clé à points\u00a0; peut être répété.",
        ["Changes a value of the study, by its dotted key; may be repeated."] =
            "Change une valeur de l’étude, par sa clé à points\u00a0; peut être répété.",
        ["Changes a value of the scenario or study, by its dotted key; may be repeated."] =
            "Change une valeur du scénario ou de l’étude, par sa clé à points\u00a0; peut être répété.",
        ["Says nothing but errors."] = "Ne dit rien, sauf les erreurs.",
        ["Fits a choice model (logit, nested, mixed, latent-class, …) to choice data, as a study file says, and writes tables and " +
            "figures."] =
            "Estime un modèle de choix (logit, emboîté, mixte, à classes latentes…) sur des données de choix, comme le dit un " +
            "fichier d’étude, et écrit tableaux et figures.",
        ["Fits the choice models of several studies and puts them side by side in one table: text, LaTeX, HTML and CSV."] =
            "Estime les modèles de choix de plusieurs études et les met côte à côte dans un tableau\u00a0: texte, LaTeX, HTML et CSV.",
        ["Study files, a column each."] = "Des fichiers d’étude, une colonne chacun.",
        ["Replaces results that were changed or measured otherwise, keeping what this program did not write."] =
            "Remplace des résultats modifiés, ou mesurés autrement, et garde ce que ce programme n’a pas écrit.",
        ["Replaces results that were changed or of another choice, keeping what this program did not write."] =
            "Remplace des résultats changés ou d’un autre choix, en gardant ce que ce programme n’a pas écrit.",
        ["Replaces results that were changed, keeping what this program did not write."] =
            "Remplace des résultats modifiés, en gardant ce que ce programme n’a pas écrit.",
        ["Folder of the tables."] = "Dossier des tableaux.",
        ["A study file."] = "Un fichier d’étude.",
        ["Writes the estimates as a scenario's preferences too."] = "Écrit aussi les estimations comme préférences d’un scénario.",
        ["Makes a D-efficient choice design without tasks whose answer is plain, shares it out to blocks, and says what a sample " +
            "could tell."] =
            "Fait un plan de choix D-efficace, sans tâche dont la réponse va de soi, le répartit en blocs, et dit ce qu’un " +
            "échantillon pourrait apprendre.",
        ["Folder for the questionnaire: HTML and PDF to print, files for LimeSurvey and Qualtrics."] =
            "Dossier du questionnaire\u00a0: HTML et PDF à imprimer, fichiers pour LimeSurvey et Qualtrics.",
        ["Writes no answers but simulates many samples: how often coefficients are significant, as table and figure."] =
            "N’écrit pas de réponses mais simule de nombreux échantillons\u00a0: la fréquence à laquelle les coefficients sont " +
            "significatifs, en tableau et en figure.",
        ["With --power: samples of each size."] = "Avec --power\u00a0: échantillons de chaque taille.",
        ["Measures this design; nothing is written."] = "Mesure ce plan\u00a0; rien n’est écrit.",
        ["Starts from this design and betters it."] = "Part de ce plan et l’améliore.",
        ["A study file with 'design:', attributes with levels."] =
            "Un fichier d’étude avec «\u00a0design:\u00a0», des attributs et leurs niveaux.",
        ["Table to write (default: the design of the study's respondents)."] =
            "Tableau à écrire (par défaut\u00a0: le plan des répondants de l’étude).",
        ["Simulates people who answer a choice design with known coefficients, for teaching and to see what a sample can tell."] =
            "Simule des personnes qui répondent à un plan de choix avec des coefficients connus, pour enseigner et pour voir ce " +
            "qu’apprend un échantillon.",
        ["A table that is there already is not replaced unless it holds these very answers, or by --force."] =
            "Un tableau déjà là n’est pas remplacé, sauf s’il contient ces mêmes réponses, ou avec --force.",
        ["A study file with 'respondents:', a design and known coefficients."] =
            "Un fichier d’étude avec «\u00a0respondents:\u00a0», un plan et des coefficients connus.",
        ["Shows what one physician wants: the utility of the likeliest places term by term, and their probabilities, under each " +
            "scenario."] =
            "Montre ce que veut un médecin\u00a0: l’utilité des lieux les plus probables, terme à terme, et leurs probabilités, dans " +
            "chaque scénario.",
        ["The physician: name, age, sex, birth-place, training-place, partner and more."] =
            "Le médecin\u00a0: name, age, sex, birth-place, training-place, partner et le reste.",
        ["Year of the choice (default: the first in which every policy has begun)."] =
            "Année du choix (par défaut\u00a0: la première où toute mesure a commencé).",
        ["Folder of the results (default: out/NAME-explain)."] = "Dossier des résultats (par défaut\u00a0: out/NOM-explain).",
        ["Measures accessibility on a table of territories, and how unequal it is; nothing is simulated."] =
            "Mesure l’accessibilité sur un tableau de territoires, et combien elle est inégale\u00a0; rien n’est simulé.",
        ["A territories.yaml, or a table whose columns are named as 'installsim list columns' says."] =
            "Un territories.yaml, ou un tableau dont les colonnes ont les noms que donne «\u00a0installsim list columns\u00a0».",
        ["Metric (see 'installsim list metrics'), or its keys: '{ type: raam, travel-minutes: 30 }'."] =
            "Indicateur (voir «\u00a0installsim list metrics\u00a0»), ou ses clés\u00a0: '{ type: raam, travel-minutes: 30 }'.",
        ["Accessibility under which a territory is under-dense (default: 2.5 for apl, else none)."] =
            "Accessibilité sous laquelle un territoire est sous-dense (par défaut\u00a0: 2.5 pour apl, sinon aucune).",
        ["Full-time equivalents of a physician of the table."] = "Équivalents temps plein d’un médecin du tableau.",
        ["Folder of the results (default: out/NAME-access)."] = "Dossier des résultats (par défaut\u00a0: out/NOM-access).",
        ["TERRITORIES"] = "TERRITOIRES",
        ["A study file with 'uptake:', a base and packages."] =
            "Un fichier d’étude avec «\u00a0uptake:\u00a0», une base et des paquets.",
        ["Estimates of the study (default: out/NAME/estimates.json)."] =
            "Estimations de l’étude (par défaut\u00a0: out/NOM/estimates.json).",
        ["Folder of the results (default: out/NAME-uptake)."] = "Dossier des résultats (par défaut\u00a0: out/NOM-uptake).",
        ["Replaces results that were changed; takes estimates that did not converge or were changed."] =
            "Remplace des résultats modifiés\u00a0; accepte des estimations sans convergence ou modifiées.",
        ["Says who would take packages of changes, and what income makes up for them, by the estimates of a study; nothing is " +
            "refitted."] =
            "Dit qui prendrait des paquets de changements, et quel revenu les compense, d’après les estimations d’une étude\u00a0; rien " +
            "n’est réestimé.",
        ["Table to write (default: the data file of the study)."] =
            "Tableau à écrire (par défaut\u00a0: le fichier de données de l’étude).",
        ["Checks scenarios or studies and their data, and says all that is wrong at once, each at its file and line. Writes nothing."] =
            "Vérifie des scénarios ou des études et leurs données, et dit en une fois tout ce qui est faux, avec fichier et ligne. " +
            "N’écrit rien.",
        ["Scenarios, studies, plans, or folders of them."] = "Scénarios, études, plans, ou dossiers qui en contiennent.",
        ["Prints each scenario merged with what it extends, every value with the file and line that says it."] =
            "Affiche chaque scénario fusionné avec ce dont il hérite, chaque valeur avec le fichier et la ligne qui la disent.",
        ["Makes the report, or single figures, again from results."] = "Refait le rapport, ou des figures seules, à partir de résultats.",
        ["A results folder."] = "Un dossier de résultats.",
        ["html: the report; svg, png or pdf: pictures; vega: specifications; gallery: Markdown with pictures."] =
            "html\u00a0: le rapport\u00a0; svg, png ou pdf\u00a0: images\u00a0; vega\u00a0: spécifications\u00a0; gallery\u00a0: " +
            "Markdown avec images.",
        ["Figures wanted, by id, separated by commas (default: all; see 'installsim list figures')."] =
            "Figures voulues, par identifiant, séparées par des virgules (par défaut\u00a0: toutes\u00a0; voir «\u00a0installsim " +
            "list figures\u00a0»).",
        ["Width of a picture, pixels."] = "Largeur d’une image, en pixels.",
        ["Writes brief.pdf instead: two or three pages of A4 for printing, in the language of --lang."] =
            "Écrit à la place brief.pdf\u00a0: deux ou trois pages A4 à imprimer, dans la langue de --lang.",
        ["Folder to write into (default: RESULTS)."] = "Dossier où écrire (par défaut\u00a0: RÉSULTATS).",
        ["Warns of what is allowed but hardly meant: rows that look like totals, codes without their zeros, settings of another area, " +
            "and"] =
            "Avertit de ce qui est permis mais sans doute pas voulu\u00a0: lignes qui semblent des totaux, codes sans leurs zéros, " +
            "réglages d’un autre territoire,",
        ["a future without new policies that is hardly plausible, for which it simulates once."] =
            "et avenir peu plausible sans nouvelle mesure, pour lequel une simulation est faite.",
        ["Takes warnings for errors: exit code 2 where there is one."] =
            "Prend les avertissements pour des erreurs\u00a0: code de sortie 2 s’il y en a un.",
        ["Prints a JSON Schema of a kind of files, with which an editor completes and checks them while you type."] =
            "Affiche un schéma JSON d’une sorte de fichiers, avec lequel un éditeur les complète et les vérifie pendant la frappe.",
        ["Then write on top of the file:"] = "Puis écrire en tête du fichier\u00a0:",
        ["One of scenario, territories, sensitivity, study, validation, sweep, calibration."] =
            "Au choix\u00a0: scenario, territories, sensitivity, study, validation, sweep, calibration.",
        ["Fits numbers of a scenario to what was published: first rules out, wave by wave, all values that cannot meet the targets, then"] =
            "Cale des nombres d’un scénario sur ce qui est publié\u00a0: exclut d’abord, vague par vague, ce qui n’atteint pas les",
        ["fits from the best of those left. Writes what is left, the fit with its covariance, and a scenario with the numbers found."] =
            "cibles, puis ajuste depuis la meilleure restante. Écrit ce qui reste, l’ajustement et sa covariance, et un scénario calé.",
        ["Calibration file: a scenario, its numbers, targets."] = "Fichier de calage\u00a0: un scénario, ses nombres, des cibles.",
        ["Runs a plan of more than 20,000 runs of the scenario."] = "Exécute un plan de plus de 20\u202f000 simulations du scénario.",
        ["Says which numbers an outcome hangs on when all vary together, policies' own included: sorts out those without effect " +
            "(Morris),"] =
            "Dit de quels nombres dépend un résultat quand tous varient ensemble, ceux des mesures compris\u00a0: écarte ceux sans effet " +
            "(Morris),",
        ["shares out the variance (Sobol'), or compares distributions (PAWN)."] =
            "répartit la variance (Sobol’), ou compare les distributions (PAWN).",
        ["A plan: scenarios, numbers, outcomes, method."] = "Un plan\u00a0: scénarios, nombres, résultats, méthode.",
        ["PLAN"] = "PLAN",
        ["Folder of the results (default: out/NAME-sensitivity)."] = "Dossier des résultats (par défaut\u00a0: out/NOM-sensitivity).",
        ["Goes on with a plan that was stopped."] = "Reprend un plan interrompu.",
        ["Means it, though the plan has more than 20000 runs."] = "Le confirme, bien que le plan ait plus de 20000 calculs.",
        ["Lists what can be written in YAML or asked for: policies, metrics, variables, columns of a table of territories, " +
            "indicators, figures."] =
            "Liste ce qui peut s’écrire en YAML ou se demander\u00a0: mesures, indicateurs d’accès, variables, colonnes d’un tableau " +
            "de territoires, indicateurs, figures.",
        ["One of policies, metrics, variables, columns, indicators, figures; alone, 'installsim list' names them."] =
            "Au choix\u00a0: policies, metrics, variables, columns, indicators, figures\u00a0; seul, «\u00a0installsim list\u00a0» les " +
            "nomme.",
        ["SCENARIO"] = "SCÉNARIO",
        ["SCENARIOS"] = "SCÉNARIOS",
        ["STUDY"] = "ÉTUDE",
        ["PATHS"] = "CHEMINS",
        ["RESULTS"] = "RÉSULTATS",
        ["WHAT"] = "QUOI",
        ["FILE"] = "FICHIER",
        ["DIR"] = "DOSSIER",
        ["NAME"] = "NOM",
        ["TEXT"] = "TEXTE",
        ["KEYS|all"] = "CLÉS|all",
        ["key=value"] = "clé=valeur",
        ["PREFERENCES.yaml"] = "PRÉFÉRENCES.yaml",
        ["Goes on with a run that was stopped, or adds replications to a finished one."] =
            "Reprend une simulation interrompue, ou ajoute des réplications à une simulation finie.",
        ["Replaces results that were changed, keeping what this program did not write; throws unfinished work away."] =
            "Remplace des résultats modifiés, en gardant ce que ce programme n’a pas écrit\u00a0; jette le travail inachevé.",
        ["Replaces results that were changed, keeping what this program did not write, and preferences that hold something else; saves "
            + "estimates that did not converge."] =
            "Remplace des résultats modifiés, en gardant ce que ce programme n’a pas écrit, et des préférences au contenu différent\u00a0; "
                + "enregistre aussi des estimations qui n’ont pas convergé.",
        ["Replaces the table though it holds other answers."] = "Remplace le tableau même s’il contient d’autres réponses.",
        ["Replaces the table though it holds something else."] = "Remplace le tableau même si son contenu est différent.",
        ["Replaces files of these names that this program did not write, or that were changed."] =
            "Remplace les fichiers de ces noms que ce programme n’a pas écrits, ou qui ont été modifiés.",
        ["Runs again what made results, from the same inputs, and compares every table, byte by byte. Writes nothing."] =
            "Refait la simulation dont viennent des résultats, avec les mêmes données, et compare chaque tableau, octet par octet. " +
            "N’écrit rien.",
        ["Call it in the folder in which the results were made. Exit code 0: all tables are the same; 1: some differ; 2: refused."] =
            "À lancer dans le dossier où les résultats ont été faits. Code de sortie 0\u00a0: tous les tableaux sont " +
            "identiques\u00a0; 1\u00a0: certains diffèrent\u00a0; 2\u00a0: refus.",
        ["A results folder, or its manifest.json."] = "Un dossier de résultats, ou son manifest.json.",
        ["Show version information"] = "Affiche la version",
        ["Show help and usage information"] = "Affiche cette aide",
        ["Afficher les informations de version"] = "Affiche la version",
    };

    /// <summary>A line in French; null where there is none.</summary>
    public static string? Find(string line) => All.GetValueOrDefault(line) ?? FrenchHelpOfChecks.Lines.GetValueOrDefault(line);

    /// <summary>Puts the help of a command, its options, arguments and verbs into French.</summary>
    public static void Translate(Command command)
    {
        command.Description = French(command.Description);
        foreach (Option option in command.Options)
        {
            option.Description = French(option.Description);
            option.Action = option is HelpOption { Action: SynchronousCommandLineAction action } ? new Help(action) : option.Action;
            option.HelpName = option.HelpName is { } name ? Find(name) ?? name : null;
        }

        foreach (Argument argument in command.Arguments)
        {
            argument.Description = French(argument.Description);
            argument.HelpName ??= argument.CompletionSources.Count == 0 ? Find(argument.Name) : null;
        }

        foreach (Command verb in command.Subcommands)
        {
            Translate(verb);
        }
    }

    private static string? French(string? text) => text is null ? null
        : string.Join('\n', text.Split('\n').Select(line => line.Trim() is var said && Find(said) is { } french
            ? line.Replace(said, french, StringComparison.Ordinal)
            : line));

    /// <summary>Writes help with the few words that System.CommandLine has in English only.</summary>
    private sealed class Help(SynchronousCommandLineAction action) : SynchronousCommandLineAction
    {
        private static readonly (string English, string French)[] Words =
        [
            ("Description:", "Description\u00a0:"), ("[default: ", "[par défaut\u00a0: "), ("[command]", "[verbe]"),
            ("Commandes\u00a0:", "Verbes\u00a0:"),
        ];

        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            TextWriter output = parseResult.InvocationConfiguration.Output;
            using var help = new StringWriter();
            parseResult.InvocationConfiguration.Output = help;
            int code = action.Invoke(parseResult);
            parseResult.InvocationConfiguration.Output = output;
            output.Write(Words.Concat(All.Select(line => ($"<{line.Key}>", $"<{line.Value}>"))).Aggregate(help.ToString(),
                (text, word) => text.Replace(word.Item1, word.Item2, StringComparison.Ordinal)));
            return code;
        }
    }
}
