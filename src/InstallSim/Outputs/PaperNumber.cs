using System.Globalization;
using System.Text.RegularExpressions;

namespace InstallSim.Outputs;

/// <summary>
/// Numbers as papers print estimates: in English, thousands set apart by commas, which <see cref="Digits"/> turns into another language.
/// </summary>
public static partial class PaperNumber
{
    /// <summary>A number of four significant digits or more, as papers print it; a dash where there is none.</summary>
    public static string Text(double value)
    {
        if (double.IsNaN(value))
        {
            return "–";
        }

        if (double.IsInfinity(value))
        {
            return value > 0 ? "∞" : "−∞";
        }

        double size = Math.Abs(value);
        if (size is (> 0 and < 1e-4) or >= 1e7)
        {
            return value.ToString("0.000e+00", CultureInfo.InvariantCulture).Replace('-', '−')
                .Replace("e−", "e-", StringComparison.Ordinal);
        }

        int decimals = size >= 100 ? 2 : size >= 1 ? 3 : size >= 0.1 ? 4 : size >= 0.01 ? 5 : 6;
        return value.ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture).Replace('-', '−');
    }

    /// <summary>A count.</summary>
    public static string Whole(int count) => count.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>A number with two decimals, as z is printed; a dash where there is none.</summary>
    public static string Two(double z) => double.IsFinite(z) ? z.ToString("#,0.00", CultureInfo.InvariantCulture).Replace('-', '−') : "–";

    /// <summary>A number of three significant digits, for titles.</summary>
    public static string Brief(double value) =>
        double.IsFinite(value) && value != 0 && Math.Abs(value) is >= 1e-4 and < 1e7
            ? ((decimal)double.Parse(value.ToString("G3", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture))
                .ToString("0.######", CultureInfo.InvariantCulture).Replace('-', '−')
            : Text(value);

    /// <summary>A p-value, <c>&lt;0.001</c> when smaller.</summary>
    public static string Probability(double p) =>
        double.IsNaN(p) ? "–" : p < 0.001 ? "<0.001" : p.ToString("0.000", CultureInfo.InvariantCulture);

    /// <summary>A number as tables print it, or a text with such numbers, in a language: point and thousands as it has them.</summary>
    public static string Digits(this ReportText language, string number) => language.IsFrench
        ? PointOfNumber().Replace(Thousands().Replace(number, "\u202f"), ",")
        : number;

    [GeneratedRegex(@"(?<=\d)\.(?=\d)")]
    private static partial Regex PointOfNumber();

    [GeneratedRegex(@"(?<=(?<![\d.,])[1-9]\d{0,2}(,\d{3})*),(?=\d{3}(?!\d))")]
    private static partial Regex Thousands();
}
