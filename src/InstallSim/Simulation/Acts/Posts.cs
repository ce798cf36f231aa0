using InstallSim.Policies;
using InstallSim.Simulation.State;
using InstallSim.World;

namespace InstallSim.Simulation.Acts;

/// <summary>
/// Salaried posts. A centre opens where accessibility is lowest among the territories concerned, if the budget holds its opening and all
/// its posts in every year to come, and stays while its policy states it. When it closes, those who came last lose their posts: they are
/// locums again, and may take another place in the same year. ASSUMPTION: they then leave that stage as all locums do, so that some go to
/// other regions or jobs, and their own place of before counts for nothing.
/// </summary>
internal static class Posts
{
    /// <summary>Opens centres up to the policy's number, one a territory.</summary>
    public static void Apply(RunState state, int policy, OpenPosts act)
    {
        int[] candidates = [.. Candidates(state, policy, act)
            .OrderBy(i => state.Accessibility[i]).ThenBy(i => PolicyOrder.Lottery(state, policy, i)).Take(Missing(state, policy, act))];
        foreach (int i in candidates)
        {
            var centre = new OpenedPosts(policy, i, act.Posts, act.KeurPerPost, act.PremisesKeur);
            if (IsPaid(state, centre, act.OpeningKeur))
            {
                state.Posts.Add(centre);
                state.Places[AlternativeTable.Of(i, PracticeForm.HealthCentre)] += act.Posts;
            }
        }
    }

    /// <summary>Centres that the policy would still open.</summary>
    public static int Missing(RunState state, int policy, OpenPosts act) => Math.Max(0, Math.Min(
        act.Centres - state.Posts.Count(p => p.Policy == policy), Candidates(state, policy, act).Count()));

    /// <summary>Closes the centres of policies that state none this year.</summary>
    public static void CloseEnded(RunState state, IEnumerable<int> stating)
    {
        foreach (OpenedPosts centre in state.Posts.Where(p => !stating.Contains(p.Policy)).ToArray())
        {
            state.Ledger.Release(centre.Policy, centre.RunningKeur, state.Year, int.MaxValue);
            Close(state, centre);
        }
    }

    /// <summary>Marks the territories where centres of a policy are open.</summary>
    public static void MarkFootprint(RunState state, int policy, Span<bool> reached)
    {
        foreach (OpenedPosts centre in state.Posts)
        {
            reached[centre.Territory] |= centre.Policy == policy;
        }
    }

    /// <summary>Books the posts that are held at the end of the year, and the rooms, held or not.</summary>
    public static void Pay(RunState state)
    {
        foreach (OpenedPosts centre in state.Posts)
        {
            int held = Math.Clamp(Held(state, centre.Territory) - OtherPlaces(state, centre), 0, centre.Count);
            state.Ledger.Book(centre.Policy, ActKind.Opening, state.Year, held * centre.KeurPerPost);
            state.Ledger.Book(centre.Policy, ActKind.Premises, state.Year, centre.PremisesKeur);
        }
    }

    /// <summary>Who takes a post was reached by the policies that opened one there.</summary>
    public static void ReachWhoCame(RunState state, int physician, int alternative)
    {
        foreach (OpenedPosts centre in state.Posts)
        {
            if (AlternativeTable.Of(centre.Territory, PracticeForm.HealthCentre) == alternative)
            {
                state.Reach(centre.Policy, ActKind.Opening, physician, alternative);
            }
        }
    }

    private static void Close(RunState state, OpenedPosts centre)
    {
        PhysicianTable p = state.Physicians;
        state.Posts.Remove(centre);
        int place = AlternativeTable.Of(centre.Territory, PracticeForm.HealthCentre);
        state.Places[place] -= centre.Count;
        int[] holders = [.. Enumerable.Range(0, p.Count)
            .Where(n => p.Stage[n] == Stage.Installed && state.PlaceOf(n) == place)
            .OrderByDescending(n => p.Since[n]).ThenByDescending(n => p.Name[n])
            .Take(Math.Max(0, state.Stock[place] - state.Places[place]))];
        foreach (int n in holders)
        {
            state.Depart(centre.Territory);
            state.Events.PostsEnded++;
            state.Vacate(n);
            p.Stage[n] = Stage.Locum;

            // Of the stock of the start, who has been installed before is not known by a year.
            p.FirstInstalled[n] = Math.Max((short)1, p.FirstInstalled[n]);
            state.Note(n, NoPlace.Locum, EventKind.Entered);
        }
    }

    /// <summary>Inhabited territories concerned without a centre of the policy.</summary>
    private static IEnumerable<int> Candidates(RunState state, int policy, OpenPosts act) => Enumerable.Range(0, act.Where.Length)
        .Where(i => act.Where[i] && state.Prepared.Territories.Population[i] > 0 && !HasCentre(state, policy, i));

    private static bool HasCentre(RunState state, int policy, int territory) =>
        state.Posts.Any(p => p.Policy == policy && p.Territory == territory);

    private static bool IsPaid(RunState state, OpenedPosts centre, double openingKeur)
    {
        if (!state.Ledger.Grant(centre.Policy, openingKeur, state.Year, state.Year))
        {
            return false;
        }

        if (!state.Ledger.Grant(centre.Policy, centre.RunningKeur, state.Year, state.Scenario.Years.Until))
        {
            state.Ledger.Release(centre.Policy, openingKeur, state.Year, state.Year);
            return false;
        }

        state.Ledger.Book(centre.Policy, ActKind.Opening, state.Year, openingKeur);
        return true;
    }

    private static int Held(RunState state, int territory) => state.Stock[AlternativeTable.Of(territory, PracticeForm.HealthCentre)];

    /// <summary>Places of the territory's centres before those of this one: those of the start, and of earlier policies.</summary>
    private static int OtherPlaces(RunState state, OpenedPosts centre)
    {
        int all = state.Places[AlternativeTable.Of(centre.Territory, PracticeForm.HealthCentre)];
        return all - state.Posts.SkipWhile(c => c != centre).Where(c => c.Territory == centre.Territory).Sum(c => c.Count);
    }
}
