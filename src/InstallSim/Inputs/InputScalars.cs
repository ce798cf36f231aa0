using System.Buffers;
using System.Globalization;

namespace InstallSim.Inputs;

/// <summary>Reads single values and says what is expected instead.</summary>
internal static class InputScalars
{
    private const string OfValue = ".value";
    private static readonly SearchValues<char> OfNumbers = SearchValues.Create("0123456789+-.eE");
    private static readonly SearchValues<char> OfNumbersOrComma = SearchValues.Create("0123456789+-.eE,");
    private static readonly SearchValues<char> OfSeparatedNumbers = SearchValues.Create("0123456789+-.eE,_ '\u00A0\u202F");

    /// <summary>What a value must be, in words: <c>a whole number from 0 to 100 (k€/year)</c>.</summary>
    public static InputMessage Expected(InputType type, KeyAttribute key, IReadOnlyList<string> names)
    {
        InputMessage unit = key.Unit.Length == 0 ? InputMessage.None : (InputMessage)$" ({Units.Words(key.Unit)})";
        return type.Kind switch
        {
            InputKind.Text when names.Count > 0 => (InputMessage)$"one of {string.Join(", ", names)}",
            InputKind.Text when key.IsPath => "the path of a file",
            InputKind.Text => "a text",
            InputKind.Boolean => "true or false",
            InputKind.WholeNumber => $"a whole number{Range(Lowest(type, key), Highest(type, key))}{unit}",
            InputKind.Number => $"a number{Range(key.Min, key.Max)}{unit}",
            InputKind.Object when type.IsQuantity => $"a number{Range(key.Min, key.Max)}{unit}",
            InputKind.Choice => $"one of {string.Join(", ", names.Count > 0 ? names : type.Words)}",
            InputKind.Years => "years from..until, such as 2025..2045",
            InputKind.List => $"a list in brackets or of '- ' lines, each {Expected(type.Element!, key, names)}",
            InputKind.Map => $"keys with values, each {Expected(type.Element!, key, [])}",
            _ => "keys with values",
        };
    }

    /// <summary>Reads a value that is no list, map or object.</summary>
    /// <returns>The value, or null and what is wrong.</returns>
    public static object? Read(YamlScalar found, InputType type, KeyAttribute key, IReadOnlyList<string> names, out InputMessage wrong)
    {
        InputMessage expected = $"expected {Expected(type, key, names)}, found {found.Found}";
        wrong = expected;
        if (found.IsEmpty || (found.Text.Length == 0 && type.Kind != InputKind.Text))
        {
            wrong = $"the value is missing; {expected}";
            return null;
        }

        if (found.IsNull)
        {
            return null;
        }

        switch (type.Kind)
        {
            case InputKind.Text:
                return ReadText(found, key, names, ref wrong);
            case InputKind.Boolean:
                return found is { IsQuoted: false, Text: "true" or "false" } ? found.Text == "true" : null;
            case InputKind.Choice:
                IReadOnlyList<string> words = names.Count > 0 ? names : type.Words;
                wrong = NotAmong(words, found) ?? expected;
                return words.Contains(found.Text) ? type.Member(found.Text) : null;
            case InputKind.Years:
                if (YearRange.TryRead(found.Text, out YearRange years) is not { } fault)
                {
                    return years;
                }

                wrong = $"{fault}, found {found.Found}";
                return null;
            default:
                return ReadNumber(found, type, key, expected, out wrong) is { } number
                    ? Convert.ChangeType(number, type.Type, CultureInfo.InvariantCulture)
                    : null;
        }
    }

    /// <summary>The word that is meant, before all words that there are, which may be many; null where none is near.</summary>
    private static InputMessage? NotAmong(IReadOnlyList<string> words, YamlScalar found)
    {
        InputMessage said = $"found {found.Found}{DidYouMean.Hint(found.Text, words)}; expected one of {string.Join(", ", words)}";
        return DidYouMean.Find(found.Text, words) is null ? null : said;
    }

