using InstallSim.Choice.Draws;
using InstallSim.Indicators;
using InstallSim.Results;

namespace InstallSim.Tests.Reporting;

/// <summary>Made-up but plausible results: nothing in them was simulated or observed. The same for the same arguments.</summary>
internal sealed class SampleResults
{
    private const uint Seed = 20260101;
    private readonly int _places;
    private readonly int _years;
    private readonly int _replications;
    private readonly List<PlaceRow> _rows;

    private SampleResults(int places, int years, int replications)
    {
        _places = places;
        _years = years;
        _replications = replications;
        _rows = [.. Enumerable.Range(0, places).Select(SamplePlaces.Place)];
    }

    private const int FirstYear = 2025;

    private int LastYear => FirstYear + _years - 1;

    /// <summary>Results of a baseline and policies.</summary>
    /// <param name="policies">The policies; those of <see cref="Policies"/> when null.</param>
    /// <param name="places">Number of territories.</param>
    /// <param name="years">Number of years.</param>
    /// <param name="replications">Number of replications.</param>
    /// <param name="shapes">Whether there are contours.</param>
    public static RunResults Make(
        IReadOnlyList<SamplePolicy>? policies = null, int places = 79, int years = 21, int replications = 30, bool shapes = true) =>
        new SampleResults(places, years, replications).Build(policies ?? Policies, shapes);

    /// <summary>A baseline and four policies: a strong, a middling, a dear and a useless one.</summary>
    public static IReadOnlyList<SamplePolicy> Policies { get; } =
    [
        new("msp-openings", "Six health centres (MSP) a year in under-dense territories", 34, 9_000, 0.22),
        new("installation-grant", "Grant of €50,000 to install where GPs are lacking", 15, 3_100, 0.62),
        new("rural-training", "A third of the interns train in rural practices", 22, 1_400, 0),
        new("accompaniment", "A one-stop shop for those who want to install", 0.4, 600, 0.85),
    ];

    private RunResults Build(IReadOnlyList<SamplePolicy> policies, bool shapes)
    {
        SamplePolicy[] all = [new("baseline", "Nothing changes", 0, 0, 0), .. policies];
        var observations = all.SelectMany((p, at) => Observations(p, at)).ToList();
        return new RunResults
        {
            Manifest = SampleManifest.Make(all, FirstYear, LastYear, _replications, policies.Count > 0),
            Observations = observations,
            Territories = [.. all.SelectMany(Territories)],
            Costs = [.. policies.SelectMany(Costs)],
            Comparisons = [.. SampleComparisons.Make(observations, policies, FirstYear, LastYear)],
            Moves = [.. policies.SelectMany(Moves)],
            Sensitivities = [.. policies.SelectMany(Sensitivities)],
            DoubtSources = [.. policies.SelectMany(SampleDoubts.Sources)],
            Choices = [.. SampleDoubts.Choices(policies)],
            Places = _rows,
            Shapes = shapes ? SamplePlaces.Contours(_places) : null,
            ShapesKey = shapes ? "code" : null,
        };
    }

    /// <summary>The one kind of act of a policy.</summary>
    public static string ActOf(SamplePolicy policy) =>
        policy.Name switch
        {
            "msp-openings" => "opening",
            "rural-training" => "training",
            "accompaniment" => "consideration",
            _ => "offer",
        };

    private IEnumerable<PolicyCost> Costs(SamplePolicy policy) => Enumerable.Range(FirstYear + 1, Math.Max(0, LastYear - FirstYear))
        .Select(year => new PolicyCost(policy.Name, policy.Name, ActOf(policy), year, policy.CostAYear,
            0.9 * policy.CostAYear, 1.1 * policy.CostAYear));

    private IEnumerable<Observation> Observations(SamplePolicy policy, int at)
    {
        for (int r = 0; r < _replications; r++)
        {
            double cumulative = 0;
            for (int year = FirstYear; year <= LastYear; year++)
            {
                double t = _years == 1 ? 1 : (double)(year - FirstYear) / (_years - 1);
                var shared = new DrawKey(Seed, (ushort)r, 1, (ushort)year, 0);
                var own = new DrawKey(Seed, (ushort)r, 2, (ushort)year, (uint)at);
                double cost = policy.CostAYear * (t > 0 ? 1 : 0) * (0.9 + (0.2 * own.Uniform(0)));
                cumulative += cost;
                foreach (var indicator in IndicatorCatalog.Recorded)
                {
                    double value = indicator.Name switch
                    {
                        "policy-cost" => cost,
                        "policy-cost-cumulative" => cumulative,
                        _ =>
                            SampleIndicators.Value(indicator.Name, t, Normal(shared, r),
                                at == 0 ? 0 : t * t * ((policy.Effect * (1 + (0.25 * Normal(own, 1)))) + (2 * Normal(own, 2)))),
                    };
                    yield return new Observation(policy.Name, r, year, indicator.Name, value);
                }
            }
        }
    }

