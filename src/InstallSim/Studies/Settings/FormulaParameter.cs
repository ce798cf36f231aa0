using InstallSim.Inputs;

namespace InstallSim.Studies.Settings;

/// <summary>A parameter of a formula.</summary>
[Shorthand("start")]
public sealed record FormulaParameter
{
    [Key("start", "The value to start from.")]
    public double Start { get; init; }

    [Key("label", "What people call it, in figures; the name when not given.")]
    public string Label { get; init; } = "";

    [Key("label-fr", "The same in French, for figures in French; the label when not given.")]
    public string LabelFr { get; init; } = "";
}
