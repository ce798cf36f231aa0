using System.IO.Compression;
using System.Text;
using InstallSim.Inputs;

namespace InstallSim.Tests.Inputs;

public class CsvTableTests
{
    private const string Header = "code,name,population,area,posts\n";

    [TestCase("code;name\n1;2\n", "1,1: expected ',' between values, found ';'; save the file so, or declare its separator")]
    [TestCase("code\tname\n1\t2\n", "1,1: expected ',' between values, found a tab; save the file so, or declare its separator")]
    [TestCase("code,name,code\n1,2,3\n", "1,3: column 'code' is already there as column 1")]
    [TestCase("code,,name,\n1,2,3,4\n", "1,2: the column has no name", "1,4: the column has no name")]
    [TestCase("\"\",\"x\"\n\"1\",2\n", "1,1: the column has no name (row names of R? write the file without them, or name the column)")]
    [TestCase("My territories,,,\ncode,name,population,area\n1,a,2,urban\n",
        "1,2: 3 of 4 columns have no name; does a title stand above the header? take it out")]
    [TestCase("", "0,0: the file is empty; a header line and rows are expected")]
    [TestCase(Header, "0,0: the table has a header but no rows")]
    [TestCase("A title\ncode,name\n1,a\n", "2,0: the row has 2 values, the header 1; does a title stand above the header? take it out",
        "3,0: the row has 2 values, the header 1; does a title stand above the header? take it out")]
    [TestCase(Header + "1,a,2,urban,3\n2,b,3\n\n3,c,4,urban,5,6\n", "3,0: the row has 3 values, the header 5",
        "5,0: the row has 6 values, the header 5")]
    [TestCase(Header + "1,\"a,2,urban,3\n2,b,3,urban,4\n3,c,4,urban,5\n",
        "2,0: the row has 2 values, the header 5; a quote opened in line 2 is never closed")]
    [TestCase(Header + "0,z,1,urban,2\n1,\"a,2,urban,3\n2,b\",3,urban\n3,c,4,urban,5\n",
        "3,0: the row has 4 values, the header 5; a quote opened in line 3 closes in line 4")]
    [TestCase(Header + "1,\"a\nb\",\"2,urban,3\n", "2,0: the row has 3 values, the header 5; a quote opened in line 3 is never closed")]
    [TestCase(Header + "1,a,2,urban,3\n2,say \"hi\",3,urban,4\n",
        "3,2: a quote is wrong: put a value that holds quotes in quotes, and double them inside")]
    [TestCase(Header + "1,\"a\"b,2,urban,3\n", "2,2: a quote is wrong: put a value that holds quotes in quotes, and double them inside")]
    [TestCase(Header + "1,a,2,urban,\"3\n4,b,2,urban,3\n", "2,5: a quote opened here is not closed")]
    [TestCase("code,\"na\"me\n1,2\n",
        "1,0: a quote is wrong in the header: put a name that holds quotes in quotes, and double them inside")]
    public void A_table_out_of_shape_is_refused_at_its_place(string text, params string[] expected) =>
        Assert.That(Faults(text, _ => { }), Is.EqualTo(expected));

    [TestCase("De\u0301partement", "D\u00e9partement")]
    [TestCase("L\u2019\u00e9tat", "L'e\u0301tat")]
    public void A_column_is_found_however_its_accents_and_apostrophe_are_stored(string written, string asked)
    {
        using var folder = new TemporaryFolder();
        Assert.That(CsvTable.Read(folder.Write("t.csv", $"code,{written}\n1,2\n"), new InputErrors())!.IndexOf(asked), Is.EqualTo(1));
    }

    [TestCase("abc", "column 'population': expected a number from 0 to 1000000000, found 'abc'")]
    [TestCase("\"3,4\"",
        "column 'population': expected a number from 0 to 1000000000, found '3,4'; use a decimal point, or say 'decimal: comma'")]
    [TestCase("12 34", "column 'population': expected a number from 0 to 1000000000, found '12 34'; write digits without separators")]
    [TestCase("-1", "column 'population': expected a number from 0 to 1000000000, found '-1'")]
    [TestCase("NaN", "column 'population': expected a number from 0 to 1000000000, found 'NaN'; it must be finite")]
    [TestCase("∞", "column 'population': expected a number from 0 to 1000000000, found '∞'")]
    [TestCase("", "column 'population': expected a number from 0 to 1000000000, found nothing")]
    [TestCase("NA",
        "column 'population': expected a number from 0 to 1000000000, found 'NA'; this stands for no value, and every row needs one")]
    [TestCase("0x10", "column 'population': expected a number from 0 to 1000000000, found '0x10'")]
    [TestCase("1e400", "column 'population': expected a number from 0 to 1000000000, found '1e400'; it is too large")]
    public void A_value_that_is_no_number_is_refused_at_line_and_column(string value, string expected) =>
        Assert.That(Faults(Header + $"1,a,7,urban,3\n2,b,{value},rural,4\n", table => table.Column("population").Numbers(0, 1e9)),
            Is.EqualTo((string[])["3,3: " + expected]));

