using InstallSim.Inputs;
using InstallSim.World;

namespace InstallSim.Policies;

/// <summary>
/// Days on which specialists of a hospital see patients in a health centre of another territory (<c>consultations avancées</c>).
/// </summary>
[Called("Advanced consultations", "Consultations avancées")]
internal sealed record AdvancedConsultations : Policy
{
    [Key("days-per-month", "Days a month that specialists give in each territory concerned.", Unit = "days/month", Min = 0, Max = 60,
        Source = "ASSUMPTION")]
    [French("Jours par mois que des spécialistes donnent dans chaque territoire concerné.")]
    public Quantity DaysPerMonth { get; init; } = new() { Value = 2, Low = 1, High = 4, Source = "ASSUMPTION" };

    [Key("working-days", "Working days of a physician in a year.", Unit = "days/year", Min = 100, Max = 365,
        Source = "ASSUMPTION: 4.7 days in each of 45 weeks")]
    [French("Jours travaillés par un médecin dans l’année.")]
    public Quantity WorkingDays { get; init; } = 210;

    [Key("cost-keur-per-day", "Public cost of a day, rooms and travel included.", Unit = "k€", Min = 0, Max = 10,
        Source = "200 € for a solidarity day (evidence H5); rooms and travel are an ASSUMPTION")]
    [French("Coût public d’une journée, locaux et trajet compris.")]
    public Quantity CostKeurPerDay { get; init; } =
        new() { Value = 0.4, Low = 0.2, High = 0.8, Source = "evidence H5; upper end ASSUMPTION" };

    public override void Act(in YearView year, bool[] where, List<Act> acts) =>
        acts.Add(new AddCapacity(where, DaysPerMonth * 12 / WorkingDays, 1, DaysPerMonth * 12 * CostKeurPerDay));
}
