using InstallSim.Inputs;
using InstallSim.World;

namespace InstallSim.Policies;

/// <summary>A booth for consultations at a distance (<c>télécabine</c>).</summary>
[Called("Telemedicine booth", "Télécabine")]
internal sealed record TelemedicineBooth : Policy
{
    [Key("consultations-per-year", "Consultations in each territory concerned.", Unit = "consultations/year", Min = 0, Max = 100000,
        Source = "15 a month; 122 in 14 months to 180 a month (evidence B4, H5)")]
    [French("Consultations dans chaque territoire concerné.")]
    public Quantity ConsultationsPerYear { get; init; } = new() { Value = 180, Low = 100, High = 2160, Source = "evidence B4, H5" };

    [Key("consultations-per-fte", "Consultations of a physician in a year.", Unit = "consultations/year", Min = 1000, Max = 20000,
        Source = "5,400 (evidence B2)")]
    [French("Consultations d’un médecin dans l’année.")]
    public Quantity ConsultationsPerFte { get; init; } = 5400;

    [Key("cost-keur-per-year", "Public cost of a booth.", Unit = "k€/year", Min = 0, Max = 10000,
        Source = "10 to 15 k€ a year, 68 k€ to buy (evidence B4, H5)")]
    [French("Coût public d’une cabine.")]
    public Quantity CostKeurPerYear { get; init; } =
        new() { Value = 15, Low = 10, High = 30, Source = "evidence B4, H5; upper end ASSUMPTION" };

    public override void Act(in YearView year, bool[] where, List<Act> acts) =>
        acts.Add(new AddCapacity(where, ConsultationsPerYear / ConsultationsPerFte, 1, CostKeurPerYear));
}
