using InstallSim.Inputs;
using InstallSim.World;

namespace InstallSim.Policies;

/// <summary>
/// A community of professionals (<c>communauté professionnelle territoriale de santé</c>, CPTS) covers the territories: members share
/// work, and make aids known.
/// </summary>
[Called("Professional communities (CPTS)", "Communautés professionnelles (CPTS)")]
internal sealed record CptsCoverage : Policy
{
    [Key("share-of-members", "Share of physicians who are members.", Min = 0, Max = 1,
        Source = "25 % of GPs in 2025 (evidence H0)")]
    [French("Part des médecins qui en sont membres.")]
    public Quantity ShareOfMembers { get; init; } = 0.25;

    [Key("hours-less", "Weekly hours that a member works less.", Unit = "hours/week", Min = 0, Max = 40,
        Source = "ASSUMPTION")]
    [French("Heures hebdomadaires qu’un membre travaille en moins.")]
    public Quantity HoursLess { get; init; } = new() { Value = 1, Low = 0, High = 2, Source = "ASSUMPTION" };

    [Key("known-times", "Factor on the odds that a physician knows of an aid that only some know of.", Min = 1, Max = 100,
        Source = "ASSUMPTION")]
    [French("Facteur qui multiplie la cote qu’un médecin connaisse une aide que tous ne connaissent pas.")]
    public Quantity KnownTimes { get; init; } = new() { Value = 1.2, Low = 1, High = 1.5, Source = "ASSUMPTION" };

    [Key("cost-eur-per-inhabitant", "Public cost for each inhabitant covered.", Unit = "€/year", Min = 0, Max = 1000,
        Source = "170 M€ in 2024 (evidence H4), computed for each inhabitant covered")]
    [French("Coût public par habitant couvert.")]
    public Quantity CostEurPerInhabitant { get; init; } = 2.7;

    public override void Act(in YearView year, bool[] where, List<Act> acts)
    {
        var share = new Improve(where, "working-hours", -ShareOfMembers * HoursLess, 0) { KeurPerInhabitant = CostEurPerInhabitant / 1000 };
        acts.Add(share);
        acts.Add(new Inform(where, KnownTimes, 0) { Beside = share });
    }
}
