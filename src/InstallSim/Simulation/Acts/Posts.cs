using InstallSim.Policies;
using InstallSim.World;

namespace InstallSim.Simulation.Acts;

/// <summary>Posts that a policy keeps open in a health centre.</summary>
/// <param name="Policy">Index of the policy.</param>
/// <param name="Territory">Where.</param>
/// <param name="Count">Posts.</param>
internal readonly record struct OpenedPosts(int Policy, int Territory, int Count);

/// <summary>
/// Salaried posts. A centre opens in the territories concerned, in the order of the budget's rule, and stays while its policy states and
/// pays it. When it closes, those who came last lose their posts and are locums again.
/// </summary>
internal static class Posts
{
    /// <summary>Keeps the centres that the policy has, and opens others up to its number.</summary>
    public static void Apply(RunState state, int policy, OpenPosts act)
    {
        state.KeurPerPost[policy] = act.KeurPerPost;
        double running = act.Posts * act.KeurPerPost;
        OpenedPosts[] had = [.. state.Posts.Where(p => p.Policy == policy)];
        foreach (OpenedPosts centre in had)
        {
            if (!state.Ledger.Grant(policy, running, state.Year, state.Year))
            {
                Close(state, centre);
            }
        }

        int room = act.Centres - had.Length;
        foreach (int i in PolicyStage.InOrderOfRule(state, policy, act.Where).Where(i => had.All(c => c.Territory != i)))
        {
            if (room > 0 && state.Ledger.Grant(policy, act.OpeningKeur + running, state.Year, state.Year))
            {
                state.Ledger.Book(policy, act.Kind, state.Year, act.OpeningKeur);
                state.Posts.Add(new OpenedPosts(policy, i, act.Posts));
                state.Places[AlternativeTable.Of(i, PracticeForm.HealthCentre)] += act.Posts;
                room--;
            }
        }
    }

    /// <summary>Closes the centres of policies that state none this year.</summary>
    public static void CloseEnded(RunState state, IEnumerable<int> stating)
    {
        foreach (OpenedPosts centre in state.Posts.Where(p => !stating.Contains(p.Policy)).ToArray())
        {
            Close(state, centre);
        }
    }

    /// <summary>Books the posts that are held at the end of the year.</summary>
    public static void Pay(RunState state)
    {
        foreach (OpenedPosts centre in state.Posts)
        {
            int held = Math.Clamp(Held(state, centre.Territory) - OtherPlaces(state, centre), 0, centre.Count);
            state.Ledger.Book(centre.Policy, ActKind.Opening, state.Year, held * state.KeurPerPost[centre.Policy]);
        }
    }

    /// <summary>Who takes a post was reached by the policies that opened one there.</summary>
    public static void ReachWhoCame(RunState state, int physician, int alternative)
    {
        if (state.Posts.Count > 0 && AlternativeTable.Form(alternative) == PracticeForm.HealthCentre)
        {
            foreach (OpenedPosts centre in state.Posts.Where(c => c.Territory == AlternativeTable.Territory(alternative)))
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
            .OrderByDescending(n => p.Since[n]).ThenByDescending(n => p.Name[n]).Take(Math.Max(0, state.Stock[place] - state.Places[place]))];
        foreach (int n in holders)
        {
            state.Depart(centre.Territory);
            state.Vacate(n);
            p.Stage[n] = Stage.Locum;
            state.Note(n, NoPlace.Locum, EventKind.Entered);
        }
    }

    private static int Held(RunState state, int territory) => state.Stock[AlternativeTable.Of(territory, PracticeForm.HealthCentre)];

    /// <summary>Places of the territory's centres that stand before those of this policy: those of the start, and of earlier ones.</summary>
    private static int OtherPlaces(RunState state, OpenedPosts centre)
    {
        int all = state.Places[AlternativeTable.Of(centre.Territory, PracticeForm.HealthCentre)];
        return all - state.Posts.SkipWhile(c => c != centre).Where(c => c.Territory == centre.Territory).Sum(c => c.Count);
    }
}
