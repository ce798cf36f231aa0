using InstallSim.World;

namespace InstallSim.Preferences.Variables;

/// <summary>A rural territory, for a woman.</summary>
public sealed class WomenRural : ITerritoryVariable
{
    /// <inheritdoc/>
    public string Name => "women-rural";

    /// <inheritdoc/>
    public string Definition => "A rural territory, for a woman.";

    /// <inheritdoc/>
    public string French => "Territoire rural, pour une femme.";

    /// <inheritdoc/>
    public string Unit => "0 or 1";

    /// <inheritdoc/>
    public CoefficientUnit CoefficientUnit => CoefficientUnit.Utils;

    /// <inheritdoc/>
    public void Fill(in YearView year, Span<double> x)
    {
        for (int i = 0; i < x.Length; i++)
        {
            x[i] = year.Territories.Area[i] == AreaType.Rural ? 1 : 0;
        }
    }

    /// <inheritdoc/>
    public double Weight(TerritoryTable territories, PhysicianTable physicians, int physician) => physicians.IsWoman[physician] ? 1 : 0;
}
