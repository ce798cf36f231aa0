namespace InstallSim.Inputs;

/// <summary>A number that may have a plausible range: what a replication can draw and a sensitivity analysis can vary.</summary>
public interface IDoubtful
{
    /// <summary>The value used; where there is a range, its most plausible value.</summary>
    double Value { get; }

    /// <summary>Low end of the range; null when the value is taken as certain.</summary>
    double? Low { get; }

    /// <summary>High end of the range; null when the value is taken as certain.</summary>
    double? High { get; }

    /// <summary>Author and year, or the word ASSUMPTION and why.</summary>
    string Source { get; }

    /// <summary>Whether it has a range of some width.</summary>
    bool IsDoubtful { get; }

    /// <summary>The same with another value, taken as certain.</summary>
    IDoubtful CertainAt(double value);
}
