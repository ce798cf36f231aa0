using InstallSim.World;

namespace InstallSim.Preferences.Variables;

/// <summary>The locality lacks shops, services and culture.</summary>
public sealed class PoorlyEquipped : ITerritoryVariable
{
    /// <inheritdoc/>
    public string Name => "poorly-equipped";

    /// <inheritdoc/>
    public string Definition => "The locality lacks shops, services and culture.";

    /// <inheritdoc/>
    public string French => "Le lieu manque de commerces, de services et de culture.";

    /// <inheritdoc/>
    public string Unit => "0–1";

    /// <inheritdoc/>
    public CoefficientUnit CoefficientUnit => CoefficientUnit.KeurPerYear;

    /// <inheritdoc/>
    public void Fill(in YearView year, Span<double> x) => year.Territories.PoorlyEquipped.CopyTo(x);
}
