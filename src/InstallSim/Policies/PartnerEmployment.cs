using InstallSim.Inputs;
using InstallSim.World;

namespace InstallSim.Policies;

/// <summary>
/// Finds work for partners who have a career (<c>emploi du conjoint</c>): the job market of a place is less limited for them.
/// </summary>
[Called("Employment for partners", "Emploi du conjoint")]
internal sealed record PartnerEmployment : Policy
{
    [Key("jobs-found", "What is added to the job market of a territory, on the scale from 0 (none) to 1 (that of a metropolis).",
        Min = 0, Max = 1,
        Source = "ASSUMPTION; a poor job market is an odds ratio of 0.62 for doctors with a highly educated spouse (evidence I6, P1)")]
    [French("Ce qui s’ajoute au marché de l’emploi d’un territoire, de 0 (rien) à 1 (celui d’une métropole).")]
    public Quantity JobsFound { get; init; } = new() { Value = 0.3, Low = 0.1, High = 0.5, Source = "ASSUMPTION" };

    [Key("cost-keur-per-year", "Public cost for each territory concerned.", Unit = "k€/year", Min = 0, Max = 10000,
        Source = "ASSUMPTION: half a post")]
    [French("Coût public pour chaque territoire concerné.")]
    public Quantity CostKeurPerYear { get; init; } = new() { Value = 30, Low = 15, High = 60, Source = "ASSUMPTION" };

    public override void Act(in YearView year, bool[] where, List<Act> acts) =>
        acts.Add(new Improve(where, "partner-jobs-limited", -JobsFound, CostKeurPerYear));
}
