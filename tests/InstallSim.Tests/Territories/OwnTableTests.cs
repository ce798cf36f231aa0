using System.Text;
using InstallSim.Inputs;
using InstallSim.Territories;
using InstallSim.Tests.Inputs;
using InstallSim.World;
using MiniExcelLibs;

namespace InstallSim.Tests.Territories;

/// <summary>A table that somebody keeps in a French Excel: read in one round, in each form in which Excel saves it.</summary>
public sealed class OwnTableTests
{
    /// <summary>Of the case <c>simulation/23-own-territories-french-excel</c>, rows and columns as they were written.</summary>
    private const string Csv = """
        Code EPCI;Libellé;Dépt;Région;Latitude;Longitude;Population municipale;Population ville-centre;Médecins généralistes;Type d’espace;Part mal équipée
        000029999;CC Rives de l'Ain - Pays du Cerdon;01;84;46,05198;5,37098;15 017;2843;9,02;périurbain;0,290
        200040350;CC Bugey Sud;01;84;45,78932;5,70288;34 382;9388;20,65;périurbain;0,009
        200071082;CA Montluçon Communauté;03;84;46,34245;2,58787;59 142;33147;45,07;urbain;0,250
        200071470;CC Entr'Allier Besbre et Loire;03;84;46,39606;3,59829;24 282;3549;18,50;rural;0,486
        200071751;CA du Bassin de Bourg-en-Bresse;01;84;46,23647;5,22390;137 046;42372;82,31;urbain;0,075

        """;

    private const string Yaml = """
        table: FILE
        columns:
          code: { column: Code EPCI, source: Excel, vintage: 2026, licence: interne }
          name: { column: Libellé }
          departement: { column: Dépt }
          region: { column: Région }
          latitude: { column: Latitude }
          longitude: { column: Longitude }
          population: { column: Population municipale }
          main-town-population: { column: Population ville-centre }
          physicians: { column: Médecins généralistes }
          area-type: { column: Type d’espace, values: { urbain: urban, périurbain: periurban, rural: rural } }
          poorly-equipped: { column: Part mal équipée }

        """;

    private static readonly string[] Forms =
        ["as it is", "with a mark of UTF-8", "Windows-1252", "tab", "thin spaces", "declared", "workbook"];

    [TestCaseSource(nameof(Forms))]
    public void A_table_of_Excel_in_French_is_read_at_the_first_try(string form)
    {
        using var folder = new TemporaryFolder();
        var errors = new InputErrors();
        string said = form == "declared" ? "separator: \";\"\ndecimal: comma\n" : form == "Windows-1252" ? "separator: semicolon\n" : "";
        string yaml = folder.Write("territories.yaml", said + Yaml.Replace("FILE", form == "workbook" ? "own.xlsx" : "own.csv"));
        Save(folder, form);
        TerritorySource? source = TerritoryReader.Read(yaml, errors);
        Assert.That(errors.All, Is.Empty);
        TerritoryTable table = source!.Table;
        Assert.Multiple(() =>
        {
            Assert.That(table.Code[0], Is.EqualTo("000029999"));
            Assert.That(table.Name[2], Is.EqualTo("CA Montluçon Communauté"));
            Assert.That(table.Population.ToArray(), Is.EqualTo((double[])[15017, 34382, 59142, 24282, 137046]));
            Assert.That(table.Physicians.ToArray(), Is.EqualTo((double[])[9.02, 20.65, 45.07, 18.5, 82.31]));
            Assert.That(table.Latitude[0], Is.EqualTo(46.05198));
            Assert.That(table.Area.ToArray(), Is.EqualTo((AreaType[])
                [AreaType.Periurban, AreaType.Periurban, AreaType.Urban, AreaType.Rural, AreaType.Urban]));
            Assert.That(errors.Warnings.Where(w => !w.IsNote), Has.Exactly(form == "Windows-1252" ? 1 : 0).Items);
        });
    }

    [Test]
    public void Words_that_the_mapping_does_not_know_are_one_line_with_what_to_write()
    {
        string[] faults = Faults(Csv, Yaml.Replace(", values: { urbain: urban, périurbain: periurban, rural: rural }", ""));
        Assert.That(faults, Is.EqualTo((string[])
        [
            "own.csv(2,10): column 'Type d’espace': area-type must be one of urban, periurban, rural, found 'périurbain' (2×), "
                + "'urbain' (2×); under area-type, 'values: { périurbain: periurban, urbain: urban }' says what each word means",
        ]));
    }

    [Test]
    public void Each_kind_of_fault_is_one_line_however_many_rows_have_it()
    {
        string rows = string.Concat(Enumerable.Range(0, 118).Select(i => $"{200000000 + i};N;01;84;46,0;5,{i};s;1;1.5;rural;0,5\n"));
        string[] faults = Faults(Csv.Split('\n')[0] + "\n" + rows, Yaml);
        Assert.That(faults, Has.Length.EqualTo(2));
        Assert.That(faults[0],
            Does.StartWith("own.csv(2,7): column 'Population municipale': expected a number, found 's'; and so in 117 more"));
        Assert.That(faults[1],
            Does.StartWith("own.csv(2,9): column 'Médecins généralistes': expected a number, found '1.5'; numbers of this "
            + "table have a decimal comma; and so in 117 more rows: 3 ('1.5'), 4 ('1.5')"));
    }

    [Test]
    public void Marks_of_secrecy_are_missing_values()
    {
        string csv = Csv.Replace("0,290", "s").Replace("0,009", "nd").Replace("0,250", "#N/A");
        Assert.That(Faults(csv, "missing: [s, nd]\n" + Yaml), Is.Empty);
        Assert.That(Faults(csv, Yaml), Has.Length.EqualTo(2));
    }

    private static string[] Faults(string csv, string yaml)
    {
        using var folder = new TemporaryFolder();
        folder.Write("own.csv", csv);
        var errors = new InputErrors();
        TerritoryReader.Read(folder.Write("territories.yaml", yaml.Replace("FILE", "own.csv")), errors);
        return [.. errors.All.Select(error => $"{error.Place with { File = Path.GetFileName(error.Place.File) }}: {error.Message}")];
    }

    private static void Save(TemporaryFolder folder, string form)
    {
        if (form == "workbook")
        {
            string[] names = Csv.Split('\n')[0].Split(';');
            IEnumerable<string[]> rows = Csv.Split('\n').Skip(1).Where(line => line.Length > 0).Select(line => line.Split(';'));
            MiniExcel.SaveAs(Path.Combine(folder.Path, "own.xlsx"),
                rows.Select(row => names.Zip(row).ToDictionary(cell => cell.First, object? (cell) => Cell(cell.First, cell.Second))));
            return;
        }

        string text = form switch
        {
            "with a mark of UTF-8" => "\uFEFF" + Csv.ReplaceLineEndings("\r\n"),
            "tab" => Csv.Replace(';', '\t'),
            "thin spaces" => Csv.Replace("15 017", "15\u202F017").Replace("34 382", "34\u00A0382"),
            _ => Csv,
        };
        folder.Write("own.csv", form == "Windows-1252"
            ? CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text)
            : Encoding.UTF8.GetBytes(text));
    }

    private static object Cell(string name, string text) => name is "Latitude" or "Longitude" or "Population municipale"
        or "Population ville-centre" or "Médecins généralistes"
        ? double.Parse(text.Replace(" ", "").Replace(',', '.'), System.Globalization.CultureInfo.InvariantCulture)
        : text;
}
