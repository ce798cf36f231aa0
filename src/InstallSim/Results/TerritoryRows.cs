using System.Collections;

namespace InstallSim.Results;

/// <summary>
/// The rows of <c>territories.csv</c>, by scenario, indicator, year and territory. Of a row only its numbers are kept, and only one where a
/// single replication makes all four the same: a country has millions of rows.
/// </summary>
internal sealed class TerritoryRows : IReadOnlyList<TerritoryResult>
{
    private readonly string[] _scenarios, _indicators, _codes;
    private readonly int _firstYear, _years, _kept;
    private readonly double[] _numbers;

    /// <summary>Makes room for the rows.</summary>
    /// <param name="scenarios">Names of the scenarios.</param>
    /// <param name="indicators">Names of the indicators.</param>
    /// <param name="years">The first year and their number.</param>
    /// <param name="codes">Codes of the territories.</param>
    /// <param name="areAlike">Whether mean and quantiles of a row are one number.</param>
    public TerritoryRows(string[] scenarios, string[] indicators, (int First, int Count) years, string[] codes, bool areAlike)
    {
        (_scenarios, _indicators, _codes) = (scenarios, indicators, codes);
        (_firstYear, _years, _kept) = (years.First, years.Count, areAlike ? 1 : 4);
        Count = scenarios.Length * indicators.Length * years.Count * codes.Length;
        _numbers = new double[(long)Count * _kept];
    }

    public int Count { get; }

    public TerritoryResult this[int index]
    {
        get
        {
            (int rest, int territory) = Math.DivRem(index, _codes.Length);
            (rest, int year) = Math.DivRem(rest, _years);
            (int scenario, int indicator) = Math.DivRem(rest, _indicators.Length);
            ReadOnlySpan<double> of = Numbers(index);
            return new TerritoryResult(_scenarios[scenario], _firstYear + year, _codes[territory], _indicators[indicator],
                of[0], of[(_kept - 1) / 3], of[(_kept - 1) / 3 * 2], of[_kept - 1]);
        }
    }

    /// <summary>The numbers of a row, to be filled: mean, 5 % quantile, median and 95 % quantile, or the one that all are.</summary>
    public Span<double> Numbers(int index) => _numbers.AsSpan(index * _kept, _kept);

    public IEnumerator<TerritoryResult> GetEnumerator()
    {
        for (int k = 0; k < Count; k++)
        {
            yield return this[k];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
