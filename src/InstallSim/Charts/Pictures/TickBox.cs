using SkiaSharp;

namespace InstallSim.Charts.Pictures;

/// <summary>An empty square to be ticked by hand.</summary>
/// <param name="Size">Its width and height.</param>
internal sealed record TickBox(double Size) : Block
{
    public override double Height(double width) => Size;

    public override void Draw(PrintedPage page, double x, double y, double width)
    {
        using var paint = new SKPaint
        {
            Color = SKColor.Parse(Palette.Ink),
            IsStroke = true,
            StrokeWidth = 1,
            IsAntialias = true,
        };
        page.Canvas.DrawRect((float)x, (float)y, (float)Size, (float)Size, paint);
    }
}
