using InstallSim.Inputs;
using InstallSim.World;

namespace InstallSim.Policies;

/// <summary>Assistants who let a physician see more patients (<c>assistants médicaux</c>).</summary>
[Called("Medical assistants", "Assistants médicaux")]
internal sealed record MedicalAssistants : Policy
{
    [Key("share", "Share of physicians who have one.", Min = 0, Max = 1,
        Source = "5,283 contracts, 15 % of eligible GPs in October 2024 (evidence H0)")]
    [French("Part des médecins qui en ont un.")]
    public Quantity Share { get; init; } = 0.15;

    [Key("capacity-added", "What an assistant adds to what a physician offers.", Min = 0, Max = 2,
        Source = "acts +7, active patients +10, lists +13 points against others, 402 early volunteers (evidence H5, I5)")]
    [Plausible(0.005, 0.5, "0.08 is 8 % of capacity", "«\u00a00.08\u00a0» fait 8\u00a0% de la capacité")]
    [French("Ce qu’un assistant ajoute à ce qu’offre un médecin.")]
    public Quantity CapacityAdded { get; init; } = new() { Value = 0.08, Low = 0.04, High = 0.13, Source = "evidence I5, D4 and H5" };

    [Key("cost-keur-per-assistant", "Public cost of an assistant.", Unit = "k€/year", Min = 0, Max = 1000,
        Source = "38, 28 and 22 k€ in years 1, 2 and 3 for a whole post (evidence H5)")]
    [French("Coût public d’un assistant.")]
    public Quantity CostKeurPerAssistant { get; init; } = new() { Value = 28, Low = 22, High = 38, Source = "evidence H5" };

    public override void Act(in YearView year, bool[] where, List<Act> acts) =>
        acts.Add(new AddCapacity(where, 0, 1 + (Share * CapacityAdded), 0) { KeurPerPhysician = Share * CostKeurPerAssistant });
}
