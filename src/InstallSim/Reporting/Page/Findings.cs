using InstallSim.Indicators;
using InstallSim.Inputs;
using InstallSim.Outputs;
using InstallSim.Results;
using InstallSim.World;

namespace InstallSim.Reporting.Page;

/// <summary>What the numbers allow to say in plain words: first of all scenarios together, then of each.</summary>
public static class Findings
{
    /// <summary>The one sentence about all policies; about the course without policies when there is none.</summary>
    public static string Overall(FigureContext context) =>
        (FigureCatalog.Find(context.Results.Policies.Count > 0 ? "effects" : "trajectories") is { } figure && figure.Applies(context)
            ? figure.Draw(context).Title
            : context.Say("Nothing was recorded", "Rien n’a été enregistré")) + ".";

    /// <summary>
    /// The main outcome at the start, at its lowest and at the end: without the policies, or in a scenario that ran alone.
    /// </summary>
    public static string Course(FigureContext context)
    {
        var (results, text, main) = (context.Results, context.Text, context.Results.Main);
        var course = results.Years.Select(y => (Year: y, results.Spread(results.Reference.Name, main.Name, y).Mean))
            .Where(p => double.IsFinite(p.Mean)).ToList();
        if (course.Count < 2)
        {
            return "";
        }

        var (first, last, lowest) = (course[0], course[^1], course.MinBy(p => p.Mean));
        string label = main.Unit == "GPs"
            ? context.Say("the number of ", "le nombre de ") + text.Label(main).ToLowerFirst()
            : text.Label(main).ToLowerFirst();
        string dip = lowest.Year != first.Year && lowest.Year != last.Year
            && Math.Min(first.Mean, last.Mean) - lowest.Mean > 0.01 * first.Mean
            ? context.Say($", after a low of {text.Value(main, lowest.Mean)} in {lowest.Year}",
                $", après un creux à {text.Value(main, lowest.Mean)} en {lowest.Year}")
            : "";
        string what = context.WithoutNewPolicy is { Length: > 0 } without ? $"{without.TrimStart()}, {label}" : label;
        return context.Say(
            $"{what} goes from {text.Value(main, first.Mean)} in {first.Year} to {text.Value(main, last.Mean)} "
                + $"in {last.Year}{dip}.",
            $"{what} passe de {text.Value(main, first.Mean)} en {first.Year} à {text.Value(main, last.Mean)} "
                + $"en {last.Year}{dip}.").ToUpperFirst();
    }

    /// <summary>What cards compare with.</summary>
    public static string Against(FigureContext context) => context.Results.Policies.Count == 0 ? "" : context.Say(
        $"In {context.LastYear}, compared with no new policy{context.InBrackets()}:",
        $"En {context.LastYear}, par rapport à la situation sans nouvelle mesure{context.InBrackets()}\u00a0:");

    /// <summary>That nothing is counted in under-dense territories, where there are none at the start; else empty.</summary>
    public static string WithoutUnderDense(FigureContext context)
    {
        Manifest m = context.Results.Manifest;
        double[] atStart = [.. context.Results.Results.Observations
            .Where(o => o.Indicator is "stock-under-dense" or "share-under-threshold" && o.Year == m.FirstYear).Select(o => o.Value)];
        bool isNone = atStart.Length > 0 && atStart.All(value => value == 0);
        string threshold = AccessibilityLevels.Threshold(context);
        return !isNone ? "" : context.Say(
            $"No territory is under-dense in {m.FirstYear} (accessibility below {threshold}): "
                + "what is counted there stays 0 whatever a policy does.",
            $"Aucun territoire n’est sous-dense en {m.FirstYear} (accessibilité sous {threshold})\u00a0: "
                + "ce qui s’y compte reste 0 quoi que fasse une mesure.");
    }

    /// <summary>
    /// What readers of any number should know of the table of territories: cells that the program filled, and that nobody says how
    /// variables are known; empty where neither is so.
    /// </summary>
    public static string Territories(FigureContext context)
    {
        IReadOnlyList<Provenance> all = context.Results.Manifest.Territories;
        string filled = context.Join(all.Where(p => p.Filled > 0)
            .Select(p => $"{MethodSection.Label(context, p).ToLowerFirst()} ({context.Territories(p.Filled)})"));
        int unsaid = all.Count(p => p.IsUnsaid);
        string cells = filled.Length == 0 ? "" : context.Say(
            $"Empty cells of the table of territories were filled with the mean over people: {filled}. ",
            $"Des cases vides du tableau des territoires ont été remplies par la moyenne pondérée par les habitants\u00a0: {filled}. ");
        string known = unsaid == 0 ? "" : context.Say(
            $"For {unsaid} of {all.Count} variables of the territories nobody says how they are known: values are taken as they stand.",
            $"Pour {context.Many(unsaid, "", "", "variable", "variables")} des territoires sur {all.Count}, rien ne dit comment les "
                + "valeurs sont connues\u00a0: elles sont prises telles quelles.");
        return (cells + known).Trim();
    }

