using InstallSim.World;

namespace InstallSim.Preferences.Variables;

/// <summary>Schools and child care are good; concerns physicians with children.</summary>
internal sealed class SchoolsNearby : ITerritoryVariable
{
    public string Name => "schools";

    public string Definition => "Schools and child care are good; concerns physicians with children.";

    public string French => "Les écoles et la garde d’enfants sont bonnes\u00a0; concerne les médecins qui ont des enfants.";

    public string Unit => "0–1";

    public CoefficientUnit CoefficientUnit => CoefficientUnit.KeurPerYear;

    public void Fill(in YearView year, Span<double> x) => year.Territories.Schools.CopyTo(x);

    public bool HasWeight => true;

    public double Weight(TerritoryTable territories, PhysicianTable physicians, int physician) => physicians.Children[physician] ? 1 : 0;
}
