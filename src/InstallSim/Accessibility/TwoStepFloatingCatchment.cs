using InstallSim.Inputs;

namespace InstallSim.Accessibility;

/// <summary>
/// 2SFCA, Luo and Wang (2003): full-time equivalents within reach for 100,000 inhabitants who share them. Within the catchment all count
/// alike, or less with travel time.
/// </summary>
[Called("Two-step floating catchment area (2SFCA)", "Aires flottantes en deux étapes (2SFCA)")]
internal sealed record TwoStepFloatingCatchment : FloatingCatchmentMetric
{
    [Key("catchment-minutes", "Travel time beyond which nobody counts.", Unit = "min", Min = 0, Max = 600,
        Source = "DREES: use of general practitioners falls between 0 and 20 minutes by car")]
    [French("Temps de trajet au-delà duquel personne ne compte.")]
    public double Limit { get; init; } = 20;

    [Key("decay", "How weight falls with travel time: binary (not at all), exponential exp(-rate·t) or power t^(-rate).",
        Source = "Luo and Wang (2003)")]
    [French(
        "Comment le poids baisse avec le temps de trajet\u00a0: binary (pas du tout), exponential exp(-taux·t) ou " +
        "power t^(-taux).")]
    public Decay Decay { get; init; } = Decay.Binary;

    [Key("decay-rate", "Rate of an exponential decay (a minute), exponent of a power decay; unused when binary.", Min = 0, Max = 10,
        Source = "ASSUMPTION")]
    [French("Taux d’une baisse exponentielle (par minute), exposant d’une baisse en puissance\u00a0; inutile si binary.")]
    public double DecayRate { get; init; } = 0.05;

    public override string Unit => "FTE/100,000 inhabitants";

    public override double CatchmentMinutes => Limit;

    protected override double Weight(double minutes) => Decay switch
    {
        Decay.Exponential => DistanceWeight.Exponential(minutes, DecayRate),
        Decay.Power => DistanceWeight.Power(minutes, DecayRate),
        _ => DistanceWeight.Binary(minutes, Limit),
    };
}
