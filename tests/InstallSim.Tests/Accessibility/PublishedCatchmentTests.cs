using System.Globalization;
using InstallSim.Accessibility;

namespace InstallSim.Tests.Accessibility;

/// <summary>The kernel against values that other programs give.</summary>
public sealed class PublishedCatchmentTests
{
    private static readonly double[] Population = [100, 50, 10], Doctors = [15, 20, 100];

    /// <summary>
    /// PySAL access 541de01e, test_hospital_example: weight 1/t under 61 minutes, own time 1; inbound is 1, 2 → 3, outbound 3 → 1, 2.
    /// In 3SFCA the attraction is normalised before the cut. Expected values recomputed by an independent script, six decimals.
    /// </summary>
    [TestCase(false, 40, 40, 80, 0.331444, 0.579828, 7.286418)]
    [TestCase(false, 20, 40, 80, 0.435340, 0.683724, 5.727977)]
    [TestCase(false, 40, 20, 80, 0.331072, 0.577858, 7.299992)]
    [TestCase(false, 20, 20, 40, 0.442568, 0.666758, 5.740525)]
    [TestCase(true, 40, 40, 80, 0.156257, 0.406216, 9.906352)]
    [TestCase(true, 20, 40, 80, 0.173814, 0.423772, 9.643002)]
    [TestCase(true, 40, 20, 80, 0.156526, 0.406373, 9.902877)]
    [TestCase(true, 20, 20, 40, 0.174802, 0.424036, 9.631801)]
    public void Three_towns_and_their_hospital(bool share, double inbound, double outbound, double cross, double a1, double a2, double a3)
    {
        double[][] minutes = [[1, cross, inbound], [cross, 1, inbound], [outbound, outbound, 1]];
        double[][] attraction = Weigh(minutes, t => DistanceWeight.Power(t, 1));
        var (start, to, weight) = FloatingCatchmentTests.Compress(attraction);
        double[] gravity = [.. weight];
        for (int e = 0; e < weight.Length; e++)
        {
            weight[e] = weight[e] > 1 / 61.0 ? weight[e] : 0;
        }

        if (share)
        {
            FloatingCatchment.Share(new WeightRows(start, to, gravity), weight);
        }

        double[] access = FloatingCatchmentTests.Access(new WeightRows(start, to, weight), Population, Doctors);
        Assert.Multiple(() =>
        {
            Assert.That(access, Is.EqualTo(new[] { a1, a2, a3 }).Within(1e-6));
            Assert.That(Population.Zip(access, (p, a) => p * a).Sum(), Is.EqualTo(135).Within(1e-10));
        });
    }

    [Test]
    public void The_toy_of_PySAL_with_all_its_digits()
    {
        var costs = Read("pysal_toy_costs.csv").ToLookup(row => row["scenario"]);
        foreach (var expected in Read("pysal_toy_expected.csv").GroupBy(row => row["scenario"]))
        {
            double[][] weight = [new double[3], new double[3], new double[3]];
            foreach (var cost in costs[expected.Key])
            {
                double t = Number(cost, "minutes");
                weight[(int)Number(cost, "origin") - 1][(int)Number(cost, "dest") - 1] = t < 61 ? DistanceWeight.Power(t, 1) : 0;
            }

            double[] access =
                Access(weight, [.. expected.Select(row => Number(row, "population"))], [.. expected.Select(row => Number(row, "doctors"))]);
            Assert.That(access,
                Is.EqualTo(expected.Select(row => Number(row, "expected_2sfca_gravity_pow_minus1_max61")))
                    .Within(1e-12), $"scenario {expected.Key}");
        }
    }

    /// <summary>R package SpatialAcc edb647a2: 326 municipalities, 132 hospitals, straight distance.</summary>
    [TestCase(30, "expected_2sfca_30km"), TestCase(50, "expected_2sfca_50km")]
    public void Beds_of_Greek_hospitals_within_a_distance(double kilometres, string column)
    {
        var municipalities = Read("greece_municipalities.csv");
        var hospitals = Read("greece_hospitals.csv");
        double[][] weight = [.. municipalities.Select(m => hospitals.Select(h => DistanceWeight.Binary(
            double.Hypot(Number(m, "x_m") - Number(h, "x_m"), Number(m, "y_m") - Number(h, "y_m")), 1000 * kilometres)).ToArray())];
        double[] population = [.. municipalities.Select(m => Number(m, "population"))],
            beds = [.. hospitals.Select(h => Number(h, "beds_2015"))];
        double[] access = Access(weight, population, beds);
        Assert.That(access, Is.EqualTo(municipalities.Select(m => Number(m, column))).Within(1e-14));
        if (kilometres == 50)
        {
            Assert.That(population.Zip(access, (p, a) => p * a).Sum(), Is.EqualTo(33_663).Within(1e-8), "all beds are reached");
        }
    }

