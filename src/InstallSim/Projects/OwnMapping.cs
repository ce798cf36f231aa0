using System.Text;
using InstallSim.Inputs;
using InstallSim.Outputs;
using InstallSim.Territories;

namespace InstallSim.Projects;

/// <summary>
/// The mapping of a user's own table: a line a variable, with what it is, its unit and range, and what stands in without a column.
/// </summary>
internal static class OwnMapping
{
    private static readonly Dictionary<string, Words> Texts = new()
    {
        [TerritoryVariables.Code] = new("Code of the territory, each once; kept as a text, so that leading zeros stay.",
            "Code du territoire, unique\u00a0; gardé comme un texte, donc avec ses zéros initiaux."),
        [TerritoryVariables.Name] = new("Name of the territory.", "Nom du territoire."),
        [TerritoryVariables.Departement] = new("Code of its département, for tables and filters; may be empty.",
            "Code de son département, pour les tableaux et les filtres\u00a0; peut être vide."),
        [TerritoryVariables.Region] = new("Code of its region; may be empty.", "Code de sa région\u00a0; peut être vide."),
        [TerritoryVariables.AreaType] = new(
            "Kind of territory: urban, periurban or rural, in every row; without the column a rule says it.",
            "Type de territoire\u00a0: urban, periurban ou rural, à chaque ligne\u00a0; sans la colonne, une règle le dit."),
    };

    private static readonly Dictionary<string, TerritoryVariable> Numbers = TerritoryVariables.Numbers.ToDictionary(v => v.Key);

    /// <summary>The file.</summary>
    /// <param name="text">Language of its remarks.</param>
    /// <param name="table">Name of the table.</param>
    public static string Write(ReportText text, string table)
    {
        var yaml = new StringBuilder();
        foreach (string line in Head(text))
        {
            yaml.Append("# ").Append(line).Append('\n');
        }

        yaml.Append("table: ").Append(table).Append('\n');
        yaml.Append(text.Say("# separator, decimal and encoding are found and told; say them here where they are found wrong\n",
            "# separator, decimal et encoding sont trouvés et dits\u00a0; les écrire ici s’ils le sont mal\n"));
        yaml.Append("columns:\n");
        foreach (string key in TerritoryVariables.Keys)
        {
            yaml.Append("  # ").Append(Explained(key, text)).Append('\n');
            string hidden = OwnProject.Columns.Contains(key) ? "" : "# ";
            yaml.Append("  ").Append(hidden).Append(key).Append(": ").Append(OwnProject.ColumnOf(key)).Append('\n');
        }

        foreach (string line in Foot(text))
        {
            yaml.Append("# ").Append(line).Append('\n');
        }

        return yaml.ToString();
    }

    /// <summary>What a variable is, in a line: sentence, unit and range, what stands in for it.</summary>
    internal static string Explained(string key, ReportText text)
    {
        bool isRequired = TerritoryVariables.RequiredKeys.Contains(key);
        string required = isRequired ? text.Say(" Required.", " Obligatoire.") : "";
        if (Numbers.GetValueOrDefault(key) is not { } variable)
        {
            return text.Say(Texts[key].English, Texts[key].French) + required;
        }

        string what = text.Say(variable.Doc, variable.French), unit = text.Say(variable.Unit, Units.French(variable.Unit));
        (string min, string max) = (InputScalars.Plain(variable.Min), InputScalars.Plain(variable.Max));
        string range = variable.Unit == "0–1" ? unit : text.Say($"{unit}, {min} to {max}", $"{unit}, de {min} à {max}");
        string instead = isRequired ? required : text.Say(" No column: ", " Sans colonne\u00a0: ") + Instead(variable, text);
        return $"{what} [{range}]{instead}";
    }

    private static string Instead(TerritoryVariable variable, ReportText text)
    {
        Words replacedBy = TerritoryColumnInfo.All.First(column => column.Key == variable.Key).ReplacedBy;
        return (double.IsNaN(variable.Default) ? "" : InputScalars.Plain(variable.Default) + text.Say("; ", "\u00a0; "))
            + text.Say(replacedBy.English, replacedBy.French);
    }

    private static string[] Head(ReportText text) => text.IsFrench
        ?
        [
            "Ce que signifient les colonnes de votre tableau, en «\u00a0variable: colonne\u00a0». Si le vôtre a d’autres noms de "
                + "colonnes, les",
            "écrire derrière les deux-points\u00a0; ôter les lignes facultatives des colonnes qu’il n’a pas\u00a0: ce que disent leurs "
                + "remarques",
            "les remplace, comme une colonne sans aucune valeur. Une case vide parmi d’autres, pour un nombre, prend la moyenne",
            "des autres lignes, pondérée par les habitants, ou ce que dit «\u00a0missing\u00a0»\u00a0; d’observed-accessibility, elle "
                + "reste vide.",
            "De places et de postes aussi, avec un avertissement\u00a0: si une case vide veut dire aucun, écrire",
            "  msp-places: { column: msp_places, missing: 0 }",
            "Une colonne peut aussi se transformer et dire d’où elle vient\u00a0:",
            "  physicians: { column: MG, divide-by: 100, source: \"...\", vintage: 2024, licence: ..., knowledge: real }",
        ]
        :
        [
            "What the columns of your table mean, as 'variable: column'. Where yours has other column names, write them behind the colon;",
            "remove the optional lines whose column it lacks: what their remarks say stands in, as for a column without any value.",
            "A single empty cell of a number takes the mean over people of the other rows, or what 'missing' says;",
            "of observed-accessibility it stays empty. Of places and posts too, which is warned of: where an empty cell means none, write",
            "  msp-places: { column: msp_places, missing: 0 }",
            "A column can be changed too, and say where it comes from:",
            "  physicians: { column: GPs, divide-by: 100, source: \"...\", vintage: 2024, licence: ..., knowledge: real }",
        ];

    private static string[] Foot(ReportText text) => text.IsFrench
        ?
        [
            "Contours, pour les cartes (sans eux, des cercles)\u00a0:",
            "shapes: { file: contours.geojson, key: code }    # key\u00a0: la propriété qui porte le code",
            "Temps de trajet\u00a0: sans fichier, d’après la distance, le détour et la vitesse.",
            "travel-times: { file: minutes.csv, from: from, to: to, minutes: minutes }",
        ]
        :
        [
            "Contours, for maps (without them, circles):",
            "shapes: { file: contours.geojson, key: code }    # key: the property that holds the code",
            "Travel times: without a file, by distance, detour and speed.",
            "travel-times: { file: minutes.csv, from: from, to: to, minutes: minutes }",
        ];
}
