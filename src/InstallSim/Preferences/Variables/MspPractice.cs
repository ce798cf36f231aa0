using InstallSim.World;

namespace InstallSim.Preferences.Variables;

/// <summary>Works in a multi-professional health centre (MSP) rather than alone.</summary>
public sealed class MspPractice : IAlternativeVariable
{
    /// <inheritdoc/>
    public string Name => "msp-practice";

    /// <inheritdoc/>
    public string Definition => "Works in a multi-professional health centre (MSP) rather than alone.";

    /// <inheritdoc/>
    public string Unit => "0 or 1";

    /// <inheritdoc/>
    public CoefficientUnit CoefficientUnit => CoefficientUnit.KeurPerYear;

    /// <inheritdoc/>
    public void Fill(in YearView year, Span<double> x)
    {
        for (int j = 0; j < x.Length; j++)
        {
            x[j] = AlternativeTable.Form(j) == PracticeForm.Msp ? 1 : 0;
        }
    }
}
