using InstallSim.Choice.Kernels;

namespace InstallSim.Choice.Estimation;

/// <summary>Where a maximisation began and ended.</summary>
internal sealed record Maximum(
    double[] Theta, Evaluation First, Evaluation At, bool Converged, int Iterations, int Evaluations, double Rise, string Reason)
{
    /// <summary>B where it ended, flat [K, K].</summary>
    public double[] Curvature { get; init; } = [];

    /// <summary>Parameters held at an end of their range, with that end.</summary>
    public IReadOnlyDictionary<string, double> Ends { get; init; } = new Dictionary<string, double>();
}

/// <summary>
/// Maximises a likelihood by damped Newton steps, (B + λ·D)·step = gradient, where λ grows when the quadratic model
/// promised too much. B is the outer product of the scores while far from the maximum, where second derivatives need not be
/// negative definite; once near it is minus the Hessian, computed now and then because it costs several gradients, and carried on by
/// BFGS updates in between. Convergence is told from a Hessian at the very point. A concave likelihood has a Hessian at every step.
/// </summary>
internal sealed class TrustRegion(Likelihood likelihood, FreeParameters free, EstimationOptions options)
{
    private const double NearRise = 30;
    private const double MostRounding = 1e7; // tolerances: more hides what no maximum hides
    private const string NoStep = "no step raises the log-likelihood";
    private const string Hidden = "so far from the maximum rounding hides what a step gains: start nearer";
    private readonly int _k = free.Count;
    private readonly RangeEnds _ends = new(likelihood, free);
    private readonly int _updatesOfHessian = Math.Clamp(free.Count / 5, 4, 12); // a Hessian costs about K/2 gradients
    private readonly double[] _lower = new double[free.Count * free.Count];
    private double[] _curvature = [], _outer = [];
    private int _sinceHessian = int.MaxValue / 2;
    private bool _near;
    private int _evaluations;

    /// <summary>Climbs.</summary>
    /// <param name="start">θ to begin at.</param>
    /// <param name="curvature">B to begin with, of a likelihood much like this one; null: none is known.</param>
    public Maximum Run(double[] start, double[]? curvature = null)
    {
        double[] theta = [.. start];
        bool always = likelihood.IsConcave && likelihood.HasHessian;
        Evaluation first = First(theta, always, curvature), at = first;
        double damping = 0, rise = double.PositiveInfinity;
        for (int iteration = 1; iteration <= options.MostIterations; iteration++)
        {
            Maximum End(bool converged, string reason) =>
                new(theta, first, at, converged, iteration - 1, _evaluations, rise, reason)
                {
                    Curvature = _curvature,
                    Ends = _ends.Ends(theta),
                };
            (double[] gradient, double[] step) = Direction(theta, at, ref damping);
            bool isStopped = options.Cancellation.IsCancellationRequested;
            if (isStopped || double.IsPositiveInfinity(damping))
            {
                return End(false, isStopped ? "stopped on request" : NoStep);
            }

            double promised = rise = ColumnKernel.Dot(gradient, step) - SymmetricMatrix.Quadratic(_curvature, step) / 2;
            _near = _near || promised < NearRise;
            if (promised <= options.Tolerance && damping <= 1e-3)
            {
                if (at.Hessian.Length > 0 || !likelihood.HasHessian)
                {
                    return End(true, "converged");
                }

                at = Evaluate(theta, true);
                Curve(at);
                continue;
            }

            double[] trial = _ends.Moved(theta, step);
            var next = Evaluate(trial, always || (_near && likelihood.HasHessian && _sinceHessian >= _updatesOfHessian));
            double got = IsUsable(next) ? next.LogLikelihood - at.LogLikelihood : double.NegativeInfinity;
            double rounding = 1e-13 * Math.Abs(at.LogLikelihood);
            if (Math.Max(promised, got) <= rounding)
            {
                return rounding > MostRounding * options.Tolerance ? End(false, Hidden) : End(true, "converged to rounding");
            }

            if (got > 1e-4 * promised)
            {
                (theta, at) = (trial, next);
                Curve(next, step, gradient);
                options.Progress?.Invoke(iteration, at.LogLikelihood);
            }

            damping = Damping(damping, got / promised);
            if (damping > 1e12)
            {
                return End(false, NoStep);
            }
        }

        return new Maximum(theta, first, at, false, options.MostIterations, _evaluations, rise,
            options.MostIterations == 1 ? "1 iteration was not enough" : $"{options.MostIterations} iterations were not enough");
    }