    [Test]
    public void Other_columns_are_checked_likewise()
    {
        string[] faults = Faults(Header + "1,,7,urban,3.5\n1,b,8,Very rural,-4\n", table =>
        {
            table.Column("popluation").Numbers();
            table.Column("code").UniqueTexts();
            table.Column("name").Texts();
            table.Column("area").Choices<SampleArea>();
            table.Column("posts").WholeNumbers(0, 100);
        });
        Assert.That(faults, Is.EqualTo((string[])
        [
            "1,0: there is no column 'popluation'; did you mean 'population'?; columns: code, name, population, area, posts",
            "3,1: column 'code': '1' is already on line 2",
            "2,2: column 'name': expected a text, found nothing",
            "3,4: column 'area': expected one of urban, very-rural, found 'Very rural'; did you mean 'very-rural'?",
            "2,5: column 'posts': expected a whole number from 0 to 100, found '3.5'",
            "3,5: column 'posts': expected a whole number from 0 to 100, found '-4'",
        ]));
    }

    [Test]
    public void A_column_named_in_a_scenario_is_missed_there()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("t.csv", "code\n1\n");
        var errors = new InputErrors();
        CsvTable.Read(path, errors)!.Column("kode", new Place("a.yaml", 4, 9));
        Assert.That(errors.All.Select(error => error.ToString()),
            Is.EqualTo((string[])[$"a.yaml(4,9): error: there is no column 'kode' in {path}; did you mean 'code'?; columns: code"]));
    }

    [Test]
    public void Many_errors_of_one_kind_are_one_line_with_their_number_and_first_places()
    {
        string[] faults = Faults("x\n" + string.Concat(Enumerable.Repeat("abc\n", 332)) + "1e400\n", table => table.Column("x").Numbers());
        Assert.That(faults, Is.EqualTo((string[])
        [
            "2,1: column 'x': expected a number, found 'abc'; and so in 331 more rows: 3 ('abc'), 4 ('abc'), 5 ('abc'), 6 ('abc'), "
                + "7 ('abc'), …",
            "334,1: column 'x': expected a number, found '1e400'; it is too large",
        ]));
    }

    [Test]
    public void Values_are_read_as_written()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("t.csv", "\uFEFFcode, name ,x\r\n01,\"Saint-Étienne, \"\"42\"\"\nLoire\",-1.5e3\r\n\r\n02,b,\r\n");
        var errors = new InputErrors();
        CsvTable table = CsvTable.Read(path, errors)!;
        Assert.Multiple(() =>
        {
            Assert.That(table.Columns, Is.EqualTo((string[])["code", "name", "x"]));
            Assert.That(table.Column("code").UniqueTexts(), Is.EqualTo((string[])["01", "02"]));
            Assert.That(table.Column("name").Texts()[0].ReplaceLineEndings("\n"), Is.EqualTo("Saint-Étienne, \"42\"\nLoire"));
            Assert.That(table.Column("x").Numbers(allowMissing: true), Is.EqualTo((double[])[-1500, double.NaN]));
            Assert.That(table.PlaceOf(1, 2), Is.EqualTo(new Place(path, 5, 3)));
            Assert.That(errors.All, Is.Empty);
        });
    }

    [TestCase(';')]
    [TestCase('\t')]
    public void Another_separator_is_read_when_declared(char separator)
    {
        using var folder = new TemporaryFolder();
        var errors = new InputErrors();
        CsvTable table = CsvTable.Read(folder.Write("t.csv", $"a{separator}b\n1{separator}2,5\n"), errors, separator)!;
        Assert.That(table.Cell(0, 1).ToString(), Is.EqualTo("2,5"));
        Assert.That(errors.All, Is.Empty);
    }

    [Test]
    public void A_compressed_table_is_read_like_a_plain_one()
    {
        using var folder = new TemporaryFolder();
        using var bytes = new MemoryStream();
        using (var zip = new GZipStream(bytes, CompressionLevel.Fastest, leaveOpen: true))
        {
            zip.Write("a,b\n1,2\n"u8);
        }

        var errors = new InputErrors();
        CsvTable table = CsvTable.Read(folder.Write("t.csv.gz", bytes.ToArray()), errors)!;
        Assert.That(table.Column("b").Numbers(), Is.EqualTo((double[])[2]));
    }

    [Test]
    public void A_file_in_another_encoding_is_refused_with_its_line()
    {
        using var folder = new TemporaryFolder();
        (byte[] Bytes, string Expected)[] cases =
        [
            ([.. "code,name\n1,Bourges\n2,Or"u8, 0xE9, .. "e\n"u8],
                "3,0: byte 0xE9 is not UTF-8; the file seems to be in an older encoding (Windows-1252?): save it as UTF-8"),
            ([.. "code,name\n1,"u8, 0xC3],
                "2,0: byte 0xC3 is not UTF-8; the file seems to be in an older encoding (Windows-1252?): save it as UTF-8"),
            ([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("a,b\n1,2\n")], "0,0: is UTF-16 text; save it as UTF-8"),
            (Encoding.Unicode.GetBytes("a,b\n1,2\n"), "0,0: is UTF-16 text; save it as UTF-8"),
            ([.. Encoding.UTF32.Preamble, .. Encoding.UTF32.GetBytes("a,b\n1,2\n")], "0,0: is UTF-32 text; save it as UTF-8"),
            ([.. "PK\u0003\u0004abc"u8], "0,0: is a zip archive or a spreadsheet; save it as plain text in UTF-8"),
            ([1, 2, 3, 0, 7, 7, 7, 7], "0,0: is a binary file; text in UTF-8 is expected"),
        ];
        foreach ((byte[] bytes, string expected) in cases)
        {
            var errors = new InputErrors();
            Assert.That(CsvTable.Read(folder.Write("t.csv", bytes), errors), Is.Null);
            Assert.That(Texts(errors), Is.EqualTo((string[])[expected]));
        }
    }

    [TestCase("x")]
    [TestCase("\"x\n")]
    public void Fifty_megabytes_without_an_end_are_refused_without_reading_them_all(string piece)
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("t.csv", "a,b\n1,2\n");
        using (StreamWriter writer = File.AppendText(path))
        {
            writer.Write(piece);
            var block = new string('x', 100) + (piece.Contains('\n') ? "\n" : "");
            for (int i = 0; i < 500_000; i++)
            {
                writer.Write(block);
            }
        }

        var errors = new InputErrors();
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.That(CsvTable.Read(path, errors), Is.Null);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.That(Texts(errors), Is.EqualTo((string[])[piece == "x"
            ? "3,0: the line is longer than 1000000 characters; that is no table"
            : "3,0: a value is longer than 1000000 characters: is a quote not closed?"]));
        Assert.That(allocated, Is.LessThan(20_000_000));
    }

    [Test]
    public void A_missing_table_is_named_with_its_neighbour()
    {
        using var folder = new TemporaryFolder();
        folder.Write("territories.csv", "a\n1\n");
        string path = Path.Combine(folder.Path, "teritories.csv");
        var errors = new InputErrors();
        CsvTable.Read(path, errors, saidAt: new Place("a.yaml", 3, 2));
        Assert.That(errors.All.Single().ToString(),
            Is.EqualTo($"a.yaml(3,2): error: file '{path}' does not exist; did you mean 'territories.csv'?"));
    }

    private static string[] Texts(InputErrors errors) =>
        [.. errors.All.Select(error => $"{error.Place.Line},{error.Place.Column}: {error.Message}")];

    /// <summary>The errors of a table, each as <c>line,column: message</c>.</summary>
    private static string[] Faults(string text, Action<CsvTable> use)
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("t.csv", text);
        var errors = new InputErrors();
        if (CsvTable.Read(path, errors) is { } table)
        {
            use(table);
        }

        Assert.That(errors.All.Select(error => error.Place.File), Is.All.EqualTo(path));
        return Texts(errors);
    }
}
