using System.Collections.Concurrent;
using InstallSim.Indicators;
using InstallSim.Reporting.Contours;
using InstallSim.Results;

namespace InstallSim.Reporting;

/// <summary>Mean over replications and the span that holds the middle 90 % of them.</summary>
/// <param name="Mean">Mean; NaN when no replication has a finite value.</param>
/// <param name="Lower">5 % quantile.</param>
/// <param name="Upper">95 % quantile.</param>
public readonly record struct Spread(double Mean, double Lower, double Upper);

/// <summary>Results that can be asked by name: what every figure and table reads.</summary>
public sealed class ResultIndex
{
    private static readonly string[] Headlines =
    [
        "stock-under-dense", "share-under-threshold", "accessibility-mean", "accessibility-gini", "stock",
    ];

    private const string Cost = "policy-cost-cumulative";

    private readonly Dictionary<(string Scenario, string Indicator, int Year), double[]> _values;
    private readonly Dictionary<(string Scenario, string Indicator, int Year), Spread> _spreads;
    private readonly Dictionary<(string Scenario, string Indicator, int Year), Comparison> _comparisons;
    private readonly Dictionary<(string Scenario, string Indicator), int[]> _territories = [];
    private readonly Dictionary<string, int> _places;
    private readonly Lazy<MapGeometry> _geometry;
    private readonly Lazy<double[]> _changeBreaks;
    private readonly Lazy<double[]> _levelBreaks;
    private readonly Lazy<(double Least, double Most)?> _levels;
    private readonly Lazy<IReadOnlyList<ScenarioInfo>> _policiesByGain;
    private readonly Lazy<ScenarioInfo> _best;
    private readonly ConcurrentDictionary<(string Scenario, int Year), double[]> _accessibility = [];
    private readonly ConcurrentDictionary<string, PlaceRow> _mostChanged = new(StringComparer.Ordinal);
    private readonly Lazy<MoveIndex> _moves;
    private readonly ILookup<string, PolicyCost> _costs;

    /// <summary>Sorts the results once.</summary>
    /// <param name="results">The results.</param>
    /// <param name="hash">Waits for the hash of their tables; that of the manifest when not given.</param>
    public ResultIndex(RunResults results, Func<string>? hash = null)
    {
        Results = results;
        ResultHash = new Lazy<string>(hash ?? (() => results.Manifest.ResultHash));
        _changeBreaks = new Lazy<double[]>(() => AccessibilityLevels.ChangeBreaks(this));
        _levelBreaks = new Lazy<double[]>(() => AccessibilityLevels.LevelBreaks(this));
        _levels = new Lazy<(double Least, double Most)?>(FindLevels);
        _policiesByGain = new Lazy<IReadOnlyList<ScenarioInfo>>(SortByGain);
        _best = new Lazy<ScenarioInfo>(FindBest);
        _geometry = new Lazy<MapGeometry>(() => new MapGeometry(results));
        _moves = new Lazy<MoveIndex>(() => new MoveIndex(results.Moves));
        _costs = results.Costs.ToLookup(c => c.Scenario);
        Manifest = results.Manifest.WithTitlesApart();
        Years = [.. Enumerable.Range(Manifest.FirstYear, Math.Max(1, Manifest.LastYear - Manifest.FirstYear + 1))];
        Reference = Manifest.Scenarios.FirstOrDefault(s => s.Name == Manifest.Baseline) ?? Manifest.Scenarios[0];
        Policies = [.. Manifest.Scenarios.Where(s => s.Name != Manifest.Baseline && Manifest.Scenarios.Count > 1)
            .Select(s => Manifest.Baseline is null ? s : s.Without(Reference))];
        _values = ObservationSeries.Of(results);
        _spreads = _values.ToDictionary(p => p.Key, p => Summarise(p.Value));
        _comparisons = results.Comparisons.ToDictionary(c => (c.Scenario, c.Indicator, c.Year));
        _places = results.Places.Select((p, i) => (p.Code, i)).ToDictionary(p => p.Code, p => p.i, StringComparer.Ordinal);
        Sort(results.Territories);
        var recorded = _values.Keys.Select(key => key.Indicator).ToHashSet(StringComparer.Ordinal);
        Indicators = [.. IndicatorCatalog.Recorded.Where(i => recorded.Contains(i.Name) && Years.Any(y =>
            double.IsFinite(Spread(Reference.Name, i.Name, y).Mean)))];
        Main = Indicators.FirstOrDefault(i => i.Name == "stock-under-dense" && Spread(Reference.Name, i.Name, Manifest.LastYear).Mean > 0)
            ?? Indicators.FirstOrDefault(i => i.Name == "stock") ?? (Indicators.Count > 0 ? Indicators[0] : IndicatorCatalog.Recorded[0]);
    }

