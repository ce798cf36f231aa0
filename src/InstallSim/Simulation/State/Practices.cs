using InstallSim.World;

namespace InstallSim.Simulation.State;

/// <summary>
/// Forms of practice of the physicians of a territory: how many, who founds a centre, when a group is one. One rule for the
/// last of a group: a group of one is none, and who is left works alone.
/// </summary>
internal static class Practices
{
    /// <summary>Fewest members of a group.</summary>
    public const int LeastGroup = 2;

    /// <summary>Installed physicians of a territory.</summary>
    public static int Physicians(RunState state, int territory)
    {
        int count = 0;
        for (int form = 0; form < AlternativeTable.Forms; form++)
        {
            count += state.Stock[(territory * AlternativeTable.Forms) + form];
        }

        return count;
    }

    /// <summary>
    /// Moves the youngest local physicians into a new centre: solo ones first, then members of the group down to two. Where there is no
    /// group, as many solo physicians stay as could form one, so that a centre never takes from a place what draws others to it.
    /// </summary>
    /// <returns>Rows of the founders.</returns>
    public static List<int> Found(RunState state, int territory, int most)
    {
        int keptAlone = state.HasGroup[territory] ? 0 : state.Scenario.Practices.GroupSize;
        List<int> founders = Convert(state, territory, PracticeForm.Solo, PracticeForm.Msp, most, keptAlone, EventKind.Founded);
        founders.AddRange(Convert(
            state, territory, PracticeForm.Group, PracticeForm.Msp, most - founders.Count, LeastGroup, EventKind.Founded));
        return founders;
    }

    /// <summary>Says whether there is a group after the start or after a year, and makes a last member a solo physician.</summary>
    public static void CheckGroup(RunState state, int territory)
    {
        state.HasGroup[territory] = state.Stock[AlternativeTable.Of(territory, PracticeForm.Group)] >= LeastGroup;
        if (!state.HasGroup[territory])
        {
            Convert(state, territory, PracticeForm.Group, PracticeForm.Solo, LeastGroup, 0, EventKind.Regrouped);
        }
    }

    /// <summary>Changes the form of practice of the youngest physicians of a territory, without a move.</summary>
    /// <param name="state">The run.</param>
    /// <param name="territory">Where.</param>
    /// <param name="from">Form left.</param>
    /// <param name="to">Form taken.</param>
    /// <param name="most">Physicians at most.</param>
    /// <param name="kept">Physicians who stay in the form left, at least.</param>
    /// <param name="kind">What the history calls it.</param>
    public static List<int> Convert(
        RunState state, int territory, PracticeForm from, PracticeForm to, int most, int kept, EventKind kind)
    {
        PhysicianTable p = state.Physicians;
        int count = Math.Min(most, state.Stock[AlternativeTable.Of(territory, from)] - kept);
        if (count <= 0)
        {
            return [];
        }

        List<int> converted = [.. InForm(p, territory, from).OrderByDescending(n => p.BirthYear[n]).ThenBy(n => p.Name[n]).Take(count)];
        foreach (int n in converted)
        {
            state.Stock[AlternativeTable.Of(territory, from)]--;
            state.Stock[AlternativeTable.Of(territory, to)]++;
            p.Form[n] = to;
            state.Note(n, AlternativeTable.Of(territory, to), kind);
        }

        return converted;
    }

    /// <summary>Rows of the physicians installed in a territory and form.</summary>
    private static List<int> InForm(PhysicianTable p, int territory, PracticeForm form)
    {
        var found = new List<int>();
        ReadOnlySpan<int> territories = p.Territory.AsSpan(0, p.Count);
        for (int n = 0, step; (step = territories[n..].IndexOf(territory)) >= 0; n += step + 1)
        {
            if (p.Stage[n + step] == Stage.Installed && p.Form[n + step] == form)
            {
                found.Add(n + step);
            }
        }

        return found;
    }
}
