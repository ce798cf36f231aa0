using InstallSim.Choice.Estimation;

namespace InstallSim.Choice.Models;

/// <summary>
/// Coefficients that ran off within a class whose choices they predict perfectly. A search begins where classes were found, so that the
/// curvature there may be as small as at the end and tells nothing; here it is held against that of the same people at chances that are
/// even, Σ w·h·Var(x) within choice sets, h the posterior of the class.
/// </summary>
internal static class ClassSeparation
{
    private const double Flat = 1e-8;

    /// <summary>Those of classes of logits without scales.</summary>
    /// <param name="model">The classes.</param>
    /// <param name="classes">Their likelihoods, by person.</param>
    /// <param name="posterior">h, shape [persons][Q].</param>
    /// <param name="theta">θ, shape [K].</param>
    public static IEnumerable<Unidentified> Of(
        LatentClass model, IReadOnlyList<Likelihood> classes, double[][] posterior, double[] theta)
    {
        if (model.Scale.Count > 0 || model.ScaleClasses > 1 || !model.Classes.All(LatentClassLikelihood.IsLogit))
        {
            return [];
        }

        double[] here = new double[theta.Length], even = new double[theta.Length];
        for (int q = 0; q < classes.Count; q++)
        {
            int[] places = model.Places[q];
            double[] h = [.. posterior.Select(of => of[q])];
            Add(here, [.. places.Select(i => theta[i])]);
            Add(even, new double[places.Length]);

            void Add(double[] sum, double[] at)
            {
                double[] hessian = classes[q].Evaluate(at, Derivatives.Hessian, 0, h).Hessian;
                for (int i = 0; i < places.Length; i++)
                {
                    sum[places[i]] -= hessian[(i * places.Length) + i];
                }
            }
        }

        return Enumerable.Range(0, theta.Length).Where(i => here[i] < Flat * even[i])
            .Select(i => new Unidentified([model.Parameters[i]], Unidentified.Unbounded));
    }
}
