using System.Globalization;
using InstallSim.Inputs;
using InstallSim.Policies;
using InstallSim.Scenarios;
using InstallSim.Simulation;
using InstallSim.Simulation.State;

namespace InstallSim.Experiments.Points;

/// <summary>
/// What a scenario is refused for holds at every point of a plan too: numbers of a policy that do not go together, policies that together
/// do not, shares of classes that are no parts of 1.
/// </summary>
internal static class PointChecks
{
    // Points of the same numbers of policies are looked at once; a grid repeats them, and more than so many are no grid's.
    private const int MostKnown = 100_000;

    /// <summary>Refuses a plan some of whose points are scenarios that would be refused; all are looked at, the first is named.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="points">Values of its numbers, shape [P][K].</param>
    /// <exception cref="InputException">A point is no scenario.</exception>
    public static void Refuse<T>(LoadedPlan<T> plan, IReadOnlyList<double[]> points)
        where T : PlanSettings
    {
        string[] names = [.. plan.Numbers.Select(n => n.Name)];
        foreach ((ScenarioSource source, PreparedScenario prepared) in plan.Loaded.Sources.Zip(plan.Loaded.Experiment.Scenarios))
        {
            int[] of = [.. Enumerable.Range(0, names.Length)
                .Where(k => PointShares.IsShare(names[k]) || source.Scenario.Policies.Any(p => Has(p, names[k])))];
            if (of.Length == 0)
            {
                continue;
            }

            int[] shares = PointShares.Of(source.Scenario, names);
            bool[] moves = [.. source.Scenario.Policies.Select(p => of.Any(k => Has(p, names[k])))];
            var where = new Lazy<bool[][]>(() => PolicyChecks.ConcernedIn(Simulator.StartOf(prepared)));
            (int refused, string values, InputMessage? first) = (0, "", null);
            var known = new Dictionary<string, InputMessage?>(StringComparer.Ordinal);
            foreach (double[] point in points)
            {
                string said = string.Join(", ", of.Select(k => Said(names[k], point[k])));
                if (!known.TryGetValue(said, out InputMessage? fault))
                {
                    var at = of.ToDictionary(k => names[k], k => point[k]);
                    Policy[] there = [.. source.Scenario.Policies.Select((p, k) => moves[k] ? At(p, at) : p)];
                    fault = PointShares.FaultOf(shares, point)
                        ?? FaultOf(source with { Scenario = source.Scenario with { Policies = there } }, moves, where, prepared);
                    _ = known.Count < MostKnown && known.TryAdd(said, fault);
                }

                refused += fault is null ? 0 : 1;
                (values, first) = fault is null || first is not null ? (values, first) : (said, fault);
            }

            if (first is not null)
            {
                string name = source.Scenario.Name;
                throw new InputException(plan.Binder.PlaceOf(plan.Settings, "numbers"), new Words(
                    $"{refused} of {points.Count} points are scenarios that would be refused, {name} at {values} the first: "
                        + first.English,
                    $"{refused} points sur {points.Count} sont des scénarios qui seraient refusés, {name} à {values} le premier\u00a0: "
                        + first.French));
            }
        }
    }

    private static string Said(string name, double value) => string.Create(CultureInfo.InvariantCulture, $"{name} {value:R}");

    /// <summary>Whether a number is one of a policy's.</summary>
    internal static bool Has(Policy policy, string name) => name.StartsWith($"policies.{policy.Label}.", StringComparison.Ordinal);

    private static Policy At(Policy policy, Dictionary<string, double> values) => DoubtfulNumbers.Map(
        Levers.At(policy, values), n => values.TryGetValue(n.Path, out double value) ? n.Number.CertainAt(value) : n.Number);

    /// <summary>Whether numbers of a policy can set it against others.</summary>
    private static bool CanContradict(Policy policy) =>
        policy.IncomeChange != 0 || policy.BindsForYears > 0 || policy.ClosesIn is not null;

    private static InputMessage? FaultOf(ScenarioSource source, bool[] moves, Lazy<bool[][]> where, PreparedScenario prepared)
    {
        Policy[] moved = [.. source.Scenario.Policies.Where((_, k) => moves[k])];
        InputMessage? own = moved.SelectMany(p => p.Check()).Select(fault => fault.Message).FirstOrDefault();
        if (own is not null || !moved.Any(CanContradict))
        {
            return own;
        }

        var errors = new InputErrors();
        new Contradictions(source, where.Value, prepared.Territories, errors).Refuse();
        return errors.All is [InputError first, ..] ? first.Said : null;
    }
}
