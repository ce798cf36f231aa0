using InstallSim.Scenarios;
using InstallSim.Simulation.State;
using InstallSim.World;

namespace InstallSim.Simulation;

/// <summary>
/// Zones territories: ZIP and ZAC from the worst accessibility upward, until their population shares are reached; and the scenario's
/// further zonings, each by its rule.
/// </summary>
internal static class Zoning
{
    /// <summary>Revises what is due in a year; everything at the start.</summary>
    public static void Revise(PreparedScenario prepared, RunState state)
    {
        ZoningSettings settings = prepared.Scenario.Zoning;
        int sinceFirst = state.Year - prepared.Scenario.Years.From - 1;
        if (sinceFirst < 0 || sinceFirst % settings.EveryYears == 0)
        {
            ReviseZipAndZac(prepared, state);
        }

        foreach ((string name, ZoningRule rule) in settings.Rules)
        {
            if (sinceFirst < 0 || sinceFirst % (rule.EveryYears ?? settings.EveryYears) == 0)
            {
                state.Zones[name] = Of(rule, prepared.Territories, state);
            }
        }
    }

    private static void ReviseZipAndZac(PreparedScenario prepared, RunState state)
    {
        ZoningSettings settings = prepared.Scenario.Zoning;
        double[] population = prepared.Territories.Population;
        double total = population.Sum(), reached = 0;
        foreach (int i in ByAccessibility(state))
        {
            reached += population[i];
            state.Zoning[i] = PopulationShare.IsWithin(reached, settings.ZipPopulationShare, total) ? Zone.Zip
                : PopulationShare.IsWithin(reached, settings.ZipZacPopulationShare, total) ? Zone.Zac
                : Zone.None;
        }
    }

    /// <summary>Territories in a zone this year, shape [I].</summary>
    private static bool[] Of(ZoningRule rule, TerritoryTable t, RunState state)
    {
        string[] group = rule.By switch
        {
            ZoningGroup.Region => t.Region,
            ZoningGroup.Departement => t.Departement,
            _ => [.. Enumerable.Repeat("", t.Count)],
        };
        var total = new Dictionary<string, double>(StringComparer.Ordinal);
        for (int i = 0; i < t.Count; i++)
        {
            total[group[i]] = total.GetValueOrDefault(group[i]) + t.Population[i];
        }

        var reached = new Dictionary<string, double>(StringComparer.Ordinal);
        var zone = new bool[t.Count];
        foreach (int i in ByAccessibility(state).Where(i => Holds(rule, t, state, i)))
        {
            double share = rule.Shares.TryGetValue(group[i], out double own) ? own : rule.PopulationShare ?? 1;
            double people = reached[group[i]] = reached.GetValueOrDefault(group[i]) + t.Population[i];
            zone[i] = PopulationShare.IsWithin(people, share, total[group[i]]);
        }

        return zone;
    }

    private static bool Holds(ZoningRule rule, TerritoryTable t, RunState state, int i) =>
        (rule.AreaTypes.Count == 0 || rule.AreaTypes.Contains(t.Area[i]))
        && !(state.Accessibility[i] >= rule.AccessibilityBelow)
        && !(10_000 * Practices.Physicians(state, i) >= rule.GpsPer10000Below * t.Population[i])
        && rule.Columns.All(column => column.Value.Hold(t.Number(column.Key)![i]));

    /// <summary>From the worst accessibility upward; of two as accessible the first in the table comes first.</summary>
    private static IEnumerable<int> ByAccessibility(RunState state) =>
        Enumerable.Range(0, state.Accessibility.Length).OrderBy(i => state.Accessibility[i]).ThenBy(i => i);
}
