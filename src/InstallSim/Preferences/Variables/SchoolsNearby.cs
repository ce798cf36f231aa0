using InstallSim.World;

namespace InstallSim.Preferences.Variables;

/// <summary>Schools and child care are good; concerns physicians with children.</summary>
public sealed class SchoolsNearby : ITerritoryVariable
{
    /// <inheritdoc/>
    public string Name => "schools";

    /// <inheritdoc/>
    public string Definition => "Schools and child care are good; concerns physicians with children.";

    /// <inheritdoc/>
    public string French => "Les écoles et la garde d’enfants sont bonnes\u00a0; concerne les médecins qui ont des enfants.";

    /// <inheritdoc/>
    public string Unit => "0–1";

    /// <inheritdoc/>
    public CoefficientUnit CoefficientUnit => CoefficientUnit.KeurPerYear;

    /// <inheritdoc/>
    public void Fill(in YearView year, Span<double> x) => year.Territories.Schools.CopyTo(x);

    /// <inheritdoc/>
    public double Weight(TerritoryTable territories, PhysicianTable physicians, int physician) => physicians.Children[physician] ? 1 : 0;
}
