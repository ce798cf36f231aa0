using InstallSim.Inputs;
using InstallSim.World;

namespace InstallSim.Territories;

/// <summary>
/// What a <c>territories.yaml</c> says: which table, what its columns mean and where they come from, shapes, travel times.
/// </summary>
internal sealed record TerritoriesFile : MarkedTableFormat
{
    [Key("table", "Table of territories, one row each: CSV, plain or gzip, or a workbook (.xlsx).", Required = true, IsPath = true)]
    public string Table { get; init; } = "";

    [Key("columns", "What each variable is made from: variable: column, or variable: { column: …, source: …, … }.", Required = true)]
    public IReadOnlyDictionary<string, ColumnMapping> Columns { get; init; } = new Dictionary<string, ColumnMapping>();

    [Key("more-columns",
        "Further numbers for the rules of zonings, such as 1 and 0 for in and out: a name of one's own, and the column or { column: …, " +
        "missing: … } that holds it.")]
    public IReadOnlyDictionary<string, ColumnMapping> MoreColumns { get; init; } = new Dictionary<string, ColumnMapping>();

    [Key("shapes", "Contours of the territories, for maps; without them maps show circles.")]
    public ShapesFile? Shapes { get; init; }

    [Key("travel-times", "Travel times: a matrix in a file, or distance, detour and speed.")]
    public TravelTimeSettings TravelTimes { get; init; } = new();
}

/// <summary>
/// How a variable is made from a column, and where that comes from. A number x becomes x / divide-by; with <c>from</c> and <c>to</c>
/// it then becomes (x − from) / (to − from), cut to 0–1 (with <c>log</c>, in the logarithms). <c>from</c> may exceed <c>to</c>.
/// </summary>
[Shorthand("column")]
internal sealed record ColumnMapping
{
    [Key("column", "Column of the table.", Required = true)]
    public string Column { get; init; } = "";

    [Key("divide-by", "A number, such as 100 for a percentage, or a column, such as the total behind a count.")]
    public string? DivideBy { get; init; }

    [Key("from", "Value that becomes 0.")]
    public double? From { get; init; }

    [Key("to", "Value that becomes 1.")]
    public double? To { get; init; }

    [Key("log", "Whether the scale from 'from' to 'to' is logarithmic.")]
    public bool Log { get; init; }

    [Key("values", "For area-type: what each word of the column means, such as { 1: urban, 2: periurban, 3: rural }.")]
    public IReadOnlyDictionary<string, AreaType>? Values { get; init; }

    [Key("missing",
        "Value of the variable where the cell is empty. If not said: the mean over people of the others, or refused where required.")]
    public double? Missing { get; init; }

    [Key("knowledge",
        "How the column is known: published for these territories, spread from a total, standing for another variable, or chosen.")]
    public Knowledge Knowledge { get; init; } = Knowledge.Unsaid;

    [Key("vintage", "Year that it describes.")]
    public string Vintage { get; init; } = "";

    [Key("source", "Publisher and file, or the rule that made it.")]
    public string Source { get; init; } = "";

    [Key("licence", "Licence of the source.")]
    public string Licence { get; init; } = "";

    [Key("unit", "Unit of the column as the table has it.")]
    public string Unit { get; init; } = "";
}

/// <summary>Contours of the territories.</summary>
internal sealed record ShapesFile
{
    [Key("file", "GeoJSON or TopoJSON (one object of polygons), degrees WGS84.", Required = true, IsPath = true)]
    public string File { get; init; } = "";

    [Key("key", "Property of a shape that holds the code of its territory.", Required = true)]
    public string Key { get; init; } = "";

    [Key("knowledge", "How the contours are known: official limits, or a stand-in for them.")]
    public Knowledge Knowledge { get; init; } = Knowledge.Unsaid;

    [Key("vintage", "Year that the contours describe.")]
    public string Vintage { get; init; } = "";

    [Key("source", "Publisher and file, or the rule that made the contours.")]
    public string Source { get; init; } = "";

    [Key("licence", "Licence of the contours.")]
    public string Licence { get; init; } = "";

    [Key("attribution", "Short credit that every picture with these contours carries; their source and licence where it is left out.")]
    public string Attribution { get; init; } = "";
}
