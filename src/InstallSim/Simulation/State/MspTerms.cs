using InstallSim.Scenarios;
using InstallSim.World;

namespace InstallSim.Simulation.State;

/// <summary>
/// What the centres of each territory are worth to work in this year: strength of their projects, income and capacity. Arrays stay empty
/// as long as all centres are alike and change nothing.
/// </summary>
internal sealed class MspTerms
{
    private double _meanCapacity = 1;

    /// <summary>
    /// Strength of the projects of a territory's centres, mean over their places, 0–1; 1 where there is none, shape [I].
    /// </summary>
    public double[] Strength { get; private set; } = [];

    /// <summary>Income of a form beside that of the place, k€/year, shape [J].</summary>
    public double[] Income { get; private set; } = [];

    /// <summary>Factor on what a physician offers, 1 on average over the stock of the start, shape [J].</summary>
    public double[] Capacity { get; private set; } = [];

    /// <summary>Measures the mean capacity of the stock of the start: Σ FTE·factor / Σ FTE.</summary>
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

        _meanCapacity = fte > 0 ? capacity / fte : 1;
        Refresh(state);
    }

    /// <summary>Follows centres that opened or closed.</summary>
    public void Refresh(RunState state)
    {
        MspConditions msp = state.Scenario.Practices.Msp;
        int territories = state.Prepared.Territories.Count;
        if (Strength.Length > 0 || state.Centres.Any(c => c.Strength < 1))
        {
            Strength = Strengths(state.Centres, territories);
        }

        if (msp.ChangesIncome)
        {
            double setUp = state.Prepared.Annuity.Of(msp.SetUpCostKeur, 1);
            Income = OfForms(territories, 0, s => (msp.IncomeKeur * s) + msp.TeamPaymentKeur - setUp);
        }

        if (msp.CapacityTimes != 1)
        {
            Capacity = OfForms(territories, 1 / _meanCapacity, s => (1 + ((msp.CapacityTimes - 1) * s)) / _meanCapacity);
        }
    }

    private static double[] Strengths(List<Centre> centres, int territories)
    {
        var (places, strong) = (new double[territories], new double[territories]);
        foreach (Centre centre in centres)
        {
            places[centre.Territory] += centre.Places;
            strong[centre.Territory] += centre.Places * centre.Strength;
        }

        return [.. places.Select((all, i) => all > 0 ? strong[i] / all : 1)];
    }

    private double[] OfForms(int territories, double others, Func<double, double> msp)
    {
        var values = new double[territories * AlternativeTable.Forms];
        Array.Fill(values, others);
        for (int i = 0; i < territories; i++)
        {
            values[AlternativeTable.Of(i, PracticeForm.Msp)] = msp(Strength.Length > 0 ? Strength[i] : 1);
        }

        return values;
    }
}
