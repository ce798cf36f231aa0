using InstallSim.World;

namespace InstallSim.Preferences.Variables;

/// <summary>Weekly hours beyond the mean: where physicians are few, each works longer.</summary>
internal sealed class WorkingHours : ITerritoryVariable
{
    public string Name => "working-hours";

    public string Definition => "Weekly hours beyond the mean: where physicians are few, each works longer.";

    public string French => "Heures hebdomadaires au-delà de la moyenne\u00a0: où les médecins sont rares, chacun travaille plus.";

    public string Unit => "hours/week";

    public CoefficientUnit CoefficientUnit => CoefficientUnit.KeurPerYear;

    public void Fill(in YearView year, Span<double> x)
    {
        for (int i = 0; i < x.Length; i++)
        {
            x[i] = year.ExtraHours[i];
        }
    }
}
