using InstallSim.Inputs;

namespace InstallSim.Accessibility;

/// <summary>A ring around a territory in which all supply points weigh the same.</summary>
public sealed record WeightStep
{
    /// <summary>Makes an empty ring, to be filled from YAML.</summary>
    public WeightStep() { }

    /// <summary>Makes a ring.</summary>
    /// <param name="minutes">Outer limit, minutes; belongs to the ring.</param>
    /// <param name="weight">Weight within it.</param>
    public WeightStep(double minutes, double weight) => (Minutes, Weight) = (minutes, weight);

    [Key("minutes", "Travel time up to which the weight holds, inclusive.", Unit = "min", Min = 0, Max = 600, Required = true)]
    [French("Temps de trajet jusqu’auquel vaut le poids, inclus.")]
    public double Minutes { get; init; }

    [Key("weight", "How much a physician in this ring counts.", Min = 0, Max = 1, Required = true)]
    [French("Pour combien compte un médecin de cette couronne.")]
    public double Weight { get; init; }

    /// <summary>What is wrong with a list of rings: it is empty, or a limit is not above the one before.</summary>
    internal static IEnumerable<(string Key, InputMessage Message)> Faults(string key, IReadOnlyList<WeightStep> steps)
    {
        if (steps.Count == 0)
        {
            yield return (key, "at least one step is needed");
        }

        if (steps.Count > 0 && steps.All(step => step.Weight == 0))
        {
            yield return (key, "all weights are 0, so that nobody would reach anything");
        }

        for (int s = 1; s < steps.Count; s++)
        {
            if (steps[s].Minutes <= steps[s - 1].Minutes)
            {
                var (limit, before) = (steps[s].Minutes, steps[s - 1].Minutes);
                yield return (key, $"minutes must rise from step to step; {limit} follows {before}");
            }
        }
    }
}
