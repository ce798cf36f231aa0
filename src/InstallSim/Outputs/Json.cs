using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace InstallSim.Outputs;

/// <summary>Writes JSON as a template: whatever is interpolated becomes a JSON value, so that no text can break out of its place.</summary>
/// <example><c>Json.Object($$"""{"mark": "text", "data": {"values": {{rows}}} }""")</c></example>
internal static class Json
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 128 };

    /// <summary>How everything is written: not indented, letters of any language as they are.</summary>
    public static JsonSerializerOptions Compact { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 128 };

    /// <summary>The same for files that people read.</summary>
    public static JsonSerializerOptions Indented { get; } = new(Compact) { WriteIndented = true };

    /// <summary>Settings of what writes to a stream piece by piece, as <see cref="Compact"/>.</summary>
    public static JsonWriterOptions Writer { get; } = new() { Encoder = Compact.Encoder, MaxDepth = Compact.MaxDepth };

    /// <summary>The object that the template describes.</summary>
    public static JsonObject Object(JsonTemplate template) => JsonNode.Parse(template.Text, documentOptions: Strict)!.AsObject();

    /// <summary>The array that the template describes.</summary>
    public static JsonArray Array(JsonTemplate template) => JsonNode.Parse(template.Text, documentOptions: Strict)!.AsArray();

    /// <summary>The template itself, to stand in another: what is made of many parts is read once, as a whole.</summary>
    public static JsonText Part(JsonTemplate template) => new(template.Text);

    /// <summary>An array of the nodes.</summary>
    public static JsonArray Array(IEnumerable<JsonNode?> nodes) => new([.. nodes]);

    /// <summary>A number short enough for a chart (7 significant digits); null when it is not finite.</summary>
    public static JsonNode? Number(double value) => double.IsFinite(value) ? JsonValue.Create(Short(value)) : null;

    /// <summary>The same as text.</summary>
    public static string Text(double value)
    {
        Span<char> text = stackalloc char[LongestNumber];
        return text[..Write(value, text)].ToString();
    }

    /// <summary>Adds what the template describes to a text.</summary>
    public static StringBuilder Add(this StringBuilder text, [InterpolatedStringHandlerArgument(nameof(text))] JsonTemplate template)
    {
        _ = template; // it has collected at the end of the text
        return text;
    }

    /// <summary>Letters that a number in a chart may have.</summary>
    internal const int LongestNumber = 32;

    /// <summary>Writes a number short enough for a chart, or null.</summary>
    /// <returns>How many letters it has.</returns>
    internal static int Write(double value, Span<char> text)
    {
        if (!double.IsFinite(value))
        {
            "null".CopyTo(text);
            return "null".Length;
        }

        // Seven digits without an exponent are the shortest text of the number that they stand for.
        value.TryFormat(text, out int length, "G7", CultureInfo.InvariantCulture);
        if (text[..length].Contains('E'))
        {
            Short(value).TryFormat(text, out length, default, CultureInfo.InvariantCulture);
        }

        return length;
    }

    /// <summary>Seven digits; what has no more already, such as years and counts, is as it was.</summary>
    private static double Short(double value) => value == Math.Truncate(value) && Math.Abs(value) < 1e7
        ? value : double.Parse(value.ToString("G7", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}

/// <summary>JSON as text, which a template takes as it is.</summary>
internal readonly record struct JsonText(string Text);

/// <summary>Collects a JSON template; see <see cref="Json"/>.</summary>
[InterpolatedStringHandler]
internal readonly ref struct JsonTemplate
{
    private readonly StringBuilder _text;

    public JsonTemplate(int literalLength, int formattedCount)
        : this(literalLength, formattedCount, new StringBuilder(literalLength + (16 * formattedCount)))
    {
    }

    /// <summary>Collects at the end of another text.</summary>
    public JsonTemplate(int literalLength, int formattedCount, StringBuilder text)
    {
        _ = (literalLength, formattedCount);
        _text = text;
    }

    public string Text => _text.ToString();

    public void AppendLiteral(string text) => _text.Append(text);

    public void AppendFormatted(string? value) =>
        _ = value is not null && value.AsSpan().IndexOfAnyExcept(Plain) < 0
            ? _text.Append('"').Append(value).Append('"') : _text.Append(JsonSerializer.Serialize(value, Json.Compact));

    /// <summary>Letters that stand in JSON as they are; most texts have no others.</summary>
    private static readonly SearchValues<char> Plain =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 #-_.,:;()%");

    public void AppendFormatted(double value)
    {
        Span<char> text = stackalloc char[Json.LongestNumber];
        _text.Append(text[..Json.Write(value, text)]);
    }

    public void AppendFormatted(int value) => _text.Append(CultureInfo.InvariantCulture, $"{value}");

    public void AppendFormatted(bool value) => _text.Append(value ? "true" : "false");

    public void AppendFormatted(JsonText value) => _text.Append(value.Text);

    public void AppendFormatted(IEnumerable<JsonText> values) => _text.Append('[').AppendJoin(',', values.Select(v => v.Text)).Append(']');

    public void AppendFormatted(JsonNode? value) => _text.Append(value?.ToJsonString(Json.Compact) ?? "null");

    public void AppendFormatted(IEnumerable<string> values) => _text.Append(JsonSerializer.Serialize(values, Json.Compact));

    public void AppendFormatted(IEnumerable<double> values) =>
        _text.Append('[').AppendJoin(',', values.Select(Json.Text)).Append(']');

    public void AppendFormatted(IEnumerable<JsonObject?> values) =>
        _text.Append('[').AppendJoin(',', values.Select(v => v?.ToJsonString(Json.Compact) ?? "null")).Append(']');
}
