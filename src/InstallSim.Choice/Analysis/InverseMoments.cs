using InstallSim.Choice.Models;

namespace InstallSim.Choice.Analysis;

/// <summary>
/// Which moments 1/β has over people, and with it a willingness to pay in units of β (Daly, Hess and Train 2012): none where β has
/// mass near 0, all where it falls to 0 fast enough there.
/// </summary>
/// <param name="Mean">Whether E[1/β] exists.</param>
/// <param name="Variance">Whether E[1/β²] exists too.</param>
public readonly record struct InverseMoments(bool Mean, bool Variance)
{
    /// <summary>The moments of a coefficient's inverse.</summary>
    /// <param name="coefficient">How it varies; null: it does not.</param>
    /// <param name="location">Its location m; 0 for an error component.</param>
    /// <param name="spread">Its spread s ≥ 0 in the units of the parameters (half the width of uniform and triangular).</param>
    public static InverseMoments Of(RandomCoefficient? coefficient, double location, double spread)
    {
        bool isClear = Math.Abs(location) > spread;
        return coefficient?.Distribution switch
        {
            null or Distribution.Lognormal => new(true, true),
            Distribution.ZeroBoundedTriangular => new(location != 0, false),
            Distribution.Triangular => new(Math.Abs(location) >= spread && location != 0, isClear),
            Distribution.Uniform => new(isClear, isClear),
            Distribution.JohnsonSb => coefficient.Lower >= 0 || coefficient.Upper <= 0 ? new(true, true) : new(false, false),
            _ => spread == 0 && location != 0 ? new(true, true) : new(false, false),
        };
    }
}
