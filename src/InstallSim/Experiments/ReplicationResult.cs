using InstallSim.Results;

namespace InstallSim.Experiments;

/// <summary>What one scenario leaves of one replication.</summary>
/// <param name="Values">Indicators, shape [years, indicators].</param>
/// <param name="Stock">Installed physicians, shape [years, I].</param>
/// <param name="Accessibility">Accessibility, shape [years, I].</param>
/// <param name="Installations">First installations, shape [years, I].</param>
/// <param name="Moves">Who parts from the baseline.</param>
/// <param name="Aid">What aid changed.</param>
public sealed record ScenarioResult(
    double[] Values, float[] Stock, float[] Accessibility, float[] Installations, Move[] Moves, AidCount Aid);

/// <summary>All scenarios of one replication, in the order of the experiment.</summary>
public sealed record ReplicationResult(int Replication, ScenarioResult[] Scenarios);
