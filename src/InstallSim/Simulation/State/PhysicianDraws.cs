using InstallSim.Choice.Draws;
using InstallSim.Choice.Kernels;

namespace InstallSim.Simulation.State;

/// <summary>A pair of draws for each of many physicians, several worked out at a time.</summary>
/// <param name="room">Physicians that will be added at most, as far as that is known.</param>
internal sealed class PhysicianDraws(int room)
{
    private int[] _rows = [];
    private uint[] _names = [];
    private double[] _even = [], _odd = [];

    /// <summary>Physicians added.</summary>
    public int Count { get; private set; }

    /// <summary>Forgets all.</summary>
    /// <param name="most">Most physicians that may be added.</param>
    public void Clear(int most)
    {
        Count = 0;
        if (_rows.Length < most)
        {
            int size = Math.Max(room, most * 5 / 4);
            (_rows, _names, _even, _odd) = (new int[size], new uint[size], new double[size], new double[size]);
        }
    }

    /// <summary>Adds a physician.</summary>
    public void Add(int row, uint name)
    {
        (_rows[Count], _names[Count]) = (row, name);
        Count++;
    }

    /// <summary>Draws a pair of each.</summary>
    /// <param name="key">Name of the draws; its agent plays no part.</param>
    /// <param name="pair">Number of the pair.</param>
    public void Draw(in DrawKey key, int pair = 0) =>
        AgentDraws.Pairs(key, _names.AsSpan(0, Count), pair, _even.AsSpan(0, Count), _odd.AsSpan(0, Count));

    /// <summary>Row of the k-th physician added, and its draws.</summary>
    public (int Row, double Even, double Odd) Of(int k) => (_rows[k], _even[k], _odd[k]);
}
