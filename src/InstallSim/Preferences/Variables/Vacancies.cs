using InstallSim.Choice.Kernels;
using InstallSim.World;

namespace InstallSim.Preferences.Variables;

/// <summary>ln of the share of the study's patient lists to take over that the territory has.</summary>
internal sealed class Vacancies : ITerritoryVariable
{
    public string Name => "vacancies";

    public string Definition => "ln of the share of the study's patient lists to take over that the territory has.";

    public string French => "ln de la part, dans l’étude, des patientèles à reprendre que compte le territoire.";

    public string Unit => "ln";

    public bool IsLogarithm => true;

    public CoefficientUnit CoefficientUnit => CoefficientUnit.Utils;

    public void Fill(in YearView year, Span<double> x)
    {
        for (int i = 0; i < x.Length; i++)
        {
            // Where there is no list at all no place is open, and 0 times the logarithm of 0 is no number.
            x[i] = year.Vacancies[i] > 0 ? Elementary.Log(year.Vacancies[i]) : 0;
        }
    }
}
