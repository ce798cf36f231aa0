using InstallSim.Choice.Kernels;
using InstallSim.Preferences;
using InstallSim.Scenarios;
using InstallSim.World;

namespace InstallSim.Simulation;

/// <summary>A scenario with its data, ready to run: shared by all its replications and never written.</summary>
public sealed class Study
{
    private readonly double[][] _trainingShares;

    /// <summary>Joins a scenario with its data.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="territories">Its territories.</param>
    /// <param name="travelTimes">Travel times, cut at the catchment of its metric or later.</param>
    /// <param name="distances">Rows of ln(1 + d / 20 km), see <see cref="SystematicUtility.DistanceRows"/>.</param>
    /// <param name="trainingPlaces">Where graduates are trained.</param>
    public Study(
        Scenario scenario, TerritoryTable territories, TravelTimes travelTimes, GroupRows distances, TrainingPlaces trainingPlaces)
    {
        (Scenario, Territories, TravelTimes, Distances, TrainingPlaces) = (scenario, territories, travelTimes, distances, trainingPlaces);
        Utility = new SystematicUtility(scenario.Preferences, territories);
        PopulationShares = Cumulated(territories.Population);
        ClassShares = Cumulated([.. scenario.Preferences.Classes.Select(c => c.Share.Value)]);
        _trainingShares = TrainingShares();
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

    /// <summary>Cumulated shares of the population by territory, for births.</summary>
    public double[] PopulationShares { get; }

    /// <summary>Cumulated shares of the preference classes.</summary>
    public double[] ClassShares { get; }

    /// <summary>The same data with another scenario, such as that of a replication (<see cref="Doubt.Draw"/>).</summary>
    public Study With(Scenario scenario)
    {
        double outside = scenario.Preferences.OutsideDistanceKm;
        return ReferenceEquals(scenario, Scenario) ? this
            : new Study(scenario, Territories, TravelTimes, outside == Scenario.Preferences.OutsideDistanceKm ? Distances : SystematicUtility.WithOutside(Distances, outside), TrainingPlaces);
    }

    /// <summary>Draws the training place of a graduate: P(p) ∝ weight[p]·(1 + d / 20 km)^−decay, d from the territory of birth.</summary>
    /// <param name="birth">Territory of birth, −1 for one outside the study: then P(p) ∝ weight[p].</param>
    /// <param name="u">Uniform draw.</param>
    /// <returns>Territory of the university hospital.</returns>
    public int TrainingPlaceOf(int birth, double u) => TrainingPlaces.Territory[Draw(_trainingShares[birth < 0 ? ^1 : birth], u)];

    private double[][] TrainingShares()
    {
        double decay = Scenario.Physicians.TrainingDistanceDecay;
        var shares = new double[Territories.Count + 1][];
        for (int birth = 0; birth < Territories.Count; birth++)
        {
            ReadOnlySpan<double> logDistance = Distances.Row(birth);
            var weight = new double[TrainingPlaces.Territory.Length];
            for (int p = 0; p < weight.Length; p++)
            {
                weight[p] = TrainingPlaces.Weight[p] * Elementary.Exp(-decay * logDistance[TrainingPlaces.Territory[p]]);
            }

            shares[birth] = Cumulated(weight);
        }

        shares[^1] = Cumulated(TrainingPlaces.Weight);
        return shares;
    }

    /// <summary>Shares cumulated to 1: c[i] = Σ_{k ≤ i} w[k] / Σ w.</summary>
    public static double[] Cumulated(ReadOnlySpan<double> weights)
    {
        double total = 0;
        foreach (double weight in weights)
        {
            total += weight;
        }

        var shares = new double[weights.Length];
        double sum = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            sum += weights[i];
            shares[i] = sum / total;
        }

        return shares;
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