    /// <summary>R package accessibility dfde37a2, cells of Belo Horizonte by public transport.</summary>
    [Test]
    public void Jobs_of_Belo_Horizonte_within_thirty_minutes() =>
        CheckBeloHorizonte("expected_2sfca_binary30", t => DistanceWeight.Binary(t, 30));

    [Test]
    public void Jobs_of_Belo_Horizonte_with_exponential_decay() =>
        CheckBeloHorizonte("expected_2sfca_exp005", t => DistanceWeight.Exponential(t, 0.05));

    /// <summary>
    /// The balanced catchment of Páez et al. (2019) is the same two steps with other weights: normalised by row, then by column.
    /// </summary>
    [Test]
    public void Jobs_of_Belo_Horizonte_shared_in_balance()
    {
        var (zones, minutes) = BeloHorizonte();
        double[][] weight = Weigh(minutes, t => double.IsNaN(t) ? 0 : DistanceWeight.Exponential(t, 0.05));
        double[][] byRow = [.. weight.Select(row => row.Select(w => w / row.Sum()).ToArray())];
        double[] columns = [.. weight[0].Select((_, j) => weight.Sum(row => row[j]))];
        double[][] byColumn = [.. weight.Select(row => row.Select((w, j) => w / columns[j]).ToArray())];
        double[] population = [.. zones.Select(z => Number(z, "population"))], jobs = [.. zones.Select(z => Number(z, "jobs"))];
        double[] demand = new double[jobs.Length], ratio = new double[jobs.Length], access = new double[jobs.Length];
        var (start, to, first) = FloatingCatchmentTests.Compress(byRow);
        var (_, _, second) = FloatingCatchmentTests.Compress(byColumn);
        FloatingCatchment.Demand(new WeightRows(start, to, first), population, demand);
        FloatingCatchment.Ratios(jobs, demand, ratio);
        FloatingCatchment.Access(new WeightRows(start, to, second), ratio, access);
        Assert.That(access, Is.EqualTo(zones.Select(z => Number(z, "expected_bfca_exp005"))).Within(1e-12));
    }

    private static void CheckBeloHorizonte(string column, Func<double, double> weigh)
    {
        var (zones, minutes) = BeloHorizonte();
        double[][] weight = Weigh(minutes, t => double.IsNaN(t) ? 0 : weigh(t));
        double[] access = Access(weight, [.. zones.Select(z => Number(z, "population"))], [.. zones.Select(z => Number(z, "jobs"))]);
        Assert.That(access, Is.EqualTo(zones.Select(z => Number(z, column))).Within(1e-12));
    }

    private static (IReadOnlyList<Dictionary<string, string>> Zones, double[][] Minutes) BeloHorizonte()
    {
        var zones = Read("belo_horizonte_zones.csv");
        var place = zones.Select((zone, index) => (Id: zone["id"], index)).ToDictionary(z => z.Id, z => z.index);
        double[][] minutes = [.. zones.Select(_ => Enumerable.Repeat(double.NaN, zones.Count).ToArray())];
        foreach (var trip in Read("belo_horizonte_travel_minutes.csv"))
        {
            minutes[place[trip["from_id"]]][place[trip["to_id"]]] = Number(trip, "travel_time");
        }

        return (zones, minutes);
    }

    private static double[] Access(double[][] weight, double[] need, double[] supply)
    {
        var (start, to, kept) = FloatingCatchmentTests.Compress(weight);
        return FloatingCatchmentTests.Access(new WeightRows(start, to, kept), need, supply);
    }

    private static double[][] Weigh(double[][] minutes, Func<double, double> weigh) =>
        [.. minutes.Select(row => row.Select(weigh).ToArray())];

    private static IReadOnlyList<Dictionary<string, string>> Read(string file) =>
        SharedTable.Read("territories", "validation_2sfca", file);

    private static double Number(Dictionary<string, string> row, string column) => double.Parse(row[column], CultureInfo.InvariantCulture);
}
