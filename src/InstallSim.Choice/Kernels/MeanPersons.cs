using System.Runtime.InteropServices;

namespace InstallSim.Choice.Kernels;

/// <summary>
/// Means of persons where nobody is like another: of all, and of those who lie on the same sides of it in the few coefficients by which
/// V differs most, taken coefficient by coefficient. Whoever is near to one of them has V near to its V. One for all threads.
/// </summary>
internal sealed class MeanPersons
{
    // A mean of some is worked out once so many have asked for it; of four coefficients there are sixteen.
    private const int Worth = 8, MostSplit = 4;

    private readonly double[] _mean, _above, _below;
    private readonly int[] _split;
    private readonly SharedUtility?[] _some;
    private readonly int _groupColumns;

    /// <summary>Takes the means.</summary>
    /// <param name="blocks">Whose columns the coefficients belong to.</param>
    /// <param name="persons">Bits of the coefficients of each, of the group columns first.</param>
    public MeanPersons(NestedBlocks blocks, ulong[][] persons)
    {
        int columns = persons[0].Length;
        _groupColumns = blocks.GroupColumns;
        (_mean, _above, _below) = (new double[columns], new double[columns], new double[columns]);
        double[] apart = new double[columns];
        for (int k = 0; k < columns; k++)
        {
            double[] values = [.. persons.Select(person => BitConverter.UInt64BitsToDouble(person[k]))];
            double mean = _mean[k] = MeanOf(values);
            (_above[k], _below[k]) = (MeanOf([.. values.Where(x => x > mean)]), MeanOf([.. values.Where(x => !(x > mean))]));
            double largest = k < _groupColumns ? blocks.LargestOfGroups[k] : blocks.LargestOfForms[k - _groupColumns];
            apart[k] = (_above[k] - _below[k]) * largest;
        }

        _split = [.. Enumerable.Range(0, columns).Where(k => apart[k] > 0 && double.IsFinite(apart[k]))
            .OrderByDescending(k => apart[k]).Take(MostSplit)];
        _some = new SharedUtility?[1 << _split.Length];
        Overall = new SharedUtility([.. MemoryMarshal.Cast<double, ulong>(_mean)]);
    }

    /// <summary>The mean of all.</summary>
    public SharedUtility Overall { get; }

    /// <summary>The mean of those on the same sides as a person if it pays to work it out, else of all.</summary>
    /// <param name="situation">The person's.</param>
    /// <param name="version"><see cref="NestedBlocks.Version"/> that it is wanted for.</param>
    public SharedUtility Near(in NestedSituation situation, int version)
    {
        int at = 0;
        for (int i = 0; i < _split.Length; i++)
        {
            int k = _split[i];
            double own = k < _groupColumns ? situation.GroupCoefficients[k] : situation.FormCoefficients[k - _groupColumns];
            at |= (int)(BitConverter.DoubleToUInt64Bits(_mean[k] - own) >> 63) << i; // by the sign: no branch could be predicted
        }

        SharedUtility near = _some[at] ??= Of(at);
        return near.IsWorth(version, Worth) ? near : Overall;
    }

    private SharedUtility Of(int at)
    {
        double[] coefficients = [.. _mean];
        foreach ((int i, int k) in _split.Index())
        {
            coefficients[k] = ((at >> i) & 1) == 1 ? _above[k] : _below[k];
        }

        return new SharedUtility([.. MemoryMarshal.Cast<double, ulong>(coefficients)]);
    }

    /// <summary>The mean; the number itself where all are the same; no number of none.</summary>
    private static double MeanOf(double[] values) =>
        values.Length == 0 ? double.NaN : values[0] + values.Average(value => value - values[0]);
}
