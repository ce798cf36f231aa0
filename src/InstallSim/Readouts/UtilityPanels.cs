using InstallSim.Charts;
using InstallSim.Outputs;

namespace InstallSim.Readouts;

/// <summary>Panels of stacked terms: from 0 to the right what speaks for a place, from 0 to the left what speaks against it.</summary>
internal static class UtilityPanels
{
    private const double RowHeight = 25, BarHalf = 0.32;

    /// <summary>A change of a term that is too small to be seen or said, utils.</summary>
    private const double Least = 0.05;

    /// <summary>The utilities of the likeliest places under the first scenario.</summary>
    public static Panel Levels(ExplainContext context)
    {
        (ExplainResult result, ReportText text, _) = context;
        var rows = result.Places.Select((j, p) => (
            Place: j, Terms: result.Terms(0).Select(t => (t, result.Term(0, p, t))).ToArray(),
            Words: text.Percent(result.Choices[0].Probability[j], 2))).ToArray();
        string place = text.Percent(result.TakesPlace(0), 1);
        return Stack(context, rows, (ExplainText.Title(result, 0, text), text.Say($"takes a place in the year: {place}",
            $"prend un lieu dans l’année\u00a0: {place}")));
    }

    /// <summary>What a scenario changes about the places that it changes most.</summary>
    public static Panel Changes(ExplainContext context, int scenario, ExplainChange[] changes)
    {
        (ExplainResult result, ReportText text, _) = context;
        var rows = changes.Select(c => (
            Place: c.Alternative, Terms: c.Terms.ToArray(),
            Words: $"{text.Percent(c.Before, 2)} → {text.Percent(c.After, 2)}")).ToArray();
        string place = text.Percent(result.TakesPlace(scenario), 1);
        string[] why = [.. changes.Select(c => ExplainText.Because(c, text)).Where(words => words.Length > 0).Distinct()];
        return Stack(context, rows, (ExplainText.Title(result, scenario, text), text.Say(
            $"what it changes; takes a place in the year: {place}{(why.Length > 0 ? $". {why[0]}" : "")}",
            $"ce qu’il change\u00a0; prend un lieu dans l’année\u00a0: {place}{(why.Length > 0 ? $". {why[0]}" : "")}")));
    }

    private static Panel Stack(
        ExplainContext context, (int Place, (string Term, double Value)[] Terms, string Words)[] rows, (string Title, string Note) said)
    {
        (ExplainResult result, ReportText text, double width) = context;
        var y = Axis.Names([.. rows.Select(r => ExplainText.Place(result, r.Place, text))], room: width * 0.34);
        double least = Math.Min(-Least, rows.Min(r => r.Terms.Sum(t => Math.Min(0, t.Value)))),
            most = Math.Max(Least, rows.Max(r => r.Terms.Sum(t => Math.Max(0, t.Value)))), margin = 0.02 * (most - least);
        var x = Axis.Numbers(least - margin, most + margin, 6, text.Tick) with { HasGrid = true, Title = "utils" };
        double room = rows.Max(r => Lettering.Width(r.Words, Lettering.LabelSize)) + 14;
        return new Panel(x, y, rows.Length * RowHeight,
        [
            .. rows.Select((r, p) => Mark.Of(Boxes(context, p, r.Terms))),
            Mark.One(new Segment(0, y.From, y.To, Palette.Rule) { IsUpright = true, Thickness = 1 }),
            Mark.Of(rows.Select((r, p) => new Dot(r.Terms.Sum(t => t.Value), p, Palette.Ink) { Diameter = 7 })),
            Mark.Of(rows.Select((r, p) => new Label(x.To, p, r.Words) { Anchor = Anchor.End, Dx = room })),
        ])
        {
            RoomRight = room,
            Heading = new Heading(said.Title) { Notes = [said.Note] },
        };
    }

    private static IEnumerable<Box> Boxes(ExplainContext context, int place, (string Term, double Value)[] terms)
    {
        ReportText text = context.Text;
        (double right, double left) = (0, 0);
        double others = terms.Where(t => !context.Coloured.Contains(t.Term)).Sum(t => t.Value);
        IEnumerable<(string Name, double Value, string Colour)> parts =
        [
            .. terms.Where(t => context.Coloured.Contains(t.Term)).Select(t => (TermNames.Of(t.Term, text), t.Value, context.Colour(t.Term))),
            (text.Say("all others", "tous les autres"), others, Palette.Unclear),
        ];
        foreach ((string name, double value, string colour) in parts.Where(part => part.Value != 0))
        {
            double begin = value > 0 ? right : left, end = begin + value;
            (right, left) = value > 0 ? (end, left) : (right, end);
            yield return new Box(Math.Min(begin, end), Math.Max(begin, end), place + BarHalf, place - BarHalf, colour)
            {
                Tip = $"{name}{text.Say(":", "\u00a0:")} {text.WithSign(value, 2)}",
            };
        }
    }
}
