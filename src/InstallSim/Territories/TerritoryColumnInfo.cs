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
    private static readonly Words NotGiven =
        new("not given: nothing can be selected by it", "non donné\u00a0: rien ne peut être choisi par lui");

    private static readonly Dictionary<string, string> FrenchDefaults = new()
    {
        [TerritoryVariables.ShareUnder25] = "HYPOTHÈSE\u00a0: 29\u00a0% partout",
        [TerritoryVariables.Share65Plus] = "HYPOTHÈSE\u00a0: 21\u00a0% partout",
        [TerritoryVariables.SharePhysicians60Plus] =
            "31\u00a0% des généralistes libéraux de France métropolitaine en 2024 (Carsat et CNAM, "
                + "Observatoire des fragilités), partout la même",
        [TerritoryVariables.MspPlaces] = "HYPOTHÈSE\u00a0: aucune",
        [TerritoryVariables.HealthCentrePosts] = "HYPOTHÈSE\u00a0: aucun",
        [TerritoryVariables.MainTownPopulation] = "la population du territoire",
        [TerritoryVariables.PoorlyEquipped] =
            "règle\u00a0: moyenne de deux échelles logarithmiques, habitants à moins de 45 minutes (300\u202f000 → 0, 50\u202f000 → 1) "
                + "et commune principale (8\u202f000 → 0, 1\u202f000 → 1)",
        [TerritoryVariables.Schools] = "règle\u00a0: 1 dans une ville de 20\u202f000 habitants, 0 à une heure",
        [TerritoryVariables.PartnerJobsLimited] =
            "règle\u00a0: échelle logarithmique des habitants à moins de 45 minutes (2\u202f000\u202f000 → 0, "
                + "60\u202f000 → 1)",
        [TerritoryVariables.Deprivation] = "HYPOTHÈSE\u00a0: nulle part, la variable n’a donc pas d’effet",
        [TerritoryVariables.IncomeIndex] = "HYPOTHÈSE\u00a0: le même partout",
        [TerritoryVariables.ObservedAccessibility] = "non donnée\u00a0: rien à comparer",
    };

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
            new Words(TerritoryProxies.AreaRule,
                "règle\u00a0: urbain si la commune principale a 30\u202f000 habitants, ou 5\u202f000 et la moitié de ceux du "
                    + "territoire\u00a0; rural à 45 minutes d’une ville de 20\u202f000 et sans ville de 5\u202f000\u00a0; "
                    + "sinon périurbain")),
        _ => OfNumber(TerritoryVariables.Numbers.First(variable => variable.Key == key)),
    };

    private static TerritoryColumnInfo Text(string key, string doc, string french, Words? replacedBy = null) =>
        new(key, "", replacedBy is null, new Words(doc, french), replacedBy ?? None);

    private static TerritoryColumnInfo OfNumber(TerritoryVariable v) => new(v.Key, v.Unit, v.IsRequired, new Words(v.Doc, v.French),
        v.IsRequired ? None : new Words(v.DefaultSource, FrenchDefaults[v.Key]));
}
