using InstallSim.Choice.Draws;
using InstallSim.Policies;
using InstallSim.Simulation.State;
using InstallSim.World;

namespace InstallSim.Simulation.Acts;

/// <summary>
/// Second places of practice: each year an installed physician without one may open it in a territory concerned within reach. Utility of
/// territory i: c + λ_n·(annuity of the money − h·hours on the road a week) + ε_ni, of none: ε_n0; ε standard Gumbel, named by
/// (physician, year, territory). It lasts until the physician leaves the first place.
/// </summary>
internal static class SecondPlaces
{
    private const int None = 1 << 20;

    // Physicians who choose one after another where there are several threads.
    private const int Piece = 512;

    /// <summary>
    /// Lets physicians choose, and pays in the order of the budget's rule while it lasts. Where a proportional budget does not hold what
    /// all would claim, they choose again with the part that it holds.
    /// </summary>
    public static void Apply(RunState state, int policy, OpenSecondPlace act)
    {
        double left = state.Ledger.Left(policy, state.Year, state.Year);
        BudgetRule rule = state.Ledger.RuleOf(policy);
        if (left < act.Keur && rule != BudgetRule.Proportional)
        {
            return;
        }

        List<(int Physician, int Territory)> chosen = ChooseAll(state, policy, act);
        if (rule == BudgetRule.Proportional && chosen.Count * act.Keur > left)
        {
            act = act with { Keur = left / chosen.Count };
            chosen = act.Keur > 0 ? ChooseAll(state, policy, act) : [];
        }

        foreach ((int n, int territory) in chosen.OrderBy(c => rule == BudgetRule.ByNeed ? state.Accessibility[c.Territory] : 0))
        {
            if (state.Ledger.Grant(policy, act.Keur, state.Year, state.Year))
            {
                state.Ledger.Book(policy, ActKind.SecondPlace, state.Year, act.Keur);
                (state.Physicians.SecondTerritory[n], state.Physicians.SecondShare[n]) = (territory, act.Share);
                state.Reach(policy, ActKind.SecondPlace, n, state.PlaceOf(n));
            }
        }
    }

    /// <summary>Who would open one and where, in the order of the lottery.</summary>
    private static List<(int Physician, int Territory)> ChooseAll(RunState state, int policy, OpenSecondPlace act)
    {
        SecondPlaceReach reach = state.Reaches[policy] = state.Reaches.TryGetValue(policy, out SecondPlaceReach? before)
            && before.IsOf(act) ? before : new SecondPlaceReach(state.Prepared, act);
        int count = state.Physicians.Count, size = state.Threads.Count == 1 ? Math.Max(1, count) : Piece;
        var chosen = new List<(int Physician, int Territory)>[(count + size - 1) / size];
        state.Threads.Each(chosen.Length, k => chosen[k] = Choose(state, act, reach, k * size, Math.Min(count, (k + 1) * size)));
        return [.. chosen.SelectMany(some => some).OrderBy(c => state.Lottery(c.Physician))];
    }

    /// <summary>The same of some physicians, in the order of their rows.</summary>
    private static List<(int Physician, int Territory)> Choose(
        RunState state, OpenSecondPlace act, SecondPlaceReach reach, int from, int until)
    {
        PhysicianTable p = state.Physicians;
        PhysicianDraws draws = state.Threads.Count == 1 ? state.Draws : new PhysicianDraws();
        draws.Clear(until - from);
        for (int n = from; n < until; n++)
        {
            if (p.Stage[n] == Stage.Installed && p.SecondShare[n] == 0 && reach.Of(p.Territory[n]).Places.Length > 0)
            {
                draws.Add(n, p.Name[n]);
            }
        }

        draws.Draw(state.Key(DrawPurpose.SecondPlace, state.Year, 0), None / 2);
        var chosen = new List<(int Physician, int Territory)>();
        Span<double> scratch = stackalloc double[SecondPlaceReach.Offered.Some];
        for (int k = 0; k < draws.Count; k++)
        {
            (int n, double none, _) = draws.Of(k);
            double lambda = state.Prepared.Utility.IncomeCoefficient(p, n, state.Key(DrawPurpose.Taste, 0, p.Name[n]));
            DrawKey key = state.Key(DrawPurpose.SecondPlace, state.Year, p.Name[n]);
            if (reach.Of(p.Territory[n]).Choose(key, none, act.Constant, lambda, scratch) is >= 0 and int to)
            {
                chosen.Add((n, to));
            }
        }

        return chosen;
    }
}
