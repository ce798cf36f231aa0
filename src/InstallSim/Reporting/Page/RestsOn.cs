using System.Globalization;
using InstallSim.Inputs;
using InstallSim.Outputs;
using InstallSim.Results;
using InstallSim.World;

namespace InstallSim.Reporting.Page;

/// <summary>What a policy's effect rests on: the values of its policies, where they come from, and what its interval holds.</summary>
internal static class RestsOn
{
    private static readonly string[] Names = [".where.departement", ".where.code", ".from", ".until"];

    /// <summary>How many values, how many of them assumed and drawn, and what the interval holds: one line.</summary>
    public static string Line(FigureContext context, ScenarioInfo scenario)
    {
        var all = scenario.Parameters;
        string holds = Holds(context, scenario);
        if (all.Count == 0)
        {
            return holds;
        }

        int assumed = all.Count(MethodSection.IsAssumption), drawn = all.Count(s => IsDrawn(context, s));
        string values = context.Many(all.Count, "value of the policy", "values of the policy",
            "valeur de la mesure", "valeurs de la mesure");
        string how = assumed == 0
            ? context.Say("none assumed", "aucune supposée")
            : context.Say($"{assumed} assumed", $"dont {context.Many(assumed, "", "", "hypothèse", "hypothèses")}");
        string over = drawn == 0
            ? ""
            : context.Say($", {drawn} drawn over a range",
                $", {context.Many(drawn, "", "", "tirée dans une plage", "tirées dans une plage")}");
        return context.Say($"Rests on {values}, {how}{over}. {holds}", $"Repose sur {values}, {how}{over}. {holds}");
    }

    /// <summary>The policies of a scenario, each with its values, their ranges and sources.</summary>
    public static Markup List(FigureContext context, ScenarioInfo scenario)
    {
        var lines = scenario.ShownPolicies(context.Text);
        var groups = scenario.Parameters.GroupBy(PolicyOf).ToList();
        return groups.Count == lines.Count
            ? Html.Join(lines.Zip(groups, (line, values) => Html.Of($"<p class=\"policy\">{line}</p>{Values(context, values)}")))
            : Html.Join(lines.Select(line => Html.Of($"<p class=\"policy\">{line}</p>"))) + Values(context, scenario.Parameters);
    }

    /// <summary>
    /// What a scenario is, and its policies with their years, places and values in sentences: each value with its range and whether it is
    /// assumed. Of a scenario made of others, it is those that have the values.
    /// </summary>
    public static string Sentences(FigureContext context, ScenarioInfo scenario)
    {
        string description = scenario.ShownDescription(context.Text);
        if (PackagesText.Parts(context, scenario) is { Count: > 0 } parts)
        {
            return $"{description} " + context.Say($"Values: those of {context.Text.List(parts)}.",
                $"Valeurs\u00a0: celles de {context.Text.List(parts)}.");
        }

        var lines = scenario.ShownPolicies(context.Text);
        var groups = scenario.Parameters.GroupBy(PolicyOf).ToList();
        string[] said = groups.Count == lines.Count ? [.. lines.Zip(groups, (line, values) => $"{line}. {List(values)}")]
            : [.. lines, .. groups.Select(List)];
        return $"{description} {string.Join(" ", said.Where(s => s.Length > 0).Select(s => s + "."))}".Trim();

        string List(IEnumerable<SettingInfo> values) => context.Join(values.Select(s =>
            $"{Label(context, s)}{context.Text.Colon}{Value(context, s)}{Known(context, s)}"));
    }

    /// <summary>The range of a value and whether it is drawn and assumed, in one pair of brackets; empty where there is nothing.</summary>
    private static string Known(FigureContext context, SettingInfo s)
    {
        string ends = Ends(context, s);
        string[] known =
        [
            .. MethodSection.IsAssumption(s) ? (string[])[context.Say("assumed", "hypothèse")] : [],
            .. ends.Length == 0 ? (string[])[] : IsDrawn(context, s) ? [context.Say($"drawn from {ends}", $"tirage de {ends}")] : [ends],
        ];
        return known.Length == 0 ? "" : $" ({string.Join(", ", known)})";
    }

    private static Markup Values(FigureContext context, IEnumerable<SettingInfo> values) =>
        values.Any() ? Html.Of($"<dl class=\"values\">{Html.Join(values.Select(s => Item(context, s)))}</dl>\n") : default;

