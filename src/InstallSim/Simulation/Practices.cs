using InstallSim.Policies;
using InstallSim.Scenarios;
using InstallSim.World;

namespace InstallSim.Simulation;

/// <summary>Practices open, form and fade: centres by policy, groups where there is a stock and a will, empty centres close.</summary>
internal static class Practices
{
    /// <summary>Opens a centre; some of the local solo and group physicians who are not near retirement found it.</summary>
    public static void Open(RunState state, CentreOpening opening, int policy)
    {
        state.Centres.Add(new Centre { Territory = opening.Territory, Places = opening.Places, Policy = policy, OpenedIn = state.Year });
        state.Places[AlternativeTable.Of(opening.Territory, PracticeForm.Msp)] += opening.Places;
        Convert(state, opening.Territory, PracticeForm.Msp, opening.Founders, form => form is PracticeForm.Solo or PracticeForm.Group);
    }

    /// <summary>Feed back: groups form and dissolve, centres without physicians fade.</summary>
    public static void FeedBack(Study study, RunState state)
    {
        FormGroups(study, state);
        Fade(study.Scenario.Practices, state);
    }

    /// <summary>Turns the last members of a group into solo physicians.</summary>
    public static void Dissolve(RunState state, int territory)
    {
        state.HasGroup[territory] = false;
        Convert(state, territory, PracticeForm.Solo, int.MaxValue, form => form == PracticeForm.Group);
    }

    private static void FormGroups(Study study, RunState state)
    {
        PracticeSettings settings = study.Scenario.Practices;
        for (int i = 0; i < state.HasGroup.Length; i++)
        {
            int solo = state.Stock[AlternativeTable.Of(i, PracticeForm.Solo)], members = state.Stock[AlternativeTable.Of(i, PracticeForm.Group)];
            if (state.HasGroup[i] && members == 0)
            {
                state.HasGroup[i] = false;
            }
            else if (!state.HasGroup[i] && solo >= settings.GroupSize
                && state.Key(DrawPurpose.GroupForming, state.Year, (uint)i).Uniform(0) < settings.GroupProbability)
            {
                state.HasGroup[i] = true;
                Convert(state, i, PracticeForm.Group, settings.GroupSize, form => form == PracticeForm.Solo);
            }
        }
    }

    private static void Fade(PracticeSettings settings, RunState state)
    {
        for (int c = state.Centres.Count - 1; c >= 0; c--)
        {
            Centre centre = state.Centres[c];
            int msp = AlternativeTable.Of(centre.Territory, PracticeForm.Msp);
            centre.EmptyYears = state.Stock[msp] == 0 ? centre.EmptyYears + 1 : 0;
            state.Events.EmptyCentres += state.Stock[msp] == 0 ? 1 : 0;
            if (centre.EmptyYears >= settings.MspEmptyYears)
            {
                state.Places[msp] -= centre.Places;
                state.Centres.RemoveAt(c);
            }
        }
    }

    /// <summary>Changes the form of practice of the youngest physicians of a territory, without a move.</summary>
    private static void Convert(RunState state, int territory, PracticeForm to, int most, Predicate<PracticeForm> from)
    {
        PhysicianTable p = state.Physicians;
        var candidates = new List<int>();
        for (int n = 0; n < p.Count; n++)
        {
            if (p.Stage[n] == Stage.Installed && p.Territory[n] == territory && from(p.Form[n]))
            {
                candidates.Add(n);
            }
        }

        foreach (int n in candidates.OrderByDescending(n => p.BirthYear[n]).ThenBy(n => p.Name[n]).Take(most))
        {
            state.Stock[AlternativeTable.Of(territory, p.Form[n])]--;
            state.Stock[AlternativeTable.Of(territory, to)]++;
            p.Form[n] = to;
            state.Note(n, AlternativeTable.Of(territory, to));
        }
    }
}
