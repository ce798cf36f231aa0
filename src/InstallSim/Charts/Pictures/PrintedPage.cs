using SkiaSharp;

namespace InstallSim.Charts.Pictures;

/// <summary>A page of A4 while it is printed, and the words that were set on it.</summary>
internal sealed class PrintedPage
{
    /// <summary>Size of the page and its margin, pixels of 1/96 inch.</summary>
    public const double PageWidth = 210 / 25.4 * 96, PageHeight = 297 / 25.4 * 96, Margin = 15 / 25.4 * 96;

    /// <summary>Room between the margins.</summary>
    public const double Width = PageWidth - (2 * Margin), Room = PageHeight - (2 * Margin);

    private readonly List<(string Text, bool IsBold)> _words = [];
    private readonly Sheet _sheet;

    private PrintedPage(SKCanvas canvas, Faces faces)
    {
        Canvas = canvas;
        Faces = faces;
        _sheet = new Sheet(faces);
    }

    public SKCanvas Canvas { get; }

    /// <summary>What words are set in.</summary>
    public Faces Faces { get; }

    public void Add(IEnumerable<Word> words) => _words.AddRange(words.Where(w => !w.IsHalo).Select(w => (w.Text, w.Style.IsBold)));

    public void Write(string line, double x, double middle, WordStyle style)
    {
        _sheet.Write(Canvas, line, x, middle, style);
        _words.Add((line, style.IsBold));
    }

    public void Draw(IReadOnlyList<Block> blocks, double x, double y, double width)
    {
        foreach (var block in blocks)
        {
            block.Draw(this, x, y, width);
            y += block.Height(width) + block.After;
        }
    }

    /// <summary>Height of blocks one below the other.</summary>
    public static double Height(IReadOnlyList<Block> blocks, double width) => blocks.Sum(b => b.Height(width) + b.After);

    /// <summary>The blocks with their picture made small enough to fit the page.</summary>
    /// <param name="blocks">The blocks of a page.</param>
    /// <param name="smallest">Smallest size of the picture, as a part of the page's width.</param>
    /// <returns>The blocks; null when they do not fit even so.</returns>
    public static IReadOnlyList<Block>? Fit(IReadOnlyList<Block> blocks, double smallest)
    {
        var pictures = blocks.OfType<Illustration>().ToList();
        double drawn = pictures.Sum(d => d.Height(Width)), room = Room - (Height(blocks, Width) - drawn);
        double scale = drawn == 0 ? (room >= 0 ? 1 : 0) : Math.Min(1, room / drawn);
        return scale < smallest ? null : [.. blocks.Select(b => b is Illustration d ? d with { Scale = scale } : b)];
    }

    /// <summary>Prints pages as PDF. Equal pages give equal bytes.</summary>
    /// <returns>The words on each page, in the order in which they were set.</returns>
    public static IReadOnlyList<IReadOnlyList<string>> Print(IReadOnlyList<IReadOnlyList<Block>> pages, string title, Stream stream)
    {
        var metadata = new SKDocumentPdfMetadata
        {
            Title = title,
            Producer = "InstallSim",
            RasterDpi = SKDocumentPdfMetadata.DefaultRasterDpi,
            EncodingQuality = SKDocumentPdfMetadata.DefaultEncodingQuality,
        };
        var words = new List<IReadOnlyList<string>>();
        using var bytes = new MemoryStream();
        // Drawn once for its words: the document holds the letters that it has and no others.
        using var nothing = new SKNoDrawCanvas((int)PageWidth, (int)PageHeight);
        var faces = Typeface.With(pages.SelectMany(blocks => Draw(blocks, nothing, Typeface.Whole)));
        using (var document = SKDocument.CreatePdf(bytes, metadata))
        {
            foreach (var blocks in pages)
            {
                var canvas = document.BeginPage((float)PageWidth * Picture.PointsPerPixel, (float)PageHeight * Picture.PointsPerPixel);
                canvas.Scale(Picture.PointsPerPixel);
                words.Add([.. Draw(blocks, canvas, faces).Select(w => w.Text)]);
                document.EndPage();
            }

            document.Close();
        }

        bytes.Position = 0;
        bytes.CopyTo(stream);
        return words;
    }

    private static List<(string Text, bool IsBold)> Draw(IReadOnlyList<Block> blocks, SKCanvas canvas, Faces faces)
    {
        var page = new PrintedPage(canvas, faces);
        page.Draw(blocks, Margin, Margin, Width);
        return page._words;
    }
}
