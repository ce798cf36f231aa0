using InstallSim.Inputs;

namespace InstallSim.Preferences;

/// <summary>A number of the model with its plausible range and its source.</summary>
public sealed record Coefficient : IDoubtful
{
    [Key("value", "The value used.", Required = true)]
    public double Value { get; init; }

    [Key("low", "Low end of its plausible range.")]
    public double? Low { get; init; }

    [Key("high", "High end of its plausible range.")]
    public double? High { get; init; }

    [Key("sd", "Standard deviation over physicians of a class (normal); 0 when all are alike.", Min = 0, Max = 10_000)]
    public double StandardDeviation { get; init; }

    [Key("source", "Author and year, or the word ASSUMPTION and why.", Required = true)]
    public string Source { get; init; } = "";

    bool IDoubtful.IsDoubtful => Low < High;

    IDoubtful IDoubtful.CertainAt(double value) => this with { Value = value, Low = null, High = null };
}
