using InstallSim.Inputs;
using InstallSim.World;

namespace InstallSim.Accessibility;

/// <summary>
/// A measure of how well people of a territory reach physicians. One file a metric; its properties are its YAML. Between territories,
/// travel times run from centroid to centroid, so that what happens inside a territory is not seen; its own travel time may be 0.
/// </summary>
public abstract record AccessibilityMetric
{
    [Key("type", "Which metric.", Required = true)]
    [French("Quel indicateur.")]
    public string Type { get; init; } = "";

    /// <summary>Unit of the values, as shown to people.</summary>
    public abstract string Unit { get; }

    /// <summary>Travel time beyond which nobody counts, minutes; travel times are cut there.</summary>
    public abstract double CatchmentMinutes { get; }

    /// <summary>What is wrong with the values taken together, by key; each value alone was checked when it was read.</summary>
    public virtual IEnumerable<(string Key, InputMessage Message)> Faults() => [];

    /// <summary>Computes once what no year changes: who reaches whom, and the need that falls on each territory's physicians.</summary>
    /// <param name="territories">The territories, I of them.</param>
    /// <param name="times">Travel times between them, cut at <see cref="CatchmentMinutes"/> or later.</param>
    /// <returns>The metric of one run: cheap to compute each year, not to be shared between threads.</returns>
    /// <exception cref="ArgumentException">The travel times are not those of the territories.</exception>
    public abstract PreparedMetric Prepare(TerritoryTable territories, TravelTimes times);

    /// <summary>
    /// Computes accessibility by territory, shape [I]. Prepares anew at each call: a run calls <see cref="Prepare"/> once instead.
    /// </summary>
    public void Compute(in YearView year, Span<double> accessibility) =>
        Prepare(year.Territories, year.TravelTimes).Compute(year, accessibility);

    /// <summary>What physicians offer of whom only the number and the working time together are known.</summary>
    /// <param name="physicians">Physicians of a territory, at least 0.</param>
    /// <param name="fte">Their working time, full-time equivalents.</param>
    protected internal virtual double Offer(double physicians, double fte) => fte;

    /// <summary>Writes what the physicians of each territory offer this year, shape [I]; full-time equivalents unless overridden.</summary>
    protected internal virtual void Offer(in YearView year, Span<double> supply) => year.Supply.CopyTo(supply);
}
