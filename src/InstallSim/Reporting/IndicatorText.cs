using InstallSim.Indicators;
using InstallSim.Outputs;
using InstallSim.Results;

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
                text.Number(100 * size, decimals ?? Usual(indicator, 100 * size)) + ReportText.NoBreakSpace + text.Say("pp", "pt"),
            "k€" or "k€/year" => text.Money(size),
            _ => text.Number(size, decimals ?? Usual(indicator, size)),
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

    /// <summary>An interval of differences, such as <c>+22 to +46</c>; an end that is not 0 never reads as 0.</summary>
    public static string Interval(this ReportText text, Indicator indicator, double lower, double upper, int? decimals = null)
    {
        return $"{End(lower)} {text.Say("to", "à")} {End(upper)}";

        string End(double end) => text.Difference(
            indicator, end, ReportText.DecimalsOfEnd(end * indicator.Scale(), decimals ?? Usual(indicator, end * indicator.Scale())));
    }

    /// <summary>Decimals of a difference that stands alone: about three significant digits.</summary>
    private static int Usual(Indicator indicator, double shown) =>
        indicator.Unit switch { "index" => 4, "accessibility" => 3, _ => ReportText.Decimals(shown) };

    /// <summary>
    /// Decimals of a difference and its interval wherever they are said, in sentences, tables and figures: as many as the half-width of the
    /// interval has a first digit in; more where the difference would be written as one of its ends. Without an interval, or with one of no
    /// width, about three significant digits of the difference. An end that would read as 0 has more of its own
    /// (<see cref="ReportText.DecimalsOfEnd"/>); what is 0 without doubt has none.
    /// </summary>
    public static int DecimalsOf(Indicator indicator, Comparison c)
    {
        double scale = indicator.Scale(), lower = c.Lower * scale, upper = c.Upper * scale, shown = c.Difference * scale;
        if (shown == 0 && !(lower < 0) && !(upper > 0))
        {
            return 0;
        }

        if (!double.IsFinite(lower) || !double.IsFinite(upper) || Results.Interval.Difference(lower, upper) == 0)
        {
            return Usual(indicator, shown);
        }

        return ReportText.DecimalsApart(shown, lower, upper, ReportText.DecimalsFor(lower, upper));
    }

    /// <summary>The difference of a comparison, with the digits that its interval allows.</summary>
    public static string Difference(this ReportText text, Indicator indicator, Comparison c) =>
        text.Difference(indicator, c.Difference, DecimalsOf(indicator, c));

    /// <summary>Why a difference has no interval where all replications agree.</summary>
    public static string InAllReplications(this ReportText text) =>
        text.Say("none: the same in all replications, too few to tell",
            "aucun\u00a0: le même dans toutes les réplications, trop peu nombreuses");

    /// <summary>
    /// Its interval, with the same digits, and that it reaches beyond what can be, where it does; why there is none where all replications
    /// agree.
    /// </summary>
    public static string Interval(this ReportText text, Indicator indicator, Comparison c) => c.IsTied
        ? text.InAllReplications()
        : text.Interval(indicator, c.Lower, c.Upper, DecimalsOf(indicator, c)) + text.Beyond(indicator, c.Lower, c.Upper);

    /// <summary>Decimals of a share and its interval as percentages: none where whole ones keep them apart.</summary>
    public static int PercentDecimals(Comparison c) => ReportText.DecimalsApart(100 * c.Difference, 100 * c.Lower, 100 * c.Upper, 0);

    /// <summary>The indicator's label.</summary>
    public static string Label(this ReportText text, Indicator indicator) => text.Say(indicator.English, indicator.French);
}
