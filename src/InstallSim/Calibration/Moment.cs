using InstallSim.Experiments;
using InstallSim.Indicators;
using InstallSim.World;

namespace InstallSim.Calibration;

/// <summary>
/// A number of one replication that a target speaks of: the mean of an indicator over years, of all territories or of some, divided by
/// that of another indicator, or by itself in another year.
/// </summary>
/// <param name="Indicator">Name of the indicator.</param>
/// <param name="From">First year, from 0 of the scenario's first.</param>
/// <param name="Until">Last year.</param>
/// <param name="Territories">Territories of which the indicator is summed; null for the indicator of all.</param>
/// <param name="Over">Indicator that divides it; null for none.</param>
/// <param name="RelativeTo">Year whose value divides it; null for none.</param>
public sealed record Moment(string Indicator, int From, int Until, int[]? Territories, string? Over, int? RelativeTo)
{
    private static readonly string[] Recorded = [.. IndicatorCatalog.Recorded.Select(i => i.Name)];
    private static readonly string[] ByTerritory = [.. TerritoryOutputs.All.Select(o => o.Name)];

    /// <summary>Indicators that are known of each territory and can be summed over some.</summary>
    internal static IReadOnlyList<string> Summed { get; } = [.. ByTerritory.Where(name => name != "accessibility")];

    /// <summary>Reads it off the first scenario of a replication; NaN where no year has a value.</summary>
    public double Read(ReplicationResult replication)
    {
        ScenarioResult result = replication.Scenarios[0];
        Func<int, double> own = ByYear(result, Indicator, Territories);
        return Over is { } over ? Mean(own) / Mean(ByYear(result, over, null))
            : RelativeTo is { } year ? Mean(own) / own(year)
            : Mean(own);
    }

    private double Mean(Func<int, double> value)
    {
        double[] values = [.. Enumerable.Range(From, Until - From + 1).Select(value).Where(double.IsFinite)];
        return values.Length == 0 ? double.NaN : values.Average();
    }

    /// <summary>Values by year, of territories unpacked once for all years.</summary>
    private static Func<int, double> ByYear(ScenarioResult result, string indicator, int[]? territories)
    {
        if (territories is null)
        {
            int column = Array.IndexOf(Recorded, indicator);
            return year => result.Values[(year * Recorded.Length) + column];
        }

        float[] all = result.ByTerritory[Array.IndexOf(ByTerritory, indicator)].Values();
        int count = all.Length / (result.Values.Length / Recorded.Length);
        return year => territories.Sum(i => (double)all[(year * count) + i]);
    }

    /// <summary>The territories that an area means, in the order of the table.</summary>
    internal static int[] In(AreaSettings area, TerritoryTable table) => [.. Enumerable.Range(0, table.Count).Where(i =>
        (area.Region.Count == 0 || area.Region.Contains(table.Region[i]))
        && (area.Departement.Count == 0 || area.Departement.Contains(table.Departement[i]))
        && (area.AreaType.Count == 0 || area.AreaType.Contains(table.Area[i])))];
}