    /// <summary>Slopes of what is free to move, and the step; none where damping is ∞, for none makes B positive definite.</summary>
    private (double[] Gradient, double[] Step) Direction(double[] theta, Evaluation at, ref double damping)
    {
        double[] gradient = free.Sum(at.Gradient);
        _ends.Hold(theta, gradient);
        damping = Factor(damping);
        return (gradient, double.IsPositiveInfinity(damping) ? [] : SymmetricMatrix.Solve(_lower, _k, gradient));
    }

    private Evaluation First(double[] theta, bool curved, double[]? curvature)
    {
        var first = Evaluate(theta, curved);
        if (!IsUsable(first))
        {
            throw new ArgumentException("the log-likelihood is not a number at the starting values");
        }

        Curve(first);
        if (curvature is not null && !curved)
        {
            (_curvature, _near, _sinceHessian) = ([.. curvature], true, 0);
        }

        return first;
    }

    private static double Damping(double damping, double ratio) => ratio switch
    {
        > 0.75 => damping < 1e-6 ? 0 : damping / 10,
        > 0.25 => damping,
        > 1e-4 => Math.Max(2 * damping, 1e-2),
        _ => Math.Max(8 * damping, 1e-1),
    };

    private static bool IsUsable(Evaluation e) =>
        double.IsFinite(e.LogLikelihood) && Array.TrueForAll(e.Gradient, double.IsFinite)
        && Array.TrueForAll(e.OuterProduct, double.IsFinite);

    private Evaluation Evaluate(double[] theta, bool hessian)
    {
        _evaluations++;
        var wanted = hessian ? Derivatives.OuterProduct | Derivatives.Hessian : Derivatives.OuterProduct;
        return likelihood.Evaluate(theta, wanted, options.Threads);
    }

    /// <summary>Sets B at a new point.</summary>
    private void Curve(Evaluation at, double[]? step = null, double[]? oldGradient = null)
    {
        _outer = free.Sum(at.OuterProduct, 1);
        if (at.Hessian.Length > 0)
        {
            _sinceHessian = 0;
            _curvature = free.Sum(at.Hessian, -1);
            _ends.Clear(_curvature);
            if (!SymmetricMatrix.TryCholesky(_curvature, _k, _lower))
            {
                _curvature = [.. _outer];
            }
        }
        else if (_near && step is not null && oldGradient is not null)
        {
            _sinceHessian++;
            Update(step, oldGradient, free.Sum(at.Gradient));
        }
        else
        {
            _curvature = [.. _outer];
        }
    }

    /// <summary>The BFGS update of B, skipped where the gradients do not show curvature along the step.</summary>
    private void Update(double[] step, double[] oldGradient, double[] newGradient)
    {
        var change = new double[_k];
        var product = new double[_k];
        for (int i = 0; i < _k; i++)
        {
            change[i] = oldGradient[i] - newGradient[i];
            product[i] = ColumnKernel.Dot(_curvature.AsSpan(i * _k, _k), step);
        }

        double along = ColumnKernel.Dot(change, step), old = ColumnKernel.Dot(product, step);
        if (!(along > 1e-8 * old))
        {
            return;
        }

        for (int i = 0; i < _k; i++)
        {
            for (int j = 0; j < _k; j++)
            {
                _curvature[i * _k + j] += change[i] * change[j] / along - product[i] * product[j] / old;
            }
        }
    }

    /// <summary>
    /// Factors B + λ·D, with the smallest λ not under the one given for which it is positive definite; ∞ where there is none. D is the
    /// larger of the diagonals of B and of the outer product: far from the maximum, where every choice is as good as certain, B vanishes
    /// and the scores do not.
    /// </summary>
    private double Factor(double damping)
    {
        double largest = 0;
        for (int i = 0; i < _k; i++)
        {
            largest = Math.Max(largest, Math.Abs(_curvature[i * _k + i]));
        }

        for (; damping < 1e15; damping = Math.Max(10 * damping, 1e-9))
        {
            var damped = (double[])_curvature.Clone();
            for (int i = 0; i < _k; i++)
            {
                double scale = Math.Max(Math.Abs(damped[i * _k + i]), _outer[i * _k + i]);
                damped[i * _k + i] += damping * Math.Max(scale, 1e-12 * largest + 1e-300);
            }

            _ends.Clear(damped);
            if (SymmetricMatrix.TryCholesky(damped, _k, _lower))
            {
                return damping;
            }
        }

        return double.PositiveInfinity;
    }
}
