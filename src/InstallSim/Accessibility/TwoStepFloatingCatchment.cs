using InstallSim.Inputs;

namespace InstallSim.Accessibility;

/// <summary>
/// 2SFCA, Luo and Wang (2003): full-time equivalents within reach for 100,000 inhabitants who share them. Within the catchment all count
/// alike, or less with travel time.
/// </summary>
public sealed record TwoStepFloatingCatchment : FloatingCatchmentMetric
{
    /// <summary>Limit of the catchment, minutes.</summary>
    [Key("catchment-minutes", "Travel time beyond which nobody counts.", Unit = "min", Min = 0, Max = 600,
        Source = "DREES: use of general practitioners falls between 0 and 20 minutes by car")]
    public double Limit { get; init; } = 20;

    /// <summary>How weight falls with travel time.</summary>
    [Key("decay", "How weight falls with travel time: binary (not at all), exponential exp(-rate·t) or power t^(-rate).", Source = "Luo and Wang (2003)")]
    public Decay Decay { get; init; } = Decay.Binary;

    /// <summary>Rate of the decay: a minute when exponential, the exponent when power, unused when binary.</summary>
    [Key("decay-rate", "Rate of an exponential decay (a minute), exponent of a power decay; unused when binary.", Min = 0, Max = 10, Source = "ASSUMPTION")]
    public double DecayRate { get; init; } = 0.05;

    /// <inheritdoc/>
    public override string Unit => "FTE/100,000 inhabitants";

    /// <inheritdoc/>
    public override double CatchmentMinutes => Limit;

    /// <inheritdoc/>
    protected override double Weight(double minutes) => Decay switch
    {
        Decay.Exponential => DistanceWeight.Exponential(minutes, DecayRate),
        Decay.Power => DistanceWeight.Power(minutes, DecayRate),
        _ => DistanceWeight.Binary(minutes, Limit),
    };
}
