using InstallSim.World;

namespace InstallSim.Preferences.Variables;

/// <summary>A rural territory, for a physician trained in rural practices.</summary>
internal sealed class RuralTraining : ITerritoryVariable
{
    public string Name => "rural-training";

    public string Definition => "A rural territory, for a physician trained in rural practices.";

    public string French => "Territoire rural, pour un médecin formé dans des cabinets ruraux.";

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
        physicians.RuralTraining[physician] ? 1 : 0;
}
