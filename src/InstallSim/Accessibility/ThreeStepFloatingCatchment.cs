using InstallSim.Inputs;

namespace InstallSim.Accessibility;

/// <summary>
/// 3SFCA, Wan, Zou and Sternberg (2012): as E2SFCA, but people share themselves among the places that attract them, so that need is
/// not counted in full at each of them. Full-time equivalents for 100,000 inhabitants.
/// </summary>
[Called("Three-step floating catchment area (3SFCA)", "Aires flottantes en trois étapes (3SFCA)")]
internal sealed record ThreeStepFloatingCatchment : FloatingCatchmentMetric
{
    [Key("steps", "Rings of travel time, limits rising, each with its weight.", Source = "Wan et al. (2012), as in PySAL access 541de01e")]
    [French("Couronnes de temps de trajet, limites croissantes, chacune avec son poids.")]
    public IReadOnlyList<WeightStep> Steps { get; init; } = [new(10, 0.962), new(20, 0.704), new(30, 0.377), new(60, 0.042)];

    public override string Unit => "FTE/100,000 inhabitants";

    public override double CatchmentMinutes => Steps[^1].Minutes;

    protected override bool PeopleShareThemselves => true;

    public override IEnumerable<(string Key, InputMessage Message)> Faults() => WeightStep.Faults("steps", Steps);

    protected override double Weight(double minutes) => DistanceWeight.Steps(minutes, Steps);
}
