using InstallSim.Inputs;
using InstallSim.Territories;
using InstallSim.Tests.Inputs;

namespace InstallSim.Tests.Territories;

/// <summary>Rows that a table may hold but that are hardly meant: each is warned of, none refused.</summary>
public sealed class TerritoryDoubtsTests
{
    private const string Rows =
        "01001,First,46,5,20000,12\n01002,Second,46.5,5.5,10000,8\n01003,Third,47,6,30000,25\n02004,Fourth,47,4,7000,5\n";

    [TestCase(Rows, "")]
    [TestCase(Rows + "99999,Total,46,5,67000,50\n",
        "t.csv(6,5): the row 'Total' looks like the sum of others (67000 inhabitants, 67000 in all other rows): take it out")]
    [TestCase(Rows + "99999,Ain et Aisne,46,5,66900,50\n", "t.csv(6,5): the row 'Ain et Aisne' looks like the sum of others")]
    [TestCase(Rows + "99999,France métropolitaine,46,5,9,0\n",
        "t.csv(6,5): the row 'France métropolitaine' looks like the sum of others")]
    [TestCase(Rows + "01005,Swapped,5,46,5000,4\n",
        "t.csv(6,3): column 'lat': latitude may be wrong in 1 of 5 rows: latitude and longitude are swapped; value (line): '5, 46' (6)")]
    [TestCase(Rows + "01005,Nowhere,0,0,5000,4\n",
        "t.csv(6,3): column 'lat': latitude may be wrong in 1 of 5 rows: both coordinates are 0")]
    [TestCase(Rows + "97401,Réunion,-21,55.5,5000,4\n", "")]
    [TestCase(Rows + "97601,Mayotte,-12.8,45.2,5000,4\n", "")]
    [TestCase("75056,Paris,48.8,2.3,2000000,1700\n200040350,B,46,5,20000,12\n", "")]
    [TestCase(Rows + "2A004,Ajaccio,41.9,8.7,70000,60\n", "")]
    [TestCase(Rows + "1005,Short,46,5,5000,4\n",
        "t.csv(6,1): column 'code': code may be wrong in 1 of 5 rows: fewer than the 5 characters that codes of communes have: a leading")]
    [TestCase("2.00001E+08,A,46,5,20000,12\n200001000,B,46,5,20000,12\n",
        "t.csv(2,1): column 'code': code may be wrong in 1 of 2 rows: numbers that a spreadsheet has shortened")]
    [TestCase("1001,A,46,5,20000,12\n1002,B,46,5,20000,12\n",
        "t.csv(2,1): column 'code': code may be wrong in 2 of 2 rows: fewer than the 5")]
    [TestCase("2999,A,46,5,20000,12\n200040350,B,46,5,20000,12\n",
        "t.csv(2,1): column 'code': code may be wrong in 1 of 2 rows: fewer than the 9 digits that codes of EPCI have")]
    [TestCase("01001,A,46,5,20,12\n", "t.csv(2,6): the table has 60000 general practitioners for 100,000 inhabitants")]
    [TestCase("01001,A,46,5,20000,0\n", "t.csv(2,6): the table has 0 general practitioners for 100,000 inhabitants")]
    public void A_doubtful_row_is_warned_of(string rows, string expected)
    {
        string[] warnings = Warnings(TerritoryFolder.Header + rows, TerritoryFolder.Yaml);
        Assert.That(warnings, Has.Length.EqualTo(expected.Length == 0 ? 0 : 1), string.Join('\n', warnings));
        Assert.That(warnings.FirstOrDefault() ?? "", Does.StartWith(expected));
    }

    [Test]
    public void Contours_of_some_territories_only_are_counted()
    {
        string[] warnings = Warnings(TerritoryFolder.Header + Rows, TerritoryFolder.Yaml + "shapes: { file: s.json, key: id }\n");
        Assert.That(warnings, Is.EqualTo((string[])
        [
            "territories.yaml(9,30): 2 of 4 territories have a contour; without one are '01003', '02004'; of the 3 contours 1 are of no "
                + "territory",
        ]));
    }

    [Test]
    public void A_department_of_one_digit_among_those_of_two_is_told()
    {
        string csv = TerritoryFolder.Header.Trim() + ",dep\n"
            + Rows.Replace("12\n", "12,1\n").Replace("8\n", "8,01\n").Replace("25\n", "25,01\n").Replace(",5\n", ",5,02\n");
        Assert.That(Warnings(csv, TerritoryFolder.Yaml + "  departement: dep\n").Single(),
            Does.StartWith("t.csv(2,7): column 'dep': departement may be wrong in 1 of 4 rows: one digit where codes of départements"));
    }

