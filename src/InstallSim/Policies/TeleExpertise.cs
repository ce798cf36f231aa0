using InstallSim.Inputs;
using InstallSim.World;

namespace InstallSim.Policies;

/// <summary>
/// Written opinions that a specialist gives to a physician instead of seeing the patient (<c>télé-expertise</c>): they need a physician
/// with the time, the knowledge and the motivation to ask, which older ones have less.
/// </summary>
[Called("Tele-expertise", "Télé-expertise")]
internal sealed record TeleExpertise : Policy
{
    [Key("suitable-share", "Share of consultations of the specialty that a written opinion could replace.", Min = 0, Max = 1,
        Source = "ASSUMPTION")]
    [French("Part des consultations de la spécialité qu’un avis écrit pourrait remplacer.")]
    public Quantity SuitableShare { get; init; } = new() { Value = 0.3, Low = 0.1, High = 0.5, Source = "ASSUMPTION" };

    [Key("time-share", "Share of physicians who have the time to ask.", Min = 0, Max = 1, Source = "ASSUMPTION")]
    [French("Part des médecins qui ont le temps de demander.")]
    public Quantity TimeShare { get; init; } = new() { Value = 0.5, Low = 0.3, High = 0.7, Source = "ASSUMPTION" };

    [Key("knowledge-share", "Share of them who know how to ask.", Min = 0, Max = 1, Source = "ASSUMPTION")]
    [French("Part de ceux-ci qui savent demander.")]
    public Quantity KnowledgeShare { get; init; } = new() { Value = 0.7, Low = 0.4, High = 0.9, Source = "ASSUMPTION" };

    [Key("motivation-share", "Share of these who want to: all but those aged 60 or over.", Min = 0, Max = 1,
        Source = "ASSUMPTION that the 31 % of GPs aged 60 or over do not")]
    [French("Part de ces derniers qui le veulent\u00a0: tous, sauf ceux de 60 ans ou plus.")]
    public Quantity MotivationShare { get; init; } = new() { Value = 0.69, Low = 0.4, High = 0.8, Source = "ASSUMPTION" };

    [Key("answer-time", "Time of an opinion, as a share of that of a consultation.", Min = 0.05, Max = 1, Source = "ASSUMPTION")]
    [French("Temps d’un avis, en part de celui d’une consultation.")]
    public Quantity AnswerTime { get; init; } = new() { Value = 0.3, Low = 0.15, High = 0.6, Source = "ASSUMPTION" };

    [Key("cost-keur-per-physician", "Public cost for each physician of the territories concerned who answers.", Unit = "k€/year",
        Min = 0, Max = 1000, Source = "ASSUMPTION")]
    [French("Coût public pour chaque médecin des territoires concernés qui répond.")]
    public Quantity CostKeurPerPhysician { get; init; } = new() { Value = 5, Low = 2, High = 15, Source = "ASSUMPTION" };

    /// <summary>
    /// What a physician can offer more: with a share s of consultations replaced, each in t of its time, 1 / (1 − s·(1 − t)).
    /// </summary>
    private double Factor => 1 / (1 - (SuitableShare * TimeShare * KnowledgeShare * MotivationShare * (1 - AnswerTime)));

    public override void Act(in YearView year, bool[] where, List<Act> acts) =>
        acts.Add(new AddCapacity(where, 0, Factor, 0) { KeurPerPhysician = CostKeurPerPhysician });
}
