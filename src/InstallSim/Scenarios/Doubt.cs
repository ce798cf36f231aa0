using InstallSim.Choice.Draws;
using InstallSim.Inputs;
using InstallSim.Preferences;
using InstallSim.World;

namespace InstallSim.Scenarios;

/// <summary>
/// Doubt about the numbers of a scenario. A replication has values of its own: each number with a range is drawn from the triangular
/// distribution over low, value (its peak) and high; coefficients with a covariance from the normal distribution of their estimates. The
/// random number is named by seed, draw and the number's path, so that all scenarios share it whatever else they say; two policies of one
/// label in a scenario share theirs, for they are one measure written twice.
/// </summary>
public static class Doubt
{
    /// <summary>Replications 2d and 2d + 1 share draw d, so that what differs inside a pair is chance alone.</summary>
    public const int ReplicationsOfADraw = 2;

    /// <summary>The numbers of a scenario with a range of some width, whether or not it draws them.</summary>
    public static IReadOnlyList<DoubtfulNumber> Ranges(Scenario scenario) =>
        [.. DoubtfulNumbers.In(scenario).Where(n => n.Number.IsDoubtful)];

    /// <summary>Paths of the numbers that replications draw; empty when intervals hold chance alone.</summary>
    public static IReadOnlyList<string> Drawn(Scenario scenario)
    {
        if (scenario.Uncertainty == Uncertainty.None)
        {
            return [];
        }

        IEnumerable<string> ranges = scenario.Uncertainty == Uncertainty.All ? Ranges(scenario).Select(n => n.Path) : [];
        return [.. Estimated(scenario).Union(ranges)];
    }

    /// <summary>The scenario of one replication. Class shares are divided by their sum, and may so leave their ranges a little.</summary>
    /// <param name="scenario">The scenario, with values and ranges.</param>
    /// <param name="seed">Seed of the experiment.</param>
    /// <param name="replication">Replication, from 0.</param>
    /// <returns>A scenario without doubt; the same object when there is none to draw.</returns>
    /// <exception cref="ArgumentException">The covariance of the preferences is none.</exception>
    public static Scenario Draw(Scenario scenario, uint seed, ushort replication)
    {
        var key = new DrawKey(seed, (ushort)(replication / ReplicationsOfADraw), (ushort)DrawPurpose.Doubt, 0, 0);
        Scenario drawn = scenario;
        HashSet<string> estimated = [.. Estimated(scenario)];
        if (scenario.Uncertainty == Uncertainty.All)
        {
            drawn = WithSharesOfOne(scenario,
                DoubtfulNumbers.Map(scenario, n => n.Number is { IsDoubtful: true, Low: { } low, High: { } high }
                    && !estimated.Contains(n.Path)
                    ? n.Number.CertainAt(Triangular(low, n.Number.Value, high, (key with { Agent = NameKey.Of(n.Path) }).Uniform(0)))
                    : n.Number));
        }

        if (estimated.Count > 0)
        {
            CoefficientDistribution estimates = CoefficientDistribution.Of(drawn.Preferences)
                ?? throw new ArgumentException("the covariance of the preferences is none", nameof(scenario));
            drawn = drawn with { Preferences = estimates.Draw(key with { Purpose = (ushort)DrawPurpose.Estimates }) };
        }

        return ReferenceEquals(drawn, scenario) ? scenario : drawn with { Uncertainty = Uncertainty.None };
    }

    /// <summary>The scenario with all numbers at their values and one, where the scenario has it, at an end of its own range.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="path">The number's path. The share of a class leaves the rest to the others in their proportions.</param>
    /// <param name="high">Whether the high end is meant.</param>
    public static Scenario AtEnd(Scenario scenario, string path, bool high)
    {
        var values = new Dictionary<string, double>();
        foreach (DoubtfulNumber n in Ranges(scenario).Where(n => n.Path == path))
        {
            values[path] = high ? n.Number.High!.Value : n.Number.Low!.Value;
        }

        return At(scenario, values);
    }

    /// <summary>
    /// The scenario with some numbers at given values, where it has them, and all others at their own. The classes whose share is not
    /// given divide what the others leave, in their proportions, equally where all of theirs are 0; shares given that exceed 1 in all, or
    /// are all that there are, are divided by their sum.
    /// </summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="values">Values by the path of the number.</param>
    /// <returns>A scenario that draws nothing.</returns>
    public static Scenario At(Scenario scenario, IReadOnlyDictionary<string, double> values)
    {
        var given = new HashSet<IDoubtful>(ReferenceEqualityComparer.Instance);
        Scenario moved = DoubtfulNumbers.Map(scenario, n => values.TryGetValue(n.Path, out double value) ? Given(n, value) : n.Number);
        IReadOnlyList<PreferenceClass> classes = moved.Preferences.Classes;
        bool[] isGiven = [.. classes.Select(c => given.Contains(c.Share))];
        if (isGiven.Contains(true))
        {
            moved = WithShares(moved, SharesOfOne([.. classes.Select(c => c.Share.Value)], isGiven));
        }

        return moved with { Uncertainty = Uncertainty.None };

        IDoubtful Given(DoubtfulNumber number, double value)
        {
            IDoubtful set = number.Number.CertainAt(value);
            given.Add(set);
            return set;
        }
    }

    private static double[] SharesOfOne(double[] shares, bool[] isGiven)
    {
        double said = shares.Where((_, k) => isGiven[k]).Sum(), others = shares.Where((_, k) => !isGiven[k]).Sum();
        int free = isGiven.Count(given => !given);
        double left = Math.Max(0, 1 - said), scale = free > 0 && said <= 1 ? 1 : 1 / said;
        return [.. shares.Select((share, k) =>
            isGiven[k] ? (said > 0 || free > 0 ? share * scale : 1.0 / shares.Length)
            : others > 0 ? share * (left / others) : left / free)];
    }

    /// <summary>Quantile of the triangular distribution.</summary>
    /// <param name="low">Low end.</param>
    /// <param name="peak">Most plausible value, from low to high.</param>
    /// <param name="high">High end, above low.</param>
    /// <param name="u">Probability, 0 to 1.</param>
    public static double Triangular(double low, double peak, double high, double u)
    {
        double width = high - low;
        double value = u * width < peak - low
            ? low + Math.Sqrt(u * width * (peak - low))
            : high - Math.Sqrt((1 - u) * width * (high - peak));
        return Math.Clamp(value, low, high);
    }

    /// <summary>Paths of the coefficients that are drawn from the covariance of their estimates.</summary>
    private static IEnumerable<string> Estimated(Scenario scenario) => scenario.Uncertainty == Uncertainty.None ? []
        : CoefficientDistribution.NamesIn(scenario.Preferences)
            .Select(name => name == CoefficientDistribution.Lambda ? $"preferences.{name}" : $"preferences.coefficients.{name}");

    private static Scenario WithSharesOfOne(Scenario before, Scenario drawn)
    {
        double sum = drawn.Preferences.Classes.Sum(c => c.Share.Value);
        bool isDrawn = before.Preferences.Classes.Any(c => c.Share.IsDoubtful);
        return isDrawn && sum > 0 ? WithShares(drawn, [.. drawn.Preferences.Classes.Select(c => c.Share.Value / sum)]) : drawn;
    }

    private static Scenario WithShares(Scenario scenario, double[] shares) => scenario with
    {
        Preferences = scenario.Preferences with
        {
            Classes = [.. scenario.Preferences.Classes.Select((c, k) => c with { Share = (Quantity)c.Share.CertainAt(shares[k]) })],
        },
    };
}
