using InstallSim.Inputs;

namespace InstallSim.Studies.Settings;

/// <summary>How a parameter of a formula is distributed over people.</summary>
public enum FormulaDistribution
{
    /// <summary>The same for all.</summary>
    Same,

    /// <summary>Mean plus sd times a standard normal number.</summary>
    Normal,

    /// <summary>The exponential of that, of the sign given.</summary>
    Lognormal,
}

/// <summary>A parameter of a formula.</summary>
[Shorthand("start")]
public sealed record FormulaParameter
{
    [Key("start", "The value to start from.")]
    public double Start { get; init; }

    [Key("distribution", "same: one value for all; normal, lognormal: it varies over people, and 'sd.' with its name is estimated too.")]
    public FormulaDistribution Distribution { get; init; }

    [Key("sign", "lognormal: the sign of the parameter.", Allowed = ["positive", "negative"])]
    public string Sign { get; init; } = "positive";

    [Key("label", "What people call it, in figures; the name when not given.")]
    public string Label { get; init; } = "";

    [Key("label-fr", "The same in French, for figures in French; the label when not given.")]
    public string LabelFr { get; init; } = "";
}
