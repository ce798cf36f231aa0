using InstallSim.Choice.Kernels;
using InstallSim.World;

namespace InstallSim.Preferences.Variables;

/// <summary>ln of the share of the study's patient lists to take over that the territory has.</summary>
public sealed class Vacancies : IAlternativeVariable
{
    /// <inheritdoc/>
    public string Name => "vacancies";

    /// <inheritdoc/>
    public string Definition => "ln of the share of the study's patient lists to take over that the territory has.";

    /// <inheritdoc/>
    public string Unit => "ln";

    /// <inheritdoc/>
    public CoefficientUnit CoefficientUnit => CoefficientUnit.Utils;

    /// <inheritdoc/>
    public void Fill(in YearView year, Span<double> x)
    {
        for (int j = 0; j < x.Length; j++)
        {
            x[j] = Elementary.Log(year.Vacancies[AlternativeTable.Territory(j)]);
        }
    }
}
