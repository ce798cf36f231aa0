using BenchmarkDotNet.Attributes;
using InstallSim.Accessibility;
using InstallSim.World;

namespace InstallSim.Benchmarks.Accessibility;

/// <summary>A year of accessibility over as many territories as the metropole has, each reaching itself and some neighbours.</summary>
[MemoryDiagnoser]
public class PreparedMetricBenchmarks
{
    private const int Count = 1247;
    private readonly double[] _supply = new double[Count], _accessibility = new double[Count];
    private readonly int[] _stock = new int[4 * Count];
    private readonly PhysicianTable _physicians = new();
    private TerritoryTable _territories = null!;
    private TravelTimes _times = null!;
    private PreparedMetric _prepared = null!;

    [Params(2, 16)]
    public int Reached { get; set; }

    [Params("2sfca", "3sfca", "apl")]
    public string Metric { get; set; } = "";

    private AccessibilityMetric Chosen => (AccessibilityMetric)Activator.CreateInstance(AccessibilityCatalog.All[Metric])!;

    [GlobalSetup]
    public void Setup()
    {
        double[] none = new double[Count];
        string[] code = [.. Enumerable.Range(0, Count).Select(i => $"T{i:0000}")];
        _territories = new TerritoryTable
        {
            Code = code,
            Name = code,
            Latitude = none,
            Longitude = none,
            Population = [.. code.Select((_, i) => 1_000.0 + (i * 80))],
            ShareUnder25 = none,
            Share65Plus = none,
            Area = new AreaType[Count],
            Departement = code,
            Region = code,
            Physicians = none,
            SharePhysicians60Plus = none,
            MspPlaces = none,
            HealthCentrePosts = none,
            MainTownPopulation = none,
            PoorlyEquipped = none,
            Schools = none,
            PartnerJobsLimited = none,
            Deprivation = none,
            IncomeIndex = none,
            ObservedAccessibility = none,
            Provenance = [],
        };
        int[] offsets = [.. Enumerable.Range(0, Reached).Select(k => k * 37)];
        int[][] rows = [.. Enumerable.Range(0, Count).Select(i => offsets.Select(o => (i + o) % Count).Order().ToArray())];
        _times = new TravelTimes(
            [.. Enumerable.Range(0, Count + 1).Select(i => i * Reached)], [.. rows.SelectMany(r => r)],
            [.. rows.SelectMany(r => r.Select((_, k) => (double)k))]);
        Array.Fill(_supply, 40);
        _prepared = Chosen.Prepare(_territories, _times);
    }

    [Benchmark]
    public void Year() => _prepared.Compute(View(), _accessibility);

    [Benchmark]
    public PreparedMetric Prepare() => Chosen.Prepare(_territories, _times);

    private YearView View() => new()
    {
        Year = 2025,
        Territories = _territories,
        Physicians = _physicians,
        TravelTimes = _times,
        Stock = _stock,
        Supply = _supply,
        Places = [],
        Vacancies = [],
        Accessibility = [],
        Zoning = [],
        Income = [],
        ExtraHours = [],
        ExtraIncome = [],
    };
}
