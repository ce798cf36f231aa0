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

        List<(int Physician, int Territory)> chosen = ChooseAll(state, act);
        if (rule == BudgetRule.Proportional && chosen.Count * act.Keur > left)
        {
            act = act with { Keur = left / chosen.Count };
            chosen = act.Keur > 0 ? ChooseAll(state, act) : [];
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
    private static List<(int Physician, int Territory)> ChooseAll(RunState state, OpenSecondPlace act)
    {
        PhysicianTable p = state.Physicians;
        var reach = new Reach(state.Prepared, act);
        var chosen = new List<(int Physician, int Territory)>();
        for (int n = 0; n < p.Count; n++)
        {
            if (p.Stage[n] == Stage.Installed && p.SecondShare[n] == 0 && reach.Of(p.Territory[n]) is { Length: > 0 } offered)
            {
                double lambda = state.Prepared.Utility.IncomeCoefficient(p, n, state.Key(DrawPurpose.Taste, 0, p.Name[n]));
                if (Choose(state.Key(DrawPurpose.SecondPlace, state.Year, p.Name[n]), act.Constant, lambda, offered) is >= 0 and int to)
                {
                    chosen.Add((n, to));
                }
            }
        }

        return [.. chosen.OrderBy(c => state.Lottery(c.Physician))];
    }

    /// <summary>The territory chosen; −1 for none.</summary>
    private static int Choose(in DrawKey key, double constant, double lambda, ReadOnlySpan<(int To, double Keur)> offered)
    {
        (double best, int chosen) = (Elementary.Gumbel(key.Uniform(None)), -1);
        double most = Most(best - constant, lambda, offered);
        foreach ((int to, double keur) in offered)
        {
            double u = key.Uniform(to);
            if (1 - u < most)
            {
                double v = constant + (lambda * keur) + Elementary.Gumbel(u);
                (best, chosen) = v > best ? (v, to) : (best, chosen);
            }
        }

        return chosen;
    }

    /// <summary>
    /// What 1 − u is below of each draw u whose λ·k€ − ln(−ln u) exceeds the difference d, for −ln u ≥ 1 − u: most need no logarithm.
    /// </summary>
    private static double Most(double difference, double lambda, ReadOnlySpan<(int To, double Keur)> offered)
    {
        double highest = double.NegativeInfinity;
        foreach ((_, double keur) in offered)
        {
            highest = Math.Max(highest, lambda * keur);
        }

        return (1 + 1e-9) * Elementary.Exp(highest - difference);
    }

    /// <summary>
    /// Territories concerned that are within reach of each, with what a second place there brings in, less the road, k€: worked out for
    /// those where somebody practises.
    /// </summary>
    private sealed class Reach(PreparedScenario prepared, OpenSecondPlace act)
    {
        private readonly double _money = prepared.Annuity.Of(act.Keur, 1);
        private readonly (int To, double Keur)[]?[] _known = new (int, double)[]?[prepared.TravelTimes.Count];

        public ReadOnlySpan<(int To, double Keur)> Of(int territory) => _known[territory] ??= From(territory);

        private (int To, double Keur)[] From(int territory)
        {
            TravelTimes times = prepared.TravelTimes;
            var entries = new List<(int To, double Keur)>();
            for (int e = times.RowStart[territory]; e < times.RowStart[territory + 1]; e++)
            {
                if (times.To[e] != territory && act.Where[times.To[e]] && times.Minutes[e] <= act.MaxMinutes)
                {
                    // There and back on each day of the week that the share makes, five days being the whole.
                    double hours = 2 * times.Minutes[e] / 60 * 5 * act.Share;
                    entries.Add((times.To[e], _money - (act.KeurPerHour * hours)));
                }
            }

            return [.. entries];
        }
    }
}
