using InstallSim.Inputs;

namespace InstallSim.Studies.Settings;

/// <summary>Packages to be compared with a job as it is: who would take them.</summary>
public sealed record UptakeSettings
{
    [Key("base", "The job as it is: a level for every column of the data that the utility is made of and that is not the person's.",
        Required = true)]
    public IReadOnlyDictionary<string, string> Base { get; init; } = new Dictionary<string, string>();

    [Key("packages", "What is changed about it, each with a name.", Required = true)]
    public IReadOnlyList<PackageSettings> Packages { get; init; } = [];

    [Key("alternative",
        "What the data call the job; the first alternative when not given. In a wide table it is the alternative whose uptake is told, " +
        "of all that there are.")]
    public string? Alternative { get; init; }

    [Key("against",
        "Long tables: what people choose from besides the job; the base itself, under the next alternative's name, when not given.")]
    public IReadOnlyList<AgainstSettings> Against { get; init; } = [];

    [Key("by", "Columns of the person, for each of whose values uptake is told apart.")]
    public IReadOnlyList<string> By { get; init; } = [];

    [Key("income", "Column of numbers that makes up for a package: the change of it that gives the uptake of the base.")]
    public string? Income { get; init; }

    [Key("income-unit", "Unit of the income, for tables and figures.")]
    public string IncomeUnit { get; init; } = "";

    [Key("income-unit-fr", "The same in French.")]
    public string IncomeUnitFr { get; init; } = "";

    [Key("improvements", "Names of packages that are added to the others, one by one and together, to see what income they save.")]
    public IReadOnlyList<string> Improvements { get; init; } = [];

    [Key("map", "Uptake of the base by income and one other column, as a heat map.")]
    public UptakeMapSettings? Map { get; init; }

    [Key("draws", "Draws of the random coefficients; the same for every package.", Min = 1, Max = 1_000_000)]
    public int Draws { get; init; } = 1000;

    [Key("interval-draws", "Vectors of estimates simulated for the intervals (Krinsky and Robb 1986).", Min = 100, Max = 100_000)]
    public int IntervalDraws { get; init; } = 1000;

    [Key("seed", "Names the random numbers of the vectors of estimates.")]
    public uint Seed { get; init; } = 1;
}

/// <summary>A package.</summary>
public sealed record PackageSettings
{
    [Key("name", "Its name in results, kebab-case.", Required = true)]
    public string Name { get; init; } = "";

    [Key("title", "What people call it; the name when not given.")]
    public string Title { get; init; } = "";

    [Key("title-fr", "The same in French.")]
    public string TitleFr { get; init; } = "";

    [Key("with", "Packages that it holds besides, by name, such as the one that it shall make up for.")]
    public IReadOnlyList<string> With { get; init; } = [];

    [Key("set", "Levels that it changes, by column.")]
    public IReadOnlyDictionary<string, string> Set { get; init; } = new Dictionary<string, string>();
}

/// <summary>An alternative that stands beside the job.</summary>
[Shorthand("alternative")]
public sealed record AgainstSettings
{
    [Key("alternative", "What the data call it.", Required = true)]
    public string Alternative { get; init; } = "";

    [Key("set",
        "Its levels where they differ from the base. Without this key it has what it has in the data, the same everywhere, as an opt-out.")]
    public IReadOnlyDictionary<string, string> Set { get; init; } = new Dictionary<string, string>();
}

/// <summary>The columns of the heat map.</summary>
public sealed record UptakeMapSettings
{
    [Key("income", "Values of the income.", Required = true)]
    public IReadOnlyList<double> Income { get; init; } = [];

    [Key("column", "The other column.", Required = true)]
    public string Column { get; init; } = "";

    [Key("levels", "Its levels.", Required = true)]
    public IReadOnlyList<string> Levels { get; init; } = [];
}