    /// <summary>Hash of the tables of the results.</summary>
    public Lazy<string> ResultHash { get; }

    /// <summary>The results themselves.</summary>
    public RunResults Results { get; }

    /// <summary>What was run.</summary>
    public Manifest Manifest { get; }

    /// <summary>Where the territories stand on maps, and their contours.</summary>
    internal MapGeometry Geometry => _geometry.Value;

    /// <summary>The lowest and the highest level of accessibility that a map may show, as drawn; null when there is none.</summary>
    internal (double Least, double Most)? Levels => _levels.Value;

    /// <summary>Borders of the classes of levels on maps, the same for all of them.</summary>
    internal double[] LevelBreaks => _levelBreaks.Value;

    /// <summary>Borders of the classes of change on maps, the same for all of them.</summary>
    internal double[] ChangeBreaks => _changeBreaks.Value;

    /// <summary>Years, rising; at least one.</summary>
    public IReadOnlyList<int> Years { get; }

    /// <summary>The baseline, or the only scenario.</summary>
    public ScenarioInfo Reference { get; }

    /// <summary>The scenarios compared with the baseline, each with what it adds to it; empty when one ran alone.</summary>
    public IReadOnlyList<ScenarioInfo> Policies { get; }

    /// <summary>Recorded indicators with at least one finite value, in the order of the catalog.</summary>
    public IReadOnlyList<Indicator> Indicators { get; }

    /// <summary>The outcome that headlines and single-outcome figures are about.</summary>
    public Indicator Main { get; }

    /// <summary>Values by replication; empty when not recorded.</summary>
    public IReadOnlyList<double> Values(string scenario, string indicator, int year) =>
        _values.GetValueOrDefault((scenario, indicator, year)) ?? [];

    /// <summary>Mean and spread over replications; NaN when not recorded.</summary>
    public Spread Spread(string scenario, string indicator, int year) =>
        _spreads.TryGetValue((scenario, indicator, year), out var spread) ? spread : new Spread(double.NaN, double.NaN, double.NaN);

    /// <summary>The paired difference from the baseline; null when it was not computed.</summary>
    public Comparison? Difference(string scenario, string indicator, int year) =>
        _comparisons.TryGetValue((scenario, indicator, year), out var comparison) ? comparison : null;

    /// <summary>
    /// A ratio of a comparison at the last year, such as a cost for each GP gained; null where it has no interval, for then what it is
    /// divided by may be nothing.
    /// </summary>
    public Comparison? Ratio(string scenario, string indicator) =>
        Difference(scenario, indicator, Years[^1]) is { } c && double.IsFinite(c.Difference) && double.IsFinite(c.Lower)
            && double.IsFinite(c.Upper) ? c : null;

    /// <summary>
    /// A territory's result; null when it was not recorded, and accessibility of a territory without inhabitants, for nobody is there to be
    /// served.
    /// </summary>
    public TerritoryResult? Territory(string scenario, string indicator, int year, string code) =>
        _places.TryGetValue(code, out int place) && year >= Years[0] && year <= Years[^1]
            && _territories.TryGetValue((scenario, indicator), out int[]? rows)
            ? Row(rows[(place * Years.Count) + year - Years[0]])
            : null;

