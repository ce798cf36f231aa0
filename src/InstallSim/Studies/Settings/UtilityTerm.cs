using InstallSim.Inputs;

namespace InstallSim.Studies.Settings;

/// <summary>How a column is made of others.</summary>
public enum Recipe
{
    /// <summary>1 where the column has one of the values, else 0.</summary>
    Dummy,

    /// <summary>1 where the column has the first value, −1 where it has the last, else 0.</summary>
    Effects,

    /// <summary>The product of the columns.</summary>
    Product,

    /// <summary>The sum of the columns.</summary>
    Sum,

    /// <summary>The first column less the others.</summary>
    Difference,

    /// <summary>The first column divided by the others.</summary>
    Ratio,

    /// <summary>The natural logarithm.</summary>
    Log,

    /// <summary>The column divided by <c>divide-by</c>.</summary>
    Scale,
}

/// <summary>A column made of those of the file.</summary>
public sealed record DerivedColumn
{
    [Key("name", "Its name; with a '*' (wide), one column is made for each alternative.", Required = true)]
    public string Name { get; init; } = "";

    [Key("recipe", "How it is made.", Required = true)]
    public Recipe Recipe { get; init; }

    [Key("of", "Columns that it is made of: one for dummy, effects, log and scale, two or more for the others.", Required = true,
        MayRepeat = true)]
    public IReadOnlyList<string> Of { get; init; } = [];

    [Key("values", "dummy: the values for which it is 1; effects: the value for which it is 1, then that for which it is -1.")]
    public IReadOnlyList<string> Values { get; init; } = [];

    [Key("divide-by", "scale: what to divide by.")]
    public double DivideBy { get; init; } = 1;
}

/// <summary>A variable of the utility and, by its name, its coefficient.</summary>
[Shorthand("name")]
public sealed record UtilityTerm
{
    [Key("name", "Name of the variable and of its coefficient.", Required = true)]
    public string Name { get; init; } = "";

    [Key("label", "What people call it, in figures; the name when not given.")]
    public string Label { get; init; } = "";

    [Key("label-fr", "The same in French, for figures in French; the label when not given.")]
    public string LabelFr { get; init; } = "";

    [Key("column",
        "Column of its values; in a wide table a '*' stands for the alternative. The name, when neither this nor columns is given.")]
    public string? Column { get; init; }

    [Key("columns", "Wide: column by alternative; alternatives not named have 0.")]
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>();

    [Key("constant", "true: a constant, 1 for the alternatives listed.")]
    public bool Constant { get; init; }

    [Key("alternatives", "Alternatives that it concerns, 0 for the others; all when not given.")]
    public IReadOnlyList<string> Alternatives { get; init; } = [];

    [Key("by-alternative", "true: a coefficient of its own for each alternative concerned, NAME.ALTERNATIVE.")]
    public bool ByAlternative { get; init; }

    [Key("times", "Column to multiply with, such as one of the person's (an interaction).")]
    public string? Times { get; init; }

    [Key("divide-by", "What to divide its values by, to change their unit.")]
    public double DivideBy { get; init; } = 1;

    [Key("levels", "Values of its column, the reference first; each of the others has a coefficient, NAME.LEVEL.")]
    public IReadOnlyList<string> Levels { get; init; } = [];

    [Key("coding", "With levels: 'dummies' are against the reference, 'effects' against the mean of all levels.")]
    public LevelCoding Coding { get; init; }

    /// <summary>Whether it is a column of a formula, without a coefficient of its own.</summary>
    internal bool IsOfFormula { get; init; }
}
