using InstallSim.Scenarios;
using InstallSim.Simulation.Acts;
using InstallSim.Simulation.State;
using InstallSim.World;

namespace InstallSim.Simulation;

/// <summary>Age and exit: everybody is a year older; some retire, some leave before.</summary>
internal static class Exits
{
    public static void Take(PreparedScenario prepared, RunState state)
    {
        PhysicianSettings settings = prepared.Scenario.Physicians;
        PhysicianTable p = state.Physicians;
        DrawAll(state);
        for (int k = 0; k < state.Draws.Count; k++)
        {
            (int n, double retiring, double leaving) = state.Draws.Of(k);
            int age = state.Year - p.BirthYear[n];
            if (age == settings.WorkingTime.PensionAge)
            {
                p.Fte[n] = settings.WorkingTime.Of(p.IsWoman[n], p.BirthYear[n], age);
            }

            double retirement = prepared.Retirement[Math.Clamp(age, 0, prepared.Retirement.Length - 1)];
            bool isInstalled = p.Stage[n] == Stage.Installed;
            bool wouldRetire = retirement > 0 && retiring < retirement;
            bool wouldLeave = isInstalled && leaving < settings.LeavingProbability;
            if (!wouldRetire && !wouldLeave)
            {
                continue;
            }

            (double retirementTimes, double leavingTimes) = isInstalled ? Retentions.FactorsOf(state, n) : (1, 1);
            bool retires = wouldRetire && retiring < retirementTimes * retirement;
            if (retires || (wouldLeave && leaving < leavingTimes * settings.LeavingProbability))
            {
                Leave(state, n, isInstalled, retires);
            }
            else
            {
                Retentions.ReachWhoStayed(state, n, wouldRetire, wouldLeave);
            }
        }
    }

    /// <summary>Draws for all who have neither retired nor left.</summary>
    private static void DrawAll(RunState state)
    {
        PhysicianTable p = state.Physicians;
        ReadOnlySpan<Stage> stages = p.Stage.AsSpan(0, p.Count);
        uint[] names = p.Name;
        state.Draws.Clear(p.Count);
        for (int n = 0; n < stages.Length; n++)
        {
            if (stages[n] <= Stage.Installed)
            {
                state.Draws.Add(n, names[n]);
            }
        }

        state.Draws.Draw(state.Key(DrawPurpose.Exit, state.Year, 0));
    }

    private static void Leave(RunState state, int n, bool isInstalled, bool retires)
    {
        if (isInstalled)
        {
            state.Depart(state.Physicians.Territory[n]);
            state.Vacate(n);
            state.Events.Retirements += retires ? 1 : 0;
            state.Events.Leavers += retires ? 0 : 1;
        }

        state.Physicians.Stage[n] = retires ? Stage.Retired : Stage.Left;
        state.Physicians.LeftIn[n] = retires ? (short)0 : (short)state.Year;
        state.Note(n, retires ? NoPlace.Retired : NoPlace.Left, EventKind.Exited);
    }
}