    /// <summary>
    /// Accessibility of all places in their order, as the page holds it: whole thousandths; NaN where it was not recorded.
    /// </summary>
    internal IReadOnlyList<double> Accessibility(string scenario, int year) =>
        _accessibility.TryGetValue((scenario, year), out double[]? levels) ? levels
        : _accessibility.GetOrAdd((scenario, year), key => [.. Results.Places.Select(p => AccessibilityLevels.Thousandths(
            Territory(key.Scenario, "accessibility", key.Year, p.Code)?.Mean ?? double.NaN))]);

    /// <summary>The same of one place.</summary>
    internal double Accessibility(string scenario, int year, string code) =>
        _places.TryGetValue(code, out int place) ? Accessibility(scenario, year)[place] : double.NaN;

    /// <summary>Results of all territories, territory by territory and year by year; null where nothing was recorded.</summary>
    internal IEnumerable<TerritoryResult?> Territories(string scenario, string indicator) =>
        _territories.TryGetValue((scenario, indicator), out int[]? rows)
            ? rows.Select(Row)
            : Enumerable.Repeat<TerritoryResult?>(null, Results.Places.Count * Years.Count);

    private TerritoryResult? Row(int at) => at > 0 ? Results.Territories[at - 1] : null;

    /// <summary>Who chose otherwise because of a scenario.</summary>
    internal IEnumerable<Move> Moves(string scenario) => _moves.Value.Of(scenario);

    /// <summary>What the acts of a scenario's policies cost by year, more than in the baseline, in the order of the policies.</summary>
    internal IEnumerable<PolicyCost> Costs(string scenario) =>
        IsCompared(scenario) ? _costs[scenario].Without(_costs[Reference.Name]) : _costs[scenario];

    /// <summary>Whether a cost is of an act that the baseline has too.</summary>
    internal bool IsInForce(PolicyCost cost) =>
        IsCompared(cost.Scenario) && _costs[Reference.Name].Any(c => c.Policy == cost.Policy && c.Act == cost.Act);

    /// <summary>Whether a scenario has a cost that is counted, in any replication: more than in the baseline, or at all.</summary>
    public bool HasCost(string scenario)
    {
        IReadOnlyList<double> cost = Values(scenario, Cost, Manifest.LastYear), before = Values(Reference.Name, Cost, Manifest.LastYear);
        return IsCompared(scenario) && cost.Count == before.Count
            ? cost.Zip(before).Any(pair => pair.First != pair.Second)
            : cost.Any(keur => keur != 0);
    }

    /// <summary>Mean at the last year: more than in the baseline, or as it is where the scenario is compared with none.</summary>
    public double MeanMore(string scenario, string indicator)
    {
        double mean = Spread(scenario, indicator, Manifest.LastYear).Mean;
        double before = Spread(Reference.Name, indicator, Manifest.LastYear).Mean;
        return IsCompared(scenario) && double.IsFinite(before) ? mean - before : mean;
    }

    private bool IsCompared(string scenario) => Manifest.Baseline is not null && scenario != Manifest.Baseline;

    /// <summary>The scenario of that name.</summary>
    public ScenarioInfo Scenario(string name) => Manifest.Scenarios.First(s => s.Name == name);

    /// <summary>
    /// The policy that figures of one policy show first: the best mean difference of the main outcome at the last year among those that
    /// make no headline outcome clearly worse, or among all where each does; the reference when there is no policy.
    /// </summary>
    public ScenarioInfo Best => _best.Value;

    private ScenarioInfo FindBest() => PoliciesByGain.OrderBy(p => Losses(p.Name).Any()).FirstOrDefault() ?? Reference;

    /// <summary>The policies, from the greatest gain in the main outcome at the last year to the least.</summary>
    public IReadOnlyList<ScenarioInfo> PoliciesByGain => _policiesByGain.Value;

    private IReadOnlyList<ScenarioInfo> SortByGain() => [.. Policies
        .OrderByDescending(p => Difference(p.Name, Main.Name, Manifest.LastYear) is { } d && double.IsFinite(d.Difference)
            ? Gain(Main, d.Difference)
            : double.MinValue)];

