using InstallSim.Choice.Draws;
using InstallSim.Policies;
using InstallSim.Simulation.State;
using InstallSim.World;

namespace InstallSim.Simulation.Acts;

/// <summary>
/// Training in rural practices. A graduate's draw u, for life, says up to which share they are trained; a policy of share s trains those
/// with u below s whom neither the settings nor a policy of a smaller share trained, and pays for them alone.
/// </summary>
internal static class Trainings
{
    /// <summary>Number of the draw, for life, that says whom a placement makes willing; the first are <see cref="Graduates"/>'s.</summary>
    private const int WillingDraw = 10;

    /// <summary>
    /// Trains this year's graduates, the smallest share first, and so in the same way whatever the order of the policies.
    /// </summary>
    public static void Apply(RunState state, IEnumerable<(int Policy, Train Act)> acts)
    {
        PhysicianTable p = state.Physicians;
        int[] graduates = [.. Enumerable.Range(state.Events.FirstGraduate, p.Count - state.Events.FirstGraduate).OrderBy(state.Lottery)];
        foreach ((int policy, Train act) in acts.OrderBy(a => a.Act.Share).ThenBy(a => state.Scenario.Policies[a.Policy].Key))
        {
            foreach (int n in graduates)
            {
                DrawKey life = state.Key(DrawPurpose.Life, 0, p.Name[n]);
                double u = life.Uniform(Graduates.RuralTrainingDraw);
                bool isMeant = act.Willing is not null || !p.RuralTraining[n];
                if (isMeant && u < act.Share && state.Ledger.Grant(policy, act.KeurPerIntern, state.Year, state.Year))
                {
                    state.Ledger.Book(policy, ActKind.Training, state.Year, act.KeurPerIntern);
                    p.RuralTraining[n] |= act.Willing is not { } willing || life.Uniform(WillingDraw) < willing;
                    state.Reach(policy, ActKind.Training, n, NoPlace.Locum);
                }
            }
        }
    }
}
