using InstallSim.Choice.Data;
using InstallSim.Choice.Models;

namespace InstallSim.Choice.Analysis;

/// <summary>
/// What a person's choices tell of the person's own coefficients (Revelt and Train 2000): the distribution over draws, each weighted by
/// the probability that it gives to the choices made.
/// </summary>
public sealed class IndividualCoefficients
{
    /// <summary>Works out the posterior of every person.</summary>
    /// <param name="model">A mixed logit; a person is a unit of its likelihood (a situation where it is not a panel).</param>
    /// <param name="data">Choices.</param>
    /// <param name="theta">θ, shape [K].</param>
    /// <param name="level">Coverage of the intervals, in (0, 1).</param>
    public IndividualCoefficients(MixedLogit model, ChoiceData data, IReadOnlyList<double> theta, double level = 0.95)
        : this(model.Terms.Variables.Take(model.Terms.Varies), new MixedPosterior(model, data, [.. theta]), level)
    {
    }

    /// <summary>
    /// The same of a mixed logit with scales, nests or spreads that depend on the person: coefficients are those of the utility at the
    /// scale of 1 of the groups, and with the person's own scale where that varies.
    /// </summary>
    /// <param name="model">The model; a person is a unit of its likelihood (a situation where it is not a panel).</param>
    /// <param name="data">Choices.</param>
    /// <param name="theta">θ, shape [K].</param>
    /// <param name="level">Coverage of the intervals, in (0, 1).</param>
    /// <exception cref="ArgumentException">A dissimilarity of θ is not above 0.</exception>
    public IndividualCoefficients(GeneralMixedLogit model, ChoiceData data, IReadOnlyList<double> theta, double level = 0.95)
        : this(model.Tastes.Terms.Variables, new GeneralMixedPosterior(model, data, [.. theta]), level)
    {
    }

    private IndividualCoefficients(IEnumerable<string> variables, GeneralMixedPosterior posterior, double level)
        : this(variables.Take(posterior.Varies), posterior.Units, posterior.Of, level)
    {
    }

    private IndividualCoefficients(IEnumerable<string> variables, MixedPosterior posterior, double level)
        : this(variables, posterior.Units, posterior.Of, level)
    {
    }

    private IndividualCoefficients(
        IEnumerable<string> variables, int units, Func<int, (double[][] Beta, double[] Weight)> of, double level)
    {
        Variables = [.. variables];
        double tail = (1 - Math.Clamp(level, 0, 1)) / 2;
        Persons = new Interval[units][];
        Parallel.For(0, units, unit =>
        {
            var (beta, weight) = of(unit);
            Persons[unit] = [.. Enumerable.Range(0, Variables.Count).Select(k => Summary(beta[k], weight, tail))];
        });
    }

    /// <summary>Variables whose coefficients vary.</summary>
    public IReadOnlyList<string> Variables { get; }

    /// <summary>Mean, standard deviation and quantiles by person and variable, shape [persons][variables].</summary>
    public Interval[][] Persons { get; }

    private static Interval Summary(double[] beta, double[] weight, double tail)
    {
        double mean = 0, square = 0;
        for (int r = 0; r < beta.Length; r++)
        {
            mean += weight[r] * beta[r];
        }

        for (int r = 0; r < beta.Length; r++)
        {
            square += weight[r] * (beta[r] - mean) * (beta[r] - mean);
        }

        int[] order = [.. Enumerable.Range(0, beta.Length).OrderBy(r => beta[r])];
        return new Interval(mean, Math.Sqrt(square), Quantile(tail), Quantile(1 - tail));

        double Quantile(double p)
        {
            double sum = 0;
            foreach (int r in order)
            {
                sum += weight[r];
                if (sum >= p)
                {
                    return beta[r];
                }
            }

            return beta[order[^1]];
        }
    }
}
