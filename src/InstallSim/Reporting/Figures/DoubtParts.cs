using InstallSim.Charts;
using InstallSim.Results;

namespace InstallSim.Reporting.Figures;

/// <summary>Where doubt about the main effect of each policy comes from: a bar a policy, shares of its variance.</summary>
internal sealed class DoubtParts : IResultFigure
{
    private const double RowHeight = 30;

    public string Id => "doubt";

    public (string English, string French) ShortName => ("Where doubt comes from", "D’où vient l’incertitude");

    public (string English, string French) Shows => (
        "Shares of the variance of each policy's effect: chance, preferences, settings, the policy's own numbers.",
        "Parts de la variance de l’effet de chaque mesure\u00a0: hasard, préférences, réglages, nombres de la mesure.");

    public bool Applies(FigureContext context) => Rows(context).Length > 0;

    public Chart Draw(FigureContext context)
    {
        (ScenarioInfo Policy, DoubtSource[] Parts)[] rows = Rows(context);
        DoubtSource[] largest = [.. rows.Select(r => r.Parts.MaxBy(p => p.Share))];
        var often = largest.CountBy(p => p.Source).MaxBy(p => p.Value);
        string source = DoubtText.Called(context, often.Key);
        return new Chart(
            rows.Length == 1
                ? context.Say($"The largest part of the variance comes from: {source}",
                    $"La première source de variance est\u00a0: {source}")
                : context.Say($"For {often.Value} of {rows.Length} policies the largest part of the variance comes from: {source}",
                    $"Pour {context.Many(often.Value, "", "", "mesure", "mesures")} sur {rows.Length} la première source de variance "
                        + $"est\u00a0: {source}"),
            context.Say(
                $"{context.Text.Label(context.Results.Main)}: shares of the variance between replications of the difference in "
                    + $"{context.LastYear}; numbers count as far as the effect follows them in straight lines",
                $"{context.Text.Label(context.Results.Main)}\u00a0: parts de la variance entre réplications de l’écart en "
                    + $"{context.LastYear}\u00a0; les nombres comptent pour autant que l’effet les suit en ligne droite"),
            context.Say("Bars of shares, one a policy. ", "Barres de parts, une par mesure. ")
                + context.Join(rows.Select(r => $"{r.Policy.ShownTitle(context.Text)} {Words(context, r.Parts)}")) + ".",
            context.Width, [Panel(context, rows)])
        {
            Key = Keys.Of(context.Width - 8, [.. DoubtSource.Sources.Select((s, k) =>
                new KeyItem(DoubtText.Called(context, s), Colour(k), Sign.Box))]),
        };
    }

    private static Panel Panel(FigureContext context, (ScenarioInfo Policy, DoubtSource[] Parts)[] rows)
    {
        var y = Axis.Names([.. rows.Select(r => r.Policy.ShownTitle(context.Text))], room: context.Width * 0.4);
        var x = Axis.Numbers(0, 1, context.IsNarrow ? 3 : 5, v => context.Text.Percent(v, 0)) with { HasGrid = true };
        return new Panel(x, y, rows.Length * RowHeight,
        [
            Mark.Of(rows.SelectMany((r, i) => DoubtSource.Sources.Select((source, k) =>
            {
                double before = r.Parts.TakeWhile(p => p.Source != source).Sum(p => p.Share);
                DoubtSource part = r.Parts.First(p => p.Source == source);
                return new Box(before, before + part.Share, i + 0.34, i - 0.34, Colour(k)) { Tip = Words(context, [part]) };
            }))),
        ]);
    }

    private static (ScenarioInfo Policy, DoubtSource[] Parts)[] Rows(FigureContext context) =>
        [.. Leading.Of(context.Results).Select(p => (p, DoubtText.Of(context, p.Name))).Where(r => r.Item2.Length > 0)];

    private static string Words(FigureContext context, IEnumerable<DoubtSource> parts) => string.Join(", ", parts.Select(p =>
        $"{DoubtText.Called(context, p.Source)} {context.Text.Percent(p.Share, 0)} "
            + $"({context.Text.Percent(p.Low, 0)} {context.Say("to", "à")} {context.Text.Percent(p.High, 0)})"));

    /// <summary>Chance is grey; what no line tells is faint.</summary>
    private static string Colour(int source) => source == 0 ? Palette.Baseline
        : source == DoubtSource.Sources.Count - 1 ? Palette.Faint : Palette.Scenarios[source - 1];
}
