namespace InstallSim.Tests.Territories;

/// <summary>Broken territory files: each is refused at its place, all that is wrong at once.</summary>
public class TerritoryRefusalTests
{
    private const string Header = TerritoryFolder.Header;
    private const string Rows = TerritoryFolder.Rows;
    private const string Yaml = TerritoryFolder.Yaml;
    private const string Shapes =
        """{"type":"Topology","arcs":[],"objects":{"zones":{"type":"GeometryCollection","geometries":["""
        + """{"type":null,"properties":{"id":"X","nom":"x"}}]}}}""";

    [TestCase(Rows + "A,Again,48,2,10,0\n", "t.csv(4,1): column 'code': 'A' is already on line 3")]
    [TestCase(Rows + "C,North,97,2,10,0\n", "t.csv(4,3): column 'lat': latitude must be a number from -90 to 90, found 97")]
    [TestCase(Rows + "C,East,47,200,10,0\n", "t.csv(4,4): column 'lon': longitude must be a number from -180 to 180, found 200")]
    [TestCase(Rows + "C,Few,47,2,-10,0\n", "t.csv(4,5): column 'people': population must be a number from 0 to 1000000000, found -10")]
    [TestCase(Rows + "C,Nan,47,2,NaN,0\n", "t.csv(4,5): column 'people': expected a number, found 'NaN'; it must be finite")]
    [TestCase(Rows + "C,Comma,\"47,5\",2,10,0\n",
        "t.csv(4,3): column 'lat': expected a number, found '47,5'; use a decimal point, or say 'decimal: comma'")]
    [TestCase(Rows + "C,Full,47,2,10,11\n", "t.csv(4,6): column 'gps': physicians must be at most the inhabitants, found 11")]
    [TestCase(Rows + "C,Empty,47,2,10,\n", "t.csv(4,6): column 'gps': expected a number, found nothing")]
    [TestCase(Rows + "C,Kept back,47,2,10,NA\n",
        "t.csv(4,6): column 'gps': expected a number, found 'NA'; this stands for no value, and every row needs one")]
    [TestCase(Rows + ",Codeless,47,2,10,1\n", "t.csv(4,1): column 'code': expected a text, found nothing")]
    [TestCase(Rows + "C,Short,47,2\n", "t.csv(4,1): the row has 4 values, the header 6")]
    [TestCase("A,Nobody,47,2,0,0\n", "t.csv: no territory has inhabitants")]
    [TestCase("", "t.csv: the table has a header but no rows")]
    public void A_wrong_row_is_refused(string rows, string expected) =>
        Assert.That(TerritoryFolder.Faults(Header + rows, Yaml), Is.EqualTo(new[] { expected }));

