using InstallSim.World;

namespace InstallSim.Preferences.Variables;

/// <summary>A rural territory, for a physician born in one.</summary>
internal sealed class RuralOrigin : ITerritoryVariable
{
    public string Name => "rural-origin";

    public string Definition => "A rural territory, for a physician born in one.";

    public string French => "Territoire rural, pour un médecin né en territoire rural.";

    public string Unit => "0 or 1";

    public CoefficientUnit CoefficientUnit => CoefficientUnit.Utils;

    public void Fill(in YearView year, Span<double> x)
    {
        for (int i = 0; i < x.Length; i++)
        {
            x[i] = year.Territories.Area[i] == AreaType.Rural ? 1 : 0;
        }
    }

    public bool HasWeight => true;

    public double Weight(TerritoryTable territories, PhysicianTable physicians, int physician) =>
        physicians.BirthTerritory[physician] is >= 0 and int birth && territories.Area[birth] == AreaType.Rural ? 1 : 0;
}
