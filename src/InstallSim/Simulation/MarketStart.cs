using InstallSim.Simulation.State;
using InstallSim.World;

namespace InstallSim.Simulation;

/// <summary>
/// What the years before the start leave that takes long to find. It follows from all but the policies, so the scenarios of a replication
/// that start alike (<see cref="PreparedScenario.StartsAs"/>) share it.
/// </summary>
/// <param name="Participation">Constants of the choice to take a place at all.</param>
/// <param name="Stages">Stage of each physician of the start, by row: who is a locum still.</param>
/// <param name="Spells">Year in which each began the present spell of tastes, by row.</param>
/// <param name="PlaceEffects">ξ of each territory, utils; 0 where nothing draws to places but what is observed.</param>
public sealed record MarketStart(Participation Participation, IReadOnlyList<Stage> Stages, IReadOnlyList<short> Spells,
    IReadOnlyList<double> PlaceEffects)
{
    /// <summary>Keeps what the warm-up left.</summary>
    internal static MarketStart Of(RunState state)
    {
        PhysicianTable p = state.Physicians;
        return new MarketStart(state.Participation, p.Stage[..p.Count], p.Spell[..p.Count], [.. state.PlaceEffects]);
    }

    /// <summary>Gives it to another run, with the same persons in the same rows.</summary>
    internal void GiveTo(RunState state)
    {
        PhysicianTable physicians = state.Physicians;
        for (int n = 0; n < Stages.Count; n++)
        {
            (physicians.Stage[n], physicians.Spell[n]) = (Stages[n], Spells[n]);
        }

        for (int i = 0; i < PlaceEffects.Count; i++)
        {
            state.PlaceEffects[i] = PlaceEffects[i];
        }
    }
}
