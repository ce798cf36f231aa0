using InstallSim.Indicators;
using InstallSim.Outputs;
using InstallSim.Results;

namespace InstallSim.Reporting.Page;

/// <summary>
/// Where the physicians of a scenario are and come from, for how long, and what became of announcements: sentences of the page and the
/// terminal.
/// </summary>
public static class Balance
{
    private const string Announced = "msp-announced", Opened = "msp-opened";

    /// <summary>Outcomes whose intervals the sentences say.</summary>
    public static IReadOnlyList<string> WithIntervals { get; } =
        ["gps-in-covered", "gps-elsewhere", "gp-years-under-dense", "stock", "rest-of-country"];

    /// <summary>All that there is to say of a scenario.</summary>
    public static IEnumerable<string> Of(FigureContext context, ScenarioInfo scenario) =>
        new[] { Covered(context, scenario), Years(context, scenario), RestOfCountry(context, scenario), Openings(context, scenario) }
            .OfType<string>();

    /// <summary>
    /// GPs where the policies ever worked, and the net of all others; null when they worked everywhere or nothing was compared.
    /// </summary>
    public static string? Covered(FigureContext context, ScenarioInfo scenario)
    {
        if (Last(context, scenario, "gps-in-covered") is not { } covered
            || Last(context, scenario, "gps-elsewhere") is not { } elsewhere || IsNothing(elsewhere))
        {
            return null;
        }

        string here = Signed(context, covered), there = Signed(context, elsewhere);
        return context.Say($"GPs where the policy acts: {here}; in all other territories: {there}.",
            $"Généralistes là où la mesure agit\u00a0: {here}\u00a0; dans tous les autres territoires\u00a0: {there}.");
    }

    /// <summary>GP-years in under-dense territories and, where they are clearly gained, the price of one.</summary>
    public static string? Years(FigureContext context, ScenarioInfo scenario)
    {
        if (Last(context, scenario, "gp-years-under-dense") is not { } years || IsNothing(years))
        {
            return null;
        }

        string price = Verdicts.Of(years) == Verdict.Up && context.Results.Ratio(scenario.Name, "cost-per-gp-year") is { } each
            ? context.Say($", {context.Amount(each.Difference)} each{context.PriceInterval(each.Lower, each.Upper)}",
                $", {(each.Difference < 0 ? "" : "à ")}{context.Amount(each.Difference)} l’une"
                    + $"{context.PriceInterval(each.Lower, each.Upper)}")
            : "";
        return context.Say(
            $"GP-years in under-dense territories (one GP for one year; each year later counts 4% less): {Signed(context, years)}{price}.",
            $"Années-médecin en territoire sous-dense (un généraliste pendant un an\u00a0; chaque année plus tard compte 4\u00a0% de "
                + $"moins)\u00a0: {Signed(context, years)}{price}.");
    }

    /// <summary>
    /// What the rest of the country loses or gains, where the study is a region that people leave; null where it is none.
    /// </summary>
    public static string? RestOfCountry(FigureContext context, ScenarioInfo scenario)
    {
        if (!IsRegion(context.Results) || Last(context, scenario, "stock") is not { } here
            || Last(context, scenario, "rest-of-country") is not { } rest || IsNothing(rest))
        {
            return null;
        }

        double drawn = -rest.Difference;
        string gained = Signed(context, here), taken = context.Text.Number(drawn, Decimals(rest)), others = Signed(context, rest);
        return Verdicts.Of(here) == Verdict.Up && drawn > 0 && drawn <= here.Difference
            ? context.Say($"GPs in all territories together: {gained}, of whom {taken} would have gone to the rest of the country.",
                $"Généralistes de tous les territoires réunis\u00a0: {gained}, dont {taken} seraient partis dans le reste du pays.")
            : context.Say($"GPs in all territories together: {gained}; in the rest of the country: {others}.",
                $"Généralistes de tous les territoires réunis\u00a0: {gained}\u00a0; dans le reste du pays\u00a0: {others}.");
    }

    /// <summary>Whether newcomers leave for the rest of the country.</summary>
    internal static bool IsRegion(ResultIndex results) =>
        results.Years.Any(y => results.Spread(results.Reference.Name, "newcomers-elsewhere", y).Mean > 0);

    /// <summary>
    /// Centres announced, opened and waiting, means, more than in the baseline, what they wait for and where they open; null when no more
    /// is announced.
    /// </summary>
    public static string? Openings(FigureContext context, ScenarioInfo scenario)
    {
        double announced = context.Results.MeanMore(scenario.Name, Announced), opened = context.Results.MeanMore(scenario.Name, Opened);
        if (!(announced > 0) || !double.IsFinite(opened))
        {
            return null;
        }

        // Rounded before the difference, so that what is written adds up.
        int decimals = announced == Math.Round(announced) && opened == Math.Round(opened) ? 0 : 1;
        (announced, opened) = (Math.Round(announced, decimals), Math.Round(opened, decimals));
        string all = context.Text.Number(announced, decimals), open = context.Text.Number(opened, decimals);
        string waiting = context.Text.Number(announced - opened, decimals);
        string count = context.Say(
            $"Health centres (MSP) announced by {context.LastYear}: {all}, of which {open} opened and {waiting} waiting.",
            $"MSP annoncées d’ici {context.LastYear}\u00a0: {all}, dont {open} ouvertes et {waiting} en attente.");
        string[] more = [announced > opened ? Centres.Why(context, scenario) : "", Centres.Where(context, scenario)];
        return string.Join(' ', more.Prepend(count).Where(sentence => sentence.Length > 0));
    }

    private static bool IsNothing(Comparison c) => c is { Difference: 0, Lower: 0 or double.NaN, Upper: 0 or double.NaN };

    private static Comparison? Last(FigureContext context, ScenarioInfo scenario, string indicator) =>
        context.Results.Difference(scenario.Name, indicator, context.LastYear) is { } c && double.IsFinite(c.Difference) ? c : null;

    private static int Decimals(Comparison c) => IndicatorText.DecimalsOf(IndicatorCatalog.Find(c.Indicator)!, c);

    /// <summary>A difference with its interval, such as <c>+33 (95% interval +30 to +36)</c>.</summary>
    private static string Signed(FigureContext context, Comparison c)
    {
        string Number(double end) => context.Text.WithSign(end, ReportText.DecimalsOfEnd(end, Decimals(c)));
        string mean = context.Text.WithSign(c.Difference, Decimals(c));
        return mean + (c.IsTied ? $" ({context.InAllTooFew(c.Replications)})"
            : !double.IsFinite(c.Lower) || !double.IsFinite(c.Upper) ? "" : context.Say(
            $" (95% interval {Number(c.Lower)}\u00a0to\u00a0{Number(c.Upper)})",
            $" (intervalle à 95\u00a0%\u00a0: {Number(c.Lower)}\u00a0à\u00a0{Number(c.Upper)})"));
    }
}
