using InstallSim.Scenarios;
using InstallSim.World;

namespace InstallSim.Simulation.State;

/// <summary>
/// What the centres of each territory are worth to work in this year: strength of their projects, income and capacity. Arrays stay empty
/// as long as all centres are alike and change nothing.
/// </summary>
internal sealed class MspTerms
{
    /// <summary>Mean factor on what a physician offers over the stock of the start, before it is made 1.</summary>
    public double MeanCapacity { get; private set; } = 1;

    /// <summary>
    /// Strength of the projects of a territory's centres, 0–1, mean over the places of its physicians and the next one, the strongest
    /// centres filled first, so that empty weak ones take nothing from those who work in a strong one; 1 where there is none, shape [I].
    /// </summary>
    public double[] Strength { get; private set; } = [];

    /// <summary>Income of a form beside that of the place, k€/year, shape [J].</summary>
    public double[] Income { get; private set; } = [];

    /// <summary>Factor on what a physician offers, 1 on average over the stock of the start, shape [J].</summary>
    public double[] Capacity { get; private set; } = [];

    /// <summary>Measures the mean capacity of the stock: Σ FTE·factor / Σ FTE.</summary>
    public void Start(RunState state)
    {
        MspConditions msp = state.Scenario.Practices.Msp;
        PhysicianTable p = state.Physicians;
        (double fte, double capacity) = (0, 0);
        for (int n = 0; n < p.Count; n++)
        {
            fte += p.Fte[n];
            capacity += p.Fte[n] * (p.Form[n] == PracticeForm.Msp ? msp.CapacityTimes : 1);
        }

        Start(state, fte > 0 ? capacity / fte : 1);
    }

    /// <summary>Starts with a mean capacity that another run measured.</summary>
    public void Start(RunState state, double meanCapacity)
    {
        MeanCapacity = meanCapacity;
        Refresh(state);
    }

    /// <summary>Follows centres that opened or closed.</summary>
    public void Refresh(RunState state)
    {
        MspConditions msp = state.Scenario.Practices.Msp;
        int territories = state.Prepared.Territories.Count;
        Strength = Strength.Length > 0 || state.Centres.Any(c => c.Strength < 1) ? Strengths(state, territories) : [];
        Income = msp.ChangesIncome ? OfForms(territories, 0) : [];
        Capacity = msp.CapacityTimes != 1 ? OfForms(territories, 1 / MeanCapacity) : [];
        for (int i = 0; i < territories; i++)
        {
            Value(state, i);
        }
    }

    /// <summary>Follows a centre that opened or closed in a territory.</summary>
    public void Refresh(RunState state, int territory)
    {
        if (Strength.Length == 0 && state.Centres.Any(c => c.Strength < 1))
        {
            Refresh(state);
            return;
        }

        if (Strength.Length > 0)
        {
            Strength[territory] = StrengthIn(state, territory, state.Centres.Where(c => c.Territory == territory));
        }

        Value(state, territory);
    }

    /// <summary>Works out income and capacity of a territory's centres.</summary>
    private void Value(RunState state, int territory)
    {
        MspConditions msp = state.Scenario.Practices.Msp;
        (int j, double strength) = (AlternativeTable.Of(territory, PracticeForm.Msp), Strength.Length > 0 ? Strength[territory] : 1);
        if (Income.Length > 0)
        {
            Income[j] = (msp.IncomeKeur * strength) + msp.TeamPaymentKeur - state.Prepared.Annuity.Of(msp.SetUpCostKeur, 1);
        }

        if (Capacity.Length > 0)
        {
            Capacity[j] = (1 + ((msp.CapacityTimes - 1) * strength)) / MeanCapacity;
        }
    }

    private static double[] Strengths(RunState state, int territories)
    {
        var strength = new double[territories];
        Array.Fill(strength, 1);
        foreach (IGrouping<int, Centre> own in state.Centres.GroupBy(c => c.Territory))
        {
            strength[own.Key] = StrengthIn(state, own.Key, own);
        }

        return strength;
    }

    private static double StrengthIn(RunState state, int territory, IEnumerable<Centre> centres)
    {
        int left = state.Stock[AlternativeTable.Of(territory, PracticeForm.Msp)] + 1;
        (double places, double strong) = (0, 0);
        foreach (Centre centre in centres.OrderByDescending(c => c.Strength))
        {
            int counted = Math.Min(left, centre.Places);
            places += counted;
            strong += counted * centre.Strength;
            left -= counted;
        }

        return places > 0 ? strong / places : 1;
    }

    private static double[] OfForms(int territories, double others)
    {
        var values = new double[territories * AlternativeTable.Forms];
        Array.Fill(values, others);
        return values;
    }
}
