using InstallSim.Choice.Draws;
using InstallSim.Tests.Territories;
using InstallSim.World;

namespace InstallSim.Tests.World;

public class GeographyTests
{
    [Test]
    public void Distances_equal_those_of_the_haversine_formula([Range(1, 500)] int seed)
    {
        var draw = new DrawKey((uint)seed, 0, 1, 0, 0);
        double lat1 = -90 + (180 * draw.Uniform(0)), lon1 = -180 + (360 * draw.Uniform(1));
        bool isNear = seed % 2 == 0;
        double lat2 = isNear ? lat1 + (0.3 * draw.Uniform(2)) : -90 + (180 * draw.Uniform(2));
        double lon2 = isNear ? lon1 + (0.3 * draw.Uniform(3)) : -180 + (360 * draw.Uniform(3));
        Assert.That(Geography.Kilometres(lat1, lon1, lat2, lon2), Is.EqualTo(Haversine(lat1, lon1, lat2, lon2)).Within(1e-6));
    }

    [Test]
    public void A_place_is_at_no_distance_from_itself() => Assert.That(Geography.Kilometres(47.9, 1.9, 47.9, 1.9), Is.Zero);

    [TestCase(0, 0, 0, 180, ExpectedResult = 1.0)]
    [TestCase(90, 0, -90, 0, ExpectedResult = 1.0)]
    [TestCase(0, 0, 0, 90, ExpectedResult = 0.5)]
    [TestCase(0, 10, 90, -77, ExpectedResult = 0.5)]
    public double Quarters_and_halves_of_the_globe_come_out(double lat1, double lon1, double lat2, double lon2) =>
        Math.Round(Geography.Kilometres(lat1, lon1, lat2, lon2) / (Math.PI * Geography.EarthRadius), 12);

    [Test]
    public void Distances_of_a_table_are_those_of_its_centroids_both_ways()
    {
        TerritoryTable table = Tables.Strewn(seed: 3, count: 20);
        Assert.That(Geography.Kilometres(table, 4, 17), Is.EqualTo(
            Geography.Kilometres(table.Latitude[4], table.Longitude[4], table.Latitude[17], table.Longitude[17])));
        Assert.That(Geography.Kilometres(table, 17, 4), Is.EqualTo(Geography.Kilometres(table, 4, 17)));
    }

    /// <summary>Near ones by the series, others across the world.</summary>
    [Test]
    public void Distances_to_many_are_the_bits_of_each_alone()
    {
        TerritoryTable near = Tables.Strewn(seed: 5, count: 45);
        TerritoryTable table = near with
        {
            Latitude = [.. near.Latitude.Select((l, i) => i % 11 == 10 ? -(l / 2) : l)],
            Longitude = [.. near.Longitude.Select((l, i) => i % 13 == 12 ? l + 150 : l)],
        };
        var distances = new Distances(table);
        for (int from = 0; from < table.Count; from++)
        {
            for (int first = 0; first < 5; first++)
            {
                var found = new double[table.Count - first];
                distances.Kilometres(from, first, found);
                Assert.That(found, Is.EqualTo(Enumerable.Range(first, found.Length).Select(to => Geography.Kilometres(table, from, to))));
            }
        }
    }

    [Test]
    public void The_last_bits_of_distances_are_those_of_the_machine_that_this_was_written_on()
    {
        TerritoryTable table = Tables.Strewn(seed: 11, count: 100);
        ulong bits = 0;
        for (int i = 0; i < 100; i++)
        {
            for (int j = 0; j < i; j++)
            {
                bits = (bits * 31) + BitConverter.DoubleToUInt64Bits(Geography.Kilometres(table, i, j));
            }
        }

        Assert.That(bits, Is.EqualTo(8061375228558034103UL));
    }

    private static double Haversine(double lat1, double lon1, double lat2, double lon2)
    {
        double radians = Math.PI / 180;
        double north = Math.Sin((lat1 - lat2) * radians / 2), east = Math.Sin((lon1 - lon2) * radians / 2);
        double h = (north * north) + (Math.Cos(lat1 * radians) * Math.Cos(lat2 * radians) * east * east);
        return 2 * Geography.EarthRadius * Math.Asin(Math.Min(1, Math.Sqrt(h)));
    }
}
