using MathNet.Numerics.LinearAlgebra;

namespace InstallSim.Calibration;

/// <summary>Where a fit ended.</summary>
/// <param name="Point">The best point found, shape [p].</param>
/// <param name="Moments">The moments there, shape [K].</param>
/// <param name="Jacobian">Derivatives of the moments by the numbers, shape [K, p]; 0 for numbers that are held.</param>
/// <param name="Steps">Steps that lowered the sum of squares.</param>
/// <param name="HasConverged">Whether it ended for want of a better point, not of evaluations.</param>
public sealed record LeastSquaresFit(double[] Point, double[] Moments, double[,] Jacobian, int Steps, bool HasConverged);

/// <summary>
/// Minimises Σ weight·miss²/variance within the box by Levenberg and Marquardt's steps. Derivatives are differences between simulations
/// with the same random numbers, a twentieth of the range to either side; several dampings are tried at once and the best is taken.
/// </summary>
/// <param name="targets">The targets, K of them; those without a finite moment are left out.</param>
/// <param name="chance">Variance of chance of each.</param>
/// <param name="evaluate">Moments at points, shape [points][K].</param>
public sealed class LeastSquares(
    IReadOnlyList<Target> targets, IReadOnlyList<double> chance, Func<IReadOnlyList<double[]>, double[][]> evaluate)
{
    /// <summary>Half the distance of a difference, as a share of the range.</summary>
    public const double Step = 0.05;

    /// <summary>A step must lower the sum of squares by this share, or by this much where it is below 1.</summary>
    private const double Gain = 0.01;

    /// <summary>In units of what one range tells: 1 keeps a number that the targets do not tell within a range or so.</summary>
    private static readonly double[] Dampings = [0.01, 0.1, 1, 10, 100];

    /// <summary>The sum that is minimised.</summary>
    /// <param name="moments">Moments, shape [K].</param>
    public double Sum(IReadOnlyList<double> moments)
    {
        double sum = 0;
        for (int t = 0; t < targets.Count; t++)
        {
            double residual = Residual(t, moments[t]);
            sum += residual * residual;
        }

        return sum;
    }

    /// <summary>Evaluations at points that one step takes at most.</summary>
    /// <param name="free">Numbers that are not held.</param>
    public static int PointsOfAStep(int free) => (2 * free) + Dampings.Length;

    /// <summary>Steps from a point until none is better.</summary>
    /// <param name="start">Where to begin, shape [p].</param>
    /// <param name="moments">The moments there.</param>
    /// <param name="free">Whether a number may move, shape [p].</param>
    /// <param name="budget">Points that may be evaluated.</param>
    public LeastSquaresFit Run(double[] start, double[] moments, IReadOnlyList<bool> free, int budget)
    {
        int count = free.Count(f => f), steps = 0;
        double[] here = start, there = moments;
        double[,] jacobian = new double[targets.Count, start.Length];
        bool hasConverged = false;
        for (bool isFirst = true; count > 0 && (isFirst || budget >= PointsOfAStep(count)); isFirst = false)
        {
            jacobian = Jacobian(here, free);
            double[][] next = [.. Dampings.Select(d => Next(here, there, jacobian, free, d))];
            double[][] found = evaluate(next);
            budget -= PointsOfAStep(count);
            double[] sums = [.. found.Select(Sum).Select(sum => double.IsFinite(sum) ? sum : double.MaxValue)];
            int best = Array.IndexOf(sums, sums.Min());
            double before = Sum(there), after = sums[best];
            if (after < before)
            {
                (here, there) = (next[best], found[best]);
                steps++;
            }

            if (!(after < before - (Gain * Math.Max(1, before))))
            {
                hasConverged = true;
                break;
            }
        }

        return new LeastSquaresFit(here, there, jacobian, steps, hasConverged);
    }

    /// <summary>Derivatives by differences to both sides, to one at an end of a range; shape [K, p].</summary>
    private double[,] Jacobian(double[] at, IReadOnlyList<bool> free)
    {
        int[] moving = [.. Enumerable.Range(0, at.Length).Where(k => free[k])];
        double[][] points = [.. moving.SelectMany(k => new[] { Beside(k, -Step), Beside(k, Step) })];
        double[][] found = evaluate(points);
        var jacobian = new double[targets.Count, at.Length];
        for (int m = 0; m < moving.Length; m++)
        {
            double width = points[(2 * m) + 1][moving[m]] - points[2 * m][moving[m]];
            for (int t = 0; t < targets.Count; t++)
            {
                double slope = (found[(2 * m) + 1][t] - found[2 * m][t]) / width;
                jacobian[t, moving[m]] = double.IsFinite(slope) ? slope : 0;
            }
        }

        return jacobian;

        double[] Beside(int k, double step)
        {
            double[] point = [.. at];
            point[k] = Math.Clamp(at[k] + step, 0, 1);
            return point;
        }
    }

    /// <summary>The point of a damped step; numbers that would leave the box stay at its edge, and the others are solved again.</summary>
    private double[] Next(double[] from, double[] moments, double[,] jacobian, IReadOnlyList<bool> free, double damping)
    {
        double[] next = [.. from];
        List<int> moving = [.. Enumerable.Range(0, from.Length).Where(k => free[k])];
        double[] shift = new double[from.Length];
        while (moving.Count > 0)
        {
            int[] columns = [.. moving];
            Matrix<double> j = Matrix<double>.Build.Dense(targets.Count, columns.Length,
                (t, m) => jacobian[t, columns[m]] * Scale(t, moments[t]));
            Vector<double> r = Vector<double>.Build.Dense(targets.Count, t => Residual(t, moments[t])
                + (Scale(t, moments[t]) * Enumerable.Range(0, from.Length).Where(k => !columns.Contains(k))
                    .Sum(k => jacobian[t, k] * shift[k])));
            Vector<double> step = (j.TransposeThisAndMultiply(j) + (damping * Matrix<double>.Build.DenseIdentity(columns.Length)))
                .Cholesky().Solve(-j.TransposeThisAndMultiply(r));
            int[] leaving = [.. Enumerable.Range(0, columns.Length).Where(m => from[columns[m]] + step[m] is < 0 or > 1)];
            if (leaving.Length == 0)
            {
                for (int m = 0; m < columns.Length; m++)
                {
                    next[columns[m]] = from[columns[m]] + step[m];
                }

                break;
            }

            foreach (int m in leaving)
            {
                next[columns[m]] = step[m] < 0 ? 0 : 1;
                shift[columns[m]] = next[columns[m]] - from[columns[m]];
                moving.Remove(columns[m]);
            }
        }

        return next;
    }

    private double Residual(int target, double moment) => double.IsFinite(chance[target])
        ? targets[target].Miss(moment) * Math.Sqrt(targets[target].Weight / targets[target].Variance(chance[target]))
        : 0;

    /// <summary>What a change of the moment changes of its residual; 0 on the side of a limit that is wanted.</summary>
    private double Scale(int target, double moment) =>
        !double.IsFinite(chance[target]) || (targets[target].Limit != TargetLimit.None && targets[target].Miss(moment) == 0)
            ? 0
            : Math.Sqrt(targets[target].Weight / targets[target].Variance(chance[target]));
}
