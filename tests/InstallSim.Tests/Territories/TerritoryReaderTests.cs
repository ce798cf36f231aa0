using InstallSim.Territories;
using InstallSim.World;

namespace InstallSim.Tests.Territories;

public class TerritoryReaderTests
{
    [Test]
    public void Rows_stand_in_ordinal_order_of_their_code_whatever_the_file()
    {
        TerritoryTable table =
            TerritoryFolder.Read(TerritoryFolder.Header + TerritoryFolder.Rows + "a,Lower,48,3,10,0\n", TerritoryFolder.Yaml).Table;
        Assert.That(table.Code, Is.EqualTo(new[] { "A", "B", "a" }));
        Assert.That(table.Name, Is.EqualTo(new[] { "First", "Second", "Lower" }));
        Assert.That(table.Latitude, Is.EqualTo(new[] { 47, 47.5, 48 }));
        Assert.That(table.Population, Is.EqualTo(new[] { 1000.0, 2000, 10 }));
        Assert.That(table.Physicians, Is.EqualTo(new[] { 2.0, 1, 0 }));
    }

    [Test]
    public void What_a_table_lacks_gets_its_default_or_rule_and_the_provenance_says_so()
    {
        TerritoryTable table = TerritoryFolder.Read(TerritoryFolder.Header + TerritoryFolder.Rows, TerritoryFolder.Yaml).Table;
        Assert.That(table.ShareUnder25, Is.All.EqualTo(0.29));
        Assert.That(table.Share65Plus, Is.All.EqualTo(0.21));
        Assert.That(table.IncomeIndex, Is.All.EqualTo(1));
        Assert.That(table.MainTownPopulation, Is.EqualTo(table.Population));
        Assert.That(table.ObservedAccessibility, Is.All.NaN);
        Assert.That(table.PoorlyEquipped, Is.EqualTo(new[] { 1, 1 - (Math.Log(2) / Math.Log(8) / 2) }).Within(1e-12),
            "no town, few people around");
        Assert.That(table.Area, Is.All.EqualTo(AreaType.Rural));
        Assert.That(table.Provenance.Select(row => row.Variable), Is.EqualTo((string[])[.. TerritoryVariables.Keys, "travel-times"]));
        Assert.That(Row(table, "share-under-25").Knowledge, Is.EqualTo(Knowledge.Assumption));
        Assert.That(Row(table, "poorly-equipped").Knowledge, Is.EqualTo(Knowledge.Proxy));
        Assert.That(Row(table, "population").Knowledge, Is.EqualTo(Knowledge.Unsaid), "nobody says how it is known");
        Assert.That(table.Provenance, Has.All.Matches<Provenance>(row => row?.Source is { Length: > 0 }));
    }

    [Test]
    public void A_mapping_divides_rescales_and_says_what_it_did()
    {
        const string csv = "code,name,lat,lon,people,gps,old,far,jobs\nA,First,47,2,1000,4,1,15,500000\nB,Second,47,2,1000,2,2,45,100000\n"
            + "C,Third,47,2,1000,2,0,-3,0\n";
        const string yaml = TerritoryFolder.Yaml + """
              share-physicians-60-plus: { column: old, divide-by: gps, source: Carsat, vintage: 2024, licence: LO2, unit: count, knowledge: estimated }
              poorly-equipped: { column: far, from: 0, to: 30 }
              partner-jobs-limited: { column: jobs, from: 500000, to: 20000, log: true }
              deprivation: { column: far, divide-by: 10, from: 0, to: 6 }
            """;
        TerritoryTable table = TerritoryFolder.Read(csv, yaml).Table;
        Assert.That(table.SharePhysicians60Plus, Is.EqualTo(new[] { 0.25, 1, 0 }));
        Assert.That(table.PoorlyEquipped, Is.EqualTo(new[] { 0.5, 1, 0 }));
        Assert.That(table.PartnerJobsLimited, Is.EqualTo(new[] { 0, 0.5, 1 }).Within(1e-12));
        Assert.That(table.Deprivation, Is.EqualTo(new[] { 0.25, 0.75, 0 }));
        Assert.That(Row(table, "share-physicians-60-plus"), Is.EqualTo(
            new Provenance("share-physicians-60-plus", Knowledge.Estimated, "Carsat (column old / gps)", "2024", "LO2", "count")));
        Assert.That(Row(table, "partner-jobs-limited").Source, Is.EqualTo("t.csv (column jobs, log scale 500000 → 0, 20000 → 1)"));
    }

