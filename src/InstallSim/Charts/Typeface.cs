using System.Reflection;
using SkiaSharp;

namespace InstallSim.Charts;

/// <summary>
/// The typeface of every picture, Inter: embedded, so that a machine without fonts draws the same words in the same places.
/// </summary>
internal static class Typeface
{
    /// <summary>Its name, and common ones of similar width for viewers that have neither it nor the picture's own copy.</summary>
    public const string Family = "Inter, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif";

    /// <summary>The upright face.</summary>
    public static SKTypeface Regular => Own.Value.Regular;

    /// <summary>The heavier face.</summary>
    public static SKTypeface SemiBold => Own.Value.SemiBold;

    /// <summary>Both faces whole.</summary>
    public static Faces Whole => Own.Value;

    /// <summary>Both faces with no more letters than lines have, for a document that holds its typeface.</summary>
    /// <param name="lines">Every line, and whether it is set in the heavier face.</param>
    public static Faces With(IEnumerable<(string Text, bool IsBold)> lines)
    {
        var letters = lines.SelectMany(l => l.Text.EnumerateRunes().Select(r => (r.Value, l.IsBold))).ToLookup(l => l.IsBold, l => l.Value);
        return new Faces(
            FontSubset.Of(Files.Value.Regular, letters[false].Distinct()) ?? Regular,
            FontSubset.Of(Files.Value.SemiBold, letters[true].Distinct()) ?? SemiBold);
    }

    /// <summary>CSS that brings it into a page or an SVG picture, where the build had npm; null where not.</summary>
    public static string? FontFace { get; } = ReadFontFace();

    private static string? ReadFontFace()
    {
        using var stream = typeof(Typeface).Assembly.GetManifestResourceStream("web/fonts.css");
        return stream is null ? null : new StreamReader(stream).ReadToEnd();
    }

    private static readonly Lazy<(byte[] Regular, byte[] SemiBold)> Files = new(() => Read("Inter-Regular.ttf", "Inter-SemiBold.ttf"));

    private static readonly Lazy<Faces> Own = new(() => new Faces(
        SKTypeface.FromData(SKData.CreateCopy(Files.Value.Regular)), SKTypeface.FromData(SKData.CreateCopy(Files.Value.SemiBold))));

    /// <summary>
    /// Takes two fonts out of the resources of the package that brings them: the length of an index; the index, of version, count and each
    /// file's name, offset and length; the files.
    /// </summary>
    private static (byte[] Regular, byte[] SemiBold) Read(string regular, string semiBold)
    {
        using var library = typeof(Typeface).Assembly.GetManifestResourceStream("fonts/Avalonia.Fonts.Inter.dll")!;
        using var copy = new MemoryStream();
        library.CopyTo(copy);
        using var resources = Assembly.Load(copy.ToArray()).GetManifestResourceStream("!AvaloniaResources")!;
        using var reader = new BinaryReader(resources);
        int start = sizeof(int) + reader.ReadInt32();
        _ = reader.ReadInt32();
        var files = Enumerable.Range(0, reader.ReadInt32())
            .Select(_ => (Name: reader.ReadString(), Offset: reader.ReadInt32(), Length: reader.ReadInt32())).ToList();
        return (Bytes(regular), Bytes(semiBold));

        byte[] Bytes(string name)
        {
            var file = files.Single(f => f.Name.EndsWith("/" + name, StringComparison.Ordinal));
            resources.Position = start + file.Offset;
            return reader.ReadBytes(file.Length);
        }
    }
}

/// <summary>What words are set in.</summary>
/// <param name="Regular">The upright face.</param>
/// <param name="SemiBold">The heavier face.</param>
internal sealed record Faces(SKTypeface Regular, SKTypeface SemiBold);
