namespace InstallSim.Charts;

/// <summary>An axis, its ticks and their words resolved.</summary>
/// <param name="From">Value at the left or the bottom.</param>
/// <param name="To">Value at the right or the top; less than <paramref name="From"/> where the axis runs the other way.</param>
public sealed record Axis(double From, double To)
{
    /// <summary>What it measures, with its unit; empty where headings say it.</summary>
    public string Title { get; init; } = "";

    /// <summary>Where something is written, and what; nothing is when there is none.</summary>
    public IReadOnlyList<Tick> Ticks { get; init; } = [];

    /// <summary>Whether a line across the panel stands at each tick.</summary>
    public bool HasGrid { get; init; }

    /// <summary>Whether equal steps are equal factors.</summary>
    public bool IsLogarithmic { get; init; }

    /// <summary>Whether ticks name things: written in ink, on as many lines as they need within <see cref="LabelRoom"/>.</summary>
    public bool IsNames { get; init; }

    /// <summary>Most room of a tick's words, pixels.</summary>
    public double LabelRoom { get; init; } = 200;

    /// <summary>Most lines of a tick's words.</summary>
    public int LabelLines { get; init; } = 3;

    /// <summary>Whether rows that the reader changes move its ends, so that the page finds ends and ticks by itself.</summary>
    public bool FollowsRows { get; init; }

    /// <summary>Decimal sign of numbers that the page writes itself.</summary>
    public string DecimalSign { get; init; } = ".";

    /// <summary>An axis that is not drawn.</summary>
    public static Axis Hidden(double from, double to) => new(from, to);

    /// <summary>Names at 0, 1, 2 …; on a vertical axis the first one is at the top.</summary>
    /// <param name="names">The names.</param>
    /// <param name="isVertical">Whether they stand below one another.</param>
    /// <param name="room">Most room of a name, pixels.</param>
    public static Axis Names(IReadOnlyList<string> names, bool isVertical = true, double room = 200) =>
        new(isVertical ? names.Count - 0.5 : -0.5, isVertical ? -0.5 : names.Count - 0.5)
        {
            Ticks = [.. names.Select((name, i) => new Tick(i, name))],
            IsNames = true,
            LabelRoom = room,
        };

    /// <summary>Years, whole and without a separator of thousands.</summary>
    public static Axis Years(int first, int last, IEnumerable<int> written) => new(first, Math.Max(last, first + 1))
    {
        Ticks = [.. written.Distinct().Select(year => new Tick(year, FormattableString.Invariant($"{year}")))],
    };

    /// <summary>
    /// Numbers from one end to the other, about so many written at round values, but two at least, so that lengths can be read. Ends nearer
    /// to each other than charts can tell apart are moved away from their middle; ends that are no numbers become 0 and 1.
    /// </summary>
    public static Axis Numbers(double from, double to, int count, Func<double, string> write)
    {
        (from, to) = RoundNumbers.Apart(from, to);
        return new(from, to)
        {
            Ticks = [.. RoundNumbers.AtLeastTwo(from, to, count).Select(value => new Tick(value, write(value)))],
        };
    }

    /// <summary>Numbers between round ends about the values.</summary>
    public static Axis Around(IEnumerable<double> values, int count, Func<double, string> write)
    {
        var (from, to) = Ends(values, count);
        return Numbers(from, to, count, write);
    }

    private static (double From, double To) Ends(IEnumerable<double> values, int count)
    {
        double[] finite = [.. values.Where(double.IsFinite)];
        return finite.Length == 0 ? (0, 1) : RoundNumbers.Ends(finite.Min(), finite.Max(), count);
    }
}

/// <summary>A place on an axis with words.</summary>
/// <param name="At">Where.</param>
/// <param name="Label">The words; empty for a tick alone.</param>
public readonly record struct Tick(double At, string Label);
