using InstallSim.Choice.Kernels;

namespace InstallSim.Accessibility;

/// <summary>
/// Theil's T of <see cref="Inequality.Theil"/>, split over groups g of places (Shorrocks 1980): between Σ s_g ln(μ_g/μ) and within
/// Σ s_g T_g, s_g = P_g μ_g / (P μ) the share of the total that the people of group g hold. Between + Within = T.
/// </summary>
/// <param name="Between">What would be left if all of a group had the group's mean.</param>
/// <param name="Within">What would be left if all groups had the same mean.</param>
public readonly record struct TheilParts(double Between, double Within)
{
    /// <summary>Splits T over groups.</summary>
    /// <param name="values">x, shape [K].</param>
    /// <param name="population">p, shape [K].</param>
    /// <param name="group">Group of each place, from 0 to <paramref name="groups"/> − 1, shape [K].</param>
    /// <param name="groups">Number of groups; one without people adds nothing.</param>
    /// <returns>Both parts: 0 when nobody has anything, NaN with nobody at all.</returns>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    public static TheilParts Of(ReadOnlySpan<double> values, ReadOnlySpan<double> population, ReadOnlySpan<int> group, int groups)
    {
        if (group.Length != values.Length)
        {
            throw new ArgumentException($"{group.Length} groups for {values.Length} values");
        }

        double mean = Inequality.Mean(values, population), all = 0;
        (double People, double Held)[] sums = new (double, double)[groups];
        for (int k = 0; k < values.Length; k++)
        {
            all += population[k];
            sums[group[k]].People += population[k];
            sums[group[k]].Held += population[k] * values[k];
        }

        if (mean == 0)
        {
            return default;
        }

        double between = 0, within = 0;
        foreach ((double people, double held) in sums)
        {
            between += held > 0 ? held * Elementary.Log(held / people / mean) : 0;
        }

        for (int k = 0; k < values.Length; k++)
        {
            double ofGroup = sums[group[k]].Held / sums[group[k]].People, held = population[k] * values[k];
            within += held > 0 ? held * Elementary.Log(values[k] / ofGroup) : 0;
        }

        return new TheilParts(Inequality.WithoutRounding(between / (all * mean)), Inequality.WithoutRounding(within / (all * mean)));
    }

    /// <summary>Numbers groups by name, in the order in which they appear.</summary>
    /// <param name="names">Group of each place, shape [K].</param>
    /// <param name="group">Receives the numbers, shape [K].</param>
    /// <returns>How many there are.</returns>
    public static int Number(ReadOnlySpan<string> names, Span<int> group)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int k = 0; k < names.Length; k++)
        {
            if (!numbers.TryGetValue(names[k], out group[k]))
            {
                numbers[names[k]] = group[k] = numbers.Count;
            }
        }

        return numbers.Count;
    }
}
