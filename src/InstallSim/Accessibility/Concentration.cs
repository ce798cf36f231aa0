namespace InstallSim.Accessibility;

/// <summary>How something is spread over people from the poorest to the richest.</summary>
public static class Concentration
{
    /// <summary>
    /// Concentration index, −1 (the poorest have all) to 1 (the richest have all): C = 2·cov(x, R) / μ over people, R the fractional rank
    /// by income, (people poorer + half of those of the same income) / all people (Kakwani, Wagstaff and van Doorslaer 1997). Ties share
    /// their rank, so that the order of rows says nothing. 0 when nobody has anything; NaN with nobody at all, or an income that is NaN.
    /// </summary>
    /// <param name="values">x, at least 0, that the people of each place share, shape [K].</param>
    /// <param name="population">p, people of each place, shape [K].</param>
    /// <param name="income">What ranks the places, shape [K].</param>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    public static double Index(ReadOnlySpan<double> values, ReadOnlySpan<double> population, ReadOnlySpan<double> income)
    {
        if (income.Length != values.Length)
        {
            throw new ArgumentException($"{income.Length} incomes for {values.Length} values");
        }

        double mean = Inequality.Mean(values, population), people = 0;
        double[] keys = income.ToArray();
        int[] order = new int[keys.Length];
        for (int k = 0; k < order.Length; k++)
        {
            (order[k], people) = (k, people + population[k]);
            if (double.IsNaN(keys[k]))
            {
                return double.NaN;
            }
        }

        if (mean == 0)
        {
            return 0;
        }

        Array.Sort(keys, order);
        double below = 0, sum = 0;
        for (int first = 0, next; first < order.Length; first = next)
        {
            double tied = 0, held = 0;
            for (next = first; next < order.Length && keys[next] == keys[first]; next++)
            {
                tied += population[order[next]];
                held += population[order[next]] * (values[order[next]] - mean);
            }

            // The mean rank is ½, so that the covariance needs the deviations of x alone.
            sum += held * (below + (tied / 2)) / people;
            below += tied;
        }

        return Inequality.WithoutRounding(2 * sum / (people * mean));
    }
}
