using InstallSim.World;

namespace InstallSim.Preferences.Variables;

/// <summary>A rural territory, for a physician born in one.</summary>
public sealed class RuralOrigin : ITerritoryVariable
{
    /// <inheritdoc/>
    public string Name => "rural-origin";

    /// <inheritdoc/>
    public string Definition => "A rural territory, for a physician born in one.";

    /// <inheritdoc/>
    public string French => "Territoire rural, pour un médecin né en territoire rural.";

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
    public double Weight(TerritoryTable territories, PhysicianTable physicians, int physician) =>
        physicians.BirthTerritory[physician] is >= 0 and int birth && territories.Area[birth] == AreaType.Rural ? 1 : 0;
}