    private static Markup Item(FigureContext context, SettingInfo s) => Html.Of(
        $"""<dt>{Label(context, s)}</dt><dd><strong>{Value(context, s)}</strong>{Range(context, s)} """
            + $"""<small>{Flag(context, s)}{Source(context, s)}</small></dd>""");

    private static Markup Flag(FigureContext context, SettingInfo s) =>
        MethodSection.IsAssumption(s) ? MethodSection.Flag(context, Knowledge.Assumption) + Html.Of($" ") : default;

    /// <summary>What stands before the key, or before <c>where</c> and the key, in a value's name.</summary>
    internal static string PolicyOf(SettingInfo s)
    {
        string policy = s.Name[..Math.Max(0, s.Name.LastIndexOf('.'))];
        return policy.EndsWith(".where", StringComparison.Ordinal) ? policy[..^".where".Length] : policy;
    }

    private static string Holds(FigureContext context, ScenarioInfo scenario) => context.Results.Manifest switch
    {
        { HasIntervals: false } => context.NoInterval().ToUpperFirst() + ".",
        _ when context.Results.Difference(scenario.Name, context.Results.Main.Name, context.LastYear) is { IsTied: true } => context.Say(
            "No interval: the same in all replications.", "Sans intervalle\u00a0: le même effet dans toutes les réplications."),
        { HoldsDoubt: true } => context.Say("Its interval holds doubt and chance.", "Son intervalle contient l’incertitude et le hasard."),
        _ => context.Say("Its interval holds chance only.", "Son intervalle ne contient que le hasard."),
    };

    private static bool IsDrawn(FigureContext context, SettingInfo s) =>
        s is { Low: { } low, High: { } high } && low < high && context.Results.Manifest.Drawn.Contains(s.Name);

    private static string Label(FigureContext context, SettingInfo s) =>
        s.ShownLabel(context.Text) is { Length: > 0 } label ? label : s.Name;

    private static string Value(FigureContext context, SettingInfo s) =>
        s.Unit.Length == 0 ? Written(context, s) : $"{Written(context, s)}\u00a0{Unit(context, s)}";

    /// <summary>The value of a setting without its unit: numbers in the language, words as they are.</summary>
    public static string Written(FigureContext context, SettingInfo s) => s.Value switch
    {
        "True" => context.Say("yes", "oui"),
        "False" => context.Say("no", "non"),
        _ when double.TryParse(s.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && !IsName(s) =>
            context.Text.Tick(number),
        _ when s.Name.Contains(".where.", StringComparison.Ordinal) =>
            string.Join(", ", s.Value.Split(", ").Select(word => Place(context, word))),
        _ => s.Value,
    };

    /// <summary>Kinds of territory and zones, which policies name.</summary>
    private static string Place(FigureContext context, string word) => word switch
    {
        "urban" => context.Say("urban", "urbain"),
        "periurban" => context.Say("periurban", "périurbain"),
        "rural" => context.Say("rural", "rural"),
        "zip" or "zac" => word.ToUpperInvariant(),
        "none" => context.Say("no zone", "hors zonage"),
        _ => word,
    };

    /// <summary>The range of a setting; empty when it has none.</summary>
    public static string Ends(FigureContext context, SettingInfo s) => s is not { Low: { } low, High: { } high } ? ""
        : $"{context.Text.Tick(low)} {context.Say("to", "à")} {context.Text.Tick(high)}";

    /// <summary>Codes of places and years are written in digits and are no amounts.</summary>
    private static bool IsName(SettingInfo s) =>
        Names.Any(name => s.Name.EndsWith(name, StringComparison.Ordinal));

    private static string Range(FigureContext context, SettingInfo s) => Ends(context, s) is not { Length: > 0 } ends ? ""
        : $" ({ends}{(IsDrawn(context, s) ? context.Say(", drawn", ", valeur tirée au sort") : "")})";

    private static string Unit(FigureContext context, SettingInfo s) =>
        s.Unit == context.Results.Manifest.AccessibilityUnit && !context.Text.IsFrench ? context.AccessibilityUnit()
        : double.TryParse(s.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
        ? Units.Counted(s.Unit, number, context.Text.IsFrench)
        : context.Text.ShownUnit(s.Unit);

    /// <summary>A value that says nothing but where it is written is what the policy chooses to be.</summary>
    private static string Source(FigureContext context, SettingInfo s) => s.Source.StartsWith("set in ", StringComparison.Ordinal)
        ? context.Say("the policy’s own choice", "choix de la mesure")
        : context.Text.ShownSource(s.Source, MethodSection.IsAssumption(s), hasPlace: false);
}
