using InstallSim.Inputs;
using InstallSim.World;

namespace InstallSim.Policies;

/// <summary>
/// Recruits and pays GPs who train interns (<c>maîtres de stage universitaires</c>, MSU) in the territories concerned, so that interns
/// train there who would have trained elsewhere.
/// </summary>
[Called("Recruitment of trainers (MSU)", "Recrutement de maîtres de stage (MSU)")]
internal sealed record TrainerRecruitment : Policy
{
    [Key("trainers", "GPs who train interns there because of it.", Required = true, Unit = "GPs", Min = 0, Max = 100000)]
    [French("Médecins qui y forment des internes grâce à la mesure.")]
    public Quantity Trainers { get; init; } = 0;

    [Key("graduates-each", "Graduates a year whose training one trainer stands for.", Min = 0, Max = 10,
        Source = "3,593 interns a year (2025) for 16,000 trainers wanted in 2026 (evidence H2); high: for the 13,000 of 2024")]
    [French("Diplômés par an dont la formation revient à un maître de stage.")]
    public Quantity GraduatesEach { get; init; } =
        new() { Value = 0.225, Low = 0.15, High = 0.28, Source = "evidence H2; low end ASSUMPTION" };

    [Key("delay-years", "Years from the start of the policy to the first graduates trained there.", Unit = "years", Min = 0, Max = 12,
        Source = "an internship of three years, four from 2023 on (evidence H0)")]
    [French("Années entre le début de la mesure et les premiers diplômés formés sur place.")]
    public int DelayYears { get; init; } = 4;

    [Key("cost-keur-per-trainer", "Public cost of a trainer (indemnity, training), counted when the interns graduate.", Unit = "k€/year",
        Min = 0, Max = 1000, Source = "the host’s fee, 7.2 k€ a year; 21.6 with the supplement of a priority zone (evidence H0, H2)")]
    [French("Coût public d’un maître de stage (indemnité, formation), compté quand les internes obtiennent leur diplôme.")]
    public Quantity CostKeurPerTrainer { get; init; } = new() { Value = 7.2, Low = 3.6, High = 21.6, Source = "evidence H0, H2" };

    public override bool ActsIn(int year) => IsActive(year - DelayYears);

    public override void Act(in YearView year, bool[] where, List<Act> acts)
    {
        if (GraduatesEach > 0)
        {
            acts.Add(new TrainAt(where, 0, CostKeurPerTrainer / GraduatesEach) { Graduates = Trainers * GraduatesEach });
        }
    }
}
