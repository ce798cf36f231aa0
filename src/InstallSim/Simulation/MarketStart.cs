using InstallSim.Simulation.State;
using InstallSim.World;

namespace InstallSim.Simulation;

/// <summary>
/// All that a run holds when the years before the start are over: who practises where, who is a locum, what was solved. It follows from
/// all but the policies, so the scenarios of a replication that start alike (<see cref="PreparedScenario.StartsAs"/>) share it. It is a
/// copy that no run writes.
/// </summary>
public sealed class MarketStart
{
    private readonly Array[] _columns;
    private readonly (string Name, bool[] Where)[] _zones;
    private readonly Centre[] _centres;
    private readonly LifeEvent[] _history;
    private readonly double _density, _mspCapacity;

    /// <summary>Copies what a run holds, before policies help or act.</summary>
    internal MarketStart(RunState state)
    {
        (Participation, Physicians) = (state.Participation, state.Physicians.Copy());
        _columns = [.. ColumnsOf(state).Select(column => (Array)column.Clone())];
        _zones = [.. state.Zones.Select(zone => (zone.Key, (bool[])zone.Value.Clone()))];
        _centres = [.. state.Centres.Select(centre => centre.Copy())];
        _history = [.. state.History];
        (_density, _mspCapacity) = (state.StartDensity, state.Msp.MeanCapacity);
    }

    /// <summary>Constants of the choice to take a place at all.</summary>
    public Participation Participation { get; }

    /// <summary>Who there is, of the stock and of the cohorts before the start.</summary>
    internal PhysicianTable Physicians { get; }

    /// <summary>Gives it to another run, which is new and made of its physicians.</summary>
    internal void GiveTo(RunState state)
    {
        state.Participation = Participation;
        foreach ((Array kept, Array own) in _columns.Zip(ColumnsOf(state)))
        {
            Array.Copy(kept, own, kept.Length);
        }

        foreach ((string name, bool[] where) in _zones)
        {
            state.Zones[name] = (bool[])where.Clone();
        }

        state.Centres.AddRange(_centres.Select(centre => centre.Copy()));
        state.History.AddRange(_history);
        state.StartDensity = _density;
        state.Msp.Start(state, _mspCapacity);
    }

    /// <summary>What the start fills by territory or alternative.</summary>
    private static Array[] ColumnsOf(RunState state) =>
    [
        state.Stock, state.Places, state.HasGroup, state.Supply, state.Accessibility, state.Zoning, state.Vacancies, state.Income,
        state.ExtraHours, state.PlaceEffects, state.Consideration,
    ];
}
