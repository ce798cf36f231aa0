using InstallSim.Policies;
using InstallSim.World;

namespace InstallSim.Simulation.Acts;

/// <summary>
/// Training in rural practices. A graduate's draw u, for life, says up to which share they are trained; a policy of share s trains those with
/// u below s whom neither the settings nor a policy of a smaller share trains anyway, and pays for them alone.
/// </summary>
internal static class Trainings
{
    /// <summary>Trains this year's graduates, the smallest share first, and so in the same way whatever the order of the policies.</summary>
    public static void Apply(RunState state, IEnumerable<(int Policy, Train Act)> acts)
    {
        double anyway = state.Scenario.Physicians.RuralTrainingShare;
        foreach ((int policy, Train act) in acts.OrderBy(a => a.Act.Share).ThenBy(a => state.Scenario.Policies[a.Policy].Key))
        {
            Train(state, policy, act, anyway);
            anyway = Math.Max(anyway, act.Share);
        }
    }

    private static void Train(RunState state, int policy, Train act, double anyway)
    {
        PhysicianTable p = state.Physicians;
        for (int n = state.Events.FirstGraduate; n < p.Count; n++)
        {
            double u = state.Key(DrawPurpose.Life, 0, p.Name[n]).Uniform(Graduates.RuralTrainingDraw);
            if (u >= anyway && u < act.Share && !p.RuralTraining[n]
                && state.Ledger.Grant(policy, act.KeurPerIntern, state.Year, state.Year))
            {
                state.Ledger.Book(policy, ActKind.Training, state.Year, act.KeurPerIntern);
                p.RuralTraining[n] = true;
                state.Reach(policy, ActKind.Training, n, NoPlace.Locum);
            }
        }
    }
}