    /// <summary>The territory whose accessibility a scenario changes most by the last year; the first where nothing is recorded.</summary>
    internal PlaceRow MostChanged(string scenario) => _mostChanged.GetOrAdd(scenario, name => Results.Places.MaxBy(
        p => AccessibilityLevels.Change(this, name, p.Code) is var change && double.IsFinite(change) ? change : double.MinValue)!);

    private (double Least, double Most)? FindLevels()
    {
        (double least, double most) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (TerritoryResult? row in Manifest.Scenarios.SelectMany(s => Territories(s.Name, "accessibility")))
        {
            double level = AccessibilityLevels.Thousandths(row?.Mean ?? double.NaN);
            (least, most) = double.IsFinite(level) ? (Math.Min(least, level), Math.Max(most, level)) : (least, most);
        }

        return least <= most ? (least, most) : null;
    }

    /// <summary>The headline outcomes that a scenario makes clearly worse by the last year.</summary>
    public IEnumerable<Indicator> Losses(string scenario) => Headlines.Select(IndicatorCatalog.Find).OfType<Indicator>()
        .Where(i => Verdicts.IsLoss(Verdicts.Of(Difference(scenario, i.Name, Manifest.LastYear)), i));

    /// <summary>The headline outcomes, and some others, that a scenario makes clearly better by the last year.</summary>
    public IEnumerable<Indicator> Gains(string scenario, IEnumerable<string> others) => Headlines.Concat(others)
        .Select(IndicatorCatalog.Find).OfType<Indicator>()
        .Where(i => Verdicts.IsGain(Verdicts.Of(Difference(scenario, i.Name, Manifest.LastYear)), i));

    /// <summary>The difference with the sign that is good for people.</summary>
    public static double Gain(Indicator indicator, double difference) => indicator.Better == Better.Lower ? -difference : difference;

    /// <summary>
    /// Notes where the row of each place and year is, counted from 1; rows of a scenario and indicator stand together, so that the last
    /// array found is mostly the next one.
    /// </summary>
    private void Sort(IReadOnlyList<TerritoryResult> rows)
    {
        (string Scenario, string Indicator) last = ("", "");
        (int[] array, int place) = ([], 0);
        for (int k = 0; k < rows.Count; k++)
        {
            TerritoryResult row = rows[k];
            if (!ReferenceEquals(row.Scenario, last.Scenario) || !ReferenceEquals(row.Indicator, last.Indicator))
            {
                last = (row.Scenario, row.Indicator);
                array = _territories.GetValueOrDefault(last) ?? (_territories[last] = new int[_places.Count * Years.Count]);
            }

            if (IsNext(row.Territory, ref place) && (row.Indicator != "accessibility" || Results.Places[place].Population != 0)
                && row.Year >= Years[0] && row.Year <= Years[^1])
            {
                array[(place * Years.Count) + row.Year - Years[0]] = k + 1;
            }
        }
    }

    /// <summary>Finds a place, which mostly follows the one before.</summary>
    private bool IsNext(string code, ref int place)
    {
        IReadOnlyList<PlaceRow> places = Results.Places;
        place = place + 1 < places.Count ? place + 1 : 0;
        return (places.Count > 0 && places[place].Code == code) || _places.TryGetValue(code, out place);
    }

    private static Spread Summarise(double[] values)
    {
        double[] finite = [.. values.Where(double.IsFinite).Order()];
        return finite.Length == 0
            ? new Spread(double.NaN, double.NaN, double.NaN)
            : new Spread(finite.Average(), Quantile(finite, 0.05), Quantile(finite, 0.95));
    }

    /// <summary>Quantile of sorted values, linear between neighbours.</summary>
    internal static double Quantile(IReadOnlyList<double> sorted, double share)
    {
        double at = share * (sorted.Count - 1);
        int below = (int)Math.Floor(at);
        int above = Math.Min(below + 1, sorted.Count - 1);
        return sorted[below] + ((at - below) * (sorted[above] - sorted[below]));
    }
}
