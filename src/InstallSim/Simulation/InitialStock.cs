using InstallSim.Choice.Draws;
using InstallSim.Choice.Kernels;
using InstallSim.Scenarios;
using InstallSim.Simulation.State;
using InstallSim.World;

namespace InstallSim.Simulation;

/// <summary>
/// Makes the installed physicians of the start: as many in each territory as its table says. What is not known of them is drawn: ages by
/// <see cref="AgePyramid"/>, birth and training by gravity, backward from the place of practice, by <see cref="Origins"/>.
/// </summary>
internal static class InitialStock
{
    /// <summary>Places of a centre: 9,082 GPs in 1,953 centres (2023, evidence H0).</summary>
    private const int UsualPlaces = 5;

    /// <summary>Fills the run with the stock.</summary>
    /// <param name="prepared">Scenario and data.</param>
    /// <param name="state">The run, empty.</param>
    /// <param name="areOriginsDrawn">Whether they have places of birth and training; else as if from outside the study.</param>
    public static void Make(PreparedScenario prepared, RunState state, bool areOriginsDrawn = true)
    {
        MakePractices(prepared, state);
        int[] headcount = Headcounts(prepared.Territories);
        int[] births = areOriginsDrawn ? BirthsOf(prepared, state, headcount) : [];
        for (int i = 0; i < headcount.Length; i++)
        {
            if (headcount[i] > 0)
            {
                Install(prepared, state, i, headcount[i], births);
            }
        }

        state.StartDensity = headcount.Sum() / Math.Max(1, prepared.Territories.Population.Sum());
        state.Msp.Start(state);
    }

    /// <summary>Whole physicians in each territory, by cumulative rounding: the right total over any row of territories.</summary>
    private static int[] Headcounts(TerritoryTable territories)
    {
        var headcount = new int[territories.Count];
        (double exact, int made) = (0, 0);
        for (int i = 0; i < headcount.Length; i++)
        {
            exact += territories.Physicians[i];
            headcount[i] = (int)Math.Floor(exact + 0.5) - made;
            made += headcount[i];
        }

        return headcount;
    }

    /// <summary>Territory where each was born, −1 outside the study, by row: those of each place follow one another.</summary>
    private static int[] BirthsOf(PreparedScenario prepared, RunState state, int[] headcount)
    {
        int[][] parts = [.. Enumerable.Range(0, headcount.Length).Where(i => headcount[i] > 0).Chunk(Births.Together)];
        int[] firstRow = new int[headcount.Length + 1], births = new int[headcount.Sum()];
        for (int i = 0; i < headcount.Length; i++)
        {
            firstRow[i + 1] = firstRow[i] + headcount[i];
        }

        Parallel.For(0, parts.Length, state.Threads.Options,
            () => new Births(prepared.Origins, prepared.Territories.Population), (part, _, rows) =>
            {
                rows.Fill(parts[part]);
                foreach ((int k, int i) in parts[part].Index())
                {
                    for (int n = firstRow[i]; n < firstRow[i + 1]; n++)
                    {
                        (double born, double birth) = LifeKey(state, (uint)n).Pair(3);
                        births[n] = born < prepared.Scenario.Physicians.StockBornHereShare ? rows.Draw(k, birth) : -1;
                    }
                }

                return rows;
            }, _ => { });
        return births;
    }

    private static DrawKey LifeKey(RunState state, uint name) => state.Key(DrawPurpose.Life, 0, name);

    private static void MakePractices(PreparedScenario prepared, RunState state)
    {
        TerritoryTable t = prepared.Territories;
        for (int i = 0; i < t.Count; i++)
        {
            foreach (PracticeFormInfo form in PracticeForms.All)
            {
                state.Places[AlternativeTable.Of(i, form.Form)] = form.StartPlaces is { } places
                    ? (int)Math.Round(places(t)[i])
                    : int.MaxValue;
            }

            AddCentres(state, i, state.Places[AlternativeTable.Of(i, PracticeForm.Msp)]);
        }
    }

