using InstallSim.World;

namespace InstallSim.Preferences.Variables;

/// <summary>The population is deprived.</summary>
public sealed class Deprived : ITerritoryVariable
{
    /// <inheritdoc/>
    public string Name => "deprived";

    /// <inheritdoc/>
    public string Definition => "The population is deprived.";

    /// <inheritdoc/>
    public string French => "La population est défavorisée.";

    /// <inheritdoc/>
    public string Unit => "0–1";

    /// <inheritdoc/>
    public CoefficientUnit CoefficientUnit => CoefficientUnit.KeurPerYear;

    /// <inheritdoc/>
    public void Fill(in YearView year, Span<double> x) => year.Territories.Deprivation.CopyTo(x);
}
