using System.Text;
using InstallSim.Inputs;

namespace InstallSim.Tests.Inputs;

/// <summary>Tables as spreadsheets in French leave them: read in one round, and told how they were read.</summary>
public sealed class TableFormatTests
{
    private const string French = "Code;Libellé;Population;Part\n01;Saint-Étienne;15 017;0,290\n02;Orléans;1\u00A0234\u202F567;1,5\n";

    [TestCase("a,b\n1,2\n", ',')]
    [TestCase("a;b\n1,5;2,5\n3,5;4,5\n", ';')]
    [TestCase("a\tb;c\n1\t2\n", '\t')]
    [TestCase("\"a;b\",c\n1,2\n", ',')]
    [TestCase("Part (a, b);c;d\n1;2;3\n", ';')]
    [TestCase("a;b, c, d, e\n1;2\n3;4\n", ';')]
    [TestCase("a\n1\n", ',')]
    [TestCase("a,b,c\n1,2\n1,2,3,4\n", ',')]
    public void What_separates_values_is_found(string text, char expected) =>
        Assert.That(TableText.SeparatorIn(text), Is.EqualTo(expected));

    [TestCase("sep=;\r\na;b\r\n1;2\r\n", ';')]
    [TestCase("\"sep=,\"\na,b\n1,2\n", ',')]
    [TestCase("\u00EF\u00BB\u00BFSEP=\t\na\tb\n", '\t')]
    [TestCase("sep=;;\na;b\n", null)]
    [TestCase("sep;a\n1;2\n", null)]
    public void The_line_of_Excel_that_names_the_separator_is_read(string text, char? expected) =>
        Assert.That(TableText.DeclaredIn(text), Is.EqualTo(expected));

    [Test]
    public void A_table_after_a_named_separator_keeps_its_lines()
    {
        CsvTable table = Read(Encoding.UTF8.GetBytes("sep=;\r\na;b\r\n1;2\r\n3;x\r\n"), new Named(), out InputErrors errors)!;
        Assert.Multiple(() =>
        {
            Assert.That(table.Columns, Is.EqualTo((string[])["a", "b"]));
            Assert.That(table.Column("a").Numbers(), Is.EqualTo((double[])[1, 3]));
            Assert.That(table.PlaceOf(1).Line, Is.EqualTo(4));
            Assert.That(errors.Warnings, Is.Empty);
        });
    }

    [TestCase("15 017", null, 15017)]
    [TestCase("1\u202F234\u00A0567,5", DecimalMark.Comma, 1234567.5)]
    [TestCase("0,290", DecimalMark.Comma, 0.29)]
    [TestCase("12,5", null, 12.5)]
    [TestCase("\u22121 234", DecimalMark.Point, -1234)]
    [TestCase("1e3", DecimalMark.Comma, 1000)]
    [TestCase(" 7 ", DecimalMark.Comma, 7)]
    public void A_number_is_read_as_spreadsheets_write_it(string text, DecimalMark? mark, double expected)
    {
        Assert.That(TableNumbers.TryRead(text, mark, out double value, out _), Is.True);
        Assert.That(value, Is.EqualTo(expected));
    }

    [TestCase("12 34", null, "; write digits without separators")]
    [TestCase("1234 567", null, "; write digits without separators")]
    [TestCase("1 234,5 678", DecimalMark.Comma, "")]
    [TestCase("1.5", DecimalMark.Comma, "; numbers of this table have a decimal comma")]
    [TestCase("1.234,50", DecimalMark.Comma, "; write digits without separators")]
    [TestCase("1,5", DecimalMark.Point, "; use a decimal point, or say 'decimal: comma'")]
    [TestCase("8,500", DecimalMark.Point, "; write 8500 if the comma stands between thousands, 8.500 if before a fraction")]
    [TestCase("1,234,567", DecimalMark.Comma, "; write digits without separators")]
    [TestCase("12 %", null, "; write a share such as 0.05 for 5 %")]
    [TestCase("", null, "")]
    public void What_is_no_number_is_refused_with_what_may_help(string text, DecimalMark? mark, string hint)
    {
        Assert.That(TableNumbers.TryRead(text, mark, out _, out InputMessage said), Is.False);
        if (hint.Length > 0)
        {
            Assert.That(said.English, Is.EqualTo(hint));
        }
    }

    [Test]
    public void A_French_table_is_read_as_it_is_and_two_notes_tell_how()
    {
        CsvTable table = Read(Encoding.UTF8.GetBytes("\uFEFF" + French), new Named(), out InputErrors errors)!;
        Assert.Multiple(() =>
        {
            Assert.That(table.Column("Libellé").Texts(), Is.EqualTo((string[])["Saint-Étienne", "Orléans"]));
            Assert.That(table.Column("Code").Texts(), Is.EqualTo((string[])["01", "02"]));
            Assert.That(table.Column("Population").Numbers(), Is.EqualTo((double[])[15017, 1234567]));
            Assert.That(table.Column("Part").Numbers(), Is.EqualTo((double[])[0.29, 1.5]));
            Assert.That(errors.All, Is.Empty);
            Assert.That(errors.Warnings.Select(w => (w.IsNote, w.Message)), Is.EqualTo(new[]
            {
                (true, "values are read with ';' between them; 'separator: semicolon' says so for good"),
                (true, "numbers are read with a decimal comma, such as 0,290 here; 'decimal: comma' says so for good"),
            }));
        });
    }

    [Test]
    public void Where_no_key_can_say_it_none_is_advised()
    {
        Read(Encoding.UTF8.GetBytes(French), new FoundFormat(), out InputErrors errors);
        Assert.That(errors.Warnings.Select(w => w.Message), Is.EqualTo((string[])
        [
            "values are read with ';' between them", "numbers are read with a decimal comma, such as 0,290 here",
        ]));
    }

