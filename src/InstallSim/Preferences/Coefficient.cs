using InstallSim.Inputs;

namespace InstallSim.Preferences;

/// <summary>A number of the model with its plausible range and its source.</summary>
public sealed record Coefficient : IDoubtful
{
    /// <summary>The value used.</summary>
    [Key("value", "The value used.", Required = true)]
    public double Value { get; init; }

    /// <summary>Low end of its plausible range.</summary>
    [Key("low", "Low end of its plausible range.")]
    public double? Low { get; init; }

    /// <summary>High end of its plausible range.</summary>
    [Key("high", "High end of its plausible range.")]
    public double? High { get; init; }

    /// <summary>Standard deviation of the coefficient over physicians of a class (normal).</summary>
    [Key("sd", "Standard deviation over physicians of a class (normal); 0 when all are alike.", Min = 0)]
    public double StandardDeviation { get; init; }

    /// <summary>Author and year, or the word ASSUMPTION and why.</summary>
    [Key("source", "Author and year, or the word ASSUMPTION and why.", Required = true)]
    public string Source { get; init; } = "";

    /// <inheritdoc/>
    public bool IsDoubtful => Low < High;

    /// <inheritdoc/>
    public IDoubtful CertainAt(double value) => this with { Value = value, Low = null, High = null };
}
