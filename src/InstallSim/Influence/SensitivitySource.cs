using InstallSim.Experiments.Points;
using InstallSim.Influence.Methods;
using InstallSim.Inputs;

namespace InstallSim.Influence;

/// <summary>Reads plans of sensitivity analyses, and refuses those that are larger than anybody means.</summary>
public static class SensitivitySource
{
    /// <summary>Runs from which on a plan must be confirmed. ASSUMPTION: about an hour of a small region on two cores.</summary>
    public const int AskFrom = 20_000;

    /// <summary>Most points of a plan: each is a file while the analysis runs. ASSUMPTION.</summary>
    public const int MostPoints = 1_000_000;

    /// <summary>Reads a plan with its scenarios; its numbers come in the order of their names, whatever their order in the file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="overrides">Texts <c>key.path=value</c> for all scenarios.</param>
    /// <param name="threads">Threads.</param>
    /// <param name="isMeant">Whether any number of runs up to the most is meant.</param>
    /// <exception cref="InputException">Something is wrong, or the plan is too large.</exception>
    public static LoadedPlan<SensitivitySettings> Read(string path, IReadOnlyList<string> overrides, int threads, bool isMeant)
    {
        LoadedPlan<SensitivitySettings> plan = PlanReader.Read<SensitivitySettings>(
            path, FileKind.Sensitivity, overrides, threads, Check, (plan, faults) =>
            {
                // A triangular distribution peaks at the number's value.
                if (plan.Settings.Distribution == SampleDistribution.Uniform)
                {
                    SaidValues.Refuse(plan, overrides, faults.Errors);
                }

                if (faults.AreNumbersRight && plan.Binder.IsRight(plan.Settings, "method", "samples", "replications"))
                {
                    CheckSize(plan, isMeant, faults.Errors);
                }
            });
        plan = plan with { Numbers = [.. plan.Numbers.OrderBy(n => n.Name, StringComparer.Ordinal)] };
        PointChecks.Refuse(plan, SampleDesign.Of(plan).Values);
        return plan;
    }

    private static void Check(SensitivitySettings plan, Binder binder, InputErrors errors)
    {
        if (plan.Levels % 2 != 0)
        {
            errors.Add(binder.PlaceOf(plan, "levels"), $"{plan.Levels} levels cannot be halved; an even number is expected");
        }

        if (plan.Method == SensitivityMethod.Pawn && plan.Count < 2 * plan.Slices)
        {
            errors.Add(binder.PlaceOf(plan, "samples"),
                $"{plan.Count} points in {plan.Slices} slices leave less than 2 in each; say more 'samples' or fewer 'slices'");
        }
    }

    private static void CheckSize(LoadedPlan<SensitivitySettings> plan, bool isMeant, InputErrors errors)
    {
        SensitivitySettings settings = plan.Settings;
        int numbers = plan.Numbers.Count, scenarios = plan.Loaded.Experiment.Scenarios.Count, each = plan.Loaded.Experiment.Replications;
        double points = (double)settings.Count * settings.Width(numbers), runs = plan.RunsOf(points);
        Place place = plan.Binder.PlaceOf(settings, "samples");
        if (settings.Method == SensitivityMethod.Sobol && numbers > SaltelliDesign.MostNumbers)
        {
            errors.Add(plan.Binder.PlaceOf(settings, "numbers"),
                $"sobol takes up to {SaltelliDesign.MostNumbers} numbers, found {numbers}; method morris sorts out those that do nothing");
        }

        if (points > MostPoints)
        {
            errors.Add(place, $"the plan has {points} points and {runs} runs; at most {MostPoints} points are possible: fewer 'samples' or "
                + $"'numbers' make it smaller");
        }
        else if (runs > AskFrom && !isMeant)
        {
            errors.Add(place, $"{points} points × {scenarios} scenarios × {each} replications are {runs} runs; --yes says that this is "
                + $"meant, fewer 'samples', 'numbers' or 'replications' make it smaller");
        }
    }
}
