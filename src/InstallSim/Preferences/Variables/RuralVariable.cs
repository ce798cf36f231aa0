using InstallSim.World;

namespace InstallSim.Preferences.Variables;

/// <summary>A rural territory, for those who have a trait: 1 in rural territories, weighed by the trait.</summary>
internal abstract class RuralVariable : ITerritoryVariable
{
    public abstract string Name { get; }

    public abstract string Definition { get; }

    public abstract string French { get; }

    public string Unit => "0 or 1";

    public CoefficientUnit CoefficientUnit => CoefficientUnit.Utils;

    public bool HasWeight => true;

    public void Fill(in YearView year, Span<double> x)
    {
        for (int i = 0; i < x.Length; i++)
        {
            x[i] = year.Territories.Area[i] == AreaType.Rural ? 1 : 0;
        }
    }

    public double Weight(TerritoryTable territories, PhysicianTable physicians, int physician) =>
        HasTrait(territories, physicians, physician) ? 1 : 0;

    /// <summary>Whether a physician has the trait.</summary>
    protected abstract bool HasTrait(TerritoryTable territories, PhysicianTable physicians, int physician);
}