    [Test]
    public void What_is_said_is_not_told()
    {
        var format = new Named { Separator = "semicolon", DecimalMark = DecimalMark.Comma, Encoding = "utf-8" };
        Read(Encoding.UTF8.GetBytes(French), format, out InputErrors errors);
        Assert.That(errors.Warnings, Is.Empty);
    }

    [TestCase("a;b\n1,234;x\n", DecimalMark.Comma)]
    [TestCase("a,b\n\"1,234\",x\n", DecimalMark.Point)]
    [TestCase("a,b\n\"1,23\",x\n", DecimalMark.Comma)]
    [TestCase("a,b\n\"1,23\",4.5\n", DecimalMark.Point)]
    [TestCase("a;b\n1,23;version 4.5\n", DecimalMark.Comma)]
    [TestCase("a;b\n0,250;4\n", DecimalMark.Comma)]
    [TestCase("a;b\n15,017;4.5\n", DecimalMark.Point)]
    public void The_decimal_mark_is_found_where_the_numbers_leave_no_doubt(string text, DecimalMark expected) =>
        Assert.That(Read(Encoding.UTF8.GetBytes(text), new FoundFormat(), out _)!.Decimal, Is.EqualTo(expected));

    [Test]
    public void Windows_1252_is_read_and_told_by_name()
    {
        byte[] bytes = CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes("code;Libellé\n01;Œuf – 3 € d’été\n");
        CsvTable table = Read(bytes, new Named(), out InputErrors errors)!;
        Assert.That(table.Column("Libellé").Texts(), Is.EqualTo((string[])["Œuf – 3 € d’été"]));
        Assert.That(errors.Warnings.Where(w => !w.IsNote).Select(w => $"{w.Place.Line}: {w.Message}"), Is.EqualTo((string[])
        [
            "1: the text is not UTF-8 and is read as Windows-1252, as Excel saves plain CSV: check accents; "
                + "'encoding: windows-1252' says so for good",
        ]));
    }

    [Test]
    public void A_file_that_would_be_no_sane_Windows_1252_is_refused_where_it_breaks()
    {
        byte[][] files =
        [
            [.. "code,name\n01,Libell"u8, 0x82, .. "\n"u8], // é of MS-DOS
            [.. "code,name\n01,é"u8, .. "\n02,é"u8, .. "\n03,"u8, 0xE9, .. "\n"u8], // two encodings in one file
        ];
        foreach (byte[] file in files)
        {
            Assert.That(Read(file, new FoundFormat(), out InputErrors errors), Is.Null);
            Assert.That(errors.All.Single().Message, Does.Contain("is not UTF-8; the file seems to be in an older encoding"));
        }
    }

    [Test]
    public void Marks_of_no_value_are_missing_where_the_format_says_them()
    {
        byte[] bytes = "a;b\n1;s\n2;nd\n3;#N/A\n4;NA\n5;\n6;0,5\n"u8.ToArray();
        CsvTable table = Read(bytes, new Named { Missing = ["s", "nd"] }, out InputErrors errors)!;
        Assert.That(table.Column("b").Numbers(allowMissing: true),
            Is.EqualTo((double[])[double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, 0.5]));
        Assert.That(errors.All, Is.Empty);
    }

    [Test]
    public void Empty_rows_and_columns_at_the_ends_are_passed_over()
    {
        CsvTable table = Read("a;b;;\n1;2;;\n;;;\n3;4;;\n;;;\n"u8.ToArray(), new FoundFormat(), out InputErrors errors)!;
        Assert.That((table.Columns.Count, table.Rows), Is.EqualTo((2, 2)));
        Assert.That(table.Column("b").Numbers(), Is.EqualTo((double[])[2, 4]));
        Assert.That(errors.All, Is.Empty);
    }

    [TestCase("Type d'espace")]
    [TestCase("Type d\u2019espace")]
    [TestCase("Type  d\u2019espace ")]
    public void A_column_is_found_whatever_apostrophes_and_spaces_its_name_has(string name)
    {
        CsvTable table = Read(Encoding.UTF8.GetBytes("a,Type\u00A0d’espace\n1,urbain\n"), new FoundFormat(), out InputErrors errors)!;
        Assert.That(table.Column(name).Texts(), Is.EqualTo((string[])["urbain"]));
        Assert.That(table.Has("Type de l’espace"), Is.False);
        Assert.That(errors.All, Is.Empty);
    }

    [Test]
    [Platform("Linux,MacOsX")]
    public void A_device_is_refused_without_reading_it()
    {
        using var folder = new TemporaryFolder();
        string link = Path.Combine(folder.Path, "t.csv");
        File.CreateSymbolicLink(link, "/dev/zero");
        foreach (string path in (string[])["/dev/zero", link])
        {
            var errors = new InputErrors();
            Assert.That(CsvTable.Read(path, new FoundFormat(), errors), Is.Null);
            Assert.That(YamlFile.Read(path, errors), Is.Null);
            Assert.That(errors.All.Select(e => e.Message), Is.All.EqualTo($"'{path}' is a device or a pipe; a file is expected"));
            Assert.That(errors.All, Has.Count.EqualTo(2));
        }
    }

    private static CsvTable? Read(byte[] bytes, TableFormat format, out InputErrors errors)
    {
        using var folder = new TemporaryFolder();
        errors = new InputErrors();
        return CsvTable.Read(folder.Write("t.csv", bytes), format, errors);
    }

    private sealed record Named : MarkedTableFormat;
}
