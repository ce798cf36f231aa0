using InstallSim.Inputs;
using InstallSim.World;

namespace InstallSim.Policies;

/// <summary>
/// Guarantees an income to newcomers for some years: who would earn less is paid the difference (<c>praticien territorial de médecine
/// générale</c>, PTMG).
/// </summary>
[Called("Income guarantee (PTMG)", "Garantie de revenu (PTMG)")]
internal sealed record IncomeGuarantee : Policy
{
    [Key("guaranteed-keur-per-year", "Income guaranteed.", Unit = "k€/year", Min = 0, Max = 500,
        Source = "6.9 k€ a month gross, at most 2 years (evidence H1)")]
    [French("Revenu garanti.")]
    public Quantity GuaranteedKeurPerYear { get; init; } = 82.8;

    [Key("years", "Years that a newcomer is guaranteed it.", Unit = "years", Min = 1, Max = 30,
        Source = "at most 2 years (evidence H1)")]
    [French("Années pendant lesquelles un arrivant en bénéficie.")]
    public int Years { get; init; } = 2;

    public override void Act(in YearView year, bool[] where, List<Act> acts)
    {
        // One offer for each whole k€ that is missing: what a place pays is known to a k€.
        foreach (IGrouping<int, int> missing in Missing(year, where).OrderBy(g => g.Key))
        {
            var places = new bool[where.Length];
            foreach (int i in missing)
            {
                places[i] = true;
            }

            acts.Add(new Offer(places, Recipients.FirstInstallations, missing.Key, Years));
        }
    }

    private IEnumerable<IGrouping<int, int>> Missing(in YearView year, bool[] where)
    {
        double[] income = [.. year.Income];
        return Enumerable.Range(0, where.Length).Where(i => where[i] && GuaranteedKeurPerYear - income[i] >= 0.5)
            .GroupBy(i => (int)Math.Round(GuaranteedKeurPerYear - income[i]));
    }
}
