using InstallSim.Inputs;
using InstallSim.World;

namespace InstallSim.Policies;

/// <summary>Nurses in advanced practice who follow patients beside physicians (<c>infirmiers en pratique avancée</c>, IPA).</summary>
[Called("Advanced practice nurses (IPA)", "Infirmiers en pratique avancée (IPA)")]
internal sealed record AdvancedPracticeNurses : Policy
{
    [Key("nurses", "Nurses in each territory concerned.", Min = 0, Max = 1000,
        Source = "ASSUMPTION")]
    [French("Infirmiers dans chaque territoire concerné.")]
    public Quantity Nurses { get; init; } = 1;

    [Key("patients-each", "Patients whom each follows in a physician’s place.", Unit = "patients", Min = 0, Max = 5000,
        Source = "114 on average at the end of 2021, half of them 37 or fewer; 184 a year (evidence H5); that they spare physicians as " +
        "many is an ASSUMPTION")]
    [French("Patients que chacun suit à la place d’un médecin.")]
    public Quantity PatientsEach { get; init; } = new() { Value = 150, Low = 40, High = 200, Source = "evidence H5" };

    [Key("patients-per-fte", "Patients whom a physician sees in a year.", Unit = "patients", Min = 100, Max = 10000,
        Source = "1,643 in 2021 (evidence H3)")]
    [French("Patients qu’un médecin voit dans l’année.")]
    public Quantity PatientsPerFte { get; init; } = 1643;

    [Key("cost-keur-each", "Public cost of each nurse.", Unit = "k€/year", Min = 0, Max = 1000,
        Source = "ASSUMPTION")]
    [French("Coût public de chaque infirmier.")]
    public Quantity CostKeurEach { get; init; } = new() { Value = 45, Low = 30, High = 60, Source = "ASSUMPTION" };

    public override void Act(in YearView year, bool[] where, List<Act> acts) =>
        acts.Add(new AddCapacity(where, Nurses * PatientsEach / PatientsPerFte, 1, Nurses * CostKeurEach));
}
