using SkiaSharp;

namespace InstallSim.Charts.Pictures;

/// <summary>A line of words as it was set.</summary>
/// <param name="Text">What it says.</param>
/// <param name="X">Where its anchor is, pixels.</param>
/// <param name="Y">Where its baseline is, pixels.</param>
/// <param name="Width">How wide it is, pixels.</param>
/// <param name="Place">Where its letters stand in the picture, pixels.</param>
/// <param name="Style">How it is set.</param>
/// <param name="IsHalo">Whether it is the halo under the words that follow.</param>
internal sealed record Word(string Text, float X, float Y, float Width, Area Place, WordStyle Style, bool IsHalo);

/// <summary>How words are set.</summary>
internal sealed record WordStyle(double Size, string Colour, Anchor Anchor = Anchor.Start)
{
    public bool IsBold { get; init; }

    public bool HasHalo { get; init; }

    public double Opacity { get; init; } = 1;
}

/// <summary>One picture while it is drawn: title, panels, and an account of all marks and words.</summary>
/// <param name="faces">What words are set in; the whole typeface when null.</param>
internal sealed class Sheet(Faces? faces = null)
{
    /// <summary>Width of the stroke under words with a halo, pixels.</summary>
    public const float HaloWidth = 4;

    /// <summary>Part of the font size from the middle of a line down to where its letters stand.</summary>
    private const double MiddleToBaseline = 0.36;

    /// <summary>Part of the font size that capitals are high.</summary>
    private const double LetterHeight = 0.73;

    private readonly List<Word> _words = [];
    private SKMatrix _toPicture;
    private readonly SortedDictionary<string, int> _marks = new(StringComparer.Ordinal);
    private readonly Dictionary<(double Size, bool IsBold), SKFont> _fonts = [];

    private readonly Faces _faces = faces ?? Typeface.Whole;

    /// <summary>Whether each line is to be drawn in one piece, for markup whose reader finds letters by itself.</summary>
    public bool HasWholeLines { get; init; }

    public IReadOnlyList<Word> Words => _words;

    /// <summary>Code of the territory whose edge is strong; empty when there is none.</summary>
    public string Territory { get; private set; } = "";

    public DrawnMarks Drawn()
    {
        var words = _words.Where(w => !w.IsHalo).ToList();
        return new(_marks, [.. words.Select(w => w.Text)], [.. words.Select(w => w.Place)]);
    }

    public void Count(string kind, int rows)
    {
        if (rows > 0)
        {
            _marks[kind] = _marks.GetValueOrDefault(kind) + rows;
        }
    }

    /// <summary>Draws a whole chart.</summary>
    public void Draw(ChartLayout layout, SKCanvas canvas)
    {
        _toPicture = canvas.TotalMatrix.Invert();
        Territory = layout.Chart.Territory.Code;
        using (var paper = new SKPaint { Color = SKColor.Parse(Palette.Paper) })
        {
            canvas.DrawRect(0, 0, (float)layout.Chart.Width, (float)layout.Height, paper);
        }

        WriteTitle(layout, canvas);
        foreach (var panel in layout.Panels.Prepend(layout.Key).OfType<PlacedPanel>())
        {
            WriteHeading(panel, canvas);
            PanelPlot.Draw(panel, canvas, this);
        }

        double y = layout.NoteTop;
        WriteBlock(canvas, layout.Note, ChartLayout.Margin, ref y, Lettering.NoteLine, new(Lettering.NoteSize, Palette.Muted));
        foreach (var font in _fonts.Values)
        {
            font.Dispose();
        }

        _fonts.Clear();
    }

    /// <summary>Sets lines of words about a middle height.</summary>
    public void Write(SKCanvas canvas, string text, double x, double middle, WordStyle style, double lineHeight = Lettering.LabelLine)
    {
        string[] lines = text.Split('\n');
        double first = middle - ((lines.Length - 1) * lineHeight / 2) + (style.Size * MiddleToBaseline);
        for (int i = 0; i < lines.Length; i++)
        {
            WriteLine(canvas, lines[i], x, first + (i * lineHeight), style);
        }
    }

