namespace InstallSim.Choice.Estimation;

/// <summary>
/// Spreads that end at 0. The likelihood is the same for a spread and its negative, so that 0 is the bound of what it can be, and a point
/// where its score is nothing: a maximum there, where the second derivative is below 0, has no standard error. Draws, which are not quite
/// symmetric, move it a little off 0.
/// </summary>
internal static class SpreadBounds
{
    private const double Near = 1; // squared distance from 0 in standard errors; what decides is the curvature at 0

    /// <summary>Which of the parameters estimated are spreads at 0, shape [F].</summary>
    /// <param name="model">The model.</param>
    /// <param name="likelihood">Its likelihood.</param>
    /// <param name="free">The parameters estimated.</param>
    /// <param name="theta">θ at the maximum.</param>
    /// <param name="curvature">Minus the Hessian there, flat [F, F].</param>
    /// <param name="threads">Most threads.</param>
    public static bool[] Of(
        IChoiceModel model, Likelihood likelihood, FreeParameters free, double[] theta, double[] curvature, int threads)
    {
        var isAtBound = new bool[free.Count];
        int[][] groups = [.. model.Mirrored.Select(names => Places(likelihood, free, theta, names))
            .Where(places => places.Length > 0 && IsNear(places, free, theta, curvature))];
        if (groups.Length == 0)
        {
            return isAtBound;
        }

        double[] without = [.. theta];
        Array.ForEach(groups, places => Array.ForEach(places, k => without[k] = 0));
        double[] at0 = free.Sum(likelihood.Evaluate(without, Derivatives.OuterProduct | Derivatives.Hessian, threads).Hessian, -1);
        foreach (int[] places in groups)
        {
            int[] own = [.. places.Select(free.GroupOf)];
            double[] part = Part(own, at0, free.Count);
            if (SymmetricMatrix.TryCholesky(part, own.Length, new double[part.Length]))
            {
                Array.ForEach(own, i => isAtBound[i] = true);
            }
        }

        return isAtBound;
    }

    /// <summary>Places of a group that moves by itself; empty where a part of it is held elsewhere or equal to another parameter.</summary>
    private static int[] Places(Likelihood likelihood, FreeParameters free, double[] theta, IReadOnlyList<string> names)
    {
        int[] all = [.. names.Select(name => likelihood.Parameters.ToList().IndexOf(name))];
        int[] moving = [.. all.Where(k => free.GroupOf(k) >= 0)];
        return all.Any(k => free.GroupOf(k) < 0 && theta[k] != 0) || moving.Any(k => free.Members[free.GroupOf(k)].Length > 1)
            ? []
            : moving;
    }

    private static bool IsNear(int[] places, FreeParameters free, double[] theta, double[] curvature)
    {
        double[] part = Part([.. places.Select(free.GroupOf)], curvature, free.Count);
        return SymmetricMatrix.Quadratic(part, [.. places.Select(k => theta[k])]) <= Near;
    }

    private static double[] Part(int[] which, double[] matrix, int count) =>
        [.. which.SelectMany(_ => which, (i, j) => matrix[(i * count) + j])];
}
