using InstallSim.Choice.Draws;
using InstallSim.Scenarios;
using InstallSim.World;

namespace InstallSim.Simulation.State;

/// <summary>New physicians: who they are follows from their name alone, so that the same person enters in every scenario.</summary>
internal static class Graduates
{
    private const int CohortShift = 20, LastCohort = (1 << (31 - CohortShift)) - 1;

    /// <summary>Number of the draw, for life, that says up to which share of graduates a physician is trained in rural practices.</summary>
    public const int RuralTrainingDraw = 5;

    /// <summary>Cohort of the graduates whom the participation constants are solved for; nobody of a run has it.</summary>
    public const int SampleCohort = LastCohort - 64;

    /// <summary>Cohort of somebody described by a user, with the draws that are not said; nobody of a run has it.</summary>
    public const int DescribedCohort = SampleCohort - 1;

    /// <summary>Lets the year's cohort in; it chooses for the first time in the same year.</summary>
    public static void Enter(PreparedScenario prepared, RunState state)
    {
        state.Events.FirstGraduate = state.Physicians.Count;
        int count = prepared.Scenario.Physicians.GraduatesOf(state.Year);
        for (int k = 0; k < count; k++)
        {
            int n = Add(prepared, state, state.Year - prepared.Scenario.Years.From, k);
            state.Note(n, NoPlace.Locum, EventKind.Entered);
        }

        Couples.Pair(prepared, state);
    }

    /// <summary>Lets the cohort of a year before the start in: its number counts down from the last.</summary>
    public static void EnterBeforeStart(PreparedScenario prepared, RunState state)
    {
        int count = prepared.Scenario.Physicians.GraduatesOf(state.Year);
        for (int k = 0; k < count; k++)
        {
            Add(prepared, state, LastCohort - (prepared.Scenario.Years.From - state.Year), k);
        }
    }

    /// <summary>Adds physician <paramref name="rank"/> of a cohort, a locum for now.</summary>
    public static int Add(PreparedScenario prepared, RunState state, int cohort, int rank)
    {
        PhysicianSettings settings = prepared.Scenario.Physicians;
        PhysicianTable p = state.Physicians;
        int n = p.Add();
        p.Name[n] = ((uint)cohort << CohortShift) | (uint)rank;
        DrawKey life = state.Key(DrawPurpose.Life, 0, p.Name[n]);
        (double woman, double born) = life.Pair(0);
        (double birth, double hospital) = life.Pair(1);
        (double ageDraw, double rural) = life.Pair(RuralTrainingDraw / 2);
        (double partner, double children) = life.Pair(3);
        (double taste, double trained) = life.Pair(4);
        int age = settings.GraduationAgeMin + (int)(ageDraw * (settings.GraduationAgeMax - settings.GraduationAgeMin + 1));
        p.BirthYear[n] = (short)(state.Year - age);
        p.IsWoman[n] = woman < settings.WomenShare;
        p.Fte[n] = settings.WorkingTime.Of(p.IsWoman[n], p.BirthYear[n], age);
        bool isBornHere = born < settings.BornHereShare;
        p.BirthTerritory[n] = isBornHere ? PreparedScenario.Draw(prepared.PopulationShares, birth) : -1;
        p.TrainingTerritory[n] = trained < (isBornHere ? settings.TrainedHereShareBornHere : settings.TrainedHereShareBornOutside)
            ? prepared.Origins.TrainingPlaceOf(p.BirthTerritory[n], hospital)
            : -1;
        p.RuralTraining[n] = rural < settings.RuralTrainingShare;
        p.Partner[n] = PartnerOf(settings, partner);
        p.Children[n] = children < settings.ChildrenShare;
        p.PreferenceClass[n] = (byte)PreparedScenario.Draw(prepared.ClassShares, taste);
        p.Stage[n] = Stage.Locum;
        p.Territory[n] = -1;
        return n;
    }

    /// <summary>Partner from a uniform draw: none, with a career, else flexible.</summary>
    public static Partner PartnerOf(PhysicianSettings settings, double u)
    {
        if (u < settings.NoPartnerShare)
        {
            return Partner.None;
        }

        return u < settings.NoPartnerShare + settings.CareerPartnerShare ? Partner.Career : Partner.Flexible;
    }
}