    [Test]
    public void Empty_cells_take_the_mean_over_people_or_what_the_mapping_says()
    {
        const string csv = "code,name,lat,lon,people,gps,far,apl\nA,First,47,2,1000,,0.2,\nB,Second,47,2,3000,2,0.6,2.5\n"
            + "C,Third,47,2,500,0,NA,3\n";
        const string yaml = TerritoryFolder.Yaml + "  poorly-equipped: far\n  observed-accessibility: apl\n";
        TerritorySource source = TerritoryFolder.Read(csv, yaml.Replace("physicians: gps", "physicians: { column: gps, missing: 0.5 }"));
        Assert.That(source.Table.Physicians, Is.EqualTo(new[] { 0.5, 2, 0 }));
        Assert.That(source.Table.PoorlyEquipped, Is.EqualTo(new[] { 0.2, 0.6, 0.5 }).Within(1e-12));
        Assert.That(source.Table.ObservedAccessibility, Is.EqualTo(new[] { double.NaN, 2.5, 3 }));
        Assert.That(Row(source.Table, "poorly-equipped").Source, Does.EndWith("; 1 of 3 empty, taken as the mean over people, 0.5)"));
        Assert.That(Row(source.Table, "physicians").Source, Does.EndWith("empty → 0.5)"));
    }

    [Test]
    public void What_inhabitants_live_on_is_there_or_not_at_all()
    {
        const string csv = "code,name,lat,lon,people,gps,live\nA,First,47,2,1000,1,20\nB,Second,47,2,3000,2,24\nC,Third,47,2,500,0,\n";
        double[] mean = [20, 24, 23];
        Assert.That(TerritoryFolder.Read(csv, TerritoryFolder.Yaml).Table.HouseholdIncome, Is.Null);
        TerritoryTable table = TerritoryFolder.Read(csv, TerritoryFolder.Yaml + "  household-income: live\n").Table;
        Assert.That(table.HouseholdIncome, Is.EqualTo(mean));
        Assert.That(table.Rearranged([2, 0, 1]).HouseholdIncome, Is.EqualTo(new double[] { 23, 20, 24 }));
    }

    [Test]
    public void A_share_of_nothing_counts_as_empty_and_a_column_of_nothing_as_absent()
    {
        const string csv = "code,name,lat,lon,people,gps,old,far\nA,First,47,2,1000,0,0,\nB,Second,47,2,3000,4,1,\n";
        TerritoryTable table = TerritoryFolder.Read(csv,
            TerritoryFolder.Yaml + "  share-physicians-60-plus: { column: old, divide-by: gps }\n  schools: far\n").Table;
        Assert.That(table.SharePhysicians60Plus, Is.All.EqualTo(0.25));
        Assert.That(Row(table, "schools").Knowledge, Is.EqualTo(Knowledge.Proxy));
    }

    [Test]
    public void Words_of_the_table_can_name_the_kinds_of_territory()
    {
        const string csv = "code;name;lat;lon;people;gps;kind\nA;First;47;2;1000;1;3\nB;Second;47;2;3000;4;1\n";
        TerritoryTable table = TerritoryFolder.Read(csv, "separator: ;\n".Replace(";", "\";\"") + TerritoryFolder.Yaml
            + "  area-type: { column: kind, values: { 1: urban, 2: periurban, 3: rural } }\n").Table;
        Assert.That(table.Area, Is.EqualTo(new[] { AreaType.Rural, AreaType.Urban }));
    }

    [Test]
    public void Files_read_are_named_with_the_hash_of_their_bytes()
    {
        TerritorySource source = TerritoryFolder.Read(TerritoryFolder.Header + TerritoryFolder.Rows, TerritoryFolder.Yaml);
        string hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(
            TerritoryFolder.Header + TerritoryFolder.Rows)));
        Assert.That(source.Files.Select(file => Path.GetFileName(file.Path)), Is.EqualTo(new[] { "territories.yaml", "t.csv" }));
        Assert.That(source.Files[1].Sha256, Is.EqualTo(hash));
    }

    [Test]
    public void Contours_come_along_as_text_with_the_property_that_holds_the_code()
    {
        const string shapes = """{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"id":"A"},"geometry":null}]}""";
        TerritorySource source = TerritoryFolder.Read(TerritoryFolder.Header + TerritoryFolder.Rows,
            TerritoryFolder.Yaml + "shapes: { file: s.json, key: id }\n", ("s.json", shapes));
        Assert.That((source.Shapes, source.ShapesKey), Is.EqualTo((shapes, "id")));
    }

    [TestCase("", null)]
    [TestCase(", attribution: IGN Admin Express (Licence Ouverte 2.0)", "IGN Admin Express (Licence Ouverte 2.0)")]
    public void Contours_carry_the_credit_that_their_maker_asks_for(string key, string? credit)
    {
        const string shapes = """{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"id":"A"},"geometry":null}]}""";
        TerritorySource source = TerritoryFolder.Read(TerritoryFolder.Header + TerritoryFolder.Rows,
            TerritoryFolder.Yaml + $"shapes: {{ file: s.json, key: id{key} }}\n", ("s.json", shapes));
        Assert.That(Row(source.Table, "shapes").Attribution, Is.EqualTo(credit));
    }

    private static Provenance Row(TerritoryTable table, string key) => table.Provenance.Single(row => row.Variable == key);
}
