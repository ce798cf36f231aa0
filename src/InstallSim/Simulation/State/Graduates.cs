using InstallSim.Choice.Draws;
using InstallSim.Scenarios;
using InstallSim.World;

namespace InstallSim.Simulation.State;

/// <summary>New physicians: who they are follows from their name alone, so that the same person enters in every scenario.</summary>
internal static class Graduates
{
    private const int CohortShift = 20, LastCohort = (1 << (31 - CohortShift)) - 1;

    private const int DrawsOfLife = 10;

    /// <summary>Draws in the order in which they get dimensions of Sobol: what says most of where somebody goes comes first.</summary>
    private static readonly int[] SpreadOrder = [2, 3, 8, 9, 1, 6, 5, 0, 7, 4];

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
        uint name = ((uint)cohort << CohortShift) | (uint)rank;
        DrawKey life = state.Key(DrawPurpose.Life, 0, name);
        Span<double> u = stackalloc double[DrawsOfLife];
        for (int pair = 0; pair < DrawsOfLife / 2; pair++)
        {
            (u[2 * pair], u[(2 * pair) + 1]) = life.Pair(pair);
        }

        return Add(prepared, state, name, u);
    }

    /// <summary>
    /// Graduates of replication 0 spread evenly over all that is drawn of them for life (points of Sobol'), so that few stand for all.
    /// </summary>
    public static PhysicianTable Spread(PreparedScenario prepared, int count)
    {
        var state = new RunState(prepared, 0) { Year = prepared.Scenario.Years.From };
        var draws = new double[DrawsOfLife][];
        for (int d = 0; d < DrawsOfLife; d++)
        {
            SobolDraws.Plain(0, d, draws[d] = new double[count]);
        }

        Span<double> u = stackalloc double[DrawsOfLife];
        for (int k = 0; k < count; k++)
        {
            for (int d = 0; d < DrawsOfLife; d++)
            {
                u[SpreadOrder[d]] = draws[d][k] + (0.5 / count);
            }

            Add(prepared, state, ((uint)SampleCohort << CohortShift) | (uint)k, u);
        }

        return state.Physicians;
    }

    private static int Add(PreparedScenario prepared, RunState state, uint name, ReadOnlySpan<double> u)
    {
        PhysicianSettings settings = prepared.Scenario.Physicians;
        PhysicianTable p = state.Physicians;
        int n = p.Add();
        p.Name[n] = name;
        (double woman, double born, double birth, double hospital, double ageDraw) = (u[0], u[1], u[2], u[3], u[4]);
        (double rural, double partner, double children, double taste, double trained) = (u[RuralTrainingDraw], u[6], u[7], u[8], u[9]);
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
