namespace InstallSim.Charts;

/// <summary>What stands before a name of a key.</summary>
internal enum Sign
{
    /// <summary>A line.</summary>
    Line,
    /// <summary>A dashed line.</summary>
    Dashed,
    /// <summary>A filled square.</summary>
    Box,
    /// <summary>A dot.</summary>
    Dot,
}

/// <summary>What a colour or line of a chart means.</summary>
internal sealed record KeyItem(string Text, string Colour, Sign Sign)
{
    /// <summary>How much of what is below it the sign covers, as in the chart.</summary>
    public double Opacity { get; init; } = 1;
}

/// <summary>Keys: signs with their names, in as many rows as they need.</summary>
internal static class Keys
{
    /// <summary>From the left edge of a sign to its name, pixels.</summary>
    public const double SignRoom = 24;

    private const double Row = 18, Gap = 18;

    /// <summary>The key as a panel.</summary>
    /// <param name="width">Room there is, pixels.</param>
    /// <param name="items">What it names, in their order.</param>
    public static Panel Of(double width, params IReadOnlyList<KeyItem> items)
    {
        double x = 0, y = Row / 2;
        var marks = new List<Mark>();
        double below = 0;
        foreach (var item in items)
        {
            string text = Lettering.OnTwoLines(item.Text, width - SignRoom, Lettering.LabelSize)
                ?? string.Join('\n', Lettering.Wrap(item.Text, width - SignRoom, Lettering.LabelSize));
            double end = SignRoom + Lettering.WidthOfLines(text, Lettering.LabelSize);
            double lower = (PanelRoom.Lines(text) - 1) * Lettering.LabelLine;
            if (x > 0 && x + end > width)
            {
                (x, y, below) = (0, y + Row + below, 0);
            }

            // The sign stands at the first line.
            marks.Add(Drawn(item, x, y));
            marks.Add(Mark.One(new Label(x + SignRoom, y + (lower / 2), text) { Anchor = Anchor.Start }));
            x += end + Gap;
            below = Math.Max(below, lower);
        }

        double height = y + below + (Row / 2);
        return new Panel(Axis.Hidden(0, width), Axis.Hidden(height, 0), height, marks) { Width = width };
    }

    private static Mark Drawn(KeyItem item, double x, double y) => item.Sign switch
    {
        Sign.Box => Mark.One(new Box(x + 4, x + 16, y + 6, y - 6, item.Colour) { Opacity = item.Opacity }),
        Sign.Dot => Mark.One(new Dot(x + 9, y, item.Colour) { Opacity = item.Opacity }),
        _ => Mark.One(new Segment(y, x, x + 18, item.Colour) { IsDashed = item.Sign == Sign.Dashed, Opacity = item.Opacity }),
    };
}
