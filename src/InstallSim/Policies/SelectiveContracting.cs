using InstallSim.Inputs;
using InstallSim.World;

namespace InstallSim.Policies;

/// <summary>
/// Lets physicians settle in well-supplied territories only when others leave (<c>conventionnement sélectif</c>). Applies to first
/// installations and to moves into the territory; moves between forms within it are free. A slot that nobody takes is kept.
/// </summary>
[Called("Selective contracting", "Conventionnement sélectif")]
internal sealed record SelectiveContracting : Policy
{
    [Key("entries-per-departure", "Physicians who may settle for each one who leaves the territory.", Min = 0, Max = 10,
        Source = "1: the bill debated in France in 2025 (evidence G)")]
    [French("Médecins qui peuvent s’installer pour chaque médecin qui quitte le territoire.")]
    public Quantity EntriesPerDeparture { get; init; } = 1;

    [Key("slots-expire-years", "Years after which a slot that nobody took is lost; kept without end when not given.", Unit = "years",
        Min = 1, Max = 50)]
    [French(
        "Années après lesquelles une place que personne n’a prise est perdue\u00a0; gardée sans fin si rien n’est " +
        "dit.")]
    public int? SlotsExpireYears { get; init; }

    public override bool IsPaid => false;

    public override bool LimitsEntries => true;

    public override void Act(in YearView year, bool[] where, List<Act> acts) =>
        acts.Add(new Limit(where, EntriesPerDeparture, SlotsExpireYears));
}
