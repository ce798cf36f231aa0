using InstallSim.Inputs;

namespace InstallSim.Accessibility;

/// <summary>
/// E2SFCA, Luo and Qi (2009): full-time equivalents within reach for 100,000 inhabitants, counting less from ring to ring.
/// </summary>
[Called("Enhanced two-step floating catchment area (E2SFCA)", "Aires flottantes en deux étapes, pondérées (E2SFCA)")]
internal sealed record EnhancedTwoStepFloatingCatchment : FloatingCatchmentMetric
{
    [Key("steps", "Rings of travel time, limits rising, each with its weight.", Source = "Luo and Qi (2009), as in PySAL access 541de01e")]
    [French("Couronnes de temps de trajet, limites croissantes, chacune avec son poids.")]
    public IReadOnlyList<WeightStep> Steps { get; init; } = [new(10, 1), new(20, 0.68), new(30, 0.22)];

    public override string Unit => "FTE/100,000 inhabitants";

    public override double CatchmentMinutes => Steps[^1].Minutes;

    public override IEnumerable<(string Key, InputMessage Message)> Faults() => WeightStep.Faults("steps", Steps);

    protected override double Weight(double minutes) => DistanceWeight.Steps(minutes, Steps);
}
