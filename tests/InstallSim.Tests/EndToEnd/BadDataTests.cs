using System.Text;

namespace InstallSim.Tests.EndToEnd;

/// <summary>Broken territories and training places, as scenarios name them.</summary>
public sealed class BadDataTests
{
    [TestCase("T03,Place 3", "T02,Place 3", "territories.csv(5,1): error: column 'code': 'T02' is already on line 4")]
    [TestCase("46.25,2.00", "460.25,2.00",
        "territories.csv(6,3): error: column 'lat': latitude must be a number from -90 to 90, found 460.25")]
    [TestCase("46.25,2.00", "46.25,200",
        "territories.csv(6,4): error: column 'lon': longitude must be a number from -180 to 180, found 200")]
    [TestCase("46.25,2.00", "NaN,2.00", "territories.csv(6,3): error: column 'lat': expected a number, found 'NaN'; it must be finite")]
    [TestCase("46.25,2.00", "46.25;2.00", "territories.csv(6,1): error: the row has 7 values, the header 8")]
    [TestCase("46.25,2.00", ",2.00", "territories.csv(6,3): error: column 'lat': expected a number, found nothing")]
    [TestCase("40000,35,urban,A", "40000,350000,urban,A",
        "territories.csv(2,6): error: column 'gps': physicians must be at most the inhabitants, found 350000")]
    [TestCase("40000,35,urban,A", "40000,-35,urban,A",
        "territories.csv(2,6): error: column 'gps': physicians must be a number from 0 to 1000000, found -35")]
    [TestCase("40000,35,urban,A", "40000,35,city,A",
        "territories.csv(2,7): error: column 'area': area-type must be one of urban, periurban, rural, found 'city' (1×)")]
    [TestCase("code,name,lat", "code,name,latitude", "territories.yaml(5,13): error: there is no column 'lat' in ")]
    [TestCase("code,name,lat", "code,code,lat", "territories.csv(1,2): error: column 'code' is already there as column 1")]
    public void A_broken_table_is_refused(string part, string replacement, string expected)
    {
        using var region = new MadeUpRegion();
        region.Replace("territories.csv", part, replacement);
        RefusalAssert.Refused(region, expected);
    }

    [TestCase("gps", "doctors", "territories.yaml(8,15): error: there is no column 'doctors' in ")]
    [TestCase("population: people", "people: people", "territories.yaml(3,3): error: 'columns' lacks population",
        "territories.yaml(7,3): error: unknown key 'people'")]
    [TestCase("territories.csv", "table.csv", "territories.yaml(1,8): error: file '")]
    [TestCase("territories.csv", ".", "territories.yaml(1,8): error: '")]
    [TestCase("departement: dep", "departement: dep\nshapes: { file: none.geojson, key: code }", "territories.yaml(11,17): error: file '")]
    public void A_broken_mapping_is_refused(string part, string replacement, params string[] expected)
    {
        using var region = new MadeUpRegion();
        region.Replace("territories.yaml", part, replacement);
        RefusalAssert.Refused(region, expected);
    }

    [Test]
    public void Faults_of_all_files_are_said_at_once()
    {
        using var region = new MadeUpRegion();
        region.Replace("grant.yaml", "amount-keur: 100", "amount-keur: much");
        region.Replace("territories.csv", "40000,35,urban,A", "40000,-35,urban,A");
        RefusalAssert.Refused(region, ["compare", region.Folder, "--out", region.Out],
            "grant.yaml(7,18): error: 'amount-keur': expected a number from 0 to 1000 (k€), found 'much'",
            "territories.csv(2,6): error: column 'gps': physicians must be a number from 0 to 1000000, found -35");
    }

    [Test]
    public void Training_places_are_wrong_beside_a_wrong_scenario()
    {
        using var region = new MadeUpRegion();
        region.Replace("grant.yaml", "amount-keur: 100", "amount-keur: much");
        region.Write("places.csv", "territory,name,weight\nT99,Nowhere,1\n");
        RefusalAssert.Refused(region, ["compare", region.Folder, "--out", region.Out],
            "grant.yaml(7,18): error: 'amount-keur': expected a number from 0 to 1000 (k€), found 'much'",
            "places.csv(2,1): error: 'T99' is no territory");
    }

