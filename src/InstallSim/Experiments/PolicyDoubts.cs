using InstallSim.Inputs;
using InstallSim.Policies;
using InstallSim.Scenarios;
using InstallSim.Simulation.Acts;
using InstallSim.Simulation.State;

namespace InstallSim.Experiments;

/// <summary>Values of policies that the territories of the start show to be hardly meant.</summary>
internal static class PolicyDoubts
{
    /// <summary>Numbers of a <c>where</c> that no territory fails, as one in another unit than the metric's.</summary>
    public static void WarnOfIdleConditions(ScenarioSource source, RunState start, InputErrors errors)
    {
        foreach (Policy policy in source.Scenario.Policies)
        {
            TerritoryFilter f = policy.Where;
            (string Key, double? Value, TerritoryFilter Alone)[] conditions =
            [
                ("accessibility-below", f.AccessibilityBelow, new() { AccessibilityBelow = f.AccessibilityBelow }),
                ("accessibility-at-least", f.AccessibilityAtLeast, new() { AccessibilityAtLeast = f.AccessibilityAtLeast }),
                ("least-accessible", f.LeastAccessible, new() { LeastAccessible = f.LeastAccessible }),
                ("least-accessible-share", f.LeastAccessibleShare, new() { LeastAccessibleShare = f.LeastAccessibleShare }),
            ];
            foreach ((string key, double? value, TerritoryFilter alone) in conditions.Where(c => c.Value is not null))
            {
                var holds = new bool[start.Accessibility.Length];
                alone.Mark(start.View(), holds);
                double[] people = start.View().Territories.Population;
                double[] of = [.. start.Accessibility.Where((_, i) => people[i] > 0)];
                if (of.Length > 0 && !holds.Where((isIn, i) => !isIn && people[i] > 0).Any())
                {
                    (double least, double most) = (of.Min(), of.Max());
                    errors.Warn(new InputWarning(source.Binder.PlaceOf(f, key),
                        $"'{key}': {InputScalars.Plain(value!.Value)} leaves out no territory at the start "
                            + $"({start.Scenario.Years.From}): all {of.Length} have an accessibility of {least:0.00} to {most:0.00} "
                            + $"({Units.Words(start.Scenario.Accessibility.Unit)})"));
                }
            }
        }
    }

    /// <summary>What goes only where people live, in territories without any.</summary>
    public static void WarnOfNobody(ScenarioSource source, RunState start, bool[][] where, InputErrors errors)
    {
        double[] people = start.Prepared.Territories.Population;
        foreach ((int k, Policy policy) in start.Scenario.Policies.Index())
        {
            var acts = new List<Act>();
            policy.Act(start.View(), where[k], acts);
            if (acts.Any(act => act is Opening or OpenPosts or AdmitFrom or TrainAt or LendTime)
                && where[k].Contains(true) && !where[k].Where((isIn, i) => isIn && people[i] > 0).Any())
            {
                errors.Warn(new InputWarning(source.Binder.PlaceOf(policy, "where"),
                    $"nobody lives in the territories in the 'where' of {policy.Label} at the start ({start.Scenario.Years.From}), and it "
                        + $"does nothing where nobody lives"));
            }
        }
    }

    /// <summary>Centres announced where none can open: no room, or nobody to carry one.</summary>
    public static void WarnOfNoOpening(ScenarioSource source, RunState start, bool[][] where, InputErrors errors)
    {
        foreach ((int k, MspOpening policy) in start.Scenario.Policies.Index().Where(p => p.Item is MspOpening { PerYear: > 0 })
            .Select(p => (p.Index, (MspOpening)p.Item)))
        {
            var acts = new List<Act>();
            policy.Act(start.View(), where[k], acts);
            int[] roomy = [.. Openings.WithRoom(start, (Opening)acts[0])];
            double[] people = start.Prepared.Territories.Population;
            int concerned = where[k].Where((isIn, i) => isIn && people[i] > 0).Count();
            if (concerned > 0 && !roomy.Any(i => Practices.Physicians(start, i) >= policy.LocalGps))
            {
                errors.Warn(new InputWarning(source.Binder.PlaceOf(policy, "where"),
                    $"{policy.Label} could open no centre at the start ({start.Scenario.Years.From}), so that what it announces may wait "
                        + $"for ever: of {concerned} inhabited territories in its 'where' {concerned - roomy.Length} have no room for one "
                        + $"more (residents-per-centre), {roomy.Length} have fewer than {policy.LocalGps} GPs (local-gps)"));
            }
        }
    }
}
