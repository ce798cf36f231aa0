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

    [Key("exempt-share", "Share of graduates who are exempt.", Min = 0, Max = 1,
        Source = "ASSUMPTION")]
    [French("Part des diplômés exemptés.")]
    public Quantity ExemptShare { get; init; } = new() { Value = 0.1, Low = 0, High = 0.3, Source = "ASSUMPTION" };

    public override bool IsPaid => false;

    public override int BindsForYears => Years;

    public override void Act(in YearView year, bool[] where, List<Act> acts) =>
        acts.Add(new Bind(where, int.MaxValue, Years, ExemptShare, 0));
}
