namespace InstallSim.Choice.Estimation;

/// <summary>
/// The log-likelihood about a maximum, one standard error away along a parameter, 1/√(−∂²LL/∂θ²) with the others held. About a maximum
/// at finite values it is ½ lower on both sides; where a parameter runs off it does not fall on one.
/// </summary>
/// <param name="likelihood">The likelihood.</param>
/// <param name="free">The parameters estimated.</param>
/// <param name="theta">θ at the maximum, shape [K].</param>
/// <param name="logLikelihood">The log-likelihood there.</param>
/// <param name="curvature">Minus the Hessian there, flat [F, F].</param>
/// <param name="threads">Most threads.</param>
internal sealed class Surroundings(
    Likelihood likelihood, FreeParameters free, double[] theta, double logLikelihood, double[] curvature, int threads)
{
    private const double LeastFall = 0.05, MostFall = 5; // ten times less and more than ½
    private readonly (double Lower, double Upper)?[] _falls = new (double, double)?[free.Count];

    /// <summary>Whether the curvature by a parameter is that of the log-likelihood about it.</summary>
    public bool IsRound(int i) => Falls(i) is var (lower, upper)
        && Math.Min(lower, upper) >= LeastFall && Math.Max(lower, upper) <= MostFall;

    /// <summary>Whether the log-likelihood does not fall on one side.</summary>
    public bool IsOpen(int i) => Falls(i) is var (lower, upper) && Math.Min(lower, upper) < LeastFall;

    /// <summary>By how much it falls on both sides; infinite where it is no number, and without a standard error.</summary>
    private (double Lower, double Upper) Falls(int i) => _falls[i] ??= (Fall(i, -1), Fall(i, 1));

    private double Fall(int i, int side)
    {
        double step = side / Math.Sqrt(curvature[(i * free.Count) + i]);
        if (!double.IsFinite(step))
        {
            return double.PositiveInfinity;
        }

        var steps = new double[free.Count];
        steps[i] = step;
        double there = likelihood.Evaluate(free.Moved(theta, steps), Derivatives.None, threads).LogLikelihood;
        return double.IsFinite(there) ? logLikelihood - there : double.PositiveInfinity;
    }
}
