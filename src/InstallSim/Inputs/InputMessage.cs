using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace InstallSim.Inputs;

/// <summary>
/// A text for users that can be said in French: it keeps what was written around its values, <c>unknown key '{0}'</c>, by which
/// <see cref="FrenchMessages"/> finds it. Any <c>$"…"</c> where one is expected becomes one; what has no French stays English.
/// </summary>
[InterpolatedStringHandler]
public sealed record InputMessage
{
    private static readonly NumberFormatInfo WithComma = new() { NumberDecimalSeparator = "," };

    private readonly StringBuilder _template;
    private readonly List<object?> _values = [];

    /// <summary>Begins a text; for the compiler.</summary>
    public InputMessage(int literalLength, int formattedCount) => _template = new StringBuilder(literalLength + (3 * formattedCount));

    /// <summary>No text; one for all, for every value of a table that is right has it.</summary>
    public static InputMessage None { get; } = new(0, 0);

    /// <summary>A text as it is written around its values: <c>unknown key '{0}'</c>.</summary>
    public string Template => _template.ToString();

    /// <summary>The text in English.</summary>
    public string English => Fill(Template, french: false);

    /// <summary>The text in French where there is one, else in English; its values too.</summary>
    public string French => Fill(FrenchMessages.Find(Template) ?? Template, french: true);

    /// <summary>For the compiler: a part that is written.</summary>
    public void AppendLiteral(string text) => _template.Append(text);

    /// <summary>For the compiler: a value; numbers are written as in YAML, with a decimal point in French too.</summary>
    public void AppendFormatted(object? value)
    {
        _template.Append(CultureInfo.InvariantCulture, $"{{{_values.Count}}}");
        _values.Add(value);
    }

    /// <summary>For the compiler: a name or another text, which is the same in every language.</summary>
    public void AppendFormatted(string? value) => AppendFormatted((object?)value);

    /// <summary>For the compiler: a number that the program computed or rounded, in a format; French has a decimal comma.</summary>
    public void AppendFormatted(IFormattable value, string format) => AppendFormatted(new Rounded(value, format));

    /// <summary>For the compiler: a part of a text.</summary>
    public void AppendFormatted(ReadOnlySpan<char> value) => AppendFormatted(value.ToString());

    /// <summary>A text without values.</summary>
    public static implicit operator InputMessage(string text)
    {
        if (text.Length == 0)
        {
            return None;
        }

        var message = new InputMessage(text.Length, 0);
        message.AppendLiteral(text);
        return message;
    }

    /// <summary>
    /// A text of the operating system or of a library, which is not in the code: in French where it is known word for word.
    /// </summary>
    public static InputMessage Elsewhere(string text) => text;

    /// <summary>The same text with another value, in it and in its parts, where one is as said.</summary>
    public InputMessage With(string value, InputMessage instead)
    {
        InputMessage message = Template;
        message._values.AddRange(_values.Select(v =>
            v is InputMessage part ? part.With(value, instead) : v as string == value ? instead : v));
        return message;
    }

    /// <summary>A text said in both languages where it arises.</summary>
    public static implicit operator InputMessage(Words words) => $"{words}";

    /// <summary>The text in English.</summary>
    public override string ToString() => English;

    /// <summary>Whether both read the same in English.</summary>
    public bool Equals(InputMessage? other) => other is not null && English == other.English;

    /// <summary>Of the text in English.</summary>
    public override int GetHashCode() => English.GetHashCode(StringComparison.Ordinal);

    private string Fill(string template, bool french)
    {
        var text = new StringBuilder(template.Length);
        for (int i = 0; i < template.Length; i++)
        {
            int end = template[i] == '{' ? template.IndexOf('}', i) : -1;
            if (end > i && int.TryParse(template.AsSpan(i + 1, end - i - 1), NumberStyles.None, null, out int k) && k < _values.Count)
            {
                text.Append(Said(_values[k], french));
                i = end;
            }
            else
            {
                text.Append(template[i]);
            }
        }

        return text.ToString();
    }

    private static string? Said(object? value, bool french) => value switch
    {
        InputMessage inner => french ? inner.French : inner.English,
        Words words => french ? words.French : words.English,
        Rounded(var number, var format) => number.ToString(format, french ? WithComma : CultureInfo.InvariantCulture.NumberFormat),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value?.ToString(),
    };

    private sealed record Rounded(IFormattable Number, string Format);
}
