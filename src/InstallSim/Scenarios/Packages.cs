using InstallSim.Inputs;
using InstallSim.Policies;

namespace InstallSim.Scenarios;

/// <summary>Gives the policies of a package its years and its budget, and checks what a package says.</summary>
internal static class Packages
{
    /// <summary>The scenario with years and budgets of packages in their policies; the same when it has no package.</summary>
    public static Scenario Join(Scenario scenario, Binder binder)
    {
        if (scenario.Packages.Count == 0)
        {
            return scenario;
        }

        Policy[] policies = [.. scenario.Policies.Select(policy => Joined(policy, scenario, binder))];
        Scenario joined = scenario with { Policies = policies };
        binder.KeepPlaces(policies, scenario.Policies);
        binder.KeepPlaces(joined, scenario);
        return joined;
    }

    /// <summary>Notes packages that no policy names, names that no package has, and years and budgets that cannot be.</summary>
    public static void Check(ScenarioSource source, InputErrors errors)
    {
        (Scenario s, _, Binder binder) = source;
        foreach ((string name, Package package) in s.Packages)
        {
            if (package.Until < package.From)
            {
                errors.Add(binder.PlaceOf(package, "until"), $"the package ends in {package.Until}, before it starts in {package.From}");
            }

            if (package.Budget is { } budget && !s.Budgets.ContainsKey(budget))
            {
                errors.Add(binder.PlaceOf(package, "budget"), $"'{budget}' is no budget{DidYouMean.Hint(budget, s.Budgets.Keys)}; "
                    + $"{Known(s)}");
            }

            if (s.Policies.All(p => p.Package != name))
            {
                errors.Add(binder.PlaceOf(package),
                    $"no policy is a part of the package '{name}': a policy says so with 'package: {name}'");
            }
        }

        foreach (Policy policy in s.Policies)
        {
            CheckPart(policy, source, errors);
        }
    }

    /// <summary>The budgets of a scenario, as messages list them.</summary>
    public static InputMessage Known(Scenario s) => s.Budgets.Count == 0
        ? (InputMessage)"the scenario has no 'budgets'"
        : $"budgets: {string.Join(", ", s.Budgets.Keys)}";

    private static InputMessage KnownPackages(Scenario s) => s.Packages.Count == 0
        ? (InputMessage)"the scenario has no 'packages'"
        : $"packages: {string.Join(", ", s.Packages.Keys)}";

    private static void CheckPart(Policy policy, ScenarioSource source, InputErrors errors)
    {
        (Scenario s, _, Binder binder) = source;
        Package? package = policy.Package is { } name ? s.Packages.GetValueOrDefault(name) : null;
        if (policy.Package is { } said && package is null)
        {
            errors.Add(binder.PlaceOf(policy, "package"),
                $"'{said}' is no package{DidYouMean.Hint(said, s.Packages.Keys)}; {KnownPackages(s)}");
        }

        if (policy.From == 0 && !binder.IsWritten(policy, "from") && !binder.IsRefused(policy, "from"))
        {
            InputKey key = InputKey.Of(policy.GetType()).First(k => k.Name == "from");
            errors.Add(binder.PlaceOf(policy),
                $"key '{key.Name}' is missing; {InputScalars.Expected(key.Type, key.Attribute, [])} is required");
        }

        if (policy.From < package?.From && policy.From > 0)
        {
            errors.Add(binder.PlaceOf(policy, "from"),
                $"the policy starts in {policy.From}, before its package '{policy.Package}' in {package.From}");
        }

        if (policy.Until > package?.Until)
        {
            errors.Add(binder.PlaceOf(policy, "until"),
                $"the policy ends in {policy.Until}, after its package '{policy.Package}' in {package.Until}");
        }
    }

    private static Policy Joined(Policy policy, Scenario scenario, Binder binder)
    {
        if (policy.Package is null || scenario.Packages.GetValueOrDefault(policy.Package) is not { } package)
        {
            return policy;
        }

        Policy joined = policy with
        {
            From = binder.IsWritten(policy, "from") ? policy.From : package.From,
            Until = binder.IsWritten(policy, "until") || package.Until < package.From ? policy.Until : package.Until,
            Budget = binder.IsWritten(policy, "budget") || !policy.IsPaid ? policy.Budget : package.Budget,
        };
        binder.KeepPlaces(joined, policy);
        return joined;
    }
}
