namespace InstallSim.World;

/// <summary>What physicians offer in each territory: the one place that knows of second places and of help that adds to it.</summary>
public static class Supply
{
    /// <summary>
    /// supply[i] = k[i]·(Σ of a[n]·(1 − s[n]) over those whose first place is in i + Σ of a[n]·s[n] over those whose second place is in i)
    /// + u·e[i], s the share of time spent at a second place, k the territory's factor, e its full-time equivalents without a physician.
    /// </summary>
    /// <param name="year">The year.</param>
    /// <param name="activity">a, what physician n offers in all; negative values are not expected.</param>
    /// <param name="perFte">u, what one full-time equivalent offers.</param>
    /// <param name="supply">Receives the sums, shape [I].</param>
    public static void Measure(in YearView year, Func<int, double> activity, double perFte, Span<double> supply)
    {
        supply.Clear();
        PhysicianTable p = year.Physicians;
        for (int n = 0; n < p.Count; n++)
        {
            if (p.Stage[n] == Stage.Installed)
            {
                double all = activity(n), away = all * p.SecondShare[n];
                supply[p.Territory[n]] += all - away;
                if (away > 0)
                {
                    supply[p.SecondTerritory[n]] += away;
                }
            }
        }

        for (int i = 0; i < year.CapacityFactor.Length; i++)
        {
            supply[i] = (supply[i] * year.CapacityFactor[i]) + (perFte * year.ExtraFte[i]);
        }
    }
}
