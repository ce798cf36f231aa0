using InstallSim.Choice.Kernels;

namespace InstallSim.Calibration;

/// <summary>A number that is calibrated.</summary>
/// <param name="Path">Its dotted key in a scenario.</param>
/// <param name="Low">Low end of the range searched.</param>
/// <param name="High">High end, above low.</param>
/// <param name="Before">The scenario's own value.</param>
public sealed record CalibratedNumber(string Path, double Low, double High, double Before)
{
    /// <summary>Ranges wider than this factor are searched by factors, not by steps.</summary>
    public const double WideFactor = 5;

    /// <summary>Whether equal steps of the search are equal factors: positive ranges whose ends differ more than fivefold.</summary>
    public bool IsLogarithmic => Low > 0 && High > WideFactor * Low;

    /// <summary>Whether the scenario's own value lies in the range searched.</summary>
    public bool HoldsBefore => Before >= Low && Before <= High;

    /// <summary>The value at a place of its range, 0 being low and 1 high.</summary>
    public double At(double place) => IsLogarithmic
        ? Low * Elementary.Exp(place * Elementary.Log(High / Low))
        : Low + (place * (High - Low));

    /// <summary>The place of a value in its range; outside 0 to 1 where the value lies outside.</summary>
    public double PlaceOf(double value) => IsLogarithmic
        ? value > 0 ? Elementary.Log(value / Low) / Elementary.Log(High / Low) : double.NegativeInfinity
        : (value - Low) / (High - Low);

    /// <summary>The derivative of <see cref="At"/>.</summary>
    public double SlopeAt(double place) => IsLogarithmic ? At(place) * Elementary.Log(High / Low) : High - Low;
}

/// <summary>
/// The box of all numbers that are calibrated, each from 0 (low) to 1 (high), so that a step means the same in every direction.
/// </summary>
/// <param name="Numbers">The numbers, p of them.</param>
public sealed record ParameterSpace(IReadOnlyList<CalibratedNumber> Numbers)
{
    /// <summary>p.</summary>
    public int Count => Numbers.Count;

    /// <summary>The scenario's own values as a point of the box; it may lie outside.</summary>
    public double[] Before => [.. Numbers.Select(n => n.PlaceOf(n.Before))];

    /// <summary>Values of a point of the box, shape [p].</summary>
    public double[] ValuesAt(IReadOnlyList<double> point) => [.. Numbers.Select((n, k) => n.At(point[k]))];

    /// <summary>Whether a point lies in the box.</summary>
    public static bool Holds(IEnumerable<double> point) => point.All(x => x is >= 0 and <= 1);
}
