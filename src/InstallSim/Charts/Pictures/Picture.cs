using System.Text;
using InstallSim.Outputs;
using SkiaSharp;

namespace InstallSim.Charts.Pictures;

/// <summary>The pen for paper: charts as SVG, PNG and PDF, drawn by ScottPlot on Skia. Equal charts give equal bytes.</summary>
internal static class Picture
{
    /// <summary>Pixels of a PNG for one of the chart.</summary>
    public const int PngScale = 2;

    /// <summary>Points of a page for one pixel, so that a picture is as large on paper as in a browser.</summary>
    public const float PointsPerPixel = 0.75f;

    /// <summary>One filter is a fifth of the time of the best of five, and no larger.</summary>
    private static readonly SKPngEncoderOptions PngEncoding = new(SKPngEncoderFilterFlags.Sub, 6);

    /// <summary>What may be drawn, as files end.</summary>
    public static IReadOnlyList<string> Formats { get; } = ["svg", "png", "pdf"];

    /// <summary>Draws a chart into a file whose name says the format.</summary>
    public static DrawnMarks Write(Chart chart, string path, string? fontFace = null)
    {
        DrawnMarks? drawn = null;
        AtomicFile.Write(path, file => drawn = Draw(chart, file, Path.GetExtension(path).TrimStart('.'), fontFace));
        return drawn!;
    }

    /// <summary>Draws a chart into a stream.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="stream">Where the bytes go.</param>
    /// <param name="format">One of <see cref="Formats"/>.</param>
    /// <param name="fontFace">CSS that brings the typeface, for SVG; viewers take their own when null.</param>
    /// <returns>What was drawn.</returns>
    /// <exception cref="ArgumentException">The format is none of <see cref="Formats"/>.</exception>
    public static DrawnMarks Draw(Chart chart, Stream stream, string format, string? fontFace = null)
    {
        var layout = ChartLayout.Of(chart);
        switch (format)
        {
            case "svg":
                var (markup, drawn) = Svg(layout, fontFace);
                stream.Write(Encoding.UTF8.GetBytes(markup));
                return drawn;
            case "png":
                return Png(layout, stream);
            case "pdf":
                return Pdf(layout, stream);
            default:
                throw new ArgumentException($"no format '{format}': {string.Join(", ", Formats)}", nameof(format));
        }
    }

    /// <summary>A chart as SVG, for instance to stand in a page, which then says title and subtitle itself.</summary>
    public static string Svg(Chart chart, string? fontFace = null, bool hasTitle = true) =>
        Svg(ChartLayout.Of(chart, hasTitle), fontFace).Markup;

    /// <summary>A chart as PNG, for instance to stand in a page, which then says title and subtitle itself.</summary>
    public static byte[] Png(Chart chart, bool hasTitle = true)
    {
        using var stream = new MemoryStream();
        Png(ChartLayout.Of(chart, hasTitle), stream);
        return stream.ToArray();
    }

    private static (string Markup, DrawnMarks Drawn) Svg(ChartLayout layout, string? fontFace)
    {
        using var bytes = new MemoryStream();
        var sheet = new Sheet { HasWholeLines = true };
        using (var canvas = SKSvgCanvas.Create(new SKRect(0, 0, (float)layout.Chart.Width, (float)layout.Height), bytes))
        {
            sheet.Draw(layout, canvas);
        }

        return (SvgMarkup.Finish(Encoding.UTF8.GetString(bytes.ToArray()), layout, sheet.Words, fontFace), sheet.Drawn());
    }

    private static DrawnMarks Png(ChartLayout layout, Stream stream)
    {
        int width = (int)Math.Ceiling(layout.Chart.Width * PngScale), height = (int)Math.Ceiling(layout.Height * PngScale);
        using var surface = SKSurface.Create(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        surface.Canvas.Scale(PngScale);
        var sheet = new Sheet();
        sheet.Draw(layout, surface.Canvas);
        using var pixels = surface.PeekPixels()!;
        using var data = pixels.Encode(PngEncoding)!;
        data.SaveTo(stream);
        return sheet.Drawn();
    }

    private static DrawnMarks Pdf(ChartLayout layout, Stream stream)
    {
        var metadata = new SKDocumentPdfMetadata
        {
            Title = layout.Chart.Title,
            Subject = layout.Chart.Description,
            Producer = "InstallSim",
            RasterDpi = SKDocumentPdfMetadata.DefaultRasterDpi,
            EncodingQuality = SKDocumentPdfMetadata.DefaultEncodingQuality,
        };
        using var bytes = new MemoryStream();
        float width = (float)layout.Chart.Width * PointsPerPixel, height = (float)layout.Height * PointsPerPixel;
        // Drawn once for its words: the document holds the letters that it has and no others.
        var sheet = new Sheet();
        using (var nothing = new SKNoDrawCanvas((int)Math.Ceiling(width), (int)Math.Ceiling(height)))
        {
            nothing.Scale(PointsPerPixel);
            sheet.Draw(layout, nothing);
        }

        sheet = new Sheet(Typeface.With(sheet.Words.Select(w => (w.Text, w.Style.IsBold))));
        using (var document = SKDocument.CreatePdf(bytes, metadata))
        {
            var canvas = document.BeginPage(width, height);
            canvas.Scale(PointsPerPixel);
            sheet.Draw(layout, canvas);
            document.EndPage();
            document.Close();
        }

        bytes.Position = 0;
        bytes.CopyTo(stream);
        return sheet.Drawn();
    }
}
