using InstallSim.Choice.Estimation;

namespace InstallSim.Choice.Models;

/// <summary>
/// The order of latent classes: the largest share first, then the next, as far as what is fixed and equal holds in it. Constraints that
/// are the same for classes, such as a coefficient that is fixed at one value in all of them, do not bind their order.
/// </summary>
internal static class ClassOrder
{
    private const int MostTriedWhole = 6; // 720 orders

    /// <summary>θ with the classes in order.</summary>
    /// <param name="model">The classes.</param>
    /// <param name="theta">θ at a maximum, shape [K].</param>
    /// <param name="shares">Shares of the classes, shape [Q].</param>
    /// <param name="options">What is fixed and equal.</param>
    public static double[] Of(LatentClass model, double[] theta, double[] shares, EstimationOptions options)
    {
        int count = shares.Length;
        int[] falling = [.. Enumerable.Range(0, count).OrderByDescending(q => shares[q])];
        if (falling.Index().All(place => place.Index == place.Item))
        {
            return theta;
        }

        if (count > MostTriedWhole && Permuted(falling) is null)
        {
            return BySwaps(theta);
        }

        return Orders([]).Select(Permuted).OfType<double[]>().FirstOrDefault(theta);

        // Orders from that by share to those farther from it: of two, the one with the larger share at the first difference comes first.
        IEnumerable<int[]> Orders(int[] begun) => begun.Length == count
            ? [begun]
            : falling.Where(q => !begun.Contains(q) && IsLike(begun.Length, q)).SelectMany(q => Orders([.. begun, q]));

        bool IsLike(int place, int q) => place == q || model.AreAlike(place, q);

        double[]? Permuted(int[] order) =>
            order.Index().All(place => IsLike(place.Index, place.Item)) && model.Permuted(theta, order) is var permuted
                && Holds(model, permuted, options) ? permuted : null;

        double[] BySwaps(double[] from)
        {
            double[] ordered = from, share = [.. shares];
            for (bool moved = true; moved;)
            {
                moved = false;
                foreach ((int a, int b) in Enumerable.Range(0, count).SelectMany(a => Enumerable.Range(a + 1, count - a - 1)
                    .Select(b => (a, b))).Where(pair => share[pair.b] > share[pair.a] && IsLike(pair.a, pair.b)))
                {
                    int[] swap = [.. Enumerable.Range(0, count).Select(q => q == a ? b : q == b ? a : q)];
                    if (model.Permuted(ordered, swap) is var swapped && Holds(model, swapped, options))
                    {
                        (ordered, share[a], share[b], moved) = (swapped, share[b], share[a], true);
                        break;
                    }
                }
            }

            return ordered;
        }
    }

    /// <summary>Whether what is fixed and equal is so at θ.</summary>
    private static bool Holds(LatentClass model, double[] theta, EstimationOptions options)
    {
        var at = model.Parameters.Index().ToDictionary(p => p.Item, p => theta[p.Index]);
        return options.Fixed.All(held => at[held.Key] == held.Value)
            && options.Equal.All(group => group.All(name => at[name] == at[group[0]]));
    }
}
