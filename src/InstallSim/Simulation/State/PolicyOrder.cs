using System.Runtime.CompilerServices;
using System.Text.Json;
using InstallSim.Policies;
using InstallSim.Scenarios;
using InstallSim.World;

namespace InstallSim.Simulation.State;

/// <summary>Orders that are not those of the file: of policies, and of the territories that a budget serves.</summary>
internal static class PolicyOrder
{
    private static readonly ConditionalWeakTable<Policy, string> Texts = [];

    /// <summary>The policies in the order in which they act this year: by their lottery.</summary>
    public static IEnumerable<int> OfYear(RunState state) => state.Ledger.InOrder
        .OrderBy(k => state.Key(DrawPurpose.ActLottery, state.Year, state.Scenario.Policies[k].Key).Uniform(1 << 29));

    /// <summary>The policies of a scenario in an order of their own, whatever that of the file.</summary>
    public static int[] Of(Scenario scenario)
    {
        Dictionary<uint, int> many = scenario.Policies.CountBy(p => p.Key).ToDictionary();
        return [.. Enumerable.Range(0, scenario.Policies.Count).OrderBy(k => scenario.Policies[k].Key)
            .ThenBy(k => many[scenario.Policies[k].Key] == 1 ? "" : TextOf(scenario.Policies[k]), StringComparer.Ordinal)];
    }

    /// <summary>All that a policy says: what tells two of one label apart, whatever their order.</summary>
    public static string TextOf(Policy policy) => Texts.GetValue(policy, p => JsonSerializer.Serialize(p, p.GetType()));

    /// <summary>Rank of a territory where a budget may not hold for all, drawn for the policy and year.</summary>
    public static double Lottery(RunState state, int policy, int territory) =>
        state.Key(DrawPurpose.ActLottery, state.Year, state.Scenario.Policies[policy].Key).Uniform(territory);

    /// <summary>Territories concerned in the order in which the policy's budget serves them: by lottery, or by need.</summary>
    public static IEnumerable<int> InOrderOfRule(RunState state, int policy, bool[] where)
    {
        IEnumerable<int> concerned = Enumerable.Range(0, where.Length).Where(i => where[i]);
        return state.Ledger.BudgetOf(policy) < 0 ? concerned
            : state.Ledger.RuleOf(policy) == BudgetRule.FirstCome ? concerned.OrderBy(i => Lottery(state, policy, i))
            : concerned.OrderBy(i => state.Accessibility[i]).ThenBy(i => Lottery(state, policy, i));
    }
}
