namespace InstallSim.Calibration;

/// <summary>
/// What one wave of history matching rules out (Craig et al. 1997, Vernon et al. 2010): points whose implausibility
/// I² = (z − E f)² / (Var surface + Var chance + se² + discrepancy²) exceeds the cutoff for some target, or for more than those set aside.
/// </summary>
/// <param name="Surfaces">A surface for each target; null for a target left out.</param>
/// <param name="Targets">The targets, in the same order.</param>
/// <param name="ChanceVariance">Variance of chance of each.</param>
/// <param name="Cutoff">Largest implausibility that is not ruled out; 3 by the rule of three sigma (Pukelsheim 1994).</param>
/// <param name="SetAside">How many of the largest implausibilities are not looked at.</param>
public sealed record Wave(
    IReadOnlyList<ResponseSurface?> Surfaces, IReadOnlyList<Target> Targets, IReadOnlyList<double> ChanceVariance, double Cutoff,
    int SetAside)
{
    /// <summary>Implausibility of a point for one target; 0 for a target left out.</summary>
    public double Of(int target, ReadOnlySpan<double> point) => Surfaces[target] is not { } surface ? 0
        : Math.Abs(Targets[target].Miss(surface.At(point)))
            / Math.Sqrt(Targets[target].Variance(ChanceVariance[target]) + surface.VarianceAt(point));

    /// <summary>The largest implausibility of a point that is not set aside.</summary>
    public double Largest(ReadOnlySpan<double> point)
    {
        Span<double> largest = stackalloc double[SetAside + 1];
        largest.Clear();
        for (int t = 0; t < Surfaces.Count; t++)
        {
            double i = Of(t, point);
            for (int k = 0; k < largest.Length && i > 0; k++)
            {
                (largest[k], i) = i > largest[k] ? (i, largest[k]) : (largest[k], i);
            }
        }

        return largest[^1];
    }

    /// <summary>Whether a point is ruled out; stops at the first targets that do.</summary>
    public bool RulesOut(ReadOnlySpan<double> point)
    {
        int above = 0;
        for (int t = 0; t < Surfaces.Count; t++)
        {
            above += Of(t, point) > Cutoff ? 1 : 0;
            if (above > SetAside)
            {
                return true;
            }
        }

        return false;
    }
}
