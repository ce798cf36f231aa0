using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace InstallSim.Outputs;

/// <summary>A language of what is written for people: which of two texts to take, and how numbers are written.</summary>
public sealed partial class ReportText
{
    internal const string Minus = "\u2212";
    internal const string NoBreakSpace = "\u00a0";
    private const string NarrowSpace = "\u202f";
    private readonly NumberFormatInfo _numbers;
    private readonly Calling? _calling;

    private ReportText(string language, Calling? calling = null)
    {
        _calling = calling;
        Language = language;
        IsFrench = language == "fr";
        _numbers = new NumberFormatInfo
        {
            NumberDecimalSeparator = IsFrench ? "," : ".",
            NumberGroupSeparator = IsFrench ? NarrowSpace : ",",
            NegativeSign = Minus,
        };
    }

    /// <summary>English.</summary>
    public static ReportText English { get; } = new("en");

    /// <summary>French.</summary>
    public static ReportText French { get; } = new("fr");

    /// <summary>The languages that can be written.</summary>
    public static IReadOnlyList<ReportText> All { get; } = [English, French];

    /// <summary><c>en</c> or <c>fr</c>.</summary>
    public string Language { get; }

    /// <summary>Whether this is French.</summary>
    public bool IsFrench { get; }

    /// <summary>The language of that name.</summary>
    /// <exception cref="ArgumentException">It is neither <c>en</c> nor <c>fr</c>.</exception>
    public static ReportText For(string language) =>
        All.FirstOrDefault(t => t.Language == language)
        ?? throw new ArgumentException($"the language '{language}' is unknown; use en or fr", nameof(language));

    /// <summary>The text in this language.</summary>
    public string Say(string english, string french)
    {
        string said = IsFrench ? french : english;
        return _calling?.In(said, IsFrench) ?? said;
    }

    /// <summary>A text that a user wrote in French, with no-break spaces before signs and within guillemets, as French is set.</summary>
    public static string SetFrench(string text) => PlainSpace().Replace(text, NoBreakSpace);

    [GeneratedRegex("(?<=\\S) (?=[;:!?%»](?!\\S)|»)|(?<=«) ")]
    private static partial Regex PlainSpace();

    /// <summary>What stands between a name and what is said of it.</summary>
    public string Colon => IsFrench ? "\u00a0: " : ": ";

    /// <summary>What stands between parts that may have commas within.</summary>
    public string Semicolon => IsFrench ? "\u00a0; " : "; ";

    /// <summary>The same language where general practitioners are called otherwise; itself where they are not.</summary>
    public ReportText Calling(Calling? calling) => calling == _calling ? this : new ReportText(Language, calling);

