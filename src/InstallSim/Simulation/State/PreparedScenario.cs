using System.Text.Json;
using InstallSim.Choice.Kernels;
using InstallSim.Preferences;
using InstallSim.Scenarios;
using InstallSim.World;

namespace InstallSim.Simulation.State;

/// <summary>A scenario with its data, ready to run: shared by all its replications and never written.</summary>
public sealed class PreparedScenario
{
    private readonly Lazy<string> _start;
    private readonly Lazy<Origins> _origins;

    /// <summary>Joins a scenario with its data.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="territories">Its territories.</param>
    /// <param name="travelTimes">Travel times, cut at the catchment of its metric or later.</param>
    /// <param name="distances">Rows of ln(1 + d / 20 km), see <see cref="SystematicUtility.DistanceRows"/>.</param>
    /// <param name="trainingPlaces">Where graduates are trained.</param>
    public PreparedScenario(
        Scenario scenario, TerritoryTable territories, TravelTimes travelTimes, GroupRows distances, TrainingPlaces trainingPlaces)
    {
        (Scenario, Territories, TravelTimes, Distances, TrainingPlaces) = (scenario, territories, travelTimes, distances, trainingPlaces);
        Utility = new SystematicUtility(scenario.Preferences, territories, scenario.Practices.Msp.ChangesIncome);
        Annuity = new Annuity(scenario.Preferences.OneOffHorizonYears, scenario.Preferences.DiscountRate);
        FormScale = scenario.Preferences.FormScale;
        Retirement = [.. Enumerable.Range(0, 121).Select(scenario.Physicians.RetirementAt)];
        ExitWithin = ExitsWithin(1, 1);
        PopulationShares = Cumulated(territories.Population);
        ClassShares = Cumulated([.. scenario.Preferences.Classes.Select(c => c.Share.Value)]);
        _origins = new Lazy<Origins>(() => new Origins(scenario, territories, distances, trainingPlaces));
        Ages = new AgePyramid(scenario.Physicians);
        Commuting = scenario.Physicians.Couples.Share > 0 ? Couples.Commuting(travelTimes, scenario.Physicians.Couples.Minutes) : [];
        _start = new Lazy<string>(() => TextOfStart(scenario));
    }

    /// <summary>The scenario.</summary>
    public Scenario Scenario { get; }

    /// <summary>Its territories.</summary>
    public TerritoryTable Territories { get; }

    /// <summary>Travel times.</summary>
    public TravelTimes TravelTimes { get; }

    /// <summary>Rows of ln(1 + d / 20 km) from each territory; the last is for an anchor outside the study.</summary>
    public GroupRows Distances { get; }

    /// <summary>Where graduates are trained.</summary>
    public TrainingPlaces TrainingPlaces { get; }

    /// <summary>Systematic utility of the scenario's preferences.</summary>
    public SystematicUtility Utility { get; }

    /// <summary>What payments that do not last are worth as income.</summary>
    public Annuity Annuity { get; }

    /// <summary>τ, scale of the error terms of the forms of practice within a territory.</summary>
    public double FormScale { get; }

    /// <summary>
    /// Probability that an installed physician of each age has left practice before the vacancy horizon ends, by age, years.
    /// </summary>
    public double[] ExitWithin { get; }

    /// <summary>The same where the yearly probabilities to retire and to leave are multiplied, by age, years.</summary>
    internal double[] ExitsWithin(double retirementTimes, double leavingTimes) =>
        [.. Enumerable.Range(0, 121).Select(age => ExitFrom(age, Scenario, retirementTimes, leavingTimes))];

    /// <summary>Yearly probability of retirement by age, years.</summary>
    internal double[] Retirement { get; }

    /// <summary>Cumulated shares of the population by territory, for births.</summary>
    public double[] PopulationShares { get; }

    /// <summary>Cumulated shares of the preference classes.</summary>
    public double[] ClassShares { get; }

    /// <summary>The same data with another scenario, such as that of a replication (<see cref="Doubt.Draw"/>).</summary>
    public PreparedScenario With(Scenario scenario)
    {
        double outside = scenario.Preferences.OutsideDistanceKm;
        GroupRows distances = outside == Scenario.Preferences.OutsideDistanceKm
            ? Distances
            : SystematicUtility.WithOutside(Distances, outside);
        return ReferenceEquals(scenario, Scenario)
            ? this
            : new PreparedScenario(scenario, Territories, TravelTimes, distances, TrainingPlaces);
    }

    /// <summary>Where physicians were born and trained.</summary>
    internal Origins Origins => _origins.Value;

    /// <summary>Ages of the initial stock.</summary>
    internal AgePyramid Ages { get; }

    /// <summary>Territories within the minutes of a couple of each, itself among them, in rising order; none without couples.</summary>
    internal int[][] Commuting { get; }

    /// <summary>
    /// Whether another scenario of the same data starts in the same way, so that the start of one (<see cref="MarketStart"/>) is that of
    /// the other: all but the policies is equal.
    /// </summary>
    public bool StartsAs(PreparedScenario other) => _start.Value == other._start.Value;

    private static double ExitFrom(int age, Scenario scenario, double retirementTimes, double leavingTimes)
    {
        double stays = 1;
        for (int k = 1; k <= scenario.Practices.VacancyHorizonYears; k++)
        {
            double retires = retirementTimes * scenario.Physicians.RetirementAt(age + k);
            stays *= (1 - retires) * (1 - (leavingTimes * scenario.Physicians.LeavingProbability));
        }

        return 1 - stays;
    }

    private static string TextOfStart(Scenario s) => string.Join('\n', new object[]
    {
        s.Preferences, s.Physicians, s.Practices, s.Income, s.Accessibility, s.Zoning, s.Years, s.Seed,
    }.Select(part => JsonSerializer.Serialize(part, part.GetType())));

    /// <summary>Shares cumulated to 1: c[i] = Σ_{k ≤ i} w[k] / Σ w.</summary>
    public static double[] Cumulated(ReadOnlySpan<double> weights)
    {
        var shares = new double[weights.Length];
        Cumulate(weights, shares);
        return shares;
    }

    /// <summary>The same, filled; both may be one span.</summary>
    public static void Cumulate(ReadOnlySpan<double> weights, Span<double> shares)
    {
        double total = 0;
        foreach (double weight in weights)
        {
            total += weight;
        }

        double sum = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            sum += weights[i];
            shares[i] = sum / total;
        }
    }

    /// <summary>The first i with u &lt; c[i]: a draw from cumulated shares.</summary>
    public static int Draw(double[] cumulated, double u)
    {
        int i = Array.BinarySearch(cumulated, u);
        i = i >= 0 ? i + 1 : ~i;
        return Math.Min(i, cumulated.Length - 1);
    }
}

/// <summary>University hospitals where graduates are trained.</summary>
/// <param name="Territory">Territory of each, shape [P].</param>
/// <param name="Weight">Weight of each, such as the people nearest to it, shape [P].</param>
public sealed record TrainingPlaces(int[] Territory, double[] Weight);
