using InstallSim.Choice.Data;
using InstallSim.Choice.Models;

namespace InstallSim.Choice.Analysis;

/// <summary>
/// What each person would pay, ω = −β(x)/β(price), as the person's own choices tell it (Revelt and Train 2000): the median over draws, each
/// weighted by the probability that it gives to the choices made. A median exists whatever the distribution of the price's coefficient.
/// </summary>
public static class PersonalPay
{
    /// <summary>The medians of every person.</summary>
    /// <param name="model">A mixed logit of utilities.</param>
    /// <param name="data">Choices.</param>
    /// <param name="theta">θ, shape [K].</param>
    /// <param name="variables">Variables.</param>
    /// <param name="price">Variable of the price.</param>
    /// <returns>Shape [persons][variables].</returns>
    public static double[][] Medians(
        MixedLogit model, ChoiceData data, IReadOnlyList<double> theta, IReadOnlyList<string> variables, string price) =>
        MediansOfSums(model, data, theta, [.. variables.Select(v => (string[])[v])], price);

    /// <summary>The medians of every person of sums of coefficients, Σβ(x) in place of β(x).</summary>
    /// <param name="model">A mixed logit of utilities.</param>
    /// <param name="data">Choices.</param>
    /// <param name="theta">θ, shape [K].</param>
    /// <param name="sums">The variables of each sum.</param>
    /// <param name="price">Variable of the price.</param>
    /// <returns>Shape [persons][sums].</returns>
    public static double[][] MediansOfSums(
        MixedLogit model, ChoiceData data, IReadOnlyList<double> theta, IReadOnlyList<IReadOnlyList<string>> sums, string price)
    {
        var names = model.Terms.Variables.ToList();
        int p = names.IndexOf(price);
        int[][] places = [.. sums.Select(sum => sum.Select(v => names.IndexOf(v)).ToArray())];
        var posterior = new MixedPosterior(model, data, [.. theta]);
        var people = new double[posterior.Units][];
        Parallel.For(0, posterior.Units, unit =>
        {
            var (beta, weight) = posterior.Of(unit);
            double Coefficient(int k, int r) => k < beta.Length ? beta[k][r] : theta[model.Terms.Coefficients[k].Terms[0].Parameter];
            people[unit] = [.. places.Select(sum => Median(
                [.. Enumerable.Range(0, weight.Length).Select(r => -sum.Sum(x => Coefficient(x, r)) / Coefficient(p, r))], weight))];
        });
        return people;
    }

    private static double Median(double[] values, double[] weight)
    {
        int[] order = [.. Enumerable.Range(0, values.Length).OrderBy(r => values[r])];
        double sum = 0;
        foreach (int r in order)
        {
            sum += weight[r];
            if (sum >= 0.5)
            {
                return values[r];
            }
        }

        return values[order[^1]];
    }
}
