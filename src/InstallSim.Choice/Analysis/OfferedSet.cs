namespace InstallSim.Choice.Analysis;

/// <summary>A choice set to be valued: what is offered, and the values of all variables of the model.</summary>
/// <param name="Alternatives">Code of each alternative, shape [J], J ≥ 2, no code twice.</param>
/// <param name="Values">Values of the variables, those of membership and scale among them, shape [J][names].</param>
public sealed record OfferedSet(int[] Alternatives, double[][] Values)
{
    /// <summary>The set with a multiple of a direction added to its values.</summary>
    /// <param name="direction">Direction, shape [J][names].</param>
    /// <param name="times">Multiple.</param>
    public OfferedSet Moved(double[][] direction, double times) =>
        this with { Values = [.. Values.Zip(direction, (own, to) => own.Zip(to, (x, d) => x + (times * d)).ToArray())] };
}
