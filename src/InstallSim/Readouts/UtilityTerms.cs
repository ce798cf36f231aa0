using InstallSim.Charts;
using InstallSim.Outputs;
using InstallSim.Simulation;

namespace InstallSim.Readouts;

/// <summary>What a figure of a physician's choice is drawn from and for.</summary>
/// <param name="Result">What was found.</param>
/// <param name="Text">Language.</param>
/// <param name="Width">Width, pixels.</param>
internal sealed record ExplainContext(ExplainResult Result, ReportText Text, double Width = 860);

/// <summary>Utilities of the likeliest places as stacked terms, a panel a scenario: what pulls to the right, what pushes to the left.</summary>
internal sealed class UtilityTerms : IFigure<ExplainContext>
{
    private const int MostPanels = 6, MostTerms = 7;
    private const double RowHeight = 25, BarHalf = 0.32;

    public string Id => "utility-terms";

    public (string English, string French) Shows => (
        "Utilities of the likeliest places, term by term, under each scenario.",
        "Utilités des lieux les plus probables, terme à terme, dans chaque scénario.");

    public bool Applies(ExplainContext context) => context.Result.Places.Count > 0;

    public Chart Draw(ExplainContext context)
    {
        (ExplainResult result, ReportText text, double width) = context;
        int[] scenarios = Scenarios(result);
        string[] terms = Terms(result, scenarios);
        string[] own = [.. result.AllTerms.Except(terms)];
        var (from, to) = Ends(result, scenarios, terms, own);
        KeyItem[] key =
        [
            .. terms.Select((t, k) => new KeyItem(TermNames.Of(t, text), Colour(k), Sign.Box)),
            .. own.Length == 0 ? (KeyItem[])[] : [new KeyItem(text.Say("all others", "tous les autres"), Palette.Unclear, Sign.Box)],
        ];
        return new Chart(Title(result, text), Subtitle(result, text, scenarios.Length), Description(result, text), width,
            [.. scenarios.Select(s => Panel(context, s, terms, own, (from, to)))])
        {
            Key = Keys.Of(width - (2 * ChartLayout.Margin), key),
            RowGap = 20,
        };
    }

    private static Panel Panel(ExplainContext context, int scenario, string[] terms, string[] others, (double From, double To) ends)
    {
        (ExplainResult result, ReportText text, double width) = context;
        string[] names = [.. result.Places.Select(j => ExplainText.Place(result, j, text))];
        var y = Axis.Names(names, room: width * 0.36);
        var x = Axis.Numbers(ends.From, ends.To, 6, text.Tick) with { HasGrid = true, Title = text.Say("utils", "utils") };
        string[] shares = [.. result.Places.Select(j => text.Percent(result.Choices[scenario].Probability[j], 1))];
        double room = shares.Max(s => Lettering.Width(s, Lettering.LabelSize)) + 14;
        var marks = new List<Mark>();
        for (int p = 0; p < result.Places.Count; p++)
        {
            marks.Add(Mark.Of(Boxes(result, text, (scenario, p), terms, others)));
        }

        marks.Add(Mark.One(new Segment(0, y.From, y.To, Palette.Rule) { IsUpright = true, Thickness = 1 }));
        marks.Add(Mark.Of(result.Places.Select((_, p) => new Dot(result.Utility(scenario, p), p, Palette.Ink) { Diameter = 7 })));
        marks.Add(Mark.Of(shares.Select((s, p) => new Label(x.To, p, s) { Anchor = Anchor.End, Dx = room })));
        double place = result.TakesPlace(scenario);
        return new Panel(x, y, names.Length * RowHeight, marks)
        {
            RoomRight = room,
            Heading = new Heading(ExplainText.Title(result, scenario, text))
            {
                Notes = [text.Say($"takes a place in the year: {text.Percent(place, 1)}",
                    $"prend un lieu dans l’année\u00a0: {text.Percent(place, 1)}")],
            },
        };
    }

    /// <summary>The terms of a place, from 0 to the right what is above it, from 0 to the left what is below.</summary>
    private static IEnumerable<Box> Boxes(ExplainResult result, ReportText text, (int Scenario, int Place) at, string[] terms, string[] others)
    {
        (double right, double left) = (0, 0);
        double Value(string term) => result.Term(at.Scenario, at.Place, term);
        IEnumerable<(string Name, double Value, string Colour)> parts =
        [
            .. terms.Select((t, k) => (TermNames.Of(t, text), Value(t), Colour(k))),
            (text.Say("all others", "tous les autres"), others.Sum(Value), Palette.Unclear),
        ];
        foreach ((string name, double value, string colour) in parts.Where(part => part.Value != 0))
        {
            double begin = value > 0 ? right : left, end = begin + value;
            (right, left) = value > 0 ? (end, left) : (right, end);
            yield return new Box(Math.Min(begin, end), Math.Max(begin, end), at.Place + BarHalf, at.Place - BarHalf, colour)
            {
                Tip = $"{name}{text.Say(":", "\u00a0:")} {text.WithSign(value, 2)}",
            };
        }
    }

    private static string Colour(int term) => Palette.Scenarios[term];

    /// <summary>The first scenario, and those that change the probabilities of the places shown most.</summary>
    private static int[] Scenarios(ExplainResult result) =>
    [
        0, .. Enumerable.Range(1, result.Choices.Count - 1)
            .OrderByDescending(s => result.Places.Sum(j => Math.Abs(result.Choices[s].Probability[j] - result.Choices[0].Probability[j])))
            .Take(MostPanels - 1).Order(),
    ];

    /// <summary>The terms that tell the places and scenarios apart most, what policies pay always among them where it is anything.</summary>
    private static string[] Terms(ExplainResult result, int[] scenarios)
    {
        double Most(string term) => scenarios.Max(s => Enumerable.Range(0, result.Places.Count).Max(p => Math.Abs(result.Term(s, p, term))));
        string[] ranked = [.. result.AllTerms.Where(t => Most(t) > 0)
            .OrderByDescending(t => t == PersonalChoice.AidTerm ? double.PositiveInfinity : Most(t)).Take(MostTerms)];
        return [.. result.AllTerms.Where(ranked.Contains)];
    }

    private static (double From, double To) Ends(ExplainResult result, int[] scenarios, string[] terms, string[] others)
    {
        (double least, double most) = (0, 0);
        foreach (int s in scenarios)
        {
            for (int p = 0; p < result.Places.Count; p++)
            {
                double[] values = [.. terms.Select(t => result.Term(s, p, t)), others.Sum(t => result.Term(s, p, t))];
                (least, most) = (Math.Min(least, values.Where(v => v < 0).Sum()), Math.Max(most, values.Where(v => v > 0).Sum()));
            }
        }

        double margin = 0.02 * (most - least);
        return (least - margin, most + margin);
    }

    private static string Title(ExplainResult result, ReportText text)
    {
        string name = result.Source.Profile.Name, place = ExplainText.Place(result, result.Places[0], text);
        string share = text.Percent(result.Choices[0].Probability[result.Places[0]], 1);
        return text.Say($"{name} is likeliest to take a place in {place}: {share} in {result.Source.Year}",
            $"Le lieu le plus probable pour {name}\u00a0: {place}, {share} en {result.Source.Year}");
    }

    private static string Subtitle(ExplainResult result, ReportText text, int shown)
    {
        string some = shown == result.Choices.Count ? "" : text.Say($" {shown} of {result.Choices.Count} scenarios, those that change most.",
            $" {shown} des {result.Choices.Count} scénarios, ceux qui changent le plus.");
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
