using InstallSim.Inputs;
using InstallSim.Outputs;

namespace InstallSim.Studies.Settings;

/// <summary>Kinds of standard errors.</summary>
public enum StandardErrorKind
{
    /// <summary>From the Hessian.</summary>
    Hessian,

    /// <summary>From the scores (Berndt, Hall, Hall and Hausman 1974).</summary>
    Bhhh,

    /// <summary>Sandwich over situations (over people for a panel).</summary>
    Robust,

    /// <summary>Sandwich over people.</summary>
    Clustered,

    /// <summary>From people drawn with replacement.</summary>
    Bootstrap,
}

/// <summary>How to estimate.</summary>
public sealed record EstimationSettings
{
    [Key("start", "Starting values by parameter; the others start from the multinomial logit.")]
    public IReadOnlyDictionary<string, double> Start { get; init; } = new Dictionary<string, double>();

    [Key("fixed", "Parameters held at a value, by name.")]
    public IReadOnlyDictionary<string, double> Fixed { get; init; } = new Dictionary<string, double>();

    [Key("equal", "Groups of parameters that have one value, such as [[class1.cost, class2.cost]]; a group counts as one parameter.")]
    public IReadOnlyList<IReadOnlyList<string>> Equal { get; init; } = [];

    [Key("standard-errors", "hessian; bhhh; robust; clustered by person; bootstrap over people.")]
    public StandardErrorKind StandardErrors { get; init; } = StandardErrorKind.Clustered;

    [Key("bootstrap-samples", "bootstrap: samples of people.", Min = 2, Max = 65535)]
    public int BootstrapSamples { get; init; } = 200;

    [Key("starts", "Points to start from, the model's own and random ones about it; the best maximum counts.", Min = 1, Max = 65535)]
    public int Starts { get; init; } = 1;

    [Key("most-iterations", "Iterations after which to give up.", Min = 1, Max = 100_000)]
    public int MostIterations { get; init; } = 300;
}

/// <summary>How intervals of a ratio are made.</summary>
public enum WillingnessToPayMethod
{
    /// <summary>By the delta method.</summary>
    Delta,

    /// <summary>By simulating both coefficients (Krinsky and Robb 1986).</summary>
    KrinskyRobb,

    /// <summary>By Fieller's theorem (1954).</summary>
    Fieller,
}

/// <summary>Willingness to pay.</summary>
public sealed record WillingnessToPaySettings
{
    [Key("denominator", "Variable of the price or the income that pays.", Required = true)]
    public string Denominator { get; init; } = "";

    [Key("unit", "Unit of that variable, for tables and figures.")]
    public string Unit { get; init; } = "";

    [Key("unit-fr", "The same in French, for tables and figures in French.")]
    public string UnitFr { get; init; } = "";

    /// <summary>The unit in a language; that of the study where it has no other, and empty where it has none.</summary>
    internal string ShownUnit(ReportText language) => language.IsFrench && UnitFr.Length > 0 ? UnitFr : Unit;

    [Key("income", "true: the denominator is an income, so that the ratio is what a person would give up of it; false: it is a price.")]
    public bool Income { get; init; }

    [Key("method", "How the intervals are made: delta, krinsky-robb or fieller.")]
    public WillingnessToPayMethod Method { get; init; }
}

/// <summary>How estimates become preferences.</summary>
public sealed record SaveSettings
{
    [Key("extends", "Scenario that the file written extends, so that a scenario can extend it in turn.", IsPath = true)]
    public string? Extends { get; init; }

    [Key("income", "Variable of the income, in k€ a year; its coefficient becomes utils-per-keur.")]
    public string Income { get; init; } = "income";

    [Key("as", "Name in the simulation of a variable whose name differs; leave-out: the variable has no counterpart and is not saved.")]
    public IReadOnlyDictionary<string, string> As { get; init; } = new Dictionary<string, string>();
}

/// <summary>Simulated respondents.</summary>
public sealed record RespondentSettings
{
    [Key("design",
        "Long table of the choice tasks, with the columns of the study's data that are not answers; its separator is that of the data.",
        Required = true, IsPath = true)]
    public string Design { get; init; } = "";

    [Key("block",
        "Column of the design that shares tasks out: a respondent answers one block; 'block' when not given and the design has it; " +
        "empty text: all tasks.")]
    public string? Block { get; init; }

    /// <summary>The column of blocks in a study's design: as said, else <c>block</c>.</summary>
    internal static string BlockColumn(Study study) => study.Respondents?.Block is { Length: > 0 } said ? said : "block";

    [Key("number", "Respondents.", Required = true, Min = 1, Max = 1_000_000)]
    public int Number { get; init; }

    [Key("seed", "Names the random numbers; the same seed gives the same answers.")]
    public uint Seed { get; init; } = 1;

    [Key("coefficients", "The true coefficient of each variable of the utility, utils.", Required = true)]
    public IReadOnlyDictionary<string, double> Coefficients { get; init; } = new Dictionary<string, double>();

    [Key("spreads", "Standard deviation over respondents (normal), by variable; 0 when not named.")]
    public IReadOnlyDictionary<string, double> Spreads { get; init; } = new Dictionary<string, double>();
}
