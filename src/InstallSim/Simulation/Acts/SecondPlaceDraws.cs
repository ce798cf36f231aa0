using InstallSim.Choice.Draws;
using InstallSim.Choice.Kernels;
using InstallSim.Simulation.State;

namespace InstallSim.Simulation.Acts;

/// <summary>
/// Finds the few second places that may win over none: the errors of many physicians' places are drawn together, as far as a bound needs
/// them.
/// </summary>
/// <param name="key">Names the errors, but for whose they are.</param>
internal sealed class SecondPlaceDraws(DrawKey key)
{
    private const int Some = 512;

    private readonly uint[] _names = new uint[Some];
    private readonly int[] _territories = new int[Some], _physicians = new int[Some], _places = new int[Some];
    private readonly double[] _below = new double[Some], _atLeast = new double[Some];
    private int _count;

    /// <summary>Physicians, as numbered by the caller, each with a place of those within reach, in the order of adding.</summary>
    public List<(int Physician, int Place)> MayWin { get; } = [];

    /// <summary>Adds a physician's places.</summary>
    /// <param name="physician">Number of the physician.</param>
    /// <param name="name">Name of the physician.</param>
    /// <param name="within">What is within reach.</param>
    /// <param name="below">What 1 − u must be below.</param>
    public void Add(int physician, uint name, SecondPlaceReach.Offered within, double below)
    {
        for (int place = 0; place < within.Places.Length; place++)
        {
            if (_count == Some)
            {
                Draw();
            }

            (_physicians[_count], _names[_count], _below[_count]) = (physician, name, below);
            (_places[_count], _territories[_count]) = (place, within.Places[place].To);
            _count++;
        }
    }

    /// <summary>Draws what has been added since.</summary>
    public void Draw()
    {
        Span<double> atLeast = _atLeast.AsSpan(0, _count);
        AgentDraws.AtLeast(key, _names.AsSpan(0, _count), _territories.AsSpan(0, _count), atLeast);
        for (int i = 0; i < atLeast.Length; i++)
        {
            if (1 - (atLeast[i] + AgentDraws.Step32) < _below[i])
            {
                MayWin.Add((_physicians[i], _places[i]));
            }
        }

        _count = 0;
    }
}
