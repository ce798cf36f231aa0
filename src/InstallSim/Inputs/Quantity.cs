using System.Globalization;

namespace InstallSim.Inputs;

/// <summary>
/// A number that nobody knows exactly: the value used, the ends of its plausible range, and where they come from. A bare number in YAML is
/// one without doubt, whatever range the default has. Unit and bounds of the key that holds it are those of value and ends.
/// </summary>
[Shorthand("value")]
public sealed record Quantity : IDoubtful
{
    [Key("value", "The value used; where a range is given, its most plausible value.", Required = true)]
    public double Value { get; init; }

    [Key("low", "Low end of its plausible range; none when the value is taken as certain.")]
    public double? Low { get; init; }

    [Key("high", "High end of its plausible range; none when the value is taken as certain.")]
    public double? High { get; init; }

    [Key("source", "Author and year, or the word ASSUMPTION and why.")]
    public string Source { get; init; } = "";

    /// <summary>Whether it has a range of some width.</summary>
    public bool IsDoubtful => Low < High;

    /// <summary>The same with another value, taken as certain.</summary>
    public IDoubtful CertainAt(double value) => this with { Value = value, Low = null, High = null };

    /// <summary>The value, as a number is written.</summary>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A number without doubt.</summary>
    public static implicit operator Quantity(double value) => new() { Value = value };

    /// <summary>The value used.</summary>
    public static implicit operator double(Quantity quantity) => quantity.Value;
}
