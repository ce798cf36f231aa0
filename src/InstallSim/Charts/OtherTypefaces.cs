using System.Collections.Concurrent;
using SkiaSharp;

namespace InstallSim.Charts;

/// <summary>Typefaces of the machine, for letters that the typeface of all pictures lacks.</summary>
internal static class OtherTypefaces
{
    private static readonly ConcurrentDictionary<(int Letter, bool IsBold), SKTypeface?> Found = new();
    private static readonly ConcurrentDictionary<(string Family, bool IsBold), SKTypeface> Kept = new();
    private static readonly Lazy<string[]> Families = new(() => [.. SKFontManager.Default.FontFamilies.Order(StringComparer.Ordinal)]);

    /// <summary>The one that the system names for a letter, else the first by name that has it; null when none has.</summary>
    public static SKTypeface? With(int letter, bool isBold) =>
        Found.GetOrAdd((letter, isBold), wanted => Find(wanted.Letter, wanted.IsBold));

    private static SKTypeface? Find(int letter, bool isBold)
    {
        var style = isBold ? SKFontStyle.Bold : SKFontStyle.Normal;
        if (SKFontManager.Default.MatchCharacter(null, style, null, letter) is { } named && named.ContainsGlyph(letter))
        {
            return Keep(named, isBold);
        }

        // Where Skia is built without the system's own catalog of typefaces, as on Linux, it names none.
        return Families.Value.Select(family => SKFontManager.Default.MatchFamily(family, style))
            .FirstOrDefault(face => face is not null && face.ContainsGlyph(letter)) is { } first ? Keep(first, isBold) : null;
    }

    /// <summary>One object for a typeface, so that its letters beside one another make one run.</summary>
    private static SKTypeface Keep(SKTypeface face, bool isBold) => Kept.GetOrAdd((face.FamilyName, isBold), face);
}
