using InstallSim.Policies;
using InstallSim.Simulation.State;
using InstallSim.World;

namespace InstallSim.Simulation.Acts;

/// <summary>
/// Bonds: holders choose among the territories named alone, all of which they know, and may wait as locums but not leave; after the years
/// they are as free as any.
/// </summary>
internal static class Bonds
{
    private const int HolderDraw = 0, BreachDraw = 1, ExemptDraw = 2, Broken = -1;

    /// <summary>
    /// Binds this year's holders: the graduates of lowest draw, for life, who hold no other scholarship; or all who hold none, those too
    /// who bought one out.
    /// </summary>
    public static void Apply(RunState state, int policy, Bind act)
    {
        if (!act.Where.Contains(true))
        {
            // A scholarship that could be served nowhere is not signed.
            return;
        }

        PhysicianTable p = state.Physicians;
        state.Bonds.Add(new Bond(policy, [.. act.Where.Select(w => w ? 1.0 : 0.0)], act.Years));
        int[] graduates = [.. Enumerable.Range(state.Events.FirstGraduate, p.Count - state.Events.FirstGraduate)
            .Where(n => p.Bond[n] == 0 || (act.IsForAll && p.Bond[n] == Broken))
            .OrderBy(n => Draw(state, n, HolderDraw)).Take(act.Holders)];
        foreach (int n in graduates)
        {
            if (Draw(state, n, act.IsForAll ? ExemptDraw : BreachDraw) < act.BreachShare)
            {
                p.Bond[n] = Broken;
            }
            else if (state.Ledger.Grant(policy, act.KeurPerHolder, state.Year, state.Year))
            {
                state.Ledger.Book(policy, ActKind.Bond, state.Year, act.KeurPerHolder);
                p.Bond[n] = state.Bonds.Count;
                state.Reach(policy, ActKind.Bond, n, NoPlace.Locum);
            }
        }
    }

    /// <summary>The bond that holds a physician this year; null when free.</summary>
    public static Bond? Of(RunState state, int physician, PhysicianTable? physicians = null)
    {
        PhysicianTable p = physicians ?? state.Physicians;
        Bond? bond = p.Bond[physician] <= 0 ? null : state.Bonds[p.Bond[physician] - 1];
        bool isOver = bond is not null && p.FirstInstalled[physician] > 0 && state.Year - p.FirstInstalled[physician] >= bond.Years;
        return isOver ? null : bond;
    }

    private static double Draw(RunState state, int physician, int index) =>
        state.Key(DrawPurpose.Bond, 0, state.Physicians.Name[physician]).Uniform(index);
}
