namespace InstallSim.Charts;

/// <summary>Rows of one kind, drawn in their order.</summary>
public abstract record Mark
{
    /// <summary>
    /// What the page makes the rows of for what its reader chooses: a maker's name and what it is given; empty where rows are fixed.
    /// </summary>
    public IReadOnlyList<string> Follows { get; init; } = [];

    /// <summary>A mark of these rows.</summary>
    public static Mark<TRow> Of<TRow>(IEnumerable<TRow> rows)
        where TRow : Row => new(new Lazy<IReadOnlyList<TRow>>([.. rows]));

    /// <summary>A mark of rows that are made once a pen asks for them: many, of a chart of which the words alone may be wanted.</summary>
    public static Mark<TRow> Later<TRow>(IEnumerable<TRow> rows)
        where TRow : Row => new(new Lazy<IReadOnlyList<TRow>>(() => [.. rows]));

    /// <summary>A mark of this row alone.</summary>
    public static Mark<TRow> One<TRow>(TRow row)
        where TRow : Row => new(new Lazy<IReadOnlyList<TRow>>([row]));
}

/// <summary>Rows of one kind.</summary>
/// <param name="Made">The rows, once they are asked for.</param>
public sealed record Mark<TRow>(Lazy<IReadOnlyList<TRow>> Made) : Mark
    where TRow : Row
{
    /// <summary>The rows.</summary>
    public IReadOnlyList<TRow> Rows => Made.Value;
}

/// <summary>One thing drawn.</summary>
/// <param name="Colour">Its colour, of the palette: <c>#rrggbb</c>.</param>
public abstract record Row(string Colour)
{
    /// <summary>What the page says when the pointer is on it: a line <c>name: value</c> each; empty for nothing.</summary>
    public string Tip { get; init; } = "";

    /// <summary>How much of what is below it covers, 0 to 1.</summary>
    public double Opacity { get; init; } = 1;

    /// <summary>Code of the territory that a click on it chooses; empty for none.</summary>
    public string Code { get; init; } = "";
}

/// <summary>A point of a line.</summary>
public readonly record struct Point(double X, double Y);

/// <summary>A line through points in their order.</summary>
/// <param name="Points">The points.</param>
/// <param name="Colour">Its colour.</param>
public sealed record Line(IReadOnlyList<Point> Points, string Colour) : Row(Colour)
{
    /// <summary>Width, pixels.</summary>
    public double Thickness { get; init; } = 2.2;

    /// <summary>Whether it is dashed.</summary>
    public bool IsDashed { get; init; }
}

/// <summary>A point of the edge of a band.</summary>
public readonly record struct Span(double X, double Lower, double Upper);

/// <summary>The area between two curves.</summary>
/// <param name="Spans">Where it begins and ends, by x.</param>
/// <param name="Colour">Its colour.</param>
public sealed record Band(IReadOnlyList<Span> Spans, string Colour) : Row(Colour);

/// <summary>A straight line along an axis: an interval, a rule, a tick across a bar.</summary>
/// <param name="At">Where it stands on the other axis.</param>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where it ends.</param>
/// <param name="Colour">Its colour.</param>
public sealed record Segment(double At, double From, double To, string Colour) : Row(Colour)
{
    /// <summary>Whether it runs up and down, and not from left to right.</summary>
    public bool IsUpright { get; init; }

    /// <summary>Width, pixels.</summary>
    public double Thickness { get; init; } = 2.5;

    /// <summary>Whether it is dashed.</summary>
    public bool IsDashed { get; init; }
}

/// <summary>A circle.</summary>
/// <param name="X">Where, across.</param>
/// <param name="Y">Where, up.</param>
/// <param name="Colour">Its colour.</param>
public sealed record Dot(double X, double Y, string Colour) : Row(Colour)
{
    /// <summary>Diameter, pixels.</summary>
    public double Diameter { get; init; } = 9;

    /// <summary>Whether only its edge is drawn, around the colour of the paper.</summary>
    public bool IsHollow { get; init; }
}

/// <summary>A rectangle: a bar, a class of a key, a range that is shaded.</summary>
/// <param name="Left">Left side.</param>
/// <param name="Right">Right side.</param>
/// <param name="Bottom">Lower side.</param>
/// <param name="Top">Upper side.</param>
/// <param name="Colour">Its colour.</param>
public sealed record Box(double Left, double Right, double Bottom, double Top, string Colour) : Row(Colour);

/// <summary>Where a text stands from its point.</summary>
public enum Anchor
{
    /// <summary>On it.</summary>
    Middle,
    /// <summary>It begins there.</summary>
    Start,
    /// <summary>It ends there.</summary>
    End,
}

/// <summary>A text.</summary>
/// <param name="X">Where, across.</param>
/// <param name="Y">Where, up; the middle of its lines.</param>
/// <param name="Text">What it says; a line feed begins a new line.</param>
/// <param name="Colour">Its colour.</param>
public sealed record Label(double X, double Y, string Text, string Colour = Palette.Ink) : Row(Colour)
{
    /// <summary>Which of its parts stands at its point.</summary>
    public Anchor Anchor { get; init; }

    /// <summary>Pixels to the right of its point.</summary>
    public double Dx { get; init; }

    /// <summary>Pixels below its point.</summary>
    public double Dy { get; init; }

    /// <summary>Whether it is set in the heavier face.</summary>
    public bool IsBold { get; init; }

    /// <summary>Whether a halo in the colour of the paper parts it from what is below.</summary>
    public bool HasHalo { get; init; }

    /// <summary>Font size, pixels.</summary>
    public double Size { get; init; } = Lettering.LabelSize;
}

/// <summary>An outline of rings, those inside others being holes.</summary>
/// <param name="Rings">The rings, x and y by turns, the first point not repeated.</param>
/// <param name="Colour">Its colour.</param>
public sealed record Shape(IReadOnlyList<double[]> Rings, string Colour) : Row(Colour);
