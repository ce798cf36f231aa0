namespace InstallSim.Calibration;

/// <summary>Which side of a published value is wanted.</summary>
public enum TargetLimit
{
    /// <summary>The value itself.</summary>
    None,
    /// <summary>The value or more.</summary>
    AtLeast,
    /// <summary>The value or less.</summary>
    AtMost,
}

/// <summary>A published number that the model is to meet.</summary>
/// <param name="Name">Its name, unique.</param>
/// <param name="Value">What was published.</param>
/// <param name="StandardError">How uncertain that is.</param>
/// <param name="Discrepancy">How far the model, at its best values, may be from what it models; an assumption.</param>
/// <param name="Weight">Weight of its squared miss in the fit.</param>
/// <param name="Limit">Which side is wanted.</param>
public sealed record Target(string Name, double Value, double StandardError, double Discrepancy, double Weight, TargetLimit Limit)
{
    /// <summary>Variance of what was published, of the model's form and of chance.</summary>
    /// <param name="chance">Variance of the simulated moment.</param>
    public double Variance(double chance) => (StandardError * StandardError) + (Discrepancy * Discrepancy) + chance;

    /// <summary>Simulated less published; 0 on the side that is wanted.</summary>
    public double Miss(double moment) => Limit switch
    {
        TargetLimit.AtLeast => Math.Min(0, moment - Value),
        TargetLimit.AtMost => Math.Max(0, moment - Value),
        _ => moment - Value,
    };
}
