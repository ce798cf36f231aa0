using System.Text.Json;
using InstallSim.Inputs;
using InstallSim.Territories;
using InstallSim.World;

namespace InstallSim.Tests.Territories;

/// <summary>The real tables beside a developer's clone, through mappings as a user would write them.</summary>
public class RealTerritoriesTests
{
    [TestCase("cvl_epci", 79, 1685, 562)]
    [TestCase("france_epci", 1247, 53499, 16548)]
    public void No_physician_is_lost_on_the_way(string name, int count, double physicians, double physicians60Plus)
    {
        TerritoryTable table = Read(name).Table;
        Assert.That(table.Count, Is.EqualTo(count));
        Assert.That(table.Physicians.Sum(), Is.EqualTo(physicians));
        Assert.That(Enumerable.Range(0, count).Sum(i => table.Physicians[i] * table.SharePhysicians60Plus[i]),
            Is.EqualTo(physicians60Plus).Within(1e-6));
    }

    [Test]
    public void Percentages_become_shares_and_scales_run_from_0_to_1()
    {
        TerritoryTable table = Read("france_epci").Table;
        Assert.That(MeanOverPeople(table, table.ShareUnder25), Is.EqualTo(0.294).Within(0.0005));
        Assert.That(MeanOverPeople(table, table.Share65Plus), Is.EqualTo(0.203).Within(0.0005));
        Assert.That(MeanOverPeople(table, table.ObservedAccessibility), Is.EqualTo(3.74).Within(0.005));
        foreach (double[] scale in new[] { table.PoorlyEquipped, table.Schools, table.PartnerJobsLimited, table.Deprivation })
        {
            Assert.That(scale, Is.All.InRange(0, 1));
            Assert.That(scale.Min(), Is.LessThan(0.05));
            Assert.That(scale.Max(), Is.GreaterThan(0.95));
        }

        Assert.That(table.Area.GroupBy(area => area).ToDictionary(g => g.Key, g => g.Count()), Is.EqualTo(
            new Dictionary<AreaType, int> { [AreaType.Urban] = 239, [AreaType.Periurban] = 823, [AreaType.Rural] = 185 }));
    }

    [TestCase("cvl_epci")]
    [TestCase("france_epci")]
    public void Contours_come_along(string name)
    {
        TerritorySource source = Read(name);
        using JsonDocument shapes = JsonDocument.Parse(source.Shapes!);
        Assert.That(source.ShapesKey, Is.EqualTo("epci_code"));
        Assert.That(source.Files, Has.Count.EqualTo(3));
    }

    [Test]
    public void Travel_times_join_neighbours_both_ways()
    {
        TerritorySource source = Read("france_epci");
        TravelTimes times = source.TravelTimes(catchment: 20, new InputErrors())!;
        Assert.That(times.Count, Is.EqualTo(source.Table.Count));
        for (int i = 0; i < times.Count; i++)
        {
            for (int k = times.RowStart[i]; k < times.RowStart[i + 1]; k++)
            {
                int j = times.To[k];
                int back = Array.IndexOf(times.To, i, times.RowStart[j], times.RowStart[j + 1] - times.RowStart[j]);
                Assert.That(times.Minutes[back], Is.EqualTo(times.Minutes[k]));
            }
        }
    }

    private static double MeanOverPeople(TerritoryTable table, double[] x) =>
        table.Population.Zip(x, (p, v) => p * v).Sum() / table.Population.Sum();

    private static TerritorySource Read(string name)
    {
        Repository.SharedData("territories", name + ".csv");
        var errors = new InputErrors();
        TerritorySource? source =
            TerritoryReader.Read(Repository.PathOf("tests", "InstallSim.Tests", "EndToEnd", "mappings", name + ".yaml"), errors);
        Assert.That(errors.All, Is.Empty);
        return source!;
    }
}
