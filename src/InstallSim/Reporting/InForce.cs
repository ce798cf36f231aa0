using InstallSim.Results;

namespace InstallSim.Reporting;

/// <summary>
/// What the baseline holds already is in force in every scenario: a scenario is told by what it adds, and its costs by what they are more
/// than there.
/// </summary>
internal static class InForce
{
    /// <summary>A scenario with only the policies and values that the baseline has not.</summary>
    public static ScenarioInfo Without(this ScenarioInfo scenario, ScenarioInfo baseline)
    {
        HashSet<string> lines = [.. baseline.Policies];
        HashSet<SettingInfo> values = [.. baseline.Parameters];
        int[] added = [.. Enumerable.Range(0, scenario.Policies.Count).Where(k => !lines.Contains(scenario.Policies[k]))];
        return lines.Count == 0 ? scenario : scenario with
        {
            Policies = [.. added.Select(k => scenario.Policies[k])],
            PoliciesTitled = Added(scenario.PoliciesTitled),
            PoliciesFrench = Added(scenario.PoliciesFrench),
            Parameters = [.. scenario.Parameters.Where(p => !values.Contains(p))],
        };

        IReadOnlyList<string> Added(IReadOnlyList<string> of) =>
            of.Count == scenario.Policies.Count ? [.. added.Select(k => of[k])] : of;
    }

    /// <summary>
    /// Costs of a scenario: of an act that the baseline has too, mean − mean there by year, and nothing where that is 0 in all years.
    /// </summary>
    public static IEnumerable<PolicyCost> Without(this IEnumerable<PolicyCost> costs, IEnumerable<PolicyCost> baseline)
    {
        ILookup<(string, string), PolicyCost> before = baseline.ToLookup(c => (c.Policy, c.Act));
        foreach (var act in costs.GroupBy(c => (c.Policy, c.Act)))
        {
            Dictionary<int, double> there = before[act.Key].ToDictionary(c => c.Year, c => c.Mean);
            PolicyCost[] more = [.. act.Select(c => c with { Mean = c.Mean - there.GetValueOrDefault(c.Year) })];
            foreach (PolicyCost cost in there.Count == 0 || more.Any(c => c.Mean != 0) ? more : [])
            {
                yield return cost;
            }
        }
    }
}
