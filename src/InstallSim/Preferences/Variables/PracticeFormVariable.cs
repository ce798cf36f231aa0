using InstallSim.World;

namespace InstallSim.Preferences.Variables;

/// <summary>
/// Works in one form of practice rather than alone: 1 for alternatives of the form, else 0; in an MSP the strength of the territory's
/// projects.
/// </summary>
/// <param name="name">Its key.</param>
/// <param name="form">The form.</param>
/// <param name="definition">What it is.</param>
/// <param name="french">What it is, in French.</param>
internal sealed class PracticeFormVariable(string name, PracticeForm form, string definition, string french) : IFormVariable
{
    public string Name => name;

    public string Definition => definition;

    public string French => french;

    public string Unit => form == PracticeForm.Msp ? "0–1" : "0 or 1";

    public CoefficientUnit CoefficientUnit => CoefficientUnit.KeurPerYear;

    public void Fill(in YearView year, Span<double> x)
    {
        for (int j = 0; j < x.Length; j++)
        {
            bool isWeak = form == PracticeForm.Msp && year.CentreStrength.Length > 0;
            x[j] = AlternativeTable.Form(j) != form ? 0 : isWeak ? year.CentreStrength[AlternativeTable.Territory(j)] : 1;
        }
    }
}