    private static string? ReadText(YamlScalar found, KeyAttribute key, IReadOnlyList<string> names, ref InputMessage wrong)
    {
        if (names.Count > 0 && !names.Contains(found.Text))
        {
            wrong = NotAmong(names, found) ?? wrong;
            return null;
        }

        if (key.Required && string.IsNullOrWhiteSpace(found.Text))
        {
            wrong = $"{wrong}; it is needed, and may not be blank";
            return null;
        }

        if (!key.IsPath)
        {
            return found.Text;
        }

        return InputText.CanBePath(found.Text) ? Path.GetFullPath(found.Text, found.Folder) : null;
    }

    /// <summary>How a number is written where keys with values are expected, of which one is <c>value</c>; else nothing.</summary>
    internal static InputMessage HintOfValue(Type type, YamlNode node)
    {
        if (node is not YamlScalar scalar || !TryNumber(scalar.Text, out _, out _) || InputKey.Of(type).All(key => key.Name != "value"))
        {
            return InputMessage.None;
        }

        return KeySet(node.Place.File) is { } path
            ? (InputMessage)$"; write {path}.value={scalar.Text}"
            : $"; write '{{ value: {scalar.Text} }}', with its other keys";
    }

    /// <summary>How <c>--set</c> writes a number that is taken as certain, where it said the value of one that has a range.</summary>
    internal static InputMessage HintOfCertain(string place, IDoubtful number) => number is Quantity && NumberSet(place) is { } path
        ? (InputMessage)$"; {path}={Plain(number.Value)} takes it as certain"
        : InputMessage.None;

    /// <summary>The number of which <c>--set number.value=1</c> sets the value, where that is what a place names.</summary>
    private static string? NumberSet(string place) =>
        KeySet(place) is { } path && path.EndsWith(OfValue, StringComparison.Ordinal) ? path[..^OfValue.Length] : null;

    /// <summary>The key that <c>--set key=value</c> sets, where that is what a place names.</summary>
    private static string? KeySet(string place)
    {
        const string set = "--set ";
        return place.StartsWith(set, StringComparison.Ordinal) && place.IndexOf('=') is > 0 and var equals
            ? place[set.Length..equals]
            : null;
    }

    private static double? ReadNumber(YamlScalar found, InputType type, KeyAttribute key, InputMessage expected, out InputMessage wrong)
    {
        wrong = expected;
        if (found.IsQuoted && TryNumber(found.Text, out _, out _))
        {
            wrong = $"{expected}; remove the quotes";
            return null;
        }

        bool whole = type.Kind == InputKind.WholeNumber;
        if (!TryNumber(found.Text, out double value, out InputMessage hint))
        {
            wrong = $"{expected}{(whole ? HintOfWhole(found.Text, hint) : hint)}";
            return null;
        }

        double lowest = whole ? Lowest(type, key) : key.Min;
        double highest = whole ? Highest(type, key) : key.Max;
        if (whole && (value != Math.Floor(value) || found.Text.AsSpan().ContainsAny(".eE")))
        {
            return null;
        }

        if (value < lowest || value > highest)
        {
            wrong = $"{found.Text} is out of range; expected {Expected(type, key, [])}";
            return null;
        }

        wrong = "";
        return value;
    }

