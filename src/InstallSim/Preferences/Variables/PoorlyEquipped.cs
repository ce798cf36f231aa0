using InstallSim.World;

namespace InstallSim.Preferences.Variables;

/// <summary>The locality lacks shops, services and culture.</summary>
internal sealed class PoorlyEquipped : ITerritoryVariable
{
    public string Name => "poorly-equipped";

    public string Definition => "The locality lacks shops, services and culture.";

    public string French => "Le lieu manque de commerces, de services et de culture.";

    public string Unit => "0–1";

    public CoefficientUnit CoefficientUnit => CoefficientUnit.KeurPerYear;

    public void Fill(in YearView year, Span<double> x) => year.Territories.PoorlyEquipped.CopyTo(x);
}
