using InstallSim.Tests.Territories;
using InstallSim.World;

namespace InstallSim.Tests.World;

public sealed class DistanceBoxesTests
{
    [Test]
    public void No_distance_is_outside_its_bounds([Values(1, 2, 15, 16, 17, 100)] int size, [Values] bool isWorldWide)
    {
        TerritoryTable near = Tables.Strewn(seed: 5, count: 95), table = !isWorldWide ? near : near with
        {
            Latitude = [.. near.Latitude.Select((l, i) => i % 11 == 10 ? -90 : -l)],
            Longitude = [.. near.Longitude.Select((l, i) => i % 13 == 12 ? l - 180 : i % 5 == 4 ? 180 - l : l)],
        };
        var (least, most) = Bounds(table, size);
        for (int from = 0; from < table.Count; from++)
        {
            for (int to = 0; to < table.Count; to++)
            {
                double km = Geography.Kilometres(table, from, to);
                Assert.That(km, Is.InRange(least[from][to / size], most[from][to / size]), $"{from} to {to}");
            }
        }
    }

    [Test]
    public void A_block_of_one_place_is_as_far_as_that_place()
    {
        TerritoryTable strewn = Tables.Strewn(seed: 8, count: 40), table = strewn with
        {
            Latitude = [.. strewn.Latitude.Select((_, i) => strewn.Latitude[i / 4])],
            Longitude = [.. strewn.Longitude.Select((_, i) => strewn.Longitude[i / 4])],
        };
        var (least, most) = Bounds(table, size: 4);
        for (int from = 0; from < table.Count; from++)
        {
            double[] km = [.. Enumerable.Range(0, 10).Select(block => Geography.Kilometres(table, from, 4 * block))];
            Assert.That(least[from], Is.EqualTo(km).Within(1e-5));
            Assert.That(most[from], Is.EqualTo(km).Within(1e-5));
        }
    }

    private static (double[][] Least, double[][] Most) Bounds(TerritoryTable table, int size)
    {
        var boxes = new DistanceBoxes(table, size);
        int blocks = (table.Count + size - 1) / size;
        double[][] least = [.. Enumerable.Range(0, table.Count).Select(_ => new double[blocks])],
            most = [.. Enumerable.Range(0, table.Count).Select(_ => new double[blocks])];
        for (int from = 0; from < table.Count; from++)
        {
            int half = blocks / 2;
            boxes.Kilometres(from, 0, least[from].AsSpan(0, half), most[from].AsSpan(0, half));
            boxes.Kilometres(from, half, least[from].AsSpan(half), most[from].AsSpan(half));
        }

        return (least, most);
    }
}