    [Test]
    public void A_department_of_one_digit_alone_is_told_where_the_place_is_in_France()
    {
        string Csv(int latitude) => TerritoryFolder.Header.Trim() + $",dep\n1001,A,{latitude},5,20000,12,1\n";
        string yaml = TerritoryFolder.Yaml + "  departement: dep\n";
        Assert.That(Warnings(Csv(46), yaml), Has.Some.Contains("departement may be wrong in 1 of 1 rows"));
        Assert.That(Warnings(Csv(60), yaml), Has.None.Contains("departement"));
    }

    /// <summary>As page and brief say first: which cells the program filled, and of which columns nobody says how they are known.</summary>
    [Test]
    public void Filled_cells_and_columns_that_nobody_vouches_for_are_noted()
    {
        const string columns = "code,name,lat,lon,people,gps,msp\n";
        string known = string.Join('\n', TerritoryFolder.Yaml.Split('\n').Select(line => line.StartsWith("  ", StringComparison.Ordinal)
            ? $"{line.Replace(": ", ": { column: ", StringComparison.Ordinal)}, knowledge: real }}" : line));
        string rows = "01001,First,46,5,20000,12,4\n01002,Second,46.5,5.5,10000,8,\n01003,Third,47,6,40000,25,7\n";
        InputWarning[] notes = Told(columns + rows, known + "  msp-places: { column: msp, knowledge: estimated }\n");
        Assert.That(notes.Select(Short), Is.EqualTo((string[])
        [
            "t.csv(3,7): column 'msp': msp-places is empty in 1 of 3 rows, and taken as the mean over people of the others, 6; "
                + "if an empty cell means none, 'missing: 0' says so; name (line): 'Second' (3)",
        ]));
        Assert.That(notes, Has.All.Property(nameof(InputWarning.IsNote)).False, "a mean of places is hardly meant");
        notes = Told(columns + rows.Replace(",4\n", ",\n"), known + "  schools: { column: msp, knowledge: real, from: 0, to: 7 }\n");
        Assert.That(notes.Select(Short), Is.EqualTo((string[])
        [
            "t.csv(2,7): column 'msp': schools is empty in 2 of 3 rows, and taken as the mean over people of the others, 1; "
                + "'missing' says another value; name (line): 'First' (2), 'Second' (3)",
        ]));
        Assert.That(notes, Has.All.Property(nameof(InputWarning.IsNote)).True);
        notes = Told(columns + rows.Replace(",7\n", ",5\n"), known + "  msp-places: { column: msp, missing: 0 }\n");
        Assert.That(notes.Select(Short), Is.EqualTo((string[])
        [
            "territories.yaml(3,3): variables of which nobody says how they are known, as 'knowledge: real' of a column does (1 of 23): "
                + "msp-places",
        ]));
        notes = Told(columns + rows.Replace(",7\n", ",5\n"), known + "  msp-places: msp\n");
        Assert.That(notes.Select(note => note.IsNote), Is.EqualTo((bool[])[false, true]));
        Assert.That(notes.Select(note => note.Said.French), Is.EqualTo((string[])
        [
            "colonne «\u00a0msp\u00a0»\u00a0: msp-places est vide dans 1 des 3 lignes\u00a0; la moyenne des autres, pondérée par les "
                + "habitants, 4,6667, en tient lieu\u00a0; si une case vide veut dire aucun, «\u00a0missing: 0\u00a0» le dit\u00a0; "
                + "nom (ligne)\u00a0: 'Second' (3)",
            "variables dont rien ne dit comment elles sont connues, comme le fait «\u00a0knowledge: real\u00a0» d’une colonne "
                + "(1 sur 23)\u00a0: msp-places",
        ]));
    }

    private static string[] Warnings(string csv, string yaml) => [.. Told(csv, yaml).Where(w => !w.IsNote).Select(Short)];

    private static string Short(InputWarning w) => $"{w.Place with { File = Path.GetFileName(w.Place.File) }}: {w.Message}";

    private static InputWarning[] Told(string csv, string yaml)
    {
        using var folder = new TemporaryFolder();
        folder.Write("t.csv", csv);
        folder.Write("s.json", """
            {"type":"FeatureCollection","features":[{"type":"Feature","geometry":null,"properties":{"id":"01001"}},
            {"type":"Feature","geometry":null,"properties":{"id":"01002"}},{"type":"Feature","geometry":null,"properties":{"id":"X"}}]}
            """);
        var errors = new InputErrors();
        TerritoryReader.Read(folder.Write("territories.yaml", yaml), errors);
        Assert.That(errors.All, Is.Empty);
        return [.. errors.Warnings];
    }
}
