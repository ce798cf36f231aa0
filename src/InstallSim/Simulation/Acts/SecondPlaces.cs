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
        state.Draws.Clear(p.Count);
        for (int n = 0; n < p.Count; n++)
        {
            if (p.Stage[n] == Stage.Installed && p.SecondShare[n] == 0 && reach.Of(p.Territory[n]).Places.Length > 0)
            {
                state.Draws.Add(n, p.Name[n]);
            }
        }

        state.Draws.Draw(state.Key(DrawPurpose.SecondPlace, state.Year, 0), None / 2);
        var chosen = new List<(int Physician, int Territory)>();
        for (int k = 0; k < state.Draws.Count; k++)
        {
            (int n, double none, _) = state.Draws.Of(k);
            double lambda = state.Prepared.Utility.IncomeCoefficient(p, n, state.Key(DrawPurpose.Taste, 0, p.Name[n]));
            DrawKey key = state.Key(DrawPurpose.SecondPlace, state.Year, p.Name[n]);
            if (reach.Of(p.Territory[n]).Choose(key, none, act.Constant, lambda) is >= 0 and int to)
            {
                chosen.Add((n, to));
            }
        }

        return [.. chosen.OrderBy(c => state.Lottery(c.Physician))];
    }

    /// <summary>
    /// Territories concerned that are within reach of each, with what a second place there brings in, less the road, k€: worked out for
    /// those where somebody practises.
    /// </summary>
    private sealed class Reach(PreparedScenario prepared, OpenSecondPlace act)
    {
        private readonly double _money = prepared.Annuity.Of(act.Keur, 1);
        private readonly Offered?[] _known = new Offered?[prepared.TravelTimes.Count];

        public Offered Of(int territory) => _known[territory] ??= From(territory);

        private Offered From(int territory)
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

            return new Offered([.. entries]);
        }
    }

    /// <summary>What is within reach of one territory.</summary>
    private sealed class Offered
    {
        private readonly double _least, _most;
        private readonly int[] _indices;
        private readonly double[] _atLeast;

        public Offered((int To, double Keur)[] places)
        {
            Places = places;
            (_least, _most) = places.Length == 0 ? (0, 0) : (places.Min(o => o.Keur), places.Max(o => o.Keur));
            _indices = [.. places.Select(o => o.To)];
            _atLeast = new double[places.Length];
        }

        /// <summary>Each with its worth, k€.</summary>
        public (int To, double Keur)[] Places { get; }

        /// <summary>The territory chosen; −1 for none.</summary>
        /// <param name="key">Names the errors.</param>
        /// <param name="none">Draw of the error of none.</param>
        /// <param name="constant">c, utils.</param>
        /// <param name="lambda">λ of the physician, utils a k€.</param>
        /// <remarks>
        /// A place wins over none only if −ln u &lt; −ln u₀·exp(c + λ·k€), and −ln u ≥ 1 − u, −ln u₀ ≤ (1 − u₀)/u₀: what 1 − u must be
        /// below, with room for rounding. Most need no logarithm.
        /// </remarks>
        public int Choose(in DrawKey key, double none, double constant, double lambda)
        {
            double highest = constant + (lambda * (lambda < 0 ? _least : _most));
            double most = (1 + 1e-9) * Elementary.Exp(highest) * (1 - none) / none;
            AgentDraws.AtLeast(key, _indices, _atLeast);
            (double best, int chosen) = (double.NaN, -1);
            for (int i = 0; i < _atLeast.Length; i++)
            {
                if (1 - (_atLeast[i] + AgentDraws.Step32) < most)
                {
                    (int to, double keur) = Places[i];
                    best = double.IsNaN(best) ? Elementary.Gumbel(none) : best;
                    double v = constant + (lambda * keur) + Elementary.Gumbel(key.Uniform(to));
                    (best, chosen) = v > best ? (v, to) : (best, chosen);
                }
            }

            return chosen;
        }
    }
}
