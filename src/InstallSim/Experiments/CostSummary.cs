using InstallSim.Inputs;
using InstallSim.Results;
using InstallSim.Simulation.State;

namespace InstallSim.Experiments;

/// <summary>Entries of the ledger of one scenario over the replications, by the label of the policy and the kind of act.</summary>
internal sealed class CostSummary(Experiment experiment, IReadOnlyList<ReplicationResult> replications, int scenario)
{
    private readonly string _name = experiment.Scenarios[scenario].Scenario.Name;

    /// <summary>Mean and quantiles by policy, act and year, in the order of the scenario's policies.</summary>
    public IEnumerable<PolicyCost> Rows()
    {
        ILookup<(string Policy, string Act), (int Replication, LedgerEntry Entry)> acts = ByAct(scenario);
        foreach (var (policy, act) in Order(acts))
        {
            var entries = acts[(policy, act)];
            for (int year = entries.Min(e => e.Entry.Year); year <= entries.Max(e => e.Entry.Year); year++)
            {
                double[] sorted = [.. Sums(entries.Where(e => e.Entry.Year == year)).Order()];
                (double lower, double upper) = (Summary.Quantile(sorted, 0.05), Summary.Quantile(sorted, 0.95));
                yield return new PolicyCost(_name, policy, act, year, sorted.Sum() / sorted.Length, lower, upper);
            }
        }
    }

    /// <summary>
    /// Cost of each act since the start, more than in the baseline, a value a replication; they add up to the whole difference.
    /// </summary>
    public IEnumerable<(string Indicator, double[] Differences)> Cumulative()
    {
        var (with, without) = (ByAct(scenario), ByAct(0));
        foreach (var (policy, act) in Order(with).Union(Order(without)))
        {
            double[] own = Sums(with[(policy, act)]), baseline = Sums(without[(policy, act)]);
            yield return (PolicyCost.IndicatorOf(policy, act), [.. own.Zip(baseline, (a, b) => a - b)]);
        }
    }

    /// <summary>k€ by replication.</summary>
    private double[] Sums(IEnumerable<(int Replication, LedgerEntry Entry)> entries)
    {
        var sums = new double[replications.Count];
        foreach ((int replication, LedgerEntry entry) in entries)
        {
            sums[replication] += entry.Keur;
        }

        return sums;
    }

    private ILookup<(string Policy, string Act), (int Replication, LedgerEntry Entry)> ByAct(int s) => replications
        .SelectMany((r, index) => r.Scenarios[s].Costs.Select(entry => (index, entry)))
        .OrderBy(e => e.entry.Policy).ThenBy(e => e.entry.Kind)
        .ToLookup(e => (experiment.Scenarios[s].Scenario.Policies[e.entry.Policy].Label, InputType.Kebab(e.entry.Kind.ToString())));

    private static IEnumerable<(string Policy, string Act)> Order(ILookup<(string Policy, string Act), (int, LedgerEntry)> acts) =>
        acts.Select(group => group.Key);
}
