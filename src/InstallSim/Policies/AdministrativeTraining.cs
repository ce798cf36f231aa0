using InstallSim.Inputs;
using InstallSim.World;

namespace InstallSim.Policies;

/// <summary>
/// Teaches newcomers to set up and run a practice of their own (<c>formation à la gestion du cabinet</c>), so that fewer fear it. What it
/// is worth to them is no money: it enters what a practice alone is worth, and only the teaching is paid.
/// </summary>
[Called("Training in running a practice", "Formation à la gestion du cabinet")]
internal sealed record AdministrativeTraining : Policy
{
    [Key("worth-keur-per-year", "What a practice alone is worth more to who was taught, as a yearly income.", Unit = "k€/year", Min = 0,
        Max = 1000, Source = "ASSUMPTION: a quarter of the 20 k€ by which a group is preferred; the high end half of it")]
    [French("Ce qu’un cabinet individuel vaut de plus pour qui y a été formé, en revenu annuel.")]
    public Quantity WorthKeurPerYear { get; init; } = new() { Value = 5, Low = 0, High = 10, Source = "ASSUMPTION" };

    [Key("share", "Share of newcomers who take part.", Min = 0, Max = 1, Source = "ASSUMPTION")]
    [French("Part des nouveaux installés qui la suivent.")]
    public Quantity Share { get; init; } = new() { Value = 0.5, Low = 0.2, High = 1, Source = "ASSUMPTION" };

    [Key("cost-keur-each", "Public cost of teaching each, counted when they set up alone.", Unit = "k€", Min = 0.01, Max = 100,
        Source = "ASSUMPTION")]
    [French("Coût public de la formation de chacun, compté à l’installation en cabinet individuel.")]
    public Quantity CostKeurEach { get; init; } = new() { Value = 1.5, Low = 0.5, High = 4, Source = "ASSUMPTION" };

    public override void Act(in YearView year, bool[] where, List<Act> acts) => acts.Add(
        new Offer(where, Recipients.FirstInstallations, WorthKeurPerYear > 0 && Share > 0 ? CostKeurEach : 0, 1)
        {
            Form = PracticeForm.Solo,
            KnownTo = Share,
            WorthKeurPerYear = WorthKeurPerYear,
        });
}
