using System.Reflection;
using InstallSim.Inputs;
using InstallSim.Policies;

namespace InstallSim.Scenarios;

/// <summary>
/// Plain numbers of policies, such as <c>policies.msp-opening.per-year</c>: what somebody decides, and nobody doubts. A plan varies them
/// beside the numbers that are doubted (<see cref="Doubt.Ranges"/>). Years and what stands below a key are none.
/// </summary>
internal static class Levers
{
    private static readonly string[] Years = ["from", "until"];
    private static readonly MethodInfo Clone = typeof(object).GetMethod("MemberwiseClone", BindingFlags.Instance | BindingFlags.NonPublic)!;

    /// <summary>The levers of a scenario; two policies of one label share theirs.</summary>
    public static IReadOnlyList<DoubtfulNumber> In(Scenario scenario) => [.. scenario.Policies.SelectMany(policy => Of(policy)
        .Where(key => key.Property.GetValue(policy) is not null).Select(key => new DoubtfulNumber(PathOf(policy, key), key.Attribute,
            new Lever(Convert.ToDouble(key.Property.GetValue(policy), null), key.Type.Kind == InputKind.WholeNumber),
            key.Property)))
        .DistinctBy(n => n.Path)];

    /// <summary>The scenario with some levers at given values, where it has them; a whole number takes the nearest.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="values">Values by path.</param>
    public static Scenario At(Scenario scenario, IReadOnlyDictionary<string, double> values)
    {
        Policy[] policies = [.. scenario.Policies.Select(policy => At(policy, values))];
        bool isSame = policies.SequenceEqual(scenario.Policies, ReferenceEqualityComparer.Instance);
        return isSame ? scenario : scenario with { Policies = policies };
    }

    /// <summary>A policy with some levers at given values.</summary>
    public static Policy At(Policy policy, IReadOnlyDictionary<string, double> values)
    {
        Policy changed = policy;
        foreach (InputKey key in Of(policy))
        {
            if (values.TryGetValue(PathOf(policy, key), out double value))
            {
                changed = ReferenceEquals(changed, policy) ? (Policy)Clone.Invoke(policy, null)! : changed;
                key.Property.SetValue(changed, key.Type.Kind == InputKind.WholeNumber
                    ? (object)(int)Math.Round(value, MidpointRounding.AwayFromZero)
                    : value);
            }
        }

        return changed;
    }

    private static IEnumerable<InputKey> Of(Policy policy) => InputKey.Of(policy.GetType())
        .Where(key => key.Type is { Kind: InputKind.Number or InputKind.WholeNumber, IsQuantity: false } && !Years.Contains(key.Name)
            && (key.Type.Type == typeof(int) || key.Type.Type == typeof(double)));

    private static string PathOf(Policy policy, InputKey key) => $"policies.{policy.Label}.{key.Name}";
}

/// <summary>A plain number as one that a plan can vary: without a range of its own.</summary>
/// <param name="Value">Its value.</param>
/// <param name="IsWhole">Whether it counts something.</param>
internal sealed record Lever(double Value, bool IsWhole) : IDoubtful
{
    public double? Low => null;

    public double? High => null;

    public string Source => "";

    public bool IsDoubtful => false;

    public IDoubtful CertainAt(double value) => this with { Value = value };
}
