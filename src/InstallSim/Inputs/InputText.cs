using System.Formats.Tar;
using System.Text;

namespace InstallSim.Inputs;

/// <summary>Opens users' files and refuses what is no text in UTF-8, with the reason and the remedy.</summary>
internal static class InputText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>First bytes of files that are no text, and what such a file is.</summary>
    private static readonly (byte[] Start, InputMessage Kind)[] Signatures =
    [
        ([0xFF, 0xFE, 0, 0], "is UTF-32 text; save it as UTF-8"),
        ([0, 0, 0xFE, 0xFF], "is UTF-32 text; save it as UTF-8"),
        ([0xFF, 0xFE], "is UTF-16 text; save it as UTF-8"),
        ([0xFE, 0xFF], "is UTF-16 text; save it as UTF-8"),
        ([0x1F, 0x8B], "is compressed (gzip); decompress it first"),
        ([(byte)'P', (byte)'K', 3, 4], "is a zip archive or a spreadsheet; save it as plain text in UTF-8"),
        ([0xD0, 0xCF, 0x11, 0xE0], "is a spreadsheet or document; save it as plain text in UTF-8"),
        ([(byte)'%', (byte)'P', (byte)'D', (byte)'F'], "is a PDF; text is expected"),
    ];

    /// <summary>Whether a file is there; if not, says so with a file of its folder that may be meant.</summary>
    /// <param name="path">The file.</param>
    /// <param name="errors">Receives what is wrong.</param>
    /// <param name="saidAt">Where the user named it; null when on the command line.</param>
    public static bool Exists(string path, InputErrors errors, Place? saidAt = null)
    {
        Place place = saidAt ?? new Place(path);
        if (File.Exists(path))
        {
            if (IsDevice(path))
            {
                errors.Add(place, $"'{path}' is a device or a pipe; a file is expected");
                return false;
            }

            return true;
        }

        string? folder = Path.GetDirectoryName(Path.GetFullPath(path));
        if (Directory.Exists(path))
        {
            errors.Add(place, $"'{path}' is a folder; a file is expected");
        }
        else if (!Directory.Exists(folder))
        {
            string parent = Path.TrimEndingDirectorySeparator(Path.GetDirectoryName(path) is { Length: > 0 } named ? named : folder!);
            InputMessage near = DidYouMean.HintOfPath(parent);
            InputMessage said = $"file '{path}' does not exist, nor does its folder{near}{HintOfOutside(path, saidAt)}";
            errors.Add([new InputError(place, said) { Missing = near.English.Length == 0 ? Path.GetFullPath(path) : null }]);
        }
        else
        {
            errors.Add(place, $"file '{path}' does not exist{DidYouMean.HintOfPath(path)}");
        }

        return false;
    }

    /// <summary>What to say of a file outside the working folder that one inside it names: it does not come with the project.</summary>
    private static InputMessage HintOfOutside(string path, Place? saidAt)
    {
        string here = Path.TrimEndingDirectorySeparator(Directory.GetCurrentDirectory());
        return saidAt is { } said && File.Exists(said.File) && IsInside(said.File) && !IsInside(path)
            ? (InputMessage)$"; it lies outside the folder '{here}', and is no part of what lies in it: get it, or name a table of your own"
            : InputMessage.None;

        bool IsInside(string file) =>
            Path.GetFullPath(file).StartsWith(here + Path.DirectorySeparatorChar, StringComparison.Ordinal);
    }

    /// <summary>
    /// Whether a file is a device, a pipe or a socket, whose reader may wait or go on for ever. All of them say that they hold nothing;
    /// what they are is asked of the entry that an archive would get, for which nothing is opened.
    /// </summary>
    internal static bool IsDevice(string path)
    {
        try
        {
            var file = new FileInfo(path);
            string target = (file.ResolveLinkTarget(returnFinalTarget: true) ?? file).FullName;
            if (new FileInfo(target).Length > 0)
            {
                return false;
            }

            using var archive = new MemoryStream();
            using (var writer = new TarWriter(archive, TarEntryFormat.Pax, leaveOpen: true))
            {
                writer.WriteEntry(target, "x");
            }

            archive.Position = 0;
            using var reader = new TarReader(archive);
            return reader.GetNextEntry()?.EntryType is not (TarEntryType.RegularFile or TarEntryType.ContiguousFile);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false; // whoever opens it says why that fails
        }
    }

    /// <summary>
    /// A text without what is no text and could speak to a terminal or break a page: control characters but tabs and line ends, marks that
    /// turn the direction of what follows, separators of lines that editors do not show, code points that are no characters.
    /// </summary>
    public static string Cleaned(string text) => text.Any(IsNoText) ? string.Concat(text.Where(c => !IsNoText(c))) : text;

    private static bool IsNoText(char c) => (char.IsControl(c) && c is not ('\t' or '\n' or '\r'))
        || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u2028' or '\u2029' or '\uFFFE' or '\uFFFF';

    /// <summary>Whether a text can name a file: it is not empty and holds no control character.</summary>
    public static bool CanBePath(string text) => text.Length > 0 && !text.Any(char.IsControl);

    /// <summary>The text of a small file, without byte order mark, or null when it is refused.</summary>
    public static string? Read(string path, int maxBytes, InputErrors errors, Place? saidAt = null)
    {
        if (!Exists(path, errors, saidAt))
        {
            return null;
        }

        try
        {
            long length = new FileInfo(path).Length;
            if (length > maxBytes)
            {
                errors.Add(new Place(path),
                    $"is larger than {maxBytes / 1_000_000.0:0.#} MB ({length / 1e6:0.0} MB); that is no file of this kind");
                return null;
            }

            return Decode(path, File.ReadAllBytes(path), errors);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            errors.Add(saidAt ?? new Place(path), $"file '{path}' cannot be read: {InputMessage.Elsewhere(fault.Message)}");
            return null;
        }
    }

    /// <summary>
    /// What the first bytes give away of a file that is no UTF-8 text, such as <c>is UTF-16 text; save it as UTF-8</c>; null when nothing.
    /// </summary>
    public static InputMessage? NoText(ReadOnlySpan<byte> start)
    {
        foreach ((byte[] signature, InputMessage kind) in Signatures)
        {
            if (start.StartsWith(signature))
            {
                return kind;
            }
        }

        int zero = start.IndexOf((byte)0);
        if (zero < 0)
        {
            return null;
        }

        return start.Length >= 4 && start[(zero % 2)..].Length > 2 && start[zero % 2] == 0 && start[(zero % 2) + 2] == 0
            ? (InputMessage)"is UTF-16 text; save it as UTF-8"
            : "is a binary file; text in UTF-8 is expected";
    }

    private static string? Decode(string path, byte[] bytes, InputErrors errors)
    {
        if (NoText(bytes) is { } kind)
        {
            errors.Add(new Place(path), kind);
            return null;
        }

        ReadOnlySpan<byte> text = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes.AsSpan(3) : bytes;
        try
        {
            return Strict.GetString(text);
        }
        catch (DecoderFallbackException)
        {
            int valid = ValidBytes(text);
            int line = text[..valid].Count((byte)'\n') + 1;
            int column = Encoding.UTF8.GetCharCount(text[(text[..valid].LastIndexOf((byte)'\n') + 1)..valid]) + 1;
            errors.Add(new Place(path, line, column), NotUtf8(text[valid]));
            return null;
        }
    }

    /// <summary>The error for a byte that UTF-8 does not allow where it stands.</summary>
    public static InputMessage NotUtf8(byte found) =>
        $"byte 0x{found:X2} is not UTF-8; the file seems to be in an older encoding (Windows-1252?): save it as UTF-8";

    /// <summary>How many bytes from the start are valid UTF-8.</summary>
    public static int ValidBytes(ReadOnlySpan<byte> bytes)
    {
        int valid = 0;
        while (valid < bytes.Length && Rune.DecodeFromUtf8(bytes[valid..], out _, out int used) == System.Buffers.OperationStatus.Done)
        {
            valid += used;
        }

        return valid;
    }
}
