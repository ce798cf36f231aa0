using InstallSim.Indicators;
using InstallSim.Results;

namespace InstallSim.Reporting.Page;

/// <summary>The numbers behind the figures, and buttons to take them away.</summary>
internal static class TablesSection
{
    /// <summary>The section's content in one language.</summary>
    public static Markup Write(FigureContext context)
    {
        var results = context.Results;
        string caption = results.Policies.Count > 0
            ? context.Say($"Every outcome in {context.LastYear}: without new policy, and what each policy changes (95% interval: {context.IntervalHolds()})",
                $"Tous les indicateurs en {context.LastYear} : sans nouvelle mesure, et ce que change chaque mesure (intervalle à 95 %\u00a0: {context.IntervalHolds()})")
            : context.Say($"Every outcome in {context.LastYear}", $"Tous les indicateurs en {context.LastYear}");
        string[] heads = [context.Say("Outcome", "Indicateur"), context.BaselineLabel, .. results.Policies.Select(p => p.ShownTitle(context.Text))];
        var shown = results.Indicators.Concat(IndicatorCatalog.Compared.Where(i => results.Policies.Any(p => Finite(context, p, i) is not null)));
        return Html.Of($"""
            <p class="downloads">
            {Button("effects", context.Say("Differences (CSV)", "Écarts (CSV)"))}
            {Button("trajectories", context.Say("Years (CSV)", "Années (CSV)"))}
            {Button("territories", context.Say("Territories (CSV)", "Territoires (CSV)"))}
            </p>
            <p class="note">{context.Say(
                "Every replication stands in observations.csv, and who chose otherwise in moves.csv, in the folder this page was written to.",
                "Chaque réplication figure dans observations.csv, et qui a choisi autrement dans moves.csv, dans le dossier où cette page a été écrite.")}</p>
            <details><summary>{caption}</summary>
            {PageTable.Write(caption, heads, shown.Select(i => Row(context, i)), numbers: true)}
            </details>
            """);
    }

    private static Markup Button(string table, string label) => Html.Of($"<button type=\"button\" data-csv=\"{table}\">{label}</button>");

    private static List<Markup> Row(FigureContext context, Indicator indicator)
    {
        var text = context.Text;
        var spread = context.Results.Spread(context.Results.Reference.Name, indicator.Name, context.LastYear);
        bool derived = IndicatorCatalog.Compared.Contains(indicator);
        return
        [
            Html.Of($"{text.Label(indicator)}"),
            Html.Of($"{(derived ? "" : text.Value(indicator, spread.Mean))}"),
            .. context.Results.Policies.Select(p => Cell(context, p, indicator, derived)),
        ];
    }

    private static Markup Cell(FigureContext context, ScenarioInfo policy, Indicator indicator, bool derived)
    {
        if (Finite(context, policy, indicator) is not { } c)
        {
            return new Markup("–");
        }

        var text = context.Text;
        string size = derived ? text.Value(indicator, c.Difference) : text.Difference(indicator, c.Difference);
        string interval = !double.IsFinite(c.Lower) ? ""
            : derived ? $"{text.Value(indicator, c.Lower)} {context.Say("to", "à")} {text.Value(indicator, c.Upper)}" : text.Interval(indicator, c.Lower, c.Upper);
        string kind = derived || Verdicts.Of(c) is Verdict.Up or Verdict.Down ? "clear" : "unclear";
        return Html.Of($"<span class=\"{kind}\">{size}</span> <small>{interval}</small>");
    }

    private static Comparison? Finite(FigureContext context, ScenarioInfo policy, Indicator indicator) =>
        context.Results.Difference(policy.Name, indicator.Name, context.LastYear) is { } c && double.IsFinite(c.Difference) ? c : null;
}
