using InstallSim.World;

namespace InstallSim.Preferences.Variables;

/// <summary>Weekly hours beyond the mean: where physicians are few, each works longer.</summary>
public sealed class WorkingHours : ITerritoryVariable
{
    /// <inheritdoc/>
    public string Name => "working-hours";

    /// <inheritdoc/>
    public string Definition => "Weekly hours beyond the mean: where physicians are few, each works longer.";

    /// <inheritdoc/>
    public string French => "Heures hebdomadaires au-delà de la moyenne\u00a0: où les médecins sont rares, chacun travaille plus.";

    /// <inheritdoc/>
    public string Unit => "hours/week";

    /// <inheritdoc/>
    public CoefficientUnit CoefficientUnit => CoefficientUnit.KeurPerYear;

    /// <inheritdoc/>
    public void Fill(in YearView year, Span<double> x)
    {
        for (int i = 0; i < x.Length; i++)
        {
            x[i] = year.ExtraHours[i];
        }
    }
}
