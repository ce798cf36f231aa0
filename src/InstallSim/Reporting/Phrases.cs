using InstallSim.Indicators;
using InstallSim.Inputs;
using InstallSim.Outputs;
using InstallSim.Results;

namespace InstallSim.Reporting;

/// <summary>Turns of phrase that several figures and findings share.</summary>
public static class Phrases
{
    /// <summary>How people call the scenario: its title in the language, else its title, else its name.</summary>
    public static string ShownTitle(this ScenarioInfo scenario, ReportText text) =>
        text.IsFrench && !string.IsNullOrWhiteSpace(scenario.TitleFrench) ? ReportText.SetFrench(scenario.TitleFrench)
        : string.IsNullOrWhiteSpace(scenario.Title) ? scenario.Name : scenario.Title;

    /// <summary>What the scenario is about: in the language, else as it is described.</summary>
    public static string ShownDescription(this ScenarioInfo scenario, ReportText text) =>
        text.IsFrench && !string.IsNullOrWhiteSpace(scenario.DescriptionFrench)
            ? ReportText.SetFrench(scenario.DescriptionFrench) : scenario.Description;

    /// <summary>A line a policy, in the language where the results have it.</summary>
    public static IReadOnlyList<string> ShownPolicies(this ScenarioInfo scenario, ReportText text)
    {
        IReadOnlyList<string> shown = text.IsFrench ? [.. scenario.PoliciesFrench.Select(ReportText.SetFrench)] : scenario.PoliciesTitled;
        return shown.Count == scenario.Policies.Count ? shown : scenario.Policies;
    }

    /// <summary>What a setting is, a label; empty in results of older versions.</summary>
    public static string ShownLabel(this SettingInfo setting, ReportText text) => text.Say(setting.Label ?? "", setting.LabelFrench ?? "");

    /// <summary>A unit as it is written in keys and tables, in the language.</summary>
    public static string ShownUnit(this ReportText text, string unit) => text.Say(unit, Units.French(unit));

    /// <summary>A scenario's title inside a sentence: quoted, at most 70 letters.</summary>
    public static string Quoted(this FigureContext context, ScenarioInfo scenario)
    {
        string title = scenario.ShownTitle(context.Text).Trim().TrimEnd('.');
        if (title.Length > 70)
        {
            int cut = char.IsSurrogate(title[67]) ? 66 : 67;
            title = title[..cut].TrimEnd() + "…";
        }

        if (title.Any(c => c is >= '\u0590' and <= '\u08ff' or >= '\u202a' and <= '\u202e'))
        {
            // Isolated, so that a title from right to left does not turn the sentence around it.
            title = $"\u2068{title}\u2069";
        }

        return context.Say($"“{title}”", $"«\u00a0{title}\u00a0»");
    }

    /// <summary>The main outcome as the object of a sentence: GPs, and where.</summary>
    public static string MainObject(this FigureContext context) => context.Say("GPs", "généralistes") + context.InUnderDense();

    /// <summary>Where the main outcome is counted, to stand after GPs; empty where that is everywhere.</summary>
    public static string InUnderDense(this FigureContext context) => context.Results.Main.Name == "stock-under-dense"
        ? context.Say(" in today’s under-dense territories", " en territoire aujourd’hui sous-dense") : "";

    /// <summary>What a policy clearly worsens beside the main outcome, as the end of a sentence; empty when that is nothing.</summary>
    /// <param name="context">What is asked.</param>
    /// <param name="policy">The policy.</param>
    /// <param name="isSaid">Whether an outcome is said beside the sentence, and so not in it; none is when null.</param>
    public static string But(this FigureContext context, ScenarioInfo policy, Func<Indicator, bool>? isSaid = null)
    {
        var losses = context.Results.Losses(policy.Name).Where(i => i != context.Results.Main && isSaid?.Invoke(i) != true).ToList();
        return losses.Count == 0 ? ""
            : context.Say(", but clearly ", ", mais la mesure, de façon établie, ") + context.Changes(losses, isBetter: false);
    }

    /// <summary>What a policy does to outcomes, all of which it makes better, or worse: <c>raises A and lowers B and C</c>.</summary>
    internal static string Changes(this FigureContext context, IReadOnlyList<Indicator> all, bool isBetter)
    {
        return context.Text.List([.. Part(isLower: false), .. Part(isLower: true)]);

        IEnumerable<string> Part(bool isLower)
        {
            string nouns = context.Text.List([.. all.Where(i => i.Better == Better.Lower == isLower).Select(context.Noun)]);
            return nouns.Length == 0 ? []
                : isLower != isBetter ? [context.Say($"raises {nouns}", $"fait monter {nouns}")]
                : [context.Say($"lowers {nouns}", $"fait baisser {nouns}")];
        }
    }

