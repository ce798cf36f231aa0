using InstallSim.Indicators;
using InstallSim.Outputs;

namespace InstallSim.Reporting;

/// <summary>How each language writes indicators: values with their unit, differences with their sign, labels.</summary>
public static class IndicatorText
{
    /// <summary>A value of the indicator with its short unit.</summary>
    public static string Value(this ReportText text, Indicator indicator, double value) => indicator.Unit switch
    {
        IndicatorCatalog.Share => text.Percent(value),
        "k€" or "k€/year" => text.Money(value),
        "km" => $"{text.Number(value, 0)}{ReportText.NoBreakSpace}km",
        "GPs" or "places" or "MSP" when Math.Abs(value) >= 20 => text.Number(value, 0),
        "GPs" or "places" or "MSP" or "GPs/year" or "FTE" => text.Number(value, 1),
        "index" => text.Number(value, 3),
        _ => text.Number(value, 2),
    };

    /// <summary>A difference of the indicator, with its sign; shares in percentage points.</summary>
    /// <param name="text">The language.</param>
    /// <param name="indicator">The indicator.</param>
    /// <param name="difference">The difference, in the indicator's own unit.</param>
    /// <param name="decimals">Decimals of all numbers that stand together; about three significant digits when null.</param>
    public static string Difference(this ReportText text, Indicator indicator, double difference, int? decimals = null)
    {
        if (!double.IsFinite(difference))
        {
            return "–";
        }

        double size = Math.Abs(difference);
        if (size == 0)
        {
            return "0";
        }

        string shown = indicator.Unit switch
        {
            IndicatorCatalog.Share =>
                text.Number(100 * size, decimals ?? ReportText.Decimals(100 * size)) + ReportText.NoBreakSpace + text.Say("pp", "pt"),
            "k€" or "k€/year" => text.Money(size),
            "index" => text.Number(size, decimals ?? 4),
            "accessibility" => text.Number(size, decimals ?? 3),
            _ => text.Number(size, decimals ?? ReportText.Decimals(size)),
        };
        return !shown.Any(c => c is >= '1' and <= '9') ? "0" : (difference < 0 ? ReportText.Minus : "+") + shown;
    }

    /// <summary>Decimals for differences that stand together in a figure, as they are shown: three digits of the largest.</summary>
    public static int DecimalsTogether(IEnumerable<double> shown) =>
        SharedScale.Reach(shown) is var size && size == 0 ? 0 : Math.Clamp(2 - (int)Math.Floor(Math.Log10(size)), 0, 4);

    /// <summary>
    /// The same, but no more than three digits of the largest end of their intervals, and one decimal where that is 1 or more: others
    /// would be noise.
    /// </summary>
    public static int DecimalsTogether(IEnumerable<double> shown, IEnumerable<double> ends) =>
        SharedScale.Reach(ends) is var size && size == 0 ? DecimalsTogether(shown)
            : Math.Min(DecimalsTogether(shown), size >= 1 ? 1 : DecimalsTogether([size]));

    /// <summary>An interval of differences, such as <c>+22 to +46</c>.</summary>
    public static string Interval(this ReportText text, Indicator indicator, double lower, double upper, int? decimals = null) =>
        $"{text.Difference(indicator, lower, decimals)} {text.Say("to", "à")} {text.Difference(indicator, upper, decimals)}";

    /// <summary>
    /// Decimals of a difference and the interval after it in a sentence: about three digits of the largest, and as many more as keep the
    /// difference from reading as an end; null without an interval.
    /// </summary>
    public static int? DecimalsOf(Indicator indicator, double difference, double lower, double upper)
    {
        if (!double.IsFinite(lower) || !double.IsFinite(upper))
        {
            return null;
        }

        double scale = indicator.Scale(), largest = Math.Max(Math.Abs(lower), Math.Abs(upper)) * scale;
        int digits = indicator.Unit switch { "index" => 4, "accessibility" => 3, _ => ReportText.Decimals(largest) };
        return ReportText.DecimalsApart(difference * scale, lower * scale, upper * scale, digits);
    }

    /// <summary>The indicator's label.</summary>
    public static string Label(this ReportText text, Indicator indicator) => text.Say(indicator.English, indicator.French);
}
