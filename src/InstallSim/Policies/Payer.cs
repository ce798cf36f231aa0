namespace InstallSim.Policies;

/// <summary>Who pays for a policy: the State, the health insurance, a region, a commune, or whoever a scenario names.</summary>
public static class Payer
{
    /// <summary>Where nobody is named.</summary>
    public const string Unnamed = "public";

    /// <summary>All of a cost, of nobody named.</summary>
    public static IReadOnlyDictionary<string, double> Public { get; } = new Dictionary<string, double> { [Unnamed] = 1 };
}
