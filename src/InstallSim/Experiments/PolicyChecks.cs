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
    /// <summary>Refuses codes and columns that no territory has, and what needs a département or a region that is not said.</summary>
    public static void CheckNames(ScenarioSource source, TerritoryTable table, InputErrors errors)
    {
        CheckZonings(source, table, errors);
        foreach (Policy policy in source.Scenario.Policies)
        {
            Known(policy.Where.Codes, table.Code, "code", "territory", word => PlaceHints.OfTerritory(word, table));
            if (policy.NeedsDepartements && Array.IndexOf(table.Departement, "") is >= 0 and var blank)
            {
                errors.Add(source.Binder.PlaceOf(policy, "type"),
                    $"{policy.Label} works within départements, and {Without(table, blank)} has none: 'columns' of the territories must "
                        + $"say 'departement'");
            }

            Known(policy.Where.Departements, table.Departement, "departement", "département of the territories",
                word => PlaceHints.OfGroup(word, table.Departement));

            void Known(IReadOnlyList<string> written, string[] known, string key, InputMessage what, Func<string, InputMessage> hint)
            {
                for (int k = 0; k < written.Count; k++)
                {
                    if (!known.Contains(written[k]))
                    {
                        errors.Add(source.Binder.PlaceOf(policy.Where, key, k), $"'{written[k]}' is no {what}{hint(written[k])}");
                    }
                }
            }
        }
    }

    /// <summary>What rules of zonings need of the territories.</summary>
    private static void CheckZonings(ScenarioSource source, TerritoryTable table, InputErrors errors)
    {
        foreach (ZoningRule rule in source.Scenario.Zoning.Rules.Values)
        {
            foreach (string column in rule.Columns.Keys.Where(c => table.Number(c) is null))
            {
                string[] known = [.. table.More.Keys, .. TerritoryTable.NumberKeys];
                errors.Add(source.Binder.PlaceOf(rule, "columns"),
                    $"'{column}' is no number of the territories{DidYouMean.Hint(column, known)}; known: {string.Join(", ", known)}");
            }

            string[] groups = rule.By == ZoningGroup.Departement ? table.Departement : table.Region;
            if (rule.By != ZoningGroup.Study && Array.IndexOf(groups, "") is >= 0 and var blank)
            {
                errors.Add(source.Binder.PlaceOf(rule, "by"),
                    $"the zone counts by {InputType.Kebab(rule.By.ToString())}, and {Without(table, blank)} has none: 'columns' of the "
                        + $"territories must say it");
            }

            foreach (string code in rule.Shares.Keys.Where(c => rule.By != ZoningGroup.Study && !groups.Contains(c)))
            {
                errors.Add(source.Binder.PlaceOf(rule, "shares"),
                    $"'{code}' is no {InputType.Kebab(rule.By.ToString())} of the territories{PlaceHints.OfGroup(code, groups)}");
            }
        }
    }

    private static string Without(TerritoryTable table, int territory) => $"{table.Name[territory]} ({table.Code[territory]})";

    /// <summary>On the territories of the start: warns of a policy that concerns none, refuses acts that contradict each other.</summary>
    public static void CheckStart(ScenarioSource source, PreparedScenario prepared, InputErrors errors)
    {
        IReadOnlyList<Policy> policies = prepared.Scenario.Policies;
        if (policies.Count == 0)
        {
            return;
        }

        RunState start = Simulator.StartOf(prepared);
        bool[][] where = ConcernedIn(start);
        for (int k = 0; k < policies.Count; k++)
        {
            if (!where[k].Contains(true))
            {
                errors.Warn(new InputWarning(
                    source.Binder.PlaceOf(policies[k], "where"),
                    $"'where' of {policies[k].Label} matches no territory at the start "
                        + $"({prepared.Scenario.Years.From}){Nearest(start, policies[k].Where)}"));
            }
        }

        PolicyDoubts.WarnOfIdleConditions(source, start, errors);
        PolicyDoubts.WarnOfNobody(source, start, where, errors);
        PolicyDoubts.WarnOfNoOpening(source, start, where, errors);
        WarnOfIdleYears(source, start, errors);
        WarnOfNobodyToGive(source, start, where, errors);
        WarnOfIdleVariables(source, start, where, errors);
        WarnOfSmallBudgets(source, start, where, errors);
        new Contradictions(source, where, prepared.Territories, errors).Refuse();
    }

    /// <summary>Territories that each policy concerns at the start, shape [K][I].</summary>
    public static bool[][] ConcernedIn(RunState start)
    {
        bool[][] where = [.. start.Scenario.Policies.Select(_ => new bool[start.Prepared.Territories.Count])];
        for (int k = 0; k < where.Length; k++)
        {
            start.Scenario.Policies[k].Where.Mark(start.View(), where[k]);
        }

        return where;
    }

    /// <summary>
    /// A policy that ended before, or whose effects come after the last year; what ends with the start may help there.
    /// </summary>
    private static void WarnOfIdleYears(ScenarioSource source, RunState start, InputErrors errors)
    {
        YearRange years = source.Scenario.Years;
        int[] helping = [.. PolicyStage.HelpOfStart(start).Select(a => a.Policy)];
        foreach ((int k, Policy policy) in start.Scenario.Policies.Index().Where(p => !p.Item.ActsIn(years)))
        {
            InputMessage message = helping.Contains(k)
                ? (InputMessage)($"{policy.Label} ends with the year of the start ({years.From}): what it adds to capacity counts there "
                    + $"and in the choices of the year after, and costs nothing")
                : (InputMessage)($"{policy.Label} changes nothing in the years simulated, {years.From + 1} to {years.Until}: its own "
                    + $"years, with the delay of its effects, lie outside them");
            errors.Warn(new InputWarning(source.Binder.PlaceOf(policy, policy.Until < years.Until ? "until" : "from"), message));
        }
    }

    /// <summary>Days are given within a département, by those whom the policy does not concern.</summary>
    private static void WarnOfNobodyToGive(ScenarioSource source, RunState start, bool[][] where, InputErrors errors)
    {
        TerritoryTable t = start.Prepared.Territories;
        foreach ((int k, Policy policy) in start.Scenario.Policies.Index().Where(p => p.Item.NeedsDepartements))
        {
            string[] receive = [.. Enumerable.Range(0, t.Count).Where(i => where[k][i]).Select(i => t.Departement[i])];
            if (receive.Length > 0 && !Enumerable.Range(0, t.Count).Any(i => !where[k][i] && receive.Contains(t.Departement[i])))
            {
                errors.Warn(new InputWarning(source.Binder.PlaceOf(policy, "where"),
                    $"'where' of {policy.Label} takes the whole of each département that it touches at the start "
                        + $"({start.Scenario.Years.From}): nobody is left there to give a day"));
            }
        }
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
                    $"the budget '{policy.Budget}' holds {InputScalars.Plain(budget.KeurPerYear)} k€ a year and {policy.Label} costs "
                        + $"{each:0.###} k€ each: it can pay none"));
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
            return "; area-type, zoning, zone, departement and code together leave none";
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
