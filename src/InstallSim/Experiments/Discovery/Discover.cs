using InstallSim.Experiments.Points;
using InstallSim.Indicators;
using InstallSim.Results;

namespace InstallSim.Experiments.Discovery;

/// <summary>Where an outcome of a scenario is of interest.</summary>
/// <param name="Settings">What was asked.</param>
/// <param name="Scenario">Name of the scenario.</param>
/// <param name="Outcome">The outcome.</param>
/// <param name="Path">All boxes on the way, from the whole space on.</param>
/// <param name="Box">The one taken, pasted.</param>
/// <param name="QuasiP">Quasi p-value of each number's restriction, shape [K]; see <see cref="Prim.QuasiP"/>.</param>
public sealed record BoxFinding(
    BoxSettings Settings, string Scenario, OutcomeColumn Outcome, IReadOnlyList<PrimBox> Path, PrimBox Box, IReadOnlyList<double> QuasiP);

/// <summary>A point of a front.</summary>
/// <param name="Row">The point; NaN for numbers that cost and effect cannot hang on.</param>
/// <param name="Cost">Mean cost and its 95 % interval over replications.</param>
/// <param name="Effect">Mean effect and its interval, as the indicator has it.</param>
/// <param name="Standing">Where it stands.</param>
public sealed record FrontPoint(PointRow Row, Interval Cost, Interval Effect, Standing Standing);

/// <summary>Cost against effect.</summary>
/// <param name="Settings">What was asked.</param>
/// <param name="Cost">The cost.</param>
/// <param name="Effect">The effect.</param>
/// <param name="IsHigherBetter">Whether more of the effect is better.</param>
/// <param name="Points">All points that have both, in the order of the sweep.</param>
public sealed record FrontFinding(
    FrontSettings Settings, OutcomeColumn Cost, OutcomeColumn Effect, bool IsHigherBetter, IReadOnlyList<FrontPoint> Points)
{
    /// <summary>
    /// Where the baseline stands, of cost and effect 0: nothing added is what every point is chosen against. Null where either is a level,
    /// which only points tell.
    /// </summary>
    public BaselinePoint? Baseline { get; init; }

    /// <summary>Whether each point has one replication, which does not tell chance from effect.</summary>
    public bool IsOfOneReplication => Points.All(p => p.Cost.Count == 1 && p.Effect.Count == 1);

    /// <summary>How many points, of which the baseline is none, stand so.</summary>
    public int Count(Standing standing) => Points.Count(p => p.Standing == standing);
}

/// <summary>The baseline beside the points of a front.</summary>
/// <param name="Name">Name of the scenario.</param>
/// <param name="Standing">Where it stands.</param>
public sealed record BaselinePoint(string Name, Standing Standing);

/// <summary>What was read out of a sweep.</summary>
/// <param name="Table">The sweep.</param>
/// <param name="Boxes">By read-out and scenario.</param>
/// <param name="Fronts">By read-out.</param>
public sealed record Findings(PointTable Table, IReadOnlyList<BoxFinding> Boxes, IReadOnlyList<FrontFinding> Fronts);

/// <summary>Reads boxes and fronts out of a sweep.</summary>
public static class Discover
{
    /// <summary>Reads out; outcomes must be in the table.</summary>
    /// <exception cref="ArgumentException">The table has no such outcome.</exception>
    public static Findings Of(PointTable table, DiscoverSettings settings)
    {
        string[] scenarios = [.. table.Rows.Select(r => r.Scenario).Distinct()];
        return new Findings(table,
            [
                .. settings.Boxes.SelectMany(box => scenarios.Where(s => box.Scenario is null || s == box.Scenario)
                    .Select(s => Box(table, box, s)).OfType<BoxFinding>()),
            ],
            [.. settings.Fronts.Select(front => Front(table, front))]);
    }

    /// <summary>
    /// The first of the points of a scenario, or of all, that are one and the same for some outcomes of it, for they differ in numbers
    /// alone that these cannot hang on, which are NaN: copies are no further evidence.
    /// </summary>
    private static IEnumerable<PointRow> Distinct(PointTable table, string? scenario, params int[] outcomes) => table.Rows
        .Where(r => scenario is null || r.Scenario == scenario)
        .Select(r => r with
        {
            Numbers = [.. r.Numbers.Zip(table.Numbers, (v, n) =>
                outcomes.Any(y => n.IsOf(r.Scenario, table.Outcomes[y].Of)) ? v : double.NaN)],
        })
        .DistinctBy(r => (r.Scenario, string.Join(' ', r.Numbers.Select(v => BitConverter.DoubleToInt64Bits(v)))));

