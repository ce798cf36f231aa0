using InstallSim.Choice.Draws;
using InstallSim.Choice.Kernels;
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
        PhysicianDraws draws = state.Threads.Count == 1 ? state.Draws : new PhysicianDraws(until - from);
        draws.Clear(until - from);
        for (int n = from; n < until; n++)
        {
            if (p.Stage[n] == Stage.Installed && p.SecondShare[n] == 0 && reach.Of(p.Territory[n]).Places.Length > 0)
            {
                draws.Add(n, p.Name[n]);
            }
        }

        DrawKey key = state.Key(DrawPurpose.SecondPlace, state.Year, 0);
        draws.Draw(key, None / 2);
        var places = new SecondPlaceDraws(key);
        for (int k = 0; k < draws.Count; k++)
        {
            (int n, double none, _) = draws.Of(k);
            SecondPlaceReach.Offered within = reach.Of(p.Territory[n]);
            places.Add(k, p.Name[n], within, within.Below(none, act.Constant, Lambda(state, n)));
        }

        places.Draw();
        return [.. places.MayWin.GroupBy(found => found.Physician, found => found.Place)
            .Select(found => (Found: found, Drawn: draws.Of(found.Key)))
            .Select(c => (c.Drawn.Row, Best(state, act, reach, c.Drawn.Row, c.Drawn.Even, c.Found)))
            .Where(c => c.Item2 >= 0)];
    }

    /// <summary>The territory where a physician opens a place, among those that may win over none; −1 for none.</summary>
    private static int Best(RunState state, OpenSecondPlace act, SecondPlaceReach reach, int n, double none, IEnumerable<int> places)
    {
        DrawKey key = state.Key(DrawPurpose.SecondPlace, state.Year, state.Physicians.Name[n]);
        (double best, int chosen, double lambda) = (Elementary.Gumbel(none), -1, Lambda(state, n));
        foreach (int place in places)
        {
            (int to, double keur) = reach.Of(state.Physicians.Territory[n]).Places[place];
            double v = act.Constant + (lambda * keur) + Elementary.Gumbel(key.Uniform(to));
            (best, chosen) = v > best ? (v, to) : (best, chosen);
        }

        return chosen;
    }

    private static double Lambda(RunState state, int n) => state.Prepared.Utility.IncomeCoefficient(
        state.Physicians, n, state.Key(DrawPurpose.Taste, 0, state.Physicians.Name[n]));
}