    private void WriteLine(SKCanvas canvas, string line, double x, double baseline, WordStyle style)
    {
        if (string.IsNullOrWhiteSpace(line))
        {
            return;
        }

        var font = Font(style);
        var runs = LetterRuns.Of(line, style.IsBold);
        float width = (float)runs.Sum(run => run.Width(font));
        float left = (float)x - (style.Anchor switch { Anchor.Start => 0, Anchor.End => width, _ => width / 2 });
        var letters = new SKRect(left, (float)(baseline - (style.Size * LetterHeight)), left + width, (float)baseline);
        if (!float.IsFinite(left) || !double.IsFinite(baseline)
            || canvas.QuickReject(SKRect.Inflate(letters, HaloWidth, (float)style.Size)))
        {
            // Nowhere, or out of the picture: Skia would write nothing.
            return;
        }

        var word = new Word(line, (float)x, (float)baseline, width, Place(letters, canvas), style, IsHalo: false);
        using var paint = new SKPaint { IsAntialias = true };
        if (style.HasHalo)
        {
            paint.Color = SKColor.Parse(Palette.Paper);
            paint.Style = SKPaintStyle.Stroke;
            paint.StrokeWidth = HaloWidth;
            paint.StrokeJoin = SKStrokeJoin.Round;
            Set(canvas, runs, line, left, (float)baseline, font, paint);
            _words.Add(word with { IsHalo = true });
        }

        paint.Color = SKColor.Parse(style.Colour).WithAlpha((byte)Math.Round(255 * style.Opacity));
        paint.Style = SKPaintStyle.Fill;
        Set(canvas, runs, line, left, (float)baseline, font, paint);
        _words.Add(word);
    }

    private void Set(SKCanvas canvas, IReadOnlyList<LetterRun> runs, string line, float left, float baseline, SKFont font, SKPaint paint)
    {
        foreach (var run in HasWholeLines ? [new LetterRun(line, null)] : runs)
        {
            run.Draw(canvas, left, baseline, font, paint);
            left += (float)run.Width(font);
        }
    }

    private Area Place(SKRect letters, SKCanvas canvas)
    {
        var place = _toPicture.PreConcat(canvas.TotalMatrix).MapRect(letters);
        return new Area(place.Left, place.Top, place.Width, place.Height);
    }

    private void WriteTitle(ChartLayout layout, SKCanvas canvas)
    {
        double y = ChartLayout.Margin;
        var style = new WordStyle(Lettering.TitleSize, Palette.Ink) { IsBold = true };
        WriteBlock(canvas, layout.Title, ChartLayout.Margin, ref y, Lettering.TitleLine, style);
        y += ChartLayout.SubtitleGap;
        WriteBlock(canvas, layout.Subtitle, ChartLayout.Margin, ref y, Lettering.SubtitleLine, new(Lettering.SubtitleSize, Palette.Muted));
    }

    private void WriteHeading(PlacedPanel panel, SKCanvas canvas)
    {
        double height = (panel.Heading.Count * Lettering.HeadingLine) + (panel.Notes.Count * PanelRoom.NoteLine);
        double y = panel.Inside.Y - PanelRoom.HeadingOffset - height;
        var style = new WordStyle(Lettering.HeadingSize, panel.Panel.Heading?.Colour ?? Palette.Ink) { IsBold = true };
        WriteBlock(canvas, panel.Heading, panel.Inside.X, ref y, Lettering.HeadingLine, style);
        WriteBlock(canvas, panel.Notes, panel.Inside.X, ref y, PanelRoom.NoteLine, new(Lettering.LabelSize, Palette.Muted));
    }

    private void WriteBlock(SKCanvas canvas, IReadOnlyList<string> lines, double x, ref double y, double lineHeight, WordStyle style)
    {
        foreach (string line in lines)
        {
            Write(canvas, line, x, y + (lineHeight / 2), style);
            y += lineHeight;
        }
    }

    private SKFont Font(WordStyle style)
    {
        if (!_fonts.TryGetValue((style.Size, style.IsBold), out var font))
        {
            font = LetterRuns.Font(style.IsBold ? _faces.SemiBold : _faces.Regular, (float)style.Size);
            _fonts.Add((style.Size, style.IsBold), font);
        }

        return font;
    }
}
