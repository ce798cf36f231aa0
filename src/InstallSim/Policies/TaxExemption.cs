using InstallSim.Inputs;
using InstallSim.World;

namespace InstallSim.Policies;

/// <summary>
/// Exempts the income of whoever settles from tax, whole at first and then in steps (<c>exonération en zone FRR</c>, formerly ZRR).
/// </summary>
[Called("Tax exemption (FRR)", "Exonération fiscale (FRR)")]
internal sealed record TaxExemption : Policy
{
    [Key("keur-per-year", "Tax that a physician saves in a year of whole exemption.", Unit = "k€/year", Min = 0, Max = 200,
        Source = "76.2 M€ for a little over 5,000 beneficiaries in 2023, towns’ zones (ZFU) among them (evidence H1)")]
    [French("Impôt qu’un médecin économise dans une année d’exonération totale.")]
    public Quantity KeurPerYear { get; init; } = new() { Value = 15, Low = 10, High = 20, Source = "evidence H1; ends ASSUMPTION" };

    [Key("whole-years", "Years of whole exemption; three years of 75, 50 and 25 % follow.", Unit = "years", Min = 0, Max = 30,
        Source = "100 % for 5 years, then 75, 50, 25 % (evidence H0, H1)")]
    [French("Années d’exonération totale\u00a0; trois années à 75, 50 et 25\u00a0% suivent.")]
    public int WholeYears { get; init; } = 5;

    [Key("known-to", "Share of physicians who know of the aid.", Min = 0, Max = 1,
        Source = "1: all know, an ASSUMPTION")]
    [French("Part des médecins qui connaissent l’aide.")]
    public Quantity KnownTo { get; init; } = 1;

    public override void Act(in YearView year, bool[] where, List<Act> acts)
    {
        // Four quarters, each a year longer than the one before, are the whole exemption and then its steps.
        for (int steps = 0; steps <= 3; steps++)
        {
            if (WholeYears + steps > 0)
            {
                acts.Add(new Offer(where, Recipients.FirstInstallations | Recipients.Movers, KeurPerYear / 4, WholeYears + steps)
                {
                    KnownTo = KnownTo,
                });
            }
        }
    }
}
