using InstallSim.Outputs;
using InstallSim.Results;

namespace InstallSim.Reporting.Page;

/// <summary>What every act of every policy cost: since the start, and in the last year.</summary>
internal static class CostsSection
{
    /// <summary>The section's content in one language.</summary>
    public static Markup Write(FigureContext context)
    {
        var results = context.Results;
        var scenarios = results.Manifest.Scenarios.Where(s => results.Costs(s.Name).Any()).ToList();
        var free = results.Policies.Where(p => !results.HasCost(p.Name)).Select(context.Quoted).ToList();
        string none = scenarios.Count == 0 ? context.Say("No policy has a counted cost.", "Aucune mesure n’a de coût compté.")
            : free.Count == 0 ? ""
            : context.Say($"No cost is counted for {context.Text.List(free)}.", $"Aucun coût n’est compté pour {context.Text.List(free)}.");
        return Html.Of($"""
            {Table(context, Added(context), [.. scenarios.Where(s => s.Name != results.Manifest.Baseline)])}
            {(results.Results.Payers.Count == 0 ? default : Payers(context))}
            {Table(context, InForceCaption(context), [.. scenarios.Where(s => s.Name == results.Manifest.Baseline)])}
            <p class="note">{none}</p>
            """);
    }

    /// <summary>How people call a policy, and its years; its label where results do not tell.</summary>
    internal static string Called(FigureContext context, ScenarioInfo scenario, string policy)
    {
        var labels = scenario.Parameters.Select(RestsOn.PolicyOf).Distinct().ToList();
        var lines = scenario.ShownPolicies(context.Text);
        int at = labels.IndexOf($"policies.{policy}");
        return at < 0 || labels.Count != lines.Count ? context.PolicyName(policy) : lines[at];
    }

    /// <summary>How people call a kind of act.</summary>
    public static string Act(FigureContext context, string act) => act switch
    {
        "offer" => context.Say("money offered", "aides financières"),
        "opening" => context.Say("centres opened and run", "ouverture et fonctionnement de centres"),
        "limit" => context.Say("limit on entries", "plafond d’installations"),
        "consideration" => context.Say("places made known", "accompagnement et information"),
        "training" => context.Say("training in rural practices", "stages en zone rurale"),
        "bond" => context.Say("scholarships that bind", "bourses avec engagement"),
        "capacity" => context.Say("help that adds to capacity", "capacités ajoutées"),
        "second-place" => context.Say("second places of practice", "exercice secondaire"),
        "amenity" => context.Say("better places to live and work", "cadre de vie et de travail"),
        "fee" => context.Say("fees changed", "honoraires modifiés"),
        "retention" => context.Say("support to stay in practice", "soutien au maintien en exercice"),
        "cohort" => context.Say("who enters and where from", "entrées dans la profession"),
        "coordination" => context.Say("coordination of several policies", "coordination de plusieurs mesures"),
        "premises" => context.Say("rooms of centres", "locaux de centres"),
        _ => act,
    };

    private static string InForceCaption(FigureContext context) => context.Say(
        $"Public cost of what is in force in every scenario, {context.MeanOfReplications}",
        $"Coût public de ce qui est en vigueur dans tous les scénarios, {context.MeanOfReplications}");

    private static string Added(FigureContext context) => context.Results.Manifest.Baseline is null
        ? context.Say($"Public cost by policy and act, {context.MeanOfReplications}{InBrackets(context)}",
            $"Coût public par mesure et par acte, {context.MeanOfReplications}{InBrackets(context)}")
        : context.Say($"Public cost by policy and act, more than in the baseline, {context.MeanOfReplications}{InBrackets(context)}",
            $"Coût public par mesure et par acte, en plus de la référence, {context.MeanOfReplications}{InBrackets(context)}");

    /// <summary>What stands in brackets; nothing does where there are no intervals.</summary>
    private static string InBrackets(FigureContext context) => !context.Results.Manifest.HasIntervals ? "" : context.Say(
        $"; in brackets the 95% interval ({context.IntervalHolds()})",
        $"\u00a0; entre parenthèses l’intervalle à 95\u00a0% ({context.IntervalHolds()})");

    private static Markup Table(FigureContext context, string caption, IReadOnlyList<ScenarioInfo> scenarios)
    {
        if (scenarios.Count == 0)
        {
            return default;
        }

        string[] heads =
        [
            context.Say("Policy", "Mesure"), context.Say("Act", "Acte"),
            context.Say($"By {context.LastYear}", $"D’ici {context.LastYear}"),
            context.Say($"In {context.LastYear}", $"En {context.LastYear}"),
        ];
        return PageTable.Write(caption, heads, scenarios.SelectMany(s => Rows(context, s)), numbers: true, words: 2);
    }

