using InstallSim.World;

namespace InstallSim.Preferences.Variables;

/// <summary>
/// The main town has a size: 1 where its inhabitants are from <paramref name="from"/> to below <paramref name="below"/>, else 0.
/// </summary>
/// <param name="name">Its key.</param>
/// <param name="from">Least inhabitants.</param>
/// <param name="below">Most inhabitants, exclusive.</param>
/// <param name="definition">What it is.</param>
/// <param name="french">What it is, in French.</param>
internal sealed class TownSizeVariable(string name, double from, double below, string definition, string french) : ITerritoryVariable
{
    public string Name => name;

    public string Definition => definition;

    public string French => french;

    public string Unit => "0 or 1";

    public CoefficientUnit CoefficientUnit => CoefficientUnit.KeurPerYear;

    public void Fill(in YearView year, Span<double> x)
    {
        for (int i = 0; i < x.Length; i++)
        {
            double inhabitants = year.Territories.MainTownPopulation[i];
            x[i] = inhabitants >= from && inhabitants < below ? 1 : 0;
        }
    }
}
