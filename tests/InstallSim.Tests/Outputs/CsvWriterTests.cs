using System.Globalization;
using System.Text;
using InstallSim.Inputs;
using InstallSim.Outputs;
using InstallSim.Tests.Inputs;

namespace InstallSim.Tests.Outputs;

public class CsvWriterTests
{
    [Test]
    public void Bytes_are_utf8_without_mark_with_commas_and_line_feeds()
    {
        byte[] bytes = Written(writer =>
        {
            writer.Write("Orée, \"la\"\nbelle");
            writer.Write(0.1 + 0.2);
            writer.Write(-7L);
            writer.EndRow();
            writer.Write("");
            writer.Write(double.NaN);
            writer.Write(1e300);
            writer.EndRow();
        }, "name", "a,b", "c");
        Assert.That(Encoding.UTF8.GetString(bytes),
            Is.EqualTo("name,\"a,b\",c\n\"Orée, \"\"la\"\"\nbelle\",0.30000000000000004,-7\n,,1E+300\n"));
    }

    [Test]
    public void A_number_that_follows_itself_is_written_again_and_zeros_keep_their_sign()
    {
        byte[] bytes = Written(writer =>
        {
            foreach (double number in (double[])[0.1, 0.1, double.NaN, 0.1, 0, -0.0, 0, 1e-300, 1e-300, double.NaN, double.NaN])
            {
                writer.Write(number);
            }

            writer.EndRow();
        }, "a");
        Assert.That(Encoding.UTF8.GetString(bytes), Is.EqualTo("a\n0.1,0.1,,0.1,0,-0,0,1E-300,1E-300,,\n"));
    }

    [Test]
    public void Every_double_is_read_back_exactly([Range(0, 4)] int block)
    {
        // Bit patterns spread over all exponents and both signs, by a fixed stride.
        double[] values = [.. Enumerable.Range(0, 2000)
            .Select(i => BitConverter.UInt64BitsToDouble(unchecked((ulong)((block * 2000) + i) * 0x9E3779B97F4A7C15UL)))
            .Where(double.IsFinite)];
        string[] lines = Encoding.UTF8.GetString(Written(writer =>
        {
            foreach (double value in values)
            {
                writer.Write(value);
                writer.EndRow();
            }
        }, "x")).Split('\n')[1..^1];
        Assert.That(lines.Select(line => BitConverter.DoubleToInt64Bits(double.Parse(line, CultureInfo.InvariantCulture))),
            Is.EqualTo(values.Select(BitConverter.DoubleToInt64Bits)));
    }

    [Test]
    public void Long_texts_survive_the_buffer_between_any_two_characters([Range(1020, 1030)] int length)
    {
        string text = new string('a', length) + "🩺é\"" + new string('b', 70_000);
        Assert.That(Encoding.UTF8.GetString(Written(writer => writer.Write(text), "x")),
            Is.EqualTo("x\n\"" + text.Replace("\"", "\"\"") + "\""));
    }

    [Test]
    public void Writing_rows_allocates_nothing()
    {
        using var writer = new CsvWriter(Stream.Null, "scenario", "value");
        WriteRows(writer, 10);

        // A collection that another thread asks for counts the rest of this thread's chunk of memory as
        // used: the least of three is what rows take.
        long least = Enumerable.Range(0, 3).Min(_ =>
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            WriteRows(writer, 10_000);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        });
        Assert.That(least, Is.Zero);
    }

    [Test]
    public void The_strict_reader_takes_what_is_written()
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "o.csv");
        using (var writer = new CsvWriter(path, "scenario", "value"))
        {
            WriteRows(writer, 100);
        }

        var errors = new InputErrors();
        CsvTable table = CsvTable.Read(path, errors)!;
        Assert.That(table.Column("value").Numbers(), Is.EqualTo(Enumerable.Range(0, 100).Select(i => i / 7.0)));
        Assert.That(errors.All, Is.Empty);
    }

    private static void WriteRows(CsvWriter writer, int rows)
    {
        for (int i = 0; i < rows; i++)
        {
            writer.Write("baseline \"x\"");
            writer.Write(i / 7.0);
            writer.EndRow();
        }
    }

    private static byte[] Written(Action<CsvWriter> write, params string[] columns)
    {
        var stream = new MemoryStream();
        using (var writer = new CsvWriter(stream, columns))
        {
            write(writer);
        }

        return stream.ToArray();
    }
}
