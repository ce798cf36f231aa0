using InstallSim.World;

namespace InstallSim.Simulation.State;

/// <summary>
/// Couples of two physicians of one cohort. Who is in one follows from the names and sexes of the year's graduates: with N of them and
/// share s, the round(s·N / 2) women and as many men of lowest draw, the first with the first. A larger share keeps the couples that there
/// are.
/// </summary>
internal static class Couples
{
    /// <summary>Pairs the graduates of the year. A partner who is a physician needs no job market.</summary>
    public static void Pair(PreparedScenario prepared, RunState state)
    {
        PhysicianTable p = state.Physicians;
        int first = state.Events.FirstGraduate, graduates = p.Count - first;
        int couples = (int)Math.Floor((prepared.Scenario.Physicians.Couples.Share * graduates / 2) + 0.5);
        if (couples == 0)
        {
            return;
        }

        int[] byDraw = [.. Enumerable.Range(first, graduates)
            .OrderBy(n => state.Key(DrawPurpose.Couple, 0, p.Name[n]).Uniform(0)).ThenBy(n => p.Name[n])];
        foreach ((int woman, int man) in byDraw.Where(n => p.IsWoman[n]).Zip(byDraw.Where(n => !p.IsWoman[n])).Take(couples))
        {
            (p.Couple[woman], p.Couple[man]) = (man + 1, woman + 1);
            (p.Partner[woman], p.Partner[man]) = (Partner.Flexible, Partner.Flexible);
        }
    }

    /// <summary>The other of a couple while both are locums or practise; −1 for none.</summary>
    public static int OtherOf(PhysicianTable p, int physician)
    {
        int other = p.Couple[physician] - 1;
        return other >= 0 && p.Stage[other] <= Stage.Installed ? other : -1;
    }

    /// <summary>The territory that a physician must stay near to: where the other of the couple practises; −1 for none.</summary>
    public static int TiedTo(PhysicianTable p, int physician)
    {
        int other = OtherOf(p, physician);
        return other >= 0 && p.Stage[other] == Stage.Installed ? p.Territory[other] : -1;
    }

    /// <summary>Whether a physician may take a place in a territory.</summary>
    public static bool MayPractise(RunState state, int physician, int territory)
    {
        int tied = TiedTo(state.Physicians, physician);
        return tied < 0 || Array.BinarySearch(state.Prepared.Commuting[tied], territory) >= 0;
    }

    /// <summary>For each territory those within the minutes of a couple, itself among them, in rising order.</summary>
    public static int[][] Commuting(TravelTimes times, double minutes)
    {
        SortedSet<int>[] near = [.. Enumerable.Range(0, times.Count).Select(i => new SortedSet<int> { i })];
        for (int i = 0; i < times.Count; i++)
        {
            for (int e = times.RowStart[i]; e < times.RowStart[i + 1]; e++)
            {
                if (times.Minutes[e] <= minutes)
                {
                    near[i].Add(times.To[e]);
                    near[times.To[e]].Add(i);
                }
            }
        }

        return [.. near.Select(of => of.ToArray())];
    }

    /// <summary>
    /// The best choice of two locums, exactly: the largest sum of what each gets, over two places within the minutes, a place and an
    /// opt-out here, two opt-outs here, or another region together.
    /// </summary>
    /// <param name="participation">Weighs places against opt-outs.</param>
    /// <param name="commuting">Territories near each.</param>
    /// <param name="one">What the first can have.</param>
    /// <param name="two">What the second can have.</param>
    /// <param name="alternatives">Number of alternatives J: opt-out o is J + o.</param>
    /// <returns>What each wants.</returns>
    public static (int One, int Two) Choose(
        Participation participation, int[][] commuting, CoupleOptions one, CoupleOptions two, int alternatives)
    {
        (int bestOne, int bestTwo) = (one.Best(), two.Best());
        (int i, int j) = BestPair(commuting, one, two);
        int here1 = alternatives + (int)one.OptOuts.BestHere, here2 = alternatives + (int)two.OptOuts.BestHere;
        int away = alternatives + (int)OptOut.Elsewhere;
        double Worth(CoupleOptions of, double utility) => of.OptOuts.Place + Beside(participation, utility);
        (double Value, int One, int Two)[] choices =
        [
            (i < 0 ? double.NegativeInfinity : Worth(one, one.Utility[i]) + Worth(two, two.Utility[j]),
                i < 0 ? -1 : one.Alternative[i], j < 0 ? -1 : two.Alternative[j]),
            (bestOne < 0 ? double.NegativeInfinity : Worth(one, one.Utility[bestOne]) + two.OptOuts.Here,
                bestOne < 0 ? -1 : one.Alternative[bestOne], here2),
            (bestTwo < 0 ? double.NegativeInfinity : one.OptOuts.Here + Worth(two, two.Utility[bestTwo]),
                here1, bestTwo < 0 ? -1 : two.Alternative[bestTwo]),
            (one.OptOuts.Here + two.OptOuts.Here, here1, here2),
            (one.OptOuts.Elsewhere + two.OptOuts.Elsewhere, away, away),
        ];
        (_, int first, int second) = choices.MaxBy(c => c.Value);
        return (first, second);
    }

    private static double Beside(Participation participation, double utility) =>
        participation.Elasticity * (utility - participation.MeanInclusive);

    /// <summary>The two territories near each other of the largest sum of utilities; −1 where there are none.</summary>
    private static (int I, int J) BestPair(int[][] commuting, CoupleOptions one, CoupleOptions two)
    {
        (double best, int atOne, int atTwo) = (double.NegativeInfinity, -1, -1);
        for (int i = 0; i < commuting.Length; i++)
        {
            foreach (int j in double.IsNegativeInfinity(one.Utility[i]) ? [] : commuting[i])
            {
                double sum = one.Utility[i] + two.Utility[j];
                (best, atOne, atTwo) = sum > best ? (sum, i, j) : (best, atOne, atTwo);
            }
        }

        return (atOne, atTwo);
    }
}

/// <summary>What one of a couple of locums can have this year.</summary>
/// <param name="Utility">Best V + ε of each territory, −∞ where there is no place or it is not considered, shape [I].</param>
/// <param name="Alternative">The alternative that has it, −1 for none, shape [I].</param>
internal sealed record CoupleOptions(double[] Utility, int[] Alternative)
{
    /// <summary>What the opt-outs are worth.</summary>
    public OptOutValues OptOuts { get; set; }

    /// <summary>Territory of the best place; −1 for none.</summary>
    public int Best()
    {
        int best = -1;
        for (int i = 0; i < Utility.Length; i++)
        {
            best = Alternative[i] >= 0 && (best < 0 || Utility[i] > Utility[best]) ? i : best;
        }

        return best;
    }
}
