using InstallSim.Charts;
using InstallSim.Outputs;
using InstallSim.Simulation;

namespace InstallSim.Readouts;

/// <summary>What a figure of a physician's choice is drawn from and for.</summary>
/// <param name="Result">What was found.</param>
/// <param name="Text">Language.</param>
/// <param name="Width">Width, pixels.</param>
internal sealed record ExplainContext(ExplainResult Result, ReportText Text, double Width = 860)
{
    private const int MostTerms = 7;

    /// <summary>The terms with a colour of their own: those that matter most; what policies pay first where it is anything.</summary>
    public IReadOnlyList<string> Coloured { get; } = Leading(Result);

    /// <summary>Colour of a term.</summary>
    public string Colour(string term) => Coloured.ToList().IndexOf(term) is >= 0 and int at ? Palette.Scenarios[at] : Palette.Unclear;

    private static string[] Leading(ExplainResult result)
    {
        double Most(string term) => Enumerable.Range(0, result.Choices.Count)
            .SelectMany(s => Enumerable.Range(0, result.Places.Count).Select(p => Math.Abs(result.Term(s, p, term))))
            .DefaultIfEmpty().Max();
        string[] ranked = [.. result.AllTerms.Where(t => Most(t) > 0)
            .OrderByDescending(t => t == PersonalChoice.AidTerm ? double.PositiveInfinity : Most(t)).Take(MostTerms)];
        return [.. result.AllTerms.Where(ranked.Contains)];
    }
}

/// <summary>
/// Utilities of the likeliest places as stacked terms under the first scenario, and below, for each scenario that changes anything, the
/// places that it changes most: what it adds to their terms, and their probabilities.
/// </summary>
internal sealed class UtilityTerms : IFigure<ExplainContext>
{
    private const int MostScenarios = 5;

    public string Id => "utility-terms";

    public (string English, string French) Shows => (
        "Utilities of the likeliest places term by term, and what each scenario changes.",
        "Utilités des lieux les plus probables, terme à terme, et ce que change chaque scénario.");

    public bool Applies(ExplainContext context) => context.Result.Places.Count > 0;

    public Chart Draw(ExplainContext context)
    {
        (ExplainResult result, ReportText text, double width) = context;
        (int Scenario, ExplainChange[] Changes)[] changed = [.. Enumerable.Range(1, result.Choices.Count - 1)
            .Select(s => (s, ExplainChange.Of(result, s).Take(ExplainText.MostChanges).ToArray())).Where(c => c.Item2.Length > 0)
            .OrderByDescending(c => Math.Abs(c.Item2[0].After - c.Item2[0].Before)).Take(MostScenarios).OrderBy(c => c.s)];
        return new Chart(Title(result, text), Subtitle(result, text, changed.Length), Description(result, text), width,
            [
                UtilityPanels.Levels(context),
                .. changed.Select(c => UtilityPanels.Changes(context, c.Scenario, c.Changes, changed.SelectMany(all => all.Changes))),
            ])
        {
            Key = Keys.Of(width - (2 * ChartLayout.Margin),
            [
                .. context.Coloured.Select(t => new KeyItem(TermNames.Of(t, text), context.Colour(t), Sign.Box)),
                new KeyItem(text.Say("all others", "tous les autres"), Palette.Unclear, Sign.Box),
            ]),
            RowGap = 20,
        };
    }

    private static string Title(ExplainResult result, ReportText text)
    {
        string name = result.Source.Profile.Name, place = ExplainText.Place(result, result.Places[0], text);
        string share = text.Percent(result.Choices[0].Probability[result.Places[0]], 1);
        return text.Say($"The likeliest place for {name} is {place}: {share} in {result.Source.Year}",
            $"Le lieu le plus probable pour {name}\u00a0: {place}, {share} en {result.Source.Year}");
    }

    private static string Subtitle(ExplainResult result, ReportText text, int shown)
    {
        string some = shown >= result.Choices.Count - 1 ? "" : text.Say(
            $" Below: {shown} of {result.Choices.Count - 1} other scenarios, those that change most.",
            $" En dessous\u00a0: {shown} des {result.Choices.Count - 1} autres scénarios, ceux qui changent le plus.");
        return text.Say(
            $"{ExplainText.Who(result, text)}. Terms of the utility, dot: their sum; on the right the probability of the place.{some}",
            $"{ExplainText.Who(result, text)}. Termes de l’utilité, point\u00a0: leur somme\u00a0; à droite la probabilité du lieu.{some}");
    }

    private static string Description(ExplainResult result, ReportText text)
    {
        string places = text.List([.. result.Places.Select((j, p) =>
            $"{ExplainText.Place(result, j, text)} ({text.Number(result.Utility(0, p), 2)} utils, "
                + $"{text.Percent(result.Choices[0].Probability[j], 1)})")]);
        return text.Say($"Stacked bars of utility terms. Under {ExplainText.Title(result, 0, text)}: {places}.",
            $"Barres empilées des termes de l’utilité. Dans {ExplainText.Title(result, 0, text)}\u00a0: {places}.");
    }
}
