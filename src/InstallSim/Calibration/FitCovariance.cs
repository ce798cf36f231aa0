using MathNet.Numerics.LinearAlgebra;

namespace InstallSim.Calibration;

/// <summary>Why a number has no standard error.</summary>
public enum Holding
{
    /// <summary>It has one.</summary>
    None,
    /// <summary>It moves no target.</summary>
    MovesNothing,
    /// <summary>It ended at an end of its range.</summary>
    AtEnd,
    /// <summary>The targets do not tell it from the others: its standard error would exceed its whole range.</summary>
    NotTold,
}

/// <summary>
/// The covariance of fitted numbers by the sandwich (J′WJ)⁻¹ J′WΣWJ (J′WJ)⁻¹, W = weight/variance and Σ = se² + discrepancy² + chance on
/// their diagonals. Numbers that cannot be told are left out, the least told first, and have neither variance nor covariance.
/// </summary>
public static class FitCovariance
{
    /// <summary>Room, as a share of the range, within which a number counts as at its end: it reads as the end there.</summary>
    public const double AtTheEnd = 1e-3;

    /// <summary>The covariance in shares of the ranges.</summary>
    /// <param name="fit">Where the fit ended.</param>
    /// <param name="targets">The targets.</param>
    /// <param name="chance">Variance of chance of each.</param>
    /// <param name="free">Whether a number was fitted.</param>
    /// <returns>Shape [p, p], 0 for held numbers; why each is held.</returns>
    public static (double[,] Covariance, Holding[] Held) Of(
        LeastSquaresFit fit, IReadOnlyList<Target> targets, IReadOnlyList<double> chance, IReadOnlyList<bool> free)
    {
        int p = fit.Point.Length;
        Holding[] held = [.. Enumerable.Range(0, p).Select(k => !free[k] ? Holding.MovesNothing
            : fit.Point[k] is < AtTheEnd or > 1 - AtTheEnd ? Holding.AtEnd
            : Holding.None)];
        int[] told = [.. Enumerable.Range(0, targets.Count).Where(t => double.IsFinite(chance[t])
            && (targets[t].Limit == TargetLimit.None || targets[t].Miss(fit.Moments[t]) != 0))];
        Matrix<double> Columns(int[] of) => Matrix<double>.Build.Dense(told.Length, of.Length, (t, k) => fit.Jacobian[told[t], of[k]]);
        Matrix<double> w = Matrix<double>.Build.Diagonal(told.Length, told.Length,
            t => targets[told[t]].Weight / targets[told[t]].Variance(chance[told[t]]));
        Matrix<double> sigma = Matrix<double>.Build.Diagonal(told.Length, told.Length, t => targets[told[t]].Variance(chance[told[t]]));

        int[] kept = Told(p, held, k => Columns([.. k]), w);
        foreach (int k in Enumerable.Range(0, p).Where(k => held[k] == Holding.None && !kept.Contains(k)))
        {
            held[k] = Holding.NotTold;
        }

        var covariance = new double[p, p];
        if (kept.Length > 0)
        {
            Matrix<double> j = Columns(kept), bread = (j.Transpose() * w * j).Inverse(),
                sandwich = bread * (j.Transpose() * w * sigma * w * j) * bread;
            for (int a = 0; a < kept.Length; a++)
            {
                for (int b = 0; b < kept.Length; b++)
                {
                    covariance[kept[a], kept[b]] = (sandwich[a, b] + sandwich[b, a]) / 2;
                }
            }
        }

        return (covariance, held);
    }

    /// <summary>Numbers taken in one by one, the best told first, while what is left to tell of one holds it within its range.</summary>
    private static int[] Told(int p, Holding[] held, Func<IEnumerable<int>, Matrix<double>> columns, Matrix<double> w)
    {
        List<int> kept = [], open = [.. Enumerable.Range(0, p).Where(k => held[k] == Holding.None)];
        while (open.Count > 0)
        {
            double[] left = [.. open.Select(k => Left(kept, k))];
            int best = Enumerable.Range(0, open.Count).MaxBy(k => left[k]);
            if (!(left[best] > 1))
            {
                break;
            }

            kept.Add(open[best]);
            open.RemoveAt(best);
        }

        return [.. kept.Order()];

        double Left(List<int> others, int k)
        {
            Matrix<double> one = columns([k]);
            double own = (one.Transpose() * w * one)[0, 0];
            if (others.Count == 0)
            {
                return own;
            }

            Matrix<double> j = columns(others), cross = j.Transpose() * w * one;
            return own - (cross.Transpose() * (j.Transpose() * w * j).Inverse() * cross)[0, 0];
        }
    }
}
