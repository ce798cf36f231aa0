using System.IO.Compression;
using InstallSim.Inputs;
using MiniExcelLibs;

namespace InstallSim.Tests.Inputs;

/// <summary>Workbooks where a table is expected.</summary>
public sealed class SheetTextTests
{
    private static readonly Dictionary<string, object?>[] Rows =
    [
        new() { ["code"] = "01001", ["nom"] = "Pays de \"Gex\"; Sud,\nNord", ["population"] = 15017.0, ["part"] = 0.29 },
        new() { ["code"] = 200040350.0, ["nom"] = "Bugey", ["population"] = "#N/A", ["part"] = "0,5" },
    ];

    [Test]
    public void A_sheet_is_read_like_a_table_of_text()
    {
        using var folder = new TemporaryFolder();
        var errors = new InputErrors();
        CsvTable table = CsvTable.Read(Save(folder, Rows), new FoundFormat(), errors)!;
        Assert.Multiple(() =>
        {
            Assert.That(table.Columns, Is.EqualTo((string[])["code", "nom", "population", "part"]));
            Assert.That(table.Column("code").Texts(), Is.EqualTo((string[])["01001", "200040350"]));
            Assert.That(table.Column("nom").Texts()[0], Is.EqualTo("Pays de \"Gex\"; Sud, Nord"));
            Assert.That(table.Column("population").Numbers(allowMissing: true), Is.EqualTo((double[])[15017, double.NaN]));
            Assert.That(errors.All, Is.Empty);
        });
    }

    [Test]
    public void A_wrong_cell_is_named_as_in_the_spreadsheet()
    {
        using var folder = new TemporaryFolder();
        var errors = new InputErrors();
        string path = Save(folder, [.. Rows, new() { ["code"] = "3", ["nom"] = "x", ["population"] = "beaucoup", ["part"] = 1.0 }]);
        CsvTable.Read(path, new FoundFormat(), errors)!.Column("population").Numbers(allowMissing: true);
        Assert.That((errors.All.Single().ToString(), errors.All[0].French), Is.EqualTo((
            $"{path}, sheet 'Feuil1', row 4, cell C4: error: column 'population': expected a number, found 'beaucoup'",
            $"{path}, feuille 'Feuil1', ligne 4, cellule C4\u00a0: erreur\u00a0: colonne «\u00a0population\u00a0»\u00a0: attendu "
                + "un nombre\u00a0; trouvé\u00a0: «\u00a0beaucoup\u00a0»")));
    }

    [Test]
    public void A_sheet_can_be_named()
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "t.xlsx");
        MiniExcel.SaveAs(path, new Dictionary<string, object>
        {
            ["Lisez-moi"] = new[] { new Dictionary<string, object?> { ["texte"] = "x" } },
            ["Données"] = Rows,
        });
        var errors = new InputErrors();
        Assert.That(CsvTable.Read(path, new FoundFormat { Sheet = "Données" }, errors)!.Rows, Is.EqualTo(2));
        Assert.That(CsvTable.Read(path, new FoundFormat { Sheet = "Donnees" }, errors), Is.Null);
        Assert.That(errors.All.Single().Message,
            Is.EqualTo("there is no sheet 'Donnees'; did you mean 'Données'?; sheets: Lisez-moi, Données"));
    }

    [Test]
    public void Empty_rows_of_a_sheet_keep_the_rows_below_in_their_place()
    {
        using var folder = new TemporaryFolder();
        string path = Save(folder, [new() { ["a"] = 1.0 }, new() { ["a"] = null }, new() { ["a"] = "x" }]);
        var errors = new InputErrors();
        CsvTable.Read(path, new FoundFormat(), errors)!.Column("a").Numbers();
        Assert.That(errors.All.Single().Place, Is.EqualTo(new Place(path, 4, 1, "Feuil1")));
    }

    [Test]
    public void What_is_no_workbook_is_refused()
    {
        using var folder = new TemporaryFolder();
        string zip = Path.Combine(folder.Path, "t.ods"), cut = Path.Combine(folder.Path, "cut.xlsx");
        using (ZipArchive archive = ZipFile.Open(zip, ZipArchiveMode.Create))
        {
            archive.CreateEntry("content.xml");
        }

        byte[] whole = File.ReadAllBytes(Save(folder, Rows));
        File.WriteAllBytes(cut, whole[..(whole.Length / 2)]);
        var errors = new InputErrors();
        Assert.That(CsvTable.Read(zip, new FoundFormat(), errors), Is.Null);
        Assert.That(CsvTable.Read(cut, new FoundFormat(), errors), Is.Null);
        Assert.That(CsvTable.Read(folder.Write("t.csv", "a,b\n1,2\n"), new FoundFormat { Sheet = "F" }, errors), Is.Null);
        Assert.That(errors.All, Has.Count.EqualTo(3));
        Assert.That(errors.All[0].Message, Does.StartWith("is a zip archive, but no workbook of Excel (.xlsx)"));
        Assert.That(errors.All[2].Message, Is.EqualTo("'sheet: F' is for a workbook (.xlsx); this is a file of text"));
    }

    [Test]
    public void A_workbook_that_unpacks_to_more_than_is_read_is_refused_before_it_is_unpacked()
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "bomb.xlsx");
        using (ZipArchive archive = ZipFile.Open(path, ZipArchiveMode.Create))
        {
            archive.CreateEntry("xl/workbook.xml");
            using Stream entry = archive.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open();
            byte[] block = new byte[1 << 24];
            for (long written = 0; written <= SheetText.MaxBytes; written += block.Length)
            {
                entry.Write(block);
            }
        }

        var errors = new InputErrors();
        Assert.That(CsvTable.Read(path, new FoundFormat(), errors), Is.Null);
        Assert.That(errors.All.Single().Message, Does.Match("^the workbook holds \\d+ MB unpacked in 2 parts; at most 1000 MB"));
    }

    private static string Save(TemporaryFolder folder, Dictionary<string, object?>[] rows)
    {
        string path = Path.Combine(folder.Path, "t.xlsx");
        MiniExcel.SaveAs(path, rows, sheetName: "Feuil1", overwriteFile: true);
        return path;
    }
}
