using InstallSim.Inputs;
using InstallSim.World;

namespace InstallSim.Policies;

/// <summary>A surgery on wheels (<c>médicobus</c>): consultations without a physician who settles.</summary>
[Called("Mobile unit", "Médicobus")]
internal sealed record MobileUnit : Policy
{
    [Key("consultations-per-year", "Consultations of a unit in each territory concerned.", Unit = "consultations/year",
        Min = 0, Max = 100000,
        Source = "7 to 15 patients a day, five days a week (evidence H5)")]
    [French("Consultations d’une unité dans chaque territoire concerné.")]
    public Quantity ConsultationsPerYear { get; init; } =
        new() { Value = 2500, Low = 1200, High = 4000, Source = "evidence H5; ends ASSUMPTION" };

    [Key("consultations-per-fte", "Consultations of a physician in a year.", Unit = "consultations/year", Min = 1000, Max = 20000,
        Source = "5,400 (evidence B2)")]
    [French("Consultations d’un médecin dans l’année.")]
    public Quantity ConsultationsPerFte { get; init; } = 5400;

    [Key("cost-keur-per-year", "Public cost of a unit.", Unit = "k€/year", Min = 0, Max = 10000,
        Source = "ASSUMPTION: a yearly cost was not found; a vehicle is 70 to 400 k€, its doctor 5.8 k€ a month (evidence H5)")]
    [French("Coût public d’une unité.")]
    public Quantity CostKeurPerYear { get; init; } = new() { Value = 150, Low = 100, High = 250, Source = "ASSUMPTION" };

    public override void Act(in YearView year, bool[] where, List<Act> acts) =>
        acts.Add(new AddCapacity(where, ConsultationsPerYear / ConsultationsPerFte, 1, CostKeurPerYear));
}