    /// <summary>
    /// The headline of a scenario, over its first lines: it names only such clear losses beside the main outcome as have no line there.
    /// </summary>
    public static string Headline(FigureContext context, ScenarioInfo scenario)
    {
        var main = context.Results.Main;
        var comparison = context.Results.Difference(scenario.Name, main.Name, context.LastYear);
        string where = context.InUnderDense();
        if (comparison is not { } c || !double.IsFinite(c.Difference))
        {
            return context.Say("Not compared with a situation without the policy.",
                "Pas de comparaison avec une situation sans la mesure.");
        }

        string size = context.Text.Number(Math.Abs(c.Difference), IndicatorText.DecimalsOf(main, c));
        string interval = Interval(context, main, c), but = context.But(scenario, Losses.HaveLines(context, scenario));
        return Verdicts.Of(c) switch
        {
            Verdict.Up => context.Say($"{size} more GPs{where}{interval}{but}.", $"{size} généralistes de plus{where}{interval}{but}."),
            Verdict.Down => context.Say($"{size} fewer GPs{where}{interval}{but}.", $"{size} généralistes de moins{where}{interval}{but}."),
            Verdict.Unknown when c.Difference == 0 => context.Say(
                $"No change in the number of GPs{where}; without an interval nobody can say how sure that is.",
                $"Nombre de généralistes{where} inchangé\u00a0; sans intervalle, rien ne dit à quel point c’est sûr."),
            Verdict.Unknown => context.Say(
                $"{context.Text.Difference(main, c)} GPs{where}; without an interval nobody can say how sure that is.",
                $"{context.Text.Difference(main, c)} généralistes{where}\u00a0; sans intervalle, rien ne "
                    + $"dit à quel point c’est sûr."),
            _ =>
                context.Say($"No clear difference in the number of GPs{where} ({Bare(context, main, c)}){but}.",
                    $"Généralistes{where}\u00a0: pas de différence établie ({Bare(context, main, c)}){but}."),
        };
    }

    /// <summary>
    /// What a card says at first sight: the worst losses in GPs and the worst other one, people, what else is better, cost, and what the
    /// effect rests on; a short one has the same losses, gains and cost, without what is not clear of people and what the effect rests on.
    /// </summary>
    public static IReadOnlyList<string> FirstLines(FigureContext context, ScenarioInfo scenario, bool isShort = false) =>
        [.. Losses.WorstOf(context, scenario).Select(loss => Loss(context, loss)), .. new[]
        {
            isShort && !IsClear(context, scenario, "share-under-threshold") ? null : People(context, scenario),
            Gains.Beside(context, scenario, isBesidePeople: true),
            CostText.Of(context, scenario), isShort ? null : RestsOn.Line(context, scenario),
        }.OfType<string>()];

    /// <summary>What else is known of a scenario, one sentence each: the share of chance, people, cost, deadweight, displacement.</summary>
    public static IEnumerable<string> Details(FigureContext context, ScenarioInfo scenario)
    {
        if (Chance(context, scenario) is { } chance)
        {
            yield return chance + DoubtText.Most(context, scenario.Name);
        }

        if (DoubtText.Best(context, scenario.Name) is { } best)
        {
            yield return best;
        }

        if (People(context, scenario) is { } people)
        {
            yield return people;
        }

        foreach (var loss in Losses.Of(context, scenario))
        {
            yield return Loss(context, loss);
        }

        foreach (string sentence in Balance.Of(context, scenario))
        {
            yield return sentence;
        }

        if (CostText.Of(context, scenario) is { } cost)
        {
            yield return cost;
        }

        if (Last(context, scenario, "deadweight-share") is { } deadweight)
        {
            (string share, string interval) = Shares(context, deadweight);
            yield return context.Say($"Deadweight: {share} of those aided would have come anyway{interval}.",
                $"Effet d’aubaine\u00a0: {share} des médecins aidés seraient venus de toute façon{interval}.");
        }

        if (HasGain(context, scenario) && Last(context, scenario, "displacement-share") is { } displacement)
        {
            (string share, string interval) = Shares(context, displacement);
            yield return context.Say($"Displacement: {share} of those gained come from other under-dense territories{interval}.",
                $"Déplacement\u00a0: {share} des généralistes gagnés viennent d’autres territoires sous-denses{interval}.");
        }
    }

    private static string Loss(FigureContext context, Loss loss)
    {
        var (c, worse) = (loss.Comparison, loss.Indicator);
        bool isLower = c.Difference < 0;
        int decimals = IndicatorText.DecimalsOf(worse, c);
        double shown = Math.Round(Math.Abs(c.Difference) * worse.Scale(), decimals);
        string unit = context.DifferenceUnit(worse);
        string size = context.Text.Number(shown, decimals)
            + (worse.Unit == "GPs" ? "" : " " + (context.Text.IsFrench && shown < 2 ? Units.One(unit) : unit));
        return context.Say($"But {context.Noun(worse)} is {size} {(isLower ? "lower" : "higher")}{Interval(context, worse, c)}.",
            $"Mais {context.Noun(worse)} {(isLower ? "recule" : "augmente")} de {size}{Interval(context, worse, c)}.");
    }

