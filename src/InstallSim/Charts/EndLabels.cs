namespace InstallSim.Charts;

/// <summary>Names on the right of a panel, apart from one another, each with a thin line to what it names.</summary>
internal static class EndLabels
{
    /// <summary>From the right edge of the panel to the names, pixels.</summary>
    public const double TextAt = 16;

    private const double LineTo = 12, Gap = 4;

    /// <summary>Lines and names, in this order.</summary>
    /// <param name="labels">Names; their points are what they name.</param>
    /// <param name="x">The horizontal axis of the panel.</param>
    /// <param name="y">The vertical axis of the panel.</param>
    /// <param name="width">Width of the panel, pixels; a few more or less do not matter.</param>
    /// <param name="height">Height of the panel, pixels.</param>
    public static IEnumerable<Mark> Of(IEnumerable<Label> labels, Axis x, Axis y, double width, double height)
    {
        var apart = Labels.Apart(labels, y, height, Gap).ToList();
        double up = (y.To - y.From) / height, end = x.To + (LineTo * (x.To - x.From) / width);
        yield return Mark.Of(apart.Select(l => new Line([new Point(l.X, l.Y), new Point(end, l.Y - (l.Dy * up))], l.Colour)
        {
            Thickness = 1,
            Opacity = 0.6,
        }));
        yield return Mark.Of(apart.Select(l => l with
        {
            X = x.To,
            Anchor = Anchor.Start,
            Dx = TextAt,
            IsBold = true,
        }));
    }
}