    /// <summary>An outcome as the subject or object of a sentence.</summary>
    public static string Noun(this FigureContext context, Indicator indicator) => indicator.Name switch
    {
        "stock" => context.Say("the total number of GPs", "le nombre total de généralistes"),
        "stock-under-dense" =>
            context.Say("the number of GPs in today’s under-dense territories",
                "le nombre de généralistes en territoire aujourd’hui sous-dense"),
        "share-under-threshold" =>
            context.Say("the share of people in under-dense territories", "la part de la population en territoire sous-dense"),
        "gps-in-covered" =>
            context.Say("the number of GPs where the policy acts", "le nombre de généralistes là où la mesure agit"),
        "gps-elsewhere" =>
            context.Say("the number of GPs in all other territories", "le nombre de généralistes dans tous les autres territoires"),
        "rest-of-country" =>
            context.Say("the number of GPs in the rest of the country", "le nombre de généralistes dans le reste du pays"),
        "gp-years-under-dense" => context.Say("GP-years in under-dense territories", "les années-médecin en territoire sous-dense"),
        "accessibility-mean" => context.Say("mean accessibility", "l’accessibilité moyenne"),
        "accessibility-gini" => context.Say("inequality of accessibility", "l’inégalité d’accessibilité"),
        _ => context.Text.Label(indicator).ToLowerFirst(),
    };

    /// <summary>A label inside a sentence: its first letter small, unless it begins an abbreviation.</summary>
    public static string ToLowerFirst(this string label) =>
        label.Length < 2 || char.IsUpper(label[1]) ? label : char.ToLowerInvariant(label[0]) + label[1..];

