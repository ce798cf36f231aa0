using InstallSim.Indicators;
using InstallSim.Outputs;
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
            ? context.Say($"Every outcome in {context.LastYear}: without new policy, and what each policy changes",
                $"Tous les indicateurs en {context.LastYear}\u00a0: sans nouvelle mesure, et ce que change chaque mesure")
                + context.InBrackets("95% interval", "intervalle à 95\u00a0%")
            : context.Say($"Every outcome in {context.LastYear}", $"Tous les indicateurs en {context.LastYear}");
        string[] heads =
        [
            context.Say("Outcome", "Indicateur"), context.BaselineLabel, .. results.Policies.Select(p => p.ShownTitle(context.Text)),
        ];
        var shown = results.Indicators.Concat(IndicatorCatalog.Compared.Where(i =>
            results.Policies.Any(p => Finite(context, p, i) is not null)));
        return Html.Of($"""
            <p class="downloads">
            {Button("effects", context.Say("Differences (CSV)", "Écarts (CSV)"))}
            {Button("trajectories", context.Say("Years (CSV)", "Années (CSV)"))}
            {Button("territories", context.Say("Territories (CSV)", "Territoires (CSV)"))}
            </p>
            <p class="note">{context.Say(
                "Every replication stands in observations.csv, every cost by policy, act and year in costs.csv, and who chose otherwise in "
                    + "moves.csv (with an empty policy where that is a consequence of the change for others), in the folder this page was "
                    + "written to.",
                "Chaque réplication figure dans observations.csv, chaque coût par mesure, acte et année dans costs.csv, et qui a choisi "
                    + "autrement dans moves.csv (sans mesure nommée quand c’est une conséquence du changement pour les autres), dans le "
                    + "dossier où cette page a été écrite.")}</p>
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
        string level = derived ? ""
            : spread.Mean == 0 && indicator.Unit.StartsWith("k€", StringComparison.Ordinal) ? "–"
            : text.Value(indicator, spread.Mean);
        return
        [
            Html.Of($"{text.Label(indicator)}"),
            Html.Of($"{level}"),
            .. context.Results.Policies.Select(p => Cell(context, p, indicator, derived)),
        ];
    }

    private static Markup Cell(FigureContext context, ScenarioInfo policy, Indicator indicator, bool derived)
    {
        bool isMoney = indicator.Unit.StartsWith("k€", StringComparison.Ordinal);
        if (isMoney && !context.Results.HasCost(policy.Name))
        {
            return Html.Of($"– <small>{context.Say("no cost counted", "aucun coût compté")}</small>");
        }

        if (Finite(context, policy, indicator) is not { } c)
        {
            return isMoney && derived ? Html.Of($"– <small>{None(context, indicator)}</small>") : new Markup("–");
        }

        var text = context.Text;
        derived &= !indicator.IsDifference;
        string size = derived ? Level(c.Difference) : text.Difference(indicator, c);
        string interval = c.IsTied ? text.InAllReplications()
            : !double.IsFinite(c.Lower) ? ""
            : indicator.IsPrice ? context.PriceEnds(c.Lower, c.Upper)
            : derived ? $"{Level(c.Lower)} {context.Say("to", "à")} {Level(c.Upper)}"
            : text.Interval(indicator, c);
        if (derived && !double.IsFinite(c.Lower))
        {
            // Its denominator may be nothing: a number without an interval would be taken for one that is known.
            return Html.Of($"<span class=\"unclear\">{text.NotDetermined()}</span>");
        }

        string kind = derived || Verdicts.Of(c) is Verdict.Up or Verdict.Down ? "clear" : "unclear";
        return Html.Of($"<span class=\"{kind}\">{size}</span> <small>{interval}</small>");

        string Level(double value) => indicator.Unit == IndicatorCatalog.Share
            ? text.Percent(value, ReportText.DecimalsOfEnd(100 * value, IndicatorText.PercentDecimals(c)))
            : text.Value(indicator, value);
    }

    /// <summary>Why nothing can be divided by what was gained.</summary>
    private static string None(FigureContext context, Indicator indicator) => indicator.Name == "cost-per-resident-lifted"
        ? context.Say("none is lifted on average", "aucun n’en sort en moyenne")
        : context.Say("none is gained on average", "aucun gain en moyenne");

    private static Comparison? Finite(FigureContext context, ScenarioInfo policy, Indicator indicator) =>
        context.Results.Difference(policy.Name, indicator.Name, context.LastYear) is { } c && double.IsFinite(c.Difference) ? c : null;
}
