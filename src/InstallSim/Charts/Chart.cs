namespace InstallSim.Charts;

/// <summary>
/// A figure as data: words, panels and marks, every position, colour and word resolved. Pens draw it, none decides anything.
/// </summary>
/// <param name="Title">What it finds, in one sentence that the numbers carry.</param>
/// <param name="Subtitle">What is shown: quantity, unit, n, kind of interval.</param>
/// <param name="Description">What a reader who cannot see it needs to know.</param>
/// <param name="Width">Width of the whole picture, pixels.</param>
/// <param name="Panels">The panels, row by row.</param>
public sealed record Chart(string Title, string Subtitle, string Description, double Width, IReadOnlyList<Panel> Panels)
{
    /// <summary>Panels side by side; all of a column are equally wide.</summary>
    public int Columns { get; init; } = 1;

    /// <summary>Whether the first panel stands on the left and the others below one another on its right.</summary>
    public bool HasLead { get; init; }

    /// <summary>What colours or lines mean, as a panel of its own; none when null.</summary>
    public Panel? Key { get; init; }

    /// <summary>Whether the key stands beside the panels and not above them.</summary>
    public bool HasKeyBeside { get; init; }

    /// <summary>Room between columns beyond what labels of axes need, pixels.</summary>
    public double ColumnGap { get; init; } = 14;

    /// <summary>Room between rows beyond what headings and axes need, pixels.</summary>
    public double RowGap { get; init; } = 14;

    /// <summary>Small words below everything, such as whose data the picture holds; none when empty.</summary>
    public string Note { get; init; } = "";

    /// <summary>Code of the territory whose edge is strong, and its name; empty when the chart shows none.</summary>
    public (string Code, string Name) Territory { get; init; } = ("", "");

    /// <summary>Every panel, the key first.</summary>
    public IEnumerable<Panel> AllPanels => Key is null ? Panels : Panels.Prepend(Key);
}

/// <summary>One system of coordinates with marks in it, drawn in their order.</summary>
/// <param name="X">The horizontal axis.</param>
/// <param name="Y">The vertical axis.</param>
/// <param name="Height">Height between the axes, pixels.</param>
/// <param name="Marks">What is drawn.</param>
public sealed record Panel(Axis X, Axis Y, double Height, IReadOnlyList<Mark> Marks)
{
    /// <summary>Width between the axes, pixels; what the columns leave when null.</summary>
    public double? Width { get; init; }

    /// <summary>Words above it; none when null.</summary>
    public Heading? Heading { get; init; }

    /// <summary>Room that labels need on the right of the axes, pixels.</summary>
    public double RoomRight { get; init; }
}

/// <summary>Words above a panel.</summary>
/// <param name="Text">The heading.</param>
/// <param name="Colour">Its colour.</param>
public sealed record Heading(string Text, string Colour = Palette.Ink)
{
    /// <summary>Smaller lines below it; each may be broken into more.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Whether it names the territory that the reader chose, which the page then keeps up to date.</summary>
    public bool IsTerritory { get; init; }
}
