using InstallSim.Indicators;
using InstallSim.Outputs;
using InstallSim.Results;

namespace InstallSim.Reporting.Page;

/// <summary>Whether packages are more than their parts, as sentences of the page and the terminal.</summary>
public static class PackagesText
{
    /// <summary>The paragraphs of the page; nothing where no scenario is made of others.</summary>
    internal static Markup Section(FigureContext context)
    {
        var sentences = context.Results.Policies.Select(p => Of(context, p)).OfType<string>().ToList();
        return sentences.Count == 0 ? default : Html.Of($"""
            <h3>{context.Say("How packages add up", "Comment les mesures s’additionnent")}</h3>
            <ul class="packages">{Html.Join(sentences.Select(s => Html.Of($"<li>{s}</li>\n")))}</ul>
            """);
    }

    /// <summary>The scenarios that a scenario is made of, in quotes; none where it is not made of others.</summary>
    internal static IReadOnlyList<string> Parts(FigureContext context, ScenarioInfo scenario) =>
        [.. (context.Results.Results.Packages.FirstOrDefault(p => p.Scenario == scenario.Name).Parts ?? "").Split(" + ")
            .Select(name => context.Results.Manifest.Scenarios.FirstOrDefault(s => s.Name == name)).OfType<ScenarioInfo>()
            .Select(context.Quoted)];

    /// <summary>Whether a scenario is more than the sum of its parts in the main outcome; null where it is not made of others.</summary>
    public static string? Of(FigureContext context, ScenarioInfo scenario)
    {
        PackageEffect row = context.Results.Results.Packages
            .FirstOrDefault(p => p.Scenario == scenario.Name && p.Indicator == context.Results.Main.Name);
        if (row.Indicator is null || !double.IsFinite(row.More))
        {
            return null;
        }

        ReportText text = context.Text;
        Indicator main = context.Results.Main;
        string whole = scenario.ShownTitle(text), made = text.List(Parts(context, scenario)), label = text.Label(main);
        var compared = new Comparison(
            row.Scenario, "", row.Year, row.Indicator, row.More, row.StandardError, row.Lower, row.Upper, row.Replications);
        int decimals = IndicatorText.DecimalsOf(main, compared);
        string more = text.Difference(main, row.More, decimals), sum = text.Difference(main, row.SumOfParts, decimals);
        bool isKnown = double.IsFinite(row.Lower) && double.IsFinite(row.Upper);
        string ends = isKnown
            ? context.Say($", 95% interval {text.Interval(main, row.Lower, row.Upper, decimals)}",
                $", intervalle à 95\u00a0%\u00a0: {text.Interval(main, row.Lower, row.Upper, decimals)}")
            : compared.IsTied ? $" {context.InAllTooFew(row.Replications)}" : "";
        (double least, double most) = row.SumOfParts < 0 ? (-row.Upper, -row.Lower) : (row.Lower, row.Upper);
        string verdict = !isKnown ? context.Text.NotDetermined()
            : least > 0 ? context.Say("more than additive", "plus qu’additif")
            : most < 0 ? context.Say("less than additive", "moins qu’additif")
            : context.Say("additive, as far as can be told", "additif, autant qu’on puisse le dire");
        return context.Say(
            $"{whole} is made of {made}: {verdict}. {label} in {row.Year}: the parts add up to {sum}, together they differ from that "
                + $"by {more}{ends}.",
            $"{whole}\u00a0: réunion de {made}\u00a0; effet {verdict}. {label} en {row.Year}\u00a0: la somme des parties "
                + $"est {sum}, et l’ensemble s’en écarte de {more}{ends}.");
    }
}