    [TestCase("population: people", "popluation: people",
        "territories.yaml(7,3): unknown key 'popluation'; did you mean 'population'?; allowed: code, name",
        "territories.yaml(3,3): 'columns' lacks population; each is required, as variable: column of the table")]
    [TestCase("people", "peple", "territories.yaml(7,15): there is no column 'peple' in ",
        "did you mean 'people'?; columns: code, name, lat, lon, people, gps")]
    [TestCase("gps", "gps\n  schools: ecoles", "territories.yaml(9,12): there is no column 'ecoles' in ",
        "t.csv; it is optional: the line may be left out; columns: code, name, lat, lon, people, gps")]
    [TestCase("t.csv", "tt.csv", "territories.yaml(1,8): file '", "does not exist; did you mean 't.csv'?")]
    [TestCase("table: t.csv", "table: t.csv\nseparator: \";\"", "t.csv(1,1): expected ';' between values, found ','")]
    [TestCase("table: t.csv", "table: t.csv\nseparator: \"|\"",
        "territories.yaml(2,12): 'separator': expected one of comma, semicolon, tab, ,, ;, found the text \"|\"")]
    [TestCase("gps", "{ column: gps, divide-by: 0 }", "territories.yaml(8,41): 'divide-by': nothing can be divided by 0")]
    [TestCase("gps", "{ column: gps, from: 0, to: 9 }",
        "territories.yaml(8,36): 'from' and 'to' make a number from 0 to 1; physicians is in GPs")]
    [TestCase("gps", "gps\n  schools: { column: gps, from: 1 }",
        "territories.yaml(9,12): 'from' and 'to' go together: the values that become 0 and 1")]
    [TestCase("gps", "gps\n  schools: { column: gps, from: 3, to: 3 }", "territories.yaml(9,40): 'from' and 'to' must differ")]
    [TestCase("gps", "gps\n  schools: { column: gps, from: 0, to: 3, log: true }",
        "territories.yaml(9,48): 'log' needs 'from' and 'to' above 0")]
    [TestCase("gps", "gps\n  schools: { column: gps, log: true }", "territories.yaml(9,32): 'log' needs 'from' and 'to'")]
    [TestCase("gps", "gps\n  schools: { column: gps, values: { 1: urban } }",
        "territories.yaml(9,35): 'values' is for area-type; schools is a number")]
    [TestCase("gps", "gps\n  schools: people", "t.csv(2,5): column 'people': schools must be a number from 0 to 1, found 2000",
        "t.csv(3,5): column 'people'")]
    [TestCase("gps", "gps\n  schools: gps",
        "t.csv(3,6): column 'gps': schools must be a number from 0 to 1, found 2; a percentage takes 'divide-by: 100', "
            + "another scale 'from' and 'to'")]
    [TestCase("gps", "gps\n  area-type: name",
        "t.csv(2,2): column 'name': area-type must be one of urban, periurban, rural, found 'Second' (1×), 'First' (1×); under "
            + "area-type, 'values: { Second: urban or periurban or rural, First: urban or periurban or rural }' says what each word means")]
    [TestCase("gps", "gps\n  area-type: { column: name, values: { First: urbane } }",
        "territories.yaml(9,47): 'First': found 'urbane'; did you mean 'urban'?; expected one of urban, periurban, rural",
        "t.csv(2,2): ")]
    [TestCase("gps", "gps\n  share-under-25: { column: gps, divide-by: 4 }\n  share-65-plus: { column: gps, divide-by: 3 }",
        "t.csv(3,6): column 'gps': share-65-plus must be at most 1 together with the share under 25, found 0.666666666666667")]
    [TestCase("gps", "gps\n  main-town-population: { column: people, divide-by: 0.5 }",
        "t.csv(2,5): column 'people': main-town-population must be at most the inhabitants of the territory, found 4000", "t.csv(3,5): ")]
    [TestCase("gps", "{ column: gps, knowledge: guess }",
        "territories.yaml(8,41): 'knowledge': expected one of real, estimated, proxy, assumption, unsaid, found 'guess'")]
    [TestCase("gps", "gps\ntravel-times: { detour: 0.5 }", "territories.yaml(9,25): 'detour': 0.5 is out of range")]
    [TestCase("gps", "gps\ntravel-times: { minutes: t }", "territories.yaml(9,26): 'minutes' needs 'file'")]
    [TestCase("gps", "gps\ntravel-times: { file: t.csv, detour: 1.2 }",
        "territories.yaml(9,38): 'detour' has no effect where 'file' gives the minutes")]
    [TestCase("gps", "gps\ntravel-times: { file: none.csv }", "territories.yaml(9,23): file '")]
    [TestCase("gps", "gps\nshapes: { file: s.json, key: idd }",
        "territories.yaml(9,30): no shape has a property 'idd'; did you mean 'id'?; properties: id, nom")]
    [TestCase("gps", "gps\nshapes: { file: s.json, key: id }",
        "territories.yaml(9,30): no code of the table is among the 'id' of the shapes; the table has 'A', the shapes 'X'")]
    [TestCase("gps", "gps\nshapes: { file: t.csv, key: id }", "t.csv(1,1): is not valid JSON here")]
    [TestCase("gps", "gps\nshapes: { file: other.json, key: id }",
        "other.json: is neither GeoJSON (a FeatureCollection) nor TopoJSON (a Topology with objects)")]
    [TestCase("gps", "gps\nshapes: { file: metres.json, key: id }",
        "metres.json: the contour of 'A' has a point at 655000, 6860000; longitude and latitude are expected, in degrees (WGS84)")]
    [TestCase("gps", "gps\nshapes: { file: text.json, key: id }",
        "text.json: a contour has no coordinates that can be read; polygons are expected, in degrees (WGS84)")]
    public void A_wrong_mapping_is_refused(string part, string replacement, params string[] expected)
    {
        string[] faults = TerritoryFolder.Faults(Header + Rows, Yaml.Replace(part, replacement), ("s.json", Shapes),
            ("other.json", """{"type":"Feature"}"""), ("metres.json", Contour("[[[655000,6860000],[655000,6870000],[665000,6860000]]]")),
            ("text.json", Contour("\"here\"")));
        Assert.That(string.Join('\n', faults), Does.StartWith(expected[0]));
        foreach (string message in expected)
        {
            Assert.That(faults, Has.Some.Contains(message));
        }
    }

    [Test]
    public void A_column_to_divide_by_that_is_not_there_is_one_fault_and_none_of_each_row()
    {
        string[] faults = TerritoryFolder.Faults(Header + Rows, Yaml.Replace("gps", "{ column: gps, divide-by: peple }"));
        Assert.That(faults, Has.Length.EqualTo(1));
        Assert.That(faults[0], Does.StartWith("territories.yaml(8,41): there is no column 'peple' in ")
            .And.Contain("did you mean 'people'?"));
    }

    private static string Contour(string coordinates) =>
        """{"type":"FeatureCollection","features":[{"properties":{"id":"A"},"geometry":{"type":"Polygon","coordinates":"""
        + coordinates + "}}]}";

    [Test]
    public void A_table_of_more_rows_than_territories_are_read_is_refused_before_anything_is_made_of_it()
    {
        string rows = string.Concat(Enumerable.Range(0, 200_001).Select(i => $"{i},N,47,2,1,1\n"));
        string[] faults = TerritoryFolder.Faults(Header + rows, Yaml);
        Assert.That(faults, Has.Length.EqualTo(1));
        Assert.That(faults[0], Does.StartWith("t.csv: has 200,001 rows; at most 200,000 territories are read"));
    }

    [Test]
    public void All_that_is_wrong_is_said_at_once()
    {
        string[] faults = TerritoryFolder.Faults(
            "code,name,lat,lon,people,gps\nA,First,97,2,x,1\nA,Second,47,2,100,-1\n",
            Yaml.Replace("name: name", "name: nom") + "  colour: gps\nshapes: { file: none.json, key: id }\n");
        Assert.That(faults, Has.Length.EqualTo(7), string.Join('\n', faults));
    }

    [Test]
    public void A_column_wrong_in_every_row_is_not_reported_in_every_row()
    {
        string rows = string.Concat(Enumerable.Range(0, 500).Select(i => $"{i},Name,47,2,100,many\n"));
        string[] faults = TerritoryFolder.Faults(Header + rows, Yaml);
        Assert.That(faults, Has.Length.EqualTo(1));
        Assert.That(faults[0],
            Does.StartWith("t.csv(2,6): column 'gps': expected a number, found 'many'; and so in 499 more rows: 3 ('many')"));
    }
}
