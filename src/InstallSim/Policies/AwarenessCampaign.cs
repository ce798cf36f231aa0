using InstallSim.Inputs;
using InstallSim.World;

namespace InstallSim.Policies;

/// <summary>Makes aids and places known (<c>campagne d’information</c>).</summary>
[Called("Campaign", "Campagne d’information")]
internal sealed record AwarenessCampaign : Policy
{
    [Key("known-times", "Factor on the odds that a physician knows of an aid that only some know of.", Min = 1, Max = 100,
        Source = "ASSUMPTION; half of the beneficiaries of a Canadian aid heard of it by chance (evidence I1, I18)")]
    [French("Facteur qui multiplie la cote qu’un médecin connaisse une aide que tous ne connaissent pas.")]
    public Quantity KnownTimes { get; init; } = new() { Value = 2, Low = 1, High = 4, Source = "ASSUMPTION" };

    [Key("consideration-times", "Factor on the odds that a territory concerned is considered; below 1 where publicity repels.",
        Min = 0.1, Max = 7,
        Source = "ASSUMPTION, the sign too; one review found lower recruitment with marketing")]
    [French("Facteur qui multiplie la cote d’un territoire concerné d’être envisagé\u00a0; inférieur à 1 si la publicité repousse.")]
    public Quantity ConsiderationTimes { get; init; } = new() { Value = 1.05, Low = 0.9, High = 1.2, Source = "ASSUMPTION, the sign too" };

    [Key("cost-keur-per-year", "Public cost of the campaign.", Unit = "k€/year", Min = 0, Max = 100000,
        Source = "ASSUMPTION")]
    [French("Coût public de la campagne.")]
    public Quantity CostKeurPerYear { get; init; } = new() { Value = 100, Low = 50, High = 300, Source = "ASSUMPTION" };

    public override void Act(in YearView year, bool[] where, List<Act> acts)
    {
        var campaign = new Inform(where, KnownTimes, CostKeurPerYear);
        acts.Add(campaign);
        acts.Add(new Consider(where, ConsiderationTimes, 0) { Beside = campaign });
    }
}
