namespace InstallSim.World;

/// <summary>What physicians offer in each territory: the one place that knows of second places and of help that adds to it.</summary>
public static class Supply
{
    /// <summary>
    /// supply[i] = k[i]·(Σ of m[n]·a[n]·(1 − s[n]) over those whose first place is in i
    /// + Σ of m[n]·a[n]·s[n] over those whose second place is in i) + u·e[i], m the factor of the form of practice at the first place,
    /// s the share of time spent at a second place, k the territory's factor, e its full-time equivalents without a physician; what is
    /// lent goes from one territory to another before e is added: of several loans each is a share of what physicians there offer
    /// themselves, and together no more than that.
    /// </summary>
    /// <param name="year">The year.</param>
    /// <param name="activity">a, what physician n offers in all; negative values are not expected.</param>
    /// <param name="perFte">u, what one full-time equivalent offers.</param>
    /// <param name="supply">Receives the sums, shape [I].</param>
    public static void Measure(in YearView year, Func<int, double> activity, double perFte, Span<double> supply)
    {
        supply.Clear();
        PhysicianTable p = year.Physicians;
        ReadOnlySpan<Stage> stages = p.Stage.AsSpan(0, p.Count);
        (int[] territories, double[] shares) = (p.Territory, p.SecondShare);
        for (int n = 0; n < stages.Length; n++)
        {
            if (stages[n] == Stage.Installed)
            {
                double all = activity(n) * Factor(year, p, n), away = all * shares[n];
                supply[territories[n]] += all - away;
                if (away > 0)
                {
                    supply[p.SecondTerritory[n]] += away;
                }
            }
        }

        for (int i = 0; i < year.CapacityFactor.Length; i++)
        {
            supply[i] *= year.CapacityFactor[i];
        }

        double[] own = year.Loans is { Count: > 0 } ? supply.ToArray() : [], left = [.. own];
        foreach (TimeLoan loan in year.Loans ?? [])
        {
            loan.Move(own, left, supply);
        }

        for (int i = 0; i < year.ExtraFte.Length; i++)
        {
            supply[i] += perFte * year.ExtraFte[i];
        }
    }

    private static double Factor(in YearView year, PhysicianTable p, int n) =>
        year.FormCapacity.Length > 0 ? year.FormCapacity[AlternativeTable.Of(p.Territory[n], p.Form[n])] : 1;
}

/// <summary>Time that physicians of some territories work in others: these gain what those give.</summary>
/// <param name="From">Territories that give, none of which receives.</param>
/// <param name="To">Territories that receive.</param>
/// <param name="Weights">Part of each of them, adding up to 1, shape of <paramref name="To"/>.</param>
/// <param name="Share">Share of the working time given, 0–1.</param>
public sealed record TimeLoan(int[] From, int[] To, double[] Weights, double Share)
{
    /// <summary>Moves what is lent.</summary>
    /// <param name="own">Supply before any loan, shape [I].</param>
    /// <param name="left">What is left of it to lend, shape [I].</param>
    /// <param name="supply">Supply, changed, shape [I].</param>
    internal void Move(ReadOnlySpan<double> own, Span<double> left, Span<double> supply)
    {
        double lent = 0;
        foreach (int i in From)
        {
            double given = Math.Min(Share * own[i], left[i]);
            left[i] -= given;
            supply[i] -= given;
            lent += given;
        }

        for (int k = 0; k < To.Length; k++)
        {
            supply[To[k]] += Weights[k] * lent;
        }
    }
}
