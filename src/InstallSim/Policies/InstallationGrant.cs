using InstallSim.Inputs;
using InstallSim.World;

namespace InstallSim.Policies;

/// <summary>A one-off grant for a first installation (<c>aide à l'installation</c>), weighed by the physician as an annuity.</summary>
[Called("Grant for a first installation", "Aide à la primo-installation")]
internal sealed record InstallationGrant : Policy
{
    [Key("amount-keur", "Amount paid once.", Required = true, Unit = "k€", Min = 0, Max = 1000)]
    [Plausible(0.5, 500, "grants in France were 5 to 50 k€", "en France, les aides étaient de 5 à 50 k€")]
    [French("Montant versé en une fois.")]
    public Quantity AmountKeur { get; init; } = 0;

    [Key("commitment-years",
        "Years that the physician commits to stay; who leaves before pays back the part not served. 0 for no commitment.", Unit = "years",
        Min = 0, Max = 30,
        Source = "the CAIM of 2016 to 2025 bound for 5 years, the aids of 2026 do not (evidence B4, H1); pay-back in proportion is an " +
        "ASSUMPTION")]
    [French(
        "Années pendant lesquelles le médecin s’engage à rester\u00a0; qui part avant rembourse la part non " +
        "accomplie. 0\u00a0: sans engagement.")]
    public int CommitmentYears { get; init; }

    [Key("known-to", "Share of physicians who know of the aid.", Min = 0, Max = 1,
        Source = "1: all know. Half of the beneficiaries of a Canadian aid heard of it by chance (evidence I1, I18): 0.3–0.8 ASSUMPTION")]
    [French("Part des médecins qui connaissent l’aide.")]
    public Quantity KnownTo { get; init; } = 1;

    public override void Act(in YearView year, bool[] where, List<Act> acts) => acts.Add(
        new Offer(where, Recipients.FirstInstallations, AmountKeur, 1) { CommitmentYears = CommitmentYears, KnownTo = KnownTo });
}
