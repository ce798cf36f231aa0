using InstallSim.Policies;
using InstallSim.Simulation.State;
using InstallSim.World;

namespace InstallSim.Simulation.Acts;

/// <summary>
/// Who left practice before retirement comes back as a locum, and may take a place in the same year. Who left before the start is not
/// known.
/// </summary>
internal static class Returns
{
    /// <summary>Who can come back: they left in an earlier year, not too long ago, and are young enough.</summary>
    public static IEnumerable<int> Who(RunState state, Return act)
    {
        PhysicianTable p = state.Physicians;
        return Enumerable.Range(0, p.Count).Where(n => p.Stage[n] == Stage.Left && p.LeftIn[n] > 0 && p.LeftIn[n] < state.Year
            && state.Year - p.LeftIn[n] <= act.WithinYears && state.Year - p.BirthYear[n] < act.BelowAge);
    }

    /// <summary>Lets a share of them come back, in the order of the lottery while the budget lasts.</summary>
    public static void Apply(RunState state, int policy, Return act)
    {
        PhysicianTable p = state.Physicians;
        int index = (int)(state.Scenario.Policies[policy].Key & 0x3FFFFFFF);
        int[] coming = act.Where.Contains(true)
            ? [.. Who(state, act).Where(n => state.Key(DrawPurpose.Return, state.Year, p.Name[n]).Uniform(index) < act.Share)
                .OrderBy(state.Lottery)]
            : [];
        foreach (int n in coming)
        {
            if (state.Ledger.Grant(policy, act.KeurEach, state.Year, state.Year))
            {
                state.Ledger.Book(policy, act.Kind, state.Year, act.KeurEach);
                p.Stage[n] = Stage.Locum;
                p.LeftIn[n] = 0;

                // Of the stock of the start, who has been installed before is not known by a year.
                p.FirstInstalled[n] = Math.Max((short)1, p.FirstInstalled[n]);
                state.Note(n, NoPlace.Locum, EventKind.Entered);
                state.Reach(policy, act.Kind, n, NoPlace.Locum);
            }
        }
    }
}
