using InstallSim.Indicators;
using InstallSim.Results;

namespace InstallSim.Reporting.Page;

/// <summary>What the numbers allow to say in plain words: first of all scenarios together, then of each.</summary>
public static class Findings
{
    /// <summary>The one sentence about all policies; about the course without policies when there is none.</summary>
    public static string Overall(FigureContext context) =>
        (FigureCatalog.Find(context.Results.Policies.Count > 0 ? "effects" : "trajectories") is { } figure && figure.Applies(context.Results)
            ? figure.Title(context)
            : context.Say("Nothing was recorded", "Rien n’a été enregistré")) + ".";

    /// <summary>What happens without the policies: the main outcome at the start, at its lowest and at the end.</summary>
    public static string Course(FigureContext context)
    {
        var (results, text, main) = (context.Results, context.Text, context.Results.Main);
        var course = results.Years.Select(y => (Year: y, results.Spread(results.Reference.Name, main.Name, y).Mean)).Where(p => double.IsFinite(p.Mean)).ToList();
        if (course.Count < 2)
        {
            return "";
        }

        var (first, last, lowest) = (course[0], course[^1], course.MinBy(p => p.Mean));
        string label = text.Label(main);
        string dip = lowest.Year != first.Year && lowest.Year != last.Year && Math.Min(first.Mean, last.Mean) - lowest.Mean > 0.01 * first.Mean
            ? context.Say($", after a low of {text.Value(main, lowest.Mean)} in {lowest.Year}", $", après un creux à {text.Value(main, lowest.Mean)} en {lowest.Year}")
            : "";
        return context.Say(
            $"Without new policy: {label.ToLowerFirst()}, {text.Value(main, first.Mean)} in {first.Year} and {text.Value(main, last.Mean)} in {last.Year}{dip}.",
            $"Sans nouvelle mesure\u00a0: {label.ToLowerFirst()}, {text.Value(main, first.Mean)} en {first.Year} et {text.Value(main, last.Mean)} en {last.Year}{dip}.");
    }

    /// <summary>The headline of a scenario.</summary>
    public static string Headline(FigureContext context, ScenarioInfo scenario)
    {
        var main = context.Results.Main;
        var comparison = context.Results.Difference(scenario.Name, main.Name, context.LastYear);
        string where = main.Name == "stock-under-dense"
            ? context.Say(" in the territories under-dense at the start", " dans les territoires sous-denses au départ") : "";
        if (comparison is not { } c || !double.IsFinite(c.Difference))
        {
            return context.Say("Not compared with a situation without the policy.", "Pas de comparaison avec une situation sans la mesure.");
        }

        string size = context.Text.Number(Math.Abs(c.Difference), Decimals(c, main));
        string interval = Interval(context, main, c);
        return Verdicts.Of(c) switch
        {
            Verdict.Up => context.Say($"{size} more GPs{where} by {context.LastYear}{interval}.", $"{size} généralistes de plus{where} d’ici {context.LastYear}{interval}."),
            Verdict.Down => context.Say($"{size} fewer GPs{where} by {context.LastYear}{interval}.", $"{size} généralistes de moins{where} d’ici {context.LastYear}{interval}."),
            Verdict.Unknown => context.Say(
                $"{context.Text.Difference(main, c.Difference)} GPs{where} by {context.LastYear}; without an interval nobody can say how sure that is.",
                $"{context.Text.Difference(main, c.Difference)} généralistes{where} d’ici {context.LastYear}\u00a0; sans intervalle, rien ne dit à quel point c’est sûr."),
            _ => context.Say($"No clear difference in the number of GPs{where} by {context.LastYear} ({context.Text.Difference(main, c.Difference)}{Bare(context, main, c)}).",
                $"Pas de différence nette du nombre de généralistes{where} d’ici {context.LastYear} ({context.Text.Difference(main, c.Difference)}{Bare(context, main, c)})."),
        };
    }

