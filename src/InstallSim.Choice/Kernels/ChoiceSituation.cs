using InstallSim.Choice.Draws;

namespace InstallSim.Choice.Kernels;

/// <summary>A decision maker's view of the alternatives: all that V and ε are made of beside the columns.</summary>
public readonly ref struct ChoiceSituation
{
    /// <summary>Name of the error terms.</summary>
    public required DrawKey Errors { get; init; }

    /// <summary>Coefficients β of the columns, shape [K].</summary>
    public required ReadOnlySpan<double> Coefficients { get; init; }

    /// <summary>Coefficient a of the first group row.</summary>
    public double FirstCoefficient { get; init; }

    /// <summary>Coefficient b of the second group row.</summary>
    public double SecondCoefficient { get; init; }

    /// <summary>Anchor whose row the first coefficient multiplies.</summary>
    public int FirstAnchor { get; init; }

    /// <summary>Anchor whose row the second coefficient multiplies.</summary>
    public int SecondAnchor { get; init; }

    /// <summary>Utilities V of the opt-outs; −∞ for one that is not offered.</summary>
    public ReadOnlySpan<double> OptOuts { get; init; }

    /// <summary>The alternative where the decision maker is, −1 for none; it can be kept even when closed or not considered.</summary>
    public required int Current { get; init; }

    /// <summary>What keeping the current alternative adds to its utility, utils.</summary>
    public double StayBonus { get; init; }

    /// <summary>Probability that a group enters the consideration set, shape [G]; empty when all are considered.</summary>
    public ReadOnlySpan<double> Consideration { get; init; }

    /// <summary>Name of the draws that decide what is considered.</summary>
    public DrawKey Considered { get; init; }
}