    /// <summary>Reads a finite number with a decimal point; otherwise says what may help.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">The number.</param>
    /// <param name="hint">Empty, or a remedy such as <c>; use a decimal point</c>.</param>
    public static bool TryNumber(ReadOnlySpan<char> text, out double value, out InputMessage hint)
    {
        const NumberStyles style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        hint = "";
        bool plain = text.IndexOfAnyExcept(OfNumbers) < 0;
        if (plain && double.TryParse(text, style, CultureInfo.InvariantCulture, out value) && double.IsFinite(value))
        {
            return true;
        }

        value = 0;
        hint = text.Trim() switch
        {
            _ when plain && text.ContainsAnyInRange('0', '9') =>
                double.TryParse(text, style, CultureInfo.InvariantCulture, out _) ? (InputMessage)"; it is too large" : "",
            var t when t.TrimStart("+-.").ToString().ToUpperInvariant() is "NAN" or "INF" or "INFINITY" => "; it must be finite",
            var t when IsThousands(t) =>
                $"; write {t.ToString().Replace(",", "", StringComparison.Ordinal)} if the comma stands between thousands, "
                    + $"{t.ToString().Replace(',', '.')} if before a fraction",
            var t when t.IndexOfAnyExcept(OfNumbersOrComma) < 0 && t.Count(',') == 1 => "; use a decimal point",
            var t when t.IndexOfAnyExcept(OfSeparatedNumbers) < 0 && t.ContainsAnyInRange('0', '9') => "; write digits without separators",
            var t when t.EndsWith("%") => "; write a share such as 0.05 for 5 %",
            _ => "",
        };
        return false;
    }

    /// <summary>What may help where a whole number is expected, of which a comma begins no fraction.</summary>
    private static InputMessage HintOfWhole(string text, InputMessage hint) =>
        text.Count(c => c == ',') != 1 || text.AsSpan().Trim().IndexOfAnyExcept(OfNumbersOrComma) >= 0 ? hint
        : IsThousands(text.AsSpan().Trim())
            ? $"; write {text.Trim().Replace(",", "", StringComparison.Ordinal)} if the comma stands between thousands"
            : InputMessage.None;

    /// <summary>Whether a number has one comma, with three digits behind it and one to three, not 0 alone, before it.</summary>
    private static bool IsThousands(ReadOnlySpan<char> text)
    {
        ReadOnlySpan<char> digits = text.TrimStart("+-");
        int comma = digits.IndexOf(',');
        return comma is > 0 and < 4 && digits.Length == comma + 4 && digits[0] != '0'
            && !digits[..comma].ContainsAnyExceptInRange('0', '9') && !digits[(comma + 1)..].ContainsAnyExceptInRange('0', '9');
    }

    /// <summary><c> from 0 to 100</c>, <c> of at least 0</c>, <c> of at most 1</c>, or nothing.</summary>
    public static InputMessage Range(double min, double max) => (double.IsFinite(min), double.IsFinite(max)) switch
    {
        (true, true) when min == int.MinValue && max == int.MaxValue => InputMessage.None,
        (true, true) when max is int.MaxValue or uint.MaxValue => $" of at least {Plain(min)}",
        (true, true) when min == int.MinValue => $" of at most {Plain(max)}",
        (true, true) => $" from {Plain(min)} to {Plain(max)}",
        (true, false) => $" of at least {Plain(min)}",
        (false, true) => $" of at most {Plain(max)}",
        _ => "",
    };

    /// <summary>A number as people write it: <c>1000000</c>, <c>0.015</c>, <c>1E+20</c>.</summary>
    public static string Plain(double value) => Math.Abs(value) is > 1e15 or (< 1e-9 and > 0)
        ? value.ToString("R", CultureInfo.InvariantCulture)
        : value.ToString("0.###############", CultureInfo.InvariantCulture);

    /// <summary>The same for a sentence, of a number that the program computed or knows: French has a decimal comma.</summary>
    public static Words Said(double value) => new(Plain(value), FrenchPlain(value));

    /// <summary><see cref="Said"/>, in French.</summary>
    public static string FrenchPlain(double value) => Plain(value).Replace('.', ',');

    /// <summary>Smallest whole number that both the key and the type allow.</summary>
    private static double Lowest(InputType type, KeyAttribute key) => Math.Max(key.Min, type.Type == typeof(uint) ? 0 : int.MinValue);

    /// <summary>Largest whole number that both the key and the type allow.</summary>
    private static double Highest(InputType type, KeyAttribute key) =>
        Math.Min(key.Max, type.Type == typeof(uint) ? uint.MaxValue : int.MaxValue);
}
