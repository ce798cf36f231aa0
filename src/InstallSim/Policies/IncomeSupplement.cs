using InstallSim.Inputs;
using InstallSim.World;

namespace InstallSim.Policies;

/// <summary>A yearly payment for some years to whoever settles in a territory concerned (<c>majoration de revenu</c>).</summary>
[Called("Income supplement", "Majoration de revenu")]
internal sealed record IncomeSupplement : Policy
{
    [Key("keur-per-year", "Payment to each physician who settles.", Required = true, Unit = "k€/year", Min = 0, Max = 500)]
    [Plausible(0.2, 300, "in thousands of euros; physicians earn some 80 k€ a year",
        "en milliers d’euros\u00a0; un médecin gagne quelque 80 k€ par an")]
    [French("Versement à chaque médecin qui s’installe.")]
    public Quantity KeurPerYear { get; init; } = 0;

    [Key("years", "Years that each physician is paid, from the year of settling.", Unit = "years", Min = 1, Max = 50,
        Source = "COSCOM contracts last 3 years (evidence B4)")]
    [French("Années pendant lesquelles chaque médecin est payé, à compter de son arrivée.")]
    public int Years { get; init; } = 3;

    [Key("movers", "Whether physicians who move in from another territory are paid too, not only first installations.")]
    [French(
        "Si les médecins qui viennent d’un autre territoire sont payés aussi, et non les seules premières " +
        "installations.")]
    public bool Movers { get; init; } = true;

    [Key("present",
        "Whether physicians who practise there already are paid too, in every year that they stay while the policy is in force; who " +
        "comes is then paid as long, whatever 'years' says.")]
    [French(
        "Si les médecins déjà en place sont payés aussi, chaque année où ils restent tant que la mesure est en " +
        "vigueur\u00a0; qui arrive est alors payé aussi longtemps, quoi que dise «\u00a0years\u00a0».")]
    public bool Present { get; init; }

    [Key("known-to", "Share of physicians who know of the aid.", Min = 0, Max = 1,
        Source = "1: all know. Half of the beneficiaries of a Canadian aid heard of it by chance (evidence I1, I18): 0.3–0.8 ASSUMPTION")]
    [French("Part des médecins qui connaissent l’aide.")]
    public Quantity KnownTo { get; init; } = 1;

    public override void Act(in YearView year, bool[] where, List<Act> acts)
    {
        Recipients to = Recipients.FirstInstallations | (Movers ? Recipients.Movers : 0);
        int years = Present ? Math.Min(50, (Until ?? 9999) - year.Year + 1) : Years;
        acts.Add(new Offer(where, to, KeurPerYear, years) { KnownTo = KnownTo });
        if (Present)
        {
            acts.Add(new Offer(where, Recipients.Present, KeurPerYear, 1) { KnownTo = KnownTo });
        }
    }
}
