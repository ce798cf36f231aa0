using InstallSim.Choice.Kernels;
using InstallSim.World;

namespace InstallSim.Preferences.Variables;

/// <summary>ln of the share of the study's patient lists to take over that the territory has.</summary>
public sealed class Vacancies : ITerritoryVariable
{
    /// <inheritdoc/>
    public string Name => "vacancies";

    /// <inheritdoc/>
    public string Definition => "ln of the share of the study's patient lists to take over that the territory has.";

    /// <inheritdoc/>
    public string French => "ln de la part, dans l’étude, des patientèles à reprendre que compte le territoire.";

    /// <inheritdoc/>
    public string Unit => "ln";

    /// <inheritdoc/>
    public CoefficientUnit CoefficientUnit => CoefficientUnit.Utils;

    /// <inheritdoc/>
    public void Fill(in YearView year, Span<double> x)
    {
        for (int i = 0; i < x.Length; i++)
        {
            x[i] = Elementary.Log(year.Vacancies[i]);
        }
    }
}
