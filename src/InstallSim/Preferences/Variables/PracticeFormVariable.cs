using InstallSim.World;

namespace InstallSim.Preferences.Variables;

/// <summary>Works in one form of practice rather than alone: 1 for alternatives of the form, else 0.</summary>
/// <param name="name">Its key.</param>
/// <param name="form">The form.</param>
/// <param name="definition">What it is.</param>
/// <param name="french">What it is, in French.</param>
public sealed class PracticeFormVariable(string name, PracticeForm form, string definition, string french) : IFormVariable
{
    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public string Definition => definition;

    /// <inheritdoc/>
    public string French => french;

    /// <inheritdoc/>
    public string Unit => "0 or 1";

    /// <inheritdoc/>
    public CoefficientUnit CoefficientUnit => CoefficientUnit.KeurPerYear;

    /// <inheritdoc/>
    public void Fill(in YearView year, Span<double> x)
    {
        for (int j = 0; j < x.Length; j++)
        {
            x[j] = AlternativeTable.Form(j) == form ? 1 : 0;
        }
    }
}
