using InstallSim.Policies;
using InstallSim.Simulation.State;
using InstallSim.World;

namespace InstallSim.Simulation.Acts;

/// <summary>Who enters: further physicians, where graduates come from and are trained. Each has draws of its own, for life.</summary>
internal static class Entrants
{
    private const int ShareDraw = 0, PlaceDraw = 1;

    /// <summary>Ranks of further entrants are drawn above this one, so that who each is depends on the policy alone.</summary>
    private const int LeastRank = (PhysicianTable.MostOfACohort / 2) + 1;

    /// <summary>Lets further physicians in, as locums; they come after the year's graduates, who are the same persons as without.</summary>
    public static void Apply(RunState state, int policy, Enter act)
    {
        PhysicianTable p = state.Physicians;
        for (int k = 0; k < act.Count && act.Where.Contains(true); k++)
        {
            if (!Pay(state, policy, act))
            {
                continue;
            }

            int n = Graduates.Add(state.Prepared, state, state.Year - state.Scenario.Years.From, RankOf(state, policy, k));
            if (act.FromOutside)
            {
                (p.BirthTerritory[n], p.TrainingTerritory[n], p.RuralTraining[n], p.IsFromAbroad[n]) = (-1, -1, false, true);
            }

            state.Note(n, NoPlace.Locum, EventKind.Entered);
            state.Reach(policy, act.Kind, n, NoPlace.Locum);
        }
    }

    /// <summary>Makes a share of the graduates natives of the territories; those trained in the study are trained as natives are.</summary>
    public static void Apply(RunState state, int policy, AdmitFrom act)
    {
        PhysicianTable p = state.Physicians;
        foreach ((int n, int territory) in Picked(state, policy, act, p.BirthTerritory, act.Share))
        {
            double hospital = state.Key(DrawPurpose.Life, 0, p.Name[n]).Pair(1).Item2;
            p.BirthTerritory[n] = territory;
            p.TrainingTerritory[n] = p.TrainingTerritory[n] < 0 ? -1 : state.Prepared.Origins.TrainingPlaceOf(territory, hospital);
        }
    }

    /// <summary>Trains a share of the graduates in the territories.</summary>
    public static void Apply(RunState state, int policy, TrainAt act)
    {
        double share = act.ShareOf(state.Physicians.Count - state.Events.FirstGraduate);
        foreach ((int n, int territory) in Picked(state, policy, act, state.Physicians.TrainingTerritory, share))
        {
            state.Physicians.TrainingTerritory[n] = territory;
        }
    }

    /// <summary>A rank of the cohort that nobody has: that of the policy's draw, or the next that is free.</summary>
    private static int RankOf(RunState state, int policy, int entrant)
    {
        const int ranks = PhysicianTable.MostOfACohort - LeastRank;
        int rank = (int)(state.Key(DrawPurpose.Entrant, state.Year, state.Scenario.Policies[policy].Key).Uniform(entrant) * ranks);
        while (!state.FurtherRanks.Add(rank))
        {
            rank = (rank + 1) % ranks;
        }

        return LeastRank + rank;
    }

    /// <summary>
    /// Graduates whom an act picks and pays, those of lowest draw, each with a territory of the act drawn by inhabitants, none where
    /// nobody lives; who has one of the territories anyway keeps it, and costs nothing.
    /// </summary>
    private static IEnumerable<(int Physician, int Territory)> Picked(RunState state, int policy, Act act, int[] has, double share)
    {
        double[] there = [.. state.Prepared.Territories.Population.Select((people, i) => act.Where[i] ? people : 0)];
        if (!there.Any(people => people > 0))
        {
            yield break;
        }

        double[] cumulated = PreparedScenario.Cumulated(there);
        int index = (int)(state.Scenario.Policies[policy].Key & 0x1FFFFFFF) << 1;
        for (int n = state.Events.FirstGraduate; n < state.Physicians.Count; n++)
        {
            var key = state.Key(DrawPurpose.Cohort, 0, state.Physicians.Name[n]);
            bool isAnyway = has[n] >= 0 && act.Where[has[n]];
            if (!isAnyway && key.Uniform(index + ShareDraw) < share)
            {
                int place = PreparedScenario.Draw(cumulated, key.Uniform(index + PlaceDraw));
                bool isOpen = act is not TrainAt { OfOtherHospitals: true } || HospitalOf(state, has[n]) != HospitalOf(state, place);
                if (isOpen && Pay(state, policy, act))
                {
                    state.Reach(policy, act.Kind, n, NoPlace.Locum);
                    yield return (n, place);
                }
            }
        }
    }

    /// <summary>The university hospital nearest to a territory, which has its interns; −1 for one outside the study.</summary>
    private static int HospitalOf(RunState state, int territory) => territory < 0 ? -1
        : state.Prepared.TrainingPlaces.Territory.MinBy(h => Geography.Kilometres(state.Prepared.Territories, h, territory));

    private static bool Pay(RunState state, int policy, Act act)
    {
        bool isPaid = state.Ledger.Grant(policy, act.KeurEach, state.Year, state.Year);
        state.Ledger.Book(policy, act.Kind, state.Year, isPaid ? act.KeurEach : 0);
        return isPaid;
    }
}
