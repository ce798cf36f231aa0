using InstallSim.Inputs;
using InstallSim.World;

namespace InstallSim.Policies;

/// <summary>A loan without interest for setting up (<c>prêt à taux zéro</c>): what counts is the interest saved.</summary>
[Called("Set-up loan", "Prêt d’installation")]
internal sealed record SetupLoan : Policy
{
    [Key("amount-keur", "Amount lent.", Unit = "k€", Min = 0, Max = 1000,
        Source = "a specialist’s set-up costs 15 to 150 k€ (evidence B4); as much for a GP is an ASSUMPTION")]
    [French("Montant prêté.")]
    public Quantity AmountKeur { get; init; } = new() { Value = 80, Low = 15, High = 150, Source = "evidence B4; for GPs ASSUMPTION" };

    [Key("years", "Years over which it is paid back in equal parts.", Unit = "years", Min = 1, Max = 40,
        Source = "ASSUMPTION")]
    [French("Années sur lesquelles il est remboursé à parts égales.")]
    public int Years { get; init; } = 7;

    [Key("market-rate", "Interest that a bank would ask, a share a year.", Min = 0, Max = 0.5,
        Source = "ASSUMPTION")]
    [Plausible(0.001, 0.2, "0.035 is 3.5 % a year", "«\u00a00.035\u00a0» fait 3,5\u00a0% par an")]
    [French("Intérêt que demanderait une banque, en part par an.")]
    public Quantity MarketRate { get; init; } = new() { Value = 0.035, Low = 0.02, High = 0.05, Source = "ASSUMPTION" };

    /// <summary>Interest saved, as a payment once: A − (A/n)·Σ (1 + r)^−t, t = 1..n, k€.</summary>
    public double GrantKeur
    {
        get
        {
            (double discounted, double factor) = (0, 1);
            for (int t = 1; t <= Years; t++)
            {
                factor /= 1 + MarketRate;
                discounted += factor;
            }

            return MarketRate == 0 ? 0 : AmountKeur - (AmountKeur / Years * discounted);
        }
    }

    public override void Act(in YearView year, bool[] where, List<Act> acts) =>
        acts.Add(new Offer(where, Recipients.FirstInstallations, GrantKeur, 1));
}
