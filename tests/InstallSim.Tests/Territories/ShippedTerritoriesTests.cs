using InstallSim.Inputs;
using InstallSim.Territories;
using InstallSim.World;

namespace InstallSim.Tests.Territories;

/// <summary>The tables that ship with the scenarios.</summary>
public class ShippedTerritoriesTests
{
    [TestCase("france", 1247)]
    [TestCase("centre-val-de-loire", 79)]
    public void They_read_without_an_error_and_lie_in_metropolitan_France(string folder, int count)
    {
        TerritoryTable table = Read(folder).Table;
        Assert.That(table.Count, Is.EqualTo(count));
        Assert.That(table.Latitude, Is.All.InRange(41.3, 51.1));
        Assert.That(table.Longitude, Is.All.InRange(-5.2, 9.6));
        Assert.That(table.Departement.Distinct().Count(), Is.EqualTo(folder == "france" ? 96 : 6));
        Assert.That(table.Area.Distinct().Count(), Is.EqualTo(3));
    }

    [Test]
    public void What_is_not_real_is_flagged()
    {
        var knowledge = Read("france").Table.Provenance.ToDictionary(row => row.Variable, row => row.Knowledge);
        Assert.That(knowledge["population"], Is.EqualTo(Knowledge.Real));
        Assert.That(new[] { knowledge["physicians"], knowledge["msp-places"], knowledge["share-physicians-60-plus"] },
            Is.All.EqualTo(Knowledge.Estimated));
        Assert.That(new[]
        {
            knowledge["area-type"], knowledge["poorly-equipped"], knowledge["schools"], knowledge["partner-jobs-limited"],
            knowledge["travel-times"],
        },
            Is.All.EqualTo(Knowledge.Proxy));
        Assert.That(new[] { knowledge["share-under-25"], knowledge["health-centre-posts"], knowledge["deprivation"] },
            Is.All.EqualTo(Knowledge.Assumption));
    }

    [Test]
    public void The_published_totals_of_the_departements_are_spread_without_loss()
    {
        TerritoryTable table = Read("france").Table;
        CsvTable totals = Csv("make-territories", "departements.csv");
        Assert.That(totals.Rows, Is.EqualTo(96));
        Assert.That(table.Physicians.Sum(),
            Is.EqualTo(totals.Column("liberal_gps").Numbers().Sum()).Within(0.005 * table.Count), "rounded to 0.01");

        int[] msp = totals.Column("msp").WholeNumbers();
        string[] codes = totals.Column("code").Texts();
        for (int d = 0; d < codes.Length; d++)
        {
            double places = Enumerable.Range(0, table.Count).Where(i => table.Departement[i] == codes[d]).Sum(i => table.MspPlaces[i]);
            Assert.That(places, Is.EqualTo(Math.Round(4.6 * msp[d])).Within(0.5), codes[d]);
        }
    }

    [Test]
    public void The_region_is_a_part_of_the_country()
    {
        TerritoryTable region = Read("centre-val-de-loire").Table, country = Read("france").Table;
        int[] same = [.. region.Code.Select(code => Array.IndexOf(country.Code, code))];
        Assert.That(region.Name, Is.EqualTo(same.Select(i => country.Name[i])));
        Assert.That(region.Physicians, Is.EqualTo(same.Select(i => country.Physicians[i])));
        Assert.That(region.Region, Is.All.EqualTo("24"));
        Assert.That(country.Region.Count(code => code == "24"), Is.EqualTo(region.Count));
    }

    [TestCase("france", 28)]
    [TestCase("centre-val-de-loire", 2)]
    public void Training_places_are_territories_and_share_out_all_people(string folder, int count)
    {
        TerritoryTable table = Read(folder).Table;
        CsvTable places = Csv(folder, "training-places.csv");
        Assert.That(places.Rows, Is.EqualTo(count));
        Assert.That(places.Column("territory").UniqueTexts(), Is.SubsetOf(table.Code));
        Assert.That(places.Column("weight").Numbers().Sum(), Is.EqualTo(table.Population.Sum()));
    }

    [Test]
    public void The_rules_of_the_reader_come_near_those_of_the_script()
    {
        TerritorySource source = Read("france");
        TerritoryTable shipped = source.Table;
        var proxies = new TerritoryProxies(shipped.Latitude, shipped.Longitude, shipped.Population,
            shipped.MainTownPopulation, townsAreKnown: true);
        double agree = shipped.Area.Zip(proxies.Areas(), (a, b) => a == b ? 1.0 : 0).Average();
        Assert.That(agree, Is.GreaterThan(0.85), "the script goes by communes, the reader by territories");
        foreach ((string key, double[] values) in new[]
        {
            ("poorly-equipped", shipped.PoorlyEquipped), ("partner-jobs-limited", shipped.PartnerJobsLimited), ("schools", shipped.Schools),
        })
        {
            Assert.That(MathNet.Numerics.Statistics.Correlation.Pearson(values, proxies.ValuesOf(key)), Is.GreaterThan(0.85), key);
        }
    }

    [Test]
    public void All_people_of_the_communes_are_there() =>
        Assert.That(Read("france").Table.Population.Sum(), Is.EqualTo(66_165_815), "sum over the 34,746 communes of the package");

    private static TerritorySource Read(string folder)
    {
        var errors = new InputErrors();
        TerritorySource? source = TerritoryReader.Read(Repository.PathOf("scenarios", folder, "territories.yaml"), errors);
        Assert.That(errors.All, Is.Empty);
        return source!;
    }

    private static CsvTable Csv(params string[] path)
    {
        var errors = new InputErrors();
        CsvTable? table = CsvTable.Read(Repository.PathOf(["scenarios", .. path]), errors);
        Assert.That(errors.All, Is.Empty);
        return table!;
    }
}