    private static int Column(PointTable table, string indicator, int? year, OutcomeOf? of) =>
        OutcomeChoice.Of(table.Outcomes, indicator, year, of)
            ?? throw new ArgumentException($"the sweep has no outcome {indicator}", nameof(table));

    private static BoxFinding? Box(PointTable table, BoxSettings settings, string scenario)
    {
        int column = Column(table, settings.Outcome, settings.Year, settings.Of);
        (PointRow Row, double Mean)[] rows = [.. Distinct(table, scenario, column).Select(r => (r, r.Mean(column)))
            .Where(r => double.IsFinite(r.Item2))];
        if (rows.Length == 0)
        {
            return null;
        }

        // What the outcome cannot hang on is the same at all points, so that no slice of it can be cut.
        var prim = new Prim([.. rows.Select(r => r.Row.Numbers.Select(v => double.IsNaN(v) ? 0 : v).ToArray())],
            [.. rows.Select(r => settings.Above is { } above ? r.Mean > above : r.Mean < settings.Below)], settings.Peel, settings.Mass);
        IReadOnlyList<PrimBox> path = prim.Peel();
        PrimBox box = prim.Paste(Prim.Choose(path, settings.Density));
        return new BoxFinding(settings, scenario, table.Outcomes[column], path, box,
            [.. Enumerable.Range(0, table.Numbers.Count).Select(k => prim.QuasiP(box, k))]);
    }

    private static FrontFinding Front(PointTable table, FrontSettings settings)
    {
        (int cost, int effect) = (Column(table, settings.Cost, settings.Year, settings.Of),
            Column(table, settings.Effect, settings.Year, settings.Of));
        bool isHigherBetter = settings.Better is { } said
            ? said == BetterEffect.Higher
            : IndicatorCatalog.Find(settings.Effect)?.Better != Better.Lower;
        int sign = isHigherBetter ? 1 : -1;
        PointRow[] rows = [.. Distinct(table, settings.Scenario, cost, effect)
            .Where(r => double.IsFinite(r.Mean(cost)) && double.IsFinite(r.Mean(effect)))];
        bool hasBaseline = rows.Length > 0 && table.Outcomes[cost].Of == OutcomeOf.Difference
            && table.Outcomes[effect].Of == OutcomeOf.Difference;
        double[] nothing = new double[hasBaseline ? rows.Max(r => r.Outcomes[cost].Length) : 0];
        Standing[] standings = ParetoFront.Of([
            .. rows.Select(r => new CostAndEffect(r.Outcomes[cost], [.. r.Outcomes[effect].Select(v => sign * v)])),
            .. hasBaseline ? [new CostAndEffect(nothing, nothing)] : Array.Empty<CostAndEffect>(),
        ]);
        return new FrontFinding(settings, table.Outcomes[cost], table.Outcomes[effect], isHigherBetter,
            [.. rows.Select((r, p) => new FrontPoint(
                r, WithinZero(r.Outcomes[cost]), OfPoint(r.Outcomes[effect]), standings[p]))])
        {
            Baseline = hasBaseline ? new BaselinePoint(table.Baseline, standings[^1]) : null,
        };
    }

    /// <summary>A mean with its interval; none where replications agree that are too few to tell.</summary>
    private static Interval OfPoint(double[] values)
    {
        Interval mean = Intervals.OfMean(values).WithoutRounding(Interval.SizeOf(values));
        return mean.StandardError == 0 && mean.Count < Intervals.Enough(holdsDoubt: false)
            ? mean with { Lower = double.NaN, Upper = double.NaN } : mean;
    }

    /// <summary>The same of a cost, whose ends stop at 0 where no replication lies beyond: few would have what costs save.</summary>
    private static Interval WithinZero(double[] costs)
    {
        Interval mean = OfPoint(costs);
        return mean with
        {
            Lower = costs.Any(c => c < 0) ? mean.Lower : Math.Max(mean.Lower, 0),
            Upper = costs.Any(c => c > 0) ? mean.Upper : Math.Min(mean.Upper, 0),
        };
    }
}
