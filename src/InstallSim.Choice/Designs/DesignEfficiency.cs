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
    private readonly double[] _covariance, _priors;

    private DesignEfficiency(IReadOnlyList<string> parameters, double[] covariance, double[] priors, double logDeterminant)
    {
        (Parameters, _covariance, _priors) = (parameters, covariance, priors);
        DError = Elementary.Exp(logDeterminant / parameters.Count);
    }

    /// <summary>Names of the coefficients, shape [K].</summary>
    public IReadOnlyList<string> Parameters { get; }

    /// <summary>det(V)^(1/K).</summary>
    public double DError { get; }

    /// <summary>tr(V)/K.</summary>
    public double AError => Enumerable.Range(0, Parameters.Count).Average(k => Variance(k, k));

    /// <summary>The largest of 1.96²·V(kk)/β(k)² over priors that are not 0: answers to each set until the last is significant; 0 when all
    /// priors are (Rose and Bliemer 2013).</summary>
    public double SError => Enumerable.Range(0, Parameters.Count).Where(k => _priors[k] != 0)
        .Select(k => AnswersNeeded(k, _priors[k])).DefaultIfEmpty().Max();

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
        return new DesignEfficiency(names, SymmetricMatrix.Inverse(lower, names.Length), [.. priors.Values], -2 * log);
    }

    /// <summary>Mean of the D-errors over draws of the priors (Sándor and Wedel 2001); ∞ when the sets cannot tell the coefficients
    /// apart at one of them.</summary>
    /// <param name="sets">Choice sets.</param>
    /// <param name="names">Variables of the model.</param>
    /// <param name="draws">Priors, shape [draws][K].</param>
    public static double MeanDError(ChoiceData sets, IReadOnlyList<string> names, IReadOnlyList<double[]> draws) => draws.Average(draw =>
        Of(sets, names.Zip(draw).ToDictionary(pair => pair.First, pair => pair.Second))?.DError ?? double.PositiveInfinity);

    /// <summary>Mean variance of the ratios of the other coefficients to that of a price, by the delta method
    /// (Scarpa and Rose 2008).</summary>
    /// <param name="price">Place of the price's coefficient; its prior is not 0.</param>
    public double CError(int price) => Enumerable.Range(0, Parameters.Count).Where(k => k != price)
        .Select(k => RatioVariance(k, price)).DefaultIfEmpty().Average();

    /// <summary>Standard error of the ratio of a coefficient to that of a price when each set is answered a number of times.</summary>
    /// <param name="parameter">Place of the coefficient.</param>
    /// <param name="price">Place of the price's coefficient; its prior is not 0.</param>
    /// <param name="answers">Answers to each set, > 0.</param>
    public double RatioError(int parameter, int price, double answers) => Math.Sqrt(RatioVariance(parameter, price) / answers);

    /// <summary>Standard error of a coefficient when each set is answered a number of times.</summary>
    /// <param name="parameter">Place of the coefficient.</param>
    /// <param name="answers">Answers to each set, > 0.</param>
    public double StandardError(int parameter, double answers) => Math.Sqrt(Variance(parameter, parameter) / answers);

    /// <summary>Answers to each set for which a coefficient at its prior would have a z of 1.96; ∞ for a prior of 0.</summary>
    /// <param name="parameter">Place of the coefficient.</param>
    /// <param name="prior">Its prior.</param>
    public double AnswersNeeded(int parameter, double prior)
    {
        double ratio = 1.96 * StandardError(parameter, 1) / prior;
        return ratio * ratio;
    }

    private double Variance(int a, int b) => _covariance[(a * Parameters.Count) + b];

    private double RatioVariance(int k, int price)
    {
        double ratio = _priors[k] / _priors[price];
        return (Variance(k, k) - (2 * ratio * Variance(k, price)) + (ratio * ratio * Variance(price, price)))
            / (_priors[price] * _priors[price]);
    }
}
