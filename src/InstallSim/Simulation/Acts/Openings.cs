using InstallSim.Choice.Kernels;
using InstallSim.Policies;
using InstallSim.Simulation.State;
using InstallSim.World;

namespace InstallSim.Simulation.Acts;

/// <summary>
/// Openings of centres. What a policy announces opens where accessibility is lowest among the territories concerned that have room and
/// local GPs to carry it, one a territory and year; the others wait for the years after, so that announced = opened + waiting. Where a
/// project decides (<see cref="MspProject"/>) only territories where one ripens in the year count.
/// </summary>
internal static class Openings
{
    /// <summary>Announces, and opens what can be opened and paid: opening now, running in all years to come.</summary>
    public static void Apply(RunState state, int policy, Opening act)
    {
        int waiting = state.Waiting.GetValueOrDefault(policy) + act.Announced;
        state.Events.CentresAnnounced += act.Announced;
        foreach (int territory in Candidates(state, policy, act).Take(waiting))
        {
            if (Pay(state, policy, act))
            {
                Open(state, policy, act, territory);
                waiting--;
            }
        }

        state.Waiting[policy] = waiting;
    }

    /// <summary>Books the running costs of the year.</summary>
    public static void Pay(RunState state)
    {
        foreach (Centre centre in state.Centres.Where(c => c.Policy >= 0))
        {
            state.Ledger.Book(centre.Policy, ActKind.Opening, state.Year, centre.RunningKeur);
        }
    }

    /// <summary>A centre that closes costs nothing more.</summary>
    public static void Close(RunState state, Centre centre)
    {
        if (centre.Policy >= 0)
        {
            state.OpenedCentres[centre.Territory].Remove(centre);
            state.Ledger.Release(centre.Policy, centre.RunningKeur, state.Year + 1, int.MaxValue);
        }
    }

    /// <summary>Marks the territories where centres of a policy are open.</summary>
    public static void MarkFootprint(RunState state, int policy, Span<bool> reached)
    {
        foreach (Centre centre in state.Centres)
        {
            reached[centre.Territory] |= centre.Policy == policy;
        }
    }

    /// <summary>Who takes a place in a centre's form was reached by the policies that opened one there.</summary>
    public static void ReachWhoCame(RunState state, int physician, int alternative)
    {
        if (state.Events.CentresOpened == 0 || AlternativeTable.Form(alternative) != PracticeForm.Msp)
        {
            return;
        }

        if (state.OpenedCentres.TryGetValue(AlternativeTable.Territory(alternative), out List<Centre>? opened))
        {
            foreach (int policy in opened.Select(c => c.Policy).Distinct())
            {
                state.Reach(policy, ActKind.Opening, physician, alternative);
            }
        }
    }

    /// <summary>Territories where a centre could open, the lowest accessibility first.</summary>
    public static List<int> Candidates(RunState state, int policy, Opening act)
    {
        var candidates = new List<(double Rank, double Tie, int Territory)>();
        foreach (int i in WithRoom(state, act))
        {
            if (Practices.Physicians(state, i) >= act.LocalGps)
            {
                candidates.Add((state.Accessibility[i], PolicyOrder.Lottery(state, policy, i), i));
            }
        }

        if (act.Project is { FromAbove: false })
        {
            candidates.RemoveAll(c => !Ripens(state, policy, act.Project, c.Territory));
        }

        candidates.Sort();
        return [.. candidates.Select(c => c.Territory)];
    }

    /// <summary>Inhabited territories concerned that have room for a centre more, whoever would carry it.</summary>
    public static IEnumerable<int> WithRoom(RunState state, Opening act)
    {
        int[] centres = new int[act.Where.Length];
        state.Centres.ForEach(c => centres[c.Territory]++);
        double[] population = state.Prepared.Territories.Population;
        return Enumerable.Range(0, act.Where.Length).Where(i => act.Where[i] && population[i] > 0
            && centres[i] < Math.Max(1, Math.Floor(population[i] / act.ResidentsPerCentre)));
    }

    /// <summary>Strength of a project of a territory, 0–1: logit⁻¹(a_s + b·y + c·g + d·l).</summary>
    public static double Strength(RunState state, MspProject project, int territory) =>
        Logistic(project.StrengthConstant + Carried(state, project, territory));

    /// <summary>Whether a project of a territory ripens this year, with probability logit⁻¹(a + b·y + c·g + d·l).</summary>
    private static bool Ripens(RunState state, int policy, MspProject project, int territory) =>
        state.Key(DrawPurpose.Project, state.Year, state.Scenario.Policies[policy].Key).Uniform(territory)
            < Logistic(project.Constant + Carried(state, project, territory));

    private static double Carried(RunState state, MspProject project, int territory)
    {
        bool isLed = state.Key(DrawPurpose.Leader, 0, 0).Uniform(territory) < project.LedShare;
        return project.Carried(Practices.Under(state, territory, 55), state.HasGroup[territory], isLed);
    }

    private static double Logistic(double x) => 1 / (1 + Elementary.Exp(-x));

    private static bool Pay(RunState state, int policy, Opening act)
    {
        int last = state.Scenario.Years.Until;
        if (!state.Ledger.Grant(policy, act.OpeningKeur, state.Year, state.Year))
        {
            return false;
        }

        if (!state.Ledger.Grant(policy, act.RunningKeurPerYear, state.Year, last))
        {
            state.Ledger.Release(policy, act.OpeningKeur, state.Year, state.Year);
            return false;
        }

        state.Ledger.Book(policy, ActKind.Opening, state.Year, act.OpeningKeur);
        return true;
    }

    private static void Open(RunState state, int policy, Opening act, int territory)
    {
        double strength = act.Project is null ? 1 : Strength(state, act.Project, territory);
        var centre = new Centre
        {
            Territory = territory,
            Places = act.Places,
            Policy = policy,
            RunningKeur = act.RunningKeurPerYear,
            Strength = strength,
        };
        state.Centres.Add(centre);
        if (!state.OpenedCentres.TryGetValue(territory, out List<Centre>? opened))
        {
            state.OpenedCentres[territory] = opened = [];
        }

        opened.Add(centre);
        state.Places[AlternativeTable.Of(territory, PracticeForm.Msp)] += act.Places;
        state.Events.CentresOpened++;
        foreach (int n in Practices.Found(state, territory, (int)Math.Round(strength * act.Founders)))
        {
            state.Reach(policy, ActKind.Opening, n, state.PlaceOf(n));
        }

        state.Msp.Refresh(state, territory);
    }
}
