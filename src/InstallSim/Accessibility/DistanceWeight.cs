using InstallSim.Choice.Kernels;

namespace InstallSim.Accessibility;

/// <summary>How much a supply point counts for people at a travel time: w(t), at least 0. What is beyond the catchment weighs 0.</summary>
internal static class DistanceWeight
{
    /// <summary>1 up to the limit, which belongs to it, and 0 beyond.</summary>
    /// <param name="minutes">t, minutes.</param>
    /// <param name="limit">Limit of the catchment, minutes.</param>
    public static double Binary(double minutes, double limit) => minutes <= limit ? 1 : 0;

    /// <summary>The weight of the first step whose limit is not below t, and 0 beyond the last.</summary>
    /// <param name="minutes">t, minutes.</param>
    /// <param name="steps">The steps, limits rising.</param>
    public static double Steps(double minutes, IReadOnlyList<WeightStep> steps)
    {
        for (int k = 0; k < steps.Count; k++)
        {
            if (minutes <= steps[k].Minutes)
            {
                return steps[k].Weight;
            }
        }

        return 0;
    }

    /// <summary>exp(−r·t).</summary>
    /// <param name="minutes">t, minutes.</param>
    /// <param name="rate">r, a minute, at least 0.</param>
    public static double Exponential(double minutes, double rate) => Elementary.Exp(-rate * minutes);

    /// <summary>t^(−e), gravity; t counts as at least one minute, so that a territory's own travel time may be 0.</summary>
    /// <param name="minutes">t, minutes.</param>
    /// <param name="exponent">e, at least 0.</param>
    public static double Power(double minutes, double exponent) => Elementary.Exp(-exponent * Elementary.Log(Math.Max(minutes, 1)));
}

/// <summary>How a weight falls with travel time.</summary>
public enum Decay : byte
{
    /// <summary>Not at all within the catchment.</summary>
    Binary,
    /// <summary>exp(−r·t).</summary>
    Exponential,
    /// <summary>t^(−e).</summary>
    Power,
}
