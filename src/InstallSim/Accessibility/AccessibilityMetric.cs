using InstallSim.Inputs;
using InstallSim.World;

namespace InstallSim.Accessibility;

/// <summary>A measure of how well people of a territory reach physicians. One file a metric; its properties are its YAML.</summary>
public abstract record AccessibilityMetric
{
    /// <summary>Its name in YAML.</summary>
    [Key("type", "Which metric.", Required = true)]
    public string Type { get; init; } = "";

    /// <summary>Unit of the values, as shown to people.</summary>
    public abstract string Unit { get; }

    /// <summary>Travel time beyond which nobody counts, minutes; travel times are cut there.</summary>
    public abstract double CatchmentMinutes { get; }

    /// <summary>Computes accessibility by territory, shape [I].</summary>
    public abstract void Compute(in YearView year, Span<double> accessibility);
}
