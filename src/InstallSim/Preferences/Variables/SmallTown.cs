using InstallSim.World;

namespace InstallSim.Preferences.Variables;

/// <summary>The main town has 5,000 to 20,000 inhabitants.</summary>
public sealed class SmallTown : IAlternativeVariable
{
    /// <inheritdoc/>
    public string Name => "small-town";

    /// <inheritdoc/>
    public string Definition => "The main town has 5,000 to 20,000 inhabitants.";

    /// <inheritdoc/>
    public string Unit => "0 or 1";

    /// <inheritdoc/>
    public CoefficientUnit CoefficientUnit => CoefficientUnit.KeurPerYear;

    /// <inheritdoc/>
    public void Fill(in YearView year, Span<double> x)
    {
        for (int j = 0; j < x.Length; j++)
        {
            x[j] = year.Territories.MainTownPopulation[AlternativeTable.Territory(j)] is >= 5000 and < 20000 ? 1 : 0;
        }
    }
}
