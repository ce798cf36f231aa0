namespace InstallSim.Influence.Methods;

/// <summary>How much of what differs between points is chance, and not the numbers.</summary>
public static class ChanceOfPoints
{
    /// <summary>
    /// Share of the variance of the points' means that chance has. All points share their error terms by replication, so that chance is
    /// what a replication does to one point and not to all: σ² = Σ (y_pr − ȳ_p − ȳ_r + ȳ)² / ((P − 1)·(R − 1)), a two-way layout; its
    /// share of a mean of R replications is σ² / R over the variance of ȳ_p. Scheffé (1959), "The analysis of variance".
    /// </summary>
    /// <param name="outcomes">Outcomes, shape [P][R].</param>
    /// <returns>0 to 1; NaN with one replication or point, or where all means are equal.</returns>
    public static double Share(IReadOnlyList<double[]> outcomes)
    {
        int points = outcomes.Count, replications = points == 0 ? 0 : outcomes[0].Length;
        if (points < 2 || replications < 2)
        {
            return double.NaN;
        }

        double[] rows = [.. outcomes.Select(y => y.Average())];
        double[] columns = [.. Enumerable.Range(0, replications).Select(r => outcomes.Average(y => y[r]))];
        double mean = rows.Average(), rest = 0, between = rows.Sum(m => (m - mean) * (m - mean)) / (points - 1);
        for (int p = 0; p < points; p++)
        {
            for (int r = 0; r < replications; r++)
            {
                double e = outcomes[p][r] - rows[p] - columns[r] + mean;
                rest += e * e;
            }
        }

        double chance = rest / ((points - 1.0) * (replications - 1)) / replications;
        return between > 0 ? Math.Min(1, chance / between) : double.NaN;
    }
}
