using InstallSim.World;

namespace InstallSim.Preferences.Variables;

/// <summary>Lies in the capital region (Île-de-France), where rents are highest and fees lowest.</summary>
internal sealed class CapitalRegion : ITerritoryVariable
{
    // Code of the region by INSEE.
    private const string CapitalRegionCode = "11";

    public string Name => "capital-region";

    public string Definition => "Lies in the capital region (Île-de-France), where rents are highest and fees lowest.";

    public string French => "En région capitale (Île-de-France), où les loyers sont les plus élevés et les honoraires les plus bas.";

    public string Unit => "0 or 1";

    public CoefficientUnit CoefficientUnit => CoefficientUnit.Utils;

    public void Fill(in YearView year, Span<double> x)
    {
        for (int i = 0; i < x.Length; i++)
        {
            x[i] = year.Territories.Region[i] == CapitalRegionCode ? 1 : 0;
        }
    }
}
