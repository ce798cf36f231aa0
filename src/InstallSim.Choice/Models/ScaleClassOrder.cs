using InstallSim.Choice.Estimation;

namespace InstallSim.Choice.Models;

/// <summary>
/// Latent classes of scale: where a search for them starts, in which order they come, and what the estimates show not to be told apart.
/// </summary>
/// <param name="model">The classes.</param>
internal sealed class ScaleClassOrder(LatentClass model)
{
    private const double Far = 1000;
    private static readonly double[] Spans = [-1.2, 0.9]; // logarithms of the last scale by the first: a third, and two and a half times

    /// <summary>θ with scales apart, from which they can be found: at equal scales their shares mean nothing.</summary>
    /// <param name="theta">θ with equal scales.</param>
    /// <param name="options">What is given.</param>
    public IEnumerable<double[]> Apart(double[] theta, EstimationOptions options) => Spans.Select(span =>
    {
        double[] moved = [.. theta];
        for (int s = 1; s < model.ScaleClasses; s++)
        {
            moved[model.FirstScaleClass + s - 1] = span * s / (model.ScaleClasses - 1);
        }

        return options.Place(model.Parameters, moved);
    });

    /// <summary>
    /// θ with the largest class of scale first, its scale in the coefficients: the same likelihood. θ itself where a parameter is fixed or
    /// equal to another, or where coefficients do not grow with their parameters.
    /// </summary>
    /// <param name="theta">θ.</param>
    /// <param name="options">What is given.</param>
    public double[] InOrder(double[] theta, EstimationOptions options)
    {
        bool isLinear = model.Classes.All(one => one.Numeraire is null && one.Random.All(r => r.Distribution is Distribution.Normal
            or Distribution.Uniform or Distribution.Triangular or Distribution.ZeroBoundedTriangular));
        if (model.ScaleClasses == 1 || !isLinear || model.Parameters.Any(options.Binds))
        {
            return theta;
        }

        (double[] scales, double[] shares) = model.ScalesOf(theta);
        if (scales.Max() > Far * scales.Min())
        {
            return theta; // a scale that runs off to 0 or without bound can be no other's measure
        }

        int[] order = [.. Enumerable.Range(0, shares.Length).OrderByDescending(s => shares[s])];
        double[] ordered = [.. theta];
        foreach (int place in Enumerable.Range(0, model.Classes.Count)
            .SelectMany(q => model.Places[q].Take(model.Classes[q].Parameters.Count)).Distinct())
        {
            ordered[place] *= scales[order[0]];
        }

        int first = model.FirstScaleClass, more = shares.Length - 1;
        double Of(int s, int from) => s == 0 ? 0 : theta[from + s - 1];
        for (int s = 1; s < order.Length; s++)
        {
            ordered[first + s - 1] = Of(order[s], first) - Of(order[0], first);
            ordered[first + more + s - 1] = Of(order[s], first + more) - Of(order[0], first + more);
        }

        return ordered;
    }

    /// <summary>Classes of scale that nobody belongs to, and those of one scale.</summary>
    /// <param name="theta">θ at the maximum.</param>
    /// <param name="people">How many people there are.</param>
    public IEnumerable<Unidentified> Doubts(double[] theta, int people)
    {
        (double[] scales, double[] shares) = model.ScalesOf(theta);
        for (int s = 1; s < scales.Length; s++)
        {
            string[] own = [$"scale-class{s + 1}", $"scale-member{s + 1}"];
            if (scales[s] * Far < scales.Max())
            {
                yield return new Unidentified([own[0]], "its scale ends at 0: people of this class of scale choose at random");
            }
            else if (shares[s] * people < 0.5)
            {
                yield return new Unidentified(own, "nobody belongs to the class of scale: take fewer");
            }
            else if (Enumerable.Range(0, s).Any(r => Math.Abs(scales[s] - scales[r]) <= 1e-4 * scales[r]))
            {
                yield return new Unidentified(own, "two classes of scale have the same scale: take fewer");
            }
        }
    }
}
