using System.Globalization;
using System.Security;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace InstallSim.Charts.Pictures;

/// <summary>
/// What Skia writes as SVG, made fit for readers: words as words (Skia writes them letter by letter), at their anchor and as wide as
/// measured whatever typeface a viewer has; title and description; coordinates to a hundredth of a pixel.
/// </summary>
internal static partial class SvgMarkup
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    public static string Finish(string skia, ChartLayout layout, IReadOnlyList<Word> words, string? fontFace)
    {
        var markup = new StringBuilder(Start(layout, fontFace));
        int at = Content(skia), word = 0;
        foreach (Match match in TextElement().Matches(skia))
        {
            markup.Append(Short(skia[at..match.Index]));
            Append(markup, words[word++], Transform().Match(match.Value));
            at = match.Index + match.Length;
        }

        if (word != words.Count)
        {
            throw new InvalidOperationException($"{words.Count} words were set and {word} written");
        }

        return markup.Append(Short(skia[at..])).ToString();
    }

    private static string Start(ChartLayout layout, string? fontFace)
    {
        string size = $"""width="{Number(layout.Chart.Width)}" height="{Number(layout.Height)}" """;
        string box = $"0 0 {Number(layout.Chart.Width)} {Number(layout.Height)}";
        string style = fontFace is null ? "" : $"<style>{Escape(fontFace)}</style>\n";
        // A title would be the tooltip of the whole picture, also in a page that says it already.
        var (label, inside) = layout.HasTitle
            ? ("", $"<title>{Escape(layout.Chart.Title)}</title>\n<desc>{Escape(layout.Chart.Description)}</desc>\n")
            : ($"aria-label=\"{Escape(layout.Chart.Description)}\" ", "");
        return $"""
            <svg xmlns="http://www.w3.org/2000/svg" role="img" {label}{size}viewBox="{box}" font-family="{Typeface.Family}">
            {inside}{style}
            """;
    }

    /// <summary>Where the content of the root element begins.</summary>
    private static int Content(string skia) => skia.IndexOf('>', skia.IndexOf("<svg", StringComparison.Ordinal)) + 2;

    private static void Append(StringBuilder markup, Word word, Match transform)
    {
        var style = word.Style;
        string anchor = style.Anchor == Anchor.Start ? "" : $"""text-anchor="{(style.Anchor == Anchor.End ? "end" : "middle")}" """;
        string weight = style.IsBold ? """font-weight="600" """ : "", turned = transform.Success ? transform.Value + " " : "";
        markup.Append(Invariant, $"""<text x="{Number(word.X)}" y="{Number(word.Y)}" {anchor}{Paint(word)}{weight}{turned}""")
            .Append(Invariant, $"""font-size="{Number(style.Size)}" textLength="{Number(word.Width)}" """)
            .Append(Invariant, $"""lengthAdjust="spacingAndGlyphs">{Escape(word.Text)}</text>""");
    }

    private static string Paint(Word word)
    {
        var style = word.Style;
        string opacity = style.Opacity < 1 ? $"""fill-opacity="{Number(style.Opacity)}" """ : "", width = Number(Sheet.HaloWidth);
        return !word.IsHalo ? $"""fill="{style.Colour}" {opacity}"""
            : $"""fill="none" stroke="{Palette.Paper}" stroke-width="{width}" stroke-linejoin="round" aria-hidden="true" """;
    }

    private static string Number(double value) => Math.Round(value, 2).ToString("0.##", Invariant);

    private static string Short(string markup)
    {
        string plain = Needless().Replace(markup, "");
        string rounded = LongNumber().Replace(plain, m => Number(double.Parse(m.Value, Invariant)));
        return Circle().Replace(rounded, "<circle $1r=\"$2\"");
    }

    /// <summary>The text without what no XML may hold.</summary>
    private static string Escape(string text) =>
        SecurityElement.Escape(string.Concat(text.Select(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c) ? c : ' ')))!;

    [GeneratedRegex("""<text [^>]*>[^<]*</text>""")]
    private static partial Regex TextElement();

    [GeneratedRegex("transform=\"[^\"]*\"")]
    private static partial Regex Transform();

    [GeneratedRegex("\t| stroke-miterlimit=\"4\"| vector-effect=\"[a-z-]*\"")]
    private static partial Regex Needless();

    [GeneratedRegex("<ellipse ([^>]*)rx=\"([^\"]*)\" ry=\"\\2\"")]
    private static partial Regex Circle();

    [GeneratedRegex("""-?\d+\.\d{3,}(e-?\d+)?""")]
    private static partial Regex LongNumber();
}
