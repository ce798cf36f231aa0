using System.Globalization;
using System.Text;
using SkiaSharp;
using SkiaSharp.HarfBuzz;

namespace InstallSim.Charts;

/// <summary>A part of a line, and the typeface that has its letters.</summary>
/// <param name="Text">The part.</param>
/// <param name="Other">The machine's typeface; null for the typeface of all pictures.</param>
internal sealed record LetterRun(string Text, SKTypeface? Other)
{
    /// <summary>Width in pixels.</summary>
    /// <param name="own">The font of all pictures, in the size wanted.</param>
    public double Width(SKFont own)
    {
        if (Other is null)
        {
            return own.MeasureText(Text);
        }

        using var font = LetterRuns.Font(Other, own.Size);
        using var shaper = new SKShaper(Other);
        return shaper.Shape(Text, font).Width;
    }

    /// <summary>Draws it from a place on; letters of another typeface in the order and the forms of their script.</summary>
    public void Draw(SKCanvas canvas, float x, float y, SKFont own, SKPaint paint)
    {
        if (Other is null)
        {
            canvas.DrawText(Text, x, y, own, paint);
            return;
        }

        using var font = LetterRuns.Font(Other, own.Size);
        using var shaper = new SKShaper(Other);
        canvas.DrawShapedText(shaper, Text, x, y, font, paint);
    }
}

/// <summary>
/// Parts a line where the typeface of all pictures lacks a letter that a typeface of the machine has: names of places in Arabic, Chinese,
/// signs. Words of the Latin, Greek and Cyrillic alphabets never leave it, so that they are the same on every machine.
/// </summary>
internal static class LetterRuns
{
    /// <summary>
    /// The parts in their order, without marks that nobody sees; the line itself where nothing is lacking or no typeface has it.
    /// </summary>
    public static IReadOnlyList<LetterRun> Of(string line, bool isBold) => Of(line, isBold, OtherTypefaces.With);

    /// <summary>The same, with typefaces found by another way.</summary>
    /// <param name="line">One line.</param>
    /// <param name="isBold">Whether it is set in the heavier face.</param>
    /// <param name="find">A typeface with a letter, by its code; null when there is none.</param>
    public static IReadOnlyList<LetterRun> Of(string line, bool isBold, Func<int, bool, SKTypeface?> find)
    {
        var own = isBold ? Typeface.SemiBold : Typeface.Regular;
        if (line.All(IsOwn) || own.ContainsGlyphs(line))
        {
            return [new LetterRun(line, null)];
        }

        var runs = new List<LetterRun>();
        var letters = StringInfo.GetTextElementEnumerator(line);
        while (letters.MoveNext())
        {
            string letter = letters.GetTextElement();
            if (letter.EnumerateRunes().All(r => Rune.GetUnicodeCategory(r) == UnicodeCategory.Format && !own.ContainsGlyph(r.Value)))
            {
                // Marks of direction are nothing to see; without a glyph they would be boxes.
                continue;
            }

            bool isLacking = letter.EnumerateRunes().Any(r => MayBeOthers(r.Value) && !own.ContainsGlyph(r.Value));
            Add(runs, letter, isLacking ? find(letter.EnumerateRunes().First(r => MayBeOthers(r.Value)).Value, isBold) : null);
        }

        return runs;
    }

    /// <summary>A font that sets letters as those of all pictures are set.</summary>
    public static SKFont Font(SKTypeface face, float size) => new(face, size) { Subpixel = true, Hinting = SKFontHinting.None };

    /// <summary>Adds a letter to the last run of its typeface; spaces between two runs of another typeface belong to them.</summary>
    private static void Add(List<LetterRun> runs, string letter, SKTypeface? face)
    {
        if (face is not null && runs is [.., { Other: { } before }, { Other: null } space]
            && before == face && string.IsNullOrWhiteSpace(space.Text))
        {
            runs[^2] = runs[^2] with { Text = runs[^2].Text + space.Text };
            runs.RemoveAt(runs.Count - 1);
        }

        if (runs.Count > 0 && runs[^1].Other == face)
        {
            runs[^1] = runs[^1] with { Text = runs[^1].Text + letter };
        }
        else
        {
            runs.Add(new LetterRun(letter, face));
        }
    }

    /// <summary>Latin, Greek, Cyrillic, and punctuation, arrows and signs of mathematics.</summary>
    private static bool IsOwn(char c) => c is < '\u0530' or >= '\u2000' and < '\u200b' or >= '\u2010' and < '\u2028'
        or >= '\u202f' and < '\u2060' or >= '\u2070' and < '\u2300';

    private static bool MayBeOthers(int code) => code > char.MaxValue || !IsOwn((char)code);
}
