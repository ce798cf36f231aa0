using InstallSim.World;

namespace InstallSim.Preferences.Variables;

/// <summary>Net income at the place: what the market gives and what policies add.</summary>
internal sealed class Income : ITerritoryVariable
{
    public string Name => "income";

    public string Definition => "Net income at the place: what the market gives and what policies add.";

    public string French => "Revenu net sur place\u00a0: celui du marché et ce que les mesures y ajoutent.";

    public string Unit => "k€/year";

    public CoefficientUnit CoefficientUnit => CoefficientUnit.KeurPerYear;

    public void Fill(in YearView year, Span<double> x)
    {
        for (int i = 0; i < x.Length; i++)
        {
            x[i] = year.Income[i] + year.ExtraIncome[i];
        }
    }
}
