using InstallSim.Inputs;
using InstallSim.World;

namespace InstallSim.Policies;

/// <summary>
/// A person who accompanies each newcomer (<c>accompagnement personnalisé</c>): partner's job, housing and school before, the first years
/// after. More newcomers consider the place, and fewer of them give up in their first years.
/// </summary>
[Called("Case manager for newcomers", "Accompagnement personnalisé des nouveaux venus")]
internal sealed record CaseManager : Policy
{
    [Key("consideration-times", "Factor on the odds that a territory is considered: 3 makes 0.75 of 0.5.", Min = 1, Max = 7,
        Source = "ASSUMPTION: a person, not a shared desk; between nothing and the full service of a trial with families, 15 to 53 % " +
        "(evidence I8, K1: odds 6.4)")]
    [French("Facteur qui multiplie la cote d’un territoire d’être envisagé\u00a0: 3 fait 0,75 de 0,5.")]
    public Quantity ConsiderationTimes { get; init; } =
        new() { Value = 3, Low = 1, High = 6.4, Source = "ASSUMPTION; evidence I8: nothing to K1" };

    [Key("leaving-times", "Factor on a newcomer’s yearly probability to leave practice before retirement.", Min = 0, Max = 1,
        Source = "ASSUMPTION on the size; sign of evidence I8, K4")]
    [French("Facteur qui multiplie la probabilité annuelle qu’un nouveau venu cesse avant la retraite.")]
    public Quantity LeavingTimes { get; init; } =
        new() { Value = 0.9, Low = 0.7, High = 1, Source = "ASSUMPTION; sign of evidence I8, K4" };

    [Key("years", "Years from coming that a newcomer is accompanied.", Unit = "years", Min = 0, Max = 20,
        Source = "ASSUMPTION: the first three years (evidence I8)")]
    [French("Années d’accompagnement à partir de l’arrivée.")]
    public int Years { get; init; } = 3;

    [Key("cost-keur-per-year", "Public cost for each territory concerned.", Unit = "k€/year", Min = 0, Max = 10000,
        Source = "ASSUMPTION: a whole post; no cost was found (evidence H6)")]
    [French("Coût public pour chaque territoire concerné.")]
    public Quantity CostKeurPerYear { get; init; } =
        new() { Value = 60, Low = 30, High = 80, Source = "ASSUMPTION: half a post to a dear one" };

    public override void Act(in YearView year, bool[] where, List<Act> acts)
    {
        var help = new Consider(where, ConsiderationTimes, CostKeurPerYear);
        acts.Add(help);
        acts.Add(new Retain(where, 1, LeavingTimes, 0) { NewcomerYears = Years, Beside = help });
    }
}
