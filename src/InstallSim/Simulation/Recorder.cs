using InstallSim.Indicators;
using InstallSim.World;

namespace InstallSim.Simulation;

/// <summary>Writes down the end of each year.</summary>
internal sealed class Recorder
{
    private readonly double[] _values;
    private readonly float[] _stock, _accessibility, _installations;
    private int _year;

    public Recorder(Study study)
    {
        int years = study.Scenario.Years.Count, count = study.Territories.Count;
        _values = new double[years * IndicatorMeasures.InOrder.Count];
        _stock = new float[years * count];
        _accessibility = new float[years * count];
        _installations = new float[years * count];
    }

    public void Record(RunState state)
    {
        int indicators = IndicatorMeasures.InOrder.Count, count = state.Accessibility.Length;
        state.Events.Count(state.Physicians, state.Year);
        YearView view = state.View();
        for (int k = 0; k < indicators; k++)
        {
            _values[(_year * indicators) + k] = IndicatorMeasures.InOrder[k](view, state.Events);
        }

        for (int j = 0; j < state.Stock.Length; j++)
        {
            _stock[(_year * count) + AlternativeTable.Territory(j)] += state.Stock[j];
        }

        for (int i = 0; i < count; i++)
        {
            _accessibility[(_year * count) + i] = (float)state.Accessibility[i];
        }

        foreach (Installation installation in state.Events.Installations)
        {
            _installations[(_year * count) + AlternativeTable.Territory(installation.Alternative)] += installation.IsFirst ? 1 : 0;
        }

        _year++;
    }

    public RunRecord Close(RunState state) => new(
        _values,
        _stock,
        _accessibility,
        _installations,
        // Stable: within a physician and year the order of events is kept.
        [.. state.History.OrderBy(e => e.Physician).ThenBy(e => e.Year)],
        [.. state.Signatures.OrderBy(s => s.Physician).ThenBy(s => s.Year)],
        state.Footprint,
        [.. state.TrainedByPolicy],
        state.Events.UnderDenseAtStart);
}
