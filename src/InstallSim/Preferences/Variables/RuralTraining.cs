using InstallSim.World;

namespace InstallSim.Preferences.Variables;

/// <summary>A rural territory, for a physician trained in rural practices.</summary>
public sealed class RuralTraining : IWeightedVariable
{
    /// <inheritdoc/>
    public string Name => "rural-training";

    /// <inheritdoc/>
    public string Definition => "A rural territory, for a physician trained in rural practices.";

    /// <inheritdoc/>
    public string Unit => "0 or 1";

    /// <inheritdoc/>
    public CoefficientUnit CoefficientUnit => CoefficientUnit.Utils;

    /// <inheritdoc/>
    public void Fill(in YearView year, Span<double> x)
    {
        for (int j = 0; j < x.Length; j++)
        {
            x[j] = year.Territories.Area[AlternativeTable.Territory(j)] == AreaType.Rural ? 1 : 0;
        }
    }

    /// <inheritdoc/>
    public double Weight(TerritoryTable territories, PhysicianTable physicians, int physician) =>
        physicians.RuralTraining[physician] ? 1 : 0;
}