    /// <summary>Who pays, and what each pays for a GP-year.</summary>
    private static Markup Payers(FigureContext context)
    {
        string? baseline = context.Results.Manifest.Baseline;
        string caption = baseline is null
            ? context.Say($"Public cost by payer, {context.MeanOfReplications}",
                $"Coût public par payeur, {context.MeanOfReplications}")
            : context.Say($"Public cost by payer, more than in the baseline, {context.MeanOfReplications}",
                $"Coût public par payeur, en plus de la référence, {context.MeanOfReplications}");
        string[] heads =
        [
            context.Say("Payer", "Payeur"), context.Say($"By {context.LastYear}",
                $"D’ici {context.LastYear}"), context.Say($"In {context.LastYear}", $"En {context.LastYear}"),
            context.Say("For a GP-year gained (95% interval)", "Par année-médecin gagnée (intervalle à 95\u00a0%)"),
        ];
        IReadOnlyList<PayerCost> all = context.Results.Results.Payers;
        Dictionary<string, PayerCost> before = all.Where(row => row.Scenario == baseline).ToDictionary(row => row.Payer);
        var rows = all.Where(row => row.Scenario != baseline).Select(row => before.GetValueOrDefault(row.Payer) is var there
            ? row with { Keur = row.Keur - there.Keur, LastYear = row.LastYear - there.LastYear }
            : row).Where(row => row.Keur != 0 || row.LastYear != 0).ToList();
        return PageTable.Write(caption, heads, rows.GroupBy(row => row.Scenario).SelectMany(group => group
            .Select(row => PayerRow(context, row)).Prepend([Title(context, group.Key)])), numbers: true)
            + Html.Of($"<p class=\"note\">{Unpriced(context, rows)}</p>\n");
    }

    /// <summary>Why GP-years of some rows have no price; empty where all have one.</summary>
    private static string Unpriced(FigureContext context, IReadOnlyList<PayerCost> rows)
    {
        string none = rows.All(row => double.IsFinite(row.PerGpYear)) ? "" : context.Say(
            "–: no GP-year is gained on average. ", "–\u00a0: aucune année-médecin n’est gagnée en moyenne. ");
        string[] unknown = [.. rows.Where(row => double.IsFinite(row.PerGpYear) && !double.IsFinite(row.PerGpYearLower))
            .Select(row => row.Scenario)];
        return unknown.Length == 0 ? none.TrimEnd() : none + context.Text.NotDetermined().ToUpperFirst() + context.Text.Colon
            + context.WhyNotDetermined("gp-years-under-dense", unknown) + ".";
    }

    private static Markup[] PayerRow(FigureContext context, PayerCost row)
    {
        ReportText text = context.Text;
        string each = !double.IsFinite(row.PerGpYear) ? "–"
            : !double.IsFinite(row.PerGpYearLower) ? context.Text.NotDetermined()
            : text.Money(row.PerGpYear);
        string interval = !double.IsFinite(row.PerGpYear) || !double.IsFinite(row.PerGpYearLower) ? ""
            : $"({context.PriceEnds(row.PerGpYearLower, row.PerGpYearUpper)})";
        return
        [
            Html.Of($"{PayerName(context, row.Payer)}"), Html.Of($"{text.Money(row.Keur)}"), Html.Of($"{text.Money(row.LastYear)}"),
            Html.Of($"{each} <small>{interval}</small>"),
        ];
    }

    private static Markup Title(FigureContext context, string scenario) => Html.Of(
        $"{context.Results.Manifest.Scenarios.FirstOrDefault(s => s.Name == scenario)?.ShownTitle(context.Text) ?? scenario}");

    /// <summary>How people call a payer whose name is known; else the name.</summary>
    private static string PayerName(FigureContext context, string payer) => payer switch
    {
        "public" => context.Say("public money, nobody named", "argent public, sans payeur nommé"),
        "state" => context.Say("State", "État"),
        "health-insurance" => context.Say("health insurance", "assurance maladie"),
        "region" => context.Say("region", "région"),
        "departement" => "département",
        "commune" => "commune",
        _ => payer,
    };

    private static IEnumerable<IReadOnlyList<Markup>> Rows(FigureContext context, ScenarioInfo scenario)
    {
        var acts = context.Results.Costs(scenario.Name).GroupBy(c => (c.Policy, c.Act)).ToList();
        if (acts.Count > 0)
        {
            yield return [Title(context, scenario.Name)];
        }

        foreach (var act in acts)
        {
            yield return Row(context, scenario, Called(context, scenario, act.Key.Policy), Act(context, act.Key.Act),
                PolicyCost.IndicatorOf(act.Key.Policy, act.Key.Act), [.. act]);
        }

        if (acts.Count > 1)
        {
            yield return Row(context, scenario, context.Say("all", "toutes"), context.Say("all", "tous"), "policy-cost-cumulative",
                [.. acts.SelectMany(a => a)]);
        }
    }

    /// <summary>
    /// What some acts of a scenario cost since the start, its interval in brackets (empty when it has none), and in the last year.
    /// </summary>
    public static (string Total, string Interval, string LastYear) Amounts(
        FigureContext context, ScenarioInfo scenario, string indicator, IReadOnlyList<PolicyCost> costs)
    {
        string interval = context.Results.Difference(scenario.Name, indicator, context.LastYear) switch
        {
            { IsTied: true } => context.Say("(the same in all replications)", "(le même dans toutes les réplications)"),
            { } c when double.IsFinite(c.Lower) && double.IsFinite(c.Upper) =>
                $"({context.Text.Money(c.Lower)} {context.Say("to", "à")} {context.Text.Money(c.Upper)})",
            _ => "",
        };
        var last = costs.Where(k => k.Year == context.LastYear).ToList();
        return (context.Text.Money(costs.Sum(k => k.Mean)), interval, last.Count == 0 ? "–" : context.Text.Money(last.Sum(k => k.Mean)));
    }

    private static Markup[] Row(
        FigureContext context, ScenarioInfo scenario, string policy, string act, string indicator, PolicyCost[] costs)
    {
        var (total, interval, last) = Amounts(context, scenario, indicator, costs);
        return
        [
            Html.Of($"{policy}"),
            Html.Of($"{act}"),
            Html.Of($"{total} <small>{interval}</small>"),
            Html.Of($"{last}"),
        ];
    }
}
