namespace InstallSim.Inputs;

/// <summary>
/// Between which sizes a number of a key is plausible, whatever its sign, and why: what lies outside, but 0, is allowed and warned of, for
/// it may be a slip in the unit. A key in thousands of euros that has a default needs none: see <see cref="Binder"/>.
/// </summary>
/// <param name="least">The least size that is plausible.</param>
/// <param name="most">The greatest.</param>
/// <param name="why">Why, in English.</param>
/// <param name="french">Why, in French.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PlausibleAttribute(double least, double most, string why, string french) : Attribute
{
    /// <summary>The least size that is plausible.</summary>
    public double Least { get; } = least;

    /// <summary>The greatest.</summary>
    public double Most { get; } = most;

    /// <summary>Why.</summary>
    public Words Why { get; } = new(why, french);
}
