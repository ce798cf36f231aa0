using InstallSim.World;

namespace InstallSim.Preferences.Variables;

/// <summary>What a form of practice adds to the income of the place; its coefficient is 1 unless named, as that of income.</summary>
internal sealed class PracticeIncome : IFormVariable
{
    public string Name => "practice-income";

    public string Definition => "income of an MSP beside that of the place: what it adds, team payment, less what coming in costs.";

    public string French =>
        "Revenu d’une MSP en plus de celui du lieu\u00a0: ce qu’elle ajoute, rémunération d’équipe, moins le coût d’entrée.";

    public string Unit => "k€/year";

    public CoefficientUnit CoefficientUnit => CoefficientUnit.KeurPerYear;

    public void Fill(in YearView year, Span<double> x)
    {
        if (year.FormIncome.Length > 0)
        {
            year.FormIncome.CopyTo(x);
        }
        else
        {
            x.Clear();
        }
    }
}
