using InstallSim.Choice.Data;
using InstallSim.Choice.Kernels;

namespace InstallSim.Choice.Estimation;

/// <summary>Estimates choice models by maximum (simulated) likelihood.</summary>
public static class MaximumLikelihood
{
    /// <summary>Fits a model to choices, with its covariances.</summary>
    /// <exception cref="ArgumentException">
    /// A variable is not in the data; a parameter to fix or start is not in the model; the likelihood is not a number at the start.
    /// </exception>
    public static EstimationResult Estimate(IChoiceModel model, ChoiceData data, EstimationOptions? options = null)
    {
        options ??= new EstimationOptions();
        var likelihood = model.Bind(data);
        double[] start = Start(likelihood, options);
        bool[] isFixed = [.. likelihood.Parameters.Select(options.Fixed.ContainsKey)];
        int[] free = [.. Enumerable.Range(0, start.Length).Where(k => !isFixed[k])];
        var maximum = free.Length == 0
            ? Nothing(likelihood, start, options)
            : new TrustRegion(likelihood, free, options).Run(start);
        var at = maximum.At.Hessian.Length > 0
            ? maximum.At
            : likelihood.Evaluate(maximum.Theta, Derivatives.OuterProduct | Derivatives.Hessian, options.Threads);
        double[] scores = likelihood.Units == data.Persons
            ? []
            : likelihood.Evaluate(maximum.Theta, Derivatives.Scores, options.Threads).Scores;
        int[] counted = [.. Enumerable.Range(0, data.Situations).Where(n => data.Weight(n) > 0)];
        int persons = counted.Select(data.Person).Distinct().Count();
        var parts = new CovarianceParts(likelihood, free, at, scores) { Clusters = persons };
        var identification = new Identification(
            [.. free.Select(k => likelihood.Parameters[k])], parts.Curvature,
            CovarianceParts.Pick(maximum.First.OuterProduct, free, start.Length),
            [.. free.Select(k => maximum.Theta[k] - start[k])]);
        return new EstimationResult(model, likelihood.Parameters, maximum.Theta, isFixed, parts.All(identification.IsFlat))
        {
            Situations = counted.Length,
            SumOfWeights = counted.Sum(data.Weight),
            Persons = persons,
            NullLogLikelihood = NullLogLikelihood(data),
            InitialLogLikelihood = maximum.First.LogLikelihood,
            LogLikelihood = at.LogLikelihood,
            Converged = maximum.Converged && identification.Found.Count == 0,
            Ending = maximum.Reason,
            Iterations = maximum.Iterations,
            Evaluations = maximum.Evaluations,
            GradientNorm = Math.Sqrt(free.Sum(k => at.Gradient[k] * at.Gradient[k])),
            PossibleRise = maximum.Rise,
            ConditionNumber = identification.ConditionNumber,
            Unidentified = identification.Found,
        };
    }

    /// <summary>Σ w·ln(1/J): the log-likelihood when every available alternative is as likely as another.</summary>
    public static double NullLogLikelihood(ChoiceData data)
    {
        double sum = 0;
        for (int n = 0; n < data.Situations; n++)
        {
            sum -= data.Weight(n) * Elementary.Log(data.Alternatives(n));
        }

        return sum;
    }

    private static double[] Start(Likelihood likelihood, EstimationOptions options)
    {
        bool allGiven = likelihood.Parameters.All(p => options.Start.ContainsKey(p) || options.Fixed.ContainsKey(p));
        double[] start = allGiven ? new double[likelihood.Parameters.Count] : [.. likelihood.Start];
        foreach (var (name, value) in options.Start.Concat(options.Fixed))
        {
            int k = likelihood.Parameters.ToList().IndexOf(name);
            if (k < 0)
            {
                throw new ArgumentException($"no parameter '{name}' among: {string.Join(", ", likelihood.Parameters)}", nameof(options));
            }

            start[k] = value;
        }

        return start;
    }

    private static Maximum Nothing(Likelihood likelihood, double[] start, EstimationOptions options)
    {
        var at = likelihood.Evaluate(start, Derivatives.OuterProduct | Derivatives.Hessian, options.Threads);
        return new Maximum(start, at, at, true, 0, 1, 0, "nothing to estimate");
    }
}