    /// <summary>What chance has of the main effect's variance; null without doubt or where it is not known.</summary>
    private static string? Chance(FigureContext context, ScenarioInfo scenario)
    {
        if (!context.Results.Manifest.HoldsDoubt
            || Last(context, scenario, context.Results.Main.Name) is not { Lower: var lower, ChanceShare: var share }
            || !double.IsFinite(lower) || !double.IsFinite(share))
        {
            return null;
        }

        string percent = context.Text.Percent(share, 0);
        return share > 0.995
            ? context.Say("All of the variance of that effect is chance.", "Toute la variance de cet effet tient au hasard.")
            : context.Say($"Chance has {percent} of the variance of that effect; the rest is doubt about the inputs.",
                $"Le hasard fait {percent} de la variance de cet effet\u00a0; le reste est l’incertitude des données.");
    }

    private static string? People(FigureContext context, ScenarioInfo scenario)
    {
        if (Last(context, scenario, "share-under-threshold") is not { } c)
        {
            return null;
        }

        var indicator = IndicatorCatalog.Find(c.Indicator)!;
        int decimals = IndicatorText.DecimalsOf(indicator, c);
        double shown = Math.Round(Math.Abs(100 * c.Difference), decimals);
        string points = context.Text.Number(shown, decimals)
            + context.Say(" percentage points", shown < 2 ? "\u00a0point" : "\u00a0points");
        return Verdicts.Of(c) switch
        {
            Verdict.Down =>
                context.Say($"The share of people in under-dense territories is {points} lower{Interval(context, indicator, c)}.",
                    $"La part de la population en territoire sous-dense recule de {points}{Interval(context, indicator, c)}."),
            Verdict.Up =>
                context.Say($"The share of people in under-dense territories is {points} higher{Interval(context, indicator, c)}.",
                    $"La part de la population en territoire sous-dense augmente de {points}{Interval(context, indicator, c)}."),
            _ =>
                context.Say("No clear difference in the share of people in under-dense territories.",
                    "Population en territoire sous-dense\u00a0: pas de différence établie."),
        };
    }

    private static bool HasGain(FigureContext context, ScenarioInfo scenario) =>
        Verdicts.IsGain(
            Verdicts.Of(context.Results.Difference(scenario.Name, context.Results.Main.Name, context.LastYear)), context.Results.Main);

    private static bool IsClear(FigureContext context, ScenarioInfo scenario, string indicator) =>
        Verdicts.Of(Last(context, scenario, indicator)) is Verdict.Up or Verdict.Down;

    private static Comparison? Last(FigureContext context, ScenarioInfo scenario, string indicator) =>
        context.Results.Difference(scenario.Name, indicator, context.LastYear) is { } c && double.IsFinite(c.Difference) ? c : null;

    private static string Interval(FigureContext context, Indicator indicator, Comparison c)
    {
        double scale = indicator.Scale();
        double a = Math.Min(Math.Abs(c.Lower), Math.Abs(c.Upper)) * scale, b = Math.Max(Math.Abs(c.Lower), Math.Abs(c.Upper)) * scale;
        int decimals = IndicatorText.DecimalsOf(indicator, c);
        string low = context.Text.Number(a, ReportText.DecimalsOfEnd(a, decimals)), high = context.Text.Number(b, decimals);
        string beyond = context.Text.Beyond(indicator, c.Lower, c.Upper);
        return context.Say($" (95% interval {low}\u00a0to\u00a0{high}{beyond})",
            $" (intervalle à 95\u00a0%\u00a0: {low}\u00a0à\u00a0{high}{beyond})");
    }

    /// <summary>A share and its interval, whole percentages where these keep them apart; the interval empty when there is none.</summary>
    private static (string Share, string Interval) Shares(FigureContext context, Comparison c)
    {
        int decimals = IndicatorText.PercentDecimals(c);
        string low = context.Text.Percent(c.Lower, ReportText.DecimalsOfEnd(100 * c.Lower, decimals));
        string high = context.Text.Percent(c.Upper, ReportText.DecimalsOfEnd(100 * c.Upper, decimals));
        return (context.Text.Percent(c.Difference, decimals), !double.IsFinite(c.Lower) || !double.IsFinite(c.Upper) ? "" : context.Say(
            $" (95% interval {low}\u00a0to\u00a0{high})", $" (intervalle à 95\u00a0%\u00a0: {low}\u00a0à\u00a0{high})"));
    }

    private static string Bare(FigureContext context, Indicator indicator, Comparison c)
    {
        string size = context.Text.Difference(indicator, c), ends = context.Text.Interval(indicator, c);
        return c.IsTied ? $"{size} {context.InAllTooFew(c.Replications)}"
            : context.Say($"{size}, 95% interval {ends}", $"{size}, intervalle à 95\u00a0%\u00a0: {ends}");
    }
}
