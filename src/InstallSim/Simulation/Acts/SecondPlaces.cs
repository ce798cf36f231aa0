using InstallSim.Choice.Draws;
using InstallSim.Choice.Kernels;
using InstallSim.Policies;
using InstallSim.Preferences;
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

    /// <summary>Lets physicians choose, in the order of the lottery while the budget lasts. Money it does not hold is not promised.</summary>
    public static void Apply(RunState state, int policy, OpenSecondPlace act)
    {
        PhysicianTable p = state.Physicians;
        SystematicUtility utility = state.Study.Utility;
        (double[] territory, double[] form) = (new double[utility.TerritoryColumns], new double[utility.FormColumns]);
        int[] physicians = [.. Enumerable.Range(0, p.Count).Where(n => p.Stage[n] == Stage.Installed && p.SecondShare[n] == 0)
            .OrderBy(state.Lottery).ThenBy(n => p.Name[n])];
        foreach (int n in physicians)
        {
            if (state.Ledger.Left(policy, state.Year, state.Year) < act.Keur)
            {
                return;
            }

            utility.Coefficients(p, n, state.Key(DrawPurpose.Taste, 0, p.Name[n]), territory, form, []);
            int chosen = Choose(state, act, n, territory[SystematicUtility.IncomeColumn]);
            if (chosen >= 0 && state.Ledger.Grant(policy, act.Keur, state.Year, state.Year))
            {
                state.Ledger.Book(policy, ActKind.SecondPlace, state.Year, act.Keur);
                (p.SecondTerritory[n], p.SecondShare[n]) = (chosen, act.Share);
                state.Reach(policy, ActKind.SecondPlace, n, state.PlaceOf(n));
            }
        }
    }

    /// <summary>The territory chosen; −1 for none.</summary>
    private static int Choose(RunState state, OpenSecondPlace act, int n, double lambda)
    {
        PhysicianTable p = state.Physicians;
        TravelTimes times = state.Study.TravelTimes;
        DrawKey key = state.Key(DrawPurpose.SecondPlace, state.Year, p.Name[n]);
        double money = state.Study.Annuity.Of(act.Keur, 1);
        (double best, int chosen) = (Gumbel(key.Uniform(None)), -1);
        for (int e = times.RowStart[p.Territory[n]]; e < times.RowStart[p.Territory[n] + 1]; e++)
        {
            int to = times.To[e];
            if (to != p.Territory[n] && act.Where[to] && times.Minutes[e] <= act.MaxMinutes)
            {
                // There and back on each day of the week that the share makes, five days being the whole.
                double hours = 2 * times.Minutes[e] / 60 * 5 * act.Share;
                double v = act.Constant + (lambda * (money - (act.KeurPerHour * hours))) + Gumbel(key.Uniform(to));
                (best, chosen) = v > best ? (v, to) : (best, chosen);
            }
        }

        return chosen;
    }

    private static double Gumbel(double u) => -Elementary.Log(-Elementary.Log(u));
}
