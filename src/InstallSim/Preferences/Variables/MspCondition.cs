using InstallSim.World;

namespace InstallSim.Preferences.Variables;

/// <summary>A condition of work in an MSP: its value for alternatives in an MSP, else 0.</summary>
/// <param name="name">Its key.</param>
/// <param name="unit">Unit of x.</param>
/// <param name="definition">What it is.</param>
/// <param name="french">What it is, in French.</param>
/// <param name="value">Value of a year.</param>
internal sealed class MspCondition(string name, string unit, string definition, string french, MspCondition.ValueOf value) : IFormVariable
{
    /// <summary>The value that holds in all MSP of a year.</summary>
    public delegate double ValueOf(in YearView year);

    public string Name => name;

    public string Definition => definition;

    public string French => french;

    public string Unit => unit;

    public CoefficientUnit CoefficientUnit => CoefficientUnit.KeurPerYear;

    public void Fill(in YearView year, Span<double> x)
    {
        double all = value(year);
        for (int j = 0; j < x.Length; j++)
        {
            x[j] = AlternativeTable.Form(j) == PracticeForm.Msp ? all : 0;
        }
    }
}