    private IEnumerable<TerritoryResult> Territories(SamplePolicy policy)
    {
        for (int year = FirstYear; year <= LastYear; year++)
        {
            double t = _years == 1 ? 1 : (double)(year - FirstYear) / (_years - 1);
            for (int i = 0; i < _places; i++)
            {
                var key = new DrawKey(Seed, 0, 3, 0, (uint)i);
                double start = SamplePlaces.Accessibility(i);
                double gain = policy.Effect / 34 * t * ((start < 2.5 ? 0.5 : -0.03) + (0.25 * (key.Uniform(1) - 0.4)));
                double level = Math.Max(0.4, start - (0.5 * Math.Sin(Math.PI * t)) + (0.3 * (key.Uniform(2) - 0.5) * t) + gain);
                double stock = _rows[i].Population / 1e5 * 25 * level;
                yield return Row(policy.Name, year, i, "accessibility", level, 0.12 + (0.25 * t));
                yield return Row(policy.Name, year, i, "stock", stock, 0.4 + (0.1 * stock * t));
                yield return Row(policy.Name, year, i, "installations", stock * 0.03, 0.5);
            }
        }
    }

    private TerritoryResult Row(string scenario, int year, int place, string indicator, double mean, double half) =>
        new(scenario, year, _rows[place].Code, indicator, mean, Math.Max(0, mean - half), mean, mean + half);

    private IEnumerable<Move> Moves(SamplePolicy policy)
    {
        for (int r = 0; r < _replications; r++)
        {
            for (uint n = 0; n < (uint)(2 * policy.Effect) + 3; n++)
            {
                var key = new DrawKey(Seed, (ushort)r, 4, 0, n);
                double kind = key.Uniform(0);
                string from = kind < 0.15 ? "locum"
                    : kind < 0.25 ? "salaried"
                    : kind < 0.3 ? "elsewhere"
                    : _rows[(int)(key.Uniform(1) * _places)].Code;
                string to = key.Uniform(4) < 0.05 ? "locum" : _rows[(int)(key.Uniform(2) * _places)].Code;
                int year = FirstYear + (int)(key.Uniform(3) * _years);
                yield return new Move(policy.Name, r, year, n, from, from.Length > 8 ? "group" : "", to, to == "locum" ? "" : "msp",
                    kind < 0.6 ? policy.Name : "");
            }
        }
    }

    private static IEnumerable<Sensitivity> Sensitivities(SamplePolicy policy) =>
    [
        new(policy.Name, "stock-under-dense", "preferences.income", "0.006", "0.03", policy.Effect,
            0.45 * policy.Effect, 1.8 * policy.Effect),
        new(policy.Name, "stock-under-dense", "preferences.distance-birth", "1", "1.8", policy.Effect,
            1.15 * policy.Effect, 0.9 * policy.Effect),
        new(policy.Name, "stock-under-dense", "physicians.entrants-per-year", "58", "74", policy.Effect,
            0.8 * policy.Effect, 1.3 * policy.Effect),
        new(policy.Name, "stock-under-dense", "preferences.team", "10", "46", policy.Effect, 0.7 * policy.Effect, 1.25 * policy.Effect),
    ];

    private static double Normal(DrawKey key, int index) =>
        Math.Sqrt(-2 * Math.Log(key.Uniform(10 + (2 * index)))) * Math.Cos(2 * Math.PI * key.Uniform(11 + (2 * index)));
}

/// <summary>A made-up policy.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Title">Its title.</param>
/// <param name="Effect">GPs that it adds in under-dense territories by the end.</param>
/// <param name="CostAYear">k€ a year.</param>
/// <param name="Deadweight">Share of the aided who would have come anyway.</param>
internal sealed record SamplePolicy(string Name, string Title, double Effect, double CostAYear, double Deadweight);
