using InstallSim.Choice.Data;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Kernels;
using InstallSim.Choice.Models;

namespace InstallSim.Choice.Designs;

/// <summary>
/// What a design can tell: the covariance of the multinomial logit's estimates at the priors when each choice set is answered once,
/// V = (Σ over sets Σ over j of P(j)·(x(j) − x̄)·(x(j) − x̄)′)⁻¹, x̄ the mean under P (Sándor and Wedel 2001; Rose and Bliemer 2009).
/// </summary>
public sealed class DesignEfficiency
{
    private readonly double[] _covariance;

    private DesignEfficiency(IReadOnlyList<string> parameters, double[] covariance, double logDeterminant)
    {
        (Parameters, _covariance) = (parameters, covariance);
        DError = Elementary.Exp(logDeterminant / parameters.Count);
    }

    /// <summary>Names of the coefficients, shape [K].</summary>
    public IReadOnlyList<string> Parameters { get; }

    /// <summary>det(V)^(1/K).</summary>
    public double DError { get; }

    /// <summary>tr(V)/K.</summary>
    public double AError => Enumerable.Range(0, Parameters.Count).Average(k => _covariance[k * Parameters.Count + k]);

    /// <summary>Measures a design; null when the sets cannot tell the coefficients apart.</summary>
    /// <param name="sets">Choice sets; what was chosen is not used.</param>
    /// <param name="priors">Coefficient by variable; the variables of the model.</param>
    /// <exception cref="ArgumentException">A variable is not in the sets.</exception>
    public static DesignEfficiency? Of(ChoiceData sets, IReadOnlyDictionary<string, double> priors)
    {
        string[] names = [.. priors.Keys];
        double[] information = new MultinomialLogit(names).Bind(sets).Evaluate([.. priors.Values], Derivatives.Hessian).Hessian;
        for (int i = 0; i < information.Length; i++)
        {
            information[i] = -information[i];
        }

        var lower = new double[information.Length];
        if (!SymmetricMatrix.TryCholesky(information, names.Length, lower))
        {
            return null;
        }

        double log = Enumerable.Range(0, names.Length).Sum(k => Elementary.Log(lower[k * names.Length + k]));
        return new DesignEfficiency(names, SymmetricMatrix.Inverse(lower, names.Length), -2 * log);
    }

    /// <summary>Standard error of a coefficient when each set is answered a number of times.</summary>
    /// <param name="parameter">Place of the coefficient.</param>
    /// <param name="answers">Answers to each set, > 0.</param>
    public double StandardError(int parameter, double answers) =>
        Math.Sqrt(_covariance[parameter * Parameters.Count + parameter] / answers);

    /// <summary>Answers to each set for which a coefficient at its prior would have a z of 1.96; ∞ for a prior of 0.</summary>
    /// <param name="parameter">Place of the coefficient.</param>
    /// <param name="prior">Its prior.</param>
    public double AnswersNeeded(int parameter, double prior)
    {
        double ratio = 1.96 * StandardError(parameter, 1) / prior;
        return ratio * ratio;
    }
}
