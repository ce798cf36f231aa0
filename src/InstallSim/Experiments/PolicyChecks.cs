using System.Globalization;
using InstallSim.Inputs;
using InstallSim.Policies;
using InstallSim.Scenarios;
using InstallSim.Simulation;
using InstallSim.Simulation.State;
using InstallSim.World;

namespace InstallSim.Experiments;

/// <summary>
/// Checks of policies that need the territories: names that they know, places that they concern, acts that contradict each other.
/// </summary>
internal static class PolicyChecks
{
    /// <summary>Refuses codes that no territory has.</summary>
    public static void CheckNames(ScenarioSource source, TerritoryTable table, InputErrors errors)
    {
        foreach (Policy policy in source.Scenario.Policies)
        {
            Known(policy.Where.Codes, table.Code, "code", "territory");
            Known(policy.Where.Departements, table.Departement, "departement", "département of the territories");

            void Known(IReadOnlyList<string> written, string[] known, string key, InputMessage what)
            {
                for (int k = 0; k < written.Count; k++)
                {
                    if (!known.Contains(written[k]))
                    {
                        errors.Add(source.Binder.PlaceOf(policy.Where, key, k),
                            $"'{written[k]}' is no {what}{DidYouMean.Hint(written[k], known)}");
                    }
                }
            }
        }
    }

    /// <summary>On the territories of the start: warns of a policy that concerns none, refuses acts that contradict each other.</summary>
    public static void CheckStart(ScenarioSource source, PreparedScenario prepared, InputErrors errors)
    {
        IReadOnlyList<Policy> policies = prepared.Scenario.Policies;
        if (policies.Count == 0)
        {
            return;
        }

        RunState start = Simulator.StartOf(prepared);
        bool[][] where = [.. policies.Select(_ => new bool[prepared.Territories.Count])];
        for (int k = 0; k < policies.Count; k++)
        {
            policies[k].Where.Mark(start.View(), where[k]);
            if (!where[k].Contains(true))
            {
                errors.Warn(new InputWarning(
                    source.Binder.PlaceOf(policies[k], "where"),
                    $"'where' of {policies[k].Label} matches no territory at the start "
                        + $"({prepared.Scenario.Years.From}){Nearest(start, policies[k].Where)}"));
            }
        }

        WarnOfIdleVariables(source, start, where, errors);
        WarnOfSmallBudgets(source, start, where, errors);
        RefuseContradictions(source, policies, where, prepared.Territories, errors);
    }

    /// <summary>A variable that has no coefficient moves nobody, however much a policy changes it.</summary>
    private static void WarnOfIdleVariables(ScenarioSource source, RunState start, bool[][] where, InputErrors errors)
    {
        foreach ((int k, Policy policy) in start.Scenario.Policies.Index())
        {
            var acts = new List<Act>();
            policy.Act(start.View(), where[k], acts);
            string[] changed = [.. acts.OfType<Improve>().Select(a => a.Variable).Distinct()];
            foreach (string variable in changed.Where(v => !start.Scenario.Preferences.Coefficients.ContainsKey(v)))
            {
                errors.Warn(new InputWarning(
                    source.Binder.PlaceOf(policy, "type"),
                    $"the preferences have no coefficient '{variable}': what {policy.Label} changes plays no part in any choice"));
            }
        }
    }

    /// <summary>A budget that cannot pay the smallest part of an act makes it nothing.</summary>
    private static void WarnOfSmallBudgets(ScenarioSource source, RunState start, bool[][] where, InputErrors errors)
    {
        foreach ((int k, Policy policy) in start.Scenario.Policies.Index().Where(p => p.Item.Budget is not null))
        {
            var acts = new List<Act>();
            policy.Act(start.View(), where[k], acts);
            Budget budget = start.Scenario.Budgets[policy.Budget!];
            if (acts.Count > 0 && acts.Max(a => a.KeurEach) is var each && each > budget.KeurPerYear
                && budget.Rule != BudgetRule.Proportional)
            {
                errors.Warn(new InputWarning(source.Binder.PlaceOf(policy, "budget"),
                    $"the budget '{policy.Budget}' holds {budget.KeurPerYear:0.###} k€ a year and {policy.Label} costs "
                        + $"{each:0.###} k€ each: it can pay none"));
            }
        }
    }

    /// <summary>A limit on entries in all places to which a scholarship binds leaves its holders none.</summary>
    private static void RefuseContradictions(
        ScenarioSource source, IReadOnlyList<Policy> policies, bool[][] where, TerritoryTable territories, InputErrors errors)
    {
        YearRange years = source.Scenario.Years;
        for (int b = 0; b < policies.Count; b++)
        {
            for (int l = 0; l < policies.Count && policies[b].BindsForYears > 0; l++)
            {
                bool limits = policies[l].LimitsEntries;
                bool together = Enumerable.Range(years.From, years.Count).Any(year => policies[l].ActsIn(year)
                    && Enumerable.Range(0, policies[b].BindsForYears).Any(served => policies[b].ActsIn(year - served)));
                int[] bound = [.. Enumerable.Range(0, territories.Count).Where(i => where[b][i])];
                if (limits && together && bound.Length > 0 && bound.All(i => where[l][i]))
                {
                    errors.Add(
                        source.Binder.PlaceOf(policies[b], "where"),
                        $"{policies[b].Label} binds physicians to places all of which {policies[l].Label} closes, such as "
                            + $"{territories.Name[bound[0]]} "
                        + $"({territories.Code[bound[0]]}): let the two 'where' concern different territories");
                }
            }
        }
    }

    /// <summary>The territory that the other conditions leave and whose accessibility is nearest; or that they leave none.</summary>
    private static InputMessage Nearest(RunState start, TerritoryFilter filter)
    {
        var others = new bool[start.Accessibility.Length];
        TerritoryFilter elsewhere = filter with
        {
            AccessibilityBelow = null,
            AccessibilityAtLeast = null,
            LeastAccessible = null,
            LeastAccessibleShare = null,
        };
        elsewhere.Mark(start.View(), others);
        int[] left = [.. Enumerable.Range(0, others.Length).Where(i => others[i])];
        if (left.Length == 0)
        {
            return "; area-type, zoning, departement and code together leave none";
        }

        if (filter is { AccessibilityBelow: null, AccessibilityAtLeast: null })
        {
            return "; least-accessible of 0, or a share smaller than the least accessible territory has";
        }

        int nearest = filter.AccessibilityBelow is not null
            ? left.MinBy(i => start.Accessibility[i])
            : left.MaxBy(i => start.Accessibility[i]);
        string value = start.Accessibility[nearest].ToString("0.00", CultureInfo.InvariantCulture);
        return $"; the nearest that would is {start.Prepared.Territories.Name[nearest]} "
            + $"({start.Prepared.Territories.Code[nearest]}), of accessibility {value}";
    }
}
