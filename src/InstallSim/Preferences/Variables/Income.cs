using InstallSim.World;

namespace InstallSim.Preferences.Variables;

/// <summary>Net income at the place: what the market gives and what policies add.</summary>
public sealed class Income : ITerritoryVariable
{
    /// <inheritdoc/>
    public string Name => "income";

    /// <inheritdoc/>
    public string Definition => "Net income at the place: what the market gives and what policies add.";

    /// <inheritdoc/>
    public string French => "Revenu net sur place\u00a0: celui du marché et ce que les mesures y ajoutent.";

    /// <inheritdoc/>
    public string Unit => "k€/year";

    /// <inheritdoc/>
    public CoefficientUnit CoefficientUnit => CoefficientUnit.KeurPerYear;

    /// <inheritdoc/>
    public void Fill(in YearView year, Span<double> x)
    {
        for (int i = 0; i < x.Length; i++)
        {
            x[i] = year.Income[i] + year.ExtraIncome[i];
        }
    }
}
