using System.Runtime.InteropServices;

namespace InstallSim.Results;

/// <summary>Recorded values by what they are of.</summary>
internal static class ObservationSeries
{
    /// <summary>Values by scenario, indicator and year, in the order of their replications.</summary>
    public static Dictionary<(string Scenario, string Indicator, int Year), double[]> Of(RunResults results)
    {
        var all = new Dictionary<(string Scenario, string Indicator, int Year), List<double>>();
        foreach (Observation row in InOrder(results.Observations))
        {
            ref List<double>? values = ref CollectionsMarshal.GetValueRefOrAddDefault(
                all, (row.Scenario, row.Indicator, row.Year), out _);
            (values ??= new(results.Manifest.Replications)).Add(row.Value);
        }

        return all.ToDictionary(p => p.Key, p => p.Value.ToArray());
    }

    /// <summary>The rows, those of each scenario by replication, as tables of the program have them: none is copied then.</summary>
    private static IEnumerable<Observation> InOrder(IReadOnlyList<Observation> rows)
    {
        var last = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (Observation row in rows)
        {
            ref int replication = ref CollectionsMarshal.GetValueRefOrAddDefault(last, row.Scenario, out bool isKnown);
            if (isKnown && row.Replication < replication)
            {
                return rows.OrderBy(r => r.Replication);
            }

            replication = row.Replication;
        }

        return rows;
    }
}