    /// <summary>The beginning of a sentence.</summary>
    public static string ToUpperFirst(this string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>A separator with the space that French puts before it.</summary>
    public static string French(this string separator, FigureContext context) => context.Text.IsFrench ? "\u00a0" + separator : separator;

    /// <summary>Parts of a sentence with a semicolon between them.</summary>
    public static string Join(this FigureContext context, IEnumerable<string> parts) => string.Join("; ".French(context), parts);

    /// <summary>A number with its noun, in the number that the language wants: French counts zero as one.</summary>
    public static string Many(this FigureContext context, int count, string one, string many, string un, string plusieurs) =>
        $"{context.Text.Number(count, 0)} {(context.Text.IsFrench ? (count < 2 ? un : plusieurs) : count == 1 ? one : many)}";

    /// <summary>How many of the replications asked for are finished, as a part of a sentence.</summary>
    public static string Finished(this FigureContext context)
    {
        var (finished, asked) = (context.Results.Manifest.Replications, context.Results.Manifest.ReplicationsAsked);
        return context.Say(
            $"{finished} of {context.Many(asked, "replication", "replications", "", "")} {(finished == 1 ? "is" : "are")} finished",
            $"{context.Many(finished, "", "", "réplication", "réplications")} sur {asked} {(finished == 1 ? "est finie" : "sont finies")}");
    }

    /// <summary>Territories, counted.</summary>
    public static string Territories(this FigureContext context, int count) =>
        context.Many(count, "territory", "territories", "territoire", "territoires");

    /// <summary>How many policies end in a way, as the end of a sentence.</summary>
    public static string Count(this FigureContext context, int some, int all, string way) => (some, all) switch
    {
        (_, 1) => context.Say($"the policy ends {way}", $"la mesure finit {way}"),
        _ when some == all => context.Say($"all {all} policies end {way}", $"les {all} mesures finissent {way}"),
        (1, _) => context.Say($"1 of {all} policies ends {way}", $"1 mesure sur {all} finit {way}"),
        _ => context.Say($"{some} of {all} policies end {way}", $"{some} mesures sur {all} finissent {way}"),
    };

    /// <summary>Unit of an indicator's axis; empty when it has none.</summary>
    public static string Unit(this FigureContext context, Indicator indicator) => indicator.Unit switch
    {
        IndicatorCatalog.Share => "%",
        "GPs" => context.Say("GPs", "médecins généralistes"),
        "GPs/year" => context.Say("GPs a year", "médecins généralistes par an"),
        "FTE" => context.Say("full-time equivalents", "équivalents temps plein"),
        "k€" => "k€",
        "k€/year" => context.Say("k€ a year", "k€ par an"),
        "accessibility" => context.AccessibilityUnit(),
        "places" => context.Say("places", "places"),
        "GP-years" => context.Say("GP-years", "années-médecin"),
        "ratio" => context.Say("ratio", "rapport"),
        "index" => context.Say("index, 0 (equal) to 1", "indice, de 0 (égalité) à\u00a01"),
        _ => context.Text.ShownUnit(indicator.Unit),
    };

    /// <summary>Unit of a difference of the indicator.</summary>
    public static string DifferenceUnit(this FigureContext context, Indicator indicator) =>
        indicator.Unit == IndicatorCatalog.Share ? context.Say("percentage points", "points de pourcentage") : context.Unit(indicator);

    /// <summary>The accessibility metric's unit in the reader's language.</summary>
    public static string AccessibilityUnit(this FigureContext context) => context.Results.Manifest.AccessibilityUnit switch
    {
        "consultations/inhabitant/year" => context.Say("consultations per inhabitant per year", "consultations par habitant et par an"),
        var other => context.Text.ShownUnit(other),
    };

    /// <summary>The sentence about intervals of differences.</summary>
    public static string DifferenceInterval(this FigureContext context) => !context.Results.Manifest.HasIntervals
        ? context.Say($"{context.Replications}: no interval can be given",
            $"{context.Replications}\u00a0: aucun intervalle ne peut être donné")
        : context.Results.Manifest.HoldsDoubt ? context.Say(
            $"mean of {context.Replications} and the interval for 95% of them (doubt and chance), same physicians and same draws in both",
            $"moyenne de {context.Replications} et intervalle qui en contient 95\u00a0% (incertitude et hasard), mêmes médecins et "
                + $"mêmes tirages des deux côtés")
        : context.Say(
            $"mean of {context.Replications} with its 95% interval (chance alone), same physicians and same chance in both",
            $"moyenne de {context.Replications} et son intervalle à 95\u00a0% (hasard seul), mêmes médecins et même hasard des deux côtés");

    /// <summary>A cost as the object of a sentence: a saving where it is below 0.</summary>
    public static string Amount(this FigureContext context, double keur) => keur >= 0 ? context.Text.Money(keur)
        : context.Say($"a saving of {context.Text.Money(-keur)}", $"une économie de {context.Text.Money(-keur)}");

    /// <summary>The interval of a cost, in brackets after it.</summary>
    public static string MoneyInterval(this FigureContext context, double lower, double upper) =>
        context.IntervalBehind(context.MoneyEnds(lower, upper));

    /// <summary>The interval of a price, such as a cost for each GP gained, in brackets after it.</summary>
    public static string PriceInterval(this FigureContext context, double lower, double upper) =>
        context.IntervalBehind(context.PriceEnds(lower, upper));

    /// <summary>
    /// The ends of a price. One that was set to 0 is left out: fewer than <see cref="DoubtIntervals.Enough"/> replications do not tell it,
    /// while cost and gain may be told from 0, and an amount of 0 would say that they are not.
    /// </summary>
    public static string PriceEnds(this FigureContext context, double lower, double upper) =>
        !context.IsSetToZero(lower, upper) ? context.MoneyEnds(lower, upper)
            : context.Say("up\u00a0to\u00a0", "jusqu’à\u00a0") + context.Amount(lower == 0 ? upper : lower);

    /// <summary>The ends of a cost; both of a saving, the smaller one first, where it is one throughout.</summary>
    private static string MoneyEnds(this FigureContext context, double lower, double upper)
    {
        string to = context.Say("\u00a0to\u00a0", "\u00a0à\u00a0");
        return lower < 0 && upper <= 0
            ? context.Say("a saving of ", "économie de ") + context.Text.Money(-upper) + to + context.Text.Money(-lower)
            : lower < 0
            ? context.Say($"a saving of {context.Text.Money(-lower)} to a cost of {context.Text.Money(upper)}",
                $"d’une économie de {context.Text.Money(-lower)} à un coût de {context.Text.Money(upper)}")
            : context.Text.Money(lower) + to + context.Text.Money(upper);
    }

    /// <summary>Whether an end of an interval was set to 0 (<see cref="DoubtIntervals.IsSetToZero"/>).</summary>
    public static bool IsSetToZero(this FigureContext context, double lower, double upper) => context.Results.Manifest is var m
        && m.HoldsDoubt && DoubtIntervals.IsSetToZero(lower, upper, m.Replications);

    private static string IntervalBehind(this FigureContext context, string ends) =>
        context.Say($" (95% interval {ends})", $" (intervalle à 95\u00a0%\u00a0: {ends})");

    /// <summary>What more replications would do to the intervals, as figures and text end a sentence about them.</summary>
    public static string MoreReplications(this FigureContext context) => context.Results.Manifest switch
    {
        { HoldsDoubt: false } => context.Say("more replications narrow them", "se resserrent avec plus de réplications"),
        { Replications: >= DoubtIntervals.Enough } => context.Say(
            "more replications do not narrow them, for they say where one more replication would lie, not the mean",
            "plus de réplications ne les resserrent pas, car ils disent où tomberait une réplication de plus, non la moyenne"),
        _ => context.Say(
            $"they are rough until {DoubtIntervals.Enough} replications; more do not narrow them, for they say where one more replication "
                + "would lie, not the mean",
            $"ils sont grossiers jusqu’à {DoubtIntervals.Enough} réplications\u00a0; davantage ne les resserre pas, car ils disent où "
                + "tomberait une réplication de plus, non la moyenne"),
    };

    /// <summary>
    /// What an end of exactly 0 is (<see cref="DoubtIntervals.IsSetToZero"/>), where an interval of these outcomes at the last year has
    /// one; of a price, why it has one end alone; else empty.
    /// </summary>
    /// <param name="context">The results.</param>
    /// <param name="isShown">Whether the intervals of an outcome are shown.</param>
    public static string ZeroEnds(this FigureContext context, Func<string, bool> isShown)
    {
        ILookup<bool, Comparison> set = context.Results.Results.Comparisons
            .Where(c => c.Year == context.LastYear && isShown(c.Indicator) && context.IsSetToZero(c.Lower, c.Upper))
            .ToLookup(c => IndicatorCatalog.Find(c.Indicator) is { IsPrice: true });
        string differences = !set[false].Any() ? "" : context.Say(
            "An interval that begins or ends at exactly 0 stops there because no replication went the other way; so few replications do "
                + "not rule out that nothing changes, and the difference is not called clear. ",
            "Un intervalle qui commence ou finit à exactement 0 s’arrête là parce qu’aucune réplication n’est allée dans l’autre "
                + "sens\u00a0; si peu de réplications n’excluent pas que rien ne change, et l’écart n’est pas dit établi. ");
        return differences + (!set[true].Any() ? "" : context.Say(
            $"A cost per GP, GP-year or resident that is “up to” an amount has no other end: fewer than {DoubtIntervals.Enough} "
                + "replications do not tell it, even where cost and gain are both clear. ",
            $"Un coût par généraliste, année-médecin ou habitant donné «\u00a0jusqu’à\u00a0» un montant n’a pas d’autre borne\u00a0: "
                + $"moins de {DoubtIntervals.Enough} réplications ne la disent pas, même si coût et gain sont tous deux établis. "));
    }

    /// <summary>What intervals hold, in three words.</summary>
    public static string IntervalHolds(this FigureContext context) => context.Results.Manifest.HoldsDoubt
        ? context.Say("doubt and chance", "incertitude et hasard") : context.Say("chance alone", "hasard seul");

    /// <summary>What intervals hold, in brackets after a space; that there are none where replications are too few.</summary>
    public static string InBrackets(this FigureContext context, string english = "intervals", string french = "intervalles") =>
        !context.Results.Manifest.HasIntervals ? $" ({context.NoInterval()})"
        : $" ({context.Say(english, french)}{context.Text.Colon}{context.IntervalHolds()})";

    /// <summary>Why there is no interval where replications are too few.</summary>
    public static string NoInterval(this FigureContext context) => context.Say("no interval: ", "sans intervalle\u00a0: ")
        + context.FewReplications().ToLowerFirst();

    /// <summary>Replications that are too few for an interval, as the beginning of a sentence.</summary>
    public static string FewReplications(this FigureContext context) => context.Results.Manifest.IsOneReplication
        ? context.Say("One replication", "Une seule réplication")
        : context.Say($"Fewer than {DoubtIntervals.Least} replications that draw",
            $"Moins de {DoubtIntervals.Least} réplications avec tirages");

    /// <summary>A verdict in words.</summary>
    public static string Reading(this FigureContext context, Verdict verdict, Indicator indicator) => verdict switch
    {
        Verdict.Unknown => context.Say("no interval", "pas d’intervalle"),
        Verdict.Unclear => context.Say("no clear difference", "pas de différence établie"),
        _ when Verdicts.IsGain(verdict, indicator) && indicator.Better != Better.Neutral =>
            context.Say("clearly better", "mieux, de façon établie"),
        _ when Verdicts.IsLoss(verdict, indicator) && indicator.Better != Better.Neutral =>
            context.Say("clearly worse", "moins bien, de façon établie"),
        Verdict.Up => context.Say("clearly higher", "plus élevé, de façon établie"),
        _ => context.Say("clearly lower", "plus bas, de façon établie"),
    };

    /// <summary>What one multiplies by to show the indicator: shares are shown in per cent.</summary>
    public static double Scale(this Indicator indicator) => indicator.Unit == IndicatorCatalog.Share ? 100 : 1;
}