    [Test]
    public void A_column_in_the_wrong_unit_is_refused_in_one_line()
    {
        using var region = new MadeUpRegion();
        region.Replace("territories.yaml", "departement: dep", "departement: dep\n  schools: people");
        RefusalAssert.Refused(region,
            "territories.csv(2,5): error: column 'people': schools must be a number from 0 to 1, found 40000; and so in 11 more rows: 3 (");
    }

    [TestCase("", "territories.csv: error: the file is empty; a header line and rows are expected")]
    [TestCase("code,name,lat,lon,people,gps,area,dep\n", "territories.csv: error: the table has a header but no rows")]
    public void An_empty_table_is_refused(string text, string expected)
    {
        using var region = new MadeUpRegion();
        region.Write("territories.csv", text);
        RefusalAssert.Refused(region, expected);
    }

    [Test]
    public void A_table_that_is_no_text_is_refused()
    {
        using var region = new MadeUpRegion();
        region.Write("territories.csv", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(MadeUpRegion.Table)]);
        RefusalAssert.Refused(region, "territories.csv: error: is UTF-16 text; save it as UTF-8");
        region.Write("territories.csv", [(byte)'P', (byte)'K', 3, 4, 0, 0]);
        RefusalAssert.Refused(region, "territories.csv: error: the workbook is damaged or protected by a password: open it, and save");
    }

    [Test]
    public void A_table_with_a_line_of_50_megabytes_is_refused()
    {
        using var region = new MadeUpRegion();
        region.Write("territories.csv", MadeUpRegion.Table + new string('x', 50_000_000));
        RefusalAssert.Refused(region, "territories.csv(14,1): error: the line is longer than 1000000 characters; that is no table");
    }

    [Test]
    public void A_table_where_nobody_lives_is_refused()
    {
        using var region = new MadeUpRegion();
        region.Write("territories.csv", "code,name,lat,lon,people,gps,area,dep\nT00,A,46,2,0,0,urban,A\nT07,B,46,3,0,0,rural,A\n");
        RefusalAssert.Refused(region, "territories.csv: error: no territory has inhabitants");
    }

    [TestCase("T00,North,3\nT99,South,1\n", "places.csv(3,1): error: 'T99' is no territory; did you mean 'T")]
    [TestCase("T00,North,3\nplace 7,South,1\n", "places.csv(3,1): error: 'place 7' is no territory; did you mean 'T07' (Place 7)?")]
    [TestCase("T00,North,3\nPlcae 7,South,1\n", "places.csv(3,1): error: 'Plcae 7' is no territory; did you mean 'T")]
    [TestCase("T00,North,0\nT07,South,0\n", "places.csv: error: the weights add up to 0: at least one must be positive")]
    [TestCase("T00,North,-1\nT07,South,2\n",
        "places.csv(2,3): error: column 'weight': expected a number from 0 to 1000000000000, found '-1'")]
    [TestCase("T00,North,1\nT00,South,2\n", "places.csv(3,1): error: column 'territory': 'T00' is already on line 2")]
    [TestCase("T00,North,many\nT07,South,2\n", "places.csv(2,3): error: column 'weight': expected a number")]
    [TestCase("T00,North,1\n,South,2\n", "places.csv(3,1): error: column 'territory': expected a text, found nothing")]
    [TestCase("", "places.csv: error: the table has a header but no rows")]
    public void Broken_training_places_are_refused(string rows, string expected)
    {
        using var region = new MadeUpRegion();
        region.Write("places.csv", "territory,name,weight\n" + rows);
        RefusalAssert.Refused(region, expected);
    }

    [Test]
    public void Training_places_without_a_weight_are_refused()
    {
        using var region = new MadeUpRegion();
        region.Write("places.csv", "territory,name\nT00,North\n");
        RefusalAssert.Refused(region, "places.csv(1,1): error: there is no column 'weight'");
    }

    [Test]
    public void What_is_wrong_in_the_data_is_said_for_all_files_at_once()
    {
        using var region = new MadeUpRegion();
        region.Replace("territories.csv", "46.25,2.00", "460.25,2.00");
        region.Replace("territories.csv", "T03,Place 3", "T02,Place 3");
        region.Replace("territories.yaml", "departement: dep", "departement: departement");
        RefusalAssert.Refused(
            region, "territories.yaml(10,16): error: there is no column 'departement'", "territories.csv(5,1): error: column 'code'",
            "territories.csv(6,3): error: column 'lat'");
    }
}
