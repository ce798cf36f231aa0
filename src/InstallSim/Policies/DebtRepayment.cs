using InstallSim.Inputs;
using InstallSim.World;

namespace InstallSim.Policies;

/// <summary>Pays back debts of whoever settles, year by year, for staying (<c>remboursement de prêt</c>).</summary>
[Called("Repayment of debts", "Remboursement de prêts")]
internal sealed record DebtRepayment : Policy
{
    [Key("keur-per-year", "Payment to each physician for a year.", Unit = "k€/year", Min = 0, Max = 500,
        Source = "ASSUMPTION")]
    [French("Versement à chaque médecin pour une année.")]
    public Quantity KeurPerYear { get; init; } = new() { Value = 20, Low = 10, High = 40, Source = "ASSUMPTION" };

    [Key("years", "Years paid, and years that the physician commits to stay; who leaves before pays back the part not served.",
        Unit = "years", Min = 1, Max = 30,
        Source = "ASSUMPTION")]
    [French(
        "Années payées, et années pendant lesquelles le médecin s’engage à rester\u00a0; qui part avant rembourse la " +
        "part non accomplie.")]
    public int Years { get; init; } = 3;

    public override void Act(in YearView year, bool[] where, List<Act> acts) =>
        acts.Add(new Offer(where, Recipients.FirstInstallations, KeurPerYear, Years) { CommitmentYears = Years });
}
