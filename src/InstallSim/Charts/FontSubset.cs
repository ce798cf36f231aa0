using System.Runtime.InteropServices;
using SkiaSharp;

namespace InstallSim.Charts;

/// <summary>
/// A typeface with no more letters than a document needs, by HarfBuzz, whose library ScottPlot brings: Skia's own is built without it and
/// embeds typefaces whole in a PDF.
/// </summary>
internal static class FontSubset
{
    private const string Library = "libHarfBuzzSharp";
    private const int Copy = 0, DroppedTables = 3, NoHinting = 1;

    /// <summary>What sets letters in other forms and places; Skia sets each in its own.</summary>
    private static readonly string[] Needless = ["GSUB", "GPOS", "GDEF"];

    /// <summary>The typeface with the letters alone, or whole where the machine's HarfBuzz cannot part it.</summary>
    /// <param name="font">The file of the typeface.</param>
    /// <param name="letters">The letters, by their codes.</param>
    public static SKTypeface? Of(byte[] font, IEnumerable<int> letters)
    {
        try
        {
            return Part(font, letters) is { } part ? SKTypeface.FromData(SKData.CreateCopy(part)) : null;
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException)
        {
            return null;
        }
    }

    private static byte[]? Part(byte[] font, IEnumerable<int> letters)
    {
        nint blob = BlobCreate(font, (uint)font.Length, Copy, 0, 0), face = FaceCreate(blob, 0), wanted = InputCreate();
        nint part = 0, bytes = 0;
        try
        {
            foreach (int letter in letters.Order())
            {
                SetAdd(InputUnicodeSet(wanted), (uint)letter);
            }

            foreach (string table in Needless)
            {
                SetAdd(InputSet(wanted, DroppedTables), table.Aggregate(0u, (tag, c) => (tag << 8) | c));
            }

            InputSetFlags(wanted, NoHinting);
            part = SubsetOrFail(face, wanted);
            if (part == 0)
            {
                return null;
            }

            bytes = FaceReferenceBlob(part);
            nint data = BlobGetData(bytes, out uint length);
            byte[] result = new byte[length];
            Marshal.Copy(data, result, 0, result.Length);
            return result;
        }
        finally
        {
            BlobDestroy(bytes);
            FaceDestroy(part);
            InputDestroy(wanted);
            FaceDestroy(face);
            BlobDestroy(blob);
        }
    }

    [DllImport(Library, EntryPoint = "hb_blob_create")]
    private static extern nint BlobCreate(byte[] data, uint length, int mode, nint user, nint destroy);

    [DllImport(Library, EntryPoint = "hb_blob_get_data")]
    private static extern nint BlobGetData(nint blob, out uint length);

    [DllImport(Library, EntryPoint = "hb_blob_destroy")]
    private static extern void BlobDestroy(nint blob);

    [DllImport(Library, EntryPoint = "hb_face_create")]
    private static extern nint FaceCreate(nint blob, uint index);

    [DllImport(Library, EntryPoint = "hb_face_reference_blob")]
    private static extern nint FaceReferenceBlob(nint face);

    [DllImport(Library, EntryPoint = "hb_face_destroy")]
    private static extern void FaceDestroy(nint face);

    [DllImport(Library, EntryPoint = "hb_set_add")]
    private static extern void SetAdd(nint set, uint value);

    [DllImport(Library, EntryPoint = "hb_subset_input_create_or_fail")]
    private static extern nint InputCreate();

    [DllImport(Library, EntryPoint = "hb_subset_input_unicode_set")]
    private static extern nint InputUnicodeSet(nint input);

    [DllImport(Library, EntryPoint = "hb_subset_input_set")]
    private static extern nint InputSet(nint input, int kind);

    [DllImport(Library, EntryPoint = "hb_subset_input_set_flags")]
    private static extern void InputSetFlags(nint input, uint flags);

    [DllImport(Library, EntryPoint = "hb_subset_input_destroy")]
    private static extern void InputDestroy(nint input);

    [DllImport(Library, EntryPoint = "hb_subset_or_fail")]
    private static extern nint SubsetOrFail(nint face, nint input);
}
