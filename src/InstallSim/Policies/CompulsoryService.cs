using InstallSim.Inputs;
using InstallSim.World;

namespace InstallSim.Policies;

/// <summary>All graduates practise their first years in the territories concerned (<c>obligation d’exercice</c>).</summary>
[Called("Compulsory first years", "Premières années obligatoires")]
internal sealed record CompulsoryService : Policy
{
    [Key("years", "Years that a graduate must practise there, from installation.", Unit = "years", Min = 1, Max = 40,
        Source = "ASSUMPTION")]
    [French("Années d’exercice dues sur place, à compter de l’installation.")]
    public int Years { get; init; } = 2;

    [Key("exempt-share", "Share of graduates who are free of it; all others wait or settle there, and none takes a job elsewhere.",
        Min = 0, Max = 1,
        Source = "ASSUMPTION: as many as take a salaried job, 34 % of GPs (evidence H3); more where regulation tightened (evidence I7, " +
        "L1)")]
    [French("Part des diplômés qui en sont libres\u00a0; tous les autres attendent ou s’installent sur place, aucun ne part ailleurs.")]
    public Quantity ExemptShare { get; init; } = new() { Value = 0.35, Low = 0.2, High = 0.6, Source = "ASSUMPTION (evidence H3, I7)" };

    public override bool IsPaid => false;

    public override int BindsForYears => Years;

    public override void Act(in YearView year, bool[] where, List<Act> acts) =>
        acts.Add(new Bind(where, int.MaxValue, Years, ExemptShare, 0));
}
