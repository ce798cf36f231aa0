using InstallSim.Inputs;
using InstallSim.World;

namespace InstallSim.Policies;

/// <summary>
/// Days that physicians of the same département give in the territories concerned, voluntary or compulsory (<c>solidarité
/// territoriale</c>).
/// </summary>
[Called("Solidarity days", "Jours de solidarité")]
internal sealed record SolidarityDays : Policy
{
    [Key("days-per-month", "Days a month that each who takes part gives.", Unit = "days/month", Min = 0, Max = 20,
        Source = "at most 2 (evidence H5)")]
    [French("Jours par mois que donne chaque participant.")]
    public Quantity DaysPerMonth { get; init; } = 2;

    [Key("participation", "Share of the other physicians of the département who take part; 1 for compulsory days.", Min = 0, Max = 1,
        Source = "250 to 300 doctors in February 2026, of about 52,000 liberal GPs (evidence H3, H5)")]
    [French("Part des autres médecins du département qui participent\u00a0; 1 si les jours sont obligatoires.")]
    public Quantity ParticipationShare { get; init; } = 0.005;

    [Key("working-days", "Working days of a physician in a year.", Unit = "days/year", Min = 100, Max = 365,
        Source = "ASSUMPTION: 4.7 days in each of 45 weeks")]
    [French("Jours travaillés par un médecin dans l’année.")]
    public Quantity WorkingDays { get; init; } = 210;

    [Key("cost-keur-per-day", "Public cost of a day.", Unit = "k€", Min = 0, Max = 10,
        Source = "200 € a day beside fees (evidence H5)")]
    [French("Coût public d’une journée.")]
    public Quantity CostKeurPerDay { get; init; } = 0.2;

    public override bool NeedsDepartements => true;

    public override IEnumerable<(string Key, InputMessage Message)> Check()
    {
        foreach (var fault in base.Check())
        {
            yield return fault;
        }

        if (Where.IsEverywhere)
        {
            yield return ("where", "physicians of other territories give the days, so 'where' must leave some: say which receive");
        }

        if (DaysPerMonth * 12 > WorkingDays)
        {
            yield return ("days-per-month", $"{DaysPerMonth * 12} days a year do not fit in {WorkingDays.Value} working days");
        }
    }

    public override void Act(in YearView year, bool[] where, List<Act> acts) => acts.Add(new LendTime(
        where, Math.Min(1, ParticipationShare * DaysPerMonth * 12 / WorkingDays), CostKeurPerDay * WorkingDays));
}
