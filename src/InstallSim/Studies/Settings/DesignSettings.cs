using InstallSim.Inputs;

namespace InstallSim.Studies.Settings;

/// <summary>A design to be made.</summary>
public sealed record DesignSettings
{
    [Key("attributes", "What alternatives differ in: each becomes a column of the design, from which utility and derived columns are made.",
        Required = true)]
    public IReadOnlyList<AttributeSettings> Attributes { get; init; } = [];

    [Key("alternatives", "Names of the alternatives of a task.")]
    public IReadOnlyList<string> Alternatives { get; init; } = ["A", "B"];

    [Key("opt-out",
        "Name of a further alternative, the same in every task, to choose none; its attributes are 0 (numbers) or 'none' (words).")]
    public string? OptOut { get; init; }

    [Key("tasks", "Choice tasks in all blocks together.", Required = true, Min = 1, Max = 10_000)]
    public int Tasks { get; init; }

    [Key("blocks", "Parts of equal size; a respondent answers one.", Min = 1, Max = 1000)]
    public int Blocks { get; init; } = 1;

    [Key("balance",
        "true: every level of an attribute is shown as often as another; false: as often as tells most, which for a number is the two " +
        "ends.")]
    public bool Balance { get; init; } = true;

    [Key("priors",
        "What is thought of the coefficients before, by variable of the utility; 0 when not named. Their signs tell which task has an " +
        "alternative that is better in everything.")]
    public IReadOnlyDictionary<string, double> Priors { get; init; } = new Dictionary<string, double>();

    [Key("never", "Combinations of levels that are not shown, each attribute with its level: [{ form: msp, town: city }].")]
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Never { get; init; } = [];

    [Key("starts", "Random designs to start from; the best counts.", Min = 1, Max = 10_000)]
    public int Starts { get; init; } = 10;

    [Key("seed", "Names the random numbers; the same seed gives the same design.")]
    public uint Seed { get; init; } = 1;
}

/// <summary>An attribute of a design.</summary>
public sealed record AttributeSettings
{
    [Key("name", "Its name: that of the column.", Required = true)]
    public string Name { get; init; } = "";

    [Key("levels", "Its levels, numbers or words.", Required = true)]
    public IReadOnlyList<string> Levels { get; init; } = [];
}
