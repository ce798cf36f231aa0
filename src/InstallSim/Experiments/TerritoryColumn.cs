using System.Collections;

namespace InstallSim.Experiments;

/// <summary>
/// Numbers of territories and years, kept in two bytes each where all are whole and from 0 to 65,535, as counts of physicians are: a
/// comparison holds those of all its replications.
/// </summary>
public sealed class TerritoryColumn : IReadOnlyList<float>
{
    private readonly ushort[]? _counts;
    private readonly float[] _values = [];

    /// <summary>Keeps numbers.</summary>
    /// <param name="values">Shape [years, I].</param>
    public TerritoryColumn(float[] values)
    {
        if (Array.TrueForAll(values, value => value == (ushort)Math.Clamp(value, 0, ushort.MaxValue) && !float.IsNegative(value)))
        {
            _counts = Array.ConvertAll(values, value => (ushort)value);
        }
        else
        {
            _values = values;
        }
    }

    /// <summary>How many there are.</summary>
    public int Count => _counts?.Length ?? _values.Length;

    /// <summary>One of them.</summary>
    public float this[int index] => _counts is null ? _values[index] : _counts[index];

    /// <summary>All of them in their order.</summary>
    public IEnumerator<float> GetEnumerator() => Enumerable.Range(0, Count).Select(k => this[k]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