    /// <summary>Splits the places of a territory's centres into centres of the usual size, the last one larger.</summary>
    private static void AddCentres(RunState state, int territory, int places)
    {
        int centres = Math.Max(1, places / UsualPlaces);
        for (int c = 0; c < centres && places > 0; c++)
        {
            int own = c < centres - 1 ? UsualPlaces : places - (UsualPlaces * (centres - 1));
            state.Centres.Add(new Centre { Territory = territory, Places = own, Policy = -1 });
        }
    }

    private static void Install(PreparedScenario prepared, RunState state, int territory, int headcount, int[] births)
    {
        PracticeSettings practices = prepared.Scenario.Practices;
        int centrePlaces = state.Places[AlternativeTable.Of(territory, PracticeForm.Msp)];
        int inCentres = Math.Min(headcount, (int)Math.Round(centrePlaces * practices.InitialMspFill));
        int[] people = [.. Enumerable.Range(0, headcount).Select(_ => Person(prepared, state, territory, births))];
        HashSet<int> centre = [.. people.OrderBy(n => CentreRank(state, n)).ThenBy(n => n).Take(inCentres)];
        foreach (int n in people)
        {
            FormsAtAge forms = practices.FormsAt(state.Year - state.Physicians.BirthYear[n]);
            bool isInGroup = FormKey(state, n).Uniform(0) * (forms.Solo + forms.Group) < forms.Group;
            PracticeForm form = centre.Contains(n) ? PracticeForm.Msp : isInGroup ? PracticeForm.Group : PracticeForm.Solo;
            state.Settle(n, AlternativeTable.Of(territory, form), EventKind.Entered);
            state.Physicians.Since[n] = 0;
        }

        Practices.CheckGroup(state, territory);
    }

    /// <summary>
    /// Rank of a physician for the places of centres: −ln u / w, w the share in MSP at the age, so that the first of some is each in
    /// proportion to w.
    /// </summary>
    private static double CentreRank(RunState state, int n)
    {
        double weight = state.Scenario.Practices.FormsAt(state.Year - state.Physicians.BirthYear[n]).Msp;
        return weight > 0 ? -Elementary.Log(FormKey(state, n).Uniform(1)) / weight : double.PositiveInfinity;
    }

    private static DrawKey FormKey(RunState state, int n) => state.Key(DrawPurpose.InitialForm, 0, state.Physicians.Name[n]);

    private static int Person(PreparedScenario prepared, RunState state, int territory, int[] births)
    {
        PhysicianSettings settings = prepared.Scenario.Physicians;
        PhysicianTable p = state.Physicians;
        int n = p.Add();
        p.Name[n] = (uint)n;
        DrawKey life = LifeKey(state, p.Name[n]);
        (double band, double within) = life.Pair(0);
        (double woman, double partner) = life.Pair(1);
        (double children, double taste) = life.Pair(2);
        int age = prepared.Ages.AgeOf(prepared.Territories.SharePhysicians60Plus[territory], band, within);
        p.BirthYear[n] = (short)(state.Year - age);
        p.IsWoman[n] = woman < WomenShareAt(settings, age);
        p.Fte[n] = settings.WorkingTime.Of(p.IsWoman[n], p.BirthYear[n], age);
        bool isDrawn = births.Length > 0;
        p.BirthTerritory[n] = isDrawn ? births[n] : -1;
        p.TrainingTerritory[n] = isDrawn ? prepared.Origins.TrainingPlaceOf(p.BirthTerritory[n], territory, life.Uniform(8)) : -1;
        p.Partner[n] = Graduates.PartnerOf(settings, partner);
        p.Children[n] = age < 55 && children < settings.ChildrenShare;
        p.PreferenceClass[n] = (byte)PreparedScenario.Draw(prepared.ClassShares, taste);
        return n;
    }

    /// <summary>Women by age: 58 % under 40 (CARMF 2024, evidence B1); then falling to 30 % at 60 (assumption).</summary>
    private static double WomenShareAt(PhysicianSettings settings, int age) =>
        age < 40 ? settings.StockWomenUnder40 : Math.Max(0.30, settings.StockWomenUnder40 - (0.014 * (age - 40)));
}
