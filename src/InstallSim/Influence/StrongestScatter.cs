using InstallSim.Charts;
using InstallSim.Experiments.Points;

namespace InstallSim.Influence;

/// <summary>The outcome at every point over the values of the strongest numbers.</summary>
internal sealed class StrongestScatter(int outcome) : IFigure<SensitivityFigureContext>
{
    private const int Panels = 4, MostDots = 2000;
    private const double Height = 220;

    public string Id => FormattableString.Invariant($"scatter-{outcome + 1}");

    public (string English, string French) Shows => ("The outcome at every point, over the numbers that it hangs on most.",
        "Le résultat en chaque point, selon les nombres dont il dépend le plus.");

    public bool Applies(SensitivityFigureContext context) =>
        context.Differs(outcome) && context.Result.Means(outcome).All(double.IsFinite);

    public Chart Draw(SensitivityFigureContext context)
    {
        string[] strongest = [.. context.Result.Ranked(outcome).Take(Panels).Select(r => r.Number)];
        double[] means = context.Result.Means(outcome);
        int step = Math.Max(1, (means.Length + MostDots - 1) / MostDots);
        int[] shown = [.. Enumerable.Range(0, means.Length).Where(p => p % step == 0)];
        string unit = context.Unit(context.Result.Plan.Outcomes[outcome]);
        string says = step > 1 ? context.Say($"; one of {step} points is shown", $"\u00a0; un point sur {step} est montré") : "";
        return new Chart(
            context.IsToldFromChance(outcome)
                ? context.Say($"What happens over the range of “{context.Called(strongest[0])}”",
                    $"Ce qui se passe sur la plage de «\u00a0{context.Called(strongest[0])}\u00a0»")
                : context.Say("What happens over ranges is not told from chance",
                    "Ce qui se passe sur les plages ne se distingue pas du hasard"),
            $"{context.Called(context.Result.Plan.Outcomes[outcome])}{context.Say("; ", "\u00a0; ")}{context.Sample(outcome)}{says}",
            context.Say($"Points over {string.Join(", ", strongest.Select(context.Called))}: from {context.Brief(means.Min())} to "
                + $"{context.Brief(means.Max())}.",
                $"Points selon {string.Join(", ", strongest.Select(context.Called))}\u00a0: de {context.Brief(means.Min())} à "
                + $"{context.Brief(means.Max())}."),
            context.Width, [.. strongest.Select(name => PanelOf(context, name, means, shown, unit))])
        {
            Columns = Math.Min(context.IsNarrow ? 1 : 2, strongest.Length),
            ColumnGap = 36,
        };
    }

    private static Panel PanelOf(SensitivityFigureContext context, string name, double[] means, int[] shown, string unit)
    {
        int j = Enumerable.Range(0, context.Result.Plan.Numbers.Count).First(k => context.Result.Plan.Numbers[k].Name == name);
        var number = context.Result.Plan.Numbers[j];
        return new Panel(
            Axis.Numbers(number.Low, number.High, 4, context.Text.Tick) with
            {
                Title = context.Result.Captions.Unit(name, context.Text),
                HasGrid = true,
            },
            Axis.Around(means, 4, context.Text.Tick) with { Title = unit, HasGrid = true },
            Height,
            [
                Mark.Of(shown.Select(p => new Dot(context.Result.Design.Values[p][j], means[p], Palette.Scenarios[0])
                {
                    Diameter = 5,
                    Opacity = 0.5,
                })),
            ])
        {
            Heading = new Heading(context.Called(name)),
        };
    }
}
