using SkiaSharp;

namespace InstallSim.Charts.Pictures;

/// <summary>Something that stands on a printed page from the left margin to the right one; sizes are pixels of 1/96 inch.</summary>
internal abstract record Block
{
    /// <summary>Space below.</summary>
    public double After { get; init; } = 6;

    /// <summary>Its height at a width, without the space below.</summary>
    public abstract double Height(double width);

    /// <summary>Draws it with its top left corner at a place.</summary>
    /// <param name="page">The page.</param>
    /// <param name="x">Left.</param>
    /// <param name="y">Top.</param>
    /// <param name="width">Width.</param>
    public abstract void Draw(PrintedPage page, double x, double y, double width);
}

/// <summary>A paragraph.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Size">Font size.</param>
internal sealed record Paragraph(string Text, double Size) : Block
{
    private const double LineHeight = 1.36;

    public bool IsBold { get; init; }

    public string Colour { get; init; } = Palette.Ink;

    /// <summary>Most lines; the last one is cut short.</summary>
    public int MostLines { get; init; } = int.MaxValue;

    public override double Height(double width) => Lines(width).Count * Size * LineHeight;

    public override void Draw(PrintedPage page, double x, double y, double width)
    {
        foreach (var (i, line) in Lines(width).Index())
        {
            page.Write(line, x, y + ((i + 0.5) * Size * LineHeight), new WordStyle(Size, Colour) { IsBold = IsBold });
        }
    }

    private IReadOnlyList<string> Lines(double width) => Text.Length == 0 ? [] : Lettering.Wrap(Text, width, Size, IsBold, MostLines);
}

/// <summary>A line from margin to margin.</summary>
internal sealed record Ruling(string Colour, double Thickness) : Block
{
    public override double Height(double width) => Thickness;

    public override void Draw(PrintedPage page, double x, double y, double width)
    {
        using var paint = new SKPaint { Color = SKColor.Parse(Colour) };
        page.Canvas.DrawRect((float)x, (float)y, (float)width, (float)Thickness, paint);
    }
}

/// <summary>A picture, as wide as the page unless it is made smaller to fit.</summary>
internal sealed record Illustration(Chart Chart) : Block
{
    private readonly ChartLayout _layout = ChartLayout.Of(Chart, hasTitle: false);

    /// <summary>Its size, as a part of that at which it is as wide as the page.</summary>
    public double Scale { get; init; } = 1;

    public override double Height(double width) => _layout.Height * Scale * width / Chart.Width;

    public override void Draw(PrintedPage page, double x, double y, double width)
    {
        float scale = (float)(Scale * width / Chart.Width);
        page.Canvas.Save();
        page.Canvas.Translate((float)(x + ((1 - Scale) * width / 2)), (float)y);
        page.Canvas.Scale(scale);
        var sheet = new Sheet(page.Faces);
        sheet.Draw(_layout, page.Canvas);
        page.Canvas.Restore();
        page.Add(sheet.Words);
    }
}

/// <summary>Cells beside one another, row after row: cards, or the cells of a table.</summary>
/// <param name="Cells">What each holds.</param>
/// <param name="Widths">Widths of the columns, as parts of one another.</param>
internal sealed record Grid(IReadOnlyList<IReadOnlyList<Block>> Cells, IReadOnlyList<double> Widths) : Block
{
    public double Gap { get; init; } = 18;

    public double RowGap { get; init; } = 8;

    public override double Height(double width) => Rows(width).Sum(r => r.Height + RowGap) - RowGap;

    public override void Draw(PrintedPage page, double x, double y, double width)
    {
        foreach (var (cells, height) in Rows(width))
        {
            double left = x;
            foreach (var (cell, across) in cells.Zip(Columns(width)))
            {
                page.Draw(cell, left, y, across);
                left += across + Gap;
            }

            y += height + RowGap;
        }
    }

    private double[] Columns(double width) => [.. Widths.Select(w => w * (width - ((Widths.Count - 1) * Gap)) / Widths.Sum())];

    private IEnumerable<(IReadOnlyList<Block>[] Cells, double Height)> Rows(double width) =>
        Cells.Chunk(Widths.Count).Select(row => (row, row.Zip(Columns(width), PrintedPage.Height).DefaultIfEmpty(0).Max()));
}
