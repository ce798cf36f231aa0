using InstallSim.Inputs;
using InstallSim.World;

namespace InstallSim.Policies;

/// <summary>
/// A form of coordination that a territory has from one year to another: a care team (<c>équipe de soins primaires</c>, ESP), a local
/// health contract (<c>contrat local de santé</c>, CLS), a city's health workshop (<c>atelier santé ville</c>, ASV), a council of mental
/// health (<c>conseil local de santé mentale</c>, CLSM). It makes aids known, spares those who take part some hours, and lets them see
/// more people; which of these, and how much, is what tells one form from another.
/// </summary>
[Called("Local coordination (ESP, CLS, ASV, CLSM)", "Coordination locale (ESP, CLS, ASV, CLSM)")]
internal sealed record LocalCoordination : Policy
{
    [Key("share-taking-part", "Share of physicians who take part.", Min = 0, Max = 1, Source = "ASSUMPTION")]
    [French("Part des médecins qui y participent.")]
    public Quantity ShareTakingPart { get; init; } = new() { Value = 0.25, Low = 0.1, High = 0.5, Source = "ASSUMPTION" };

    [Key("hours-less", "Weekly hours that one who takes part works less.", Unit = "hours/week", Min = 0, Max = 40,
        Source = "ASSUMPTION")]
    [French("Heures hebdomadaires qu’un participant travaille en moins.")]
    public Quantity HoursLess { get; init; } = new() { Value = 0.5, Low = 0, High = 1, Source = "ASSUMPTION" };

    [Key("known-times", "Factor on the odds that a physician knows of an aid that only some know of.", Min = 1, Max = 100,
        Source = "ASSUMPTION")]
    [French("Facteur qui multiplie la cote qu’un médecin connaisse une aide que tous ne connaissent pas.")]
    public Quantity KnownTimes { get; init; } = new() { Value = 1.2, Low = 1, High = 1.5, Source = "ASSUMPTION" };

    [Key("capacity-added", "What one who takes part can offer more, as a share of the working time.", Min = 0, Max = 1,
        Source = "ASSUMPTION")]
    [French("Ce qu’un participant peut offrir en plus, en part du temps de travail.")]
    public Quantity CapacityAdded { get; init; } = new() { Value = 0.01, Low = 0, High = 0.03, Source = "ASSUMPTION" };

    [Key("cost-keur-per-year", "Public cost in each territory, such as that of a coordinator.", Unit = "k€/year", Min = 0, Max = 10000,
        Source = "ASSUMPTION")]
    [French("Coût public dans chaque territoire, comme celui d’un coordinateur.")]
    public Quantity CostKeurPerYear { get; init; } = new() { Value = 40, Low = 20, High = 60, Source = "ASSUMPTION" };

    public override void Act(in YearView year, bool[] where, List<Act> acts)
    {
        var hours = new Improve(where, "working-hours", -ShareTakingPart * HoursLess, CostKeurPerYear);
        acts.Add(hours);
        acts.Add(new AddCapacity(where, 0, 1 + (ShareTakingPart * CapacityAdded), 0) { Beside = hours });
        acts.Add(new Inform(where, KnownTimes, 0) { Beside = hours });
    }
}
