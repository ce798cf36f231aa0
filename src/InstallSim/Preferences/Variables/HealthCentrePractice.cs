using InstallSim.World;

namespace InstallSim.Preferences.Variables;

/// <summary>Works as an employee of a health centre rather than alone.</summary>
public sealed class HealthCentrePractice : IAlternativeVariable
{
    /// <inheritdoc/>
    public string Name => "health-centre-practice";

    /// <inheritdoc/>
    public string Definition => "Works as an employee of a health centre rather than alone.";

    /// <inheritdoc/>
    public string Unit => "0 or 1";

    /// <inheritdoc/>
    public CoefficientUnit CoefficientUnit => CoefficientUnit.KeurPerYear;

    /// <inheritdoc/>
    public void Fill(in YearView year, Span<double> x)
    {
        for (int j = 0; j < x.Length; j++)
        {
            x[j] = AlternativeTable.Form(j) == PracticeForm.HealthCentre ? 1 : 0;
        }
    }
}
