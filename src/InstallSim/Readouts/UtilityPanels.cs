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
        Row[] rows = [.. result.Places.Select((j, p) => new Row(
            j, [.. result.Terms(0).Select(t => (t, result.Term(0, p, t)))], text.Percent(result.Choices[0].Probability[j], 2), ""))];
        string place = text.Percent(result.TakesPlace(0), 1);
        return Stack(context, rows, EndsOf(rows.Select(r => r.Terms)), (ExplainText.Title(result, 0, text), text.Say(
            $"takes a place in the year: {place}", $"prend un lieu dans l’année\u00a0: {place}")));
    }

    /// <summary>What a scenario changes about the places that it changes most, on the axis of all changes shown.</summary>
    public static Panel Changes(ExplainContext context, int scenario, ExplainChange[] changes, IEnumerable<ExplainChange> all)
    {
        (ExplainResult result, ReportText text, _) = context;
        Row[] rows = [.. changes.Select(c => new Row(
            c.Alternative, [.. c.Terms], $"{text.Percent(c.Before, 2)} → {text.Percent(c.After, 2)}",
            c.Terms.Any(t => Math.Abs(t.Change) >= ExplainText.Worth) ? "" : ExplainText.Why(c, text)))];
        string place = text.Percent(result.TakesPlace(scenario), 1);
        return Stack(context, rows, EndsOf(all.Select(c => c.Terms)), (ExplainText.Title(result, scenario, text), text.Say(
            $"what it changes; takes a place in the year: {place}", $"ce qu’il change\u00a0; prend un lieu dans l’année\u00a0: {place}")));
    }

    private static (double From, double To) EndsOf(IEnumerable<IReadOnlyList<(string Term, double Value)>> rows)
    {
        (double least, double most) = (-Least, Least);
        foreach (IReadOnlyList<(string Term, double Value)> terms in rows)
        {
            least = Math.Min(least, terms.Sum(t => Math.Min(0, t.Value)));
            most = Math.Max(most, terms.Sum(t => Math.Max(0, t.Value)));
        }

        double margin = 0.02 * (most - least);
        return (least - margin, most + margin);
    }

    private static Panel Stack(
        ExplainContext context, Row[] rows, (double From, double To) ends, (string Title, string Note) said)
    {
        (ExplainResult result, ReportText text, double width) = context;
        var y = Axis.Names([.. rows.Select(r => ExplainText.Place(result, r.Place, text))], room: width * 0.34);
        var x = Axis.Numbers(ends.From, ends.To, 6, text.Tick) with { HasGrid = true, Title = "utils" };
        double room = rows.Max(r => Lettering.Width(r.Words, Lettering.LabelSize)) + 14;
        return new Panel(x, y, rows.Length * RowHeight,
        [
            .. rows.Select((r, p) => Mark.Of(Boxes(context, p, r.Terms))),
            Mark.One(new Segment(0, y.From, y.To, Palette.Rule) { IsUpright = true, Thickness = 1 }),
            Mark.Of(rows.Select((r, p) => new Dot(r.Terms.Sum(t => t.Value), p, Palette.Ink) { Diameter = 7 })),
            Mark.Of(rows.Select((r, p) => new Label(0, p, r.Why, Palette.Muted) { Anchor = Anchor.Start, Dx = 8 })
                .Where(label => label.Text.Length > 0)),
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
            .. terms.Where(t => context.Coloured.Contains(t.Term))
                .Select(t => (TermNames.Of(t.Term, text), t.Value, context.Colour(t.Term))),
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

    /// <summary>A place, its terms, what stands on its right, and why its probability is another where no term is.</summary>
    private sealed record Row(int Place, (string Term, double Value)[] Terms, string Words, string Why);
}
