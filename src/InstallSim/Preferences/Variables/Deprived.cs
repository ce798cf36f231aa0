using InstallSim.World;

namespace InstallSim.Preferences.Variables;

/// <summary>The population is deprived.</summary>
internal sealed class Deprived : ITerritoryVariable
{
    public string Name => "deprived";

    public string Definition => "The population is deprived.";

    public string French => "La population est défavorisée.";

    public string Unit => "0–1";

    public CoefficientUnit CoefficientUnit => CoefficientUnit.KeurPerYear;

    public void Fill(in YearView year, Span<double> x) => year.Territories.Deprivation.CopyTo(x);
}
