using InstallSim.Indicators;
using InstallSim.Simulation.State;
using InstallSim.World;

namespace InstallSim.Simulation;

/// <summary>Writes down the end of each year.</summary>
internal sealed class Recorder
{
    private readonly double[] _values;
    private readonly float[] _stock, _accessibility, _installations, _entries, _under40;
    private int _year;

    public Recorder(PreparedScenario prepared)
    {
        int years = prepared.Scenario.Years.Count, count = prepared.Territories.Count;
        _values = new double[years * IndicatorCatalog.Recorded.Count];
        _stock = new float[years * count];
        _accessibility = new float[years * count];
        _installations = new float[years * count];
        _entries = new float[years * count];
        _under40 = new float[years * count];
    }

    public void Record(RunState state)
    {
        int indicators = IndicatorCatalog.Recorded.Count, count = state.Accessibility.Length;
        state.Events.Count(state.Physicians, state.Year);
        int parts = Math.Min(state.Threads.Count, indicators);
        state.Threads.Each(parts, part =>
        {
            YearView view = state.View(state.Newcomers.ExtraIncome);
            for (int k = part; k < indicators; k += parts)
            {
                _values[(_year * indicators) + k] = IndicatorCatalog.Recorded[k].Measure!(view, state.Events);
            }
        });

        for (int j = 0; j < state.Stock.Length; j++)
        {
            _stock[(_year * count) + AlternativeTable.Territory(j)] += state.Stock[j];
        }

        for (int i = 0; i < count; i++)
        {
            _accessibility[(_year * count) + i] = (float)state.Accessibility[i];
            _entries[(_year * count) + i] = state.Events.Entries[i];
            _under40[(_year * count) + i] = state.Events.Under40[i];
        }

        foreach (Installation installation in state.Events.Installations)
        {
            _installations[(_year * count) + AlternativeTable.Territory(installation.Alternative)] += installation.IsFirst ? 1 : 0;
        }

        _year++;
    }

    public RunRecord Close(RunState state) => new()
    {
        Values = _values,
        Stock = _stock,
        Accessibility = _accessibility,
        Installations = _installations,
        Entries = _entries,
        Under40 = _under40,
        From60AtEnd = [.. state.Events.From60.Select(count => (float)count)],
        History = ByPhysician(state.History, e => e.Physician),
        Reached = ByPhysician(state.Reached, a => a.Physician),
        Footprint = state.Footprint,
        Costs = state.Ledger.Entries(),
        UnderDenseAtStart = state.Events.UnderDenseAtStart,
    };

    /// <summary>
    /// Sorted by physician, the events of each in the order in which they happened: years are, for a run writes them down in turn.
    /// </summary>
    private static T[] ByPhysician<T>(List<T> events, Func<T, uint> physician)
    {
        var keys = new ulong[events.Count];
        for (int k = 0; k < keys.Length; k++)
        {
            keys[k] = ((ulong)physician(events[k]) << 32) | (uint)k;
        }

        Array.Sort(keys);
        return Array.ConvertAll(keys, key => events[(int)(uint)key]);
    }
}
