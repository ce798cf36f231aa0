using InstallSim.Inputs;

namespace InstallSim.Territories;

/// <summary>A column that a table of territories may have, as people are told of it.</summary>
/// <param name="Key">Its key under <c>columns:</c>.</param>
/// <param name="Unit">Unit; empty for a text.</param>
/// <param name="IsRequired">Whether a table without it is refused.</param>
/// <param name="Doc">What it is.</param>
/// <param name="ReplacedBy">What stands in where the table lacks it; empty where it is required.</param>
public sealed record TerritoryColumnInfo(string Key, string Unit, bool IsRequired, Words Doc, Words ReplacedBy)
{
    private static readonly Words None = new("", "");
    private static readonly Words NotGiven = InFrench("not given: nothing can be selected by it");

    /// <summary>All columns, those that are required first.</summary>
    public static IReadOnlyList<TerritoryColumnInfo> All { get; } = [.. TerritoryVariables.Keys.Select(Of)];

    private static TerritoryColumnInfo Of(string key) => key switch
    {
        TerritoryVariables.Code => Text(key, "Code, a text that no other row has: 01001, 2A004, 200040350.",
            "Code, un texte qu’aucune autre ligne n’a\u00a0: 01001, 2A004, 200040350."),
        TerritoryVariables.Name => Text(key, "Name, as figures show it.", "Nom, tel que les figures le montrent."),
        TerritoryVariables.Departement => Text(key, "Code of the département, a text: policies select by it.",
            "Code du département, un texte\u00a0: les mesures choisissent par lui.", NotGiven),
        TerritoryVariables.Region => Text(key, "Code of the region, a text.", "Code de la région, un texte.", NotGiven),
        TerritoryVariables.AreaType => Text(key, "Kind of territory: urban, periurban or rural; 'values' translates other words.",
            "Type de territoire\u00a0: urban, periurban ou rural\u00a0; «\u00a0values\u00a0» traduit d’autres mots.",
            InFrench(TerritoryProxies.AreaRule)),
        _ => OfNumber(TerritoryVariables.Numbers.First(variable => variable.Key == key)),
    };

    private static TerritoryColumnInfo Text(string key, string doc, string french, Words? replacedBy = null) =>
        new(key, "", replacedBy is null, new Words(doc, french), replacedBy ?? None);

    private static TerritoryColumnInfo OfNumber(TerritoryVariable v) => new(v.Key, v.Unit, v.IsRequired, new Words(v.Doc, v.French),
        v.IsRequired ? None : InFrench(v.DefaultSource));

    private static Words InFrench(string source) => new(source, FrenchSources.Find(source) ?? source);
}
