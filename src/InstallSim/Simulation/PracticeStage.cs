using InstallSim.Scenarios;
using InstallSim.Simulation.Acts;
using InstallSim.Simulation.State;
using InstallSim.World;

namespace InstallSim.Simulation;

/// <summary>How practices form and fade by themselves from year to year.</summary>
internal static class PracticeStage
{
    /// <summary>Feed back: groups form and dissolve, centres without physicians fade.</summary>
    public static void FeedBack(RunState state)
    {
        FormGroups(state);
        Fade(state);
    }

    private static void FormGroups(RunState state)
    {
        PracticeSettings settings = state.Scenario.Practices;
        for (int i = 0; i < state.HasGroup.Length; i++)
        {
            if (state.Stock[AlternativeTable.Of(i, PracticeForm.Group)] < Practices.LeastGroup)
            {
                Practices.CheckGroup(state, i);
                bool canForm = state.Stock[AlternativeTable.Of(i, PracticeForm.Solo)] >= settings.GroupSize;
                if (canForm && state.Key(DrawPurpose.GroupForming, state.Year, (uint)i).Uniform(0) < settings.GroupProbability)
                {
                    state.HasGroup[i] = true;
                    Practices.Convert(state, i, PracticeForm.Solo, PracticeForm.Group, settings.GroupSize, 0, EventKind.Regrouped);
                }
            }
        }
    }

    private static void Fade(RunState state)
    {
        for (int c = state.Centres.Count - 1; c >= 0; c--)
        {
            Centre centre = state.Centres[c];
            int msp = AlternativeTable.Of(centre.Territory, PracticeForm.Msp);
            centre.EmptyYears = state.Stock[msp] == 0 ? centre.EmptyYears + 1 : 0;
            state.Events.EmptyCentres += state.Stock[msp] == 0 ? 1 : 0;
            if (centre.EmptyYears >= state.Scenario.Practices.MspEmptyYears)
            {
                state.Places[msp] -= centre.Places;
                Openings.Close(state, centre);
                state.Centres.RemoveAt(c);
            }
        }
    }
}
