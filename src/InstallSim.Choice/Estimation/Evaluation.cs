namespace InstallSim.Choice.Estimation;

/// <summary>What to compute beside the log-likelihood.</summary>
[Flags]
public enum Derivatives
{
    /// <summary>The value alone.</summary>
    None = 0,

    /// <summary>The gradient.</summary>
    Gradient = 1,

    /// <summary>Σ s·s′ over the scores s of the independent units (Berndt, Hall, Hall and Hausman 1974); implies the gradient.</summary>
    OuterProduct = 2 | Gradient,

    /// <summary>The matrix of second derivatives; implies the gradient.</summary>
    Hessian = 4 | Gradient,

    /// <summary>The score and log-likelihood of each unit; implies the gradient.</summary>
    Scores = 8 | Gradient,
}

/// <summary>
/// A log-likelihood and the derivatives asked for, at one point. Matrices are flat, row by row; empty when not asked for.
/// </summary>
public sealed class Evaluation
{
    internal Evaluation(int parameters, int units, Derivatives wanted)
    {
        Gradient = new double[parameters];
        OuterProduct = wanted.HasFlag(Derivatives.OuterProduct) ? new double[parameters * parameters] : [];
        Hessian = wanted.HasFlag(Derivatives.Hessian) ? new double[parameters * parameters] : [];
        Scores = wanted.HasFlag(Derivatives.Scores) ? new double[units * parameters] : [];
        UnitLogLikelihood = wanted.HasFlag(Derivatives.Scores) ? new double[units] : [];
    }

    /// <summary>Σ w·ln P, ≤ 0; −∞ or not a number outside the model's domain.</summary>
    public double LogLikelihood { get; internal set; }

    /// <summary>∂LL/∂θ, shape [K].</summary>
    public double[] Gradient { get; }

    /// <summary>Σ s·s′, shape [K, K].</summary>
    public double[] OuterProduct { get; }

    /// <summary>∂²LL/∂θ∂θ′, shape [K, K].</summary>
    public double[] Hessian { get; }

    /// <summary>Scores of the units, shape [units, K].</summary>
    public double[] Scores { get; }

    /// <summary>Log-likelihood of each unit, shape [units].</summary>
    public double[] UnitLogLikelihood { get; }
}