    /// <summary>What else is known of a scenario, one sentence each: people, cost, deadweight, displacement.</summary>
    public static IEnumerable<string> Details(FigureContext context, ScenarioInfo scenario)
    {
        if (People(context, scenario) is { } people)
        {
            yield return people;
        }

        foreach (var worse in context.Results.Losses(scenario.Name).Where(i => i != context.Results.Main && i.Name != "share-under-threshold"))
        {
            var c = Last(context, scenario, worse.Name)!.Value;
            yield return context.Say($"But clearly worse: {context.Text.Label(worse).ToLowerFirst()} {context.Text.Difference(worse, c.Difference)}{Bare(context, worse, c)}.",
                $"Mais nettement moins bien\u00a0: {context.Text.Label(worse).ToLowerFirst()} {context.Text.Difference(worse, c.Difference)}{Bare(context, worse, c)}.");
        }

        if (Cost(context, scenario) is { } cost)
        {
            yield return cost;
        }

        if (Last(context, scenario, "deadweight-share") is { } deadweight)
        {
            string share = context.Text.Percent(deadweight.Difference);
            yield return context.Say($"Deadweight: {share} of those aided would have come anyway.", $"Effet d’aubaine\u00a0: {share} des aidés seraient venus de toute façon.");
        }

        if (Last(context, scenario, "displacement-share") is { } displacement)
        {
            string share = context.Text.Percent(displacement.Difference);
            yield return context.Say($"Displacement: {share} of the gains were taken from other under-dense territories.",
                $"Déplacement\u00a0: {share} des gains sont pris à d’autres territoires sous-denses.");
        }
    }

    private static string? People(FigureContext context, ScenarioInfo scenario)
    {
        if (Last(context, scenario, "share-under-threshold") is not { } c)
        {
            return null;
        }

        var indicator = IndicatorCatalog.Find(c.Indicator)!;
        string points = context.Text.Number(Math.Abs(100 * c.Difference), Decimals(c, indicator)) + context.Say(" percentage points", "\u00a0points");
        return Verdicts.Of(c) switch
        {
            Verdict.Down => context.Say($"The share of people in under-dense territories falls by {points}{Interval(context, indicator, c)}.",
                $"La part de la population en territoire sous-dense recule de {points}{Interval(context, indicator, c)}."),
            Verdict.Up => context.Say($"The share of people in under-dense territories rises by {points}{Interval(context, indicator, c)}.",
                $"La part de la population en territoire sous-dense augmente de {points}{Interval(context, indicator, c)}."),
            _ => context.Say("No clear difference in the share of people in under-dense territories.", "Pas de différence nette de la part de la population en territoire sous-dense."),
        };
    }

    private static string? Cost(FigureContext context, ScenarioInfo scenario)
    {
        double cost = context.Results.Spread(scenario.Name, "policy-cost-cumulative", context.LastYear).Mean;
        if (!double.IsFinite(cost) || cost == 0)
        {
            return null;
        }

        string total = context.Say($"Cost: {context.Text.Money(cost)} by {context.LastYear}", $"Coût\u00a0: {context.Text.Money(cost)} d’ici {context.LastYear}");
        bool gained = Verdicts.IsGain(Verdicts.Of(context.Results.Difference(scenario.Name, context.Results.Main.Name, context.LastYear)), context.Results.Main);
        if (!gained)
        {
            return context.Say($"{total}, for no clear gain.", $"{total}, sans gain net.");
        }

        return Last(context, scenario, "cost-per-additional-gp") is { } each
            ? context.Say($"{total}, {context.Text.Money(each.Difference)} for each additional GP in an under-dense territory.",
                $"{total}, soit {context.Text.Money(each.Difference)} par généraliste supplémentaire en territoire sous-dense.")
            : total + ".";
    }

    private static Comparison? Last(FigureContext context, ScenarioInfo scenario, string indicator) =>
        context.Results.Difference(scenario.Name, indicator, context.LastYear) is { } c && double.IsFinite(c.Difference) ? c : null;

    private static string Interval(FigureContext context, Indicator indicator, Comparison c)
    {
        double scale = indicator.Scale();
        double a = Math.Min(Math.Abs(c.Lower), Math.Abs(c.Upper)) * scale, b = Math.Max(Math.Abs(c.Lower), Math.Abs(c.Upper)) * scale;
        string low = context.Text.Number(a, Decimals(c, indicator)), high = context.Text.Number(b, Decimals(c, indicator));
        return context.Say($" (95% interval {low} to {high})", $" (intervalle à 95\u00a0%\u00a0: {low} à {high})");
    }

    private static int Decimals(Comparison c, Indicator indicator) => ReportText.DecimalsFor(c.Lower * indicator.Scale(), c.Upper * indicator.Scale());

    private static string Bare(FigureContext context, Indicator indicator, Comparison c) => context.Say(
        $", 95% interval {context.Text.Interval(indicator, c.Lower, c.Upper)}", $", intervalle à 95\u00a0%\u00a0: {context.Text.Interval(indicator, c.Lower, c.Upper)}");
}
