namespace InstallSim.Charts;

/// <summary>Round steps (1, 2 or 5 times a power of ten), as people write axes.</summary>
internal static class RoundNumbers
{
    /// <summary>The multiples of a round step between two values, about so many.</summary>
    public static IReadOnlyList<double> Between(double from, double to, int count)
    {
        var (low, high) = (Math.Min(from, to), Math.Max(from, to));
        double step = Step(high - low, count);
        double first = Math.Ceiling((low / step) - 1e-9), last = Math.Floor((high / step) + 1e-9);
        return [.. Enumerable.Range(0, (int)(last - first) + 1).Select(i => Tidy((first + i) * step, step))];
    }

    /// <summary>The same, of a finer step where there would be one alone.</summary>
    public static IReadOnlyList<double> AtLeastTwo(double from, double to, int count) =>
        Enumerable.Range(Math.Max(count, 1), 4).Select(n => Between(from, to, n)).FirstOrDefault(all => all.Count > 1)
            ?? Between(from, to, count);

    /// <summary>
    /// Two ends, in their order, that charts can tell apart with some ticks between them: charts hold seven digits, so that a hundred-
    /// thousandth of the values is the least that an axis spans; about 0 it is <see cref="Least"/>.
    /// </summary>
    public static (double From, double To) Apart(double from, double to)
    {
        if (!double.IsFinite(from) || !double.IsFinite(to))
        {
            return (0, 1);
        }

        double least = Math.Max(1e-5 * Math.Max(Math.Abs(from), Math.Abs(to)), Least);
        if (Math.Abs(to - from) >= least)
        {
            return (from, to);
        }

        double middle = from + ((to - from) / 2), half = (to < from ? -1 : 1) * least / 2;
        return (middle - half, middle + half);
    }

    /// <summary>Round values around two others; −1 and 1 around 0 alone.</summary>
    public static (double From, double To) Ends(double low, double high, int count)
    {
        double room = high > low ? high - low : high == 0 ? 1 : Math.Max(Math.Abs(high), 1) / 10, step = Step(room, count);
        return high > low
            ? (Tidy(Math.Floor((low / step) + 1e-9) * step, step), Tidy(Math.Ceiling((high / step) - 1e-9) * step, step))
            : (low - room, high + room);
    }

    /// <summary>The round number next to a value above zero.</summary>
    public static double Near(double value)
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10(value)));
        return Tidy(power * (value / power) switch
        {
            < 1.5 => 1,
            < 3.5 => 2,
            < 7.5 => 5,
            _ => 10,
        }, power);
    }

    /// <summary>The least range that has a step of its own.</summary>
    private const double Least = 1e-12;

    private static double Step(double range, int count) => Near(Math.Max(range, Least) / Math.Max(count, 1));

    /// <summary>The value without the noise of its multiplication: 0.3 and not 0.30000000000000004.</summary>
    private static double Tidy(double value, double step) =>
        value == 0 ? 0 : Math.Round(value, Math.Clamp(2 - (int)Math.Floor(Math.Log10(step)), 0, 15));
}
