using InstallSim.Policies;
using InstallSim.Results;
using InstallSim.Scenarios;
using InstallSim.Simulation.State;

namespace InstallSim.Experiments;

/// <summary>Costs by payer: each entry of the ledger in the shares that its policy says.</summary>
/// <param name="experiment">The experiment.</param>
/// <param name="replications">Its replications.</param>
/// <param name="ratio">Mean and 95 % interval of a ratio of means, of values a replication; NaN where there is none.</param>
internal sealed class PayerSummary(
    Experiment experiment, IReadOnlyList<ReplicationResult> replications, Func<double[], double[], Interval> ratio)
{
    /// <summary>A row a scenario and payer; none where no policy names anybody.</summary>
    public IEnumerable<PayerCost> Rows()
    {
        for (int s = 0; s < experiment.Scenarios.Count && HasPayers; s++)
        {
            foreach (string payer in Payers(s).Union(s > 0 && experiment.HasBaseline ? Payers(0) : []).Order(StringComparer.Ordinal))
            {
                yield return Row(s, payer);
            }
        }
    }

    private bool HasPayers => experiment.Scenarios.Any(s => s.Scenario.Policies.Any(p =>
        Enum.GetValues<ActKind>().Any(kind => !ReferenceEquals(p.PayersOf(kind), Payer.Public))));

    private PayerCost Row(int s, string payer)
    {
        int until = experiment.Scenarios[s].Scenario.Years.Until;
        double[] sorted = [.. Cost(s, payer, _ => 1).Order()];
        Interval each = new(double.NaN, double.NaN, double.NaN, double.NaN, replications.Count);
        if (s > 0 && experiment.HasBaseline)
        {
            int first = experiment.Scenarios[s].Scenario.Years.From + 1;
            double Discount(int year) => Math.Pow(1 + Effectiveness.DiscountRate, first - year);
            double[] more = [.. Cost(s, payer, Discount).Zip(Cost(0, payer, Discount), (a, b) => a - b)];
            each = ratio(more, new Effectiveness(experiment, replications, s).Discounted("stock-under-dense"));
        }

        return new PayerCost(
            experiment.Scenarios[s].Scenario.Name, payer, sorted.Average(), Summary.Quantile(sorted, 0.05), Summary.Quantile(sorted, 0.95),
            Cost(s, payer, year => year == until ? 1 : 0).Average(), each.Mean, each.Lower, each.Upper);
    }

    private IEnumerable<string> Payers(int s) => replications.SelectMany(r => r.Scenarios[s].Costs)
        .SelectMany(e => experiment.Scenarios[s].Scenario.Policies[e.Policy].PayersOf(e.Kind).Where(p => p.Value > 0).Select(p => p.Key))
        .Distinct();

    /// <summary>
    /// What a payer pays in all years, each weighed, k€, a value a replication; to the last digit whatever the order of policies.
    /// </summary>
    private double[] Cost(int s, string payer, Func<int, double> weight)
    {
        Scenario scenario = experiment.Scenarios[s].Scenario;
        int[] order = PolicyOrder.Of(scenario);
        return [.. replications.Select(r => r.Scenarios[s].Costs.OrderBy(e => Array.IndexOf(order, e.Policy))
            .Sum(e => e.Keur * weight(e.Year) * scenario.Policies[e.Policy].PayersOf(e.Kind).GetValueOrDefault(payer)))];
    }
}
