using InstallSim.Results;

namespace InstallSim.Tests.Reporting;

/// <summary>Paired differences of made-up observations.</summary>
internal static class SampleComparisons
{
    /// <summary>Every indicator and year of each policy against the baseline, and what a comparison derives at the last year.</summary>
    public static IEnumerable<Comparison> Make(
        IReadOnlyList<Observation> observations, IReadOnlyList<SamplePolicy> policies, int first, int last)
    {
        var values = observations.GroupBy(o => (o.Scenario, o.Year, o.Indicator))
            .ToDictionary(g => g.Key, g => g.Select(o => o.Value).ToArray());
        var indicators = observations.Select(o => o.Indicator).Distinct().ToList();
        foreach (var policy in policies)
        {
            for (int year = first; year <= last; year++)
            {
                foreach (string indicator in indicators)
                {
                    yield return Paired(policy.Name, year, indicator, values[(policy.Name, year, indicator)],
                        values[("baseline", year, indicator)]);
                }
            }

            int n = values[(policy.Name, last, "stock")].Length;
            double cost = policy.CostAYear * Math.Max(1, last - first);
            yield return Around(policy.Name, last, "deadweight-share", policy.Deadweight, 0.02, n);
            yield return Around(policy.Name, last, "displacement-share", 0.3 * policy.Deadweight, 0.02, n);
            yield return Around(policy.Name, last, "gps-in-covered", 1.2 * policy.Effect, 1, n);
            yield return Around(policy.Name, last, "gps-elsewhere", -0.3 * policy.Effect, 0.5, n);
            yield return Around(policy.Name, last, "gp-years-under-dense", 7 * policy.Effect, 4, n);
            yield return Around(policy.Name, last, PolicyCost.IndicatorOf(policy.Name, SampleResults.ActOf(policy)), cost, 0.05 * cost, n);
            yield return Around(policy.Name, last, "cost-per-gp-year", cost / policy.Effect / 7, 0.01 * cost / policy.Effect, n);
            yield return Around(policy.Name, last, "cost-per-additional-gp", cost / policy.Effect, 0.1 * cost / policy.Effect, n);
            yield return Around(policy.Name, last, "cost-per-resident-lifted", cost / policy.Effect / 900,
                0.02 * cost / policy.Effect / 900, n);
        }
    }

    private static Comparison Paired(string scenario, int year, string indicator, double[] values, double[] baseline)
    {
        double[] differences = [.. values.Zip(baseline, (v, b) => v - b)];
        double mean = differences.Average();
        double se = Math.Sqrt(differences.Sum(d => (d - mean) * (d - mean)) / (differences.Length - 1.0) / differences.Length);
        return new Comparison(scenario, "baseline", year, indicator, mean, se, mean - (1.96 * se), mean + (1.96 * se), differences.Length);
    }

    private static Comparison Around(string scenario, int year, string indicator, double value, double se, int n) =>
        new(scenario, "baseline", year, indicator, value, se, value - (1.96 * se), value + (1.96 * se), n);
}