    /// <summary>A number with so many decimals; a dash when it is not finite.</summary>
    public string Number(double value, int decimals) =>
        !double.IsFinite(value)
            ? "–"
            : WithoutNegativeZero(value, decimals).ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), _numbers);

    /// <summary>A number with about three significant digits.</summary>
    public string Number(double value) => Number(value, Decimals(value));

    /// <summary>A round number as axes write it: without decimals that are zero.</summary>
    public string Tick(double value)
    {
        string digits = Math.Abs(value).ToString("0.##########", CultureInfo.InvariantCulture);
        int point = digits.IndexOf('.', StringComparison.Ordinal);
        return Number(value, point < 0 ? 0 : digits.Length - point - 1);
    }

    /// <summary>A round number as axes of differences write it: with its sign, without decimals that are zero.</summary>
    public string SignedTick(double value) => (value > 0 ? "+" : "") + Tick(value);

    /// <summary>Decimals that an interval allows to write: as many as its half-width has a first digit in.</summary>
    public static int DecimalsFor(double lower, double upper) =>
        Math.Abs(upper - lower) / 2 is var half && !double.IsFinite(half) ? 1 : half switch
        {
            >= 1.5 => 0,
            >= 0.15 => 1,
            >= 0.015 => 2,
            >= 0.0015 => 3,
            _ => 4,
        };

    /// <summary>So many decimals, or more, up to six, where a value would read as an end of its interval that it is not.</summary>
    public static int DecimalsApart(double value, double lower, double upper, int decimals)
    {
        while (decimals < 6 && (IsSame(lower) || IsSame(upper)))
        {
            decimals++;
        }

        return decimals;

        bool IsSame(double end) => double.IsFinite(end) && value != end && English.Number(value, decimals) == English.Number(end, decimals);
    }

    /// <summary>
    /// So many decimals for the end of an interval, or as many, up to six, as show its first digit where it is not 0 and would read so:
    /// an end of 0 says that no difference is clear.
    /// </summary>
    public static int DecimalsOfEnd(double end, int decimals) =>
        end == 0 || !double.IsFinite(end) || Math.Abs(end) >= 0.5 * Math.Pow(10, -decimals) ? decimals
            : Math.Clamp((int)Math.Ceiling(-Math.Log10(Math.Abs(end))), decimals, 6);

    /// <summary>Decimals of a column of numbers: as many as show so many digits of the largest, up to six.</summary>
    public static int DecimalsTogether(IEnumerable<double> column, int digits = 3) =>
        column.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max() is var size && size == 0 ? 0
            : Math.Clamp(digits - 1 - (int)Math.Floor(Math.Log10(size)), 0, 6);

    /// <summary>A share 0–1 as a percentage.</summary>
    public string Percent(double share) => Percent(share, Math.Abs(100 * share) >= 99.5 || share == 0 ? 0 : 1);

    /// <summary>A share 0–1 as a percentage with so many decimals.</summary>
    public string Percent(double share, int decimals) => Number(100 * share, decimals) + PercentSign;

    /// <summary>An amount in k€ in the unit that reads best, such as €1.2m or 1,2 M€.</summary>
    public string Money(double thousandEuros) =>
        Money(thousandEuros, (amount, isEuros) => Number(amount, isEuros || amount == Math.Round(amount) ? 0 : Decimals(amount)));

    /// <summary>
    /// Amounts in k€ of one column: in one unit, that of the largest, of which they show three digits unless all are whole.
    /// </summary>
    public IReadOnlyList<string> MoneyTogether(IReadOnlyList<double> thousandEuros)
    {
        double largest = thousandEuros.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max();
        double scale = Unit(largest).Scale;
        bool isWhole = scale < 1 || thousandEuros.All(amount => amount / scale == Math.Round(amount / scale));
        int decimals = isWhole ? 0 : DecimalsTogether([largest / scale]);
        return [.. thousandEuros.Select(amount => Money(amount, (shown, _) => Number(shown, decimals), largest))];
    }

    /// <summary>A round amount as axes write it: without decimals that are zero, <c>€1.4bn</c> above <c>€1bn</c>.</summary>
    public string MoneyTick(double thousandEuros) =>
        thousandEuros == 0 ? "0" : Money(thousandEuros, (amount, _) => Tick(Math.Round(amount, 6)));

    private static (double Scale, string English, string French) Unit(double size) => size switch
    {
        >= 999_500 => (1e6, "bn", "Md€"),
        >= 999.5 => (1e3, "m", "M€"),
        >= 0.9995 => (1, "k", "k€"),
        _ => (1e-3, "", "€"),
    };

    /// <param name="thousandEuros">The amount.</param>
    /// <param name="write">Writes it in its unit, told whether that is the euro.</param>
    /// <param name="like">The amount of whose unit it is; its own when null.</param>
    private string Money(double thousandEuros, Func<double, bool, string> write, double? like = null)
    {
        if (!double.IsFinite(thousandEuros))
        {
            return "–";
        }

        (double scale, string english, string french) = Unit(like ?? Math.Abs(thousandEuros));
        double amount = thousandEuros / scale;
        string digits = write(Math.Abs(amount), scale < 1);
        string sign = amount < 0 && digits.Any(c => c is >= '1' and <= '9') ? Minus : "";
        return IsFrench ? $"{sign}{digits}{NoBreakSpace}{french}" : $"{sign}€{digits}{english}";
    }

    /// <summary>
    /// A difference as it is shown, such as a number of percentage points: its sign and so many decimals, without a unit.
    /// </summary>
    public string WithSign(double shown, int decimals)
    {
        string size = Number(Math.Abs(shown), decimals);
        return !size.Any(c => c is >= '1' and <= '9') ? size : (shown < 0 ? Minus : "+") + size;
    }

    /// <summary>Items as a sentence lists them.</summary>
    public string List(IReadOnlyList<string> items) => items.Count switch
    {
        0 => "",
        1 => items[0],
        _ => $"{string.Join(", ", items.Take(items.Count - 1))} {Say("and", "et")} {items[^1]}",
    };

    /// <summary>How Vega writes numbers in this language.</summary>
    internal JsonObject VegaLocale() => Json.Object($$"""
        {"number": {"decimal": {{_numbers.NumberDecimalSeparator}}, "thousands": {{_numbers.NumberGroupSeparator}}, "grouping": [3],
                    "currency": ["", ""], "percent": {{PercentSign}}, "minus": {{Minus}}, "nan": "–"} }
        """);

    private string PercentSign => IsFrench ? NarrowSpace + "%" : "%";

    /// <summary>Decimals that show about three significant digits.</summary>
    internal static int Decimals(double value) => Math.Abs(value) switch
    {
        >= 19.95 => 0,
        >= 1.995 => 1,
        _ => 2,
    };

    private static double WithoutNegativeZero(double value, int decimals) =>
        Math.Abs(value) < 0.5 * Math.Pow(10, -decimals) ? 0 : value;
}
