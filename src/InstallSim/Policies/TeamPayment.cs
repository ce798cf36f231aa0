using InstallSim.Inputs;
using InstallSim.World;

namespace InstallSim.Policies;

/// <summary>
/// Pays those who practise in a multi-professional health centre for working as a team (<c>accord conventionnel interprofessionnel</c>,
/// ACI).
/// </summary>
[Called("Payment of teams (ACI)", "Rémunération d’équipe (ACI)")]
internal sealed record TeamPayment : Policy
{
    [Key("keur-per-year", "What each physician of a centre has of it.", Unit = "k€/year", Min = 0, Max = 200,
        Source = "17 k€ for each GP of a centre in 2023 (evidence H4), most of it for the team: 5 is an ASSUMPTION, and that who " +
            "changes to the centre of the same place does not weigh it")]
    [French("Ce que chaque médecin d’une maison de santé en reçoit.")]
    public Quantity KeurPerYear { get; init; } = new() { Value = 5, Low = 2, High = 17, Source = "ASSUMPTION up to all of the ACI" };

    public override void Act(in YearView year, bool[] where, List<Act> acts)
    {
        int years = Math.Min(50, (Until ?? 9999) - year.Year + 1);
        acts.Add(new Offer(where, Recipients.FirstInstallations | Recipients.Movers, KeurPerYear, years) { Form = PracticeForm.Msp });
        acts.Add(new Offer(where, Recipients.Present, KeurPerYear, 1) { Form = PracticeForm.Msp });
    }
}
