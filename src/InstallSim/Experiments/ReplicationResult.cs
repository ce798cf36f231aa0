using InstallSim.Simulation.State;

namespace InstallSim.Experiments;

/// <summary>What one scenario leaves of one replication.</summary>
/// <param name="Values">Indicators, shape [years, indicators].</param>
/// <param name="ByTerritory">In the order of <see cref="TerritoryOutputs.All"/>, each of shape [years, I].</param>
/// <param name="Covered">Territories that policies beyond the baseline's reached in any year, shape [I].</param>
/// <param name="Costs">What policies cost, by act and year.</param>
/// <param name="Moves">Who parts from the baseline.</param>
/// <param name="Aid">What aid changed.</param>
public sealed record ScenarioResult(
    double[] Values, TerritoryColumn[] ByTerritory, bool[] Covered, LedgerEntry[] Costs, Partings Moves, AidCount Aid)
{
    /// <summary>Installed physicians, shape [years, I].</summary>
    public TerritoryColumn Stock => ByTerritory[0];
}

/// <summary>All scenarios of one replication, in the order of the experiment.</summary>
public sealed record ReplicationResult(int Replication, ScenarioResult[] Scenarios);
